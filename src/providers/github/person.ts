import type { Person } from "../../core/ticket.ts";
import { cleanLine } from "../text.ts";
import type { Actor } from "./graphql-schema.ts";

/** Somebody in GraphQL's words. */
export function actorOf(actor: Actor | null | undefined): Person | null {
  return personOf(actor && { ...actor, id: actor.databaseId, type: actor.__typename });
}

/** A person under the login, which may change hands, with the number that does not. GraphQL calls programs without `[bot]`. */
export function personOf(
  user:
    | {
        readonly login: string;
        readonly id?: number | null | undefined;
        readonly type?: string | null | undefined;
      }
    | null
    | undefined,
): Person | null {
  if (user === null || user === undefined) return null;
  const account = user.id === null || user.id === undefined ? {} : { account: String(user.id) };
  const login = cleanLine(user.login);
  const isBot = user.type === "Bot" || login.endsWith("[bot]");
  return { name: login, email: "", ...account, login, ...(isBot ? { isBot } : {}) };
}
