import type { Repository } from "../git/repository.ts";
import type { EvidenceCode, EvidenceFinding } from "./codes.ts";
import type { JudgedLine } from "./judge-line.ts";
import type { Facts } from "./record.ts";

/** All records of one judgement: a long history is told in several. */
interface Judgement {
  readonly line: number;
  readonly change: Facts["change"];
  readonly phase: string;
  readonly beforeBaseline: number;
  readonly commits: Set<string>;
}

/**
 * Holds records against git: each judgement's range has the commits that its records tell of, no more and no fewer, and where it landed the
 * ref still leads there. `through`: a commit whose whole history since the first record has to be told, too; null: none.
 */
export async function judgeHistory(
  repo: Repository,
  lines: readonly JudgedLine[],
  through: string | null,
): Promise<readonly EvidenceFinding[]> {
  const judgements = judgementsOf(lines);
  const findings: EvidenceFinding[] = [];
  const present = await presentIn(
    repo,
    judgements.flatMap(({ change }) => idsOf(change)),
  );
  for (const one of judgements) findings.push(...(await judgeRange(repo, one, present)));
  findings.push(...(await judgeRefs(repo, judgements, present)), ...gapsIn(judgements));
  if (through !== null) findings.push(...(await judgeRest(repo, judgements, { through, present })));
  return findings;
}

function judgementsOf(lines: readonly JudgedLine[]): readonly Judgement[] {
  const all = new Map<string, Judgement>();
  for (const { facts, line } of lines) {
    if (facts === null) continue;
    const { change, phase, evaluatedAt, implementation } = facts;
    const key = JSON.stringify([evaluatedAt, phase, change]);
    const { beforeBaseline } = implementation.coverage;
    const one = all.get(key) ?? { line, change, phase, beforeBaseline, commits: new Set() };
    for (const { digest } of implementation.commits) one.commits.add(digest.gitCommit);
    all.set(key, one);
  }
  return [...all.values()];
}

function idsOf({ base, head, beside = [] }: Facts["change"]): readonly string[] {
  return [base, head, ...beside].flatMap((one) => one?.digest.gitCommit ?? []);
}

async function presentIn({ git }: Repository, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const text = await git.text(["cat-file", "--batch-check=%(objectname) %(objecttype)"], {
    input: `${ids.join("\n")}\n`,
  });
  return new Set(text.split("\n").flatMap((line) => (line.endsWith(" commit") ? [line.slice(0, -7)] : [])));
}

async function judgeRange(
  repo: Repository,
  { line, change, commits, beforeBaseline }: Judgement,
  present: ReadonlySet<string>,
): Promise<readonly EvidenceFinding[]> {
  const tell = (code: EvidenceCode, about = ""): EvidenceFinding => ({ code, line, about });
  const [head, base] = [change.head?.digest.gitCommit, change.base?.digest.gitCommit];
  if (head === undefined || !change.complete) return [tell("range-unknown")];
  const missing = [head, base].flatMap((id) => (id === undefined || present.has(id) ? [] : [id]));
  if (missing.length > 0) return missing.map((id) => tell("record-without-commit", id));
  const beside = (change.beside ?? []).map(({ digest }) => digest.gitCommit).filter((id) => present.has(id));
  const behind = [...(base === undefined ? [] : [base]), ...beside];
  const there = await commitsOf(repo, { tips: [head], behind, since: change.since ?? null });
  const untold = [...there].filter((id) => !commits.has(id));
  const tree = change.tree?.digest.gitTree;
  const isOther = tree !== undefined && tree !== (await repo.git.text(["rev-parse", `${head}^{tree}`]));
  return [
    ...[...commits].filter((id) => !there.has(id)).map((id) => tell("record-without-commit", id)),
    // What is older than the policy is not judged, and the record says how many there are.
    ...(untold.length === beforeBaseline ? [] : untold.map((id) => tell("commit-without-record", id))),
    ...(isOther ? [tell("tree-differs", head)] : []),
  ];
}

