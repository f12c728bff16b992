import { Fault } from "../../core/fault.ts";
import type { Lookup } from "../../core/ticket.ts";
import { askMany } from "../ask-many.ts";
import { asLookup, trouble } from "../trouble.ts";
import { askJson, type Space } from "./ask.ts";
import { isOwn, toTicket } from "./map.ts";
import { markdown, type Page, page } from "./schema.ts";

/** Most tickets that are fetched with their text: it is a request more for each. */
const WITH_TEXT = 3;

/** Every page is a request of its own: this API can't ask for several by their ids. */
export function lookUp(space: Space, ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> {
  const withText = new Set(ids).size <= WITH_TEXT;
  return askMany(ids, 1, async (batch) => {
    const answers = batch.map(async (id) => [id, await answerFor(space, id, withText)] as const);
    return new Map(await Promise.all(answers));
  });
}

async function answerFor(space: Space, id: string, withText: boolean): Promise<Lookup> {
  if (!/^[0-9a-f]{32}$/.test(id)) return { status: "absent", detail: "it is no id of a page" };
  try {
    const found = await read(space, id);
    if (found.in_trash ?? found.archived) return { status: "absent", detail: "it was deleted" };
    if (found.parent.data_source_id === undefined)
      return { status: "absent", detail: "it is a page of its own, not an entry of a data source" };
    const ticket = await toTicket(space, found, withText ? await textOf(space, id) : "");
    const told = withText ? ticket : { ...ticket, untold: [...(ticket.untold ?? []), "snapshot" as const] };
    return { status: "found", ticket: told, source: "api" };
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== "usage") return asLookup(thrown);
    return { status: "unavailable", detail: `${thrown.message} ${thrown.found ?? ""}` };
  }
}

/** One page, wherever it is. */
function read(space: Space, id: string): Promise<Page> {
  const path = `/pages/${encodeURIComponent(id)}`;
  return askJson(space, { path }, { shape: page, about: `page ${id}` });
}

/** One page of the policy's data source: no other is changed, and of no other is more told than a look-up does. */
export async function readOwn(space: Space, id: string): Promise<Page> {
  const found = await read(space, id);
  if (isOwn(space, found) && !(found.in_trash ?? found.archived)) return found;
  throw trouble("absent", `${space.remote} has no page ${id} in its data source.`);
}

/** A page's text as Markdown. */
export async function textOf(space: Space, id: string): Promise<string> {
  const path = `/pages/${encodeURIComponent(id)}/markdown`;
  const { markdown: text, truncated } = await askJson(
    space,
    { path },
    { shape: markdown, about: `page ${id}` },
  );
  return truncated === true ? `${text}\n\n… (shortened)` : text;
}
