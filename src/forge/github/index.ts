import type { ConnectForge, Forge } from "../../core/forge.ts";
import { once } from "../../core/once.ts";
import { comment, existingComment } from "../../providers/comment.ts";
import { setBody } from "../body.ts";
import { upsert } from "../upsert.ts";
import { githubActor } from "./actor.ts";
import { approvalsOf } from "./approvals.ts";
import { githubArrivals } from "./arrivals.ts";
import { changeOf, create, forBranch, pullOf, textsOf, write } from "./change.ts";
import { check } from "./check.ts";
import { commentsOf } from "./comments.ts";
import { commitsOf } from "./commits.ts";
import { changeLabels } from "./labels.ts";
import { githubLine } from "./line.ts";
import { changesOf, openChanges } from "./open-changes.ts";
import { mergingOf, protectionOf, repositoryOf, visibilityOf } from "./protection.ts";

/** GitHub's own words: "body is too long (maximum is 65536 characters)". */
const LIMITS = { body: 65_536, comment: 65_536 } as const;

/** Pull requests on github.com, GHE.com and Enterprise Server. */
export const connect: ConnectForge = (place, http): Forge => {
  const github = githubLine(place, http);
  const { remote } = place;
  const actor = once(() => githubActor(github));
  const repository = once(() => repositoryOf(github));
  const read = async (number: number) => textsOf(await pullOf(github, number));
  const port: Pick<Forge, "remote" | "limits" | "forBranch"> = {
    remote,
    limits: LIMITS,
    forBranch: (head, base) => forBranch(github, head, base),
  };
  return {
    ...port,
    async actor() {
      const { account, name, isBot } = await actor();
      return { account, name, isBot };
    },
    visibility: async () => visibilityOf(await repository()),
    change: (number) => changeOf(github, number),
    openChanges: () => openChanges(github),
    changesOf: (commit) => changesOf(github, commit),
    commits: (number) => commitsOf(github, number),
    upsert: (wanted) =>
      upsert(
        {
          ...port,
          read,
          create: (one) => create(github, one),
          write: (number, texts) => write(github, number, texts),
        },
        wanted,
      ),
    setBody(number, body, { expected }) {
      const bodies = { remote, limit: LIMITS.body, read };
      const replace = { ...bodies, write: (at: number, text: string) => write(github, at, { body: text }) };
      return setBody(replace, number, { body, expected });
    },
    async comment(number, text, mark, { existing = false } = {}) {
      const account = async () => (await actor()).account;
      return (existing ? existingComment : comment)(
        { remote, limit: LIMITS.comment, account, ...commentsOf(github, number) },
        { text, mark },
      );
    },
    labels: (number, changes) => changeLabels(github, number, changes),
    check: (wanted) => check(github, actor, wanted),
    arrivals: (commits) => githubArrivals(github, commits),
    approvals: (number) => approvalsOf(github, number),
    protection: (branch) => protectionOf(github, branch, repository),
    merging: async () => mergingOf(await repository()),
  };
};
