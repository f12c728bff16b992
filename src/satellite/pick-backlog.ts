import { basename } from "node:path";
import { Fault } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import type { Backlog, Dialect } from "../tasks/backlog.ts";
import { readConfig } from "../tasks/config-file.ts";
import { findBacklogs } from "../tasks/dialects.ts";
import { type BacklogFile, backlogConfig } from "../tasks/new-backlog.ts";
import { textAt } from "../tasks/yaml-value.ts";
import type { Desk } from "./desk.ts";
import { TOOLKIT_DIGITS } from "./next-id.ts";

/** Where new tasks go. */
export interface PickedBacklog {
  readonly backlog: Backlog;
  /** The file that makes it one, where there was none; null: it is there. */
  readonly config: BacklogFile | null;
  /** Digits that its ids have at least. */
  readonly digits: number;
}

/** The backlog of a dialect, or the first there is; without any, a Backlog.md one is to be made. Throws Fault("usage") for a toolkit that is not there. */
export async function pickBacklog(
  { gate: { tree }, tasks, root }: Pick<Desk, "gate" | "tasks" | "root">,
  dialect: Dialect | null,
): Promise<PickedBacklog> {
  const found = tasks.backlogs.find((one) => dialect === null || one.dialect === dialect);
  if (found !== undefined) return { backlog: found, config: null, digits: await digitsOf(tree, found) };
  if (dialect === "toolkit")
    throw new Fault("usage", "There is no Backlog Toolkit here.", {
      found: tasks.backlogs.map(({ folder }) => folder).join(", ") || "no backlog",
      wanted: "backlog.config.json, or tickets in backlog/data/pending",
      fix: "leave --format out, or set the toolkit up first",
    });
  const config = backlogConfig(basename(root));
  const [backlog] = await findBacklogs(withFile(tree, config));
  if (backlog === undefined)
    throw new Fault("internal", "A new backlog is not found.", { found: config.path });
  return { backlog, config, digits: 1 };
}

async function digitsOf(tree: Tree, { dialect, configFile }: Backlog): Promise<number> {
  if (dialect === "toolkit") return TOOLKIT_DIGITS;
  const config = configFile === null ? null : await readConfig(tree, configFile);
  const digits = Number(config === null ? 1 : textAt(config.values, "zero_padded_ids"));
  return Number.isInteger(digits) && digits > 1 && digits <= MOST_DIGITS ? digits : 1;
}

/** Nobody counts that far. */
const MOST_DIGITS = 9;

/** The tree as it will be. */
function withFile(tree: Tree, { path, text }: BacklogFile): Tree {
  return {
    label: tree.label,
    list: (folder, options) => tree.list(folder, options),
    read: async (asked, limit) => (asked === path ? new TextEncoder().encode(text) : tree.read(asked, limit)),
  };
}
