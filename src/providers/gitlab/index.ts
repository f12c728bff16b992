import { once } from "../../core/once.ts";
import { type Lookup, SILENT, type Ticket } from "../../core/ticket.ts";
import type { Tracker } from "../../core/tracker.ts";
import { believer } from "../believe.ts";
import { comment } from "../comment.ts";
import { oneOf } from "../one-of.ts";
import { ticketIn } from "../present.ts";
import { defineTracker } from "../provider.ts";
import { inert } from "../quick-actions.ts";
import { access, type GitlabSettings } from "./access.ts";
import { gitlabApi, PAGE } from "./api.ts";
import { commentPort, commentsOf } from "./comment.ts";
import { historyOf } from "./history.ts";
import { identityOf } from "./identity.ts";
import { linksOf } from "./links.ts";
import { list } from "./list.ts";
import { askForMany, toldById } from "./many.ts";
import { pastsOf } from "./pasts.ts";
import { gitlabSettings } from "./settings.ts";
import { edit, setState } from "./write.ts";

/** GitLab issues, on gitlab.com and self-managed servers. */
export const provider = defineTracker<GitlabSettings>({
  id: "gitlab",
  grammar: "gitlab",
  capabilities: { remote: true, all: false, batch: PAGE },
  settings: gitlabSettings,
  access,
  connect(remote, settings, { http }): Tracker {
    const api = gitlabApi(remote, settings, http);
    const identity = once(() => identityOf(api));
    const believed = believer(async () => ((await http.authenticated()) ? identity() : null));
    const many = async (ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> => {
      const asked = ids.filter((id) => toldById(id) === null);
      const answers = await believed(await askForMany(api, asked));
      return new Map(ids.map((id) => [id, toldById(id) ?? answers.get(id) ?? SILENT]));
    };
    const one = oneOf(many);
    /** The ticket under its present id, so that nothing is written to where an issue was. */
    const present = async (id: string): Promise<Ticket> => ticketIn(remote, id, await one(id));
    return {
      remote,
      identity,
      many,
      one,
      list: (query) => list(api, identity, { query }),
      search: (text, query) => list(api, identity, { text, query }),
      links: async (id) => linksOf(api, (await present(id)).id),
      history: async (id) => historyOf(api, (await present(id)).id),
      recordsText: false,
      pasts: (ids) => pastsOf(api, many, ids),
      comments: async (id) => commentsOf(api, await present(id)),
      setState: async (id, target) => setState(api, await present(id), target),
      edit: async (id, fields) => edit(api, await present(id), fields),
      comment: async (id, text, mark) =>
        comment(commentPort(api, identity, await present(id)), { text: inert(text), mark }),
    };
  },
});
