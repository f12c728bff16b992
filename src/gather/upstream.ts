import type { Law, RemoteLaw } from "../core/law.ts";
import type { Followed } from "../core/ticket.ts";
import type { ParsedTask } from "../tasks/parse.ts";
import { type Reader, writtenReferences } from "./references.ts";

/** What of a policy tells whose a ticket is. */
export interface UpstreamGround {
  readonly remotes: readonly RemoteLaw[];
  readonly reader: Reader;
}

/** A ticket that a task's own file names. */
export interface NamedTicket {
  readonly remote: RemoteLaw;
  /** Canonical id of the ticket. */
  readonly id: string;
  readonly url: string | null;
  /** `upstream`: the task's own key; `references` stand in where an editor dropped it. */
  readonly from: "upstream" | "references";
}

/** Files of tasks, as far as links are read from them. */
type Linked = Pick<ParsedTask, "upstream" | "details">;

/**
 * The ticket of a task by its file: its `upstream`, else the one address under `references` that is a ticket of a remote. Null: it
 * names none, or one that no remote of the policy owns.
 */
export function namedUpstream({ upstream, details }: Linked, ground: UpstreamGround): NamedTicket | null {
  if (upstream !== null) {
    const texts = [upstream.url, upstream.id].filter((text) => text !== null);
    return read(texts, upstream.provider, ground, { url: upstream.url, from: "upstream" });
  }
  const named = namedAddresses(details?.references ?? [], ground);
  const [first, ...others] = named;
  const isOne = others.every((one) => one.id === first?.id && one.remote === first.remote);
  return first !== undefined && isOne ? first : null;
}

/** Those of some addresses that are a ticket of a remote. */
export function namedAddresses(
  texts: readonly string[],
  ground: UpstreamGround,
): readonly (NamedTicket & { readonly url: string })[] {
  return texts
    .filter((text) => /^https?:\/\//.test(text))
    .flatMap((url) => {
      const named = read([url], null, ground, { url, from: "references" });
      return named === null ? [] : [{ ...named, url }];
    });
}

/** What rules are told of it. */
function followedTicket(task: Linked, ground: UpstreamGround): Followed | null {
  const named = namedUpstream(task, ground);
  const lastSync = task.upstream?.lastSync ?? null;
  if (named !== null) return { remote: named.remote.name, id: named.id, lastSync };
  return task.upstream === null ? null : { remote: null, id: task.upstream.id, lastSync };
}

/** The same as a question about any task. */
export function follower(
  { remotes }: Pick<Law, "remotes">,
  reader: Reader,
): (task: Linked) => Followed | null {
  return (task) => followedTicket(task, { remotes, reader });
}

/** The first text that names exactly one ticket of a remote. `provider`: only remotes of that kind. */
function read(
  texts: readonly string[],
  provider: string | null,
  { remotes, reader }: UpstreamGround,
  rest: Pick<NamedTicket, "url" | "from">,
): NamedTicket | null {
  for (const text of texts) {
    for (const all of writtenReferences(reader, text)) {
      const found = all.filter(({ remote }) => remote !== null);
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
