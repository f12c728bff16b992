import type { ForgeServer, WithForge } from "../forge-server.ts";
import { type Answer, type Call, serve } from "../kit.ts";
import { seedPulls } from "../pull-model.ts";
import type { TrackerServer } from "../tracker-server.ts";
import { graphqlAnswer } from "./graphql.ts";
import { limits } from "./limits.ts";
import { operationFor, requestProblems, responseProblems } from "./openapi.ts";
import { type Asker, NOT_FOUND, refusal, restAnswer, sees } from "./rest.ts";
import { BOT, OCTO, READER, SEED, seedRepositories, TRIAGE } from "./seed.ts";
import { addComment, close, newIssue, reopen, type Store } from "./store.ts";

/** Tokens of this server. They look like GitHub's, so that whatever finds tokens finds these. */
export const TOKENS = {
  good: "ghp_goodgoodgoodgoodgoodgoodgoodgood0001",
  dead: "ghp_deaddeaddeaddeaddeaddeaddeaddead0002",
  reader: "github_pat_readerreaderreaderreader0003",
  /** May write, but not push: what it can't change is dropped in silence. */
  triage: "ghp_triagetriagetriagetriagetriage000004",
  /** That of an Actions run. */
  app: "ghs_actionsactionsactionsactionsacti0005",
} as const;

const VERSIONS = ["2022-11-28", "2026-03-10"];

/** Issues that `crowd` makes begin with this number. */
const CROWD = 1000;

/**
 * GitHub's REST and GraphQL as an Enterprise Server lays them out (`/api/v3`, `/api/graphql`).
 * `lacks`: fields and arguments of GraphQL that this server is too old for.
 */
export async function startGithubServer(
  options: { readonly port?: number; readonly lacks?: readonly string[] } = {},
): Promise<TrackerServer & WithForge> {
  const store = newStore(() => loopback.origin);
  const loopback = await serve((call) => answer(store, options.lacks ?? [], call), options.port);
  const [shop] = store.repositories;
  const issueOf = (id: string) => {
    const issue = shop?.issues.get(Number(id.split("#")[1]));
    if (issue === undefined) throw new Error(`the server has no ${id}`);
    return issue;
  };
  const server: TrackerServer = {
    kind: "github",
    loopback,
    settings: { kind: "github", repo: "acme/shop", url: loopback.origin },
    credentials: {
      good: { user: null, token: TOKENS.good },
      dead: { user: null, token: TOKENS.dead },
      reader: { user: null, token: TOKENS.reader },
    },
    seed: SEED,
    crowd: (count) =>
      Array.from({ length: count }, (_, at) => {
        const number = CROWD + at;
        if (shop?.issues.has(number) === false) shop.issues.set(number, newIssue(number, OCTO));
        return `acme/shop#${number}`;
      }),
    limits,
    move(id, state) {
      if (state === "open") reopen(store, issueOf(id), OCTO);
      else close(store, issueOf(id), OCTO, state === "closed" ? "completed" : state);
    },
    comments: (id) => issueOf(id).comments.map(({ body }) => body),
    say: (id, text) => String(addComment(store, issueOf(id), READER, text).id),
    reword(id, comment, text) {
      const said = issueOf(id).comments.find((one) => String(one.id) === comment);
      if (said !== undefined) Object.assign(said, { body: text, updatedAt: store.now() });
    },
    problems: store.problems,
  };
  return { ...server, forge: () => forgeOf(store, server) };
}

/** Pull requests of `acme/shop`, each an issue as well. */
function forgeOf(store: Store, server: TrackerServer): ForgeServer {
  const [shop] = store.repositories;
  const held = seedPulls({ me: OCTO, others: [READER, TRIAGE, BOT] });
  if (shop !== undefined) store.forges.set(shop.id, held);
  const at = "2026-11-01T08:00:00Z";
  for (const { number, author, labels, comments } of held.pulls.values()) {
    const told = comments.map(({ id, body, author: user }) => ({
      id,
      user,
      body,
      createdAt: at,
      updatedAt: at,
    }));
    shop?.issues.set(number, newIssue(number, author, { isPull: true, labels: [...labels], comments: told }));
  }
  return {
    kind: "github",
    tracker: "github",
    server,
    repository: "acme/shop",
    fork: "rival/shop",
    pulls: held.pulls,
    tips: held.tips,
    checks: held.checks,
    comments: (number) => (shop?.issues.get(number)?.comments ?? []).map(({ body }) => body),
    remembersDismissed: true,
  };
}

