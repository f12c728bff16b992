"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_ticket_changes = require("./satellite-ticket-changes.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_compare_texts = require("./git-compare-texts.js");
const require_edit_file = require("./satellite-edit-file.js");
const require_desk = require("./satellite-desk.js");
const require_upstream_value = require("./satellite-upstream-value.js");
const require_safe_mode = require("./satellite-safe-mode.js");
const require_yaml_value = require("./tasks-yaml-value.js");
const require_diff_text = require("./cli-diff-text.js");
const require_cli = require("./cli.js");
const require_remote = require("./cli-remote.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");

// src/satellite/settle-fields.ts
/** All of them. */
const STRATEGIES = [
	"local",
	"remote",
	"prompt",
	"merge"
];
/** Decides field by field what each side shall say. Nothing that only one side says is dropped unless a strategy says so. */
function settleFields(changes, fields, settling) {
	return inTurn(fields, (field) => settle(field, changes[field], settling));
}
/** One after the other: a person can answer one question at a time. */
async function inTurn(items, act) {
	const answers = [];
	for (const item of items) answers.push(await act(item));
	return answers;
}
async function settle(field, change, settling) {
	const { base, local, remote } = settling;
	const here = {
		local: local[field],
		remote: remote[field]
	};
	const still = {
		field,
		change,
		local: null,
		remote: null,
		base: null,
		conflict: null
	};
	switch (change) {
		case "same": return {
			...still,
			base: base === null ? here : null
		};
		case "both": return {
			...still,
			base: here
		};
		case "local": return {
			...still,
			remote: here.local
		};
		case "remote": return {
			...still,
			...await taken(field, settling)
		};
		case "older": return {
			...still,
			...await chosen(field, {
				...settling,
				base: null
			}, settling.strategyOf(field))
		};
		case "conflict": return {
			...still,
			...await chosen(field, settling, settling.strategyOf(field))
		};
	}
}
const LEFT = {
	local: null,
	remote: null,
	base: null,
	conflict: "differ"
};
/** A change of the ticket, brought to the task. What its tracker never kept of the task's own text stays. */
async function taken(field, settling) {
	const { base, local, remote, mergeText } = settling;
	if (field === "status" || field === "title" || base === null) return theirs(field, settling);
	if (field === "description") {
		if (require_ticket_changes.isSame(base.local.description, base.remote.description)) return theirs(field, settling);
		const both = await mergeText(base.remote.description, local.description, remote.description);
		if (both === null) return chosen(field, settling, settling.strategyOf(field));
		return {
			...LEFT,
			local: both,
			base: {
				local: both,
				remote: remote.description
			},
			conflict: null
		};
	}
	const list = require_ticket_changes.mergeLists(base.remote[field], local[field], remote[field]);
	return {
		...LEFT,
		local: list,
		base: {
			local: list,
			remote: remote[field]
		},
		conflict: null
	};
}
async function chosen(field, settling, strategy) {
	switch (strategy) {
		case "local": return ours(field, settling);
		case "remote": return theirs(field, settling);
		case "merge": return merged(field, settling);
		case "prompt": {
			const answer = await settling.ask(field);
			return answer === null ? LEFT : chosen(field, settling, answer);
		}
	}
}
/** The task's value counts: from now on it is a change of what the ticket says. */
function ours(field, settling) {
	const { local, remote } = settling;
	const base = {
		local: inLocalWords(field, settling) ?? remote[field],
		remote: remote[field]
	};
	return {
		local: null,
		remote: local[field],
		base,
		conflict: null
	};
}
function theirs(field, settling) {
	const value = inLocalWords(field, settling);
	if (value === null) return {
		...LEFT,
		conflict: "no-status"
	};
	return {
		local: value,
		remote: null,
		base: {
			local: value,
			remote: settling.remote[field]
		},
		conflict: null
	};
}
function inLocalWords(field, { remote, localStatus }) {
	return field === "status" ? localStatus : remote[field];
}
/** Both changes, measured from what the ticket said when both last agreed. Of one word against another there is no middle. */
async function merged(field, settling) {
	const { base, local, remote, mergeText } = settling;
	if (base === null || field === "title" || field === "status") return LEFT;
	const value = field === "description" ? await mergeText(base.remote.description, local.description, remote.description) : require_ticket_changes.mergeLists(base.remote[field], local[field], remote[field]);
	if (value === null) return LEFT;
	const there = remote[field];
	const isAll = require_ticket_changes.isSame(value, there);
	return {
		local: require_ticket_changes.isSame(value, local[field]) ? null : value,
		remote: isAll ? null : value,
		base: {
			local: isAll ? value : there,
			remote: there
		},
		conflict: null
	};
}
/** The base after fields were settled. Without one before, there is one only once every field has its own. */
function baseAfter({ base, local, remote }, settled, at) {
	if (base === null && settled.some((one) => one.base === null)) return null;
	const from = base ?? {
		local,
		remote
	};
	return settled.reduce((next, { field, base: pair }) => pair === null ? next : withPair(next, field, pair), {
		...from,
		...at
	});
}
/** The same base with another pair for one field. */
function withPair(base, field, pair) {
	return {
		...base,
		local: {
			...base.local,
			[field]: pair.local
		},
		remote: {
			...base.remote,
			[field]: pair.remote
		}
	};
}

