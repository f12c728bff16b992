"use strict";

const require_world = require("./world.js");
const require_error = require("./reports-error.js");
const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_edit_file = require("./satellite-edit-file.js");
const require_id = require("./tasks-id.js");
const require_parse = require("./tasks-parse.js");
const require_upstream_value = require("./satellite-upstream-value.js");
const require_desk = require("./satellite-desk.js");
const require_ticket_changes = require("./satellite-ticket-changes.js");
const require_git = require("./git.js");
const require_dialects = require("./tasks-dialects.js");
const require_new_backlog = require("./tasks-new-backlog.js");
const require_yaml_value = require("./tasks-yaml-value.js");
const require_named_ticket = require("./gather-named-ticket.js");
const require_safe_mode = require("./satellite-safe-mode.js");
const require_cli = require("./cli.js");
const require_mended_text = require("./cli-mended-text.js");
const require_remote = require("./cli-remote.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");

// src/satellite/next-id.ts
/**
* The next free number under a prefix, as its backlog writes ids. `taken`: canonical ids of every file, wherever it stands: an id that came
* back would lead old commits to new work. `digits`: how many are written at least.
*/
function nextId(prefix, taken, digits) {
	const start = `${prefix.toUpperCase()}-`;
	let highest = 0;
	for (const id of taken) {
		const canonical = require_id.canonicalTaskId(id) ?? "";
		const number = canonical.startsWith(start) ? Number.parseInt(canonical.slice(start.length), 10) : 0;
		if (number > highest && number < DATED) highest = number;
	}
	return `${start}${String(highest + 1).padStart(digits, "0")}`;
}
const DATED = 1e7;

// src/satellite/pick-backlog.ts
/** The backlog of a dialect, or the first there is; without any, a Backlog.md one is to be made. Throws Fault("usage") for a toolkit that is not there. */
async function pickBacklog({ gate: { tree }, tasks, root }, dialect) {
	const found = tasks.backlogs.find((one) => dialect === null || one.dialect === dialect);
	if (found !== void 0) return {
		backlog: found,
		config: null,
		digits: await digitsOf(tree, found)
	};
	if (dialect === "toolkit") throw new require_git.Fault("usage", "There is no Backlog Toolkit here.", {
		found: tasks.backlogs.map(({ folder }) => folder).join(", ") || "no backlog",
		wanted: "backlog.config.json, or tickets in backlog/data/pending",
		fix: "leave --format out, or set the toolkit up first"
	});
	const config = require_new_backlog.backlogConfig((0, node_path.basename)(root));
	const [backlog] = await require_dialects.findBacklogs(withFile(tree, config));
	if (backlog === void 0) throw new require_git.Fault("internal", "A new backlog is not found.", { found: config.path });
	return {
		backlog,
		config,
		digits: 1
	};
}
async function digitsOf(tree, { dialect, configFile }) {
	if (dialect === "toolkit") return 3;
	const config = configFile === null ? null : await require_dialects.readConfig(tree, configFile);
	const digits = Number(config === null ? 1 : require_yaml_value.textAt(config.values, "zero_padded_ids"));
	return Number.isInteger(digits) && digits > 1 && digits <= MOST_DIGITS ? digits : 1;
}
/** Nobody counts that far. */
const MOST_DIGITS = 9;
/** The tree as it will be. */
function withFile(tree, { path, text }) {
	return {
		label: tree.label,
		list: (folder, options) => tree.list(folder, options),
		read: async (asked, limit) => asked === path ? new TextEncoder().encode(text) : tree.read(asked, limit)
	};
}

