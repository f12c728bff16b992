import type { ForgeHome } from "../core/forge.ts";
import type { Http } from "../core/http.ts";
import type { Env } from "../git/env.ts";
import { access } from "../providers/github/access.ts";
import { openAddress } from "./open-address.ts";

/** A blob of a policy or a task is far smaller; a listing of 100,000 files, GitHub's most, is about this long. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Whose token it is, and where it may go. */
export interface HomeAsking {
  readonly home: ForgeHome;
  /** Null: everything is asked as anybody may. */
  readonly token: string | null;
  readonly env: Env;
  now(): Date;
}

/** The way to the API of the repository that a run of CI is one of; its token goes there and to no other server. */
export async function openHomeLine({ home, token, env, now }: HomeAsking): Promise<Http> {
  const { host } = new URL(home.api);
  const held =
    token === null
      ? {}
      : {
          held: {
            headers: { authorization: `Bearer ${token}` },
            secrets: [token],
            isMeantFor: (other: string) => other === host,
          },
        };
  const { limited } = access;
  return openAddress(home.api, {
    env,
    haste: "job",
    name: host,
    mostBytes: MOST_BYTES,
    ...held,
    ...(limited ? { limited } : {}),
    now,
  });
}
