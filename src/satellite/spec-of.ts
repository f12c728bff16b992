import { Fault } from "../core/fault.ts";
import { once } from "../core/once.ts";
import type { Tree } from "../core/ports.ts";
import type { SpecAnswer, SpecSource } from "../core/spec.ts";
import { specDocuments } from "../specs/documents.ts";
import { resolveSpec } from "../specs/resolve.ts";
import type { Tasks } from "../tasks/store.ts";
import type { Desk } from "./desk.ts";
import type { SpecOwner } from "./spec-owner.ts";

/**
 * The spec of a task or ticket as a tree has it, by the law's sources in their order. Its tracker is asked only where it comes to that; one
 * that gives no answer leaves it unknown.
 */
export async function specOf(
  { gate, tasks }: Pick<Desk, "gate"> & { readonly tasks: Pick<Tasks, "backlogs"> },
  owner: SpecOwner,
  tree: Tree,
): Promise<SpecAnswer> {
  const { sources, paths } = gate.law.spec;
  const documents = once(() => specDocuments(tree, tasks.backlogs));
  const { ticket } = owner;
  const files = owner.tasks.map(({ task }) => task);
  const by = (some: readonly SpecSource[], description: string | null) =>
    resolveSpec({ ticket, tasks: files, description }, { tree, sources: some, paths, documents });
  const at = sources.indexOf("upstream");
  if (at === -1 || owner.upstream === null) return by(sources, null);
  const nearer = await by(sources.slice(0, at), null);
  if (nearer.status !== "none") return nearer;
  try {
    return await by(sources.slice(at), (await owner.told())?.description ?? null);
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    const { message, found, fix } = thrown;
    return {
      status: "unknown",
      detail: [message, found, fix].filter((text) => text !== undefined).join(" "),
    };
  }
}
