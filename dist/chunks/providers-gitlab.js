"use strict";

const require_core = require("./core.js");
const require_ask_many = require("./providers-ask-many.js");
const require_refusal = require("./providers-refusal.js");
const require_present = require("./providers-present.js");
const require_provider = require("./providers-provider.js");
const require_quick_actions = require("./providers-quick-actions.js");
const require_answer = require("./providers-answer.js");
const require_text = require("./providers-text.js");
const require_trouble = require("./providers-trouble.js");
const require_git = require("./git.js");
const require_oldest_change_first = require("./providers-oldest-change-first.js");
const require_past_of = require("./providers-past-of.js");
const require_settings = require("./providers-gitlab-settings.js");

// src/providers/gitlab/access.ts
const HOSTED = "https://gitlab.com";
/** gitlab.com and self-managed servers, which may stand below a path. A CI job's own token can't read issues. */
const access = {
	base: ({ url = HOSTED }) => `${url.replace(/\/+$/, "").replace(/\/api\/v4$/, "")}/api/v4`,
	isVendor: (host) => /^gitlab\.com$/i.test(host),
	variables: () => ({ token: [
		"GITLAB_TOKEN",
		"GITLAB_ACCESS_TOKEN",
		"GL_TOKEN"
	] }),
	command: (settings) => [
		"glab",
		"config",
		"get",
		"token",
		"--host",
		hostOf(settings)
	],
	gitHost: hostOf,
	headers: ({ token }) => ({ "private-token": token }),
	anonymous: true
};
function hostOf({ url = HOSTED }) {
	return new URL(url).host;
}

// src/providers/gitlab/schema.ts
/** An account as others see it. */
function userShape(z) {
	return z.object({
		id: z.number().int(),
		username: z.string(),
		name: z.string().nullish()
	});
}
/** The accounts of a name: one or none. */
function usersShape(z) {
	return z.array(userShape(z));
}
/** The account that asks. */
function selfShape(z) {
	return userShape(z).extend({ email: z.string().nullish() });
}
/** The token that asks. */
function tokenShape(z) {
	return z.object({ scopes: z.array(z.string()) });
}
/** An issue. */
function issueShape(z) {
	return z.object({
		iid: z.number().int(),
		title: z.string(),
		description: z.string().nullish(),
		state: z.string(),
		issue_type: z.string().nullish(),
		labels: z.array(z.string()),
		milestone: z.object({ title: z.string() }).nullish(),
		iteration: z.object({
			title: z.string().nullish(),
			start_date: z.string().nullish(),
			due_date: z.string().nullish()
		}).nullish(),
		epic: z.object({
			iid: z.number().int(),
			url: z.string()
		}).nullish(),
		assignees: z.array(userShape(z)).nullish(),
		author: userShape(z).nullish(),
		moved_to_id: z.number().int().nullish(),
		references: z.object({ full: z.string() }),
		web_url: z.string(),
		created_at: z.string(),
		updated_at: z.string()
	});
}
/** One page of issues. */
function issuesShape(z) {
	return z.array(issueShape(z));
}
/** A merge request that has to do with an issue. */
function requestsShape(z) {
	return z.array(z.object({
		iid: z.number().int(),
		title: z.string(),
		web_url: z.string(),
		references: z.object({ full: z.string() })
	}));
}
/** What somebody wrote, or (`system`) what GitLab wrote down itself. */
function noteShape(z) {
	return z.object({
		id: z.number().int(),
		body: z.string(),
		system: z.boolean(),
		author: userShape(z).partial({ username: true }).nullish(),
		created_at: z.string(),
		updated_at: z.string()
	});
}
/** One page of notes. */
function notesShape(z) {
	return z.array(noteShape(z));
}
/** One page of resource events: of states, labels or milestones. Each kind fills in what it has. */
function eventsShape(z) {
	return z.array(z.object({
		created_at: z.string(),
		user: userShape(z).nullish(),
		action: z.string().nullish(),
		state: z.string().nullish(),
		label: z.object({ name: z.string() }).nullish(),
		milestone: z.object({ title: z.string() }).nullish()
	}));
}
/** The words in which GitLab refuses something: any JSON under `message`, or OAuth's pair. */
function errorShape(z) {
	return z.union([z.object({ message: z.unknown().refine((value) => value !== void 0) }), z.object({
		error: z.string(),
		error_description: z.string().nullish()
	})]);
}

