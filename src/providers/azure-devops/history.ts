import type { TicketEvent } from "../../core/tracker.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanLine, utc } from "../text.ts";
import { askJson, type Boards, inProject } from "./ask.ts";
import { personsOf, textOf } from "./map.ts";
import { updates } from "./schema.ts";

const PAGE = 200;

/** Names of what is told of a ticket. */
const NAMES: Readonly<Record<string, string>> = {
  "System.State": "state",
  "System.AssignedTo": "assignees",
  "System.Tags": "labels",
  "System.Title": "title",
  "System.Description": "description",
  "Microsoft.VSTS.TCM.ReproSteps": "description",
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
  for (let skip = 0; ; skip += PAGE) {
    const request = { path, query: { $top: PAGE, $skip: skip } };
    const { value } = await askJson(boards, request, { shape: updates, about: `work item ${id}` });
    for (const update of value) events.push(...(await eventsOf(update)));
    if (value.length < PAGE) break;
  }
  return oldestFirst(events);
}

type Update = ReturnType<ReturnType<typeof updates>["parse"]>["value"][number];

/** The last revision is revised in the year 9999: when a change was made stands among what it changed. */
async function eventsOf({ fields, revisedBy, revisedDate }: Update): Promise<readonly TicketEvent[]> {
  const told = fields?.["System.ChangedDate"]?.newValue;
  const at = utc(typeof told === "string" ? told : revisedDate);
  if (at === null) return [];
  const by = personsOf(revisedBy)[0] ?? null;
  const changed = Object.entries(fields ?? {}).filter(([name]) => !BOOKKEEPING.test(name));
  return Promise.all(
    changed.map(async ([name, { oldValue, newValue }]) => {
      const field = NAMES[name] ?? cleanLine(name);
      return { at, by, field, from: await wordsOf(field, oldValue), to: await wordsOf(field, newValue) };
    }),
  );
}

async function wordsOf(field: string, value: unknown): Promise<string | null> {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return field === "description" ? textOf(value) : cleanLine(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "object" && "displayName" in value) return cleanLine(String(value.displayName));
  return cleanLine(JSON.stringify(value));
}
