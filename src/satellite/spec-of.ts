import { once } from "../core/once.ts";
import type { Tree } from "../core/ports.ts";
import { SPEC_SOURCES, type SpecAnswer } from "../core/spec.ts";
import { specDocuments } from "../specs/documents.ts";
import { resolveSpec } from "../specs/resolve.ts";
import type { Desk, DeskTask } from "./desk.ts";

/** What a tracker shows may change at any time, so only a tree's sources count here. */
const SOURCES = SPEC_SOURCES.filter((source) => source !== "upstream");

/** The spec of a task as a tree has it. The task's front matter is that of the work tree. */
export async function specOf({ gate, tasks }: Desk, { task }: DeskTask, tree: Tree): Promise<SpecAnswer> {
  if (task.ticket === null) return { status: "none" };
  return resolveSpec(
    { ticket: task.ticket, tasks: [task], description: null },
    {
      tree,
      sources: SOURCES,
      paths: gate.law.spec.paths,
      documents: once(() => specDocuments(tree, tasks.backlogs)),
    },
  );
}
