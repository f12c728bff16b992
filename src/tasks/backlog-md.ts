import type { TaskProblem } from "../core/evidence.ts";
import type { Tree } from "../core/ports.ts";
import type { Backlog, TaskFolder } from "./backlog.ts";
import { type ConfigFile, readConfig } from "./config-file.ts";
import { problem } from "./problem.ts";
import { joinPath, treePath } from "./tree-path.ts";
import { listAt, textAt } from "./yaml-value.ts";

/** Folders that hold task files, below the backlog's own. */
const FOLDERS: readonly TaskFolder[] = [
  { path: "tasks", kind: "active" },
  { path: "drafts", kind: "draft" },
  { path: "completed", kind: "completed" },
  { path: "archive/tasks", kind: "archived" },
  { path: "archive/drafts", kind: "archived" },
];
const BUILT_IN = ["backlog", ".backlog"];
const ROOT_CONFIG = "backlog.config.yml";
/** Backlog.md's own, where the configuration names none. */
const STATUSES = ["To Do", "In Progress", "Done"];
const PREFIX = "TASK";

/**
 * Finds a Backlog.md project in the order of Backlog.md 1.50: `backlog.config.yml` with a `project_name`, then
 * `backlog/` and `.backlog/` with a configuration file, then either folder bare (it then holds a task folder). A
 * configuration in `.backlog/` whose tasks stand in `backlog/` is read as well.
 */
export async function findBacklogMd(tree: Tree): Promise<Backlog | null> {
  const root = await readConfig(tree, ROOT_CONFIG);
  if (root !== null && textAt(root.values, "project_name") !== null) return atRoot(tree, root);
  for (const folder of BUILT_IN) {
    const config =
      (await readConfig(tree, `${folder}/config.yml`)) ?? (await readConfig(tree, `${folder}/config.yaml`));
    if (config !== null) return describe(await dataFolder(tree, folder), config, []);
  }
  const bare = await firstWithTasks(tree, BUILT_IN);
  return bare === null ? null : describe(bare, root, []);
}

async function atRoot(tree: Tree, config: ConfigFile): Promise<Backlog> {
  const wanted = textAt(config.values, "backlog_directory");
  const folder = wanted === null ? null : treePath(wanted);
  if (folder !== null) return describe(folder, config, []);
  const line = config.lines.get("backlog_directory") ?? 1;
  const bad =
    wanted === null ? [] : [problem("config-invalid", line, `${ROOT_CONFIG}: backlog_directory ${wanted}`)];
  return describe((await firstWithTasks(tree, BUILT_IN)) ?? "backlog", config, bad);
}

/** The folder of a configuration file, unless it has no tasks and its sister has. */
async function dataFolder(tree: Tree, folder: string): Promise<string> {
  const others = BUILT_IN.filter((name) => name !== folder);
  return (await firstWithTasks(tree, [folder, ...others])) ?? folder;
}

async function firstWithTasks(tree: Tree, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    for (const { path } of FOLDERS) {
      if ((await tree.list(joinPath(folder, path))).length > 0) return folder;
    }
  }
  return null;
}

function describe(folder: string, config: ConfigFile | null, problems: readonly TaskProblem[]): Backlog {
  const statuses = config === null ? [] : listAt(config.values, "statuses");
  const prefix = config === null ? null : textAt(config.values, "task_prefix");
  const letters = prefix !== null && /^[A-Za-z]+$/.test(prefix);
  return {
    dialect: "backlog.md",
    folder,
    configFile: config?.path ?? null,
    prefixes: [letters ? prefix.toUpperCase() : PREFIX],
    statuses: statuses.length === 0 ? STATUSES : statuses,
    folders: FOLDERS.map(({ path, kind }) => ({ path: joinPath(folder, path), kind })),
    problems: [...(config?.problems ?? []), ...problems],
  };
}
