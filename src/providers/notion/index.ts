import { once } from "../../core/once.ts";
import type { Identity } from "../../core/tracker.ts";
import { believer } from "../believe.ts";
import { oneOf } from "../one-of.ts";
import { defineTracker } from "../provider.ts";
import { cleanLine } from "../text.ts";
import { untold } from "../untold.ts";
import { access } from "./access.ts";
import { type Asking, askJson, type Space } from "./ask.ts";
import { comment, commentsOf } from "./comment.ts";
import { history } from "./history.ts";
import { links } from "./links.ts";
import { list } from "./list.ts";
import { lookUp } from "./many.ts";
import { me } from "./schema.ts";
import { type NotionSettings, notionSettings } from "./settings.ts";
import { sourceBook } from "./sources.ts";
import { edit, setState } from "./write.ts";

/** Notion, the pages of one data source. */
export const provider = defineTracker<NotionSettings>({
  id: "notion",
  grammar: "notion",
  capabilities: { remote: true, all: false },
  settings: notionSettings,
  access,
  connect(remote, settings, { http }) {
    const space: Space = { remote, settings, http, source: sourceBook({ remote, http }) };
    const identity = once(() => whoAmI({ remote, http }));
    const believe = believer(identity);
    const many = async (ids: readonly string[]) => believe(await lookUp(space, ids));
    return {
      remote,
      many,
      identity,
      one: oneOf(many),
      list: (query) => list(space, query),
      search: (text, query = {}) => list(space, query, text),
      links: (id) => links(space, id),
      history: (id) => history(space, id),
      recordsText: false,
      pasts: async (ids) => untold(ids, "Notion keeps no history of a page's properties."),
      comments: (id) => commentsOf(space, id),
      setState: (id, target) => setState(space, id, target),
      edit: (id, fields) => edit(space, id, fields),
      comment: (id, text, mark) => comment(space, id, text, mark),
    };
  },
});

async function whoAmI(asking: Asking): Promise<Identity> {
  const user = await askJson(asking, { path: "/users/me" }, { shape: me, about: "the account" });
  const email = user.person?.email ?? user.bot?.owner?.user?.person?.email;
  return {
    account: user.id,
    name: cleanLine(user.name ?? user.id),
    email: email ? cleanLine(email) : null,
    rights: null,
  };
}
