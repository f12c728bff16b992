"use strict";

const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_yaml_value = require("./tasks-yaml-value.js");
const require_git = require("./git.js");
const require_tree_path = require("./tasks-tree-path.js");

// src/tasks/read-limited.ts
/** A file's bytes; null: there is no regular file; or why it was not read. */
async function readLimited(tree, path, limit) {
	try {
		return await tree.read(path, limit);
	} catch (error) {
		if (!(error instanceof require_git.Fault) || error.code !== "storage") throw error;
		return {
			code: error.wanted === void 0 ? "file-unreadable" : "file-too-large",
			detail: error.found ?? error.message
		};
	}
}

// src/tasks/config-file.ts
/** A configuration larger than this is none. */
const MAX_CONFIG$1 = 65536;
/**
* Reads a YAML configuration strictly, as its own keys stand: a key of the same name deeper down is not taken for
* it. Null: there is no such file. What can't be read leaves no values and one problem.
*/
async function readConfig(tree, path) {
	const bytes = await readLimited(tree, path, MAX_CONFIG$1);
	if (bytes === null) return null;
	if ("code" in bytes) return broken(path, 1, bytes.detail);
	const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
	const result = await readText(require_yaml_value.quoteHandles(text));
	if (!result.ok) return broken(path, result.problem.line, result.problem.detail);
	return {
		path,
		...result.document,
		problems: []
	};
}
async function readText(text) {
	const plain = require_yaml_value.readPlainYaml(text);
	if (plain !== null) return {
		ok: true,
		document: plain
	};
	const { readYaml } = await Promise.resolve().then(() => require("./tasks-yaml-engine.js"));
	return readYaml(text);
}
function broken(path, line, detail) {
	const problems = [require_yaml_value.problem("config-invalid", line, `${path}: ${detail}`)];
	return {
		path,
		values: /* @__PURE__ */ new Map(),
		lines: /* @__PURE__ */ new Map(),
		problems
	};
}

// src/tasks/backlog-md.ts
/** Folders that hold task files, below the backlog's own. */
const FOLDERS$1 = [
	{
		path: "tasks",
		kind: "active"
	},
	{
		path: "drafts",
		kind: "draft"
	},
	{
		path: "completed",
		kind: "completed"
	},
	{
		path: "archive/tasks",
		kind: "archived"
	},
	{
		path: "archive/drafts",
		kind: "archived"
	}
];
const BUILT_IN = ["backlog", ".backlog"];
const ROOT_CONFIG = "backlog.config.yml";
/** Backlog.md's own, where the configuration names none. */
const STATUSES$1 = [
	"To Do",
	"In Progress",
	"Done"
];
const PREFIX = "TASK";
/**
* Finds a Backlog.md project in the order of Backlog.md 1.50: `backlog.config.yml` with a `project_name`, then
* `backlog/` and `.backlog/` with a configuration file, then either folder bare (it then holds a task folder). A
* configuration in `.backlog/` whose tasks stand in `backlog/` is read as well.
*/
async function findBacklogMd(tree) {
	const root = await readConfig(tree, ROOT_CONFIG);
	if (root !== null && require_yaml_value.textAt(root.values, "project_name") !== null) return atRoot(tree, root);
	for (const folder of BUILT_IN) {
		const config = await readConfig(tree, `${folder}/config.yml`) ?? await readConfig(tree, `${folder}/config.yaml`);
		if (config !== null) return describe(await dataFolder(tree, folder), config, []);
	}
	const bare = await firstWithTasks(tree, BUILT_IN);
	return bare === null ? null : describe(bare, root, []);
}
async function atRoot(tree, config) {
	const wanted = require_yaml_value.textAt(config.values, "backlog_directory");
	const folder = wanted === null ? null : require_tree_path.treePath(wanted);
	if (folder !== null) return describe(folder, config, []);
	const line = config.lines.get("backlog_directory") ?? 1;
	const bad = wanted === null ? [] : [require_yaml_value.problem("config-invalid", line, `${ROOT_CONFIG}: backlog_directory ${wanted}`)];
	return describe(await firstWithTasks(tree, BUILT_IN) ?? "backlog", config, bad);
}
/** The folder of a configuration file, unless it has no tasks and its sister has. */
async function dataFolder(tree, folder) {
	return await firstWithTasks(tree, [folder, ...BUILT_IN.filter((name) => name !== folder)]) ?? folder;
}
async function firstWithTasks(tree, folders) {
	for (const folder of folders) for (const { path } of FOLDERS$1) if ((await tree.list(require_tree_path.joinPath(folder, path))).length > 0) return folder;
	return null;
}
function describe(folder, config, problems) {
	const statuses = config === null ? [] : require_yaml_value.listAt(config.values, "statuses");
	const prefix = config === null ? null : require_yaml_value.textAt(config.values, "task_prefix");
	const letters = prefix !== null && /^[A-Za-z]+$/.test(prefix);
	return {
		dialect: "backlog.md",
		folder,
		configFile: config?.path ?? null,
		prefixes: [letters ? prefix.toUpperCase() : PREFIX],
		statuses: statuses.length === 0 ? STATUSES$1 : statuses,
		folders: FOLDERS$1.map(({ path, kind }) => ({
			path: require_tree_path.joinPath(folder, path),
			kind
		})),
		problems: [...config?.problems ?? [], ...problems]
	};
}

