import type { Lookup } from "../../core/ticket.ts";
import { believer } from "../believe.ts";
import { oneOf } from "../one-of.ts";
import { defineTracker } from "../provider.ts";
import { access } from "./access.ts";
import { openClient } from "./client.ts";
import { commentsOf, postComment } from "./comment.ts";
import { editIssue } from "./edit.ts";
import { historyOf } from "./history.ts";
import { linksOf } from "./links.ts";
import { listTickets } from "./list.ts";
import { BATCH, lookUpMany } from "./many.ts";
import { pastsOf } from "./pasts.ts";
import { setState } from "./set-state.ts";
import { type JiraSettings, jiraSettings } from "./settings.ts";
import { whoAmI } from "./users.ts";

/** Jira, as Atlassian hosts it (REST v3) or as companies do themselves (REST v2). */
export const provider = defineTracker<JiraSettings>({
  id: "jira",
  grammar: "jira",
  capabilities: { remote: true, all: false, batch: BATCH },
  settings: jiraSettings,
  access,
  connect(remote, settings, { http }) {
    const client = openClient(remote, settings, http);
    const believe = believer(async () => ((await http.authenticated()) ? whoAmI(client) : null));
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
      recordsText: true,
      pasts: (ids) => pastsOf(client, ids),
      comments: (id) => commentsOf(client, id),
      setState: (id, target) => setState(client, id, target),
      edit: (id, fields) => editIssue(client, id, fields),
      comment: (id, text, mark) => postComment(client, id, text, mark),
    };
  },
});
