import { evidenceTickets, frame, historyTickets } from "./check.ts";
import { headPolicy } from "./check-pr/head-policy.ts";
import { judgeMerging } from "./check-pr/merging.ts";
import type { OpenPullRequest } from "./check-pr/open.ts";
import { columnsOf, toldEvidence } from "./check-pr/told.ts";
import { wholeEvidence } from "./check-pr/whole.ts";
import type { PullRequestChange } from "./core/change.ts";
import { evaluate } from "./core/evaluate.ts";
import type { Evidence } from "./core/evidence.ts";
import { Fault } from "./core/fault.ts";
import type { JudgedFinding } from "./core/finding.ts";
import type { LiveChange } from "./core/forge.ts";
import type { Report, ReportSubject } from "./core/report.ts";
import type { Rule } from "./core/rule.ts";
import { isAnywhereOn } from "./core/scope.ts";
import { decide } from "./core/verdict.ts";
import type { Gate } from "./gate.ts";
import { branchReferences, pullRequestReferences } from "./gather/references.ts";
import { historyCase } from "./history/case.ts";
import { judgeHistory } from "./history/judge-history.ts";
import type { Progress } from "./history/read.ts";
import { rules } from "./rules/index.ts";

/** A pull request's verdict, and what it rests on. */
export interface JudgedPullRequest {
  readonly report: Report;
  /** About the pull request as one thing. */
  readonly evidence: Evidence;
  /** Subjects by commit, where the clone does not have them; null: it does. */
  readonly subjects: ReadonlyMap<string, string> | null;
}

/** Judges a pull request, for doors that only tell the verdict. */
export async function checkPullRequest(opened: OpenPullRequest, progress?: Progress): Promise<Report> {
  return (await judgePullRequest(opened, progress)).report;
}

/**
 * Judges a pull request: each of its commits as a range would, with what title, body and branch refer to beside its own, and then
 * the whole once, by the rules that answer for it.
 */
export async function judgePullRequest(
  opened: OpenPullRequest,
  progress?: Progress,
): Promise<JudgedPullRequest> {
  return opened.range === null ? judgeTold(opened) : judgeRange(opened, progress);
}

const ofCommits = rules.filter(({ meta }) => !isOfWhole(meta));
const ofWhole = rules.filter(({ meta }) => isOfWhole(meta));

/** Specs are those of tickets, however many commits name one. */
function isOfWhole({ whole, needs }: Rule["meta"]): boolean {
  return whole === true || needs.includes("specs");
}

async function judgeRange(
  opened: OpenPullRequest,
  progress: Progress | undefined,
): Promise<JudgedPullRequest> {
  const { gate, forge, live, base, head, range, notices } = opened;
  const change = changeOf(live, { base, head });
  const request = {
    range: `#${live.number}`,
    ...range,
    ref: `refs/heads/${live.head.branch}`,
    around: pullRequestReferences(gate.reader, live),
    ...(progress ? { progress } : {}),
  };
  const part = (evidence: Evidence): readonly JudgedFinding[] =>
    evaluate(partOf(evidence, change), gate.law, ofCommits);
  const history = await historyCase({ ...gate, sources: gate.anew }, request, part);
  const { beforeBaseline, subject } = history;
  const judged = await judgeHistory(history);
  const whole = await withTrees(
    opened,
    await wholeEvidence(history, { ...change, complete: subject.complete }),
    head,
  );
  const merging = await judgeMerging({ gate, forge, live, whole });
  const findings = [
    ...evaluate(whole, gate.law, ofWhole),
    ...merging.findings,
    ...(history.whole === null ? [] : part(history.whole)),
  ];
  const report: Report = {
    ...frame(gate, subjectOf(live, subject.complete)),
    proposal: proposalOf(live, { base, head }),
    notices: [...notices, ...history.notices(), ...merging.notices],
    verdict: verdictOf([...findings, ...judged.keys.flatMap((key) => key.findings)]),
    findings,
    commits: judged.commits,
    keys: judged.keys,
    counts: { ...judged.counts, beforeBaseline },
    tickets: () => historyTickets(judged, whole.specs),
  };
  return { report, evidence: whole, subjects: null };
}

