import type { RemoteLaw } from "../core/law.ts";
import { namedUpstream, type UpstreamGround } from "../gather/upstream.ts";
import type { TaskLinks } from "../store/task-links.ts";
import type { ParsedTask } from "../tasks/parse.ts";

/** The ticket that a task follows, and where that is told. */
export interface TaskLink {
  /** Canonical id of the task. */
  readonly task: string;
  readonly remote: RemoteLaw;
  /** Canonical id of the ticket. */
  readonly id: string;
  readonly url: string | null;
  /** `upstream`: the task's own key; the others stand in where an editor dropped it. */
  readonly from: "upstream" | "references" | "store";
}

/** What links are read from. */
export interface LinkGround extends UpstreamGround {
  readonly links: TaskLinks;
}

/**
 * The link of a task: its `upstream`, else the one address under `references` that is a ticket of a remote, else what was kept when it
 * was linked. Null: it has none, or one that no remote of the policy owns. The file's word is a claim like any other text.
 */
export function linkOf(task: ParsedTask, ground: LinkGround): TaskLink | null {
  const id = task.ticket?.id;
  if (id === undefined) return null;
  const named = namedUpstream(task, ground);
  if (named !== null) return { task: id, ...named };
  if (task.upstream !== null) return null;
  const kept = ground.links.get(id);
  const remote = ground.remotes.find(({ name }) => name === kept?.remote);
  return kept === null || remote === undefined
    ? null
    : { task: id, remote, id: kept.id, url: kept.url, from: "store" };
}
