import { configEnv, type Setting } from "./config-env.ts";
import type { Env } from "./env.ts";

/** Where commits are fetched from, and by what right. */
export interface FetchSource {
  /** `https://host/owner/repo`. */
  readonly url: string;
  /** Sent to the server of `url` alone; null: nobody asks for any. */
  readonly token: string | null;
}

/** Name of a remote that is in no file. */
export const UNLISTED = "golden-thread";

/**
 * What git is started with to know that remote, and the header that asks it. Some checkouts keep a header of their own, and a server
 * refuses two: so an empty one first takes that away. A remote that is known to be partial is written to no file.
 */
export function unlistedEnv(
  env: Env,
  { url, token }: FetchSource,
  { isPartial = false }: { readonly isPartial?: boolean } = {},
): Env {
  const header = `http.${new URL(url).origin}/.extraheader`;
  return configEnv(env, [
    [`remote.${UNLISTED}.url`, url],
    ...(isPartial ? PROMISES : []),
    ["http.followRedirects", "false"],
    [header, ""],
    ...(token === null ? [] : ([[header, `AUTHORIZATION: basic ${basic(token)}`]] as const)),
  ]);
}

const PROMISES: readonly Setting[] = [
  [`remote.${UNLISTED}.promisor`, "true"],
  [`remote.${UNLISTED}.partialclonefilter`, "blob:none"],
];

/** As actions/checkout does it: the account's name counts for nothing. */
function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`, "utf8").toString("base64");
}
