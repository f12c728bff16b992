import type { Actor } from "../../core/forge.ts";
import { expect } from "../../providers/refusal.ts";
import { trouble } from "../../providers/trouble.ts";
import { actorOf } from "./change.ts";
import { type Github, graphqlAddress } from "./line.ts";
import { userShape, viewerShape } from "./schema.ts";

/** Whose token it is, and whether it is an app's, such as that of an Actions run. */
export interface GithubActor extends Actor {
  readonly isApp: boolean;
}

/** An app's token may not ask REST who it is, but GraphQL. */
export async function githubActor(github: Github): Promise<GithubActor> {
  const { remote, http } = github;
  if (!(await http.authenticated())) throw trouble("credentials", `${remote} is asked without a credential.`);
  const reply = await github.send({ path: "/user" });
  if (reply.status !== 403)
    return {
      ...actorOf(await expect(github, "the account", { reply, shape: userShape })),
      isApp: false,
    };
  const path = graphqlAddress(github);
  const json = { query: "query { viewer { login databaseId } }", variables: {} };
  const viewer = await github.send({ method: "POST", path, json, reads: true });
  const { data } = await expect(github, "the account", { reply: viewer, shape: viewerShape });
  const { login, databaseId } = data.viewer;
  return { account: String(databaseId ?? login), name: login, isBot: true, isApp: true };
}