// src/satellite/push-fields.ts
/** Writes them, one step after the other: texts and labels, people, the state. What its tracker does not take is told, and the rest goes on. */
async function* pushFields(pushing, terms) {
	const { behind } = pushing;
	const groups = [
		behind.filter(({ field }) => field !== "assignees" && field !== "status"),
		only(behind, "assignees"),
		only(behind, "status")
	].filter((group) => group.length > 0);
	for (const group of groups) yield {
		fields: group.map(({ field }) => field),
		...await written(pushing, group, terms)
	};
}
function only(behind, field) {
	return behind.filter((one) => one.field === field);
}
/** Throws what stands against any write; what stands against this one is its answer. */
async function written(pushing, group, terms) {
	const { ticket } = pushing;
	let refusal = null;
	try {
		const { write, act } = await intended(pushing, group, terms).catch((thrown) => {
			refusal = thrown;
			throw thrown;
		});
		return {
			outcome: await terms.upstream.writes.perform(write, async () => {
				try {
					await demandSame(pushing, group, terms.upstream);
					await act();
					return { url: ticket.url };
				} catch (thrown) {
					refusal = thrown;
					throw thrown;
				}
			}) === null ? "ahead" : "pushed",
			detail: null
		};
	} catch (thrown) {
		if (thrown !== refusal || !(thrown instanceof require_git.Fault)) throw thrown;
		if (thrown.code !== "usage" && thrown.code !== "forbidden") throw thrown;
		return {
			outcome: "refused",
			detail: sentence(thrown)
		};
	}
}
/** Whoever is asked may take minutes to answer, and what others write into the ticket meanwhile is not written over. */
async function demandSame({ ticket, remote }, group, { read }) {
	const now = await read(ticket.id);
	const side = require_ticket_changes.remoteSide(now, await require_upstream_value.cleanTicket(now));
	if (group.every(({ field }) => require_ticket_changes.isSame(side[field], remote[field]))) return;
	throw new require_git.Fault("usage", `${ticket.key} was changed meanwhile, so it was left as it is.`, { wanted: "the same command again" });
}
function sentence({ message, wanted }) {
	return wanted === void 0 ? message : `${message} Wanted: ${wanted}`;
}
async function intended(pushing, group, terms) {
	const { ticket } = pushing;
	const { tracker } = terms.upstream;
	const name = group.find(({ field }) => field === "status")?.value;
	if (typeof name === "string") return {
		write: plan(pushing, "state", `set the state of ${ticket.key} to ${name}`, [`${ticket.state.name} -> ${name}`]),
		act: () => moved(pushing, tracker, name)
	};
	const edit = await editOf(pushing, group, terms);
	return {
		write: plan(pushing, "edit", `change ${group.map(({ field }) => field).join(", ")} of ${ticket.key}`, linesOf(edit)),
		act: () => tracker.edit(ticket.id, edit)
	};
}
/** By the backlog's own word where the tracker has it, else by what it means. */
async function moved({ item, ticket }, tracker, name) {
	const category = item.task.ticket?.state.category ?? "unknown";
	try {
		await tracker.setState(ticket.id, name);
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code !== "usage" || category === "unknown") throw thrown;
		await tracker.setState(ticket.id, category);
	}
}
function plan({ item, ticket }, operation, summary, detail) {
	const metadata = {
		task: item.id,
		spec: null,
		commit: null,
		branch: null
	};
	return {
		remote: item.link.remote.name,
		operation,
		target: ticket.key,
		summary,
		detail,
		metadata
	};
}
function linesOf({ title, description, assignees, labels }) {
	return [
		...title === void 0 ? [] : [`title: ${title}`],
		...labels === void 0 ? [] : [`labels: ${labels.join(", ")}`],
		...assignees === void 0 ? [] : [`assignees: ${assignees.join(", ")}`],
		...description === void 0 ? [] : ["description:", ...description.split("\n")]
	];
}
async function editOf(pushing, group, terms) {
	let edit = {};
	for (const { field, value } of group) if (field === "title") edit = {
		...edit,
		title: String(value)
	};
	else if (field === "description") edit = {
		...edit,
		description: await described$1(pushing, String(value), terms)
	};
	else if (typeof value !== "string") edit = field === "labels" ? {
		...edit,
		labels: value
	} : {
		...edit,
		assignees: accountsOf(pushing, value)
	};
	return edit;
}
/** The ticket's own text with the task's changes: a task file does not show all of it, and what it does not show stays. */
async function described$1({ item, ticket, remote }, value, terms) {
	const whole = ticket.description;
	if (ticket.unshown !== void 0 && item.link.remote.kind !== "azure-devops" && terms.strategyOf("description") !== "local") throw new require_git.Fault("usage", "The ticket's text has parts that are not shown here, such as comments, and they would be lost.", { wanted: "--strategy description=local, to write it all the same" });
	if (require_ticket_changes.isSame(whole, remote.description)) return value;
	const both = await terms.mergeText(remote.description, whole, value);
	if (both !== null) return both;
	throw new require_git.Fault("usage", "The change touches parts of the ticket's text that the task keeps elsewhere, such as its criteria.", { wanted: "the same change made in the tracker" });
}
/** Accounts of those whom the ticket knows; of others, what the file says. */
function accountsOf({ ticket }, names) {
	return names.map((name) => {
		const known = ticket.assignees.find((one) => require_ticket_changes.isSame([one.login ?? one.name], [name]));
		return known?.login ?? known?.account ?? name;
	});
}

