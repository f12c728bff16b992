import { once } from "../../core/once.ts";
import type { Ticket } from "../../core/ticket.ts";
import type { Tracker } from "../../core/tracker.ts";
import { believer } from "../believe.ts";
import { comment } from "../comment.ts";
import { oneOf } from "../one-of.ts";
import { ticketIn } from "../present.ts";
import { defineTracker } from "../provider.ts";
import { access, type GithubSettings } from "./access.ts";
import { githubApi } from "./api.ts";
import { MOST_ALIASES } from "./batch.ts";
import { commentPort, commentsOf } from "./comment.ts";
import { historyOf } from "./history.ts";
import { identityOf } from "./identity.ts";
import { linksOf } from "./links.ts";
import { list, search } from "./list.ts";
import { askForMany } from "./many.ts";
import { pastsOf } from "./pasts.ts";
import { repositoryBook } from "./repositories.ts";
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
    const repositories = repositoryBook(api);
    const identity = once(() => identityOf(api));
    const believed = believer(async () => ((await http.authenticated()) ? identity() : null));
    const many: Tracker["many"] = async (ids) => believed(await askForMany(api, repositories, ids));
    /** The ticket under its present id, so that nothing is written to a pull request or to where an issue was. */
    const present = async (id: string): Promise<Ticket> => ticketIn(remote, id, (await many([id])).get(id));
    return {
      remote,
      identity,
      many,
      one: oneOf(many),
      list: (query) => list(api, { identity, repositories }, query),
      search: (text, query) => search(api, { identity, repositories }, { text, query }),
      links: async (id) => linksOf(api, (await present(id)).id),
      history: async (id) => historyOf(api, (await present(id)).id),
      recordsText: true,
      pasts: (ids) => pastsOf(api, many, ids),
      comments: async (id) => commentsOf(api, (await present(id)).id),
      setState: async (id, target) => setState(api, await present(id), target),
      edit: async (id, fields) => edit(api, await present(id), fields),
      comment: async (id, text, mark) =>
        comment(commentPort(api, identity, (await present(id)).id), { text, mark }),
    };
  },
});
