import type { Evidence } from "../core/evidence.ts";
import { lookupKey } from "../core/ticket.ts";
import { type TaskQuestion, tasksBefore } from "../gather/tasks-before.ts";
import type { Repository } from "../git/repository.ts";
import { idsOfFileName } from "../tasks/id.ts";
import type { Tasks } from "../tasks/store.ts";
import { citedAt, type HistoryTable, idAt } from "./table.ts";

/**
 * For commits that today's tasks do not authorise: the same tasks as they stood where the commit was made. A task that is done
 * today was open while it was worked on, and only the tree that the author had tells. By index, then look-up key.
 */
export async function answersAsOf(
  repo: Repository,
  table: HistoryTable,
  tasks: Tasks,
  { remote, levels }: AsOf,
  indices: readonly number[],
): Promise<ReadonlyMap<number, Evidence["lookups"]>> {
  const paths = pathsById(table, tasks);
  const asked = ({ commit, id }: Cited): TaskQuestion => ({ commit, id, paths: paths.get(id) ?? [] });
  const cited = indices.flatMap((index): readonly Cited[] => {
    const own = citedAt(table, index).filter((one) => one.remote === remote);
    return own.map(({ id }) => ({ commit: idAt(table, index), id }));
  });
  if (cited.length === 0) return new Map();
  const known = new Map(await tasksBefore(repo, tasks, cited.map(asked)));
  let found: Told = known;
  for (let level = 0; level < levels && found.size > 0; level++) {
    const above = parentsIn(found).filter(({ commit, id }) => !known.get(commit)?.has(id));
    found = above.length === 0 ? new Map() : await tasksBefore(repo, tasks, above.map(asked));
    for (const [commit, more] of found) known.set(commit, new Map([...(known.get(commit) ?? []), ...more]));
  }
  return new Map(
    indices.flatMap((index) => {
      const own = known.get(idAt(table, index));
      if (own === undefined || own.size === 0) return [];
      const answers = [...own].map(([id, lookup]) => [lookupKey(remote, id), lookup] as const);
      return [[index, Object.fromEntries(answers)] as const];
    }),
  );
}

/** Whose tasks, and how many parents of each count beside it. */
interface AsOf {
  readonly remote: string;
  readonly levels: number;
}

type Cited = Pick<TaskQuestion, "commit" | "id">;
type Told = Awaited<ReturnType<typeof tasksBefore>>;

function parentsIn(told: Told): readonly Cited[] {
  return [...told].flatMap(([commit, lookups]) =>
    [...lookups.values()].flatMap((lookup) =>
      lookup.status === "found" && lookup.ticket.parent !== null
        ? [{ commit, id: lookup.ticket.parent }]
        : [],
    ),
  );
}

/** Every path at which the history knows a task's file, by the ids that its name can mean. */
function pathsById(table: HistoryTable, tasks: Tasks): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, string[]>();
  for (const path of new Set([...table.pathNames, ...tasks.paths])) {
    if (!tasks.isTaskPath(path)) continue;
    for (const id of idsOfFileName(path)) {
      const own = byId.get(id);
      if (own === undefined) byId.set(id, [path]);
      else own.push(path);
    }
  }
  return byId;
}
