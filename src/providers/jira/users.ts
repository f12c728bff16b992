import type { Identity } from "../../core/tracker.ts";
import { readJson } from "../answer.ts";
import { isSame } from "../states.ts";
import { cleanLine } from "../text.ts";
import { trouble } from "../trouble.ts";
import { type Client, refusal } from "./client.ts";
import { accountOf } from "./map.ts";
import { type User, userShape } from "./schema.ts";

/** Whose credential it is. */
export async function whoAmI(client: Client): Promise<Identity> {
  const user = await myself(client);
  const account = accountOf(user);
  if (account === null)
    throw trouble("credentials", `${client.remote} does not say whose credential it was given.`);
  const name = cleanLine(user.displayName ?? user.name ?? account);
  // Cloud has no logins any more.
  const login = user.name ? { login: cleanLine(user.name) } : {};
  const email = user.emailAddress ? cleanLine(user.emailAddress) : null;
  return { account, name, ...login, email, rights: null };
}

async function myself(client: Client): Promise<User> {
  if (!(await client.http.authenticated()))
    throw trouble("credentials", `There is no credential for ${client.remote}.`);
  const reply = await client.ask({ path: "/myself" });
  if (reply.status === 403 || reply.status === 404)
    throw trouble("credentials", `${client.remote} does not accept the credential.`);
  if (reply.status !== 200) throw await refusal(client, reply, "the account", "tell");
  return readJson(client.remote, reply, userShape);
}

/**
 * The one person that a login, e-mail address or account id means; null: none, or several. `assignable`: the issue that
 * they must be assignable to.
 */
export async function findUser(
  client: Client,
  wanted: string,
  assignable: string | null,
): Promise<User | null> {
  if (wanted === "@me") return myself(client);
  const isCloud = (await client.flavour()) === "cloud";
  if (isCloud && isAccountId(wanted)) return { accountId: wanted };
  if (!isCloud && /^JIRAUSER\d+$/.test(wanted)) return userByKey(client, wanted);
  const reply = await client.ask({
    path: assignable === null ? "/user/search" : "/user/assignable/search",
    query: { [isCloud ? "query" : "username"]: wanted, issueKey: assignable ?? undefined, maxResults: 50 },
  });
  if (reply.status !== 200) throw await refusal(client, reply, wanted, "look for");
  const users = await readJson(client.remote, reply, (z) => z.array(userShape(z)));
  const same = users.filter((user) => namesOf(user).some((name) => isSame(name, wanted)));
  // Cloud hides most addresses: a search by one that finds a single person has found its owner.
  const [only] = same.length > 0 ? same : isCloud && wanted.includes("@") ? users : [];
  const count = same.length > 0 ? same.length : users.length;
  return only !== undefined && count === 1 ? only : null;
}

/** Data Center's search knows logins, names and addresses, and not the keys that outlive them. */
async function userByKey(client: Client, key: string): Promise<User | null> {
  const reply = await client.ask({ path: "/user", query: { key } });
  if (reply.status === 404) return null;
  if (reply.status !== 200) throw await refusal(client, reply, key, "look for");
  return readJson(client.remote, reply, userShape);
}

function namesOf({ accountId, key, name, emailAddress, displayName }: User): readonly string[] {
  return [accountId, key, name, emailAddress, displayName].flatMap((one) => one ?? []);
}

function isAccountId(text: string): boolean {
  return /^(?:[0-9a-z]{24,}|\d+:[0-9a-f-]{36})$/.test(text);
}
