import { claimsAmong, inTextOrder } from "../core/claims.ts";
import type { Evidence } from "../core/evidence.ts";
import { once } from "../core/once.ts";
import type { ApprovedSpec, SpecAnswer } from "../core/spec.ts";
import { lookupKey, type Ticket } from "../core/ticket.ts";
import type { Gate } from "../gate.ts";
import { follower } from "../gather/upstream.ts";
import { type BlockRoom, blockOf } from "../specs/compare-block.ts";
import { specDocuments } from "../specs/documents.ts";
import { resolveSpec } from "../specs/resolve.ts";
import type { ParsedTask } from "../tasks/parse.ts";
import type { Tasks } from "../tasks/store.ts";

/** What rules about specs are shown. */
export type SpecEvidence = Pick<Evidence, "specs" | "specBlock" | "approvedSpecs">;

/** A ticket that the pull request names; `ticket` null: nobody knows it. */
interface Named {
  readonly at: string;
  readonly ticket: Ticket | null;
}

/**
 * The specs of all tickets that a pull request names, as its head has them, what its description shows of them, and what the trusted tree
 * and the tickets say was approved. `head`: null: this clone does not have it. `limit`: most UTF-16 units of a description.
 */
export async function specEvidence(
  gate: Gate,
  evidence: Evidence,
  { head, limit }: { readonly head: string | null; readonly limit: number },
): Promise<SpecEvidence> {
  const { law, reader } = gate;
  const named = namedTickets(evidence);
  const tasksIn = (tasks: Tasks) => tasksOf(tasks, named, follower(law, reader));
  const [specs, trusted] = await Promise.all([
    head === null ? unknowable(named) : specsAt(gate, named, head, tasksIn),
    gate.tasks().then(tasksIn),
  ]);
  const { change } = evidence;
  const room: BlockRoom = { limit, disclose: law.disclose };
  const isShown = law.spec.inject && change.kind === "pull-request";
  return {
    specs,
    ...(isShown ? { specBlock: blockOf(change.body, specs, room) } : {}),
    approvedSpecs: approvedOf(named, trusted, specs),
  };
}

function namedTickets({ references, facts, lookups }: Evidence): readonly Named[] {
  const inherited = facts.flatMap(({ inherits }) => inherits?.references ?? []);
  const claims = claimsAmong(
    [...inTextOrder(references), ...inherited],
    ["subject", "body", "trailer", "branch", "title"],
  );
  return claims.map(({ key }) => {
    const lookup = lookups[key];
    const isThere = lookup?.status === "found" || lookup?.status === "claimed";
    return { at: key, ticket: isThere ? lookup.ticket : null };
  });
}

type TasksByTicket = ReadonlyMap<string, readonly ParsedTask[]>;

/** The files that are these tickets, or follow them. */
async function tasksOf(
  tasks: Tasks,
  named: readonly Named[],
  follow: (task: ParsedTask) => ReturnType<ReturnType<typeof follower>>,
): Promise<TasksByTicket> {
  const found = new Map<string, ParsedTask[]>(named.map(({ at }) => [at, []]));
  if (found.size === 0) return found;
  for await (const task of tasks.each()) {
    const own = task.ticket === null ? null : lookupKey(task.ticket.remote, task.ticket.id);
    const followed = follow(task);
    const other = followed?.remote == null ? null : lookupKey(followed.remote, followed.id);
    for (const at of new Set([own, other])) found.get(at ?? "")?.push(task);
  }
  return found;
}

async function specsAt(
  { law, treeAt, tasksAt }: Gate,
  named: readonly Named[],
  head: string,
  tasksIn: (tasks: Tasks) => Promise<TasksByTicket>,
): Promise<Readonly<Record<string, SpecAnswer>>> {
  const [tree, tasks] = await Promise.all([treeAt(head), tasksAt(head)]);
  const files = await tasksIn(tasks);
  const { sources, paths } = law.spec;
  const ground = {
    tree,
    sources,
    paths,
    documents: once(() => specDocuments(tree, tasks.backlogs)),
  };
  const answers = named.map(async ({ at, ticket }): Promise<readonly [string, SpecAnswer]> => {
    if (ticket === null) return [at, { status: "none" }];
    const description = ticket.path === null ? ticket.description : null;
    return [at, await resolveSpec({ ticket, tasks: files.get(at) ?? [], description }, ground)];
  });
  return Object.fromEntries(await Promise.all(answers));
}

function unknowable(named: readonly Named[]): Readonly<Record<string, SpecAnswer>> {
  const answer: SpecAnswer = { status: "unknown", detail: "the pull request's head is not in this clone" };
  return Object.fromEntries(named.map(({ at }) => [at, answer]));
}

function approvedOf(
  named: readonly Named[],
  trusted: TasksByTicket,
  specs: Readonly<Record<string, SpecAnswer>>,
): Readonly<Record<string, readonly ApprovedSpec[]>> {
  return Object.fromEntries(
    named.flatMap(({ at, ticket }) => {
      const tasks = byTasks(trusted.get(at) ?? []);
      const answer = specs[at];
      const isDescription = answer?.status === "found" && answer.spec.source === "upstream";
      const approved = tasks.length === 0 && isDescription ? byComment(ticket) : tasks;
      return approved.length === 0 ? [] : [[at, approved] as const];
    }),
  );
}

/** Every approval of work that is not done yet; only where there is none, those of finished work, whose spec may have gone on since. */
function byTasks(tasks: readonly ParsedTask[]): readonly ApprovedSpec[] {
  const open = tasks.filter(({ kind }) => kind === "active" || kind === "draft").flatMap(byTask);
  return open.length > 0 ? open : tasks.flatMap(byTask);
}

function byTask({ compliance, spec }: ParsedTask): readonly ApprovedSpec[] {
  const by = compliance?.approvedBy.join(", ") ?? "";
  const digest = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(spec?.checksum ?? "")?.[1]?.toLowerCase() ?? null;
  return by === "" ? [] : [{ kind: "digest", by, digest }];
}

/** The last approval counts; the one before it was of an older text. */
function byComment(ticket: Ticket | null): readonly ApprovedSpec[] {
  const last = ticket?.approvals?.findLast(({ of }) => of.kind === "comment");
  if (last?.of.kind !== "comment" || ticket?.snapshot === undefined) return [];
  const isSame = last.of.snapshot.description === ticket.snapshot.description;
  return [{ kind: "description", by: last.by.name, isSame }];
}
