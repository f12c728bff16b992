import type { Credential } from "../../../src/core/access.ts";
import type { ForgeServer, WithForge } from "../forge-server.ts";
import { type Call, type Loopback, segments, serve } from "../kit.ts";
import { type PullStore, seedPulls } from "../pull-model.ts";
import type { TrackerServer } from "../tracker-server.ts";
import { addComment, apply, rewrite } from "./change.ts";
import { type Item, ORGANIZATION, OTHER_PROJECT, PEOPLE, type Person, PROJECT } from "./model.ts";
import { FORK, REPOSITORY } from "./pull-json.ts";
import { failure, noProject, refusedToken, tooOften } from "./replies.ts";
import { route } from "./routes.ts";
import { items, make, seed } from "./seed.ts";

/** What a request may read and change. */
export interface World {
  readonly items: Map<number, Item>;
  readonly problems: string[];
  /** Time of the next change; every change takes a second. */
  tick(): string;
  readonly mayWrite: boolean;
  readonly base: string;
  /** Pull requests; null: nobody asked for them to be there. */
  readonly held: PullStore<Person> | null;
}

const TOKENS = {
  good: { user: null, token: "good0pat0of0azure0devops0for0tests0only0good0000000000" },
  dead: { user: null, token: "dead0pat0of0azure0devops0for0tests0only0dead0000000000" },
  reader: { user: null, token: "reader0pat0of0azure0devops0for0tests0only0reader000000" },
} as const satisfies Record<string, Credential>;

/** First of the numbers that a crowd gets. */
const CROWD = 10_000;

/** Azure Boards of the organization `acme`, with the projects `Shop` and another one. */
export async function startAzureDevopsServer(
  options: { port?: number } = {},
): Promise<TrackerServer & WithForge> {
  const held = new Map(items().map((item) => [item.id, item]));
  const problems: string[] = [];
  let seconds = 0;
  let pulls: PullStore<Person> | null = null;
  const tick = () => new Date(Date.UTC(2026, 10, 20, 10, 0, seconds++)).toISOString();
  const handle = (call: Call) => {
    const refused = gate(call, problems);
    if (refused !== null) return refused;
    const mayWrite = call.auth === basic(TOKENS.good);
    const base = `${loopback.origin}/${ORGANIZATION}`;
    return route(call, { items: held, problems, tick, mayWrite, base, held: pulls });
  };
  const loopback: Loopback = await serve(handle, options.port);
  const server: TrackerServer = {
    kind: "azure-devops",
    loopback,
    settings: { kind: "azure-devops", organization: ORGANIZATION, project: PROJECT, url: loopback.origin },
    credentials: TOKENS,
    seed: seed(`${loopback.origin}/${ORGANIZATION}`),
    problems,
    crowd(count) {
      const ids = Array.from({ length: count }, (_, at) => CROWD + at);
      for (const id of ids) if (!held.has(id)) held.set(id, make(id, {}));
      return ids.map(String);
    },
    limits: (now) => ({
      "retry-after": tooOften({ "retry-after": "1", "x-ratelimit-reset": String(Math.ceil(now / 1000) + 1) }),
      "reset alone": tooOften({ "x-ratelimit-reset": String(Math.ceil(now / 1000) + 2) }),
    }),
    move(id, state) {
      const item = held.get(Number(id));
      if (item !== undefined) apply(item, { "System.State": state }, tick());
    },
    say(id, text) {
      const item = held.get(Number(id));
      return item === undefined ? "" : String(addComment(item, PEOPLE[1], text, tick()).id);
    },
    reword(id, comment, text) {
      const said = held.get(Number(id))?.comments.find((one) => String(one.id) === comment);
      if (said !== undefined) rewrite(said, text, tick());
    },
    comments: (id) => held.get(Number(id))?.comments.map(({ text }) => text) ?? [],
  };
  const forge = () => {
    pulls = seedPulls<Person>({ me: PEOPLE[0], others: [PEOPLE[1], PEOPLE[2], PEOPLE[3]] });
    return forgeOf(server, pulls);
  };
  return { ...server, forge };
}

/** Pull requests of `Shop/shop-web`. */
function forgeOf(server: TrackerServer, { pulls, tips, checks }: PullStore<Person>): ForgeServer {
  return {
    kind: "azure-repos",
    tracker: "azure-devops",
    server,
    repository: `${PROJECT}/${REPOSITORY.name}`,
    fork: `${PROJECT}/${FORK.name}`,
    pulls,
    tips,
    checks,
    comments: (number) => (pulls.get(number)?.comments ?? []).map(({ body }) => body),
    remembersDismissed: true,
  };
}

/** What every request must have, before it is looked at. */
function gate(call: Call, problems: string[]) {
  const { method, auth, headers, path, query } = call;
  const suppressed = headers["x-tfs-fedauthredirect"] === "Suppress";
  if (!suppressed) problems.push(`${method} ${path}: no X-TFS-FedAuthRedirect`);
  if (!headers["user-agent"]?.startsWith("golden-thread/")) problems.push(`${method} ${path}: no User-Agent`);
  if (auth === null)
    return refusedToken(
      method,
      suppressed,
      "TF400813: The user '' is not authorized to access this resource.",
    );
  if (auth === basic(TOKENS.dead))
    return refusedToken(method, suppressed, "Access Denied: The Personal Access Token used has expired.");
  if (auth !== basic(TOKENS.good) && auth !== basic(TOKENS.reader))
    return refusedToken(
      method,
      suppressed,
      "TF400813: The user '' is not authorized to access this resource.",
    );
  if (!/^7\.[12](?:-preview(?:\.\d)?)?$/.test(query.get("api-version") ?? "")) {
    problems.push(`${method} ${path}: api-version ${query.get("api-version")}`);
    return failure({
      status: 400,
      message: "No api-version was supplied for the request, or one that is out of range.",
      type: "VssVersionOutOfRangeException",
    });
  }
  const [organization, project = ""] = segments(path);
  if (organization !== ORGANIZATION) return { status: 404, text: "The resource cannot be found." };
  return project === "_apis" || project === PROJECT || project === OTHER_PROJECT ? null : noProject(project);
}

function basic({ token }: Credential): string {
  return `Basic ${Buffer.from(`:${token}`).toString("base64")}`;
}
