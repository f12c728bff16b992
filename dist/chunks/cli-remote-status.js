"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_git = require("./git.js");
const require_upstream_value = require("./satellite-upstream-value.js");
const require_desk = require("./satellite-desk.js");
const require_ticket_changes = require("./satellite-ticket-changes.js");
const require_cli = require("./cli.js");
const require_mended_text = require("./cli-mended-text.js");

// src/satellite/status.ts
/** Compares tasks with their tickets; each tracker is asked for all of its tickets at once. `names`: these tasks alone. `local`: asks nobody. */
async function taskStatuses(world, { names, local }) {
	const desk = await require_desk.openDesk(world);
	const live = desk.all.filter(({ task }) => task.kind !== "archived");
	const wanted = names.length === 0 ? live : names.map((name) => require_desk.namedTask(desk, name));
	const mended = await require_upstream_value.mendLinks(desk, wanted, { named: names.length > 0 });
	const ground = {
		desk,
		...await require_ticket_changes.comparingAt(desk)
	};
	const { answers, silent } = local ? {
		answers: /* @__PURE__ */ new Map(),
		silent: []
	} : await askAll(desk, wanted);
	const tasks = wanted.map((one) => rowOf(one, ground, answers));
	return {
		tasks: await Promise.all(tasks),
		mended,
		silent
	};
}
async function askAll(desk, tasks) {
	const groups = /* @__PURE__ */ new Map();
	for (const { link } of tasks) if (link !== null) groups.set(link.remote, [...groups.get(link.remote) ?? [], link.id]);
	const answers = /* @__PURE__ */ new Map();
	const silent = [];
	for (const [remote, ids] of groups) try {
		const found = await (await desk.tracker(remote)).many([...new Set(ids)]);
		for (const [id, lookup] of found) answers.set(`${remote.name} ${id}`, lookup);
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault)) throw thrown;
		silent.push({
			remote: remote.name,
			detail: thrown.message,
			fix: thrown.fix ?? null
		});
	}
	return {
		answers,
		silent
	};
}
const NOTHING = {
	local: [],
	remote: [],
	conflict: [],
	older: []
};
async function rowOf(one, ground, answers) {
	const { link } = one;
	const title = one.task.ticket?.title ?? "";
	const said = {
		task: one.id,
		path: one.path,
		title
	};
	if (link === null) {
		const blank = {
			remote: null,
			id: null,
			url: null,
			changed: NOTHING,
			detail: null
		};
		return {
			...said,
			...blank,
			state: "unlinked"
		};
	}
	const row = {
		...said,
		remote: link.remote.name,
		id: link.id,
		url: link.url
	};
	const files = require_desk.filesOf(ground.desk, one.id);
	if (files.length > 1) {
		const detail = `Several files are this task: ${files.join(", ")}`;
		return {
			...row,
			state: "unknown",
			changed: NOTHING,
			detail
		};
	}
	const linked = {
		...one,
		link
	};
	const lookup = answers.get(`${link.remote.name} ${link.id}`);
	switch (lookup?.status) {
		case "found":
		case "claimed": {
			const { ticket } = lookup;
			const kept = require_ticket_changes.keptFor(ground.desk.ground.links, linked, ticket);
			const { changes } = require_ticket_changes.compareTask({
				...linked,
				kept
			}, ticket, await require_upstream_value.cleanTicket(ticket), ground);
			const fields = (change) => require_ticket_changes.SYNC_FIELDS.filter((field) => changes[field] === change);
			const [local, remote] = [fields("local"), fields("remote")];
			const changed = {
				local,
				remote,
				conflict: fields("conflict"),
				older: fields("older")
			};
			return {
				...row,
				state: stateOf(changed),
				changed,
				detail: null
			};
		}
		case "absent": return {
			...row,
			state: "orphan",
			changed: NOTHING,
			detail: require_upstream_value.line(lookup.detail ?? "") || null
		};
		case void 0: return {
			...row,
			...offline(linked, ground),
			detail: null
		};
		case "forbidden":
		case "credentials":
		case "unavailable": return {
			...row,
			...offline(linked, ground),
			detail: require_upstream_value.line(lookup.detail)
		};
	}
}
/** What both changed, or another branch, stops everything; what came from the ticket is taken before anything is sent. */
function stateOf({ local, remote, conflict, older }) {
	if (conflict.length > 0 || older.length > 0) return "conflict";
	if (remote.length > 0) return "behind";
	return local.length > 0 ? "ahead" : "synced";
}
/** Without an answer one can still tell what was changed here. */
function offline(one, { desk, branch }) {
	const base = require_ticket_changes.keptFor(desk.ground.links, one, one.link)?.base ?? null;
	const now = require_ticket_changes.localSide(one.task);
	if (base === null || now === null) return {
		state: "unknown",
		changed: NOTHING
	};
	const changed = require_ticket_changes.SYNC_FIELDS.filter((field) => !require_ticket_changes.isSame(base.local[field], now[field]));
	const isOld = (field) => require_ticket_changes.isOlder(base, branch, field, now[field]);
	const local = changed.filter((field) => !isOld(field));
	return {
		state: local.length > 0 ? "ahead" : "unknown",
		changed: {
			...NOTHING,
			local,
			older: changed.filter(isOld)
		}
	};
}

