import { Fault } from "../../core/fault.ts";
import type { Past, Person } from "../../core/ticket.ts";
import { askPasts } from "../ask-many.ts";
import { pastOf, untoldBy } from "../past-of.ts";
import { utc } from "../text.ts";
import { askJson, type Boards, inProject } from "./ask.ts";
import { timeOf, updatesAt } from "./history.ts";
import { personsOf } from "./map.ts";
import { REVISION, revisions } from "./schema.ts";
import { toState } from "./state-book.ts";

/** Most work items that are asked for one by one; for more, all revisions of the project cost less. */
const FEW = 200;

/** Most revisions of one answer. */
const PAGE = 1000;

/** How a work item stood after a change. */
interface Revision {
  readonly number: number;
  readonly at: string | null;
  readonly by: Person | null;
  readonly project: string;
  readonly type: string;
  readonly state: string;
}

/** The states of work items so far. What has a gap in the project's revisions, because it was moved, is asked for alone. */
export async function pastsOf(boards: Boards, ids: readonly string[]): Promise<ReadonlyMap<string, Past>> {
  const distinct = new Set(ids);
  if (distinct.size <= FEW) return singly(boards, ids, new Map());
  try {
    return await singly(boards, ids, await revisionsOf(boards, distinct));
  } catch (thrown) {
    return askPasts(ids, distinct.size, () => Promise.reject(thrown));
  }
}

/** `all`: what is known already. */
function singly(
  boards: Boards,
  ids: readonly string[],
  all: ReadonlyMap<string, readonly Revision[]>,
): Promise<ReadonlyMap<string, Past>> {
  return askPasts(ids, 1, async ([id = ""]) => {
    if (!/^[1-9]\d{0,9}$/.test(id)) return new Map([[id, untoldBy(boards.remote, id, { status: "absent" })]]);
    const known = all.get(id) ?? [];
    const isWhole = known.length > 0 && known.every(({ number }, at) => number === at + 1);
    return new Map([[id, await pastIn(boards, isWhole ? known : await updatesOf(boards, id))]]);
  });
}

async function pastIn(boards: Boards, steps: readonly Revision[]): Promise<Past> {
  const states = await Promise.all(
    steps.map(async ({ project, type, state }) => {
      const book = await boards.states(project, type);
      return toState(state, book, boards.settings);
    }),
  );
  const [first] = states;
  const now = states.at(-1);
  if (first === undefined || now === undefined)
    return { status: "untold", detail: `${boards.remote} has no record of its states.` };
  const moves = steps.slice(1).flatMap(({ at, by }, index) => {
    const to = states[index + 1];
    return at === null || to === undefined ? [] : [{ at, by, to }];
  });
  return pastOf(boards.remote, { createdAt: steps[0]?.at ?? null, first, moves, now });
}

/** Each change tells only what it changed. The whole organization is asked: the work item may be in another project. */
async function updatesOf(boards: Boards, id: string): Promise<readonly Revision[]> {
  const steps: Revision[] = [];
  let last = { project: "", type: "", state: "" };
  for await (const update of updatesAt(
    boards,
    id,
    `/_apis/wit/workItems/${encodeURIComponent(id)}/updates`,
  )) {
    const of = (field: string, before: string) => {
      const value = update.fields?.[field]?.newValue;
      return typeof value === "string" ? value : before;
    };
    last = {
      project: of("System.TeamProject", last.project),
      type: of("System.WorkItemType", last.type),
      state: of("System.State", last.state),
    };
    const by = personsOf(update.revisedBy)[0] ?? null;
    // A change of links alone makes no revision.
    if (update.fields) steps.push({ number: steps.length + 1, at: timeOf(update), by, ...last });
  }
  return steps;
}

/** Revisions of the wanted work items among all of the project; no more pages are read than there are work items. */
async function revisionsOf(
  boards: Boards,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Revision[]>> {
  const found = new Map<string, Revision[]>();
  const path = inProject(boards.settings.project, "wit/reporting/workitemrevisions");
  let continuationToken: string | undefined;
  try {
    for (let pages = 0; pages < ids.size; pages++) {
      const fields = REVISION.join(",");
      const query = { fields, includeIdentityRef: true, $maxPageSize: PAGE, continuationToken };
      const page = await askJson(boards, { path, query }, { shape: revisions, about: "all revisions" });
      for (const { id, rev, fields: told } of page.values) {
        if (!ids.has(String(id))) continue;
        const steps = found.get(String(id)) ?? [];
        found.set(String(id), steps);
        steps.push({
          number: rev,
          at: utc(told["System.ChangedDate"]),
          by: personsOf(told["System.ChangedBy"])[0] ?? null,
          project: told["System.TeamProject"],
          type: told["System.WorkItemType"],
          state: told["System.State"],
        });
      }
      continuationToken = page.continuationToken ?? undefined;
      if (page.isLastBatch === true || continuationToken === undefined) break;
    }
  } catch (thrown) {
    // Who may not read all may still read each.
    if (!(thrown instanceof Fault) || thrown.code !== "forbidden") throw thrown;
    return new Map();
  }
  for (const steps of found.values()) steps.sort((one, other) => one.number - other.number);
  return found;
}
