import type { ForgeServer, WithForge } from "../forge-server.ts";
import { type Answer, type Call, serve } from "../kit.ts";
import { seedPulls } from "../pull-model.ts";
import type { TrackerServer } from "../tracker-server.ts";
import { type Ask, refusal, routed } from "./routes.ts";
import { ADA, BOB, GUS, REX, SEED, seedProjects } from "./seed.ts";
import { addNote, newIssue, type Store, setState, type Token } from "./store.ts";

/** Tokens of this server. They look like GitLab's, so that whatever finds tokens finds these. */
export const TOKENS = {
  good: "glpat-goodgoodgoodgoodgood",
  dead: "glpat-deaddeaddeaddeaddead",
  reader: "glpat-readerreaderreader00",
  /** Has no role in the project: what it can't change is dropped in silence. */
  guest: "glpat-guestguestguestguest",
} as const;

/** Issues that `crowd` makes begin with this number. */
const CROWD = 1000;

/** GitLab's REST v4 below `/api/v4`. */
export async function startGitlabServer(
  options: { readonly port?: number } = {},
): Promise<TrackerServer & WithForge> {
  const store = newStore(() => loopback.origin);
  const loopback = await serve((call) => answer(store, call), options.port);
  const [shop] = store.projects;
  const issueOf = (id: string) => {
    const issue = shop?.issues.get(Number(id.split("#")[1]));
    if (issue === undefined) throw new Error(`the server has no ${id}`);
    return issue;
  };
  const server: TrackerServer = {
    kind: "gitlab",
    loopback,
    settings: { kind: "gitlab", project: "acme/shop", url: loopback.origin },
    credentials: {
      good: { user: null, token: TOKENS.good },
      dead: { user: null, token: TOKENS.dead },
      reader: { user: null, token: TOKENS.reader },
    },
    seed: SEED,
    crowd: (count) =>
      Array.from({ length: count }, (_, at) => {
        const iid = CROWD + at;
        if (shop?.issues.has(iid) === false) shop.issues.set(iid, newIssue(iid, ADA));
        return `acme/shop#${iid}`;
      }),
    limits,
    move: (id, state) =>
      setState(store, issueOf(id), { user: ADA, event: state === "closed" ? "close" : "reopen" }),
    comments: (id) => issueOf(id).notes.flatMap(({ system, body }) => (system ? [] : body)),
    say: (id, body) => String(addNote(store, issueOf(id), { author: REX, body, system: false }).id),
    reword(id, comment, text) {
      const note = issueOf(id).notes.find((one) => String(one.id) === comment);
      if (note !== undefined) Object.assign(note, { body: text, updatedAt: store.now() });
    },
    problems: store.problems,
  };
  return { ...server, forge: () => forgeOf(store, server) };
}

/** Merge requests of `acme/shop`. */
function forgeOf(store: Store, server: TrackerServer): ForgeServer {
  const held = seedPulls({ me: ADA, others: [REX, GUS, BOB] });
  const [shop] = store.projects;
  if (shop !== undefined) store.forges.set(shop.id, held);
  return {
    kind: "gitlab",
    tracker: "gitlab",
    server,
    repository: "acme/shop",
    fork: "rival/shop",
    pulls: held.pulls,
    tips: held.tips,
    checks: held.checks,
    comments: (number) => (held.pulls.get(number)?.comments ?? []).map(({ body }) => body),
    remembersDismissed: false,
  };
}

function newStore(origin: () => string): Store {
  let seconds = 0;
  let numbers = 10_000;
  const api: Token = { user: ADA, scopes: ["api"], isGuest: false };
  return {
    origin,
    projects: seedProjects(),
    renamed: new Map([["acme/old-shop", "acme/shop"]]),
    users: [ADA, REX, GUS],
    tokens: new Map([
      [TOKENS.good, api],
      [TOKENS.reader, { user: REX, scopes: ["read_api"], isGuest: false }],
      [TOKENS.guest, { user: GUS, scopes: ["api"], isGuest: true }],
    ]),
    dead: new Set([TOKENS.dead]),
    problems: [],
    forges: new Map(),
    now: () => new Date(Date.UTC(2026, 10, 2, 9, 0, seconds++)).toISOString(),
    next: () => numbers++,
  };
}

function answer(store: Store, call: Call): Answer {
  const given = handle(store, call);
  return { ...given, headers: { ...rateHeaders(call.auth !== null), ...given.headers } };
}

function handle(store: Store, call: Call): Answer {
  if (!call.path.startsWith("/api/v4/")) {
    store.problems.push(`outside the API: ${call.path}`);
    return { status: 404, headers: { "content-type": "text/html" }, text: "<html><body>404</body></html>" };
  }
  if (
    call.text !== "" &&
    (call.json === undefined || !/^application\/json\b/.test(call.headers["content-type"] ?? ""))
  ) {
    store.problems.push(`${call.method} ${call.path}: a body that is no JSON`);
    return refusal(400, "400 Bad request - the body is no JSON");
  }
  const text = call.auth?.replace(/^bearer /i, "") ?? null;
  const token = text === null ? null : (store.tokens.get(text) ?? null);
  if (text !== null && store.dead.has(text)) return EXPIRED;
  if (text !== null && token === null) return refusal(401, "401 Unauthorized");
  const ask: Ask = { store, token, call };
  return routed(ask);
}

const EXPIRED: Answer = {
  status: 401,
  json: {
    error: "invalid_token",
    error_description: "Token is expired. You can either do re-authorization or token refresh.",
  },
};

function rateHeaders(known: boolean): Record<string, string> {
  return {
    "ratelimit-limit": known ? "2000" : "500",
    "ratelimit-name": known ? "throttle_authenticated_api" : "throttle_unauthenticated_api",
    "ratelimit-observed": "6",
    "ratelimit-remaining": known ? "1994" : "494",
    "ratelimit-reset": String(Math.floor(Date.now() / 1000) + 60),
    "x-request-id": "01J",
    "x-gitlab-meta": '{"correlation_id":"01J","version":"1"}',
  };
}

/** Every way in which GitLab says "too often". */
function limits(now: number): Readonly<Record<string, Answer>> {
  const reset = Math.floor(now / 1000) + 42;
  const headers = {
    "content-type": "text/plain",
    "ratelimit-limit": "2000",
    "ratelimit-remaining": "0",
    "ratelimit-reset": String(reset),
    "ratelimit-resettime": new Date(reset * 1000).toUTCString(),
    "ratelimit-name": "throttle_authenticated_api",
  };
  return {
    "with Retry-After": { status: 429, headers: { ...headers, "retry-after": "42" }, text: "Retry later\n" },
    "with a reset alone": { status: 429, headers, text: "Retry later\n" },
    "an application limit": {
      status: 429,
      json: { message: { error: "This endpoint has been requested too many times. Try again later." } },
      headers: { "content-type": "application/json" },
    },
  };
}