// src/satellite/sync-file.ts
/** Puts the settled values into the text of a task file, field by field; one that can't be written harms no other. */
async function writeFields({ text, backlog, task }, settled) {
	let current = text;
	const why = /* @__PURE__ */ new Map();
	const after = [];
	for (const one of settled) {
		const values = task.frontmatter?.values ?? /* @__PURE__ */ new Map();
		const edits = one.local === null ? [] : editsOf(one.field, one.local, values);
		const edited = await require_edit_file.editTask(current, backlog.dialect, edits);
		if (edited.ok) current = edited.text;
		else why.set(one.field, `The file can't take it: ${require_edit_file.WHY[edited.code]}.`);
		after.push(edited.ok ? one : {
			...one,
			local: null,
			remote: null,
			base: null,
			conflict: "differ"
		});
	}
	return {
		text: current,
		settled: after,
		why
	};
}
function editsOf(field, value, values) {
	if (field === "description") return [{
		kind: "section",
		name: "description",
		text: String(value)
	}];
	if (typeof value === "string") return [{
		kind: "set",
		key: field,
		value
	}];
	if (field === "assignees") return [assigneeEdit(value, values)];
	const tags = require_yaml_value.listAt(values, "tags");
	const hasTags = values.has("tags");
	const isTag = (label) => tags.includes(label);
	if (!hasTags) return [{
		kind: "set",
		key: "labels",
		value
	}];
	if (!values.has("labels")) return [{
		kind: "set",
		key: "tags",
		value
	}];
	return [{
		kind: "set",
		key: "tags",
		value: value.filter(isTag)
	}, {
		kind: "set",
		key: "labels",
		value: value.filter((label) => !isTag(label))
	}];
}
/** People who stay are written as they were; a key that held one name as plain text still does. */
function assigneeEdit(names, values) {
	const written = require_yaml_value.listAt(values, "assignee");
	const handles = names.map((name) => /[\s@]/.test(name) ? name : `@${name}`);
	const all = [...written.filter((one) => isOneOf(one, handles)), ...handles.filter((one) => !isOneOf(one, written))];
	return {
		kind: "set",
		key: "assignee",
		value: typeof values.get("assignee") === "string" && all.length <= 1 ? all[0] ?? UNASSIGNED : all
	};
}
/** What the toolkit writes where nobody is. */
const UNASSIGNED = "unassigned";
function isOneOf(name, names) {
	const key = handleIn(name);
	return names.some((one) => handleIn(one) === key);
}
function handleIn(text) {
	return (/^([^<]+)</.exec(text)?.[1] ?? text).trim().replace(/^@/, "").toLowerCase();
}
/** The text with a new `upstream.last_sync`, where the file keeps one that is older than the ticket; null: there is nothing to say. */
async function stampEdits({ task, text, backlog }, { updatedAt }, now) {
	const upstream = task.frontmatter?.values.get("upstream");
	const last = task.upstream?.lastSync ?? null;
	if (!(upstream instanceof Map) || !upstream.has("last_sync") || updatedAt === null || last === null) return null;
	if (Date.parse(last) >= secondOf(updatedAt)) return null;
	const at = new Date(Math.max(now.getTime(), secondOf(updatedAt))).toISOString();
	const value = editValue(new Map([...upstream, ["last_sync", `${at.slice(0, 19)}Z`]]));
	if (value === null) return null;
	const edited = await require_edit_file.editTask(text, backlog.dialect, [{
		kind: "set",
		key: "upstream",
		value
	}]);
	return edited.ok ? edited.text : null;
}
/** Files tell whole seconds. */
function secondOf(time) {
	return Math.floor(Date.parse(time) / 1e3) * 1e3;
}
/** A value of a file, to be written again; null: it holds more than can be written. */
function editValue(value) {
	if (typeof value === "string") return value;
	if (require_yaml_value.isYamlList(value)) return value.every((one) => typeof one === "string") ? value : null;
	const pairs = [];
	for (const [key, inner] of value) {
		const edit = editValue(inner);
		if (edit === null) return null;
		pairs.push([key, edit]);
	}
	return Object.fromEntries(pairs);
}

