"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_ask_many = require("./providers-ask-many.js");
const require_provider = require("./providers-provider.js");
const require_text = require("./providers-text.js");
const require_untold = require("./providers-untold.js");
const require_answer = require("./providers-answer.js");
const require_trouble = require("./providers-trouble.js");
const require_mark = require("./providers-mark.js");
const require_code_url = require("./providers-code-url.js");
const require_oldest_change_first = require("./providers-oldest-change-first.js");
const require_settings = require("./providers-clickup-settings.js");

// src/providers/clickup/access.ts
const SERVICE = "https://api.clickup.com";
/** Where ClickUp is asked. Tasks live in version 2 of its API alone. */
const access = {
	base: ({ url = SERVICE }) => `${url.replace(/\/+$/, "")}/api/v2`,
	isVendor: (host) => host === "api.clickup.com",
	variables: () => ({ token: [
		"CLICKUP_API_KEY",
		"CLICKUP_API_TOKEN",
		"CLICKUP_TOKEN"
	] }),
	headers: ({ token }) => ({ authorization: token.startsWith("pk_") ? token : `Bearer ${token}` }),
	anonymous: false
};

// src/providers/clickup/schema.ts
/** Numbers of people and lists are written with quotes here and without them there. */
const number = (z) => z.union([z.string(), z.number()]).transform(String);
const person = (z) => z.object({
	id: number(z),
	username: z.string().nullish(),
	email: z.string().nullish()
});
const status = (z) => z.object({
	status: z.string(),
	type: z.string().nullish()
});
/** One task. */
const task = (z) => z.object({
	id: z.string().min(1),
	custom_id: z.string().nullish(),
	custom_item_id: z.number().nullish(),
	name: z.string(),
	markdown_description: z.string().nullish(),
	description: z.string().nullish(),
	status: status(z),
	date_created: z.string().nullish(),
	date_updated: z.string().nullish(),
	archived: z.boolean().nullish(),
	creator: person(z).nullish(),
	assignees: z.array(person(z)).nullish(),
	tags: z.array(z.object({ name: z.string() })).nullish(),
	checklists: z.array(z.object({
		name: z.string(),
		items: z.array(z.object({
			name: z.string(),
			resolved: z.boolean().nullish()
		})).nullish()
	})).nullish(),
	custom_fields: z.array(z.object({
		name: z.string().nullish(),
		type: z.string().nullish(),
		value: z.unknown().optional()
	})).nullish(),
	parent: z.string().nullish(),
	team_id: z.string(),
	url: z.string().nullish(),
	list: z.object({ id: number(z) }),
	space: z.object({ id: number(z) })
});
/** A page of tasks. */
const tasks = (z) => z.object({
	tasks: z.array(task(z)),
	last_page: z.boolean().nullish()
});
/** A list's own statuses, in the order of its workflow. */
const list$1 = (z) => z.object({ statuses: z.array(status(z)) });
/** Whose token it is. */
const user = (z) => z.object({ user: person(z) });
/** Workspaces that the token reaches, with the people in them. */
const teams = (z) => z.object({ teams: z.array(z.object({
	id: number(z),
	members: z.array(z.object({ user: person(z) })).nullish()
})) });
/** Types of tasks that a workspace has made for itself. */
const customItems = (z) => z.object({ custom_items: z.array(z.object({
	id: z.number(),
	name: z.string().nullish()
})) });
/** A page of comments, newest first. */
const comments = (z) => z.object({ comments: z.array(z.object({
	id: number(z),
	comment_text: z.string().nullish(),
	user: person(z).nullish(),
	date: number(z),
	resolved: z.boolean().nullish()
})) });
/** A comment that was made. */
const posted = (z) => z.object({ id: number(z) });
/** Since when a task is, or last was, in each status that it has been in. */
const timeInStatus = (z) => {
	const time = z.object({
		status: z.string(),
		total_time: z.object({ since: number(z) })
	});
	return z.object({
		current_status: time.nullish(),
		status_history: z.array(time).nullish()
	});
};
/** What is answered instead of what was asked. */
const refusal = (z) => z.object({
	err: z.string(),
	ECODE: z.string().nullish()
});
/** Anything: the answer to a change says nothing that is needed. */
const anything = (z) => z.unknown();

