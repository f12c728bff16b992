import { type Call, type Loopback, serve } from "../kit.ts";
import type { TrackerServer } from "../tracker-server.ts";
import { BOB, make, TEAM } from "./model.ts";
import { comment, enter, refusal, route } from "./routes.ts";
import { SEED, tasks } from "./seed.ts";

const TOKENS = {
  good: { user: null, token: "pk_182_GOODTOKENOFCLICKUPFORTESTSONLY" },
  dead: { user: null, token: "pk_182_DEADTOKENOFCLICKUPFORTESTSONLY" },
} as const;

/** ClickUp with one workspace, and a task in another one. */
export async function startClickupServer(options: { port?: number } = {}): Promise<TrackerServer> {
  const held = new Map(tasks().map((task) => [task.id, task]));
  const problems: string[] = [];
  let seconds = 0;
  const tick = () => Date.UTC(2026, 10, 20, 10, 0, seconds++);
  const handle = (call: Call) => gate(call, problems) ?? route(call, { tasks: held, problems, tick });
  const loopback: Loopback = await serve(handle, options.port);
  return {
    kind: "clickup",
    loopback,
    settings: { kind: "clickup", team: TEAM, url: loopback.origin },
    credentials: { ...TOKENS, reader: null },
    seed: SEED,
    problems,
    crowd(count) {
      const ids = Array.from({ length: count }, (_, at) => `86c${at.toString(36).padStart(6, "0")}`);
      for (const id of ids) if (!held.has(id)) held.set(id, make(id));
      return ids;
    },
    limits: (now) => ({
      "reset in seconds": {
        ...refusal(429, "Rate limit reached", "APP_002"),
        headers: {
          "x-ratelimit-limit": "100",
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": String(Math.ceil(now / 1000) + 30),
        },
      },
    }),
    move(id, state) {
      const task = held.get(id);
      if (task !== undefined) enter(task, state, tick());
    },
    say(id, text) {
      const task = held.get(id);
      return task === undefined ? "" : comment({ tasks: held, tick }, task, { by: BOB, text }).id;
    },
    reword(id, number, text) {
      const said = held.get(id)?.comments.find((one) => one.id === number);
      if (said !== undefined) said.text = text;
    },
    comments: (id) => held.get(id)?.comments.map(({ text }) => text) ?? [],
  };
}

/** What every request must have, before it is looked at. */
function gate({ method, path, auth, headers, text }: Call, problems: string[]) {
  if (!headers["user-agent"]?.startsWith("golden-thread/")) problems.push(`${method} ${path}: no User-Agent`);
  if (text !== "" && headers["content-type"] !== "application/json")
    problems.push(`${method} ${path}: ${headers["content-type"]}`);
  if (!path.startsWith("/api/v2/")) {
    problems.push(`${method} ${path}: not version 2`);
    return refusal(404, "Route not found", "APP_001");
  }
  if (auth === null) return refusal(400, "Authorization header required", "OAUTH_017");
  if (auth !== TOKENS.good.token) return refusal(401, "Token invalid", "OAUTH_025");
  return null;
}
