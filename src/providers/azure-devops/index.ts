import { once } from "../../core/once.ts";
import type { Identity } from "../../core/tracker.ts";
import { believer } from "../believe.ts";
import { oneOf } from "../one-of.ts";
import { defineTracker } from "../provider.ts";
import { cleanLine } from "../text.ts";
import { trouble } from "../trouble.ts";
import { access } from "./access.ts";
import { type Asking, askJson, type Boards } from "./ask.ts";
import { comment, commentsOf } from "./comment.ts";
import { history } from "./history.ts";
import { links } from "./links.ts";
import { list } from "./list.ts";
import { BATCH, lookUp } from "./many.ts";
import { pastsOf } from "./pasts.ts";
import { connectionData } from "./schema.ts";
import { type AzureDevopsSettings, azureDevopsSettings } from "./settings.ts";
import { stateBook } from "./state-book.ts";
import { edit, setState } from "./write.ts";

/** Whoever has no token is this account. */
const ANONYMOUS = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";

/** Azure Boards, the service and servers of one's own (2022.1 and later). */
export const provider = defineTracker<AzureDevopsSettings>({
  id: "azure-devops",
  grammar: "azure",
  capabilities: { remote: true, all: false, batch: BATCH },
  settings: azureDevopsSettings,
  access,
  connect(remote, settings, { http }) {
    const boards: Boards = { remote, settings, http, lacks: new Set(), states: stateBook({ remote, http }) };
    const identity = once(() => whoAmI({ remote, http }));
    const believe = believer(identity);
    const many = async (ids: readonly string[]) => believe(await lookUp(boards, ids));
    return {
      remote,
      many,
      identity,
      one: oneOf(many),
      list: (query) => list(boards, query),
      search: (text, query = {}) => list(boards, query, text),
      links: (id) => links(boards, id),
      history: (id) => history(boards, id),
      recordsText: true,
      pasts: (ids) => pastsOf(boards, ids),
      comments: (id) => commentsOf(boards, id),
      setState: (id, target) => setState(boards, id, target),
      edit: (id, fields) => edit(boards, id, fields),
      comment: (id, text, mark) => comment(boards, id, text, mark),
    };
  },
});

async function whoAmI(asking: Asking): Promise<Identity> {
  const { authenticatedUser: user } = await askJson(
    asking,
    { path: "/_apis/connectionData" },
    { shape: connectionData, about: "the account", version: "7.1-preview" },
  );
  if (user.id === ANONYMOUS)
    throw trouble("credentials", `${asking.remote} takes us for nobody: the token did not count.`);
  const email = user.properties?.Account?.$value ?? null;
  return {
    account: user.id,
    ...(email === null ? {} : { login: cleanLine(email) }),
    name: cleanLine(user.providerDisplayName ?? email ?? user.id),
    email: email?.includes("@") ? cleanLine(email) : null,
    rights: null,
  };
}
