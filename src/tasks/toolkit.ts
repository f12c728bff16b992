import type { Tree } from "../core/ports.ts";
import type { Backlog, TaskFolder } from "./backlog.ts";
import { problem } from "./problem.ts";
import { type NotRead, readLimited } from "./read-limited.ts";
import { joinPath, treePath } from "./tree-path.ts";

const CONFIG = "backlog.config.json";
const DATA = "backlog/data";
const FOLDERS: readonly TaskFolder[] = [
  { path: "pending", kind: "active" },
  { path: "completed", kind: "completed" },
];
/** The toolkit's four templates, where no configuration names prefixes. */
const PREFIXES = ["TASK", "BUG", "FEAT", "IDEA"];
const STATUSES = ["pending", "in_progress", "completed"];
const MAX_CONFIG = 1024 * 1024;

interface Settings {
  readonly dataDir: string | null;
  readonly prefixes: readonly string[] | null;
  readonly wrong: string | null;
}

/** Finds the Backlog Toolkit's tickets: the `dataDir` of `backlog.config.json`, or `backlog/data`. */
export async function findToolkit(tree: Tree): Promise<Backlog | null> {
  const bytes = await readLimited(tree, CONFIG, MAX_CONFIG);
  const settings = bytes === null ? null : readSettings(bytes);
  if (settings === null && !(await hasTickets(tree, DATA))) return null;
  const data = settings?.dataDir ?? DATA;
  const wrong = settings?.wrong ?? null;
  return {
    dialect: "toolkit",
    folder: data,
    configFile: bytes === null ? null : CONFIG,
    prefixes: settings?.prefixes ?? PREFIXES,
    statuses: STATUSES,
    folders: FOLDERS.map(({ path, kind }) => ({ path: joinPath(data, path), kind })),
    problems: wrong === null ? [] : [problem("config-invalid", 1, `${CONFIG}: ${wrong}`)],
  };
}

async function hasTickets(tree: Tree, data: string): Promise<boolean> {
  for (const { path } of FOLDERS) if ((await tree.list(joinPath(data, path))).length > 0) return true;
  return false;
}

function readSettings(bytes: Uint8Array | NotRead): Settings {
  if ("code" in bytes) return defaults(bytes.detail);
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(parsed) && isRecord(parsed.backlog) ? settingsOf(parsed.backlog) : defaults(null);
  } catch (error) {
    return defaults(error instanceof Error ? error.message : String(error));
  }
}

function settingsOf(backlog: Readonly<Record<string, unknown>>): Settings {
  const { dataDir, ticketPrefixes } = backlog;
  const folder = typeof dataDir === "string" ? treePath(dataDir) : null;
  const prefixes = Array.isArray(ticketPrefixes) ? ticketPrefixes.filter(isPrefix) : [];
  return {
    dataDir: folder,
    prefixes: prefixes.length === 0 ? null : prefixes.map((prefix) => prefix.toUpperCase()),
    wrong: dataDir !== undefined && folder === null ? `backlog.dataDir ${JSON.stringify(dataDir)}` : null,
  };
}

function defaults(wrong: string | null): Settings {
  return { dataDir: null, prefixes: null, wrong };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPrefix(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z][A-Za-z0-9_]*$/.test(value);
}
