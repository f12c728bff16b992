import type { JudgedFinding } from "../core/finding.ts";
import type { PartialKey } from "./partial.ts";

/**
 * Arguments of findings that are the same for all commits of a facts key (`citedClasses`): of a ticket its name, text and times may
 * differ among those, and of a whole history another commit may be the first one to be judged than of a part of it.
 */
const SHARED_ARGS = ["state", "category", "wanted", "type", "project", "remote", "timeSource", "account"];

/** Equal for commits of which rules say the same, however the history was cut into parts. */
export function identityOf(findings: readonly JudgedFinding[]): string {
  const said = findings.map(({ rule, level, outcome, code, blocking, waiver = "", args }) => {
    const shared = SHARED_ARGS.map((name) => args[name] ?? "");
    return JSON.stringify([rule, level, outcome, code, blocking, waiver, ...shared]);
  });
  return [...new Set(said)].sort().join("\n");
}

/** Keys by identity, numbered by their first commit. */
export interface NumberedKeys {
  readonly key: Float64Array;
  readonly keys: readonly PartialKey[];
}

/** `numbers[i]` indexes `identities`; `findingsOf` is asked once for each key that is left, of its first commit. */
export function numberKeys(
  numbers: Float64Array,
  identities: readonly string[],
  findingsOf: (first: number) => readonly JudgedFinding[],
): NumberedKeys {
  const known = new Map<string, number>();
  const moved = identities.map(() => -1);
  const keys: PartialKey[] = [];
  const key = numbers.map((number, row) => {
    const before = moved[number] ?? -1;
    if (before >= 0) return before;
    const identity = identities[number] ?? "";
    const own = known.get(identity) ?? keys.push({ identity, findings: findingsOf(row) }) - 1;
    known.set(identity, own);
    moved[number] = own;
    return own;
  });
  return { key, keys };
}