async function commitsOf(
  { git }: Repository,
  {
    tips,
    behind,
    since,
  }: {
    readonly tips: readonly string[];
    readonly behind: readonly string[];
    readonly since: string | null;
  },
): Promise<ReadonlySet<string>> {
  const input = [...tips, ...behind.map((id) => `^${id}`)].map((one) => `${one}\n`).join("");
  const text = await git.text(["rev-list", "--timestamp", "--stdin"], { input });
  const from = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since) / 1000;
  const rows = text.split("\n").map((row) => row.split(" "));
  return new Set(rows.flatMap(([time, id]) => (id === undefined || Number(time) < from ? [] : [id])));
}

/** Commits that landed are on their ref for good. */
async function judgeRefs(
  repo: Repository,
  judgements: readonly Judgement[],
  present: ReadonlySet<string>,
): Promise<readonly EvidenceFinding[]> {
  const findings: EvidenceFinding[] = [];
  const tips = new Map<string, string | null>();
  for (const { line, change } of judgements.filter(hasLanded)) {
    const [ref, head] = [change.targetRef ?? "", change.head?.digest.gitCommit ?? ""];
    const tip = tips.has(ref) ? (tips.get(ref) ?? null) : await tipOf(repo, ref);
    tips.set(ref, tip);
    if (tip === null) findings.push({ code: "ref-not-here", line, about: ref });
    else if (present.has(head) && !(await isBehind(repo, head, tip)))
      findings.push({ code: "rewritten-history", line, about: ref });
  }
  return findings;
}

function hasLanded({ change, phase }: Judgement): boolean {
  const isLanded = phase === "post-merge" || phase === "audit";
  return isLanded && change.targetRef !== undefined && change.head !== undefined;
}

/** A clone has other people's branches below its remote's name. */
async function tipOf({ git }: Repository, ref: string): Promise<string | null> {
  for (const name of [ref, ref.replace(/^refs\/heads\//, "refs/remotes/origin/")]) {
    const id = await git.text(["rev-parse", "--quiet", "--verify", "--end-of-options", `${name}^{commit}`], {
      codes: [0, 1, 128],
    });
    if (id !== "") return id;
  }
  return null;
}

async function isBehind({ git }: Repository, ancestor: string, of: string): Promise<boolean> {
  const { code } = await git.run(["merge-base", "--is-ancestor", ancestor, of], { codes: [0, 1] });
  return code === 0;
}

/** Pushes to one ref follow on each other: what begins elsewhere than the last one ended leaves something out, or goes back. */
function gapsIn(judgements: readonly Judgement[]): readonly EvidenceFinding[] {
  const ends = new Map<string, string>();
  const findings: EvidenceFinding[] = [];
  for (const { line, change, phase } of judgements) {
    const [ref, base, head] = [
      change.targetRef,
      change.base?.digest.gitCommit,
      change.head?.digest.gitCommit,
    ];
    if (phase !== "post-merge" || ref === undefined || head === undefined) continue;
    const end = ends.get(ref);
    if (end !== undefined && base !== end) findings.push({ code: "range-gap", line, about: ref });
    ends.set(ref, head);
  }
  return findings;
}

/** Commits that nobody told of, from the first record's base to a commit. */
async function judgeRest(
  repo: Repository,
  judgements: readonly Judgement[],
  { through, present }: { readonly through: string; readonly present: ReadonlySet<string> },
): Promise<readonly EvidenceFinding[]> {
  const told = new Set(judgements.flatMap(({ commits }) => [...commits]));
  const behind = judgements.flatMap(({ change }) => idsOf(change)).filter((id) => present.has(id));
  const there = await commitsOf(repo, { tips: [through], behind, since: null });
  return [...there]
    .filter((id) => !told.has(id))
    .map((about) => ({ code: "commit-without-record", line: null, about }));
}