// src/satellite/sync-task.ts
/** How often a ticket may change under our hands before it is left for the next run. */
const MOST_ROUNDS = 3;
/**
* Brings one task and its ticket together. What is taken from the ticket is in the file before it is in the base, and what the base says
* is what both sides said: a run that is cut off between any two steps is made good by the next. Throws Fault of tracker and files.
*/
async function syncTask(item, ticket, steps, round = 1) {
	const found = await compared(item, ticket, steps);
	const { local, remote, base } = found;
	const settled = await settleFields(found.changes, require_ticket_changes.SYNC_FIELDS, found);
	const file = await writeFields(item, settled);
	const now = file.text === item.text || steps.dryRun ? item : await steps.replace(item, file.text);
	const at = {
		at: steps.now().toISOString(),
		updatedAt: ticket.updatedAt
	};
	const agreed = baseAfter({
		base,
		local,
		remote
	}, file.settled, at);
	const here = require_ticket_changes.localSide(now.task) ?? local;
	const next = agreed === null ? null : require_ticket_changes.withOlder(agreed, gaveWay(found, agreed, here), {
		branch: steps.branch,
		settled: file.settled.flatMap(({ field, conflict }) => conflict === null ? [[field, here[field]]] : [])
	});
	keep(now, ticket, next, steps);
	const behind = file.settled.flatMap(({ field, remote: value }) => value === null ? [] : [{
		field,
		value
	}]);
	const fields = file.settled.map((one) => syncedField(one, found, file.why.get(one.field) ?? null));
	if (steps.upstream === null || behind.length === 0) {
		await stamp(now, ticket, fields, steps);
		return fields;
	}
	const fresh = steps.dryRun ? ticket : await steps.upstream.read(item.link.id);
	const side = require_ticket_changes.remoteSide(fresh, await require_upstream_value.cleanTicket(fresh));
	if (require_ticket_changes.SYNC_FIELDS.some((field) => !require_ticket_changes.isSame(side[field], remote[field]))) {
		if (round < MOST_ROUNDS) return syncTask({
			...now,
			kept: keptOf(now, fresh, next)
		}, fresh, steps, round + 1);
		throw new require_git.Fault("unavailable", `${fresh.key} changes while it is read.`, { fix: "run the command again" });
	}
	return push({
		item: now,
		ticket: fresh,
		base: next,
		remote
	}, behind, fields, steps);
}
async function compared(item, ticket, steps) {
	const found = require_ticket_changes.compareTask(item, ticket, await require_upstream_value.cleanTicket(ticket), steps);
	const { local, remote } = found;
	return {
		...found,
		strategyOf: steps.strategyOf,
		mergeText: steps.mergeText,
		ask: (field) => steps.ask(item.id, field, {
			local: local[field],
			remote: remote[field]
		})
	};
}
/** What the base said gives way to what it says now, what the file said to what it was given. */
function gaveWay({ base, local }, agreed, here) {
	return [...base === null ? [] : [{
		before: base.local,
		after: agreed.local
	}], {
		before: local,
		after: here
	}];
}
function syncedField({ field, change, local, remote, conflict }, sides, why) {
	const both = {
		local: sides.local[field],
		remote: sides.remote[field]
	};
	if (conflict === "no-status") return {
		field,
		outcome: "conflict",
		sides: both,
		detail: "No status of the backlog stands for this state."
	};
	const older = change === "older" ? "The task said so before it was changed on another branch." : null;
	if (conflict !== null) return {
		field,
		outcome: "conflict",
		sides: both,
		detail: why ?? older
	};
	if (local === null && remote === null) return {
		field,
		outcome: "same",
		sides: null,
		detail: null
	};
	return {
		field,
		outcome: remote !== null ? "ahead" : change === "conflict" || change === "older" ? "merged" : "pulled",
		sides: both,
		detail: null
	};
}
function keptOf({ link, id }, ticket, base) {
	const { remote } = link;
	return {
		schemaVersion: 1,
		kind: "task-link",
		task: id,
		remote: remote.name,
		id: ticket.id,
		url: ticket.url ?? link.url,
		base
	};
}
function keep(item, ticket, base, { keep: put, dryRun }) {
	const { schemaVersion: _, kind: __, ...link } = keptOf(item, ticket, base);
	if (!dryRun) put(link);
}
/** Writes to the ticket, and takes down what it says after each write, in its own words. */
async function push(standing, behind, fields, steps) {
	const { upstream } = steps;
	if (upstream === null) return fields;
	let { base, ticket } = standing;
	const outcomes = /* @__PURE__ */ new Map();
	const { item, remote } = standing;
	for await (const done of pushFields({
		item,
		ticket,
		remote,
		behind
	}, {
		...steps,
		upstream
	})) {
		for (const field of done.fields) outcomes.set(field, done);
		if (done.outcome !== "pushed") continue;
		ticket = await upstream.read(item.link.id);
		const side = require_ticket_changes.remoteSide(ticket, await require_upstream_value.cleanTicket(ticket));
		const local = require_ticket_changes.localSide(item.task);
		for (const field of done.fields) if (base !== null && local !== null) base = withPair(base, field, {
			local: local[field],
			remote: side[field]
		});
		if (base !== null && standing.base !== null) {
			const gone = [{
				before: standing.base.local,
				after: base.local
			}];
			base = require_ticket_changes.withOlder(base, gone, {
				branch: steps.branch,
				settled: []
			});
		}
		keep(item, ticket, base === null ? null : {
			...base,
			updatedAt: ticket.updatedAt
		}, steps);
	}
	const after = fields.map((one) => ({
		...one,
		...outcomes.get(one.field)
	}));
	await stamp(item, ticket, after, steps);
	return after;
}
/** The file says when it last had all that its ticket has: whoever has no more than the file can tell by it. */
async function stamp(item, ticket, fields, steps) {
	if (steps.dryRun || fields.some(({ outcome }) => outcome === "conflict")) return;
	const edited = await stampEdits(item, ticket, steps.now());
	if (edited !== null && edited !== item.text) await steps.replace(item, edited);
}