// src/providers/clickup/ask.ts
/** `DEV-12`: an id that the workspace gives itself; the others have no dash. */
const CUSTOM = /^[A-Za-z0-9_]+-\d+$/;
/** Whether an id is a custom one (`SHOP-42`), which has to be asked for together with its workspace. */
const isCustom = (id) => CUSTOM.test(id);
/** Address of a task, and what has to be told with every request when its id is the workspace's own. */
function taskRequest({ settings }, id, rest = "") {
	const query = isCustom(id) ? {
		custom_task_ids: true,
		team_id: settings.team
	} : {};
	return {
		path: `/task/${encodeURIComponent(id)}${rest}`,
		query
	};
}
/** Asks, and reads what was answered. `about`: what is asked for, as people name it. */
async function askJson(asking, request, { shape, about }) {
	const reply = await asking.http.send({
		...request,
		follow: false
	});
	if (reply.status === 200) return require_answer.readJson(asking.remote, reply, shape);
	throw await refused(asking.remote, reply, about);
}
/** Codes of a token that is not there, not known, or dead. All other refusals with 401 are about what was asked for. */
const TOKEN_CODES = /^OAUTH_0(?:17|18|19|21|25|77)$/;
const TEAM_CODES = /^OAUTH_0(?:23|26|27|29|3\d|4[0-5])$/;
/** The fault that an answer is. A task that does not exist is refused as one of a stranger's workspace is, with 401. */
async function refused(remote, reply, about) {
	const { err, ECODE } = await said(remote, reply);
	const found = `${err} ${ECODE ?? ""}`.trim() || `status ${reply.status}`;
	const { status } = reply;
	if (TEAM_CODES.test(ECODE ?? "")) return require_trouble.trouble("forbidden", `${remote} has no ${about}, or does not show it to this account: it does not say which.`, { found });
	if (status === 401 || status >= 300 && status < 400 || TOKEN_CODES.test(ECODE ?? "")) return require_trouble.trouble("credentials", `${remote} does not accept the token.`, {
		found,
		fix: "put a token that is alive into CLICKUP_API_KEY"
	});
	if (status === 403) return require_trouble.trouble("forbidden", `${remote} refuses the account ${about}.`, { found });
	if (status === 404 && ECODE !== null && ECODE !== void 0) return require_trouble.trouble("absent", `${remote} has no ${about}: it was deleted, or never was.`, { found });
	if (status === 400) return new require_git.Fault("usage", `${remote} refuses ${about}.`, { found });
	return require_trouble.trouble("unavailable", `${remote} answers ${status} for ${about}.`, { found });
}
async function said(remote, reply) {
	try {
		return await require_answer.readJson(remote, reply, refusal);
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) return { err: "" };
		throw thrown;
	}
}

// src/providers/clickup/map.ts
/** Numbers that every workspace has. */
const TASK = 0;
const MILESTONE = 1;
/** A task as a ticket. It answers to two ids: `asked` says by which it was asked for. Its project is its space. */
async function toTicket(workspace, task, asked = task.id) {
	const { description, ...unshown } = require_text.described(task.markdown_description ?? task.description ?? "");
	const id = isCustom(asked) && task.custom_id ? task.custom_id : task.id;
	return {
		remote: workspace.remote,
		id,
		key: isCustom(id) ? id : `CU-${id}`,
		url: task.url?.startsWith("https://") ? task.url : `https://app.clickup.com/t/${encodeURIComponent(task.id)}`,
		title: require_text.cleanLine(task.name),
		type: require_ask_many.typeOf(await typeNameOf(workspace, task.custom_item_id ?? TASK)),
		state: toState(task.status, workspace.settings.status_map),
		project: task.space.id,
		assignees: (task.assignees ?? []).map(personOf),
		createdBy: task.creator ? personOf(task.creator) : null,
		labels: (task.tags ?? []).map(({ name }) => require_text.cleanLine(name)),
		parent: task.parent ?? null,
		createdAt: require_text.utc(task.date_created),
		updatedAt: require_text.utc(task.date_updated),
		archived: task.archived ?? false,
		movedFrom: null,
		description,
		...unshown,
		criteria: [...require_text.criteriaIn(description), ...checked(task)],
		affected: [],
		path: null
	};
}
/** A custom type without a name that can be told is not taken for a plain task. */
async function typeNameOf(workspace, number) {
	if (number === TASK) return "Task";
	if (number === MILESTONE) return "Milestone";
	return require_text.cleanLine(await workspace.typeName(number) ?? `type ${number}`);
}
/** A status of a list: its name, and which of few kinds it is. */
function toState({ status, type }, map) {
	return require_ask_many.stateOf(status, categoryOf(type), map);
}
function categoryOf(type) {
	switch (type) {
		case "open":
		case "unstarted": return "open";
		case "custom": return "in_progress";
		case "done":
		case "closed": return "done";
		default: return "unknown";
	}
}
/** A member; names are not one person's alone. */
function personOf({ id, username, email }) {
	return {
		name: require_text.cleanLine(username ?? email ?? id),
		email: require_text.cleanLine(email ?? ""),
		account: id
	};
}
/** Check-lists that speak of acceptance. */
function checked({ checklists }) {
	return (checklists ?? []).filter(({ name }) => /acceptance|criteria|definition of done/i.test(name)).flatMap(({ items }) => items ?? []).map(({ name, resolved }) => ({
		text: require_text.cleanLine(name),
		done: resolved ?? false
	}));
}