// src/satellite/pull-targets.ts
/** One person's open work is far less; more than this is a mistake in the query. */
const MOST_ASSIGNED = 1e3;
const REFUSAL = {
	message: "This is a task of this repository already.",
	fix: (upstream) => upstream === null ? "golden-thread remote link --help" : `golden-thread remote pull ${upstream}`
};
/** Asks for them, many at once. Throws Fault("usage") for what names no ticket, and what stands against asking. */
async function pullTargets(desk, { refs, assigned }) {
	const named = await namedTargets(desk, refs);
	const own = assigned === null ? [] : await assignedTargets(desk, assigned);
	return {
		found: [...new Map([...named.found, ...own].map((one) => [`${one.remote.name} ${one.ticket.id}`, one])).values()],
		missed: named.missed
	};
}
async function namedTargets(desk, refs) {
	const groups = /* @__PURE__ */ new Map();
	for (const ref of refs) {
		const { remote, id } = await require_named_ticket.namedTicket(desk.gate, ref, REFUSAL);
		const group = groups.get(remote) ?? /* @__PURE__ */ new Map();
		groups.set(remote, group.set(id, ref));
	}
	const found = [];
	const missed = [];
	for (const [remote, ids] of groups) {
		const answers = await (await desk.tracker(remote)).many([...ids.keys()]);
		for (const [id, ref] of ids) try {
			found.push({
				remote,
				ticket: require_named_ticket.foundTicket(remote.name, id, answers.get(id))
			});
		} catch (thrown) {
			if (!(thrown instanceof require_git.Fault)) throw thrown;
			missed.push({
				ref,
				fault: thrown
			});
		}
	}
	return {
		found,
		missed
	};
}
async function assignedTargets(desk, { states, remote: only }) {
	const trackers = desk.gate.law.remotes.filter(({ kind }) => kind !== "markdown");
	const asked = trackers.filter(({ name }) => only === null || name === only);
	if (asked.length === 0) throw new require_git.Fault("usage", only === null ? "The policy names no tracker." : "The policy names no such tracker.", {
		found: only ?? "none",
		wanted: trackers.map(({ name }) => name).join(", ") || "a remote in golden-thread.yml",
		fix: "golden-thread config explain remotes"
	});
	const found = [];
	for (const remote of asked) {
		const tracker = await desk.tracker(remote);
		for await (const ticket of tracker.list({
			assignee: "@me",
			states
		})) {
			if (found.length >= MOST_ASSIGNED) return found;
			found.push({
				remote,
				ticket
			});
		}
	}
	return found;
}

