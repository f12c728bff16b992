import type { TicketEvent } from "../../core/tracker.ts";
import { labelChanges } from "../label-changes.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanLine, utc } from "../text.ts";
import { askJson, type Boards, inProject } from "./ask.ts";
import { labelsOf, personsOf, textOf } from "./map.ts";
import { type Update, updates } from "./schema.ts";

const PAGE = 200;

/** Names of what is told of a ticket. */
const NAMES: Readonly<Record<string, string>> = {
  "System.State": "state",
  "System.AssignedTo": "assignees",
  "System.Tags": "labels",
  "System.Title": "title",
  "System.Description": "description",
  "Microsoft.VSTS.TCM.ReproSteps": "description",
  "Microsoft.VSTS.Common.AcceptanceCriteria": "criteria",
  "System.WorkItemType": "type",
  "System.TeamProject": "project",
  "System.Parent": "parent",
};

/** What Azure Boards keeps for itself with every change, and what only follows from another change. */
const BOOKKEEPING =
  /^(?:System\.(?:Id|Rev|RevisedDate|AuthorizedDate|AuthorizedAs|ChangedDate|ChangedBy|CreatedDate|CreatedBy|Watermark|PersonId|NodeName|AreaId|IterationId|NodeType|AreaLevel\d+|IterationLevel\d+|CommentCount|History|BoardColumn|BoardColumnDone|BoardLane|IsDeleted)|WEF_.*|Microsoft\.VSTS\.Common\.(?:StateChangeDate|ActivatedDate|ActivatedBy|ResolvedDate|ResolvedBy|ClosedDate|ClosedBy))$/;

/** All changes of a work item, page by page. */
export async function history(boards: Boards, id: string): Promise<readonly TicketEvent[]> {
  const events: TicketEvent[] = [];
  const path = inProject(boards.settings.project, `wit/workItems/${encodeURIComponent(id)}/updates`);
  for await (const update of updatesAt(boards, id, path)) events.push(...(await eventsOf(update)));
  return oldestFirst(events);
}

/** Every change of a work item, the first one being its making. */
export async function* updatesAt(boards: Boards, id: string, path: string): AsyncGenerator<Update> {
  for (let skip = 0; ; skip += PAGE) {
    const request = { path, query: { $top: PAGE, $skip: skip } };
    const { value } = await askJson(boards, request, { shape: updates, about: `work item ${id}` });
    yield* value;
    if (value.length < PAGE) return;
  }
}

/** When a change was made stands among what it changed: the last revision is revised in the year 9999. */
export function timeOf({ fields, revisedDate }: Update): string | null {
  const told = fields?.["System.ChangedDate"]?.newValue;
  return utc(typeof told === "string" ? told : revisedDate);
}

async function eventsOf(update: Update): Promise<readonly TicketEvent[]> {
  const { fields, revisedBy } = update;
  const at = timeOf(update);
  if (at === null) return [];
  const by = personsOf(revisedBy)[0] ?? null;
  const changed = Object.entries(fields ?? {}).filter(([name]) => !BOOKKEEPING.test(name));
  const told = changed.map(async ([name, { oldValue, newValue }]): Promise<readonly TicketEvent[]> => {
    const field = NAMES[name] ?? cleanLine(name);
    if (field === "labels")
      return labelChanges(tagsIn(oldValue), tagsIn(newValue)).map((change) => ({ at, by, field, ...change }));
    return [{ at, by, field, from: await wordsOf(field, oldValue), to: await wordsOf(field, newValue) }];
  });
  return (await Promise.all(told)).flat();
}

function tagsIn(value: unknown): readonly string[] {
  return typeof value === "string" ? labelsOf(value) : [];
}

/** Texts of several lines, in HTML or Markdown. */
const TEXTS: ReadonlySet<string> = new Set(["description", "criteria"]);

async function wordsOf(field: string, value: unknown): Promise<string | null> {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return TEXTS.has(field) ? textOf(value) : cleanLine(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "object" && "displayName" in value) return cleanLine(String(value.displayName));
  return cleanLine(JSON.stringify(value));
}
