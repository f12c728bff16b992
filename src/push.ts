import type { DoorPlace, Law } from "./core/law.ts";
import { SHORT_ID } from "./core/object-id.ts";
import type { World } from "./core/ports.ts";
import type { RefMove } from "./core/ref-moves.ts";
import type { Report } from "./core/report.ts";
import type { RuleMeta } from "./core/rule.ts";
import type { Gate, GateOptions } from "./gate.ts";
import { type Known, type NewCommits, newCommits } from "./git/new-commits.ts";
import type { CommitRange } from "./git/range.ts";
import type { Repository } from "./git/repository.ts";
import { rewordCommand } from "./git/reword.ts";
import { type CommitLabel, readLabels } from "./git/subjects.ts";
import { type Opening, startOpening } from "./opening.ts";
import { readAhead } from "./read-ahead.ts";

/** A push as a hook is told of it. */
export interface Push {
  /** `hook`: before it leaves here, by the work tree's law. `server`: where it arrives, by the law that stood there before. */
  readonly place: Extract<DoorPlace, "hook" | "server">;
  readonly moves: readonly RefMove[];
  readonly known: Known;
}

/** The answer to one ref of a push. */
export interface JudgedMove {
  readonly move: RefMove;
  readonly commits: CommitRange | null;
  /** Null: it brings no commits that are new. */
  readonly report: Report | null;
  /** The law that it was judged by. */
  readonly law: Pick<Law, "disclose" | "evidence" | "ledger"> | null;
  /** Full id of the commit whose tree has that law; null: no commit's. */
  readonly lawAt: string | null;
}

/** A push judged, one report for each ref that brings commits. */
export interface JudgedPush {
  readonly repo: Repository;
  readonly moves: readonly JudgedMove[];
  readonly metas: ReadonlyMap<string, RuleMeta<string>>;
  /** What people are shown of a few commits, by full id. */
  labels(ids: readonly string[]): Promise<ReadonlyMap<string, CommitLabel>>;
  /** The command that opens the messages of some of the commits; null where none does so without harm. */
  reword(ids: readonly string[], range: CommitRange): Promise<readonly string[] | null>;
}

/** Judges the commits that a push brings. Throws what `openGate` and `checkCommits` throw. */
export async function judgePush(world: Pick<World, "cwd" | "env" | "now">, push: Push): Promise<JudgedPush> {
  const opening = startOpening(world, null);
  const brought = bringing(opening, push);
  // git works on the first ref while this is loaded, and on its commits while the rest is.
  const [{ openGate }, { ruleMetas }] = await Promise.all([import("./gate.ts"), import("./rules/index.ts")]);
  const gates = gatesFor(push, (options) => openGate(world, { ...options, opening }));
  const judged: JudgedMove[] = [];
  for (const move of push.moves) {
    const commits = await brought(move);
    const gate = commits === null ? null : await gates(commits);
    const report = commits === null || gate === null ? null : await judgeBrought(gate, commits, move);
    judged.push({ move, commits, report, law: gate?.law ?? null, lawAt: gate?.lawAt ?? null });
  }
  const repo = await opening.repo;
  return {
    repo,
    moves: judged,
    metas: ruleMetas(),
    labels: (ids) => readLabels(repo, ids),
    reword: (ids, range) => rewordCommand(repo, ids, range),
  };
}

async function judgeBrought(gate: Gate, commits: NewCommits, { ref }: RefMove): Promise<Report> {
  const ahead = readAhead(gate, commits);
  const { checkCommits } = await import("./check.ts");
  return checkCommits(gate, { range: labelOf(commits), commits, ref, ahead });
}

/** Asks of the first ref at once, of each other when it is its turn: a push may hold thousands. */
function bringing({ git }: Opening, { moves, known }: Push): (move: RefMove) => Promise<NewCommits | null> {
  const [first] = moves;
  const asked = first === undefined ? null : newCommits(git, first, known);
  asked?.catch(() => undefined);
  return (move) => (move === first && asked !== null ? asked : newCommits(git, move, known));
}

/** As people write a range; a first push has no base. */
function labelOf({ include, exclude }: NewCommits): string {
  const [tip = "", base] = [include[0]?.slice(0, SHORT_ID), exclude[0]?.slice(0, SHORT_ID)];
  return base === undefined ? tip : `${base}..${tip}`;
}

type GateFor = (commits: NewCommits) => Promise<Gate>;

/**
 * One gate a law. Before a push leaves, the work tree's; where it arrives, that of the ref's old value or of HEAD, and in a
 * repository that has no commit yet the pushed one's own: somebody has to lay the first law.
 */
function gatesFor({ place }: Push, open: (options: GateOptions) => Promise<Gate>): GateFor {
  const gates = new Map<string, Promise<Gate>>();
  return ({ include, exclude }) => {
    const trusted = place === "hook" ? "" : (exclude[0] ?? include[0] ?? "");
    const ownLaw = exclude[0] === undefined;
    const gate =
      gates.get(trusted) ?? open(trusted === "" ? { place } : { place, policyRef: trusted, ownLaw });
    gates.set(trusted, gate);
    return gate;
  };
}

/** Keeps how a push was judged until post-receive learns that its refs have moved. Throws Fault("storage"). */
export async function keepAnswers({ repo, moves }: JudgedPush, now: Date): Promise<void> {
  const { keepAnswer } = await import("./store/push-log.ts");
  for (const judged of moves) {
    const { verdict = null, policyDigest = null, counts = null } = judged.report ?? {};
    if (verdict === "fail") continue;
    const answer = { ...judged.move, verdict, policyDigest, counts };
    const isAsked = (judged.law?.evidence?.notes ?? null) !== null;
    const evidence = isAsked ? await (await import("./record-evidence.ts")).evidenceOf(repo, judged) : null;
    keepAnswer(repo.commonDir, evidence === null ? answer : { ...answer, evidence }, now);
  }
}

/** Writes down refs that have moved, with the answers that were kept. Throws Fault("storage"). */
export async function recordPush(
  world: Pick<World, "cwd" | "env" | "now">,
  moves: readonly RefMove[],
): Promise<void> {
  const repo = await startOpening(world, null).repo;
  const { recordMoves } = await import("./store/push-log.ts");
  const waiting = recordMoves(repo.commonDir, moves, world.now());
  if (waiting.length === 0) return;
  const { recordEvidence } = await import("./record-evidence.ts");
  for (const one of waiting) await recordEvidence(repo, one, world.env);
}
