import { type Call, type Loopback, serve } from "../kit.ts";
import type { TrackerServer } from "../tracker-server.ts";
import { make, PEOPLE, SOURCE } from "./model.ts";
import { comment, failure, route } from "./routes.ts";
import { pages, SEED } from "./seed.ts";

const TOKENS = {
  good: { user: null, token: "ntn_00000000000000GOODTOKENFORTESTSONLY" },
  dead: { user: null, token: "ntn_00000000000000DEADTOKENFORTESTSONLY" },
  reader: { user: null, token: "ntn_00000000000000READTOKENFORTESTSONLY" },
} as const;

const VERSIONS: ReadonlySet<string> = new Set(["2025-09-03", "2026-03-11"]);

/** First of the numbers that a crowd gets. */
const CROWD = 10_000;

/** Notion with two data sources, and a page that is in none. */
export async function startNotionServer(options: { port?: number } = {}): Promise<TrackerServer> {
  const held = new Map(pages().map((page) => [compact(page.id), page]));
  const problems: string[] = [];
  let seconds = 0;
  const tick = () => new Date(Date.UTC(2026, 10, 20, 10, 0, seconds++)).toISOString();
  const handle = (call: Call) => {
    const mayWrite = call.auth === `Bearer ${TOKENS.good.token}`;
    return gate(call, problems) ?? route(call, { pages: held, problems, tick, mayWrite });
  };
  const loopback: Loopback = await serve(handle, options.port);
  return {
    kind: "notion",
    loopback,
    settings: { kind: "notion", data_source: SOURCE, url: loopback.origin },
    credentials: TOKENS,
    seed: SEED,
    problems,
    crowd(count) {
      const crowd = Array.from({ length: count }, (_, at) => make(CROWD + at));
      for (const page of crowd) if (!held.has(compact(page.id))) held.set(compact(page.id), page);
      return crowd.map(({ id }) => compact(id));
    },
    limits: () => ({
      "429": failure(429, "rate_limited", "You have been rate limited. Please try again in a few minutes.", {
        "retry-after": "12",
      }),
      "529": failure(529, "service_overload", "Service is overloaded.", { "retry-after": "30" }),
    }),
    move(id, state) {
      const page = held.get(id);
      if (page !== undefined) Object.assign(page, { status: state, edited: tick() });
    },
    say(id, text) {
      const page = held.get(id);
      return page === undefined ? "" : comment(page, PEOPLE[1].id, text, tick()).id;
    },
    reword(id, number, text) {
      const said = held.get(id)?.comments.find((one) => one.id === number);
      if (said !== undefined) Object.assign(said, { markdown: text, edited: tick() });
    },
    comments: (id) => held.get(id)?.comments.map(({ markdown }) => markdown) ?? [],
  };
}

function compact(id: string): string {
  return id.replaceAll("-", "");
}

/** What every request must have, before it is looked at. */
function gate({ method, path, auth, headers, text, json }: Call, problems: string[]) {
  if (!headers["user-agent"]?.startsWith("golden-thread/")) problems.push(`${method} ${path}: no User-Agent`);
  const tokens = Object.values(TOKENS).filter((one) => one !== TOKENS.dead);
  if (!tokens.some(({ token }) => auth === `Bearer ${token}`))
    return failure(401, "unauthorized", "API token is invalid.");
  const version = headers["notion-version"];
  if (version === undefined || !VERSIONS.has(version)) {
    problems.push(`${method} ${path}: Notion-Version ${version}`);
    return failure(
      400,
      "missing_version",
      `Notion-Version header failed validation: Notion-Version header should be defined, instead was \`${version}\`.`,
    );
  }
  if (text !== "" && (headers["content-type"] !== "application/json" || json === undefined)) {
    problems.push(`${method} ${path}: ${headers["content-type"]}`);
    return failure(400, "invalid_json", "Error parsing JSON body.");
  }
  return null;
}
