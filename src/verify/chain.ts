import type { EvidenceFinding } from "./codes.ts";
import { isFounded, type JudgedLine } from "./judge-line.ts";
import type { Facts } from "./record.ts";

/** A log, as its lines tell it. */
export interface JudgedLog {
  /** Hex; null: no record tells of a log. */
  readonly id: string | null;
  /** By the number of a record: the digest of its last line, which the next record and anchors name. */
  readonly ends: ReadonlyMap<number, string>;
  readonly findings: readonly EvidenceFinding[];
}

/** Judges whether lines are one log, whole and in order, and every claim stands behind the record that it is of. */
export function judgeLog(lines: readonly JudgedLine[]): JudgedLog {
  const id = usualLog(lines);
  const ends = new Map<number, string>();
  const findings: EvidenceFinding[] = [];
  const digests = new Set(lines.map(({ digest }) => digest));
  const numbers = new Set(lines.flatMap(({ facts }) => (facts?.logId === id ? (facts?.seq ?? []) : [])));
  const seen = new Set<string>();
  let place: Place = { seq: 0, before: null, record: null };
  for (const line of lines) {
    const tell = (code: EvidenceFinding["code"], about = "") =>
      findings.push({ code, line: line.line, about });
    if (seen.has(line.digest) || isAgain(line, place)) {
      tell("doubled");
      continue;
    }
    seen.add(line.digest);
    if (line.claim !== null) {
      const code = claimCode(line, place, lines);
      if (code !== null) tell(code);
    }
    if (line.facts !== null && id !== null) {
      if (line.facts.logId !== id) {
        tell(line.facts.logId === undefined ? "unchained" : "foreign-record", line.facts.change.repository);
        continue;
      }
      const code = factsCode(line.facts, place, { digests, numbers });
      if (code !== null) tell(code, `${place.seq + 1}`);
      place = { seq: line.facts.seq ?? place.seq, before: line.digest, record: line };
    } else {
      if (line.facts !== null) tell("unchained");
      place = { ...place, before: line.digest, record: line.facts === null ? place.record : line };
    }
    ends.set(place.seq, line.digest);
  }
  return { id, ends, findings };
}

interface Place {
  /** Number of the last record. */
  readonly seq: number;
  /** Digest of the line before. */
  readonly before: string | null;
  /** The last line with facts. */
  readonly record: JudgedLine | null;
}

/** The log of most records: a foreign one stands out. */
function usualLog(lines: readonly JudgedLine[]): string | null {
  const counts = new Map<string, number>();
  for (const { facts } of lines)
    if (facts?.logId !== undefined) counts.set(facts.logId, (counts.get(facts.logId) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}

/** The same record under another signature. */
function isAgain({ facts, record }: JudgedLine, { record: before }: Place): boolean {
  return facts !== null && record !== null && before?.record === record;
}

function factsCode(
  { seq = 0, previous }: Facts,
  place: Place,
  { digests, numbers }: { readonly digests: ReadonlySet<string>; readonly numbers: ReadonlySet<number> },
): EvidenceFinding["code"] | null {
  const wanted = place.seq + 1;
  const before = previous?.digest.sha256 ?? null;
  if (seq < wanted) return "reordered";
  if (seq > wanted) return numbers.has(wanted) ? "reordered" : "removed";
  if (before === place.before) return null;
  return before !== null && digests.has(before) ? "reordered" : "previous-changed";
}

function claimCode(
  { claim, record }: JudgedLine,
  { record: before }: Place,
  lines: readonly JudgedLine[],
): EvidenceFinding["code"] | null {
  if (claim === null) return null;
  if (before?.facts === null || before?.facts === undefined || before.record !== record)
    return lines.some((one) => one.facts !== null && one.record === record) ? "reordered" : "claim-unfounded";
  return isFounded(claim, before.facts) ? null : "claim-unfounded";
}