function newStore(origin: () => string): Store {
  let seconds = 0;
  let numbers = 10_000;
  return {
    origin,
    repositories: seedRepositories(),
    users: [OCTO, READER, TRIAGE, BOT],
    tokens: new Map([
      [TOKENS.good, { user: OCTO, rights: "write" }],
      [TOKENS.reader, { user: READER, rights: "read" }],
      [TOKENS.triage, { user: TRIAGE, rights: "triage" }],
      [TOKENS.app, { user: BOT, rights: "app" }],
    ]),
    problems: [],
    forges: new Map(),
    now: () => new Date(Date.UTC(2026, 10, 2, 9, 0, seconds++)).toISOString().replace(".000Z", "Z"),
    next: () => numbers++,
  };
}

async function answer(store: Store, lacks: readonly string[], call: Call): Promise<Answer> {
  const isGraphql = call.path === "/api/graphql";
  const resource = isGraphql ? "graphql" : call.path.startsWith("/api/v3/search/") ? "search" : "core";
  const given = await handle(store, lacks, call);
  return { ...given, headers: { ...rateHeaders(resource, call.auth !== null), ...given.headers } };
}

async function handle(store: Store, lacks: readonly string[], call: Call): Promise<Answer> {
  const strange = strangeness(call);
  if (strange !== null) {
    store.problems.push(strange.problem);
    return strange.answer;
  }
  const token = /^(?:bearer|token) (\S+)$/i.exec(call.auth ?? "")?.[1];
  const known = store.tokens.get(token ?? "");
  if (call.auth !== null && known === undefined) return refusal(401, "Bad credentials", "rest");
  const asker: Asker = known ?? { user: null, rights: "none" };
  if (call.path !== "/api/graphql") return rest(store, asker, call);
  if (known === undefined) return refusal(401, "This endpoint requires you to be authenticated.", "graphql");
  return graphqlAnswer({ store, viewer: known.user, lacks, sees: (one) => sees(asker, one) }, call.json);
}

/** What GitHub takes from nobody. Null: nothing is wrong. */
function strangeness({
  path,
  headers,
  text,
  json,
  method,
}: Call): { problem: string; answer: Answer } | null {
  const wrong = (problem: string, status: number, message: string) => ({
    problem: `${method} ${path}: ${problem}`,
    answer: refusal(status, message, "rest"),
  });
  if (!headers["user-agent"])
    return wrong("no User-Agent", 403, "Request forbidden by administrative rules.");
  const version = headers["x-github-api-version"] ?? "";
  if (!VERSIONS.includes(version))
    return wrong(`API version ${version}`, 400, "The requested API version is not supported");
  if (headers.accept !== "application/vnd.github+json")
    return wrong(`accept ${headers.accept}`, 415, "Unsupported 'Accept' header");
  if (path.endsWith("/")) return wrong("a slash at the end", 404, "Not Found");
  if (text === "") return null;
  if (json === undefined || !/^application\/json\b/.test(headers["content-type"] ?? ""))
    return wrong("a body that is no JSON", 400, "Problems parsing JSON");
  return null;
}

/** Both ways are held to GitHub's own description of the operation. */
function rest(store: Store, asker: Asker, call: Call): Answer {
  const path = call.path.replace(/^\/api\/v3/, "");
  const named = path.replace(/^\/repositories\/(\d+)(?=\/|$)/, (_, id) => {
    const found = store.repositories.find((one) => String(one.id) === id);
    return `/repos/${found?.owner}/${found?.name}`;
  });
  const operation = call.path.startsWith("/api/v3/") ? operationFor(call.method, named) : null;
  if (operation === null) {
    store.problems.push(`no such operation: ${call.method} ${call.path}`);
    return NOT_FOUND;
  }
  const problems = requestProblems(operation, call);
  store.problems.push(...problems.map((one) => `${call.method} ${path}: ${one}`));
  if (problems.length > 0) return refusal(422, `Invalid request.\n\n${problems.join("\n")}`, "rest");
  const given = restAnswer({ store, asker, call, path });
  const own = responseProblems(operation, call.method, given);
  store.problems.push(...own.map((one) => `our answer to ${call.method} ${path}: ${one}`));
  return given;
}

function rateHeaders(resource: "core" | "search" | "graphql", known: boolean): Record<string, string> {
  const limit = resource === "search" ? 30 : known ? 5000 : 60;
  return {
    "content-type": "application/json; charset=utf-8",
    "x-github-media-type": "github.v3; format=json",
    "x-github-api-version-selected": "2022-11-28",
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(limit - 13),
    "x-ratelimit-used": "13",
    "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 1800),
    "x-ratelimit-resource": resource,
    "x-github-request-id": "C0DE:1A2B:3C4D:5E6F:67890ABC",
  };
}
