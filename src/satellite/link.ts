import type { RemoteLaw } from "../core/law.ts";
import type { Reader } from "../gather/references.ts";
import { messageReferences } from "../gather/references.ts";
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
export interface LinkGround {
  readonly remotes: readonly RemoteLaw[];
  readonly reader: Reader;
  readonly links: TaskLinks;
}

/**
 * The link of a task: its `upstream`, else the one address under `references` that is a ticket of a remote, else what was kept when it
 * was linked. Null: it has none, or one that no remote of the policy owns. The file's word is a claim like any other text.
 */
export function linkOf(task: ParsedTask, ground: LinkGround): TaskLink | null {
  const id = task.ticket?.id;
  if (id === undefined) return null;
  const { upstream, details } = task;
  if (upstream !== null) {
    const texts = [upstream.url, upstream.id].filter((text) => text !== null);
    return read(texts, upstream.provider, ground, { task: id, url: upstream.url, from: "upstream" });
  }
  const named = linkedAddresses(id, details?.references ?? [], ground);
  const [first, ...others] = named;
  if (first !== undefined && others.every((one) => one.id === first.id && one.remote === first.remote))
    return first;
  const kept = ground.links.get(id);
  const remote = ground.remotes.find(({ name }) => name === kept?.remote);
  return kept === null || remote === undefined
    ? null
    : { task: id, remote, id: kept.id, url: kept.url, from: "store" };
}

/** Those of some addresses that are a ticket of a remote. */
export function linkedAddresses(
  task: string,
  texts: readonly string[],
  ground: LinkGround,
): readonly (TaskLink & { readonly url: string })[] {
  return texts
    .filter((text) => /^https?:\/\//.test(text))
    .flatMap((url) => {
      const link = read([url], null, ground, { task, url, from: "references" });
      return link === null ? [] : [{ ...link, url }];
    });
}

/** The first text that names exactly one ticket of a remote. `provider`: only remotes of that kind. */
function read(
  texts: readonly string[],
  provider: string | null,
  { remotes, reader }: LinkGround,
  rest: Pick<TaskLink, "task" | "url" | "from">,
): TaskLink | null {
  for (const text of texts) {
    for (const form of [text, `AB#${text}`, `CU-${text}`, `https://www.notion.so/${text}`]) {
      const found = messageReferences(reader, form, 0).filter(({ remote }) => remote !== null);
      const ids = new Set(found.map((one) => `${one.remote} ${one.id}`));
      const remote = remotes.find(({ name }) => name === found[0]?.remote);
      const id = found[0]?.id;
      if (ids.size !== 1 || remote === undefined || id === undefined || remote.kind === "markdown") continue;
      if (provider === null || isKind(remote, provider)) return { ...rest, remote, id };
    }
  }
  return null;
}

function isKind({ kind, name }: RemoteLaw, provider: string): boolean {
  return [kind, name, kind === "azure-devops" ? "ado" : kind].includes(provider);
}