// src/satellite/sync.ts
/** As many as the trackers that take most answer at once; small enough that little is done twice after a cut. */
const BATCH = 100;
/** Synchronises tasks with their tickets, those first that wait longest. Throws Fault("usage") for names that are none, and what files give. */
async function syncTasks(world, options) {
	const desk = await require_desk.openDesk(world, "listing");
	const chosen = chosenTasks(desk, options);
	const named = options.tasks.length > 0;
	const mended = options.dryRun ? [] : await require_upstream_value.mendLinks(desk, chosen, { named });
	const { links } = desk.ground;
	const since = ({ id }) => links.get(id)?.base?.at ?? "";
	const waiting = chosen.toSorted((a, b) => since(a) < since(b) ? -1 : Number(since(a) > since(b)));
	const comparing = await require_ticket_changes.comparingAt(desk);
	const report = {
		tasks: /* @__PURE__ */ new Map(),
		refusals: /* @__PURE__ */ new Map()
	};
	let done = 0;
	for (let at = 0; at < waiting.length; at += BATCH) {
		const batch = waiting.slice(at, at + BATCH);
		for (const remote of new Set(batch.map(({ link }) => link.remote))) {
			const own = batch.filter(({ link, id }) => link.remote === remote && require_desk.filesOf(desk, id).length === 1);
			const open = await opened(desk, remote, report.refusals);
			const looks = open === null ? /* @__PURE__ */ new Map() : await open.many([...new Set(own.map(({ link }) => link.id))]);
			for (const one of own) {
				const synced = open === null ? unasked(one) : await syncOne(one, looks, {
					desk,
					world,
					options,
					comparing,
					tracker: open
				});
				report.tasks.set(one.path, synced);
				options.progress(++done, waiting.length);
			}
		}
	}
	return {
		tasks: chosen.map((one) => report.tasks.get(one.path) ?? twofold(one, require_desk.filesOf(desk, one.id))),
		missing: named ? [] : missingTasks(desk),
		mended,
		refusals: [...report.refusals].map(([remote, { message, fix }]) => ({
			remote,
			detail: message,
			fix: fix ?? null
		}))
	};
}
function chosenTasks(desk, { tasks, all }) {
	if (tasks.length === 0) return desk.all.flatMap((one) => one.link !== null && (all || one.task.kind === "active" || one.task.kind === "draft") ? [{
		...one,
		link: one.link
	}] : []);
	return [...new Set(tasks.map((name) => require_desk.namedTask(desk, name)))].map((one) => {
		if (one.link !== null) return {
			...one,
			link: one.link
		};
		throw new require_git.Fault("usage", "This task follows no ticket.", {
			found: `${one.id} in ${one.path}`,
			wanted: "a task with an upstream",
			fix: `golden-thread remote link ${one.id} TICKET`
		});
	});
}
function missingTasks({ all, ground: { links } }) {
	const here = new Set(all.map(({ id }) => id));
	return links.all().filter(({ task }) => !here.has(task)).map(({ task, id }) => ({
		task,
		ticket: id
	}));
}
/** Null: it can't be asked; why is taken down once. */
async function opened(desk, remote, refusals) {
	try {
		return await desk.tracker(remote);
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || !isDeaf(thrown)) throw thrown;
		refusals.set(remote.name, thrown);
		return null;
	}
}
/** The tracker's refusal or silence, not a failure of ours. */
function isDeaf({ code }) {
	return code === "absent" || code === "forbidden" || code === "credentials" || code === "unavailable";
}
/** They share what is kept of the last synchronisation, so that nobody knows which of them was changed. */
function twofold(one, paths) {
	const notes = [`Several files are this task, so it was left as it is: ${paths.join(", ")}`];
	return {
		...unasked(one),
		notes
	};
}
function unasked({ id, path, link }) {
	const { remote, id: ticket, url } = link;
	return {
		task: id,
		path,
		remote: remote.name,
		ticket,
		url,
		outcome: "unknown",
		fields: [],
		diff: null,
		notes: []
	};
}
async function syncOne(one, looks, running) {
	const { link, id } = one;
	const look = looks.get(link.id) ?? require_core.SILENT;
	const blank = unasked(one);
	if (look.status === "absent") return {
		...blank,
		outcome: "orphan",
		notes: [`Its ticket is gone. The task stays as it is; golden-thread remote unlink ${id} lets go of it.`]
	};
	if (look.status !== "found") return {
		...blank,
		notes: "detail" in look && look.detail !== void 0 ? [look.detail] : []
	};
	const { ticket } = look;
	try {
		const item = {
			...await itemOf(one, running),
			kept: require_ticket_changes.keptFor(running.desk.ground.links, one, ticket)
		};
		const fields = await syncTask(item, ticket, await stepsOf(running));
		return {
			...blank,
			...described(ticket, link),
			fields,
			outcome: outcomeOf(fields),
			diff: await diffOf(fields, running)
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || !isDeaf(thrown)) throw thrown;
		return {
			...blank,
			notes: [thrown.message]
		};
	}
}
function described(ticket, { id }) {
	const { key, url } = ticket;
	return {
		ticket: key,
		url,
		notes: ticket.id !== id ? [`The ticket was moved: ${id} is ${key} now.`] : []
	};
}
function outcomeOf(fields) {
	const outcomes = new Set(fields.map(({ outcome }) => outcome));
	if (outcomes.has("conflict") || outcomes.has("refused")) return "conflict";
	if (outcomes.has("ahead")) return "ahead";
	return fields.every(({ outcome }) => outcome === "same") ? "synced" : "changed";
}
async function diffOf(fields, { world }) {
	const sides = fields.find(({ field, outcome }) => field === "description" && outcome === "conflict")?.sides;
	return sides == null ? null : require_compare_texts.diffTexts(world.env, String(sides.remote), String(sides.local));
}
/** The file as it stands now: it may have changed since the first look. */
async function itemOf(one, { desk }) {
	const text = await require_desk.textOf(desk.gate.tree, one.path);
	const task = await desk.tasks.parse(one.path, new TextEncoder().encode(text));
	if (task?.ticket?.id === one.id) return {
		...one,
		task,
		text
	};
	throw new require_git.Fault("storage", `${one.path} was changed meanwhile, so it was left as it is.`, {
		found: one.path,
		fix: "run the command again"
	});
}
async function stepsOf({ desk, world, options, comparing, tracker }) {
	const { write, dryRun, strategyOf, ask } = options;
	const writes = write === null ? null : await require_safe_mode.safeWrites(desk.gate, world, write);
	return {
		strategyOf,
		ask,
		dryRun,
		...comparing,
		now: world.now,
		mergeText: (base, ours, theirs) => require_compare_texts.mergeTexts(world.env, base, ours, theirs),
		keep: (link) => desk.ground.links.put(link),
		async replace(item, text) {
			require_edit_file.replaceFile({
				root: desk.root,
				path: item.path,
				text
			}, item.text);
			return {
				...await itemOf(item, { desk }),
				kept: item.kept
			};
		},
		upstream: writes === null ? null : {
			tracker,
			writes,
			read: (id) => ticketOf(tracker, id)
		}
	};
}
async function ticketOf(tracker, id) {
	const look = await tracker.one(id);
	if (look.status === "found") return look.ticket;
	throw new require_git.Fault("unavailable", `The ticket could not be read again: ${look.status}.`, { found: id });
}

