import type { GitRight } from "../git-http.ts";
import type { Answer, Call } from "../kit.ts";
import type { Operation } from "./openapi.ts";
import { lacking } from "./permissions.ts";
import { type Asker, refusal } from "./rest.ts";
import type { Holder, Repository, Store } from "./store.ts";

/** Why an installation's token may not have an operation; null: it may. `path`: below the base, with the repository's name. */
export function forbidden(
  store: Store,
  { permissions }: Asker,
  { operation, call, path }: { readonly operation: Operation; readonly call: Call; readonly path: string },
): Answer | null {
  const [, room, owner, name, , number, id] = path.split("/");
  const repository = store.repositories.find(
    (one) => room === "repos" && one.owner === owner && one.name === name,
  );
  if (permissions === undefined || repository === undefined) return null;
  const { isPrivate } = repository;
  const isPull = isPullNumber(repository, number === "comments" ? { comment: Number(id) } : Number(number));
  const needed = lacking(permissions, `${call.method} ${operation.path}`, { isPrivate, isPull });
  if (needed === null) return null;
  const headers = { "x-accepted-github-permissions": needed };
  return refusal(403, "Resource not accessible by integration", "rest", headers);
}

function isPullNumber({ issues }: Repository, number: number | { readonly comment: number }): boolean {
  if (typeof number === "number") return issues.get(number)?.isPull === true;
  return [...issues.values()].some(
    ({ isPull, comments }) => isPull && comments.some(({ id }) => id === number.comment),
  );
}

/** What a token may read of issues by GraphQL; only an installation's is limited in what it may. */
export function readsIssues({ permissions }: Asker, { isPrivate }: Repository): boolean {
  return permissions === undefined || !isPrivate || permissions.issues !== undefined;
}

/** What git is told of a token; null: it is nobody's. People's own tokens push in no test. */
export function gitRight(holder: Holder | undefined): GitRight | null {
  if (holder === undefined) return null;
  return holder.permissions === undefined ? "read" : (holder.permissions.contents ?? "none");
}
