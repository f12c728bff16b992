import type { Person, Ticket } from "../../core/ticket.ts";
import { stateOf } from "../states.ts";
import { cleanLine, criteriaIn, described, utc } from "../text.ts";
import { typeOf } from "../types.ts";
import { compact, type Space } from "./ask.ts";
import { propertyOf, statesOf } from "./properties.ts";
import type { NotionUser, Page, Property } from "./schema.ts";

/**
 * A page as a ticket. `project` is the policy's own `data_source` for the pages in it, as the policy writes it, and the id
 * of their data source for all others. `text`: its Markdown.
 */
export async function toTicket(space: Space, page: Page, text = ""): Promise<Ticket> {
  const { properties, parent } = page;
  const id = compact(page.id);
  const { description, ...unshown } = described(text);
  const one = (role: Parameters<typeof propertyOf>[1]) => propertyOf(properties, role);
  const above = one("parent")?.relation?.[0]?.id;
  const iteration = one("iteration");
  return {
    remote: space.remote,
    id,
    key: keyOf(one("number")) ?? id,
    url: page.url?.startsWith("https://") ? page.url : `https://www.notion.so/${id}`,
    title: cleanLine(plain(one("title")?.title)),
    type: typeOf(cleanLine(one("type")?.select?.name ?? "")),
    state: await stateIn(space, page),
    project: isOwn(space, page) ? space.settings.data_source : compact(parent.data_source_id ?? ""),
    assignees: (one("people")?.people ?? []).map(personOf),
    createdBy: page.created_by ? personOf(page.created_by) : null,
    labels: (one("labels")?.multi_select ?? []).map(({ name }) => cleanLine(name)),
    parent: above === undefined ? null : compact(above),
    createdAt: utc(page.created_time),
    updatedAt: utc(page.last_edited_time),
    archived: page.is_archived ?? false,
    movedFrom: null,
    description,
    ...unshown,
    criteria: criteriaIn(description),
    affected: [],
    path: null,
    ...(iteration === null ? {} : { iteration: iteration.select?.name ?? null }),
    ...untoldBy(one("people"), one("parent")),
  };
}

/** A page without such a property says nothing about what would stand in it. */
function untoldBy(people: Property | null, parent: Property | null): Pick<Ticket, "untold"> {
  const untold = [
    ...(people === null ? (["assignees"] as const) : []),
    ...(parent === null ? (["parent"] as const) : []),
  ];
  return untold.length === 0 ? {} : { untold };
}

/** Whether a page is in the data source, or in the database, that the policy names. */
export function isOwn({ settings }: Space, { parent }: Page): boolean {
  const own = compact(settings.data_source);
  return [parent.data_source_id, parent.database_id].some((id) => id !== undefined && compact(id) === own);
}

/** A page tells its state's name; which of the groups it is in stands in its data source. */
export async function stateIn(space: Space, { properties, parent }: Page): Promise<Ticket["state"]> {
  const { status_map } = space.settings;
  const property = propertyOf(properties, "status") ?? propertyOf(properties, "choice");
  const name = property?.status?.name ?? property?.select?.name;
  if (name === undefined) return { name: "none", category: "unknown" };
  const source = parent.data_source_id === undefined ? null : await space.source(parent.data_source_id);
  const known = statesOf(source, status_map).find((state) => state.name === name);
  return known ?? stateOf(name, "unknown", status_map);
}

/** `TASK-42`, as people name it. */
function keyOf(property: Property | null): string | null {
  const { prefix, number } = property?.unique_id ?? {};
  if (number === null || number === undefined) return null;
  return prefix ? `${cleanLine(prefix)}-${number}` : String(number);
}

/** The text of a piece of rich text. */
export function plain(parts: readonly { readonly plain_text: string }[] | undefined): string {
  return (parts ?? []).map(({ plain_text }) => plain_text).join("");
}

/** Someone as far as the account may know them. */
export function personOf({ id, name, person }: NotionUser): Person {
  return { name: cleanLine(name ?? ""), email: cleanLine(person?.email ?? ""), account: id };
}