// src/cli/remote-sync.ts
const NAME = { name: "remote" };
/** `remote sync`: tasks and their tickets are brought together. */
async function remoteSync(words, tasks, io, world) {
	const strategies = strategiesIn(words.all("strategy"));
	const report = await require_watched.watched(io, (progress) => syncTasks(world, {
		tasks,
		all: words.has("all"),
		dryRun: words.has("dry-run"),
		write: words.has("write") ? require_remote.safeTerms(words, world) : null,
		strategyOf: (field) => strategies.get(field) ?? "merge",
		ask: (task, field, sides) => world.interactive ? asked(task, field, sides) : Promise.resolve(null),
		progress: (done, all) => progress(done, `of ${all} tasks`)
	}));
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("remote-sync"),
		dryRun: words.has("dry-run"),
		...report
	})}\n` : syncText(report, io.stdout));
	return require_world.exitCode(require_world.worst(report.tasks.map(verdictOf)));
}
function verdictOf({ outcome }) {
	if (outcome === "unknown") return "undecided";
	return outcome === "conflict" || outcome === "orphan" ? "fail" : "pass";
}
/** `FIELD=HOW`; without a field for all. Throws Fault("usage"). */
function strategiesIn(texts) {
	const pairs = texts.flatMap((text) => {
		const [how = "", field] = text.split("=").reverse();
		const strategy = STRATEGIES.find((one) => one === how);
		const fields = require_ticket_changes.SYNC_FIELDS.filter((one) => field === void 0 || one === field);
		if (strategy === void 0 || fields.length === 0) throw require_cli_js.usage(NAME, "This is no way to settle a field.", {
			found: text,
			wanted: `${require_ticket_changes.SYNC_FIELDS.join(", ")} = ${STRATEGIES.join(", ")}, such as description=merge`
		});
		return fields.map((one) => [one, strategy]);
	});
	return new Map(pairs);
}
async function asked(task, field, { local, remote }) {
	const { isCancel, note, select } = await Promise.resolve().then(() => require("./clack-prompts.js")).then((n) => n.dist_exports);
	note(`task:   ${shown(local)}\nticket: ${shown(remote)}`, `${require_escape.terminal(task)}: ${field}`);
	const answer = await select({
		message: "Both changed it. What counts?",
		options: [
			{
				value: "leave",
				label: "leave both as they are"
			},
			{
				value: "local",
				label: "the task"
			},
			{
				value: "remote",
				label: "the ticket"
			},
			{
				value: "merge",
				label: "both changes, where they don't touch each other"
			}
		]
	});
	return isCancel(answer) || answer === "leave" ? null : answer;
}
function shown(value) {
	return require_escape.terminal(typeof value === "string" ? value : value.join(", "), LONGEST);
}
/** What of a value stands on a line; a description's diff says more. */
const LONGEST = 120;
function syncText({ tasks, missing, mended, refusals }, out) {
	const paint = require_paint.painter(out.color);
	return `${[
		...mended.map(({ task, id }) => `${paint.yellow("mended")}    ${require_escape.terminal(task)}: its upstream ${require_escape.terminal(id)} was dropped by an editor and is back.`),
		...refusals.flatMap(({ remote, detail, fix }) => [`${paint.yellow("not asked")} ${require_escape.terminal(remote)}: ${require_escape.terminal(detail)} The tasks stay as they are.`, ...fix === null ? [] : [`  fix: ${require_escape.terminal(fix)}`]]),
		...tasks.filter(({ outcome, notes }) => !(outcome === "synced" && notes.length === 0)).flatMap((one) => taskLines(one, out)),
		...missing.map(({ task, ticket }) => `${paint.dim("no file")}   ${require_escape.terminal(task)} is not in this work tree; its link to ${require_escape.terminal(ticket)} is kept. Let go of it: golden-thread remote unlink ${require_escape.terminal(task)}`),
		summary(tasks)
	].join("\n")}\n`;
}
function taskLines({ task, ticket, outcome, fields, diff, notes }, out) {
	const paint = require_paint.painter(out.color);
	return [
		`${(outcome === "conflict" || outcome === "orphan" ? paint.red : paint.bold)(outcome.padEnd(9))} ${require_escape.terminal(task)} ${require_escape.terminal(ticket)}`,
		...fields.filter((one) => one.outcome !== "same").flatMap(fieldLines),
		...diff === null ? [] : require_diff_text.diffText(`--- ticket\n+++ task\n${diff}`, paint).split("\n").map((line) => `    ${line}`),
		...outcome === "conflict" ? [`  fix: ${fixOf(task, fields)}`] : [],
		...notes.map((note) => `  ${require_escape.terminal(note)}`)
	];
}
function fieldLines({ field, outcome, sides, detail }) {
	const values = field === "description" || sides === null ? "" : `: ticket ${shown(sides.remote) || "(empty)"} | task ${shown(sides.local) || "(empty)"}`;
	return [`  ${field} ${SAID[outcome]}${values}`, ...detail === null ? [] : [`    ${require_escape.terminal(detail)}`]];
}
const SAID = {
	same: "is the same",
	pulled: "came from the ticket",
	pushed: "went to the ticket",
	merged: "was settled",
	ahead: "waits in the task for --write",
	refused: "was not taken by the tracker",
	conflict: "was changed on both sides"
};
function fixOf(task, fields) {
	const field = fields.find(({ outcome }) => outcome === "conflict" || outcome === "refused")?.field ?? "title";
	return `golden-thread remote sync ${require_escape.terminal(task)} --strategy ${field}=local (or remote)`;
}
function summary(tasks) {
	if (tasks.length === 0) return "No task here follows a ticket.";
	const counts = /* @__PURE__ */ new Map();
	for (const { outcome } of tasks) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
	return [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}

exports.remoteSync = remoteSync;