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

/** What is fetched of it, and whether git may come back for the rest. */
interface Partly {
  readonly isPartial?: boolean;
  readonly isLazy?: boolean;
}

/**
 * What git is started with to know that remote, and the header that asks it. Some checkouts keep a header of their own, and a server
 * refuses two: so an empty one first takes that away. A remote that is known to be partial is written to no file.
 */
export function unlistedEnv(
  env: Env,
  { url, token }: FetchSource,
  { isPartial = false, isLazy = false }: Partly = {},
): Env {
  const header = `http.${new URL(url).origin}/.extraheader`;
  return configEnv(env, [
    [`remote.${UNLISTED}.url`, url],
    ...(isLazy ? LAZY : []),
    ...(isPartial || isLazy ? PROMISES : []),
    ["http.followRedirects", "false"],
    [header, ""],
    ...(token === null ? [] : ([[header, `AUTHORIZATION: basic ${basic(token)}`]] as const)),
  ]);
}

/** By which git fetches contents that a partial history left out, when it comes to need them. */
const LAZY: readonly Setting[] = [["extensions.partialClone", UNLISTED]];

const PROMISES: readonly Setting[] = [
  [`remote.${UNLISTED}.promisor`, "true"],
  [`remote.${UNLISTED}.partialclonefilter`, "blob:none"],
];

/** As actions/checkout does it: the account's name counts for nothing. */
function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`, "utf8").toString("base64");
}
