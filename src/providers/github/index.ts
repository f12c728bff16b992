import { once } from "../../core/once.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { Tracker } from "../../core/tracker.ts";
import { believer } from "../believe.ts";
import { comment } from "../comment.ts";
import { oneOf } from "../one-of.ts";
import { ticketIn } from "../present.ts";
import { defineTracker } from "../provider.ts";
import { untold } from "../untold.ts";
import { access, type GithubSettings } from "./access.ts";
import { githubApi } from "./api.ts";
import { commentPort, commentsOf } from "./comment.ts";
import { historyOf } from "./history.ts";
import { identityOf } from "./identity.ts";
import { linksOf } from "./links.ts";
import { list, search } from "./list.ts";
import { askForMany, MOST_ALIASES } from "./many.ts";
import { seer } from "./one.ts";
import { githubSettings } from "./settings.ts";
import { edit, setState } from "./write.ts";

/** GitHub issues, on github.com, GHE.com and Enterprise Server. */
export const provider = defineTracker<GithubSettings>({
  id: "github",
  grammar: "github",
  capabilities: { remote: true, all: false, batch: MOST_ALIASES },
  settings: githubSettings,
  access,
  connect(remote, settings, { http }): Tracker {
    const api = githubApi(remote, settings, http);
    const sees = seer(api);
    const identity = once(() => identityOf(api));
    const believed = believer(async () => ((await http.authenticated()) ? identity() : null));
    const many: Tracker["many"] = async (ids) => believed(await askForMany(api, sees, ids));
    /** The ticket under its present id, so that nothing is written to a pull request or to where an issue was. */
    const present = async (id: string): Promise<Ticket> => ticketIn(remote, id, (await many([id])).get(id));
    return {
      remote,
      identity,
      many,
      one: oneOf(many),
      list: (query) => list(api, identity, query),
      search: (text, query) => search(api, identity, { text, query }),
      links: async (id) => linksOf(api, (await present(id)).id),
      history: async (id) => historyOf(api, (await present(id)).id),
      recordsText: false,
      pasts: async (ids) => untold(ids, "Its states so far are not read yet."),
      comments: async (id) => commentsOf(api, (await present(id)).id),
      setState: async (id, target) => setState(api, await present(id), target),
      edit: async (id, fields) => edit(api, await present(id), fields),
      comment: async (id, text, mark) =>
        comment(commentPort(api, identity, (await present(id)).id), { text, mark }),
    };
  },
});