// src/cli/remote-status.ts
/** `remote status [TASK...]`: how tasks and their tickets stand. Undecided where a tracker was to be asked and told nothing. */
async function remoteStatus(words, names, io, world) {
	const local = words.has("local");
	const answer = await taskStatuses(world, {
		names,
		local
	});
	io.stderr.write(require_mended_text.mendedText(answer.mended));
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("remote-status"),
		...answer
	})}\n` : statusText(answer, names.length > 0, io.stdout));
	const isUntold = answer.tasks.some(({ state, detail }) => state === "unknown" || detail !== null && state === "ahead");
	return require_world.exitCode(!local && (answer.silent.length > 0 || isUntold) ? "undecided" : "pass");
}
function statusText({ tasks, silent }, isNamed, { color }) {
	const paint = require_paint.painter(color);
	const shown = isNamed ? tasks : tasks.filter(({ state }) => state !== "unlinked");
	const columns = COLUMNS.map((cell) => Math.max(0, ...shown.map((one) => require_reports.width(cell(one)))));
	const rows = shown.map((one) => {
		return `  ${[...COLUMNS.map((cell, at) => {
			const text = require_reports.pad(cell(one), columns[at] ?? 0);
			return at === STATE ? paintOf(one.state, paint)(text) : text;
		}), changesOf(one, paint)].join("  ").trimEnd()}\n`;
	});
	const unlinked = tasks.length - shown.length;
	const lines = silent.flatMap(({ remote, detail, fix }) => [`${require_escape.terminal(remote)} was not asked, so only what was changed here is known. ${require_escape.terminal(detail)}\n`, ...fix === null ? [] : [`  ${paint.cyan(require_escape.terminal(fix))}\n`]]);
	const rest = unlinked === 0 ? [] : [`${require_reports.plural(unlinked, "task")} without a ticket.\n`];
	return [
		...rows,
		...lines,
		...tasks.length === 0 ? ["There is no task here.\n"] : rest
	].join("");
}
const COLUMNS = [
	({ task }) => require_escape.terminal(task),
	({ state }) => state,
	({ id }) => require_escape.terminal(id ?? "-")
];
/** The column of the state. */
const STATE = 1;
function changesOf({ changed, detail }, paint) {
	const { local, remote, conflict, older } = changed;
	return [
		local.length === 0 ? "" : `→ ${local.join(", ")}`,
		remote.length === 0 ? "" : `← ${remote.join(", ")}`,
		conflict.length === 0 ? "" : `↔ ${conflict.join(", ")}`,
		older.length === 0 ? "" : `↺ ${older.join(", ")} (as before, on another branch)`,
		detail === null ? "" : paint.dim(require_escape.terminal(detail))
	].filter((part) => part !== "").join("  ");
}
function paintOf(state, paint) {
	switch (state) {
		case "synced": return paint.green;
		case "conflict":
		case "orphan": return paint.red;
		case "ahead":
		case "behind": return paint.yellow;
		case "unlinked":
		case "unknown": return paint.dim;
	}
}

exports.remoteStatus = remoteStatus;