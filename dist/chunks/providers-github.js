"use strict";

const require_gate = require("./gate.js");
const require_fits = require("./providers-fits.js");
const require_unknowable = require("./providers-unknowable.js");
const require_provider = require("./providers-provider.js");
const require_fault = require("./core-fault.js");
const require_text = require("./providers-text.js");
const require_trouble = require("./providers-trouble.js");
const require_settings = require("./providers-github-settings.js");

// src/providers/github/access.ts
/** Seconds that GitHub asks for at least where its secondary limit comes without a Retry-After. */
const SECONDARY_WAIT = 60;
const OWN_HOST = /(?:^|\.)(?:github\.com|ghe\.com)$/i;
/** github.com and GHE.com have an API host of their own; an Enterprise Server has its API below `/api/v3`. */
const access = {
	base({ url = "https://github.com" }) {
		const { origin, protocol, host, pathname } = new URL(url);
		if (/^api\./i.test(host)) return `${origin}${pathname.replace(/\/+$/, "")}`;
		return isOwn(host) ? `${protocol}//api.${host}` : `${origin}${pathname.replace(/\/+$/, "")}/api/v3`;
	},
	isVendor: isOwn,
	/** The order in which `gh` looks, which keeps a github.com token from an Enterprise Server. */
	variables: (settings) => ({ token: isOwn(hostOf(settings)) ? ["GH_TOKEN", "GITHUB_TOKEN"] : ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"] }),
	command: (settings) => [
		"gh",
		"auth",
		"token",
		"--hostname",
		hostOf(settings)
	],
	gitHost: hostOf,
	headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
	anonymous: true,
	limited({ status, headers, text }) {
		if (status === 200) return /"type"\s*:\s*"RATE_LIMITED"/.test(text) ? SECONDARY_WAIT : null;
		if (status !== 403 && status !== 429) return null;
		const isLimit = headers["x-ratelimit-remaining"] === "0" || headers["retry-after"] !== void 0;
		return status === 429 || isLimit || /rate limit/i.test(text) ? SECONDARY_WAIT : null;
	}
};
/** Address of GraphQL for a REST base. */
function graphqlAddress(base) {
	return base.endsWith("/api/v3") ? `${base.slice(0, -3)}/graphql` : `${base}/graphql`;
}
function isOwn(host) {
	return OWN_HOST.test(host);
}
/** The host that people and `gh` know: without `api.`. */
function hostOf({ url = "https://github.com" }) {
	return new URL(url).host.replace(/^api\./i, "");
}

// src/providers/github/schema.ts
/** An account. */
function userShape(z) {
	return z.object({
		login: z.string(),
		id: z.number().int(),
		email: z.string().nullish()
	});
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
		user: userShape(z).nullish()
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
			path: graphqlAddress(http.base),
			headers: HEADERS,
			json: {
				query,
				variables
			},
			reads: true
		})
	};
}
/** The JSON of an answer with one of the wanted statuses; throws the Fault that any other is. `about`: the id, or what was asked. */
async function expect({ remote }, about, { reply, shape, wanted = 200 }) {
	if (reply.status === wanted) return require_text.readJson(remote, reply, shape);
	throw await failureOf(remote, about, reply);
}
/** The same for a look-up. */
async function expectFact(api, about, { reply, shape }) {
	if (reply.status === 200) return require_text.readJson(api.remote, reply, shape);
	throw await factFailureOf(api.remote, about, reply);
}
/** The same as `failureOf`, for a look-up. */
async function factFailureOf(remote, about, reply) {
	return require_unknowable.unknowable(await failureOf(remote, about, reply), {
		remote,
		about,
		status: reply.status
	});
}
/** What an answer means that is no success. Only GitHub's own words count: a proxy's 404 says nothing about a ticket. */
async function failureOf(remote, about, reply) {
	const { message, errors } = await require_text.readJson(remote, reply, errorShape);
	const found = [message, ...(errors ?? []).map(wordsOf)].join("; ");
	switch (reply.status) {
		case 401: return require_trouble.trouble("credentials", `${remote} does not accept the credential.`, { found });
		case 403: return require_trouble.trouble("forbidden", `${remote} refuses ${about} to this credential.`, {
			found,
			...ssoFix(reply) ?? {}
		});
		case 404:
		case 410: return require_trouble.trouble("absent", `${remote} has no ${about}.`, { found });
		case 422: return new require_fault.Fault("usage", `${remote} does not take what was asked of ${about}.`, { found });
		default: return require_trouble.trouble("unavailable", `${remote} answers ${reply.status} for ${about}.`, { found });
	}
}
/** An organisation with single sign-on says where the token can be authorised. */
function ssoFix({ headers }) {
	const url = /\burl=(https:\/\/\S+)/.exec(headers["x-github-sso"] ?? "")?.[1];
	return url === void 0 ? null : { fix: `authorise the token at ${url}` };
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

// src/providers/github/pages.ts
/** Page after page, each only when it is wanted. `about`: what is listed, for messages. */
async function* pages(api, about, { request, shape }) {
	let next = request;
	while (next !== null) {
		const reply = await api.rest(next);
		yield await expect(api, about, {
			reply,
			shape
		});
		const link = nextIn(reply.headers.link ?? "");
		next = link === null || link === reply.url ? null : { path: link };
	}
}
/** RFC 8288: `<https://…?page=2>; rel="next", <…>; rel="last"`. */
function nextIn(link) {
	return /<([^>]+)>\s*;[^<]*\brel="?next"?/.exec(link)?.[1] ?? null;
}

// src/providers/github/comment.ts
/** Posts under a mark that people don't see, or brings the account's own comment with that mark up to date. */
async function comment(api, identity, { id, text, mark }) {
	const sign = `<!-- golden-thread:${mark} -->`;
	const body = `${text.trimEnd()}\n\n${sign}`;
	const { account } = await identity();
	const { path } = placeOf(id) ?? { path: "" };
	const before = await marked(api, id, {
		sign,
		account
	});
	if (before?.body === body) return {
		id: String(before.id),
		url: before.html_url,
		changed: false
	};
	const reply = await api.rest(before === null ? {
		method: "POST",
		path: `${path}/comments`,
		json: { body }
	} : {
		method: "PATCH",
		path: `${path.replace(/\/\d+$/, "")}/comments/${before.id}`,
		json: { body }
	});
	const posted = await expect(api, id, {
		reply,
		shape: commentShape,
		wanted: before === null ? 201 : 200
	});
	return {
		id: String(posted.id),
		url: posted.html_url,
		changed: true
	};
}
/** Anybody can copy a mark into a comment: only the account's own counts. */
async function marked(api, id, { sign, account }) {
	const request = {
		path: `${placeOf(id)?.path ?? ""}/comments`,
		query: { per_page: 100 }
	};
	for await (const comments of pages(api, id, {
		request,
		shape: commentsShape
	})) {
		const own = comments.find(({ user, body }) => String(user?.id) === account && body?.trimEnd().endsWith(sign));
		if (own !== void 0) return {
			...own,
			body: (own.body ?? "").replace(/\r\n/g, "\n")
		};
	}
	return null;
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
	return require_fits.stateOf(name, told, settings.status_map);
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
	return {
		...node,
		repository: node.repository.nameWithOwner,
		state: stateName(node.state, node.stateReason),
		author: personOf(node.author && {
			...node.author,
			id: node.author.databaseId
		}),
		assignees: (node.assignees.nodes ?? []).flatMap((one) => personOf(one && {
			...one,
			id: one.databaseId
		}) ?? []),
		labels: (node.labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
		type: node.issueType?.name ?? null,
		milestone: node.milestone?.title ?? null,
		parent: parentOf(node.parent)
	};
}
function parentOf(parent) {
	return parent && `${parent.repository.nameWithOwner}#${parent.number}`;
}
/** A person under the login, which may change hands, with the number that does not. */
function personOf(user) {
	if (user === null || user === void 0) return null;
	const account = user.id === null || user.id === void 0 ? {} : { account: String(user.id) };
	return {
		name: require_text.cleanLine(user.login),
		email: "",
		...account
	};
}
/** `asked`: the id that it was looked up by; null: it was listed. */
function ticketOf(told, { remote, settings, asked }) {
	const id = spelled(`${told.repository}#${told.number}`, asked ?? `${settings.repo}#${told.number}`);
	const description = require_text.cleanMarkdown(told.body);
	const type = require_fits.typeOf(told.type);
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
		criteria: require_text.criteriaIn(description),
		affected: [],
		path: null,
		versions: told.milestone === null ? [] : [require_text.cleanLine(told.milestone)]
	};
}
/** GitHub compares names without case; an id keeps the spelling that the policy knows it by. */
function spelled(told, known) {
	return told.toLowerCase() === known.toLowerCase() ? known : told;
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

// src/providers/github/history.ts
/** Who changed what, oldest first. GitHub keeps no record of a changed description. `id` is the present one. */
async function historyOf(api, id) {
	const events = [];
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
	return events.sort((one, other) => one.at < other.at ? -1 : Number(one.at > other.at));
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
function actorShape(z) {
	return z.object({
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
		repository: repositoryShape(z),
		author: actorShape(z).nullish(),
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
/** Repositories by alias, each with its issues by alias. */
function batchShape(z) {
	const node = z.union([issueNodeShape(z), z.object({ __typename: z.literal("PullRequest") })]);
	return z.object({
		data: z.record(z.string(), z.record(z.string(), node.nullable()).nullable()).nullish(),
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

// src/providers/github/query.ts
/** Fields and arguments of GraphQL that github.com has and an older Enterprise Server may not; it is asked again without. */
const OPTIONAL = [
	"issueType",
	"parent",
	"enableDuplicate"
];
/** A query for many issues: one block a repository (`r0`), one alias an issue (`i12`). */
function batchQuery(wanted, lacks) {
	const names = wanted.map((_, at) => `$o${at}:String!,$n${at}:String!`).join(",");
	const blocks = wanted.map(({ numbers }, at) => `r${at}:repository(owner:$o${at},name:$n${at}){${numbers.map(alias).join(" ")}}`);
	const variables = wanted.flatMap(({ repository }, at) => {
		const [owner = "", name = ""] = repository.split("/");
		return [[`o${at}`, owner], [`n${at}`, name]];
	});
	return {
		query: `query(${names}){${blocks.join(" ")}} ${fragment(lacks)}`,
		variables: Object.fromEntries(variables)
	};
}
function alias(number) {
	return `i${number}:issueOrPullRequest(number:${number}){__typename ...F}`;
}
/** GitHub allows 10 assignees and 100 labels. A pull request is not asked for more than that it is one. */
function fragment(lacks) {
	return `fragment F on Issue{number title body state ${lacks.has("enableDuplicate") ? "stateReason" : "stateReason(enableDuplicate:true)"} url createdAt updatedAt ${lacks.has("issueType") ? "" : "issueType{name}"} ${lacks.has("parent") ? "" : "parent{number repository{nameWithOwner}}"}
repository{nameWithOwner} milestone{title}
author{login ...on User{databaseId}...on Bot{databaseId}...on Mannequin{databaseId}...on Organization{databaseId}}
assignees(first:20){nodes{login databaseId}} labels(first:100){nodes{name}}}`;
}
/** What is linked to an issue under "Development". */
const LINKS_QUERY = `query($owner:String!,$name:String!,$number:Int!){repository(owner:$owner,name:$name){issue(number:$number){
closedByPullRequestsReferences(first:100,includeClosedPrs:true){nodes{number title url repository{nameWithOwner}}}
linkedBranches(first:100){nodes{ref{name repository{nameWithOwner}}}}}}}`;
/** Whose token it is; the only such question that an app's token may ask. */
const VIEWER_QUERY = "query{viewer{login databaseId}}";

// src/providers/github/identity.ts
/** Whose token it is. The token of an app, such as that of an Actions run, may not ask REST, but GraphQL. */
async function identityOf(api) {
	if (!await api.http.authenticated()) throw require_trouble.trouble("credentials", `${api.remote} is asked without a credential.`);
	const reply = await api.rest({ path: "/user" });
	if (reply.status === 403) return viewer(api);
	const { id, login, email } = await expect(api, "the account", {
		reply,
		shape: userShape
	});
	const scopes = reply.headers["x-oauth-scopes"];
	return {
		account: String(id),
		name: login,
		email: email ?? null,
		rights: scopes === void 0 ? null : scopes.split(/\s*,\s*/).filter(Boolean)
	};
}
async function viewer(api) {
	const reply = await api.graphql(VIEWER_QUERY, {});
	const { data } = await expect(api, "the account", {
		reply,
		shape: viewerShape
	});
	const { login, databaseId } = data.viewer;
	return {
		account: String(databaseId ?? login),
		name: login,
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
	const { data } = await expect(api, id, {
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

// src/providers/github/list.ts
/** Issues of the configured repository, newest change first. */
async function* list(api, identity, query) {
	const wanted = await resolved(identity, query);
	const request = {
		path: `/repos/${api.settings.repo}/issues`,
		query: {
			state: stateParameter(api, wanted),
			labels: native(wanted.labels)?.join(","),
			assignee: nativeLogin(wanted),
			since: wanted.updatedSince,
			sort: "updated",
			direction: "desc",
			per_page: 100
		}
	};
	for await (const issues of pages(api, api.settings.repo, {
		request,
		shape: issuesShape
	})) yield* fitting(api, issues, wanted);
}
/** Issues with the text as a phrase in title or description: the first 1,000 hits, which is where GitHub ends. */
async function* search(api, identity, { text, query = {} }) {
	const wanted = await resolved(identity, query);
	const phrase = text.replace(/["\\\s]+/g, " ").trim();
	if (phrase === "") throw new require_fault.Fault("usage", `${api.remote} can't be searched for nothing.`);
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
			order: "desc",
			per_page: 100
		}
	};
	for await (const { items } of pages(api, "the search", {
		request,
		shape: foundShape
	})) yield* fitting(api, items, wanted);
}
/** Pull requests are listed among the issues. What GitHub can't narrow is narrowed here. */
function* fitting({ remote, settings }, issues, query) {
	for (const issue of issues) {
		if (issue.pull_request) continue;
		const ticket = ticketOf(fromRest(issue), {
			remote,
			settings,
			asked: null
		});
		if (require_fits.fits(ticket, query) && isOf(ticket, query)) yield ticket;
	}
}
/** `@me` becomes the login. An e-mail address names nobody here: GitHub does not tell it. */
async function resolved(identity, query) {
	if (query.assignee === "@me") return {
		...query,
		assignee: (await identity()).name
	};
	if (query.assignee?.includes("@") === true) throw new require_fault.Fault("usage", "GitHub finds no assignee by e-mail address.", {
		found: query.assignee,
		wanted: "a login, an account's number or @me"
	});
	return query;
}
/** Which of GitHub's two states can hold what is wanted, by the policy's map too. */
function stateParameter({ settings }, { states = [] }) {
	if (states.length === 0) return "all";
	const names = Object.keys(STATES).filter((name) => states.some((one) => require_fits.isState(one, stateNamed(name, settings))));
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
	return (assignee === void 0 || assignees.some(({ name, account }) => require_fits.isSame(name, assignee) || account === assignee)) && (updatedSince === void 0 || Date.parse(updatedAt ?? "") >= Date.parse(updatedSince));
}

// src/providers/github/one.ts
/** The answer for a number that belongs to a pull request. */
const PULL_REQUEST = {
	status: "absent",
	detail: "it is a pull request"
};
/** REST's answer for one issue, a transferred one under its new id. Throws the Faults of a refusal. */
async function askOne(api, sees, id) {
	const place = placeOf(id);
	if (place === null) return NO_ID;
	const reply = await api.rest({ path: place.path });
	if (reply.status === 404) return missing(api, sees, {
		id,
		repository: place.repository,
		url: reply.url
	});
	if (reply.status === 410) return gone(await failureOf(api.remote, id, reply));
	const issue = await expectFact(api, id, {
		reply,
		shape: issueShape
	});
	if (issue.pull_request) return PULL_REQUEST;
	const { remote, settings } = api;
	return {
		status: "found",
		ticket: ticketOf(fromRest(issue), {
			remote,
			settings,
			asked: id
		}),
		source: "api"
	};
}
/** GitHub answers 404 for what is not there, and for what the asker may not know of. */
async function missing(api, sees, { id, repository, url }) {
	if (!await api.http.authenticated()) return {
		status: "forbidden",
		detail: "no credential was used, and a private issue looks the same as none"
	};
	if (!url.toLowerCase().endsWith(placeOf(id)?.path.toLowerCase() ?? "")) return {
		status: "forbidden",
		detail: "it was moved to where this credential sees nothing"
	};
	if (await sees(repository)) return { status: "absent" };
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
/** Remembers for each repository whether it can be seen. */
function seer(api) {
	const answers = /* @__PURE__ */ new Map();
	return (repository) => {
		const answer = answers.get(repository) ?? ask$1(api, repository);
		answers.set(repository, answer);
		return answer;
	};
}
async function ask$1(api, repository) {
	const reply = await api.rest({ path: `/repos/${repository}` });
	if (reply.status === 200 || reply.status === 404) return reply.status === 200;
	throw await factFailureOf(api.remote, repository, reply);
}

// src/providers/github/many.ts
/** Aliases of one query: more time out on GitHub's side long before its limit of nodes is reached. */
const MOST_ALIASES = 50;
/** GraphQL for several, REST for one; REST alone without a credential, which GraphQL wants always. */
async function askForMany(api, sees, ids) {
	const known = ids.length > 0 && await api.http.authenticated().catch(() => true);
	const one = async (id) => /* @__PURE__ */ new Map([[id, await askOne(api, sees, id)]]);
	const answers = await require_fits.askMany(ids, known ? 50 : 1, async (batch) => {
		const [first = ""] = batch;
		return batch.length === 1 ? one(first) : askBatch(api, batch);
	});
	const doubtful = ids.filter((id) => answers.get(id) === NOT_IN_GRAPHQL);
	if (doubtful.length === 0) return answers;
	return new Map([...answers, ...await require_fits.askMany(doubtful, 1, ([id = ""]) => one(id))]);
}
const NOT_IN_GRAPHQL = { status: "absent" };
async function askBatch(api, ids) {
	const wanted = byRepository(ids);
	const { data, errors } = await ask(api, wanted);
	const at = new Map(wanted.map(({ repository }, index) => [repository, `r${index}`]));
	return new Map(ids.map((id) => {
		const place = placeOf(id);
		if (place === null) return [id, NO_ID];
		const block = at.get(place.repository) ?? "";
		const nodes = data[block];
		if (!nodes) return [id, refused(api, errorAt(errors, [block]), {
			status: "forbidden",
			detail: UNSEEN
		})];
		const node = nodes[`i${place.number}`];
		if (!node) return [id, refused(api, errorAt(errors, [block, `i${place.number}`]), NOT_IN_GRAPHQL)];
		return [id, node.__typename === "Issue" ? found(api, id, node) : PULL_REQUEST];
	}));
}
function found({ remote, settings }, id, node) {
	return {
		status: "found",
		ticket: ticketOf(fromGraphql(node), {
			remote,
			settings,
			asked: id
		}),
		source: "api"
	};
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
async function ask(api, wanted) {
	for (let tries = 0;; tries++) {
		const { query, variables } = batchQuery(wanted, api.lacks);
		const reply = await api.graphql(query, variables);
		if (reply.status !== 200) throw await factFailureOf(api.remote, "the batch", reply);
		const { data, errors } = await readBatch(api, reply);
		if (data) return {
			data,
			errors
		};
		const unknown = errors.flatMap(({ extensions }) => unknownIn(extensions));
		if (unknown.length === 0 || tries >= OPTIONAL.length) throw wholeRefusal(api, errors);
		for (const name of unknown) api.lacks.add(name);
	}
}
async function readBatch({ remote }, reply) {
	const { data, errors } = await require_text.readJson(remote, reply, batchShape);
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
	if (require_fits.isSame(ticket.state.name, name)) return ticket.state;
	let { state } = await patch(api, ticket.id, REASONS[name] ?? {});
	if (!require_fits.isSame(state.name, name) && ticket.state.name !== "open") {
		await patch(api, ticket.id, REASONS.open ?? {});
		({state} = await patch(api, ticket.id, REASONS[name] ?? {}));
	}
	if (require_fits.isSame(state.name, name)) return state;
	throw require_trouble.trouble("forbidden", `${api.remote} did not bring ${ticket.id} to ${name}.`, { found: state.name });
}
/** `completed` is what GitHub's API calls the reason of an ordinary closing. */
function stateFor({ remote, settings }, target) {
	const names = Object.keys(STATES);
	const wanted = require_fits.isSame(target, "completed") ? "closed" : target;
	const name = names.find((one) => require_fits.isSame(one, wanted)) ?? names.find((one) => require_fits.isState(wanted, stateNamed(one, settings)));
	if (name !== void 0) return name;
	throw new require_fault.Fault("usage", `${remote} has no state ${target}.`, {
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
	const issue = await expect(api, id, {
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
	access,
	connect(remote, settings, { http }) {
		const api = githubApi(remote, settings, http);
		const sees = seer(api);
		const identity = require_gate.once(() => identityOf(api));
		const believed = require_fits.believer(async () => await http.authenticated() ? identity() : null);
		const many = async (ids) => believed(await askForMany(api, sees, ids));
		/** The ticket under its present id, so that nothing is written to a pull request or to where an issue was. */
		const present = async (id) => require_unknowable.ticketIn(remote, id, (await many([id])).get(id));
		return {
			remote,
			identity,
			many,
			one: require_fits.oneOf(many),
			list: (query) => list(api, identity, query),
			search: (text, query) => search(api, identity, {
				text,
				query
			}),
			links: async (id) => linksOf(api, (await present(id)).id),
			history: async (id) => historyOf(api, (await present(id)).id),
			setState: async (id, target) => setState(api, await present(id), target),
			edit: async (id, fields) => edit(api, await present(id), fields),
			comment: async (id, text, mark) => comment(api, identity, {
				id: (await present(id)).id,
				text,
				mark
			})
		};
	}
});

exports.provider = provider;