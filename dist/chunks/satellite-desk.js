"use strict";

const require_askable = require("./connect-askable.js");
const require_git = require("./git.js");
const require_gate = require("./gate.js");
const require_store = require("./store.js");
const require_backlog = require("./tasks-backlog.js");
const require_id = require("./tasks-id.js");
const require_upstream = require("./gather-upstream.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/store/task-links.ts
/** Opens them. A file that is torn or of another kind counts as none. */
function taskLinks(commonDir) {
	const folder = (0, node_path.join)(commonDir, require_store.STORE_FOLDER, "links");
	const fileOf = (task) => (0, node_path.join)(folder, `${encodeURIComponent(task)}.json`);
	return {
		get: (task) => readLink(fileOf(task)),
		all: () => filesIn(folder).flatMap((name) => readLink((0, node_path.join)(folder, name)) ?? []),
		put: (link) => require_store.writeAtomic(fileOf(link.task), `${JSON.stringify({
			schemaVersion: 1,
			kind: "task-link",
			...link
		})}\n`),
		remove: (task) => (0, node_fs.rmSync)(fileOf(task), { force: true })
	};
}
function filesIn(folder) {
	try {
		return (0, node_fs.readdirSync)(folder).filter((name) => name.endsWith(".json")).sort();
	} catch {
		return [];
	}
}
function readLink(path) {
	try {
		const link = JSON.parse((0, node_fs.readFileSync)(path, "utf8"));
		const texts = [
			link.task,
			link.remote,
			link.id
		];
		return link.kind === "task-link" && texts.every((text) => typeof text === "string") ? link : null;
	} catch {
		return null;
	}
}

// src/satellite/link.ts
/**
* The link of a task: its `upstream`, else the one address under `references` that is a ticket of a remote, else what was kept when it
* was linked. Null: it has none, or one that no remote of the policy owns. The file's word is a claim like any other text.
*/
function linkOf(task, ground) {
	const id = task.ticket?.id;
	if (id === void 0) return null;
	const named = require_upstream.namedUpstream(task, ground);
	if (named !== null) return {
		task: id,
		...named
	};
	if (task.upstream !== null) return null;
	const kept = ground.links.get(id);
	const remote = ground.remotes.find(({ name }) => name === kept?.remote);
	return kept === null || remote === void 0 ? null : {
		task: id,
		remote,
		id: kept.id,
		url: kept.url,
		from: "store"
	};
}

// src/satellite/desk.ts
/** Opens it. `haste`: how long its trackers may take. Throws Fault("repository") where there is no work tree. */
async function openDesk(world, haste = "command") {
	const gate = await require_gate.openGate(world, {
		place: "hook",
		haste
	});
	const { root, commonDir } = gate.repo;
	if (root === null) throw new require_git.Fault("repository", "A bare repository has no task files to work on.", {
		wanted: "a work tree",
		fix: "git clone it, and run the command there"
	});
	const tasks = await gate.tasks();
	const ground = {
		remotes: gate.law.remotes,
		reader: gate.reader,
		links: taskLinks(commonDir)
	};
	const trackers = /* @__PURE__ */ new Map();
	return {
		gate,
		root,
		tasks,
		ground,
		all: await deskTasks(tasks, ground),
		tracker(remote) {
			const { env, now } = world;
			const options = {
				commonDir: null,
				env,
				lawIsTrusted: false,
				haste,
				now
			};
			const opened = trackers.get(remote.name) ?? require_askable.askableTracker(remote, options);
			trackers.set(remote.name, opened);
			return opened;
		}
	};
}
/** The tasks of an opened store with their links. */
async function deskTasks(tasks, ground) {
	const found = [];
	for await (const task of tasks.each()) {
		const backlog = tasks.backlogs.find((one) => require_backlog.folderOf(one, task.path) !== null);
		const id = task.ticket?.id;
		if (id === void 0 || backlog === void 0) continue;
		found.push({
			id,
			path: task.path,
			task,
			backlog,
			link: linkOf(task, ground)
		});
	}
	return found;
}
/** The task that somebody names in a command. Throws Fault("usage") where there is none, or several files claim it. */
function namedTask({ all }, written) {
	const id = require_id.canonicalTaskId(written);
	const named = all.filter((one) => one.id === id && one.task.kind !== "archived");
	const [first, ...others] = named.length > 0 ? named : all.filter((one) => one.id === id);
	if (first !== void 0 && others.length === 0) return first;
	const paths = [first, ...others].flatMap((one) => one?.path ?? []);
	throw new require_git.Fault("usage", first === void 0 ? "There is no such task." : "Several files are this task.", {
		found: first === void 0 ? written : paths.join(", "),
		wanted: first === void 0 ? "a task of this repository, such as TASK-7" : "one file for each id",
		fix: "golden-thread remote status"
	});
}
/** The files that are one task; what was completed or archived beside a later copy is none of them. */
function filesOf({ all }, id) {
	const files = all.filter((one) => one.id === id);
	const open = files.filter(({ task }) => task.kind === "active" || task.kind === "draft");
	return (open.length > 0 ? open : files).map(({ path }) => path);
}
/** A file's text as it is to be edited: every byte of it stays. */
async function textOf(tree, path) {
	const bytes = await tree.read(path);
	if (bytes === null) throw new require_git.Fault("storage", `${path} is gone.`, { fix: "run the command again" });
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

Object.defineProperty(exports, "deskTasks", {
  enumerable: true,
  get: function () {
    return deskTasks;
  }
});
Object.defineProperty(exports, "filesOf", {
  enumerable: true,
  get: function () {
    return filesOf;
  }
});
Object.defineProperty(exports, "namedTask", {
  enumerable: true,
  get: function () {
    return namedTask;
  }
});
Object.defineProperty(exports, "openDesk", {
  enumerable: true,
  get: function () {
    return openDesk;
  }
});
Object.defineProperty(exports, "textOf", {
  enumerable: true,
  get: function () {
    return textOf;
  }
});