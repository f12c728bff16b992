import type { Lookup } from "../../core/ticket.ts";
import { believer } from "../believe.ts";
import { oneOf } from "../one-of.ts";
import { defineTracker } from "../provider.ts";
import { access } from "./access.ts";
import type { Client } from "./client.ts";
import { commentsOf, postComment } from "./comment.ts";
import { historyOf } from "./history.ts";
import { listTickets } from "./list.ts";
import { BATCH, lookUpMany } from "./many.ts";
import { pastsOf } from "./pasts.ts";
import { type LinearSettings, linearSettings } from "./settings.ts";
import { linksOf, whoAmI } from "./tell.ts";
import { editIssue, setState } from "./write.ts";

/** Linear, by its GraphQL API. */
export const provider = defineTracker<LinearSettings>({
  id: "linear",
  grammar: "linear",
  capabilities: { remote: true, all: false, batch: BATCH },
  settings: linearSettings,
  access,
  connect(remote, settings, { http }) {
    const client: Client = { remote, settings, http };
    const believe = believer(() => whoAmI(client));
    const many = async (ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> =>
      believe(await lookUpMany(client, ids));
    return {
      remote,
      many,
      one: oneOf(many),
      identity: () => whoAmI(client),
      list: (query) => listTickets(client, query),
      search: (text, query = {}) => listTickets(client, query, text),
      links: (id) => linksOf(client, id),
      history: (id) => historyOf(client, id),
      recordsText: false,
      pasts: (ids) => pastsOf(client, ids),
      comments: (id) => commentsOf(client, id),
      setState: (id, target) => setState(client, id, target),
      edit: (id, fields) => editIssue(client, id, fields),
      comment: (id, text, mark) => postComment(client, id, text, mark),
    };
  },
});