// src/providers/clickup/comment.ts
/** Comments that one answer holds, newest first; the next begin behind its last. */
const PAGE = 25;
/** Everything that was written below a task. Whether it was changed later, ClickUp does not tell. */
async function commentsOf(workspace, id) {
	const all = [];
	for await (const { id: number, user, date, comment_text } of stored(workspace, id)) all.push({
		id: number,
		url: addressOf(id, number),
		by: user ? personOf(user) : null,
		at: require_text.utc(date) ?? date,
		edited: null,
		text: require_text.cleanMarkdown(comment_text ?? "")
	});
	return require_ask_many.oldestFirst(all.toReversed());
}
/** Posts a comment whose last line is its mark, or brings the one with that mark up to date. Comments are plain text. */
async function comment(workspace, id, text, mark) {
	const line = require_mark.markLine(mark);
	const wanted = require_mark.signed(text, line);
	const about = `to comment on task ${id}`;
	const known = await find(workspace, id, line);
	if (known === null) {
		const json = {
			comment_text: wanted,
			notify_all: false
		};
		const request = {
			...taskRequest(workspace, id, "/comment"),
			method: "POST",
			json
		};
		const made = await askJson(workspace, request, {
			shape: posted,
			about
		});
		return {
			id: made.id,
			url: addressOf(id, made.id),
			changed: true
		};
	}
	const there = {
		id: known.id,
		url: addressOf(id, known.id)
	};
	if (lines(known.comment_text ?? "") === lines(wanted)) return {
		...there,
		changed: false
	};
	const json = {
		comment_text: wanted,
		resolved: known.resolved ?? false
	};
	const path = `/comment/${encodeURIComponent(known.id)}`;
	await askJson(workspace, {
		method: "PUT",
		path,
		json
	}, {
		shape: anything,
		about
	});
	return {
		...there,
		changed: true
	};
}
async function find(workspace, id, mark) {
	for await (const comment of stored(workspace, id)) if (lines(comment.comment_text ?? "").split("\n").at(-1) === mark) return comment;
	return null;
}
/** Newest first. */
async function* stored(workspace, id) {
	const { path, query } = taskRequest(workspace, id, "/comment");
	let from = {};
	for (;;) {
		const request = {
			path,
			query: {
				...query,
				...from
			}
		};
		const page = await askJson(workspace, request, {
			shape: comments,
			about: `task ${id}`
		});
		yield* page.comments;
		const last = page.comments.at(-1);
		if (last === void 0 || page.comments.length < PAGE || last.id === from.start_id) return;
		from = {
			start: last.date,
			start_id: last.id
		};
	}
}
function addressOf(id, comment) {
	return `https://app.clickup.com/t/${encodeURIComponent(id)}?comment=${comment}`;
}
function lines(text) {
	return text.replace(/\r\n?/g, "\n").trim();
}

