import { Resolver } from "node:dns/promises";

/**
 * How long a name server is given to say anything at all. The system's own resolver, which knows the hosts file and more, can't be
 * stopped once it was asked, and the process waits for its end: 10 s and more where the server is silent.
 */
const PROBE_MS = 1500;

/** What a probe is asked with. `servers`: addresses with ports, instead of the system's own. */
export interface ProbeOptions {
  /** Milliseconds that are left. */
  readonly ms: number;
  readonly servers?: readonly string[];
}

/**
 * Whether a name server says anything about a host, be it that there is none: then the system's resolver answers soon too. Silence is
 * all that counts; what the server says is not used.
 */
export async function isAnswering(host: string, { ms, servers }: ProbeOptions): Promise<boolean> {
  const resolver = new Resolver({ timeout: PROBE_MS, tries: 1 });
  if (servers !== undefined) resolver.setServers(servers);
  const timer = setTimeout(() => resolver.cancel(), Math.min(PROBE_MS, ms));
  const asked = [resolver.resolve4(host), resolver.resolve6(host)].map((answer) => answer.then(said, heard));
  try {
    // One family that is answered is answer enough: the other is asked of the same server.
    return await Promise.race([someOf(asked), Promise.all(asked).then((all) => all.includes(true))]);
  } finally {
    clearTimeout(timer);
    resolver.cancel();
  }
}

/** Names that no name server is asked for: this machine's own, and those of its hosts file. */
export function isKnownHere(host: string, hostsFile: string): boolean {
  const name = host.toLowerCase();
  if (name === "localhost" || name.endsWith(".localhost")) return true;
  return hostsFile.split("\n").some((line) => {
    const [, ...names] = (line.split("#", 1)[0] ?? "").trim().toLowerCase().split(/\s+/);
    return names.includes(name);
  });
}

function said(): boolean {
  return true;
}

/** "There is none" is an answer; running out of time, and being cancelled, are not. */
function heard(error: NodeJS.ErrnoException): boolean {
  return error.code !== "ETIMEOUT" && error.code !== "ECANCELLED";
}

function someOf(answers: readonly Promise<boolean>[]): Promise<boolean> {
  return new Promise((resolve) => {
    for (const answer of answers) void answer.then((isHeard) => isHeard && resolve(true));
  });
}