/** Merges are left out, since only git can say what one brings; so such a pull request is never known whole. */
async function judgeTold(opened: OpenPullRequest): Promise<JudgedPullRequest> {
  const { gate, forge, live, base, head, notices } = opened;
  const told = await forge.commits(live.number);
  const commits = told.commits.filter(({ parents }) => parents.length < 2);
  const complete = told.complete && commits.length === told.commits.length && head === live.head.commit;
  const change = { ...changeOf(live, { base, head }), commits, complete };
  const around = [
    ...branchReferences(gate.reader, live.head.branch),
    ...pullRequestReferences(gate.reader, live),
  ];
  const evidence = {
    ...(await withTrees(opened, await toldEvidence(gate, change, around), await treeTold(gate, head))),
    change,
  };
  const merging = await judgeMerging({ gate, forge, live, whole: evidence });
  const findings = [...evaluate(evidence, gate.law, rules), ...merging.findings];
  const report: Report = {
    ...frame(gate, subjectOf(live, complete)),
    proposal: proposalOf(live, { base, head }),
    notices: [...notices, `commits-told: ${head}`, ...merging.notices],
    verdict: verdictOf(findings),
    findings: findings.filter(({ about }) => about.commit === undefined),
    ...columnsOf(evidence, findings),
    tickets: () => evidenceTickets(evidence),
  };
  const subjects = commits.map(
    ({ id, message }) => [id ?? "", message.trimStart().split("\n")[0] ?? ""] as const,
  );
  return { report, evidence, subjects: new Map(subjects) };
}

/** A head whose commits are not here may have a tree that is. */
async function treeTold({ treeAt }: Gate, head: string): Promise<string | null> {
  try {
    await treeAt(head);
    return head;
  } catch (thrown) {
    if (thrown instanceof Fault) return null;
    throw thrown;
  }
}

/** With what the head's own tree has to say: the law as it would be, and specs. `head`: null: its tree is not told. */
async function withTrees(
  opened: OpenPullRequest,
  evidence: Evidence,
  head: string | null,
): Promise<Evidence> {
  const { gate, forge } = opened;
  const law = await headPolicy(opened);
  const told = law === null ? evidence : { ...evidence, headPolicy: law };
  if (!asksForSpecs(gate.law)) return told;
  const { specEvidence } = await import("./check-pr/specs.ts");
  return { ...told, ...(await specEvidence(gate, evidence, { head, limit: forge.limits.body })) };
}

/** Whether anybody asks for specs. */
function asksForSpecs(law: Gate["law"]): boolean {
  const asking = rules.filter(({ meta }) => meta.needs.includes("specs"));
  return law.spec.required && asking.some(({ meta }) => isAnywhereOn(law, meta.id));
}

/** Without its commits, which are told otherwise. */
function changeOf(
  { number, author, title, body, head: { branch } }: LiveChange,
  ends: Pick<PullRequestChange, "base" | "head">,
): PullRequestChange {
  const { name, account } = author;
  return {
    kind: "pull-request",
    number,
    author: { name, email: "", account, ...(author.isBot ? { isBot: true } : {}) },
    ...ends,
    commits: [],
    branch,
    title,
    body,
    complete: true,
  };
}

/** What is known of some of its commits, as evidence about the pull request. */
function partOf(evidence: Evidence, change: PullRequestChange): Evidence {
  const { change: part } = evidence;
  if (part.kind !== "commits") return evidence;
  const { commits, complete } = part;
  return { ...evidence, change: { ...change, commits, complete } };
}

function subjectOf({ number, title, head }: LiveChange, complete: boolean): ReportSubject {
  return { kind: "pull-request", label: `#${number}`, branch: head.branch, complete, subject: title };
}

function proposalOf(
  { number, url, author, draft, base, head }: LiveChange,
  ends: Pick<PullRequestChange, "base" | "head">,
): NonNullable<Report["proposal"]> {
  return {
    number,
    url,
    author: author.name,
    draft,
    base: { branch: base.branch, commit: ends.base },
    head: { branch: head.branch, commit: ends.head, isFork: head.isFork },
  };
}

/** Nothing new is nothing to object to. */
function verdictOf(findings: readonly JudgedFinding[]): Report["verdict"] {
  return findings.length === 0 ? "pass" : decide(findings);
}