// src/providers/clickup/history.ts
/**
* When a task came into each of its statuses. That is all that the API tells: not who did it, only one time for a status
* that it was in more than once, and nothing of its other fields. Where the workspace has switched these times off,
* there is none.
*/
async function history(workspace, id) {
	const request = taskRequest(workspace, id, "/time_in_status");
	const times = await askJson(workspace, request, {
		shape: timeInStatus,
		about: `task ${id}`
	});
	const entered = [...times.status_history ?? [], ...times.current_status ? [times.current_status] : []];
	const known = [...new Map(entered.map((one) => [one.status.toLowerCase(), one])).values()].flatMap(({ status, total_time }) => {
		const at = require_text.utc(total_time.since);
		return at === null ? [] : [{
			at,
			status: require_text.cleanLine(status)
		}];
	});
	known.sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a.status) - rank(b.status));
	function rank(status) {
		return status === times.current_status?.status ? 1 : 0;
	}
	return known.map(({ at, status }, index) => ({
		at,
		by: null,
		field: "state",
		from: known[index - 1]?.status ?? null,
		to: status
	}));
}

// src/providers/clickup/many.ts
/** Every task is a request of its own: this API has none for several. */
function lookUp(workspace, ids) {
	return require_ask_many.askMany(ids, 1, async (batch) => {
		const answers = batch.map(async (id) => [id, await answerFor(workspace, id)]);
		return new Map(await Promise.all(answers));
	});
}
async function answerFor(workspace, id) {
	try {
		const found = await read(workspace, id);
		return {
			status: "found",
			ticket: await toTicket(workspace, found, id),
			source: "api"
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault)) throw thrown;
		if (thrown.code === "absent") return thrown.found === ELSEWHERE ? {
			status: "absent",
			detail: ELSEWHERE
		} : { status: "absent" };
		if (thrown.code !== "usage") return require_trouble.asLookup(thrown);
		return {
			status: "unavailable",
			detail: `${thrown.message} ${thrown.found ?? ""}`
		};
	}
}
const ELSEWHERE = "it is in another workspace";
/** One task with its description as Markdown. The token may reach other workspaces; what is planned there is no ticket. */
async function read(workspace, id) {
	const { path, query } = taskRequest(workspace, id);
	const request = {
		path,
		query: {
			...query,
			include_markdown_description: true
		}
	};
	const found = await askJson(workspace, request, {
		shape: task,
		about: `task ${id}`
	});
	if (found.team_id === workspace.settings.team) return found;
	throw require_trouble.trouble("absent", `${workspace.remote} has no task ${id}.`, { found: ELSEWHERE });
}

// src/providers/clickup/links.ts
/**
* What a task leads to: the API does not tell what the panel for GitHub shows, so it is its fields of type url, and the
* addresses of forges in its description.
*/
async function links(workspace, id) {
	const { custom_fields, markdown_description, description } = await read(workspace, id);
	const all = [...(custom_fields ?? []).flatMap(({ type, name, value }) => type === "url" && typeof value === "string" ? require_code_url.codeUrl(value, name ?? null) ?? [] : []), ...require_code_url.codeUrlsIn(markdown_description ?? description ?? "")];
	return [...new Map(all.toReversed().map((link) => [link.url, link])).values()].toReversed();
}

// src/providers/clickup/people.ts
/** Number of a member by number, name or e-mail address; null: there is nobody of that name in the workspace. */
async function memberOf(workspace, name) {
	if (/^\d+$/.test(name)) return name;
	return ((await askJson(workspace, { path: "/team" }, {
		shape: teams,
		about: "the workspace"
	})).teams.find(({ id }) => id === workspace.settings.team)?.members?.find(({ user }) => [user.username, user.email].some((one) => typeof one === "string" && require_ask_many.isSame(one, name))))?.user.id ?? null;
}

