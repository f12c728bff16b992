import type { EvidenceFinding } from "./codes.ts";
import type { Files } from "./folder.ts";
import type { JudgedLine } from "./judge-line.ts";
import type { Facts } from "./record.ts";
import { rowsOf } from "./rows.ts";
import { type ToldReport, type ToldTicket, toldReport } from "./told-schema.ts";

const REPORT = "report.json";
const ROWS = "commits.csv";

/** Holds what the files of a folder say against what the statements say: whoever signs may have written one thing here and another there. */
export function judgeTold(files: Files, lines: readonly JudgedLine[]): readonly EvidenceFinding[] {
  const facts = lines.flatMap((one) => one.facts ?? []);
  const [first] = facts;
  // A file of several judgements has no report of them all.
  if (first === undefined || facts.some((one) => !isSame(one, first))) return [];
  const told = new Map(
    facts.flatMap(({ implementation }) =>
      implementation.commits.map((one) => [one.digest.gitCommit, one.result] as const),
    ),
  );
  const [report, rows] = [files.get(REPORT), files.get(ROWS)];
  const abouts = [
    ...(report === undefined ? [] : reportDiffers(toldReport(report), facts, told)),
    ...(rows === undefined ? [] : rowsDiffer(Buffer.from(rows).toString("utf8"), told)),
  ];
  return abouts.map((about) => ({ code: "report-differs", line: null, about }));
}

function isSame(one: Facts, other: Facts): boolean {
  const same = [one.evaluatedAt, one.phase, one.result, one.policy, one.change, one.implementation.coverage];
  const { evaluatedAt, phase, result, policy, change, implementation } = other;
  return (
    JSON.stringify(same) ===
    JSON.stringify([evaluatedAt, phase, result, policy, change, implementation.coverage])
  );
}

type Told = ReadonlyMap<string, string>;

function* reportDiffers(report: ToldReport | null, facts: readonly Facts[], told: Told): Iterable<string> {
  const [first] = facts;
  if (report === null || first === undefined) {
    yield `${REPORT}: no report`;
    return;
  }
  if (report.statement !== first.result) yield `${REPORT}: ${report.statement}`;
  if (report.policyDigest !== first.policy.digest.sha256) yield `${REPORT}: policyDigest`;
  yield* countsDiffer(report.counts, first.implementation.coverage);
  const verdicts = new Map(
    report.commits?.id.map(
      (id, index) => [id, report.keys[report.commits?.key[index] ?? -1]?.verdict ?? ""] as const,
    ),
  );
  for (const id of commitsDiffer(verdicts, told)) yield `${REPORT}: ${id}`;
  for (const at of ticketsDiffer(report, facts)) yield `${REPORT}: ${at}`;
}

/** Names of numbers in the statement, by those of the report. */
const COUNTS = {
  commits: "total",
  referenced: "linked",
  passed: "passed",
  failed: "failed",
  undecided: "undecided",
  beforeBaseline: "beforeBaseline",
  exempt: "exempt",
} as const;

function* countsDiffer(
  counts: ToldReport["counts"],
  coverage: Facts["implementation"]["coverage"],
): Iterable<string> {
  for (const [name, other] of Object.entries(COUNTS))
    if (JSON.stringify(counts[name]) !== JSON.stringify(coverage[other])) yield `${REPORT}: counts.${name}`;
}

/** The verdicts that a result stands for. */
const VERDICTS: Readonly<Record<string, string>> = {
  PASSED: "pass",
  WARNED: "pass",
  FAILED: "fail",
  UNKNOWN: "undecided",
};

function* commitsDiffer(verdicts: ReadonlyMap<string, string>, told: Told): Iterable<string> {
  for (const [id, verdict] of verdicts) if (VERDICTS[told.get(id) ?? ""] !== verdict) yield id;
  for (const id of told.keys()) if (!verdicts.has(id)) yield id;
}

function* ticketsDiffer({ kind, tickets }: ToldReport, facts: readonly Facts[]): Iterable<string> {
  const intents = new Map(
    facts.flatMap(({ intent }) => intent.map((one) => [one.at, wordsOf(one)] as const)),
  );
  const told = new Map(tickets.map((one) => [one.at, wordsOf(one)]));
  for (const [at, words] of intents) if (told.get(at) !== words) yield at;
  // An audit lists every ticket of its trackers, and statements those alone that commits name.
  if (kind !== "audit") for (const at of told.keys()) if (!intents.has(at)) yield at;
}

function wordsOf({ status, state }: ToldTicket): string {
  return JSON.stringify([status, state?.name ?? null, state?.category ?? null]);
}

function* rowsDiffer(text: string, told: Told): Iterable<string> {
  const [head = [], ...rows] = rowsOf(text);
  const [id, verdict] = [head.findIndex((name) => /^(commit_)?sha$/.test(name)), head.indexOf("verdict")];
  const verdicts = new Map(rows.map((row) => [row[id] ?? "", row[verdict] ?? ""] as const));
  for (const one of commitsDiffer(verdicts, told)) yield `${ROWS}: ${one}`;
}
