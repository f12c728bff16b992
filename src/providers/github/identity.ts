import type { Identity } from "../../core/tracker.ts";
import { expect } from "../refusal.ts";
import { trouble } from "../trouble.ts";
import type { Api } from "./api.ts";
import { viewerShape } from "./graphql-schema.ts";
import { VIEWER_QUERY } from "./query.ts";
import { userShape } from "./schema.ts";

/** Whose token it is. The token of an app, such as that of an Actions run, may not ask REST, but GraphQL. */
export async function identityOf(api: Api): Promise<Identity> {
  if (!(await api.http.authenticated()))
    throw trouble("credentials", `${api.remote} is asked without a credential.`);
  const reply = await api.rest({ path: "/user" });
  if (reply.status === 403) return viewer(api);
  const { id, login, email } = await expect(api, "the account", { reply, shape: userShape });
  const scopes = reply.headers["x-oauth-scopes"];
  return {
    account: String(id),
    name: login,
    login,
    email: email ?? null,
    rights: scopes === undefined ? null : scopes.split(/\s*,\s*/).filter(Boolean),
  };
}

async function viewer(api: Api): Promise<Identity> {
  const reply = await api.graphql(VIEWER_QUERY, {});
  const { data } = await expect(api, "the account", { reply, shape: viewerShape });
  const { login, databaseId } = data.viewer;
  return { account: String(databaseId ?? login), name: login, login, email: null, rights: null };
}