// src/providers/clickup/list.ts
/** Pages of a hundred tasks that a search goes through, newest change first: this API has no search. */
const MOST_PAGES = 50;
/** Tasks of the workspace, page by page as they are read. `me`: whose token it is. */
async function* list(workspace, wanted, { me, pages = Number.POSITIVE_INFINITY }) {
	const { assignee } = wanted;
	const who = assignee === "@me" ? await me() : assignee && await memberOf(workspace, assignee);
	if (who === null) return;
	const ask = async (query, page) => {
		const request = {
			path: `/team/${workspace.settings.team}/task`,
			query: {
				...queryOf(workspace, query, who),
				page
			}
		};
		const reply = await askJson(workspace, request, {
			shape: tasks,
			about: "the workspace's tasks"
		});
		return {
			items: reply.tasks,
			more: reply.tasks.length > 0 && reply.last_page === false
		};
	};
	for await (const found of wanted.order === "oldest-first" ? oldestPages(ask, wanted) : newestPages(ask, wanted, pages)) for (const task of found) {
		const ticket = await toTicket(workspace, task);
		if (require_ask_many.fits(ticket, wanted)) yield ticket;
	}
}
async function* newestPages(ask, wanted, pages) {
	for (let page = 0; page < pages; page++) {
		const { items, more } = await ask(wanted, page);
		yield items;
		if (!more) return;
	}
}
function oldestPages(ask, wanted) {
	return require_oldest_change_first.oldestChangeFirst({
		since: wanted.updatedSince,
		page: (since, page) => ask(since === void 0 ? wanted : {
			...wanted,
			updatedSince: since
		}, page),
		mark: ({ id, date_updated }) => ({
			id,
			at: require_text.utc(date_updated) ?? "1970-01-01T00:00:00.000Z"
		})
	});
}
/** Tasks whose title or description holds a text, among the 5,000 that were changed last. */
async function* search(workspace, text, { wanted, me }) {
	const part = text.toLowerCase();
	for await (const ticket of list(workspace, wanted, {
		me,
		pages: MOST_PAGES
	})) if (`${ticket.title}\n${ticket.description}`.toLowerCase().includes(part)) yield ticket;
}
/** What the tracker can ask itself. Without being asked to it leaves out what is closed, and subtasks. */
function queryOf({ settings }, { labels, updatedSince, order }, assignee) {
	return {
		include_closed: true,
		subtasks: true,
		include_markdown_description: true,
		order_by: "updated",
		reverse: order === "oldest-first" ? void 0 : true,
		"space_ids[]": settings.spaces,
		"assignees[]": assignee === void 0 ? void 0 : [assignee],
		"tags[]": labels?.map((label) => label.toLowerCase()),
		date_updated_gt: updatedSince === void 0 ? void 0 : Date.parse(updatedSince) - 1
	};
}

// src/providers/clickup/write.ts
/** Sets one of the statuses of the task's list, or the first one of a category. */
async function setState(workspace, id, target) {
	const { status_map } = workspace.settings;
	const task$1 = await read(workspace, id);
	if (require_ask_many.isState(target, toState(task$1.status, status_map))) return toState(task$1.status, status_map);
	const { statuses } = await askJson(workspace, { path: `/list/${encodeURIComponent(task$1.list.id)}` }, {
		shape: list$1,
		about: `list of task ${id}`
	});
	const first = statuses.find((status) => require_ask_many.isState(target, toState(status, status_map)));
	if (first === void 0) throw new require_git.Fault("usage", `Task ${id} of ${workspace.remote} can't be set to this state.`, {
		found: target,
		wanted: `a status of its list: ${statuses.map(({ status }) => status).join(", ")}`
	});
	const request = {
		...taskRequest(workspace, id),
		method: "PUT",
		json: { status: first.status }
	};
	const changed = await askJson(workspace, request, {
		shape: task,
		about: `to change task ${id}`
	});
	return toState(changed.status, status_map);
}
/** Sets title, description and assignees in one request; every tag is one more. Then it looks what is there. */
async function edit(workspace, id, fields) {
	const before = await read(workspace, id);
	const wanted = fields.assignees && await membersOf(workspace, fields.assignees);
	const json = {
		...fields.title === void 0 ? {} : { name: fields.title },
		...fields.description === void 0 ? {} : { markdown_content: fields.description },
		...wanted === void 0 ? {} : { assignees: differenceOf(before, wanted) }
	};
	const about = `to change task ${id}`;
	if (Object.keys(json).length > 0) await askJson(workspace, {
		...taskRequest(workspace, id),
		method: "PUT",
		json
	}, {
		shape: anything,
		about
	});
	await setTags(workspace, id, {
		now: tagsOf(before),
		wanted: fields.labels ?? tagsOf(before)
	});
	const dropped = droppedFrom(await read(workspace, id), fields, wanted ?? []);
	if (dropped.length > 0) throw require_trouble.trouble("forbidden", `${workspace.remote} did not take over all that task ${id} was given.`, { found: dropped.join(", ") });
}
async function membersOf(workspace, names) {
	return Promise.all(names.map(async (name) => {
		const member = await memberOf(workspace, name);
		if (member !== null) return member;
		throw new require_git.Fault("usage", `Nobody in the workspace of ${workspace.remote} bears this name.`, {
			found: name,
			wanted: "a member's name, e-mail address or number"
		});
	}));
}
function differenceOf({ assignees }, wanted) {
	const now = (assignees ?? []).map(({ id }) => id);
	return {
		add: wanted.filter((id) => !now.includes(id)).map(Number),
		rem: now.filter((id) => !wanted.includes(id)).map(Number)
	};
}
async function setTags(workspace, id, { now, wanted }) {
	const change = async (method, tag) => {
		const request = taskRequest(workspace, id, `/tag/${encodeURIComponent(tag)}`);
		await askJson(workspace, {
			...request,
			method,
			json: {}
		}, {
			shape: anything,
			about: `to change task ${id}`
		});
	};
	for (const tag of wanted) if (!now.some((one) => require_ask_many.isSame(one, tag))) await change("POST", tag);
	for (const tag of now) if (!wanted.some((one) => require_ask_many.isSame(one, tag))) await change("DELETE", tag);
}
function tagsOf({ tags }) {
	return (tags ?? []).map(({ name }) => name);
}
function droppedFrom(task, { title, labels = [] }, assignees) {
	const now = (task.assignees ?? []).map(({ id }) => id);
	return [
		...title === void 0 || require_ask_many.isSame(title, task.name) ? [] : ["the title"],
		...assignees.filter((id) => !now.includes(id)).map((id) => `the assignee ${id}`),
		...labels.filter((label) => !tagsOf(task).some((tag) => require_ask_many.isSame(tag, label))).map((label) => `the tag ${label}`)
	];
}

