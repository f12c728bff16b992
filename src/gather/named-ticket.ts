import { Fault } from "../core/fault.ts";
import type { Law, RemoteLaw } from "../core/law.ts";
import type { Tree } from "../core/ports.ts";
import type { Reference } from "../core/reference.ts";
import type { Tasks } from "../tasks/store.ts";
import { type Reader, writtenReferences } from "./references.ts";

/** What of the gate it takes to find out which ticket somebody means. */
interface Naming {
  readonly law: Law;
  readonly reader: Reader;
  readonly tree: Tree;
  tasks(): Promise<Tasks>;
}

/** Why a command has no use for a task of the repository itself, and what mends that. `upstream`: the ticket that the task follows, if any. */
export interface FileRefusal {
  readonly message: string;
  fix(upstream: string | null): string;
}

/** The tracker's ticket that somebody names in a command. Throws Fault("usage") where it is none, several, or a file of the repository. */
export async function namedTicket(
  naming: Naming,
  written: string,
  refusal: FileRefusal,
): Promise<{ readonly remote: RemoteLaw; readonly id: string }> {
  const [found = []] = writtenReferences(naming.reader, written);
  const [first, ...others] = distinct(found);
  if (first === undefined || others.length > 0)
    throw new Fault("usage", first === undefined ? "This names no ticket." : "This names several tickets.", {
      found: written,
      wanted: "one ticket, such as PROJ-7, #12 or its address",
      fix: "golden-thread config explain remotes",
    });
  const remote = naming.law.remotes.find(({ name }) => name === first.remote);
  if (remote === undefined)
    throw new Fault("usage", "The policy names no tracker that has this ticket.", {
      found: written,
      wanted: naming.law.remotes.map(({ name }) => name).join(", ") || "a remote, and the policy has none",
      fix: "golden-thread config explain remotes",
    });
  if (remote.kind === "markdown") throw await fileFault(naming, first.id, refusal);
  return { remote, id: first.id };
}

function distinct(references: readonly Reference[]): readonly Reference[] {
  return [...new Map(references.map((one) => [`${one.provider} ${one.id}`, one])).values()];
}

/** A task says nothing that its tracker would: whoever may write to a repository may write anything into its files. */
async function fileFault({ tasks, tree }: Naming, id: string, refusal: FileRefusal): Promise<Fault> {
  const opened = await tasks();
  const path = await opened.fileOf(id);
  const bytes = path === null ? null : await tree.read(path);
  const task = path === null || bytes === null ? null : await opened.parse(path, bytes);
  const upstream = task?.upstream?.id ?? null;
  return new Fault("usage", refusal.message, {
    found: path === null ? id : `${id} in ${path}`,
    wanted:
      upstream === null ? "a ticket of a tracker; the task names no upstream" : `its upstream, ${upstream}`,
    fix: refusal.fix(upstream),
  });
}
