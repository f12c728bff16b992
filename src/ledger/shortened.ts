/** What others wrote, as far as a sentence has room for it. */
export function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}
