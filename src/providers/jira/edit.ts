import { Fault } from "../../core/fault.ts";
import type { TicketEdit } from "../../core/tracker.ts";
import { cleanMarkdown } from "../text.ts";
import { trouble } from "../trouble.ts";
import { writeAdf } from "./adf/write.ts";
import { type Client, refusedChange } from "./client.ts";
import { accountOf, markdownOf } from "./map.ts";
import { fetchIssue, issuePath } from "./one.ts";
import type { Issue } from "./schema.ts";
import { findUser } from "./users.ts";
import { writeWiki } from "./wiki/write.ts";

/** Sets the given fields in one request, and reads them back: a screen without a field drops it silently. */
export async function editIssue(client: Client, id: string, edit: TicketEdit): Promise<void> {
  const fields = await fieldsOf(client, id, edit);
  if (Object.keys(fields).length === 0) return;
  const reply = await client.ask({ method: "PUT", path: issuePath(id), json: { fields } });
  if (reply.status !== 204 && reply.status !== 200) throw await refusedChange(client, reply, id, "edit");
  const dropped = droppedFrom(fields, await fetchIssue(client, id));
  if (dropped.length > 0)
    throw trouble("forbidden", `${client.remote} did not take ${dropped.join(" and ")} of ${id}.`);
}

interface Fields {
  readonly summary?: string;
  readonly description?: unknown;
  readonly labels?: readonly string[];
  readonly assignee?: { readonly accountId: string } | { readonly name: string } | null;
}

async function fieldsOf(client: Client, id: string, edit: TicketEdit): Promise<Fields> {
  const { title, description, labels, assignees } = edit;
  return {
    ...(title === undefined ? {} : { summary: title }),
    ...(description === undefined ? {} : { description: await bodyOf(client, description) }),
    ...(labels === undefined ? {} : { labels }),
    ...(assignees === undefined ? {} : { assignee: await assigneeOf(client, id, assignees) }),
  };
}

/** Markdown as this Jira stores texts. */
export async function bodyOf(client: Client, markdown: string): Promise<unknown> {
  return (await client.flavour()) === "cloud" ? writeAdf(markdown) : writeWiki(markdown);
}

async function assigneeOf(
  client: Client,
  id: string,
  [wanted, ...more]: readonly string[],
): Promise<NonNullable<Fields["assignee"]> | null> {
  if (wanted === undefined) return null;
  if (more.length > 0)
    throw new Fault("usage", `${client.remote} gives ${id} one assignee at most.`, { wanted: "one name" });
  const user = await findUser(client, wanted, id);
  const isCloud = (await client.flavour()) === "cloud";
  const account = user === null ? null : isCloud ? accountOf(user) : (user.name ?? null);
  if (account === null)
    throw new Fault("usage", `${client.remote} knows nobody who can be assigned ${id} by that name.`, {
      found: wanted,
      wanted: isCloud ? "an e-mail address, a display name or an account id" : "a login or an e-mail address",
    });
  return isCloud ? { accountId: account } : { name: account };
}

function droppedFrom(
  { summary, description, labels, assignee }: Fields,
  { fields }: Issue,
): readonly string[] {
  const isAssigned =
    assignee === null
      ? fields.assignee === null || fields.assignee === undefined
      : assignee === undefined ||
        ("name" in assignee
          ? assignee.name === fields.assignee?.name
          : assignee.accountId === fields.assignee?.accountId);
  return [
    summary !== undefined && summary.trim() !== fields.summary?.trim() ? "the title" : "",
    description !== undefined && !isSameText(description, fields.description) ? "the description" : "",
    labels !== undefined && !isSameSet(labels, fields.labels ?? []) ? "the labels" : "",
    isAssigned ? "" : "the assignee",
  ].filter(Boolean);
}

/** Whether two bodies say the same: Jira adds ids and attributes of its own. */
export function isSameText(one: unknown, other: unknown): boolean {
  return cleanMarkdown(markdownOf(one ?? "")) === cleanMarkdown(markdownOf(other ?? ""));
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return [...new Set(one)].sort().join("\n") === [...new Set(other)].sort().join("\n");
}
