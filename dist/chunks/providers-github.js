"use strict";

const require_core = require("./core.js");
const require_ask_many = require("./providers-ask-many.js");
const require_refusal = require("./providers-refusal.js");
const require_present = require("./providers-present.js");
const require_provider = require("./providers-provider.js");
const require_access = require("./providers-github-access.js");
const require_answer = require("./providers-answer.js");
const require_github_remedy = require("./providers-github-remedy.js");
const require_trouble = require("./providers-trouble.js");
const require_text = require("./providers-text.js");
const require_git = require("./git.js");
const require_oldest_change_first = require("./providers-oldest-change-first.js");
const require_past_of = require("./providers-past-of.js");
const require_settings = require("./providers-github-settings.js");

// src/providers/github/schema.ts
/** An account. */
function userShape(z) {
	return z.object({
		login: z.string(),
		id: z.number().int(),
		type: z.string().nullish(),
		email: z.string().nullish()
	});
}
/** A repository. An internal one is called private here. */
function repositoryShape$1(z) {
	return z.object({ private: z.boolean() });
}
/** Fields that the API versions 2022-11-28 and 2026-03-10 both have. */
function issueShape(z) {
	return z.object({
		number: z.number().int(),
		title: z.string(),
		body: z.string().nullish(),
		state: z.string(),
		state_reason: z.string().nullish(),
		html_url: z.string(),
		repository_url: z.string(),
		user: userShape(z).nullish(),
		assignees: z.array(userShape(z)).nullish(),
		labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])),
		type: z.object({ name: z.string() }).nullish(),
		milestone: z.object({ title: z.string() }).nullish(),
		parent_issue_url: z.string().nullish(),
		author_association: z.string().nullish(),
		pull_request: z.object({ html_url: z.string().nullish() }).nullish(),
		created_at: z.string(),
		updated_at: z.string()
	});
}
/** One page of a list. */
function issuesShape(z) {
	return z.array(issueShape(z));
}
/** One page of a search. */
function foundShape(z) {
	return z.object({ items: issuesShape(z) });
}
/** A comment. */
function commentShape(z) {
	return z.object({
		id: z.number().int(),
		body: z.string().nullish(),
		html_url: z.string(),
		user: userShape(z).nullish(),
		created_at: z.string(),
		updated_at: z.string()
	});
}
/** One page of comments. */
function commentsShape(z) {
	return z.array(commentShape(z));
}
/** One entry of a timeline. Each kind fills in what it has. */
function eventsShape(z) {
	const named = z.object({ name: z.string() }).nullish();
	return z.array(z.object({
		event: z.string().optional(),
		created_at: z.string().nullish(),
		actor: userShape(z).nullish(),
		commit_id: z.string().nullish(),
		commit_url: z.string().nullish(),
		state_reason: z.string().nullish(),
		label: z.object({ name: z.string().nullish() }).nullish(),
		assignee: userShape(z).nullish(),
		milestone: z.object({ title: z.string() }).nullish(),
		rename: z.object({
			from: z.string(),
			to: z.string()
		}).nullish(),
		issue_type: named,
		prev_issue_type: named,
		parent_issue: z.object({
			number: z.number().int(),
			repository_url: z.string()
		}).nullish(),
		source: z.object({ issue: issueShape(z).nullish() }).nullish()
	}));
}
/** The words in which GitHub refuses something. */
function errorShape(z) {
	return z.object({
		message: z.string(),
		errors: z.array(z.union([z.string(), z.object({
			message: z.string().nullish(),
			field: z.string().nullish(),
			code: z.string().nullish(),
			value: z.unknown()
		})])).nullish().catch(null)
	});
}

