import { Fault } from "../core/fault.ts";
import type { RemoteLaw } from "../core/law.ts";
import type { Spec } from "../core/spec.ts";
import type { Ticket } from "../core/ticket.ts";
import type { Tracker } from "../core/tracker.ts";
import type { GateWorld } from "../gate.ts";
import { foundTicket } from "../gather/found-ticket.ts";
import { committedSpec } from "./committed-spec.ts";
import { type Desk, type DeskTask, openDesk } from "./desk.ts";
import { type FoundWork, findWork } from "./found-work.ts";
import type { TaskLink } from "./link.ts";
import { nextState } from "./next-state.ts";
import { type SafeTerms, safeWrites } from "./safe-mode.ts";
import { namedWork, noUpstream, type Refusal } from "./work.ts";
import { isTold, workComment } from "./work-comment.ts";
import type { PlannedWrite, Writes } from "./writes.ts";

/** What became of one part. `shown`: by `--dry-run`; `declined`: by whoever was asked. */
export type Part = "done" | "same" | "shown" | "declined";

/** What telling a ticket of its work came to. */
export type Pushing =
  | { readonly outcome: "refused"; readonly task: string; readonly refusal: Refusal }
  | {
      readonly outcome: "told";
      readonly task: string;
      readonly ticket: Pick<Ticket, "remote" | "id" | "key" | "url">;
      readonly work: FoundWork;
      readonly spec: Pick<Spec, "path" | "digest"> | null;
      readonly comment: { readonly part: Part; readonly url: string | null };
      /** `to`: where it stands now, or would. `why`: a sentence. */
      readonly state: {
        readonly part: Part;
        readonly from: string;
        readonly to: string;
        readonly why: string;
      };
      readonly warnings: readonly string[];
    };

/**
 * Tells a task's ticket what was done for it, by one comment, and moves the ticket on. Twice is once. Throws Fault("usage") where no work is
 * found, and whatever tracker and forge throw.
 */
export async function pushTask(world: GateWorld, written: string, terms: SafeTerms): Promise<Pushing> {
  const desk = await openDesk(world);
  const work = await namedWork(desk, written);
  const { link } = work;
  if (link === null) return { outcome: "refused", task: work.id, refusal: noUpstream(work) };
  const found = await findWork(desk, work, await desk.gate.forge());
  if (found === null) throw nothingFound(work, link);
  const { spec, refusal, warnings } = await committedSpec(
    desk,
    work,
    await seenCommit(desk, found),
    "refuse",
  );
  if (refusal !== null) return { outcome: "refused", task: work.id, refusal };
  const tracker = await desk.tracker(link.remote);
  const ticket = foundTicket(link.remote.name, link.id, await tracker.one(link.id));
  const writes = await safeWrites(desk.gate, world, terms);
  const telling: Telling = { tracker, ticket, work, found, spec, writes, isDry: terms.dryRun };
  const comment = await tell(telling);
  const state = await move(telling, link.remote);
  const { remote, id, key, url } = ticket;
  return {
    outcome: "told",
    task: work.id,
    ticket: { remote, id, key, url },
    work: found,
    spec: spec === null ? null : { path: spec.path, digest: spec.digest },
    comment,
    state,
    warnings: [...warnings, ...openCriteria(work)],
  };
}

interface Telling {
  readonly tracker: Tracker;
  readonly ticket: Ticket;
  readonly work: DeskTask;
  readonly found: FoundWork;
  readonly spec: Spec | null;
  readonly writes: Writes;
  readonly isDry: boolean;
}

type Told = Extract<Pushing, { readonly outcome: "told" }>;

async function tell(telling: Telling): Promise<Told["comment"]> {
  const { tracker, ticket, work, found, spec, writes } = telling;
  const wanted = workComment(work.id, found, spec);
  const { account } = await tracker.identity();
  const before = (await tracker.comments(ticket.id)).find(
    ({ by, text }) => by?.account === account && isTold(text, wanted),
  );
  if (before !== undefined) return { part: "same", url: before.url };
  const mark = `thread-${work.id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  const write: PlannedWrite = {
    ...planned(telling),
    operation: "comment",
    summary:
      found.change === null ? "say which commit did it" : `say what pull request ${found.change.number} is`,
    detail: wanted.text.split("\n"),
  };
  const posted = await writes.perform(write, () => tracker.comment(ticket.id, wanted.text, mark));
  if (posted === null) return { part: telling.isDry ? "shown" : "declined", url: null };
  return { part: posted.changed ? "done" : "same", url: posted.url };
}

async function move(telling: Telling, remote: RemoteLaw): Promise<Told["state"]> {
  const { tracker, ticket, found, writes, work } = telling;
  const from = ticket.state.name;
  const { target, why } = nextState(ticket, remote, found.state);
  if (target === null) return { part: "same", from, to: from, why };
  const write: PlannedWrite = {
    ...planned(telling),
    operation: "state",
    summary: `move it from ${from} to ${target}`,
    detail: [],
  };
  const act = async () => ({ state: await tracker.setState(ticket.id, target), url: ticket.url });
  const moved = await writes.perform(write, act).catch((thrown: unknown) => {
    throw withWayOut(thrown, work);
  });
  if (moved === null) return { part: telling.isDry ? "shown" : "declined", from, to: target, why };
  return { part: "done", from, to: moved.state.name, why };
}

/** A transition may want what only a person can fill in. */
function withWayOut(thrown: unknown, { id }: DeskTask): unknown {
  if (!(thrown instanceof Fault) || thrown.code !== "usage" || thrown.fix !== undefined) return thrown;
  const { code, message, found, wanted } = thrown;
  const fix = `golden-thread remote open ${id}, move it there by hand, then run the command again`;
  return new Fault(code, message, { found, wanted, fix, cause: thrown });
}

function planned({
  ticket,
  work,
  found,
  spec,
}: Telling): Pick<PlannedWrite, "remote" | "target" | "metadata"> {
  const metadata = { task: work.id, spec: spec?.digest ?? null, commit: found.commit, branch: found.branch };
  return { remote: ticket.remote, target: ticket.key, metadata };
}

/** The commit by whose tree the spec is told: that of the work, where this clone has it. */
async function seenCommit({ gate }: Desk, { commit }: FoundWork): Promise<string> {
  const args = ["cat-file", "-e", `${commit}^{commit}`];
  const { code } = await gate.repo.git.run(args, { codes: [0, 1, 128] });
  return code === 0 ? commit : "HEAD";
}

function nothingFound({ id }: DeskTask, { id: ticket }: TaskLink): Fault {
  return new Fault("usage", `Nothing was found that was done for ${id}.`, {
    found: "no open pull request of this branch, and no commit that names it and was merged",
    wanted: `a pull request, or a commit in the default branch that names ${id} or ${ticket}`,
    fix: `golden-thread remote pr ${id}, or git fetch after the merge`,
  });
}

function openCriteria({ id, task }: DeskTask): readonly string[] {
  const open = (task.ticket?.criteria ?? []).filter(({ done }) => !done).length;
  return open === 0
    ? []
    : [`${id} has ${open} acceptance ${open === 1 ? "criterion" : "criteria"} that nobody ticked.`];
}
