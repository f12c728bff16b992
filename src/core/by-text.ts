/** Order by code unit, so that no locale changes a report. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