// src/satellite/pull.ts
/**
* Makes a task file of each ticket that no task follows yet. A task that is there is never written over. `progress`: called with the number
* of tickets that are done. Throws what the tracker's answers give, and Fault("storage").
*/
async function pull(world, options, writesFor, progress) {
	const desk = await require_desk.openDesk(world);
	const mended = options.dryRun ? [] : await require_upstream_value.mendLinks(desk, desk.all, { named: false });
	const { found, missed } = await pullTargets(desk, options);
	const shelf = {
		desk,
		picked: await pickBacklog(desk, options.dialect),
		...await require_ticket_changes.comparingAt(desk),
		taken: takenIds(desk),
		now: world.now()
	};
	const writes = options.start ? await writesFor(desk.gate) : null;
	const pulled = [];
	for (const target of found) {
		const started = writes === null ? target : await begin(desk, target, writes);
		pulled.push(await pullOne(shelf, started, options));
		progress(pulled.length);
	}
	return {
		pulled,
		missed,
		mended,
		config: pulled.some(({ outcome }) => outcome !== "already") ? shelf.picked.config?.path ?? null : null
	};
}
/** Ids that no new task may get: of files, of their names where they can't be read, of links whose file is on another branch. */
function takenIds({ all, tasks, ground }) {
	const named = tasks.paths.flatMap((path) => require_id.idsOfFileName(path));
	return /* @__PURE__ */ new Set([
		...all.map(({ id }) => id),
		...named,
		...ground.links.all().map(({ task }) => task)
	]);
}
async function begin(desk, target, writes) {
	const { remote, ticket } = target;
	if (ticket.state.category === "in_progress") return target;
	const change = `${require_upstream_value.line(ticket.state.name)} → in progress`;
	const write = {
		remote: remote.name,
		operation: "state",
		target: require_upstream_value.line(ticket.key),
		summary: `Move ${require_upstream_value.line(ticket.key)}: ${change}`,
		detail: [change],
		metadata: {
			task: followerOf(desk, target)?.id ?? null,
			spec: null,
			commit: null,
			branch: null
		}
	};
	const moved = await writes.perform(write, async () => {
		const state = await (await desk.tracker(remote)).setState(ticket.id, "in_progress");
		return {
			url: ticket.url,
			state
		};
	});
	return moved === null ? target : {
		remote,
		ticket: {
			...ticket,
			state: moved.state
		}
	};
}
function followerOf({ all }, { remote, ticket }) {
	const ids = [ticket.id, ticket.movedFrom];
	return all.flatMap((one) => one.link === null ? [] : [{
		...one,
		link: one.link
	}]).find(({ link }) => link.remote.name === remote.name && ids.includes(link.id)) ?? null;
}
async function pullOne(shelf, target, { dryRun }) {
	const { remote, ticket } = target;
	const clean = await require_upstream_value.cleanTicket(ticket);
	const told = {
		remote: remote.name,
		key: ticket.key,
		title: clean.title,
		url: ticket.url
	};
	const follower = followerOf(shelf.desk, target);
	if (follower !== null) {
		const kept = require_ticket_changes.keptFor(shelf.desk.ground.links, follower, ticket);
		const { changes } = require_ticket_changes.compareTask({
			...follower,
			kept
		}, ticket, clean, shelf);
		const apart = require_ticket_changes.SYNC_FIELDS.filter((field) => changes[field] !== "same" && changes[field] !== "both");
		const { id: task, path } = follower;
		return {
			outcome: "already",
			task,
			path,
			...told,
			text: null,
			cut: [],
			unmappedState: null,
			apart
		};
	}
	const { backlog, digits } = shelf.picked;
	const status = require_ticket_changes.statusFor(ticket.state, backlog, shelf.categories);
	const id = nextId(require_ticket_changes.prefixFor(ticket, backlog), shelf.taken, digits);
	shelf.taken.add(id);
	const unmapped = require_upstream_value.line(ticket.state.name) || "unknown";
	const origin = {
		ticket,
		clean,
		provider: remote.kind,
		backlog,
		now: shelf.now
	};
	const { path, text } = require_ticket_changes.newTask({
		...origin,
		id,
		status: status ?? unmapped
	});
	if (!dryRun) await keep(shelf, target, clean, {
		path,
		text
	});
	const unmappedState = status === null ? unmapped : null;
	return {
		outcome: dryRun ? "shown" : "created",
		task: id,
		path,
		...told,
		text,
		cut: clean.cut,
		unmappedState,
		apart: []
	};
}
/** The file first: a link without its task would lead nowhere, a task without the kept link still names its ticket. */
async function keep({ desk, picked, categories, now }, { remote, ticket }, clean, file) {
	const { root, ground, gate } = desk;
	const { config, backlog } = picked;
	if (config !== null && await gate.tree.read(config.path) === null) require_edit_file.makeFile({
		root,
		...config
	});
	require_edit_file.makeFile({
		root,
		...file
	});
	const task = await require_parse.parseTask(file.text, file.path, backlog, { categories });
	const local = require_ticket_changes.localSide(task);
	if (task.ticket === null || local === null) return;
	const base = {
		at: `${now.toISOString().slice(0, 19)}Z`,
		updatedAt: ticket.updatedAt,
		local
	};
	ground.links.put({
		task: task.ticket.id,
		remote: remote.name,
		id: ticket.id,
		url: ticket.url,
		base: {
			...base,
			remote: require_ticket_changes.remoteSide(ticket, clean)
		}
	});
}

