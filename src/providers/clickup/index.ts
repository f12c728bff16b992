import { Fault } from "../../core/fault.ts";
import { once } from "../../core/once.ts";
import type { Identity } from "../../core/tracker.ts";
import { believer } from "../believe.ts";
import { oneOf } from "../one-of.ts";
import { defineTracker } from "../provider.ts";
import { cleanLine } from "../text.ts";
import { untold } from "../untold.ts";
import { access } from "./access.ts";
import { type Asking, askJson, type Workspace } from "./ask.ts";
import { comment, commentsOf } from "./comment.ts";
import { history } from "./history.ts";
import { links } from "./links.ts";
import { list, search } from "./list.ts";
import { lookUp } from "./many.ts";
import { customItems, user } from "./schema.ts";
import { type ClickupSettings, clickupSettings } from "./settings.ts";
import { edit, setState } from "./write.ts";

/** ClickUp, one workspace of it. */
export const provider = defineTracker<ClickupSettings>({
  id: "clickup",
  grammar: "clickup",
  capabilities: { remote: true, all: false },
  settings: clickupSettings,
  access,
  connect(remote, settings, { http }) {
    const types = once(() => typesOf({ remote, http }, settings.team));
    const typeName = async (number: number) => (await types()).get(number) ?? null;
    const workspace: Workspace = { remote, settings, http, typeName };
    const identity = once(() => whoAmI({ remote, http }));
    const me = async () => (await identity()).account;
    const believe = believer(identity);
    const many = async (ids: readonly string[]) => believe(await lookUp(workspace, ids));
    return {
      remote,
      many,
      identity,
      one: oneOf(many),
      list: (query) => list(workspace, query, { me }),
      search: (text, wanted = {}) => search(workspace, text, { wanted, me }),
      links: (id) => links(workspace, id),
      history: (id) => history(workspace, id),
      recordsText: false,
      pasts: async (ids) =>
        untold(ids, "ClickUp tells only one time of a status that a task was in more than once."),
      comments: (id) => commentsOf(workspace, id),
      setState: (id, target) => setState(workspace, id, target),
      edit: (id, fields) => edit(workspace, id, fields),
      comment: (id, text, mark) => comment(workspace, id, text, mark),
    };
  },
});

async function whoAmI(asking: Asking): Promise<Identity> {
  const { user: me } = await askJson(asking, { path: "/user" }, { shape: user, about: "the account" });
  const email = me.email ? cleanLine(me.email) : null;
  return { account: me.id, name: cleanLine(me.username ?? me.email ?? me.id), email, rights: null };
}

/** Names of the workspace's own types. An account that may not ask for them is told none. */
async function typesOf(asking: Asking, team: string): Promise<ReadonlyMap<number, string>> {
  try {
    const request = { path: `/team/${team}/custom_item` };
    const { custom_items } = await askJson(asking, request, { shape: customItems, about: "types of tasks" });
    return new Map(custom_items.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
  } catch (thrown) {
    if (thrown instanceof Fault && (thrown.code === "absent" || thrown.code === "forbidden"))
      return new Map();
    throw thrown;
  }
}
