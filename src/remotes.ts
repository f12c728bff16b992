import { dial } from "./connect/sources.ts";
import type { DialedTracker } from "./connect/tracker.ts";
import { Fault, type FaultCode } from "./core/fault.ts";
import type { HttpRate } from "./core/http.ts";
import type { RemoteLaw } from "./core/law.ts";
import { LOOPBACK } from "./core/loopback.ts";
import type { Identity } from "./core/tracker.ts";
import { type GateWorld, openGate } from "./gate.ts";
import { distrustOrigin, trustedOrigins, trustOrigin } from "./git/trusted-origins.ts";

/** What a look at one remote came to. */
export interface RemoteStatus {
  readonly name: string;
  readonly kind: RemoteLaw["kind"];
  /** Where it is asked; null: it is files of this repository. */
  readonly origin: string | null;
  /** `anonymous`: it answers anybody, and there is no token. */
  readonly outcome: "ready" | "anonymous" | "forbidden" | "credentials" | "unavailable";
  /** Where the token was found: a variable or a program; null: nowhere. */
  readonly credential: string | null;
  readonly identity: Identity | null;
  readonly rate: HttpRate | null;
  /** Milliseconds that the tracker took to say who asks. */
  readonly latencyMs: number | null;
  /** What is wrong, and the command that mends it. */
  readonly detail: string | null;
  readonly fix: string | null;
}

/** Asks every remote of the policy who we are there. `names`: these alone; none: all. Throws Fault("usage") for a name that is none. */
export async function checkRemotes(
  world: GateWorld,
  names: readonly string[] = [],
): Promise<readonly RemoteStatus[]> {
  const gate = await openGate(world, { place: "hook", haste: "command" });
  const known = gate.law.remotes.map(({ name }) => name);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new Fault("usage", "The policy names no such remote.", {
      found: stranger,
      wanted: known.length === 0 ? "a remote, and the policy has none" : known.join(", "),
      fix: "golden-thread config explain remotes",
    });
  }
  const wanted = gate.law.remotes.filter(({ name }) => names.length === 0 || names.includes(name));
  return proveRemotes(world, wanted);
}

/** The same of remotes that no policy names yet. Nothing is written down. */
export function proveRemotes(
  world: GateWorld,
  remotes: readonly RemoteLaw[],
): Promise<readonly RemoteStatus[]> {
  return Promise.all(remotes.map((remote) => statusOf(remote, world)));
}

async function statusOf(remote: RemoteLaw, world: GateWorld): Promise<RemoteStatus> {
  const { name, kind } = remote;
  const blank = { name, kind, credential: null, identity: null, rate: null, latencyMs: null };
  if (kind === "markdown") return { ...blank, origin: null, outcome: "ready", detail: null, fix: null };
  const tracker = await dial(remote, {
    commonDir: null,
    env: world.env,
    lawIsTrusted: false,
    haste: "command",
    now: world.now,
  });
  const { origins, http, credential } = await tracker.line();
  const origin = [...origins.all][0] ?? null;
  const refused = await tracker.deaf?.(1);
  if (refused != null)
    return { ...blank, origin, outcome: "credentials", ...troubleOf(refused), credential: null };
  const source = (await credential())?.source ?? null;
  const asked = await whoIs(tracker, world);
  return { ...blank, origin, credential: source, ...asked, rate: http.rate() };
}

type Asked = Pick<RemoteStatus, "outcome" | "identity" | "latencyMs" | "detail" | "fix">;

async function whoIs(tracker: DialedTracker, { now }: GateWorld): Promise<Asked> {
  const { tracker: asked, http } = await tracker.line();
  if (!(await http.authenticated()))
    return { outcome: "anonymous", identity: null, latencyMs: null, detail: null, fix: null };
  const began = now().getTime();
  try {
    const identity = await asked.identity();
    return { outcome: "ready", identity, latencyMs: now().getTime() - began, detail: null, fix: null };
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    const { code, message, found, fix } = thrown;
    const outcome = outcomeOf(code);
    if (outcome === null) throw thrown;
    const detail = found === undefined ? message : `${message} Found: ${found}`;
    return { outcome, identity: null, latencyMs: null, detail, fix: fix ?? null };
  }
}

function outcomeOf(code: FaultCode): RemoteStatus["outcome"] | null {
  switch (code) {
    case "forbidden":
    case "credentials":
    case "unavailable":
      return code;
    case "absent":
    case "usage":
      // Every tracker can say who asks: this address is another's, and one such remote must not hide the others.
      return "unavailable";
    default:
      return null;
  }
}

function troubleOf(lookup: object): Pick<RemoteStatus, "detail" | "fix"> {
  const { detail, fix } = { detail: null, fix: null, ...lookup };
  return { detail, fix };
}

/** Origins that a token may go to beside the vendors' own, as the user and the system say. */
export function listTrust({ env }: Pick<GateWorld, "env">): Promise<readonly string[]> {
  return trustedOrigins(env);
}

/** Lets tokens go to an origin, or no longer. Throws Fault("usage") for what is no origin. */
export async function setTrust(
  { env }: Pick<GateWorld, "env">,
  address: string,
  trusted: boolean,
): Promise<string> {
  const origin = originIn(address);
  if (trusted) await trustOrigin(env, origin);
  else await distrustOrigin(env, origin);
  return origin;
}

/** Plain http would show the token to everybody on the way, so it is for this machine alone. */
function originIn(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url?.protocol === "http:" && LOOPBACK.has(url.hostname);
  if (url === null || !(url.protocol === "https:" || isPlain) || url.pathname !== "/" || url.username !== "")
    throw new Fault("usage", "This is no origin that a token can be sent to.", {
      found: address,
      wanted: "https:// and a host, such as https://jira.example.com; http:// for this machine alone",
      fix: "golden-thread remote trust https://HOST",
    });
  return url.origin;
}
