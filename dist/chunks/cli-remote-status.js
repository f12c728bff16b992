"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_fault = require("./core-fault.js");
const require_status = require("./tasks-status.js");
const require_upstream_value = require("./satellite-upstream-value.js");
const require_desk = require("./satellite-desk.js");
const require_status_words = require("./satellite-status-words.js");
const require_mended_text = require("./cli-mended-text.js");
const require_envelope = require("./cli-envelope.js");

// src/satellite/status.ts
/** Compares tasks with their tickets; each tracker is asked for all of its tickets at once. `names`: these tasks alone. `local`: asks nobody. */
async function taskStatuses(world, { names, local }) {
	const desk = await require_desk.openDesk(world);
	const live = desk.all.filter(({ task }) => task.kind !== "archived");
	const wanted = names.length === 0 ? live : names.map((name) => require_desk.namedTask(desk, name));
	const mended = await require_upstream_value.mendLinks(desk, wanted, { named: names.length > 0 });
	const markdown = desk.gate.law.remotes.find(({ kind }) => kind === "markdown");
	const ground = {
		desk,
		categories: require_status.categoriesIn(markdown?.settings)
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
		if (!(thrown instanceof require_fault.Fault)) throw thrown;
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
	conflict: []
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
	const lookup = answers.get(`${link.remote.name} ${link.id}`);
	switch (lookup?.status) {
		case "found":
		case "claimed": {
			const changes = require_mended_text.changesOf(one, lookup.ticket, await require_upstream_value.cleanTicket(lookup.ticket), ground);
			const fields = (change) => require_status_words.SYNC_FIELDS.filter((field) => changes[field] === change);
			const changed = {
				local: fields("local"),
				remote: fields("remote"),
				conflict: fields("conflict")
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
			...offline(one, ground.desk),
			detail: null
		};
		case "forbidden":
		case "credentials":
		case "unavailable": return {
			...row,
			...offline(one, ground.desk),
			detail: require_upstream_value.line(lookup.detail)
		};
	}
}
/** What one field both changed stops everything; what came from the ticket is taken before anything is sent. */
function stateOf({ local, remote, conflict }) {
	if (conflict.length > 0) return "conflict";
	if (remote.length > 0) return "behind";
	return local.length > 0 ? "ahead" : "synced";
}
/** Without an answer one can still tell what was changed here. */
function offline({ id, task, link }, { ground }) {
	const kept = ground.links.get(id);
	const now = require_status_words.localSide(task);
	if (kept === null || kept.base === null || kept.id !== link?.id || now === null) return {
		state: "unknown",
		changed: NOTHING
	};
	const { local: before } = kept.base;
	const local = require_status_words.SYNC_FIELDS.filter((field) => !require_status_words.isSame(before[field], now[field]));
	return {
		state: local.length > 0 ? "ahead" : "unknown",
		changed: {
			...NOTHING,
			local
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
		...require_envelope.envelope("remote-status"),
		...answer
	})}\n` : statusText(answer, names.length > 0, io.stdout));
	const isUntold = answer.tasks.some(({ state, detail }) => state === "unknown" || detail !== null && state === "ahead");
	return require_world.exitCode(!local && (answer.silent.length > 0 || isUntold) ? "undecided" : "pass");
}
function statusText({ tasks, silent }, isNamed, { color }) {
	const paint = require_paint.painter(color);
	const shown = isNamed ? tasks : tasks.filter(({ state }) => state !== "unlinked");
	const columns = COLUMNS.map((cell) => Math.max(0, ...shown.map((one) => require_paint.width(cell(one)))));
	const rows = shown.map((one) => {
		return `  ${[...COLUMNS.map((cell, at) => {
			const text = require_paint.pad(cell(one), columns[at] ?? 0);
			return at === STATE ? paintOf(one.state, paint)(text) : text;
		}), changesOf(one, paint)].join("  ").trimEnd()}\n`;
	});
	const unlinked = tasks.length - shown.length;
	const lines = silent.flatMap(({ remote, detail, fix }) => [`${require_escape.terminal(remote)} was not asked, so only what was changed here is known. ${require_escape.terminal(detail)}\n`, ...fix === null ? [] : [`  ${paint.cyan(require_escape.terminal(fix))}\n`]]);
	const rest = unlinked === 0 ? [] : [`${require_paint.plural(unlinked, "task")} without a ticket.\n`];
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
	const { local, remote, conflict } = changed;
	return [
		local.length === 0 ? "" : `→ ${local.join(", ")}`,
		remote.length === 0 ? "" : `← ${remote.join(", ")}`,
		conflict.length === 0 ? "" : `↔ ${conflict.join(", ")}`,
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