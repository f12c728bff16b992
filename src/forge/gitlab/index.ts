import type { Actor, ConnectForge, Forge } from "../../core/forge.ts";
import { once } from "../../core/once.ts";
import { comment, existingComment } from "../../providers/comment.ts";
import { inert } from "../../providers/quick-actions.ts";
import { trouble } from "../../providers/trouble.ts";
import { setBody } from "../body.ts";
import { ask } from "../line.ts";
import { upsert } from "../upsert.ts";
import { approvalsOf } from "./approvals.ts";
import { gitlabArrivals } from "./arrivals.ts";
import { actorOf, changeOf, create, forBranch, requestOf, textsOf, titled, write } from "./change.ts";
import { check } from "./check.ts";
import { commentsOf } from "./comments.ts";
import { commitsOf } from "./commits.ts";
import { changeLabels } from "./labels.ts";
import { type Gitlab, gitlabLine } from "./line.ts";
import { changesOf, openChanges } from "./open-changes.ts";
import { mergingOf, protectionOf, visibilityOf } from "./protection.ts";
import { userShape } from "./schema.ts";

/** Characters of a description and of a note. */
const LIMITS = { body: 1_000_000, comment: 1_000_000 } as const;

/** Merge requests on gitlab.com and self-managed servers. */
export const connect: ConnectForge = (place, http): Forge => {
  const gitlab = gitlabLine(place, http);
  const { remote } = place;
  const actor = once(() => gitlabActor(gitlab));
  const read = async (number: number) => textsOf(await requestOf(gitlab, number));
  const port: Pick<Forge, "remote" | "limits" | "forBranch"> = {
    remote,
    limits: LIMITS,
    forBranch: (head, base) => forBranch(gitlab, head, base),
  };
  return {
    ...port,
    actor,
    visibility: () => visibilityOf(gitlab),
    change: (number) => changeOf(gitlab, number),
    openChanges: () => openChanges(gitlab),
    changesOf: (commit) => changesOf(gitlab, commit),
    commits: (number) => commitsOf(gitlab, number),
    // What is written is inert, so it is compared as such.
    upsert: (wanted) =>
      upsert(
        {
          ...port,
          read,
          create: (one) => create(gitlab, one),
          write: (number, { title, body }, draft) =>
            write(gitlab, number, { title: titled(title, draft), body }),
        },
        { ...wanted, body: inert(wanted.body) },
      ),
    setBody: (number, body, { expected }) =>
      setBody(
        { remote, limit: LIMITS.body, read, write: (at, text) => write(gitlab, at, { body: text }) },
        number,
        { body: inert(body), expected },
      ),
    async comment(number, text, mark, { existing = false } = {}) {
      const account = async () => (await actor()).account;
      const comments = commentsOf(gitlab, number, (await requestOf(gitlab, number)).web_url);
      return (existing ? existingComment : comment)(
        { remote, limit: LIMITS.comment, account, ...comments },
        { text: inert(text), mark },
      );
    },
    labels: (number, changes) => changeLabels(gitlab, number, changes),
    check: (wanted) => check(gitlab, wanted),
    arrivals: (commits) => gitlabArrivals(gitlab, commits),
    approvals: (number) => approvalsOf(gitlab, number),
    protection: (branch) => protectionOf(gitlab, branch),
    merging: () => mergingOf(gitlab),
  };
};

async function gitlabActor(gitlab: Gitlab): Promise<Actor> {
  const { remote, http } = gitlab;
  if (!(await http.authenticated())) throw trouble("credentials", `${remote} is asked without a credential.`);
  return actorOf(await ask(gitlab, { path: "/user" }, { about: "the account", shape: userShape }));
}
