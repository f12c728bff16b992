import type { Identity } from "../../core/tracker.ts";
import { expect } from "../refusal.ts";
import { trouble } from "../trouble.ts";
import type { Api } from "./api.ts";
import { selfShape, tokenShape } from "./schema.ts";

/** Whose token it is, and its scopes where it is one that GitLab tells them of. */
export async function identityOf(api: Api): Promise<Identity> {
  if (!(await api.http.authenticated()))
    throw trouble("credentials", `${api.remote} is asked without a credential.`);
  const reply = await api.http.send({ path: "/user" });
  const { id, username, email } = await expect(api, "the account", { reply, shape: selfShape });
  const token = await api.http.send({ path: "/personal_access_tokens/self" });
  const rights =
    token.status === 200
      ? (await expect(api, "the token", { reply: token, shape: tokenShape })).scopes
      : null;
  return { account: String(id), name: username, login: username, email: email ?? null, rights };
}
