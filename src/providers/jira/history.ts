import type { TicketEvent } from "../../core/tracker.ts";
import { readJson } from "../answer.ts";
import { labelChanges } from "../label-changes.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanLine, utc } from "../text.ts";
import { type Client, refusal } from "./client.ts";
import { personOf } from "./map.ts";
import { issuePath } from "./one.ts";
import { type Change, changelogShape, issueChangelogShape } from "./schema.ts";

const PAGE = 100;

/** Who changed what, oldest first. Cloud tells it page by page, Data Center with the issue. */
export async function historyOf(client: Client, id: string): Promise<readonly TicketEvent[]> {
  const changes =
    (await client.flavour()) === "cloud" ? await pagedChanges(client, id) : await allChanges(client, id);
  return oldestFirst(changes.flatMap(eventsOf));
}

async function pagedChanges(client: Client, id: string): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (;;) {
    const reply = await client.ask({
      path: `${issuePath(id)}/changelog`,
      query: { startAt: changes.length, maxResults: PAGE },
    });
    if (reply.status !== 200) throw await refusal(client, reply, id, "show the history of");
    const { values, isLast, total } = await readJson(client.remote, reply, changelogShape);
    changes.push(...values);
    if (values.length === 0 || isLast === true || changes.length >= (total ?? 0)) return changes;
  }
}

/** All changes of an issue of Data Center's. */
export async function allChanges(client: Client, id: string): Promise<readonly Change[]> {
  const reply = await client.ask({ path: issuePath(id), query: { expand: "changelog", fields: "summary" } });
  if (reply.status !== 200) throw await refusal(client, reply, id, "show the history of");
  return (await readJson(client.remote, reply, issueChangelogShape)).changelog.histories;
}

function eventsOf({ created, author, items }: Change): readonly TicketEvent[] {
  const at = utc(created) ?? String(created);
  const by = author ? personOf(author) : null;
  return items.flatMap((item) => {
    const name = textAt(item, "field") ?? "";
    const field = FIELDS.get(name.toLowerCase()) ?? name;
    const [from, to] = [textAt(item, "fromString"), textAt(item, "toString")];
    if (field !== "labels") return [{ at, by, field, from, to }];
    return labelChanges(wordsOf(from), wordsOf(to)).map((change) => ({ at, by, field, ...change }));
  });
}

/** Labels are told as one text, with blanks between: none has one in it. */
function wordsOf(text: string | null): readonly string[] {
  return (text ?? "").split(" ").filter(Boolean);
}

/** Jira's names of the fields that every tracker has. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ["status", "state"],
  ["assignee", "assignees"],
  ["labels", "labels"],
  ["summary", "title"],
  ["description", "description"],
  ["issuetype", "type"],
  ["project", "project"],
  ["parent", "parent"],
  ["issueparentassociation", "parent"],
  ["epic link", "parent"],
]);

/** A text of a changelog's item. One of the fields is called `toString`, which every object has: only its own counts. */
export function textAt(item: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = Object.hasOwn(item, name) ? item[name] : null;
  return typeof value === "string" && value !== "" ? cleanLine(value) : null;
}