// src/providers/clickup/index.ts
/** ClickUp, one workspace of it. */
const provider = require_provider.defineTracker({
	id: "clickup",
	grammar: "clickup",
	capabilities: {
		remote: true,
		all: false
	},
	settings: require_settings.clickupSettings,
	access,
	connect(remote, settings, { http }) {
		const types = require_core.once(() => typesOf({
			remote,
			http
		}, settings.team));
		const typeName = async (number) => (await types()).get(number) ?? null;
		const workspace = {
			remote,
			settings,
			http,
			typeName
		};
		const identity = require_core.once(() => whoAmI({
			remote,
			http
		}));
		const me = async () => (await identity()).account;
		const believe = require_ask_many.believer(identity);
		const many = async (ids) => believe(await lookUp(workspace, ids));
		return {
			remote,
			many,
			identity,
			one: require_ask_many.oneOf(many),
			list: (query) => list(workspace, query, { me }),
			search: (text, wanted = {}) => search(workspace, text, {
				wanted,
				me
			}),
			links: (id) => links(workspace, id),
			history: (id) => history(workspace, id),
			recordsText: false,
			pasts: async (ids) => require_untold.untold(ids, "ClickUp tells only one time of a status that a task was in more than once."),
			comments: (id) => commentsOf(workspace, id),
			setState: (id, target) => setState(workspace, id, target),
			edit: (id, fields) => edit(workspace, id, fields),
			comment: (id, text, mark) => comment(workspace, id, text, mark)
		};
	}
});
async function whoAmI(asking) {
	const { user: me } = await askJson(asking, { path: "/user" }, {
		shape: user,
		about: "the account"
	});
	const email = me.email ? require_text.cleanLine(me.email) : null;
	return {
		account: me.id,
		name: require_text.cleanLine(me.username ?? me.email ?? me.id),
		email,
		rights: null
	};
}
/** Names of the workspace's own types. An account that may not ask for them is told none. */
async function typesOf(asking, team) {
	try {
		const request = { path: `/team/${team}/custom_item` };
		const { custom_items } = await askJson(asking, request, {
			shape: customItems,
			about: "types of tasks"
		});
		return new Map(custom_items.flatMap(({ id, name }) => name ? [[id, name]] : []));
	} catch (thrown) {
		if (thrown instanceof require_git.Fault && (thrown.code === "absent" || thrown.code === "forbidden")) return /* @__PURE__ */ new Map();
		throw thrown;
	}
}

exports.provider = provider;