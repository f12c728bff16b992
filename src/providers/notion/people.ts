import { Fault } from "../../core/fault.ts";
import { isSame } from "../states.ts";
import { askJson, type Space } from "./ask.ts";
import { me, type NotionUser, users } from "./schema.ts";

const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** Ids of people by id, name or e-mail address, in their order. Throws Fault("usage") for one who is not there. */
export async function personIds(space: Space, names: readonly string[]): Promise<readonly string[]> {
  const known = names.every((name) => UUID.test(name) || name === "@me") ? [] : await everyone(space);
  return Promise.all(
    names.map(async (name) => {
      if (UUID.test(name)) return name;
      if (name === "@me") return owner(space);
      const found = known.find((one) =>
        [one.name, one.person?.email].some((text) => typeof text === "string" && isSame(text, name)),
      );
      if (found !== undefined) return found.id;
      throw new Fault("usage", `Nobody in the workspace of ${space.remote} bears this name.`, {
        found: name,
        wanted: "a member's name, e-mail address or id",
      });
    }),
  );
}

/** A connection is nobody itself; some act for a person. */
async function owner(space: Space): Promise<string> {
  const { bot } = await askJson(space, { path: "/users/me" }, { shape: me, about: "the account" });
  if (bot?.owner?.user) return bot.owner.user.id;
  throw new Fault("usage", `The connection to ${space.remote} acts for nobody, so @me is no one.`, {
    found: "@me",
    wanted: "a member's name, e-mail address or id",
  });
}

async function everyone(space: Space): Promise<readonly NotionUser[]> {
  const all: NotionUser[] = [];
  let start_cursor: string | undefined;
  do {
    const request = { path: "/users", query: { page_size: 100, start_cursor } };
    const page = await askJson(space, request, { shape: users, about: "people of the workspace" });
    all.push(...page.results);
    start_cursor = page.next_cursor ?? undefined;
  } while (start_cursor !== undefined);
  return all;
}
