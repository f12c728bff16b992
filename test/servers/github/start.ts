import type { ForgeServer, WithForge } from "../forge-server.ts";
import { gitHttpAnswer } from "../git-http.ts";
import { type Answer, type Call, serve } from "../kit.ts";
import { seedPulls } from "../pull-model.ts";
import type { TrackerServer } from "../tracker-server.ts";
import { gitPathOf } from "./contents.ts";
import { graphqlAnswer } from "./graphql.ts";
import { forbidden, gitRight, readsIssues } from "./guard.ts";
import { limits } from "./limits.ts";
import { operationFor, requestProblems, responseProblems } from "./openapi.ts";
import { type Asker, NOT_FOUND, refusal, restAnswer, sees as seesRepository } from "./rest.ts";
import { BOT, OCTO, READER, SEED, seedRepositories, TRIAGE } from "./seed.ts";
import { addComment, close, type Holder, newIssue, type Repository, reopen, type Store } from "./store.ts";

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

const ACCEPTED = /^application\/vnd\.github(?:\.v3)?(?:\+json|\.raw(?:\+json)?)$/;

/** Issues that `crowd` makes begin with this number. */
const CROWD = 1000;

/** How a server is laid out. */
interface Layout {
  readonly port?: number;
  /** Fields and arguments of GraphQL that this server is too old for. */
  readonly lacks?: readonly string[];
  /**
   * `enterprise`, the default: the API is below `/api` and the pages at its origin. `cloud`: the API has a host of its own, and the pages are
   * at `github.localhost`, which GitHub's toolkit does not take for an Enterprise Server, and curl and git find without a name server.
   */
  readonly layout?: "enterprise" | "cloud";
}

