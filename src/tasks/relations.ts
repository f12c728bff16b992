import type { TaskProblem } from "../core/evidence.ts";
import type { ParsedTask } from "./parse.ts";
import { problem } from "./problem.ts";

/** A problem with the file that has it. */
export interface FileProblem extends TaskProblem {
  readonly path: string;
}

interface Node {
  readonly id: string;
  readonly task: ParsedTask;
  /** Ids that this task names, each with the key that names it. */
  readonly needs: readonly { readonly id: string; readonly key: string }[];
}

/**
 * What is wrong with task files only in each other's company: an id that several live files have, a dependency or a
 * parent that no file has, and tasks that wait for one another. Archived files count as existing, and only as that.
 */
export function relationProblems(tasks: readonly ParsedTask[]): readonly FileProblem[] {
  const nodes = tasks.flatMap(nodeOf);
  const ids = new Set(nodes.map(({ id }) => id));
  const live = nodes.filter(({ task }) => task.kind !== "archived");
  return [...duplicates(live), ...missing(live, ids), ...cycles(live)];
}

function nodeOf(task: ParsedTask): readonly Node[] {
  const { ticket, details } = task;
  if (ticket === null || details === null) return [];
  const dependencies = details.dependencies.map((id) => ({ id, key: keyOf(task) }));
  const parent = ticket.parent === null ? [] : [{ id: ticket.parent, key: "parent_task_id" }];
  return [{ id: ticket.id, task, needs: [...dependencies, ...parent] }];
}

function keyOf({ frontmatter }: ParsedTask): string {
  return frontmatter?.values.has("depends_on") ? "depends_on" : "dependencies";
}

function at({ task }: Node, key: string, code: Parameters<typeof problem>[0], detail: string): FileProblem {
  return { path: task.path, ...problem(code, task.frontmatter?.lines.get(key) ?? 1, detail) };
}

function duplicates(nodes: readonly Node[]): readonly FileProblem[] {
  const first = new Map<string, Node>();
  return nodes.flatMap((node) => {
    const other = first.get(node.id);
    if (other === undefined) first.set(node.id, node);
    return other === undefined ? [] : [at(node, "id", "id-duplicate", `${node.id}, ${other.task.path}`)];
  });
}

function missing(nodes: readonly Node[], ids: ReadonlySet<string>): readonly FileProblem[] {
  return nodes.flatMap((node) =>
    node.needs.filter(({ id }) => !ids.has(id)).map(({ id, key }) => at(node, key, "dependency-missing", id)),
  );
}

/** What is left when every task that waits for nothing (more) has been taken away waits for itself, or behind a circle. */
function cycles(nodes: readonly Node[]): readonly FileProblem[] {
  const waiting = new Map(nodes.map((node) => [node.id, new Set(dependencies(node))]));
  const free = [...waiting.keys()].filter((id) => ready(waiting, id));
  const dependents = dependentsOf(nodes);
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    waiting.delete(id);
    for (const other of dependents.get(id) ?? [])
      if (waiting.has(other) && ready(waiting, other)) free.push(other);
  }
  return nodes
    .filter((node) => waiting.has(node.id) && reaches(waiting, node.id))
    .map((node) => at(node, keyOf(node.task), "dependency-cycle", node.id));
}

function dependencies(node: Node): readonly string[] {
  return node.needs.filter(({ key }) => key !== "parent_task_id").map(({ id }) => id);
}

function dependentsOf(nodes: readonly Node[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const node of nodes) {
    for (const id of dependencies(node)) {
      const group = found.get(id);
      if (group === undefined) found.set(id, [node.id]);
      else group.push(node.id);
    }
  }
  return found;
}

function ready(waiting: ReadonlyMap<string, ReadonlySet<string>>, id: string): boolean {
  return [...(waiting.get(id) ?? [])].every((other) => !waiting.has(other));
}

/** Does a task wait for itself, along those that still wait? */
function reaches(waiting: ReadonlyMap<string, ReadonlySet<string>>, start: string): boolean {
  const seen = new Set<string>();
  const next = [...(waiting.get(start) ?? [])];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === start) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    next.push(...(waiting.get(id) ?? []));
  }
  return false;
}