// src/tasks/toolkit.ts
const CONFIG = "backlog.config.json";
const DATA = "backlog/data";
const FOLDERS = [{
	path: "pending",
	kind: "active"
}, {
	path: "completed",
	kind: "completed"
}];
/** The toolkit's four templates, where no configuration names prefixes. */
const PREFIXES = [
	"TASK",
	"BUG",
	"FEAT",
	"IDEA"
];
const STATUSES = [
	"pending",
	"in_progress",
	"completed"
];
const MAX_CONFIG = 1048576;
/** Finds the Backlog Toolkit's tickets: the `dataDir` of `backlog.config.json`, or `backlog/data`. */
async function findToolkit(tree) {
	const bytes = await readLimited(tree, CONFIG, MAX_CONFIG);
	const settings = bytes === null ? null : readSettings(bytes);
	if (settings === null && !await hasTickets(tree, DATA)) return null;
	const data = settings?.dataDir ?? DATA;
	const wrong = settings?.wrong ?? null;
	return {
		dialect: "toolkit",
		folder: data,
		configFile: bytes === null ? null : CONFIG,
		prefixes: settings?.prefixes ?? PREFIXES,
		statuses: STATUSES,
		folders: FOLDERS.map(({ path, kind }) => ({
			path: require_tree_path.joinPath(data, path),
			kind
		})),
		problems: wrong === null ? [] : [require_yaml_value.problem("config-invalid", 1, `${CONFIG}: ${wrong}`)]
	};
}
async function hasTickets(tree, data) {
	for (const { path } of FOLDERS) if ((await tree.list(require_tree_path.joinPath(data, path))).length > 0) return true;
	return false;
}
function readSettings(bytes) {
	if ("code" in bytes) return defaults(bytes.detail);
	try {
		const parsed = JSON.parse(new TextDecoder().decode(bytes));
		return isRecord(parsed) && isRecord(parsed.backlog) ? settingsOf(parsed.backlog) : defaults(null);
	} catch (error) {
		return defaults(error instanceof Error ? error.message : String(error));
	}
}
function settingsOf(backlog) {
	const { dataDir, ticketPrefixes } = backlog;
	const folder = typeof dataDir === "string" ? require_tree_path.treePath(dataDir) : null;
	const prefixes = Array.isArray(ticketPrefixes) ? ticketPrefixes.filter(isPrefix) : [];
	return {
		dataDir: folder,
		prefixes: prefixes.length === 0 ? null : prefixes.map((prefix) => prefix.toUpperCase()),
		wrong: dataDir !== void 0 && folder === null ? `backlog.dataDir ${JSON.stringify(dataDir)}` : null
	};
}
function defaults(wrong) {
	return {
		dataDir: null,
		prefixes: null,
		wrong
	};
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isPrefix(value) {
	return typeof value === "string" && /^[A-Za-z][A-Za-z0-9_]*$/.test(value);
}

// src/tasks/dialects.ts
var dialects_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ findBacklogs: () => findBacklogs });
/**
* The backlogs of a tree: at most one of Backlog.md and one of the toolkit, which may share a folder. Empty where
* the tree has neither. A broken configuration is a problem of its backlog, and its defaults stand in.
*/
async function findBacklogs(tree) {
	return (await Promise.all([findBacklogMd(tree), findToolkit(tree)])).filter((backlog) => backlog !== null);
}

Object.defineProperty(exports, "dialects_exports", {
  enumerable: true,
  get: function () {
    return dialects_exports;
  }
});
Object.defineProperty(exports, "findBacklogs", {
  enumerable: true,
  get: function () {
    return findBacklogs;
  }
});
Object.defineProperty(exports, "readConfig", {
  enumerable: true,
  get: function () {
    return readConfig;
  }
});
Object.defineProperty(exports, "readLimited", {
  enumerable: true,
  get: function () {
    return readLimited;
  }
});