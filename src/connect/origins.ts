import type { Access } from "../core/access.ts";
import type { Env } from "../git/env.ts";
import { trustedOrigins } from "../git/trusted-origins.ts";

/** Where a remote is asked, and whether its token may go there. */
export interface Origins {
  readonly all: ReadonlySet<string>;
  /** The first that is neither the vendor's own nor confirmed by anybody; null: all may be asked. */
  readonly doubtful: string | null;
  /** They may lie in a private network. */
  readonly privateAllowed: boolean;
}

/**
 * Variables by which a CI system or a user says what server they work with: they are outside of the repository. The first
 * is ours, a list between blanks.
 */
const NAMED_BY = [
  "GOLDEN_THREAD_TRUST",
  "GITHUB_API_URL",
  "GITHUB_SERVER_URL",
  "CI_SERVER_URL",
  "SYSTEM_COLLECTIONURI",
];

/**
 * A token goes where its owner sent it: to the vendor's own service, or to an origin that was confirmed outside of the
 * repository. `lawIsTrusted`: the policy that names the origin is that of a base commit, which no change can touch.
 */
export async function originsOf<Settings>(
  access: Pick<Access<Settings>, "base" | "also" | "isVendor">,
  settings: Settings,
  { env, lawIsTrusted }: { readonly env: Env; readonly lawIsTrusted: boolean },
): Promise<Origins> {
  const addresses = [access.base(settings), ...(access.also?.(settings) ?? [])].map((text) => new URL(text));
  const all = new Set(addresses.map(({ origin }) => origin));
  if (lawIsTrusted) return { all, doubtful: null, privateAllowed: true };
  const named = new Set([...namedOrigins(env), ...(await trustedOrigins(env)).map(originOf)]);
  const isOwn = ({ protocol, hostname, port }: URL) =>
    protocol === "https:" && port === "" && access.isVendor(hostname);
  const doubtful = addresses.find((address) => !isOwn(address) && !named.has(address.origin));
  return {
    all,
    doubtful: doubtful?.origin ?? null,
    privateAllowed: addresses.every(({ origin }) => named.has(origin)),
  };
}

function namedOrigins(env: Env): readonly string[] {
  return NAMED_BY.flatMap((name) => (env[name] ?? "").split(/\s+/).filter(Boolean).map(originOf));
}

/** The origin of an address; the text itself, which is then nobody's, where it is none. */
function originOf(text: string): string {
  return URL.canParse(text) ? new URL(text).origin : text;
}