// src/providers/gitlab/api.ts
/** Entries of one page, and ids of one question: GitLab's own limit. */
const PAGE = 100;
/** How a remote is asked; nothing is yet. */
function gitlabApi(remote, settings, http) {
	return {
		remote,
		settings,
		http,
		async said(reply) {
			const told = await require_answer.readJson(remote, reply, errorShape);
			return "message" in told ? plain(told.message) : `${told.error} ${told.error_description ?? ""}`.trim();
		},
		remedy: (_, found) => /insufficient_scope/.test(found) ? "use a token with the scope api" : null
	};
}
function plain(message) {
	return typeof message === "string" ? message : JSON.stringify(message);
}
/** Numbers of issues are 32 bits wide in GitLab's database. */
const MOST_NUMBER = 2 ** 31 - 1;
/** An id in its parts; `mark`: `#` for an issue, `!` for a merge request. Null: it is none. */
function placeOf$1(id) {
	const [, project, mark, number] = /^([\w.-]+(?:\/[\w.-]+)+)([#!])([1-9]\d*)$/.exec(id) ?? [];
	if (project === void 0 || mark === void 0 || number === void 0) return null;
	return Number(number) > MOST_NUMBER ? null : {
		project,
		mark,
		number
	};
}
/** Below the base: a project is one segment. */
function projectPath(project) {
	return `/projects/${encodeURIComponent(project)}`;
}
/** Below the base, for the id of an issue. */
function issuePath(id) {
	const { project, number } = placeOf$1(id) ?? {
		project: "",
		number: ""
	};
	return `${projectPath(project)}/issues/${number}`;
}
/** The answer for an id that names no issue of GitLab's. */
const NO_ID = {
	status: "absent",
	detail: "it is no id of a GitLab issue"
};
/** Page after page, each only when it is wanted. `about`: what is listed, for messages. */
async function* pages(api, about, { request, shape }) {
	for (let page = "1"; page !== null;) {
		const query = {
			...request.query,
			per_page: 100,
			page
		};
		const reply = await api.http.send({
			...request,
			query
		});
		yield await require_refusal.expect(api, about, {
			reply,
			shape
		});
		page = nextPage(reply, page);
	}
}
/** One page by its number, which counts from 0. */
async function pageAt(api, about, { request, shape, number }) {
	const page = String(number + 1);
	const reply = await api.http.send({
		...request,
		query: {
			...request.query,
			per_page: 100,
			page
		}
	});
	return {
		items: await require_refusal.expect(api, about, {
			reply,
			shape
		}),
		more: nextPage(reply, page) !== null
	};
}
/** The number alone is taken: behind a proxy the link may name another host. */
function nextPage({ headers }, page) {
	const told = headers["x-next-page"] ?? /[?&]page=(\d+)[^>]*>\s*;\s*rel="next"/.exec(headers.link ?? "")?.[1] ?? "";
	return /^\d+$/.test(told) && Number(told) > Number(page) ? told : null;
}

// src/providers/gitlab/map.ts
/** GitLab's states: why an issue was closed is not told. */
const STATES = {
	opened: "open",
	closed: "done"
};
/** A state under GitLab's name, in the policy's category. */
function stateNamed(name, { status_map }) {
	const told = Object.entries(STATES).find(([one]) => one === name)?.[1] ?? "unknown";
	return require_ask_many.stateOf(name, told, status_map);
}
/** An account under its display name, with the number that stays and the user name that nobody else has. */
function personOf(user) {
	if (user === null || user === void 0) return null;
	const { id, username, name } = user;
	const login = username === void 0 ? {} : { login: require_text.cleanLine(username) };
	const isBot = BOT.test(username ?? "");
	return {
		name: require_text.cleanLine(name ?? username ?? ""),
		email: "",
		account: String(id),
		...login,
		...isBot ? { isBot } : {}
	};
}
/** How GitLab calls the users behind access tokens of projects and groups; its API marks them nowhere else that is read here. */
const BOT = /^(?:project|group)_\d+_bot(?:_?[0-9a-z]+)?$/;
/** `asked`: the id that it was looked up by; null: it was listed. */
function ticketOf(issue, { remote, settings, asked }) {
	const id = spelled(issue.references.full, asked ?? `${settings.project}#${issue.iid}`);
	const { description, ...unshown } = require_text.described(issue.description ?? "");
	return {
		remote,
		id,
		key: id,
		url: issue.web_url,
		title: require_text.cleanLine(issue.title),
		type: require_ask_many.typeOf(issue.issue_type),
		state: stateNamed(issue.state, settings),
		project: issue.references.full.replace(/#\d+$/, ""),
		assignees: (issue.assignees ?? []).flatMap((user) => personOf(user) ?? []),
		createdBy: personOf(issue.author),
		labels: issue.labels.map(require_text.cleanLine),
		parent: epicOf(issue),
		createdAt: require_text.utc(issue.created_at),
		updatedAt: require_text.utc(issue.updated_at),
		archived: false,
		movedFrom: asked === null || asked === id ? null : asked,
		description,
		...unshown,
		criteria: require_text.criteriaIn(description),
		affected: [],
		path: null,
		versions: issue.milestone ? [require_text.cleanLine(issue.milestone.title)] : [],
		iteration: iterationOf(issue)
	};
}
/** GitLab compares names without case; an id keeps the spelling that the policy knows it by. */
function spelled(told, known) {
	return told.toLowerCase() === known.toLowerCase() ? known : told;
}
/** `/groups/acme/-/epics/5` is `acme&5`. */
function epicOf({ epic }) {
	const group = /\/groups\/(.+?)\/-\/epics\/\d+$/.exec(epic?.url ?? "")?.[1];
	return epic && group !== void 0 ? `${group}&${epic.iid}` : null;
}
/** Iterations of a cadence have no title, only dates. */
function iterationOf({ iteration }) {
	if (!iteration) return null;
	return require_text.cleanLine(iteration.title ?? `${iteration.start_date ?? ""}/${iteration.due_date ?? ""}`);
}

// src/providers/gitlab/comment.ts
/** Characters of a note. */
const LONGEST = 1e6;
/** Everything that people wrote below an issue. */
async function commentsOf(api, issue) {
	const comments = [];
	for await (const { id, author, body, created_at, updated_at } of written(api, issue.id)) comments.push({
		...placeOf(issue, id),
		by: personOf(author),
		at: require_text.utc(created_at) ?? created_at,
		edited: updated_at !== created_at,
		text: require_text.cleanMarkdown(body)
	});
	return require_ask_many.oldestFirst(comments);
}
/** Notes of an issue that people wrote, as one under a mark is kept among them. */
function commentPort(api, identity, issue) {
	const { id } = issue;
	const path = `${issuePath(id)}/notes`;
	return {
		remote: api.remote,
		limit: LONGEST,
		account: async () => (await identity()).account,
		async *list() {
			for await (const { id: note, author, body } of written(api, id)) yield {
				at: `${path}/${note}`,
				account: String(author?.id),
				body,
				posted: placeOf(issue, note)
			};
		},
		async post(body) {
			const reply = await api.http.send({
				method: "POST",
				path,
				json: { body }
			});
			return placeOf(issue, (await require_refusal.expect(api, id, {
				reply,
				shape: noteShape,
				wanted: 201
			})).id);
		},
		async rewrite({ at }, body) {
			const reply = await api.http.send({
				method: "PUT",
				path: at,
				json: { body }
			});
			await require_refusal.expect(api, id, {
				reply,
				shape: noteShape
			});
		}
	};
}
function placeOf({ url }, note) {
	return {
		id: String(note),
		url: `${url}#note_${note}`
	};
}
async function* written(api, id) {
	const request = {
		path: `${issuePath(id)}/notes`,
		query: {
			activity_filter: "only_comments",
			sort: "asc",
			order_by: "created_at"
		}
	};
	for await (const notes of pages(api, id, {
		request,
		shape: notesShape
	})) for (const note of notes) if (!note.system) yield note;
}

// src/providers/gitlab/history.ts
const KINDS = [
	"resource_state_events",
	"resource_label_events",
	"resource_milestone_events"
];
/** Who changed what, oldest first: from GitLab's records, and from its notes for what it keeps no record of. */
async function historyOf(api, id) {
	const events = [];
	for (const kind of KINDS) {
		const request = { path: `${issuePath(id)}/${kind}` };
		for await (const page of pages(api, id, {
			request,
			shape: eventsShape
		})) for (const event of page) events.push(...told(event.created_at, event.user, changeIn(event)));
	}
	const request = {
		path: `${issuePath(id)}/notes`,
		query: {
			activity_filter: "only_activity",
			sort: "asc"
		}
	};
	for await (const notes of pages(api, id, {
		request,
		shape: notesShape
	})) for (const note of notes) events.push(...told(note.created_at, note.author, noted(note)));
	return require_ask_many.oldestFirst(events);
}
function told(at, by, change) {
	const time = require_text.utc(at);
	if (time === null || change === null) return [];
	const clean = (text) => text === null ? null : require_text.cleanLine(text);
	return [{
		at: time,
		by: personOf(by),
		field: change.field,
		from: clean(change.from),
		to: clean(change.to)
	}];
}
/** A label or milestone that was deleted since has no name any more. */
function changeIn({ state, action, label, milestone }) {
	if (state === "closed") return {
		field: "state",
		from: "opened",
		to: "closed"
	};
	if (state === "reopened" || state === "opened") return {
		field: "state",
		from: "closed",
		to: "opened"
	};
	const [field, name] = milestone ? ["milestone", milestone.title] : ["labels", label?.name ?? null];
	if (action === "add") return {
		field,
		from: null,
		to: name
	};
	return action === "remove" ? {
		field,
		from: name,
		to: null
	} : null;
}
function noted({ system, body }) {
	if (!system) return null;
	if (body === "changed the description") return {
		field: "description",
		from: null,
		to: null
	};
	const [, from, to] = /^changed title from \*\*(.*)\*\* to \*\*(.*)\*\*$/s.exec(body) ?? [];
	if (from !== void 0 && to !== void 0) return {
		field: "title",
		from: unmarked(from),
		to: unmarked(to)
	};
	const [, added] = /^assigned to (.+?)(?: and unassigned .+)?$/s.exec(body) ?? [];
	const [, removed] = /(?:^|and )unassigned (.+)$/s.exec(body) ?? [];
	if (added === void 0 && removed === void 0) return null;
	return {
		field: "assignees",
		from: removed ?? null,
		to: added ?? null
	};
}
/** Without the marks of what is different: `{-old-}`, `{+new+}`. */
function unmarked(title) {
	return title.replace(/\{[-+]|[-+]\}/g, "");
}

// src/providers/gitlab/identity.ts
/** Whose token it is, and its scopes where it is one that GitLab tells them of. */
async function identityOf(api) {
	if (!await api.http.authenticated()) throw require_trouble.trouble("credentials", `${api.remote} is asked without a credential.`);
	const reply = await api.http.send({ path: "/user" });
	const { id, username, email } = await require_refusal.expect(api, "the account", {
		reply,
		shape: selfShape
	});
	const token = await api.http.send({ path: "/personal_access_tokens/self" });
	const rights = token.status === 200 ? (await require_refusal.expect(api, "the token", {
		reply: token,
		shape: tokenShape
	})).scopes : null;
	return {
		account: String(id),
		name: username,
		login: username,
		email: email ?? null,
		rights
	};
}

// src/providers/gitlab/links.ts
/** Merge requests that close it or speak of it, and commits that name it. `id` is the present one. */
async function linksOf(api, id) {
	const closing = await requests(api, id, {
		part: "closed_by",
		relation: "closes"
	});
	const related = await requests(api, id, {
		part: "related_merge_requests",
		relation: "mentions"
	});
	const links = /* @__PURE__ */ new Map();
	for (const link of [
		...closing,
		...related,
		...await commits(api, id)
	]) {
		const key = `${link.kind} ${link.repository} ${link.ref}`;
		if (!links.has(key)) links.set(key, link);
	}
	return [...links.values()];
}
async function requests(api, id, { part, relation }) {
	const links = [];
	const request = { path: `${issuePath(id)}/${part}` };
	for await (const page of pages(api, id, {
		request,
		shape: requestsShape
	})) for (const { iid, title, web_url: url, references } of page) links.push({
		kind: "pull-request",
		ref: String(iid),
		repository: references.full.replace(/!\d+$/, ""),
		url,
		title: require_text.cleanLine(title),
		relation
	});
	return links;
}
/** Only GitLab's own notes tell of commits. */
async function commits(api, id) {
	const links = [];
	const own = placeOf$1(id)?.project ?? "";
	const request = {
		path: `${issuePath(id)}/notes`,
		query: {
			activity_filter: "only_activity",
			sort: "asc"
		}
	};
	for await (const notes of pages(api, id, {
		request,
		shape: notesShape
	})) for (const { system, body } of notes) {
		const [, project, ref] = system && /^mentioned in commit (?:([\w./-]+)@)?([0-9a-f]{7,64})$/.exec(body.trim()) || [];
		if (ref === void 0) continue;
		const repository = placed(project, own);
		links.push({
			kind: "commit",
			ref,
			repository,
			url: null,
			title: null,
			relation: "mentions"
		});
	}
	return links;
}
/** Within a group, GitLab leaves the group's name out. */
function placed(project, own) {
	if (project === void 0) return own;
	return project.includes("/") ? project : own.replace(/[^/]+$/, project);
}

// src/providers/gitlab/list.ts
/** Issues of the configured project, newest or oldest change first; `text`: with all its words in title or description. */
async function* list(api, identity, { text, query = {} }) {
	if (text?.trim() === "") throw new require_git.Fault("usage", `${api.remote} can't be searched for nothing.`);
	const { remote, settings } = api;
	const assignee = await assigneeParameter(identity, query);
	const ask = (since, sort) => ({
		path: `${projectPath(settings.project)}/issues`,
		query: {
			scope: "all",
			state: stateParameter(api, query),
			labels: query.labels?.length ? query.labels.join(",") : void 0,
			...assignee,
			updated_after: since,
			search: text?.replaceAll("\"", " ").trim(),
			in: text === void 0 ? void 0 : "title,description",
			order_by: "updated_at",
			sort
		}
	});
	const all = query.order === "oldest-first" ? require_oldest_change_first.oldestChangeFirst({
		since: query.updatedSince,
		page: (since, number) => pageAt(api, settings.project, {
			request: ask(since, "asc"),
			shape: issuesShape,
			number
		}),
		mark: ({ iid, updated_at }) => ({
			id: String(iid),
			at: updated_at
		})
	}) : pages(api, settings.project, {
		request: ask(query.updatedSince, "desc"),
		shape: issuesShape
	});
	for await (const issues of all) for (const issue of issues) {
		const ticket = ticketOf(issue, {
			remote,
			settings,
			asked: null
		});
		if (require_ask_many.fits(ticket, query)) yield ticket;
	}
}
function stateParameter({ settings }, { states = [] }) {
	const names = Object.keys(STATES).filter((name) => states.length === 0 || states.some((one) => require_ask_many.isState(one, stateNamed(name, settings))));
	return names.length === 1 ? names[0] ?? "all" : "all";
}
/** An e-mail address names nobody here: GitLab tells it to administrators alone. */
async function assigneeParameter(identity, { assignee }) {
	if (assignee === void 0) return {};
	if (assignee === "@me") return { assignee_id: (await identity()).account };
	if (assignee.includes("@")) throw new require_git.Fault("usage", "GitLab finds no assignee by e-mail address.", {
		found: assignee,
		wanted: "a user name, an account's number or @me"
	});
	return /^\d+$/.test(assignee) ? { assignee_id: assignee } : { "assignee_username[]": assignee };
}

// src/providers/gitlab/many.ts
const REQUEST = {
	status: "absent",
	detail: "it is a merge request"
};
const ABSENT = { status: "absent" };
const UNSEEN = {
	status: "forbidden",
	detail: "its project is not there, or not for this credential"
};
const UNKNOWN = {
	status: "forbidden",
	detail: "no credential was used, and a private or confidential issue looks the same as none"
};
const OUT_OF_SIGHT = {
	status: "forbidden",
	detail: "it was moved to where this credential sees nothing"
};
/** `group&5`, as an issue names the epic that it is part of. */
const EPIC = /^[^\s&#!]+&\d+$/;
const EPICS = {
	status: "unavailable",
	detail: "epics of GitLab are not looked up"
};
/** What an id says by itself: merge requests and what is no id need no question. */
function toldById(id) {
	const place = placeOf$1(id);
	if (place === null) return EPIC.test(id) ? EPICS : NO_ID;
	return place.mark === "!" ? REQUEST : null;
}
/** A hundred issues of one project a question. */
async function askForMany(api, ids) {
	return require_ask_many.askMany(ids, 100, async (batch) => {
		const parts = [...new Set(batch.map(projectOf))].map((project) => askProject(api, project, batch.filter((id) => projectOf(id) === project)));
		return new Map((await Promise.all(parts)).flat());
	});
}
function projectOf(id) {
	return placeOf$1(id)?.project ?? "";
}
async function askProject(api, project, ids) {
	const numbers = ids.map((id) => placeOf$1(id)?.number ?? "");
	const reply = await api.http.send({
		path: `${projectPath(project)}/issues`,
		query: {
			"iids[]": numbers,
			scope: "all",
			state: "all",
			per_page: 100
		}
	});
	const known = await api.http.authenticated();
	if (reply.status === 404) {
		await api.said(reply);
		return ids.map((id) => [id, known ? UNSEEN : UNKNOWN]);
	}
	const issues = await require_refusal.expectFact(api, project, {
		reply,
		shape: issuesShape
	});
	const byNumber = new Map(issues.map((issue) => [String(issue.iid), issue]));
	return Promise.all(ids.map(async (id, at) => {
		const issue = byNumber.get(numbers[at] ?? "");
		if (issue === void 0) return [id, known ? ABSENT : UNKNOWN];
		return [id, issue.moved_to_id ? await followed(api, id, issue).catch(notFollowed) : found(api, id, issue)];
	}));
}
function found({ remote, settings }, asked, issue) {
	return {
		status: "found",
		ticket: ticketOf(issue, {
			remote,
			settings,
			asked
		}),
		source: "api"
	};
}
/** Longest chain of moves that is followed. */
const MOST_MOVES = 5;
/**
* A moved issue stays behind, closed. Where it went is told by a number that only administrators can ask for, and by GitLab's
* own note.
*/
async function followed(api, asked, first) {
	let issue = first;
	let at = asked;
	for (let moves = 0; issue.moved_to_id && moves < MOST_MOVES; moves++) {
		const next = await movedTo(api, at);
		if (next === null) return OUT_OF_SIGHT;
		const reply = await api.http.send({ path: issuePath(next) });
		if (reply.status === 404) return OUT_OF_SIGHT;
		issue = await require_refusal.expectFact(api, next, {
			reply,
			shape: issueShape
		});
		at = next;
	}
	return found(api, asked, issue);
}
/** What goes wrong on the way to one moved issue is said of that one alone. */
function notFollowed(thrown) {
	if (!(thrown instanceof require_git.Fault) || thrown.code !== "absent" && thrown.code !== "usage") return require_trouble.asLookup(thrown);
	return {
		status: "unavailable",
		detail: `where it was moved to can't be told: ${thrown.message}`
	};
}
async function movedTo(api, id) {
	const { project = "" } = placeOf$1(id) ?? {};
	const request = {
		path: `${issuePath(id)}/notes`,
		query: {
			activity_filter: "only_activity",
			sort: "desc",
			order_by: "created_at"
		}
	};
	for await (const notes of pages(api, id, {
		request,
		shape: notesShape
	})) for (const { system, body } of notes) {
		const to = system ? /^moved to ([\w./-]+)#(\d+)$/.exec(body.trim()) : null;
		if (to !== null) return `${to[1]?.includes("/") ? "" : project.replace(/[^/]+$/, "")}${to[1]}#${to[2]}`;
	}
	return null;
}

// src/providers/gitlab/pasts.ts
/** Every issue begins open. The tickets are asked for together, the events of each by a question of its own. */
async function pastsOf(api, many, ids) {
	const { remote, settings } = api;
	const tickets = await many([...new Set(ids)]);
	return require_ask_many.askPasts(ids, 1, async ([asked = ""]) => {
		const { id, createdAt, state: now } = require_present.ticketIn(remote, asked, tickets.get(asked));
		const first = stateNamed("opened", settings);
		return /* @__PURE__ */ new Map([[asked, require_past_of.pastOf(remote, {
			createdAt,
			first,
			moves: await movesOf(api, id),
			now
		})]]);
	});
}
async function movesOf(api, id) {
	const moves = [];
	const request = { path: `${issuePath(id)}/resource_state_events` };
	for await (const page of pages(api, id, {
		request,
		shape: eventsShape
	})) for (const { created_at, user, state } of page) {
		const at = require_text.utc(created_at);
		const name = state === "closed" ? "closed" : "opened";
		if (at !== null) moves.push({
			at,
			by: personOf(user),
			to: stateNamed(name, api.settings)
		});
	}
	return moves;
}

// src/providers/gitlab/write.ts
/** Throws Fault("usage") for a state that GitLab does not have. */
async function setState(api, ticket, target) {
	const name = stateFor(api, target);
	if (require_ask_many.isSame(ticket.state.name, name)) return ticket.state;
	const { state } = await put(api, ticket.id, { state_event: name === "closed" ? "close" : "reopen" });
	if (require_ask_many.isSame(state.name, name)) return state;
	throw require_trouble.trouble("forbidden", `${api.remote} did not bring ${ticket.id} to ${name}.`, { found: state.name });
}
function stateFor({ remote, settings }, target) {
	const names = Object.keys(STATES);
	const name = names.find((one) => require_ask_many.isSame(one, target)) ?? names.find((one) => require_ask_many.isState(target, stateNamed(one, settings)));
	if (name !== void 0) return name;
	throw new require_git.Fault("usage", `${remote} has no state ${target}.`, {
		found: target,
		wanted: names.join(", ")
	});
}
/** Guests' labels and assignees, and a second assignee without the licence, are dropped without a word. */
async function edit(api, ticket, fields) {
	const { title, description, labels } = fields;
	const comma = labels?.find((label) => label.includes(","));
	if (comma !== void 0) throw new require_git.Fault("usage", "A label of GitLab can't hold a comma.", { found: comma });
	const people = fields.assignees === void 0 ? null : await accountsOf(api, fields.assignees);
	const after = await put(api, ticket.id, {
		title,
		description: description === void 0 ? void 0 : require_quick_actions.inert(description),
		labels: labels?.join(","),
		assignee_ids: people === null ? void 0 : people.length === 0 ? [0] : people.map(Number)
	});
	const accounts = after.assignees.map(({ account = "" }) => account);
	const dropped = [...labels !== void 0 && differ(labels, after.labels) ? ["labels"] : [], ...people !== null && differ(people, accounts) ? ["assignees"] : []];
	if (dropped.length === 0) return;
	throw require_trouble.trouble("forbidden", `${api.remote} left ${dropped.join(" and ")} of ${ticket.id} as they were.`, { fix: "give the account at least the role of a planner or reporter in the project" });
}
async function put(api, id, json) {
	const reply = await api.http.send({
		method: "PUT",
		path: issuePath(id),
		json
	});
	const issue = await require_refusal.expect(api, id, {
		reply,
		shape: issueShape
	});
	return ticketOf(issue, {
		remote: api.remote,
		settings: api.settings,
		asked: id
	});
}
/** User names become the numbers that GitLab wants. */
async function accountsOf(api, names) {
	const accounts = [];
	for (const name of names) accounts.push(/^\d+$/.test(name) ? name : await accountOf(api, name));
	return accounts;
}
async function accountOf(api, username) {
	const reply = await api.http.send({
		path: "/users",
		query: { username }
	});
	const [user] = await require_refusal.expect(api, username, {
		reply,
		shape: usersShape
	});
	if (user !== void 0) return String(user.id);
	throw new require_git.Fault("usage", `${api.remote} knows no user ${username}.`, {
		found: username,
		wanted: "a user name"
	});
}
function differ(wanted, told) {
	const sorted = (names) => [...new Set(names.map((name) => name.trim().toLowerCase()))].sort();
	return sorted(wanted).join("\n") !== sorted(told).join("\n");
}

// src/providers/gitlab/index.ts
/** GitLab issues, on gitlab.com and self-managed servers. */
const provider = require_provider.defineTracker({
	id: "gitlab",
	grammar: "gitlab",
	capabilities: {
		remote: true,
		all: false,
		batch: 100
	},
	settings: require_settings.gitlabSettings,
	access,
	connect(remote, settings, { http }) {
		const api = gitlabApi(remote, settings, http);
		const identity = require_core.once(() => identityOf(api));
		const believed = require_ask_many.believer(async () => await http.authenticated() ? identity() : null);
		const many = async (ids) => {
			const asked = ids.filter((id) => toldById(id) === null);
			const answers = await believed(await askForMany(api, asked));
			return new Map(ids.map((id) => [id, toldById(id) ?? answers.get(id) ?? require_core.SILENT]));
		};
		const one = require_ask_many.oneOf(many);
		/** The ticket under its present id, so that nothing is written to where an issue was. */
		const present = async (id) => require_present.ticketIn(remote, id, await one(id));
		return {
			remote,
			identity,
			many,
			one,
			list: (query) => list(api, identity, { query }),
			search: (text, query) => list(api, identity, {
				text,
				query
			}),
			links: async (id) => linksOf(api, (await present(id)).id),
			history: async (id) => historyOf(api, (await present(id)).id),
			recordsText: false,
			pasts: (ids) => pastsOf(api, many, ids),
			comments: async (id) => commentsOf(api, await present(id)),
			setState: async (id, target) => setState(api, await present(id), target),
			edit: async (id, fields) => edit(api, await present(id), fields),
			comment: async (id, text, mark) => require_refusal.comment(commentPort(api, identity, await present(id)), {
				text: require_quick_actions.inert(text),
				mark
			})
		};
	}
});

exports.provider = provider;