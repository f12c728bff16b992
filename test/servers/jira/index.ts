import { type Answer, type Call, serve } from "../kit.ts";
import type { TrackerServer } from "../tracker-server.ts";
import type { Caller } from "./asked.ts";
import { addComment, transit } from "./change.ts";
import type { Flavour } from "./flavour.ts";
import { route } from "./routes.ts";
import { addIssue, seed, seededJira } from "./seed.ts";
import { type Issue, type Jira, MIA, ROB } from "./state.ts";

const TOKENS = { good: "jira-good-token-0001", dead: "jira-dead-token-0002", reader: "jira-read-token-0003" };

/** Jira Cloud (REST v3) or Data Center (REST v2) on this machine. */
export async function startJiraServer({
  flavour = "cloud",
  port = 0,
}: {
  readonly flavour?: Flavour;
  readonly port?: number;
} = {}): Promise<TrackerServer> {
  const isCloud = flavour === "cloud";
  const jira = seededJira(flavour);
  const problems: string[] = [];
  const problem = (text: string): void => {
    problems.push(text);
  };
  const loopback = await serve((call) => {
    const caller = callerOf(call, isCloud);
    // Data Center turns a bad token away; Cloud serves it as nobody's.
    if (caller === "failed" && !isCloud)
      return { ...UNAUTHORIZED, headers: { ...UNAUTHORIZED.headers, ...rate(isCloud) } };
    const known = caller === "failed" ? NOBODY : caller;
    const answer = route({ jira, call, caller: known, origin: loopback.origin, problem });
    return withHeaders(answer, { ...rate(isCloud), ...login(isCloud, caller) });
  }, port);
  const credential = (token: string, user: string) => ({ token, user: isCloud ? user : null });
  return {
    kind: "jira",
    loopback,
    settings: { kind: "jira", url: loopback.origin },
    credentials: {
      good: credential(TOKENS.good, MIA.emailAddress),
      dead: credential(TOKENS.dead, MIA.emailAddress),
      reader: credential(TOKENS.reader, ROB.emailAddress),
    },
    seed: isCloud ? seed : { ...seed, other: OTHER },
    crowd(count) {
      const ids = Array.from({ length: count }, (_, at) => `PROJ-${1000000 + at}`);
      for (const id of ids) if (jira.find(id) === null) addIssue(jira, id);
      return ids;
    },
    limits: (now) => (isCloud ? cloudLimits(now) : DC_LIMITS),
    move(id, state) {
      const issue = jira.find(id);
      if (issue !== null) transit(jira, issue, state, null, MIA);
    },
    comments: (id) =>
      (jira.find(id)?.comments ?? []).map(({ body }) =>
        typeof body === "string" ? body : JSON.stringify(body),
      ),
    say: (id, text) => addComment(jira, issueIn(jira, id), ROB.accountId, isCloud ? document(text) : text).id,
    reword(id, comment, text) {
      const said = issueIn(jira, id).comments.find((one) => one.id === comment);
      const body = isCloud ? document(text) : text;
      if (said !== undefined) Object.assign(said, { body, updated: jira.tick() });
    },
    problems,
  };
}

function issueIn(jira: Jira, id: string): Issue {
  const issue = jira.find(id);
  if (issue === null) throw new Error(`the server has no ${id}`);
  return issue;
}

/** A text in Atlassian's document format, a paragraph for each of its own. */
function document(text: string): unknown {
  const content = text
    .split("\n\n")
    .map((part) => ({ type: "paragraph", content: [{ type: "text", text: part }] }));
  return { type: "doc", version: 1, content };
}

/** The other account as Data Center tells it. */
const OTHER = { name: ROB.displayName, email: ROB.emailAddress, account: ROB.key, login: ROB.name };

const NOBODY: Caller = { user: null, mayWrite: false };

function callerOf({ auth }: Call, isCloud: boolean): Caller | "failed" {
  if (auth === null) return NOBODY;
  const basic = (token: string, user: string) =>
    `Basic ${Buffer.from(`${user}:${token}`).toString("base64")}`;
  const is = (token: string, user: string) => auth === (isCloud ? basic(token, user) : `Bearer ${token}`);
  if (is(TOKENS.good, MIA.emailAddress)) return { user: MIA, mayWrite: true };
  if (is(TOKENS.reader, ROB.emailAddress)) return { user: ROB, mayWrite: false };
  return "failed";
}

const UNAUTHORIZED: Answer = {
  status: 401,
  headers: {
    "content-type": "text/html;charset=UTF-8",
    "www-authenticate": 'OAuth realm="https%3A%2F%2Fjira.example.com"',
    "x-seraph-loginreason": "AUTHENTICATED_FAILED",
  },
  text: "<html><head><title>Unauthorized (401)</title></head><body>...</body></html>",
};

function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  const type = answer.json === undefined ? {} : { "content-type": "application/json;charset=UTF-8" };
  return { ...answer, headers: { ...type, ...headers, ...answer.headers } };
}

function login(isCloud: boolean, caller: Caller | "failed"): Readonly<Record<string, string>> {
  if (isCloud) return caller === "failed" ? { "x-seraph-loginreason": "AUTHENTICATED_FAILED" } : {};
  const name = caller === "failed" ? "anonymous" : (caller.user?.name ?? "anonymous");
  return { "x-ausername": name, "x-seraph-loginreason": name === "anonymous" ? "OUT" : "OK" };
}

/** Data Center says `retry-after: 0` on every answer. */
function rate(isCloud: boolean): Readonly<Record<string, string>> {
  if (isCloud)
    return { "x-ratelimit-limit": "350", "x-ratelimit-remaining": "349", "x-ratelimit-nearlimit": "false" };
  return { ...DC_RATE, "x-ratelimit-remaining": "49", "retry-after": "0" };
}

const DC_RATE = {
  "x-ratelimit-limit": "50",
  "x-ratelimit-interval-seconds": "60",
  "x-ratelimit-fillrate": "10",
};

const DC_LIMITS: Readonly<Record<string, Answer>> = {
  "bucket is empty": {
    status: 429,
    headers: { ...DC_RATE, "x-ratelimit-remaining": "0", "retry-after": "12" },
    json: { message: "Rate limit exceeded." },
  },
};

function cloudLimits(now: number): Readonly<Record<string, Answer>> {
  const at = (ms: number) => new Date(now + ms).toISOString().replace(/\.\d+Z$/, "Z");
  const json = { errorMessages: ["Rate limit exceeded."], errors: {} };
  const empty = { "x-ratelimit-limit": "350", "x-ratelimit-remaining": "0" };
  return {
    burst: {
      status: 429,
      headers: {
        ...empty,
        "retry-after": "1",
        "x-ratelimit-reset": at(1000),
        "ratelimit-reason": "jira-burst-based",
      },
      json,
    },
    "reset alone": {
      status: 429,
      headers: { ...empty, "x-ratelimit-reset": at(5000), "ratelimit-reason": "jira-burst-based" },
      json,
    },
    quota: {
      status: 429,
      headers: {
        "retry-after": "500",
        "ratelimit-reason": "jira-quota-tenant-based",
        "x-ratelimit-reset": at(500_000),
      },
      json,
    },
    "writes to one issue": {
      status: 429,
      headers: { "retry-after": "2", "ratelimit-reason": "jira-per-issue-on-write" },
      json,
    },
    "without a header": { status: 429, json },
  };
}
