import type { AuditRequest } from "../audit/request.ts";
import type { Audit } from "../core/audit.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import type { Followed } from "../live/follow.ts";
import type { Content } from "../live/listen.ts";
import { newSecret } from "../live/secret.ts";
import { auditFormats } from "../reports/audits.ts";
import { errorText, faultOf } from "../reports/error.ts";
import type { AuditRendererFactory } from "../reports/options.ts";
import { ruleMetas } from "../rules/index.ts";
import { auditRequestOf } from "./audit-request.ts";
import type { Io } from "./io.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

const MANUAL = { name: "report" } as const;

const MOST_PORT = 65_535;

/** `report serve`: this repository's audit as a page that follows it, for browsers on this machine. */
export async function reportServe(
  words: Words,
  more: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  if (more.length > 0)
    throw usage(MANUAL, "report serve shows the repository that it stands in.", { found: more.join(" ") });
  const port = portOf(words);
  const request = auditRequestOf(MANUAL, words, io);
  const [{ audit }, { follow }, { listen }, factory] = await Promise.all([
    import("../audit.ts"),
    import("../live/follow.ts"),
    import("../live/listen.ts"),
    auditFormats.html(),
  ]);
  const now = await follow(world, {
    revisions: revisionsOf(request),
    look: () => watched(io, (progress) => audit(world, { ...request, progress })),
    files: restsOn,
  });
  const told = tellFaults(io);
  const { url, ended } = await listen({
    port,
    secret: newSecret(),
    once: words.has("once"),
    async content(place) {
      const followed = await now();
      told(followed.fault);
      return place === "page" ? pageOf(followed, factory) : stateOf(followed);
    },
  });
  io.stdout.write(`${url}\n`);
  await ended;
  return exitCode("pass");
}

function portOf(words: Words): number {
  const told = words.one("port") ?? "0";
  const port = /^\d{1,5}$/.test(told) ? Number(told) : Number.NaN;
  if (port <= MOST_PORT) return port;
  throw usage(MANUAL, "There is no such port.", { found: told, wanted: `0 to ${MOST_PORT}` });
}

function revisionsOf({ range, ref, policyRef }: AuditRequest): readonly string[] {
  return [range ?? ref ?? "HEAD", ...(policyRef === undefined ? [] : [policyRef])];
}

/** Files of the work tree: the policy's, and those of tasks. */
function restsOn({ report, tickets }: Audit): readonly string[] {
  return [...new Set([...report.policySources, ...tickets.flatMap(({ path }) => path ?? [])])];
}

/** Each once: the page asks every other second. */
function tellFaults(io: Io): (fault: unknown) => void {
  let last: unknown = null;
  return (fault) => {
    if (fault !== null && fault !== last) io.stderr.write(errorText(faultOf(fault), io.stderr));
    last = fault;
  };
}

function pageOf({ seen, version }: Followed<Audit>, factory: AuditRendererFactory): Content {
  const how = { metas: ruleMetas(), color: false, columns: 0, repair: null, subject: () => null };
  return factory({ ...how, live: version })(seen);
}

function stateOf({ version, fault }: Followed<Audit>): Content {
  const state = { version, fault: fault === null ? null : faultOf(fault).message };
  return { mediaType: "application/json", body: [JSON.stringify(state)] };
}