/** GitHub's REST and GraphQL; with repositories that have objects, git as well. `store`: what it knows, for tests to change. */
export async function startGithubServer(
  options: Layout = {},
): Promise<TrackerServer & WithForge & { readonly store: Store }> {
  const isCloud = options.layout === "cloud";
  const store = newStore(
    () => (isCloud ? loopback.origin.replace("127.0.0.1", "github.localhost") : loopback.origin),
    () => (isCloud ? loopback.origin : `${loopback.origin}/api/v3`),
  );
  const loopback = await serve((call) => answer(store, options, call), options.port);
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
  return { ...server, store, forge: () => forgeOf(store, server) };
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

function newStore(origin: () => string, base: () => string): Store {
  let seconds = 0;
  let numbers = 10_000;
  return {
    origin,
    base,
    objects: new Map(),
    checkRuns: [],
    repositories: seedRepositories(),
    users: [OCTO, READER, TRIAGE, BOT],
    tokens: new Map<string, Holder>([
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

async function answer(store: Store, layout: Layout, call: Call): Promise<Answer> {
  const git = gitPathOf(call.path);
  if (git !== null) return gitAnswer(store, call, git);
  const prefix = layout.layout === "cloud" ? "" : "/api";
  const isGraphql = call.path === `${prefix}/graphql`;
  const resource = isGraphql ? "graphql" : /^(?:\/api\/v3)?\/search\//.test(call.path) ? "search" : "core";
  const holder = store.tokens.get(/^(?:bearer|token) (\S+)$/i.exec(call.auth ?? "")?.[1] ?? "");
  const quota = holder?.quota ?? null;
  if (quota?.remaining === 0) return limits(Date.now())["primary, 403"] ?? NOT_FOUND;
  if (quota !== null) quota.remaining -= 1;
  const given = await handle(store, { holder, isGraphql, layout }, call);
  return { ...given, headers: { ...rateHeaders(resource, call.auth !== null, quota), ...given.headers } };
}

/** A repository as git asks for it; what has no objects is not there. */
async function gitAnswer(
  store: Store,
  call: Call,
  { repository, service }: { readonly repository: string; readonly service: string },
): Promise<Answer> {
  const found = store.repositories.find(({ owner, name }) => `${owner}/${name}` === repository);
  const objects = store.objects.get(found?.id ?? 0);
  if (found === undefined || objects === undefined) return { status: 404, text: "Repository not found." };
  const rightOf = (token: string) => gitRight(store.tokens.get(token));
  return gitHttpAnswer({ folder: objects.folder, isPrivate: found.isPrivate, rightOf }, call, service);
}

async function handle(
  store: Store,
  asked: { readonly holder: Holder | undefined; readonly isGraphql: boolean; readonly layout: Layout },
  call: Call,
): Promise<Answer> {
  const { holder, isGraphql, layout } = asked;
  const strange = strangeness(call);
  if (strange !== null) {
    store.problems.push(strange.problem);
    return strange.answer;
  }
  if (call.auth !== null && holder === undefined) return refusal(401, "Bad credentials", "rest");
  const asker: Asker = holder ?? { user: null, rights: "none" };
  if (!isGraphql) return rest(store, { asker, prefix: layout.layout === "cloud" ? "" : "/api/v3" }, call);
  if (holder === undefined) return refusal(401, "This endpoint requires you to be authenticated.", "graphql");
  const sees = (one: Repository) => seesRepository(asker, one);
  const reads = (one: Repository) => readsIssues(asker, one);
  return graphqlAnswer({ store, viewer: holder.user, lacks: layout.lacks ?? [], sees, reads }, call.json);
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
  // Octokit asks for the third version by its media type alone.
  const isOctokit = headers.accept === "application/vnd.github.v3+json" && version === "";
  if (!VERSIONS.includes(version) && !isOctokit)
    return wrong(`API version ${version}`, 400, "The requested API version is not supported");
  if (!ACCEPTED.test(headers.accept ?? ""))
    return wrong(`accept ${headers.accept}`, 415, "Unsupported 'Accept' header");
  if (path.endsWith("/")) return wrong("a slash at the end", 404, "Not Found");
  if (text === "") return null;
  if (json === undefined || !/^application\/json\b/.test(headers["content-type"] ?? ""))
    return wrong("a body that is no JSON", 400, "Problems parsing JSON");
  return null;
}

/** Both ways are held to GitHub's own description of the operation. */
function rest(
  store: Store,
  { asker, prefix }: { readonly asker: Asker; readonly prefix: string },
  call: Call,
): Answer {
  const path = call.path.slice(prefix.length);
  const named = path.replace(/^\/repositories\/(\d+)(?=\/|$)/, (_, id) => {
    const found = store.repositories.find((one) => String(one.id) === id);
    return `/repos/${found?.owner}/${found?.name}`;
  });
  const operation = call.path.startsWith(`${prefix}/`) ? operationFor(call.method, named) : null;
  if (operation === null) {
    store.problems.push(`no such operation: ${call.method} ${call.path}`);
    return NOT_FOUND;
  }
  const problems = requestProblems(operation, call);
  store.problems.push(...problems.map((one) => `${call.method} ${path}: ${one}`));
  if (problems.length > 0) return refusal(422, `Invalid request.\n\n${problems.join("\n")}`, "rest");
  const given =
    forbidden(store, asker, { operation, call, path: named }) ?? restAnswer({ store, asker, call, path });
  const own = responseProblems(operation, call.method, given);
  store.problems.push(...own.map((one) => `our answer to ${call.method} ${path}: ${one}`));
  return given;
}

function rateHeaders(
  resource: "core" | "search" | "graphql",
  known: boolean,
  quota: Holder["quota"] | null,
): Record<string, string> {
  const limit = quota?.limit ?? (resource === "search" ? 30 : known ? 5000 : 60);
  const remaining = quota?.remaining ?? limit - 13;
  return {
    "content-type": "application/json; charset=utf-8",
    "x-github-media-type": "github.v3; format=json",
    "x-github-api-version-selected": "2022-11-28",
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-used": String(limit - remaining),
    "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 1800),
    "x-ratelimit-resource": resource,
    "x-github-request-id": "C0DE:1A2B:3C4D:5E6F:67890ABC",
  };
}
