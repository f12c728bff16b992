/** Whether a version meets every comparator of a range such as `>=1.2 <2`. A bare version means exactly it. */
export function satisfies(version: string, range: string): boolean {
  return range.split(" ").every((comparator) => {
    const [, sign = "", wanted = ""] = /^([<>=]*)(.*)$/.exec(comparator) ?? [];
    const order = compare(version, wanted);
    switch (sign) {
      case ">=":
        return order >= 0;
      case "<=":
        return order <= 0;
      case ">":
        return order > 0;
      case "<":
        return order < 0;
      default:
        return order === 0;
    }
  });
}

/** Missing parts count as 0; a pre-release counts as its release. */
function compare(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (const [index, value] of left.entries()) {
    const step = value - (right[index] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}

function numbers(version: string): readonly number[] {
  const [major = 0, minor = 0, patch = 0] = version
    .replace(/[-+].*$/, "")
    .split(".")
    .map(Number);
  return [major, minor, patch];
}