// src/cli/remote-pull.ts
/** What may be worked on. */
const OPEN = ["open", "in_progress"];
/** `remote pull`: a task file of each ticket. */
async function remotePull(words, refs, io, world) {
	const options = optionsOf(words, refs);
	const { pulled, missed, mended, config } = await require_watched.watched(io, (progress) => pull(world, options, (gate) => require_safe_mode.safeWrites(gate, world, require_remote.safeTerms(words, world)), (done) => progress(done, "tickets pulled")));
	io.stderr.write(require_mended_text.mendedText(mended));
	const [only] = missed;
	if (only !== void 0 && missed.length + pulled.length === 1) throw only.fault;
	if (words.has("json")) {
		const told = missed.map(({ ref, fault: { code, message, found } }) => ({
			ref,
			code,
			message,
			found
		}));
		io.stdout.write(`${require_escape.json({
			...require_cli.envelope("remote-pull"),
			pulled,
			missed: told,
			mended,
			config
		})}\n`);
	} else {
		const paint = require_paint.painter(io.stdout.color);
		io.stdout.write(config === null ? "" : `There was no backlog, so one is begun: ${config}\n`);
		for (const one of pulled) io.stdout.write(textOf(one, paint));
		if (pulled.length === 0) io.stdout.write("No such ticket is assigned to you.\n");
		for (const { fault } of missed) io.stderr.write(require_error.errorText(fault, io.stderr));
	}
	return only === void 0 ? require_world.exitCode("pass") : require_world.faultExitCode(only.fault.code);
}
function optionsOf(words, refs) {
	const manual = { name: "remote" };
	const states = words.all("state");
	const remote = words.one("remote");
	const isAssigned = words.has("assigned");
	if (!isAssigned && refs.length === 0) throw require_cli_js.usage(manual, "remote pull needs to know which ticket.", { wanted: "a key, number or address, or --assigned" });
	if (!isAssigned && (states.length > 0 || remote !== null)) throw require_cli_js.usage(manual, "--state and --remote say which assigned tickets are pulled.", { wanted: "--assigned" });
	return {
		refs,
		assigned: isAssigned ? {
			states: states.length === 0 ? OPEN : states,
			remote
		} : null,
		dialect: dialectOf(words.one("format")),
		start: words.has("start"),
		dryRun: words.has("dry-run")
	};
}
function dialectOf(format) {
	switch (format) {
		case null: return null;
		case "backlogmd":
		case "backlog.md": return "backlog.md";
		case "toolkit": return "toolkit";
		default: throw require_cli_js.usage({ name: "remote" }, "There is no such format of task files.", {
			found: format,
			wanted: "backlogmd or toolkit"
		});
	}
}
function textOf(one, paint) {
	const { outcome, task, path, key, title, text, cut, unmappedState, apart } = one;
	const head = `${paint.bold(task)}  ${require_escape.terminal(key)}  ${require_escape.terminal(title)}`;
	const below = [
		...cut.length === 0 ? [] : [`Too long for a task file, and cut: ${cut.join(", ")}. The ticket has all of it.`],
		...unmappedState === null ? [] : [`No status here stands for "${require_escape.terminal(unmappedState)}"; status_map of the remote can say which does.`],
		...apart.length === 0 ? [] : [`Apart from its ticket in ${apart.join(", ")}. Bring them together: golden-thread remote sync ${task}`]
	].map((note) => `  ${paint.yellow("!")} ${note}\n`).join("");
	switch (outcome) {
		case "created": return `${head}\n  ${paint.green("✓")} ${require_escape.terminal(path)}\n${below}`;
		case "already": return `${head}\n  already ${require_escape.terminal(path)}\n${below}`;
		case "shown": return `${head}\n  would be ${require_escape.terminal(path)}\n${below}\n${require_escape.terminalLines(text ?? "")}`;
	}
}

exports.remotePull = remotePull;