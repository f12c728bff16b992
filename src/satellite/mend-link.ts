import type { FileEdit } from "../tasks/edit.ts";
import type { EditValue } from "../tasks/yaml-emit.ts";
import type { Desk, DeskTask } from "./desk.ts";
import { editFile } from "./edit-file.ts";
import type { TaskLink } from "./link.ts";

/** A task whose `upstream` an editor dropped, and what was done about it. */
export interface MendedLink {
  readonly task: string;
  readonly path: string;
  readonly from: "references" | "store";
  readonly id: string;
}

/** The edits that write a link into a task file: the key, and the address where Backlog.md keeps it. */
export function linkEdits(link: Pick<TaskLink, "url">, upstream: EditValue): readonly FileEdit[] {
  const set: FileEdit = { kind: "set", key: "upstream", value: upstream };
  return link.url === null ? [set] : [{ kind: "append", key: "references", items: [link.url] }, set];
}

/**
 * Gives tasks their `upstream` back where an editor that does not know the key dropped it, from what was kept when they were linked. An
 * address under `references` alone may be anything, so it counts only for tasks that the command names (`named`).
 */
export async function mendLinks(
  desk: Desk,
  tasks: readonly DeskTask[],
  { named }: { readonly named: boolean },
): Promise<readonly MendedLink[]> {
  const mended: MendedLink[] = [];
  for (const one of tasks) {
    const { link } = one;
    if (link === null || link.from === "upstream" || one.task.kind === "archived") continue;
    const kept = desk.ground.links.get(one.id);
    const isKept = kept?.remote === link.remote.name && kept.id === link.id;
    if (!isKept && !named) continue;
    const url = link.url ?? kept?.url ?? null;
    const synced = isKept ? (kept.base?.at ?? null) : null;
    const value = {
      provider: link.remote.kind,
      id: link.id,
      ...(url === null ? {} : { url }),
      ...(synced === null ? {} : { last_sync: synced }),
    };
    await editFile(desk, one, linkEdits({ url }, value));
    mended.push({ task: one.id, path: one.path, from: link.from, id: link.id });
  }
  return mended;
}