// src/providers/github/api.ts
/** The oldest version that is supported everywhere; newer ones only lack fields that we don't read. */
const HEADERS = {
	accept: "application/vnd.github+json",
	"x-github-api-version": "2022-11-28"
};
/** How a remote's REST and GraphQL are asked; nothing is yet. */
function githubApi(remote, settings, http) {
	return {
		remote,
		settings,
		http,
		lacks: /* @__PURE__ */ new Set(),
		rest: (request) => http.send({
			...request,
			headers: {
				...HEADERS,
				...request.headers
			}
		}),
		graphql: (query, variables) => http.send({
			method: "POST",
			path: require_access.graphqlAddress(http.base),
			headers: HEADERS,
			json: {
				query,
				variables
			},
			reads: true
		}),
		async said(reply) {
			const { message, errors } = await require_answer.readJson(remote, reply, errorShape);
			return [message, ...(errors ?? []).map(wordsOf)].join("; ");
		},
		remedy: require_github_remedy.githubRemedy
	};
}
function wordsOf(error) {
	if (typeof error === "string") return error;
	return [
		error.field,
		error.code,
		error.message,
		error.value
	].filter(Boolean).map(String).join(" ");
}
/** A higher number is no Int of GraphQL's, and would have a whole batch refused. */
const MOST_NUMBER = 2 ** 31 - 1;
/** An address below `/repos/`, for an id in its grammar; null: it is none. */
function placeOf(id) {
	const [, repository, number] = /^([\w-]+\/(?!\.{1,2}#)[\w.-]+)#([1-9]\d*)$/.exec(id) ?? [];
	if (repository === void 0 || number === void 0 || Number(number) > MOST_NUMBER) return null;
	return {
		repository,
		number,
		path: `/repos/${repository}/issues/${number}`
	};
}
/** The answer for an id that names no issue of GitHub's. */
const NO_ID = {
	status: "absent",
	detail: "it is no id of a GitHub issue"
};

// src/providers/github/person.ts
/** Somebody in GraphQL's words. */
function actorOf(actor) {
	return personOf(actor && {
		...actor,
		id: actor.databaseId,
		type: actor.__typename
	});
}
/** A person under the login, which may change hands, with the number that does not. GraphQL calls programs without `[bot]`. */
function personOf(user) {
	if (user === null || user === void 0) return null;
	const account = user.id === null || user.id === void 0 ? {} : { account: String(user.id) };
	const login = require_text.cleanLine(user.login);
	const isBot = user.type === "Bot" || login.endsWith("[bot]");
	return {
		name: login,
		email: "",
		...account,
		login,
		...isBot ? { isBot } : {}
	};
}

// src/providers/github/pages.ts
/** Page after page, each only when it is wanted. `about`: what is listed, for messages. */
async function* pages(api, about, { request, shape }) {
	let next = request;
	while (next !== null) {
		const reply = await api.rest(next);
		yield await require_refusal.expect(api, about, {
			reply,
			shape
		});
		const link = nextIn(reply.headers.link ?? "");
		next = link === null || link === reply.url ? null : { path: link };
	}
}
/** One page by its number, which counts from 0. */
async function pageAt(api, about, { request, shape, number }) {
	const query = {
		...request.query,
		page: number + 1
	};
	const reply = await api.rest({
		...request,
		query
	});
	return {
		items: await require_refusal.expect(api, about, {
			reply,
			shape
		}),
		more: nextIn(reply.headers.link ?? "") !== null
	};
}
/** RFC 8288: `<https://…?page=2>; rel="next", <…>; rel="last"`. */
function nextIn(link) {
	return /<([^>]+)>\s*;[^<]*\brel="?next"?/.exec(link)?.[1] ?? null;
}

// src/providers/github/timeline.ts
/** All that happened to an issue, oldest first. */
async function* timeline(api, id) {
	const request = {
		path: `${placeOf(id)?.path ?? ""}/timeline`,
		query: { per_page: 100 }
	};
	for await (const events of pages(api, id, {
		request,
		shape: eventsShape
	})) yield* events;
}

// src/providers/github/origin.ts
/** How GitHub calls authors with rights of their own. Who once had a commit merged (`CONTRIBUTOR`) has none. */
const INSIDERS = /* @__PURE__ */ new Set([
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
]);
/** What only accounts with rights can do to an issue. */
const TAKING_UP = /* @__PURE__ */ new Set([
	"assigned",
	"labeled",
	"milestoned"
]);
/** Whether an issue's author has no rights in its repository. */
function isOutsider(association) {
	return !INSIDERS.has(association?.toUpperCase() ?? "");
}
/** An outsider's issue, with the people who took it up. */
function originOf(author, actors) {
	const vouchers = actors.flatMap((actor) => actor?.type === "User" ? personOf(actor) ?? [] : []).filter(({ name, account }) => name !== author?.name && !isSame(account, author));
	return {
		outsider: true,
		vouchers: [...new Map(vouchers.map((one) => [one.account ?? one.name, one])).values()]
	};
}
function isSame(account, author) {
	return account !== void 0 && account === author?.account;
}
/** The origin of an outsider's issue by REST, unless its repository is told to be private: nobody else gets in there. */
async function originAt(api, repositories, { id, project, createdBy }) {
	if (await repositories(project ?? "") === "private") return {};
	const actors = [];
	for await (const { event, actor } of timeline(api, id)) if (actor && TAKING_UP.has(event ?? "")) actors.push(actor);
	return { origin: originOf(createdBy, actors) };
}

// src/providers/github/map.ts
/** GitHub's states as we name them: a closed issue by the reason why. */
const STATES = {
	open: "open",
	closed: "done",
	not_planned: "canceled",
	duplicate: "canceled"
};
/** The name of a state: `open`, `closed` (completed, or no reason told), `not_planned`, `duplicate`. */
function stateName(state, reason) {
	if (state.toLowerCase() !== "closed") return state.toLowerCase();
	const why = reason?.toLowerCase();
	return why === "not_planned" || why === "duplicate" ? why : "closed";
}
/** A state under its name in the policy's and GitHub's words. */
function stateNamed(name, settings) {
	const told = Object.entries(STATES).find(([one]) => one === name)?.[1] ?? "unknown";
	return require_ask_many.stateOf(name, told, settings.status_map);
}
/** `owner/repo` of an API address such as `https://api.github.com/repos/owner/repo`. */
function repositoryIn(url) {
	return /\/repos\/([^/]+\/[^/]+)/.exec(url)?.[1] ?? "";
}
/** An issue in REST's words. */
function fromRest(issue) {
	const parent = /\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(issue.parent_issue_url ?? "");
	return {
		repository: repositoryIn(issue.repository_url),
		number: issue.number,
		title: issue.title,
		body: issue.body ?? "",
		state: stateName(issue.state, issue.state_reason),
		url: issue.html_url,
		author: personOf(issue.user),
		assignees: (issue.assignees ?? []).flatMap((user) => personOf(user) ?? []),
		labels: issue.labels.flatMap((label) => typeof label === "string" ? label : label.name ?? []),
		type: issue.type?.name ?? null,
		milestone: issue.milestone?.title ?? null,
		parent: parent === null ? null : `${parent[1]}#${parent[2]}`,
		createdAt: issue.created_at,
		updatedAt: issue.updated_at
	};
}
/** The same in GraphQL's. */
function fromGraphql(node) {
	const { number, title, body, url, createdAt, updatedAt, repository, authorAssociation } = node;
	const author = actorOf(node.author);
	const isStrange = isOutsider(authorAssociation) && !repository.isPrivate;
	const actors = (node.timelineItems.nodes ?? []).map((event) => {
		const actor = event?.actor;
		return actor && {
			...actor,
			id: actor.databaseId,
			type: actor.__typename
		};
	});
	return {
		number,
		title,
		body,
		url,
		createdAt,
		updatedAt,
		repository: repository.nameWithOwner,
		state: stateName(node.state, node.stateReason),
		author,
		...isStrange ? { origin: originOf(author, actors) } : {},
		assignees: (node.assignees.nodes ?? []).flatMap((one) => actorOf(one) ?? []),
		labels: (node.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
		type: node.issueType?.name ?? null,
		milestone: node.milestone?.title ?? null,
		parent: parentOf(node.parent)
	};
}
function parentOf(parent) {
	return parent && `${parent.repository.nameWithOwner}#${parent.number}`;
}
/** `asked`: the id that it was looked up by; null: it was listed. */
function ticketOf(told, { remote, settings, asked }) {
	const id = spelled(`${told.repository}#${told.number}`, asked ?? `${settings.repo}#${told.number}`);
	const { description, ...unshown } = require_text.described(told.body);
	const type = require_ask_many.typeOf(told.type);
	return {
		remote,
		id,
		key: id,
		url: told.url,
		title: require_text.cleanLine(told.title),
		type: type && {
			...type,
			name: require_text.cleanLine(type.name)
		},
		state: stateNamed(told.state, settings),
		project: told.repository,
		assignees: told.assignees,
		createdBy: told.author,
		labels: told.labels.map(require_text.cleanLine),
		parent: told.parent ?? null,
		...told.parent === void 0 ? { untold: ["parent"] } : {},
		createdAt: require_text.utc(told.createdAt),
		updatedAt: require_text.utc(told.updatedAt),
		archived: false,
		movedFrom: asked === null || asked === id ? null : asked,
		description,
		...unshown,
		criteria: require_text.criteriaIn(description),
		affected: [],
		path: null,
		versions: told.milestone === null ? [] : [require_text.cleanLine(told.milestone)],
		...told.origin === void 0 ? {} : { origin: told.origin }
	};
}
/** GitHub compares names without case; an id keeps the spelling that the policy knows it by. */
function spelled(told, known) {
	return told.toLowerCase() === known.toLowerCase() ? known : told;
}

// src/providers/github/one.ts
/** The answer for a number that belongs to a pull request. */
const PULL_REQUEST = {
	status: "absent",
	detail: "it is a pull request",
	isChange: true
};
/** REST's answer for one issue, a transferred one under its new id. Throws the Faults of a refusal. */
async function askOne(api, repositories, id) {
	const place = placeOf(id);
	if (place === null) return NO_ID;
	const reply = await api.rest({ path: place.path });
	if (reply.status === 404) return missing(api, repositories, {
		id,
		repository: place.repository,
		url: reply.url
	});
	if (reply.status === 410) return gone(await require_refusal.refusal(api, id, reply));
	const issue = await require_refusal.expectFact(api, id, {
		reply,
		shape: issueShape
	});
	if (issue.pull_request) return PULL_REQUEST;
	const { remote, settings } = api;
	const ticket = ticketOf(fromRest(issue), {
		remote,
		settings,
		asked: id
	});
	if (!isOutsider(issue.author_association)) return {
		status: "found",
		ticket,
		source: "api"
	};
	const origin = await originAt(api, repositories, ticket);
	return {
		status: "found",
		ticket: {
			...ticket,
			...origin
		},
		source: "api"
	};
}
/** GitHub answers 404 for what is not there, and for what the asker may not know of. */
async function missing(api, repositories, { id, repository, url }) {
	if (!await api.http.authenticated()) return {
		status: "forbidden",
		detail: "no credential was used, and a private issue looks the same as none"
	};
	if (!url.toLowerCase().endsWith(placeOf(id)?.path.toLowerCase() ?? "")) return {
		status: "forbidden",
		detail: "it was moved to where this credential sees nothing"
	};
	if (await repositories(repository) !== "hidden") return { status: "absent" };
	return {
		status: "forbidden",
		detail: UNSEEN
	};
}
/** What is said of a repository that answers 404. */
const UNSEEN = "its repository is not there, or not for this credential";
/** 410: it was deleted, or the repository has its issues switched off. */
function gone({ found = "" }) {
	return {
		status: "absent",
		detail: /deleted/i.test(found) ? "it was deleted" : found
	};
}

// src/providers/github/query.ts
/** Fields and arguments of GraphQL that github.com has and an older Enterprise Server may not; it is asked again without. */
const OPTIONAL = [
	"issueType",
	"parent",
	"enableDuplicate"
];
/** A query for many issues: one block a repository (`r0`), one alias an issue (`i12`). `fields`: what is asked of each. */
function batchQuery(wanted, fields) {
	const names = wanted.map((_, at) => `$o${at}:String!,$n${at}:String!`).join(",");
	const blocks = wanted.map(({ numbers }, at) => `r${at}:repository(owner:$o${at},name:$n${at}){${numbers.map(alias).join(" ")}}`);
	const variables = wanted.flatMap(({ repository }, at) => {
		const [owner = "", name = ""] = repository.split("/");
		return [[`o${at}`, owner], [`n${at}`, name]];
	});
	return {
		query: `query(${names}){${blocks.join(" ")}} fragment F on Issue{${fields}}`,
		variables: Object.fromEntries(variables)
	};
}
function alias(number) {
	return `i${number}:issueOrPullRequest(number:${number}){__typename ...F}`;
}
const ACTOR = "{__typename login ...on User{databaseId}...on Bot{databaseId}...on Mannequin{databaseId}...on Organization{databaseId}}";
/** What a ticket is made of. GitHub allows 10 assignees and 100 labels. A pull request is asked for nothing of it. */
function ticketFields(lacks) {
	const type = lacks.has("issueType") ? "" : "issueType{name}";
	const parent = lacks.has("parent") ? "" : "parent{number repository{nameWithOwner}}";
	return `number title body state ${reason(lacks)} url createdAt updatedAt ${type} ${parent}
repository{nameWithOwner isPrivate} milestone{title} author${ACTOR} authorAssociation
assignees(first:20){nodes{login databaseId}} labels(first:100){nodes{name}}
timelineItems(itemTypes:[ASSIGNED_EVENT,LABELED_EVENT,MILESTONED_EVENT],first:50){nodes{
...on AssignedEvent{actor${ACTOR}}...on LabeledEvent{actor${ACTOR}}...on MilestonedEvent{actor${ACTOR}}}}`;
}
/** What a ticket's past is made of: GitHub has two states, and reasons why one is closed. */
function pastFields(lacks) {
	return `state ${reason(lacks)} createdAt timelineItems(itemTypes:[CLOSED_EVENT,REOPENED_EVENT],first:100){
pageInfo{hasNextPage} nodes{__typename ...on ClosedEvent{createdAt stateReason actor${ACTOR}}...on ReopenedEvent{createdAt actor${ACTOR}}}}`;
}
function reason(lacks) {
	return lacks.has("enableDuplicate") ? "stateReason" : "stateReason(enableDuplicate:true)";
}
/** When a description was changed last, and by whom. */
const EDITED_QUERY = `query($owner:String!,$name:String!,$number:Int!){repository(owner:$owner,name:$name){issue(number:$number){
lastEditedAt editor${ACTOR}}}}`;
/** What is linked to an issue under "Development". */
const LINKS_QUERY = `query($owner:String!,$name:String!,$number:Int!){repository(owner:$owner,name:$name){issue(number:$number){
closedByPullRequestsReferences(first:100,includeClosedPrs:true){nodes{number title url repository{nameWithOwner}}}
linkedBranches(first:100){nodes{ref{name repository{nameWithOwner}}}}}}}`;
/** Whose token it is; the only such question that an app's token may ask. */
const VIEWER_QUERY = "query{viewer{login databaseId}}";

// src/providers/github/batch.ts
/** GraphQL calls a transferred, a deleted and a missing issue the same; only REST tells them apart. */
const NOT_IN_GRAPHQL = { status: "absent" };
/** At most `MOST_ALIASES` issues in one query. */
async function askBatch(api, ids, asked) {
	const wanted = byRepository(ids);
	const { data, errors } = await ask$1(api, wanted, asked);
	const at = new Map(wanted.map(({ repository }, index) => [repository, `r${index}`]));
	return new Map(ids.map((id) => {
		const place = placeOf(id);
		if (place === null) return [id, { lookup: NO_ID }];
		const block = at.get(place.repository) ?? "";
		const nodes = data[block];
		const lookup = (path, missing) => ({ lookup: refused(api, errorAt(errors, path), missing) });
		if (!nodes) return [id, lookup([block], {
			status: "forbidden",
			detail: UNSEEN
		})];
		const node = nodes[`i${place.number}`];
		if (!node) return [id, lookup([block, `i${place.number}`], NOT_IN_GRAPHQL)];
		return [id, node.__typename === "Issue" ? { node } : { lookup: PULL_REQUEST }];
	}));
}
function byRepository(ids) {
	const numbers = /* @__PURE__ */ new Map();
	for (const id of ids) {
		const place = placeOf(id);
		if (place === null) continue;
		numbers.set(place.repository, [...numbers.get(place.repository) ?? [], place.number]);
	}
	return [...numbers].map(([repository, of]) => ({
		repository,
		numbers: of
	}));
}
/** Asks, and asks again without what an older server does not know. */
async function ask$1(api, wanted, { fields, shape }) {
	for (let tries = 0;; tries++) {
		const { query, variables } = batchQuery(wanted, fields(api.lacks));
		const reply = await api.graphql(query, variables);
		if (reply.status !== 200) throw await require_refusal.factRefusal(api, "the batch", reply);
		const { data, errors } = await readBatch(api, reply, shape);
		if (data) return {
			data,
			errors
		};
		const unknown = errors.flatMap(({ extensions }) => unknownIn(extensions));
		if (unknown.length === 0 || tries >= OPTIONAL.length) throw wholeRefusal(api, errors);
		for (const name of unknown) api.lacks.add(name);
	}
}
async function readBatch({ remote }, reply, shape) {
	const { data, errors } = await require_answer.readJson(remote, reply, shape);
	return {
		data: data ?? null,
		errors: errors ?? []
	};
}
function unknownIn(extensions) {
	return OPTIONAL.filter((one) => one === extensions?.fieldName || one === extensions?.argumentName);
}
function wholeRefusal({ remote }, errors) {
	const found = errors.map(({ message }) => message).join("; ");
	if (errors.some(({ type }) => type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES")) return require_trouble.trouble("forbidden", `${remote} refuses a batch of issues to this credential.`, { found });
	return require_trouble.trouble("unavailable", `${remote} did not answer a batch of issues.`, { found });
}
function errorAt(errors, path) {
	return errors.find((error) => error.path?.length === path.length && path.every((part, at) => error.path?.[at] === part));
}
/** `missing`: what NOT_FOUND means at this place. A hole without an error says nothing about the ticket. */
function refused({ remote }, error, missing) {
	switch (error?.type) {
		case "NOT_FOUND": return missing;
		case "FORBIDDEN":
		case "INSUFFICIENT_SCOPES": return {
			status: "forbidden",
			detail: require_trouble.trouble("forbidden", error.message).message
		};
		default: return {
			status: "unavailable",
			detail: `${remote} left it out of its answer. ${error?.message ?? ""}`.trim()
		};
	}
}

// src/providers/github/comment.ts
/** GitHub's own words: "body is too long (maximum is 65536 characters)". */
const LONGEST = 65536;
/** Everything that was written below an issue. `id` is the present one. */
async function commentsOf(api, id) {
	const comments = [];
	for await (const { id: number, html_url: url, user, body, created_at, updated_at } of stored(api, id)) comments.push({
		id: String(number),
		url,
		by: personOf(user),
		at: require_text.utc(created_at) ?? created_at,
		edited: updated_at !== created_at,
		text: require_text.cleanMarkdown(body ?? "")
	});
	return require_ask_many.oldestFirst(comments);
}
/** Comments of an issue, as one under a mark is kept among them. */
function commentPort(api, identity, id) {
	const { path: issue } = placeOf(id) ?? { path: "" };
	const path = `${issue}/comments`;
	return {
		remote: api.remote,
		limit: LONGEST,
		account: async () => (await identity()).account,
		async *list() {
			for await (const one of stored(api, id)) yield {
				at: `${issue.replace(/\/\d+$/, "")}/comments/${one.id}`,
				account: String(one.user?.id),
				body: one.body ?? "",
				posted: {
					id: String(one.id),
					url: one.html_url
				}
			};
		},
		async post(body) {
			const reply = await api.rest({
				method: "POST",
				path,
				json: { body }
			});
			const posted = await require_refusal.expect(api, id, {
				reply,
				shape: commentShape,
				wanted: 201
			});
			return {
				id: String(posted.id),
				url: posted.html_url
			};
		},
		async rewrite({ at }, body) {
			const reply = await api.rest({
				method: "PATCH",
				path: at,
				json: { body }
			});
			await require_refusal.expect(api, id, {
				reply,
				shape: commentShape
			});
		}
	};
}
async function* stored(api, id) {
	const request = {
		path: `${placeOf(id)?.path ?? ""}/comments`,
		query: { per_page: 100 }
	};
	for await (const page of pages(api, id, {
		request,
		shape: commentsShape
	})) yield* page;
}

// src/providers/github/graphql-schema.ts
/** One error beside or instead of data. `path` names the alias that it is about. */
function graphqlErrorShape(z) {
	return z.object({
		type: z.string().nullish(),
		message: z.string(),
		path: z.array(z.union([z.string(), z.number()])).nullish(),
		extensions: z.object({
			code: z.string().nullish(),
			fieldName: z.string().nullish(),
			argumentName: z.string().nullish()
		}).nullish()
	});
}
function nodesOf(z, node) {
	return z.object({ nodes: z.array(node.nullable()).nullish() });
}
function repositoryShape(z) {
	return z.object({ nameWithOwner: z.string() });
}
/** `isPrivate`: it is private or internal. */
function placeShape(z) {
	return repositoryShape(z).extend({ isPrivate: z.boolean() });
}
function actorShape(z) {
	return z.object({
		__typename: z.string().nullish(),
		login: z.string(),
		databaseId: z.number().int().nullish()
	});
}
/** An issue as the batch query asks for it. */
function issueNodeShape(z) {
	return z.object({
		__typename: z.literal("Issue"),
		number: z.number().int(),
		title: z.string(),
		body: z.string(),
		state: z.string(),
		stateReason: z.string().nullish(),
		url: z.string(),
		repository: placeShape(z),
		author: actorShape(z).nullish(),
		authorAssociation: z.string(),
		timelineItems: nodesOf(z, z.object({ actor: actorShape(z).nullish() })),
		assignees: nodesOf(z, actorShape(z)),
		labels: nodesOf(z, z.object({ name: z.string() })).nullish(),
		issueType: z.object({ name: z.string() }).nullish(),
		milestone: z.object({ title: z.string() }).nullish(),
		parent: z.object({
			number: z.number().int(),
			repository: repositoryShape(z)
		}).nullish(),
		createdAt: z.string(),
		updatedAt: z.string()
	});
}
/** The states of an issue, as the batch query asks for them. */
function pastNodeShape(z) {
	const event = z.object({
		__typename: z.string(),
		createdAt: z.string(),
		stateReason: z.string().nullish(),
		actor: actorShape(z).nullish()
	});
	return z.object({
		__typename: z.literal("Issue"),
		state: z.string(),
		stateReason: z.string().nullish(),
		createdAt: z.string(),
		timelineItems: nodesOf(z, event).extend({ pageInfo: z.object({ hasNextPage: z.boolean() }) })
	});
}
/** Repositories by alias, each with its issues by alias. */
function batchShape(issue) {
	return (z) => {
		const node = z.union([issue(z), z.object({ __typename: z.literal("PullRequest") })]);
		return z.object({
			data: z.record(z.string(), z.record(z.string(), node.nullable()).nullable()).nullish(),
			errors: z.array(graphqlErrorShape(z)).nullish()
		});
	};
}
/** When a description was changed last. */
function editedShape(z) {
	const issue = z.object({
		lastEditedAt: z.string().nullish(),
		editor: actorShape(z).nullish()
	});
	return z.object({
		data: z.object({ repository: z.object({ issue: issue.nullable() }).nullable() }).nullish(),
		errors: z.array(graphqlErrorShape(z)).nullish()
	});
}
/** What is linked to an issue under "Development". */
function linksShape(z) {
	const request = z.object({
		number: z.number().int(),
		title: z.string(),
		url: z.string(),
		repository: repositoryShape(z)
	});
	const branch = z.object({ ref: z.object({
		name: z.string(),
		repository: repositoryShape(z)
	}).nullish() });
	const issue = z.object({
		closedByPullRequestsReferences: nodesOf(z, request).nullish(),
		linkedBranches: nodesOf(z, branch)
	});
	return z.object({
		data: z.object({ repository: z.object({ issue: issue.nullable() }).nullable() }).nullish(),
		errors: z.array(graphqlErrorShape(z)).nullish()
	});
}
/** Whose token asks GraphQL. */
function viewerShape(z) {
	return z.object({ data: z.object({ viewer: actorShape(z) }) });
}

// src/providers/github/history.ts
/**
* Who changed what, oldest first. REST does not tell of a changed description, and GraphQL of the last change: without a
* credential, which GraphQL wants, there is no history that could be taken for a whole one. `id` is the present one.
*/
async function historyOf(api, id) {
	const events = [...await descriptionOf(api, id)];
	let state = "open";
	for await (const event of timeline(api, id)) {
		const at = require_text.utc(event.created_at);
		const change = changeIn(event, state);
		if (at === null || change === null) continue;
		if (change.field === "state") state = change.to ?? state;
		events.push({
			at,
			by: personOf(event.actor),
			...clean(change)
		});
	}
	return require_ask_many.oldestFirst(events);
}
async function descriptionOf(api, id) {
	if (!await api.http.authenticated()) throw require_trouble.trouble("credentials", `${api.remote} tells without a credential not when a description was changed.`);
	const [, owner, name, number] = /^([^/]+)\/(.+)#(\d+)$/.exec(id) ?? [];
	const reply = await api.graphql(EDITED_QUERY, {
		owner,
		name,
		number: Number(number)
	});
	const { data, errors } = await require_refusal.expect(api, id, {
		reply,
		shape: editedShape
	});
	const issue = data?.repository?.issue;
	if (!issue) throw require_trouble.trouble("unavailable", `${api.remote} does not tell when the description of ${id} was changed.`, { found: (errors ?? []).map(({ message }) => message).join("; ") });
	const at = require_text.utc(issue.lastEditedAt);
	return at === null ? [] : [{
		at,
		by: actorOf(issue.editor),
		field: "description",
		from: null,
		to: null
	}];
}
/** `state`: the state before. Null: nothing of the issue itself was changed. */
function changeIn(event, state) {
	const { label, assignee, milestone, rename, issue_type, prev_issue_type, parent_issue } = event;
	const parent = parent_issue ? `${repositoryIn(parent_issue.repository_url)}#${parent_issue.number}` : null;
	switch (event.event) {
		case "closed": return {
			field: "state",
			from: state,
			to: stateName("closed", event.state_reason)
		};
		case "reopened": return {
			field: "state",
			from: state,
			to: "open"
		};
		case "labeled": return {
			field: "labels",
			from: null,
			to: label?.name ?? null
		};
		case "unlabeled": return {
			field: "labels",
			from: label?.name ?? null,
			to: null
		};
		case "assigned": return {
			field: "assignees",
			from: null,
			to: assignee?.login ?? null
		};
		case "unassigned": return {
			field: "assignees",
			from: assignee?.login ?? null,
			to: null
		};
		case "renamed": return {
			field: "title",
			from: rename?.from ?? null,
			to: rename?.to ?? null
		};
		case "milestoned": return {
			field: "milestone",
			from: null,
			to: milestone?.title ?? null
		};
		case "demilestoned": return {
			field: "milestone",
			from: milestone?.title ?? null,
			to: null
		};
		case "issue_type_added":
		case "issue_type_changed": return {
			field: "type",
			from: prev_issue_type?.name ?? null,
			to: issue_type?.name ?? null
		};
		case "issue_type_removed": return {
			field: "type",
			from: (prev_issue_type ?? issue_type)?.name ?? null,
			to: null
		};
		case "parent_issue_added": return {
			field: "parent",
			from: null,
			to: parent
		};
		case "parent_issue_removed": return {
			field: "parent",
			from: parent,
			to: null
		};
		case "transferred": return {
			field: "project",
			from: null,
			to: null
		};
		default: return null;
	}
}
function clean({ field, from, to }) {
	return {
		field,
		from: from === null ? null : require_text.cleanLine(from),
		to: to === null ? null : require_text.cleanLine(to)
	};
}

// src/providers/github/identity.ts
/** Whose token it is. The token of an app, such as that of an Actions run, may not ask REST, but GraphQL. */
async function identityOf(api) {
	if (!await api.http.authenticated()) throw require_trouble.trouble("credentials", `${api.remote} is asked without a credential.`);
	const reply = await api.rest({ path: "/user" });
	if (reply.status === 403) return viewer(api);
	const { id, login, email } = await require_refusal.expect(api, "the account", {
		reply,
		shape: userShape
	});
	const scopes = reply.headers["x-oauth-scopes"];
	return {
		account: String(id),
		name: login,
		login,
		email: email ?? null,
		rights: scopes === void 0 ? null : scopes.split(/\s*,\s*/).filter(Boolean)
	};
}
async function viewer(api) {
	const reply = await api.graphql(VIEWER_QUERY, {});
	const { data } = await require_refusal.expect(api, "the account", {
		reply,
		shape: viewerShape
	});
	const { login, databaseId } = data.viewer;
	return {
		account: String(databaseId ?? login),
		name: login,
		login,
		email: null,
		rights: null
	};
}

// src/providers/github/links.ts
/** Pull requests and branches under "Development", commits and pull requests that mention it. `id` is the present one. */
async function linksOf(api, id) {
	const development = await api.http.authenticated() ? await developmentOf(api, id) : [];
	const mentioned = [];
	for await (const event of timeline(api, id)) mentioned.push(...mentionsIn(event));
	const links = /* @__PURE__ */ new Map();
	for (const link of [...development, ...mentioned.sort(closingFirst)]) {
		const key = `${link.kind} ${link.repository?.toLowerCase()} ${link.ref}`;
		if (!links.has(key)) links.set(key, link);
	}
	return [...links.values()];
}
function closingFirst(one, other) {
	return Number(other.relation === "closes") - Number(one.relation === "closes");
}
async function developmentOf(api, id) {
	const [, owner, name, number] = /^([^/]+)\/(.+)#(\d+)$/.exec(id) ?? [];
	const reply = await api.graphql(LINKS_QUERY, {
		owner,
		name,
		number: Number(number)
	});
	const { data } = await require_refusal.expect(api, id, {
		reply,
		shape: linksShape
	});
	const issue = data?.repository?.issue;
	const requests = (issue?.closedByPullRequestsReferences?.nodes ?? []).flatMap((node) => {
		if (node === null) return [];
		const { nameWithOwner: repository } = node.repository;
		const { url, title } = node;
		return [{
			kind: "pull-request",
			ref: String(node.number),
			repository,
			url,
			title: require_text.cleanLine(title),
			relation: "closes"
		}];
	});
	const branches = (issue?.linkedBranches.nodes ?? []).flatMap((node) => {
		if (!node?.ref) return [];
		const { nameWithOwner: repository } = node.ref.repository;
		return [{
			kind: "branch",
			ref: node.ref.name,
			repository,
			url: null,
			title: null,
			relation: "mentions"
		}];
	});
	return [...requests, ...branches];
}
function mentionsIn({ event, commit_id, commit_url, source }) {
	const relation = event === "closed" ? "closes" : "mentions";
	if ((event === "closed" || event === "referenced") && commit_id) return [{
		kind: "commit",
		ref: commit_id,
		repository: repositoryIn(commit_url ?? "") || null,
		url: commit_url ?? null,
		title: null,
		relation
	}];
	const issue = event === "cross-referenced" ? source?.issue : null;
	if (!issue?.pull_request) return [];
	return [{
		kind: "pull-request",
		ref: String(issue.number),
		repository: repositoryIn(issue.repository_url),
		url: issue.html_url,
		title: require_text.cleanLine(issue.title),
		relation: "mentions"
	}];
}

// src/providers/github/many.ts
const TICKET = {
	fields: ticketFields,
	shape: batchShape(issueNodeShape)
};
/** GraphQL for several, REST for one; REST alone without a credential, which GraphQL wants always. */
async function askForMany(api, repositories, ids) {
	const known = ids.length > 0 && await api.http.authenticated().catch(() => true);
	const one = async (id) => /* @__PURE__ */ new Map([[id, await askOne(api, repositories, id)]]);
	const answers = await require_ask_many.askMany(ids, known ? 50 : 1, async (batch) => {
		const [first = ""] = batch;
		return batch.length === 1 ? one(first) : askTogether(api, batch);
	});
	const doubtful = ids.filter((id) => answers.get(id) === NOT_IN_GRAPHQL);
	if (doubtful.length === 0) return answers;
	return new Map([...answers, ...await require_ask_many.askMany(doubtful, 1, ([id = ""]) => one(id))]);
}
/** At most `MOST_ALIASES` issues by GraphQL alone. */
async function askTogether(api, ids) {
	const { remote, settings } = api;
	const answers = await askBatch(api, ids, TICKET);
	return new Map([...answers].map(([id, answer]) => {
		if ("lookup" in answer) return [id, answer.lookup];
		return [id, {
			status: "found",
			ticket: ticketOf(fromGraphql(answer.node), {
				remote,
				settings,
				asked: id
			}),
			source: "api"
		}];
	}));
}

// src/providers/github/list.ts
/** Issues of the configured repository, newest or oldest change first. */
async function* list(api, { identity, repositories }, query) {
	const wanted = await resolved(identity, query);
	const ask = (since, direction) => ({
		path: `/repos/${api.settings.repo}/issues`,
		query: {
			state: stateParameter(api, wanted),
			labels: native(wanted.labels)?.join(","),
			assignee: nativeLogin(wanted),
			since,
			sort: "updated",
			direction,
			per_page: 100
		}
	});
	const about = api.settings.repo;
	const all = query.order === "oldest-first" ? require_oldest_change_first.oldestChangeFirst({
		since: wanted.updatedSince,
		page: (since, number) => pageAt(api, about, {
			request: ask(since, "asc"),
			shape: issuesShape,
			number
		}),
		mark: ({ number, updated_at }) => ({
			id: String(number),
			at: updated_at
		})
	}) : pages(api, about, {
		request: ask(wanted.updatedSince, "desc"),
		shape: issuesShape
	});
	for await (const issues of all) yield* withOrigins(api, repositories, fitting(api, issues, wanted));
}
/** Issues with the text as a phrase in title or description: the first 1,000 hits, which is where GitHub ends. */
async function* search(api, { identity, repositories }, { text, query = {} }) {
	const wanted = await resolved(identity, query);
	const phrase = text.replace(/["\\\s]+/g, " ").trim();
	if (phrase === "") throw new require_git.Fault("usage", `${api.remote} can't be searched for nothing.`);
	const state = stateParameter(api, wanted);
	const login = nativeLogin(wanted);
	const request = {
		path: "/search/issues",
		query: {
			q: [
				`"${phrase}"`,
				`repo:${api.settings.repo}`,
				"is:issue",
				"in:title,body",
				...state === "all" ? [] : [`state:${state}`],
				...login === void 0 ? [] : [`assignee:${login}`],
				...(native(wanted.labels) ?? []).map((label) => `label:"${label.replaceAll("\"", "")}"`)
			].join(" "),
			sort: "updated",
			order: query.order === "oldest-first" ? "asc" : "desc",
			per_page: 100
		}
	};
	for await (const { items } of pages(api, "the search", {
		request,
		shape: foundShape
	})) yield* withOrigins(api, repositories, fitting(api, items, wanted));
}
/** Pull requests are listed among the issues. What GitHub can't narrow is narrowed here. */
function fitting({ remote, settings }, issues, query) {
	return issues.flatMap((issue) => {
		if (issue.pull_request) return [];
		const ticket = ticketOf(fromRest(issue), {
			remote,
			settings,
			asked: null
		});
		if (!require_ask_many.fits(ticket, query) || !isOf(ticket, query)) return [];
		return [{
			ticket,
			isStrange: isOutsider(issue.author_association)
		}];
	});
}
/** A page is asked for its strangers' issues together. Without a credential they are told without anybody who took them up. */
async function* withOrigins(api, repositories, listed) {
	const strange = listed.flatMap(({ ticket, isStrange }) => isStrange ? ticket.id : []);
	const isPublic = strange.length > 0 && await repositories(api.settings.repo) !== "private";
	const told = isPublic && await api.http.authenticated() ? await require_ask_many.askMany(strange, 50, (ids) => askTogether(api, ids)) : null;
	for (const { ticket, isStrange } of listed) {
		const lookup = told?.get(ticket.id);
		const origin = lookup?.status === "found" && lookup.ticket.origin || originOf(ticket.createdBy, []);
		yield isPublic && isStrange ? {
			...ticket,
			origin
		} : ticket;
	}
}
/** `@me` becomes the login. An e-mail address names nobody here: GitHub does not tell it. */
async function resolved(identity, query) {
	if (query.assignee === "@me") return {
		...query,
		assignee: (await identity()).name
	};
	if (query.assignee?.includes("@") === true) throw new require_git.Fault("usage", "GitHub finds no assignee by e-mail address.", {
		found: query.assignee,
		wanted: "a login, an account's number or @me"
	});
	return query;
}
/** Which of GitHub's two states can hold what is wanted, by the policy's map too. */
function stateParameter({ settings }, { states = [] }) {
	if (states.length === 0) return "all";
	const names = Object.keys(STATES).filter((name) => states.some((one) => require_ask_many.isState(one, stateNamed(name, settings))));
	if (names.length === 0) return "all";
	if (names.every((name) => name === "open")) return "open";
	return names.includes("open") ? "all" : "closed";
}
/** A number may be a login or an account: both are looked for here. */
function nativeLogin({ assignee }) {
	return assignee === void 0 || /^\d+$/.test(assignee) ? void 0 : assignee;
}
/** Labels that can be named in a list with commas between. */
function native(labels) {
	const fit = labels?.filter((label) => !label.includes(","));
	return fit === void 0 || fit.length === 0 ? void 0 : fit;
}
/** What neither a list nor a search is sure to have narrowed. */
function isOf({ assignees, updatedAt }, { assignee, updatedSince }) {
	return (assignee === void 0 || assignees.some(({ name, account }) => require_ask_many.isSame(name, assignee) || account === assignee)) && (updatedSince === void 0 || Date.parse(updatedAt ?? "") >= Date.parse(updatedSince));
}

// src/providers/github/pasts.ts
const PAST = {
	fields: pastFields,
	shape: batchShape(pastNodeShape)
};
/** Every issue begins open. Fifty are asked for together; what GraphQL does not tell whole is asked of REST, one by one. */
async function pastsOf(api, many, ids) {
	const known = ids.length > 0 && await api.http.authenticated().catch(() => true);
	const rest = new Set(known ? [] : ids);
	const told = await require_ask_many.askPasts(known ? ids : [], 50, async (batch) => {
		const pasts = /* @__PURE__ */ new Map();
		for (const [id, answer] of await askBatch(api, batch, PAST)) if ("node" in answer && !answer.node.timelineItems.pageInfo.hasNextPage) pasts.set(id, pastIn(api, answer.node));
		else if ("node" in answer || answer.lookup === NOT_IN_GRAPHQL) rest.add(id);
		else pasts.set(id, require_past_of.untoldBy(api.remote, id, answer.lookup));
		return pasts;
	});
	const singly = await require_ask_many.askPasts([...rest], 1, async ([id = ""]) => {
		const ticket = require_present.ticketIn(api.remote, id, (await many([id])).get(id));
		return /* @__PURE__ */ new Map([[id, await pastByRest(api, ticket)]]);
	});
	return new Map([...told, ...singly]);
}
function pastIn({ remote, settings }, { createdAt, state, stateReason, timelineItems }) {
	const moves = (timelineItems.nodes ?? []).flatMap((event) => {
		const at = require_text.utc(event?.createdAt);
		if (!event || at === null) return [];
		const name = event.__typename === "ClosedEvent" ? stateName("closed", event.stateReason) : "open";
		return [{
			at,
			by: actorOf(event.actor),
			to: stateNamed(name, settings)
		}];
	});
	const now = stateNamed(stateName(state, stateReason), settings);
	return require_past_of.pastOf(remote, {
		createdAt: require_text.utc(createdAt),
		first: stateNamed("open", settings),
		moves,
		now
	});
}
async function pastByRest(api, { id, createdAt, state: now }) {
	const { remote, settings } = api;
	const moves = [];
	for await (const { event, created_at, actor, state_reason } of timeline(api, id)) {
		const at = require_text.utc(created_at);
		if (at === null || event !== "closed" && event !== "reopened") continue;
		const name = event === "closed" ? stateName("closed", state_reason) : "open";
		moves.push({
			at,
			by: personOf(actor),
			to: stateNamed(name, settings)
		});
	}
	return require_past_of.pastOf(remote, {
		createdAt,
		first: stateNamed("open", settings),
		moves,
		now
	});
}

// src/providers/github/repositories.ts
/** Remembers for each repository what can be seen of it. */
function repositoryBook(api) {
	const answers = /* @__PURE__ */ new Map();
	return (repository) => {
		const answer = answers.get(repository) ?? ask(api, repository);
		answers.set(repository, answer);
		return answer;
	};
}
async function ask(api, repository) {
	const reply = await api.rest({ path: `/repos/${repository}` });
	if (reply.status === 404) return "hidden";
	return (await require_refusal.expectFact(api, repository, {
		reply,
		shape: repositoryShape$1
	})).private ? "private" : "public";
}

// src/providers/github/write.ts
const REASONS = {
	open: {
		state: "open",
		state_reason: "reopened"
	},
	closed: {
		state: "closed",
		state_reason: "completed"
	},
	not_planned: {
		state: "closed",
		state_reason: "not_planned"
	},
	duplicate: {
		state: "closed",
		state_reason: "duplicate"
	}
};
/** Throws Fault("usage") for a state that GitHub does not have. */
async function setState(api, ticket, target) {
	const name = stateFor(api, target);
	if (require_ask_many.isSame(ticket.state.name, name)) return ticket.state;
	let { state } = await patch(api, ticket.id, REASONS[name] ?? {});
	if (!require_ask_many.isSame(state.name, name) && ticket.state.name !== "open") {
		await patch(api, ticket.id, REASONS.open ?? {});
		({state} = await patch(api, ticket.id, REASONS[name] ?? {}));
	}
	if (require_ask_many.isSame(state.name, name)) return state;
	throw require_trouble.trouble("forbidden", `${api.remote} did not bring ${ticket.id} to ${name}.`, { found: state.name });
}
/** `completed` is what GitHub's API calls the reason of an ordinary closing. */
function stateFor({ remote, settings }, target) {
	const names = Object.keys(STATES);
	const wanted = require_ask_many.isSame(target, "completed") ? "closed" : target;
	const name = names.find((one) => require_ask_many.isSame(one, wanted)) ?? names.find((one) => require_ask_many.isState(wanted, stateNamed(one, settings)));
	if (name !== void 0) return name;
	throw new require_git.Fault("usage", `${remote} has no state ${target}.`, {
		found: target,
		wanted: names.join(", ")
	});
}
/** Without the right to push, GitHub drops labels and assignees without a word: what comes back is compared. */
async function edit(api, ticket, fields) {
	const { title, description, assignees, labels } = fields;
	const after = await patch(api, ticket.id, {
		title,
		body: description,
		assignees,
		labels
	});
	const people = after.assignees.map(({ name }) => name);
	const dropped = [...differ(labels, after.labels) ? ["labels"] : [], ...differ(assignees, people) ? ["assignees"] : []];
	if (dropped.length === 0) return;
	throw require_trouble.trouble("forbidden", `${api.remote} left ${dropped.join(" and ")} of ${ticket.id} as they were.`, { fix: "give the account the right to push to the repository" });
}
async function patch(api, id, json) {
	const reply = await api.rest({
		method: "PATCH",
		path: placeOf(id)?.path ?? "",
		json
	});
	const issue = await require_refusal.expect(api, id, {
		reply,
		shape: issueShape
	});
	return ticketOf(fromRest(issue), {
		remote: api.remote,
		settings: api.settings,
		asked: id
	});
}
function differ(wanted, told) {
	if (wanted === void 0) return false;
	const sorted = (names) => [...new Set(names.map((name) => name.trim().toLowerCase()))].sort();
	return sorted(wanted).join("\n") !== sorted(told).join("\n");
}

// src/providers/github/index.ts
/** GitHub issues, on github.com, GHE.com and Enterprise Server. */
const provider = require_provider.defineTracker({
	id: "github",
	grammar: "github",
	capabilities: {
		remote: true,
		all: false,
		batch: 50
	},
	settings: require_settings.githubSettings,
	access: require_access.access,
	connect(remote, settings, { http }) {
		const api = githubApi(remote, settings, http);
		const repositories = repositoryBook(api);
		const identity = require_core.once(() => identityOf(api));
		const believed = require_ask_many.believer(async () => await http.authenticated() ? identity() : null);
		const many = async (ids) => believed(await askForMany(api, repositories, ids));
		/** The ticket under its present id, so that nothing is written to a pull request or to where an issue was. */
		const present = async (id) => require_present.ticketIn(remote, id, (await many([id])).get(id));
		return {
			remote,
			identity,
			many,
			one: require_ask_many.oneOf(many),
			list: (query) => list(api, {
				identity,
				repositories
			}, query),
			search: (text, query) => search(api, {
				identity,
				repositories
			}, {
				text,
				query
			}),
			links: async (id) => linksOf(api, (await present(id)).id),
			history: async (id) => historyOf(api, (await present(id)).id),
			recordsText: true,
			pasts: (ids) => pastsOf(api, many, ids),
			comments: async (id) => commentsOf(api, (await present(id)).id),
			setState: async (id, target) => setState(api, await present(id), target),
			edit: async (id, fields) => edit(api, await present(id), fields),
			comment: async (id, text, mark) => require_refusal.comment(commentPort(api, identity, (await present(id)).id), {
				text,
				mark
			})
		};
	}
});

exports.provider = provider;