import type { Actor, ConnectForge, Forge } from "../../core/forge.ts";
import { once } from "../../core/once.ts";
import { comment, existingComment } from "../../providers/comment.ts";
import { trouble } from "../../providers/trouble.ts";
import { setBody } from "../body.ts";
import { ask } from "../line.ts";
import { upsert } from "../upsert.ts";
import { approvalsOf } from "./approvals.ts";
import { azureArrivals } from "./arrivals.ts";
import { actorOf, changeOf, create, forBranch, pullOf, textsOf, write } from "./change.ts";
import { check } from "./check.ts";
import { commentsOf } from "./comments.ts";
import { commitsOf } from "./commits.ts";
import { changeLabels } from "./labels.ts";
import { type AzureRepos, azureLine } from "./line.ts";
import { changesOf, openChanges } from "./open-changes.ts";
import { mergingOf, protectionOf, visibilityOf } from "./protection.ts";
import { connectionShape } from "./schema.ts";

/** Characters of a description and of a comment. */
const LIMITS = { body: 4000, comment: 150_000 } as const;

/** Whom the service takes a request for that has no token that counts. */
const ANONYMOUS = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";

/** Pull requests of Azure Repos, in the service or on a server of one's own. */
export const connect: ConnectForge = (place, http): Forge => {
  const azure = azureLine(place, http);
  const { remote } = place;
  const actor = once(() => azureActor(azure));
  const read = async (number: number) => textsOf(await pullOf(azure, number));
  const port: Pick<Forge, "remote" | "limits" | "forBranch"> = {
    remote,
    limits: LIMITS,
    forBranch: (head, base) => forBranch(azure, head, base),
  };
  return {
    ...port,
    actor,
    visibility: () => visibilityOf(azure),
    change: (number) => changeOf(azure, number),
    openChanges: () => openChanges(azure),
    changesOf: (commit) => changesOf(azure, commit),
    commits: (number) => commitsOf(azure, number),
    upsert: (wanted) =>
      upsert(
        {
          ...port,
          read,
          create: (one) => create(azure, one),
          write: (number, texts) => write(azure, number, texts),
        },
        wanted,
      ),
    setBody: (number, body, { expected }) =>
      setBody(
        { remote, limit: LIMITS.body, read, write: (at, text) => write(azure, at, { body: text }) },
        number,
        { body, expected },
      ),
    async comment(number, text, mark, { existing = false } = {}) {
      const account = async () => (await actor()).account;
      const comments = commentsOf(azure, number, (await read(number)).url);
      return (existing ? existingComment : comment)(
        { remote, limit: LIMITS.comment, account, ...comments },
        { text, mark },
      );
    },
    labels: (number, changes) => changeLabels(azure, number, changes),
    check: (wanted) => check(azure, wanted),
    arrivals: (commits) => azureArrivals(azure, commits),
    approvals: (number) => approvalsOf(azure, number),
    protection: (branch) => protectionOf(azure, branch),
    merging: () => mergingOf(azure),
  };
};

async function azureActor(azure: AzureRepos): Promise<Actor> {
  const request = { path: "/_apis/connectionData", query: { "api-version": "7.1-preview" } };
  const { authenticatedUser: user } = await ask(azure, request, {
    about: "the account",
    shape: connectionShape,
  });
  if (user.id === ANONYMOUS)
    throw trouble("credentials", `${azure.remote} takes us for nobody: the token did not count.`);
  return actorOf({ id: user.id, displayName: user.providerDisplayName });
}
