import { createHash } from "node:crypto";
import type { Audit, Gap } from "../core/audit.ts";
import { readResults, resultsFile, writeResults } from "../store/results.ts";

/** What an audit found that the one before it did not. */
export interface Novelty {
  /** As of when the one before was; null: there was none, so all is new. */
  readonly since: string | null;
  readonly gaps: readonly Gap[];
  /** Indexes of commits that fail or are not known. */
  readonly failing: readonly number[];
}

/** What is kept of a ref's last audit. */
interface Noted {
  readonly asOf: string;
  /** Short digests of what was broken. */
  readonly broken: readonly string[];
}

/** Hex digits of a digest that tell a hundred thousand things apart. */
const DIGITS = 16;

/** Compares an audit with the last one of its ref, and keeps it as that. */
export function noteAudit(commonDir: string, audit: Audit): Novelty {
  const file = resultsFile(commonDir, "audits");
  const all = readNoted(file);
  const ref = audit.scope.ref ?? audit.scope.tip ?? "";
  const before = all.get(ref);
  const known = new Set(before?.broken);
  const failing = failingOf(audit);
  const gaps = audit.gaps.flatMap((gap) => {
    const indexes = gap.indexes.filter((index) => !known.has(digestOf(gapName(audit, gap, index))));
    return indexes.length === 0 ? [] : [{ ...gap, indexes }];
  });
  all.set(ref, { asOf: audit.asOf, broken: brokenIn(audit, failing) });
  writeResults(file, [Buffer.from(JSON.stringify([...all]))]);
  return {
    since: before?.asOf ?? null,
    gaps,
    failing: failing.filter((index) => !known.has(digestOf(commitName(audit, index)))),
  };
}

function readNoted(file: string): Map<string, Noted> {
  const bytes = readResults(file);
  if (bytes === null) return new Map();
  try {
    const noted: [string, Noted][] = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return new Map(noted);
  } catch {
    return new Map();
  }
}

function failingOf({ report: { commits, keys } }: Audit): readonly number[] {
  const failing: number[] = [];
  for (let index = 0; index < (commits?.count ?? 0); index++) {
    const verdict = keys[commits?.key(index) ?? -1]?.verdict;
    if (verdict !== "pass") failing.push(index);
  }
  return failing;
}

function brokenIn(audit: Audit, failing: readonly number[]): readonly string[] {
  const gaps = audit.gaps.flatMap((gap) =>
    Array.from(gap.indexes, (index) => digestOf(gapName(audit, gap, index))),
  );
  return [...gaps, ...failing.map((index) => digestOf(commitName(audit, index)))];
}

/** A commit that nobody could judge then and that fails now is new: an outage must not make it known. */
function commitName({ report: { commits, keys } }: Audit, index: number): string {
  return `commit ${keys[commits?.key(index) ?? -1]?.verdict} ${commits?.id(index)}`;
}

function gapName(audit: Audit, { code, of }: Gap, index: number): string {
  switch (of) {
    case "ticket":
      return `${code} ${audit.tickets[index]?.at}`;
    case "commit":
      return `${code} ${audit.report.commits?.id(index)}`;
    case "file":
      return `${code} ${audit.files?.path(index)}`;
    case "waiver":
      return `${code} ${audit.report.waivers[index]?.id}`;
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, DIGITS);
}
