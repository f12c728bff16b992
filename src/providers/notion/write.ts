import { Fault } from "../../core/fault.ts";
import type { StateCategory, Ticket } from "../../core/ticket.ts";
import type { TicketEdit } from "../../core/tracker.ts";
import { isSame, isState } from "../states.ts";
import { trouble } from "../trouble.ts";
import { askJson, compact, type Space } from "./ask.ts";
import { readOwn } from "./many.ts";
import { plain, stateIn } from "./map.ts";
import { personIds } from "./people.ts";
import { nameOf, propertyOf, statesOf } from "./properties.ts";
import { markdown, type Page, page as pageShape } from "./schema.ts";

/** Longest piece of rich text. */
const LONGEST_PIECE = 2000;

/** Sets one of the options of the page's status, or the first one of a category. */
export async function setState(
  space: Space,
  id: string,
  target: StateCategory | (string & {}),
): Promise<Ticket["state"]> {
  const page = await readOwn(space, id);
  const now = await stateIn(space, page);
  if (isState(target, now)) return now;
  const source =
    page.parent.data_source_id === undefined ? null : await space.source(page.parent.data_source_id);
  const states = statesOf(source, space.settings.status_map);
  const first = states.find((state) => isState(target, state));
  const property = nameOf(page.properties, "status") ?? nameOf(page.properties, "choice");
  if (first === undefined || property === null)
    throw new Fault("usage", `Page ${id} of ${space.remote} can't be set to this state.`, {
      found: target,
      wanted: `an option of its status: ${states.map(({ name }) => name).join(", ")}`,
    });
  const type = page.properties[property]?.type ?? "status";
  const changed = await patch(space, id, { [property]: { [type]: { name: first.name } } });
  return stateIn(space, changed);
}

/** Sets title, people and tags in one request, the text in another. */
export async function edit(space: Space, id: string, fields: TicketEdit): Promise<void> {
  const page = await readOwn(space, id);
  const people = fields.assignees && (await personIds(space, fields.assignees));
  const properties = {
    ...valueFor(space, page, "title", fields.title && { title: pieces(fields.title) }),
    ...valueFor(
      space,
      page,
      "people",
      people && { people: people.map((one) => ({ object: "user", id: one })) },
    ),
    ...valueFor(
      space,
      page,
      "labels",
      fields.labels && { multi_select: fields.labels.map((name) => ({ name })) },
    ),
  };
  const changed = Object.keys(properties).length === 0 ? page : await patch(space, id, properties);
  if (fields.description !== undefined) {
    const json = { type: "replace_content", replace_content: { new_str: fields.description } };
    const path = `/pages/${encodeURIComponent(id)}/markdown`;
    await askJson(space, { method: "PATCH", path, json }, { shape: markdown, about: `to change page ${id}` });
  }
  const dropped = droppedFrom(changed, fields, people ?? []);
  if (dropped.length > 0)
    throw trouble("forbidden", `${space.remote} did not take over all that page ${id} was given.`, {
      found: dropped.join(", "),
    });
}

/** The value under the name that the property has there. */
function valueFor(
  { remote }: Space,
  { properties }: Page,
  role: "title" | "people" | "labels",
  value: object | "" | undefined,
): Readonly<Record<string, unknown>> {
  if (value === undefined || value === "") return {};
  const name = nameOf(properties, role);
  if (name !== null) return { [name]: value };
  throw new Fault("usage", `The data source of ${remote} has no property for ${role}.`, {
    wanted: role === "labels" ? "a multi-select called Tags or Labels" : `a property of type ${role}`,
  });
}

function patch(space: Space, id: string, properties: Readonly<Record<string, unknown>>): Promise<Page> {
  const request = {
    method: "PATCH",
    path: `/pages/${encodeURIComponent(id)}`,
    json: { properties },
  } as const;
  return askJson(space, request, { shape: pageShape, about: `to change page ${id}` });
}

function pieces(text: string): readonly { readonly text: { readonly content: string } }[] {
  const count = Math.ceil(text.length / LONGEST_PIECE);
  return Array.from({ length: count }, (_, at) => ({
    text: { content: text.slice(at * LONGEST_PIECE, (at + 1) * LONGEST_PIECE) },
  }));
}

function droppedFrom(
  { properties }: Page,
  { title, labels = [] }: TicketEdit,
  people: readonly string[],
): readonly string[] {
  const tags = propertyOf(properties, "labels")?.multi_select ?? [];
  const assigned = (propertyOf(properties, "people")?.people ?? []).map(({ id }) => compact(id));
  const isThere = title === undefined || isSame(title, plain(propertyOf(properties, "title")?.title));
  return [
    ...(isThere ? [] : ["the title"]),
    ...people.filter((id) => !assigned.includes(compact(id))).map((id) => `the assignee ${id}`),
    ...labels
      .filter((label) => !tags.some(({ name }) => isSame(name, label)))
      .map((label) => `the tag ${label}`),
  ];
}
