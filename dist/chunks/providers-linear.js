"use strict";

const require_ask_many = require("./providers-ask-many.js");
const require_provider = require("./providers-provider.js");
const require_mark = require("./providers-mark.js");
const require_text = require("./providers-text.js");
const require_trouble = require("./providers-trouble.js");
const require_git = require("./git.js");
const require_answer = require("./providers-answer.js");
const require_past_of = require("./providers-past-of.js");
const require_settings = require("./providers-linear-settings.js");
const require_code_link = require("./providers-code-link.js");

// src/providers/linear/access.ts
/** Where Linear is asked. A personal key stands alone in its header, a token of OAuth behind `Bearer`. */
const access = {
	base: ({ url }) => (url ?? "https://api.linear.app").replace(/\/+$/, "").replace(/\/graphql$/, ""),
	isVendor: (host) => host.toLowerCase() === "api.linear.app",
	variables: () => ({ token: [
		"LINEAR_API_KEY",
		"LINEAR_API_TOKEN",
		"LINEAR_TOKEN"
	] }),
	headers: ({ token }) => ({ authorization: token.startsWith("lin_api_") ? token : `Bearer ${token}` }),
	anonymous: false,
	limited: (reply) => isLimited(reply) ? LEAST_WAIT : null
};
/** Seconds; the bucket fills by more than one request a second. */
const LEAST_WAIT = 10;
/** Linear says "too often" with a 400, and only the body tells. */
function isLimited({ status, text }) {
	return status === 400 && /"code"\s*:\s*"RATELIMITED"|"type"\s*:\s*"ratelimited"/i.test(text);
}

// src/providers/linear/schema.ts
/** What every answer is wrapped in: `data`, `errors`, or both. */
function envelopeShape(data) {
	return (z) => z.object({
		data: data(z).nullish(),
		errors: z.array(errorShape(z)).nullish()
	});
}
/** The same where only errors are of interest. */
function errorsShape(z) {
	return z.object({ errors: z.array(errorShape(z)).nullish() });
}
function errorShape(z) {
	return z.object({
		message: z.string(),
		extensions: z.object({
			type: z.string().nullish(),
			code: z.string().nullish(),
			userPresentableMessage: z.string().nullish()
		}).nullish()
	});
}
/** A person. */
function userShape(z) {
	return z.object({
		id: z.string(),
		name: z.string(),
		displayName: z.string().nullish(),
		email: z.string().nullish()
	});
}
/** A state of a team's workflow. */
function stateShape(z) {
	return z.object({
		id: z.string(),
		name: z.string(),
		type: z.string(),
		position: z.number().nullish()
	});
}
/** An issue with the fields of `ISSUE`. */
function issueShape(z) {
	return z.object({
		id: z.string(),
		identifier: z.string(),
		title: z.string(),
		description: z.string().nullish(),
		url: z.string(),
		createdAt: z.string().nullish(),
		updatedAt: z.string().nullish(),
		archivedAt: z.string().nullish(),
		trashed: z.boolean().nullish(),
		state: stateShape(z),
		assignee: userShape(z).nullish(),
		creator: userShape(z).nullish(),
		labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }),
		team: z.object({
			id: z.string(),
			key: z.string()
		}),
		parent: z.object({ identifier: z.string() }).nullish(),
		cycle: z.object({
			number: z.number(),
			name: z.string().nullish()
		}).nullish()
	});
}
/** The selection that `issueShape` reads. */
const ISSUE = `id identifier title description url createdAt updatedAt archivedAt trashed
  state { id name type } assignee { id name displayName email } creator { id name displayName email }
  labels { nodes { name } } team { id key } parent { identifier } cycle { number name }`;
/** A page of nodes. */
function pageShape(node) {
	return (z) => z.object({
		nodes: z.array(node(z)),
		pageInfo: z.object({
			hasNextPage: z.boolean(),
			endCursor: z.string().nullish()
		})
	});
}
/** One entry of an issue's history, which can hold several changes. */
function changeShape(z) {
	const state = z.object({
		name: z.string(),
		type: z.string()
	}).nullish();
	const named = z.array(z.object({ name: z.string() })).nullish();
	const issue = z.object({ identifier: z.string() }).nullish();
	const team = z.object({ key: z.string() }).nullish();
	const user = userShape(z).nullish();
	return z.object({
		createdAt: z.string(),
		actor: user,
		fromState: state,
		toState: state,
		fromAssignee: user,
		toAssignee: user,
		fromTitle: z.string().nullish(),
		toTitle: z.string().nullish(),
		updatedDescription: z.boolean().nullish(),
		addedLabels: named,
		removedLabels: named,
		fromParent: issue,
		toParent: issue,
		fromTeam: team,
		toTeam: team
	});
}
/** The selection that `changeShape` reads. */
const CHANGE = `createdAt actor { id name displayName email } fromState { name type } toState { name type }
  fromAssignee { id name displayName email } toAssignee { id name displayName email } fromTitle toTitle updatedDescription
  addedLabels { name } removedLabels { name } fromParent { identifier } toParent { identifier }
  fromTeam { key } toTeam { key }`;
/** What an issue's states so far are told by. */
function pastShape(z) {
	const { createdAt, actor, fromState, toState } = changeShape(z).shape;
	const move = z.object({
		createdAt,
		actor,
		fromState,
		toState
	});
	return z.object({
		identifier: z.string(),
		createdAt: z.string().nullish(),
		trashed: z.boolean().nullish(),
		state: stateShape(z),
		history: pageShape(() => move)(z)
	});
}
/** A comment with the fields of `COMMENT`. */
function commentShape(z) {
	return z.object({
		id: z.string(),
		body: z.string(),
		url: z.string().nullish(),
		createdAt: z.string(),
		editedAt: z.string().nullish(),
		user: userShape(z).nullish()
	});
}
/** The selection that `commentShape` reads. */
const COMMENT = "id body url createdAt editedAt user { id name displayName email }";

// src/providers/linear/client.ts
/** Asks a query. Throws what Linear answers instead of data: its errors come with 200, 400 or 401. */
async function ask(client, asked) {
	return exchange(client, asked, true);
}
/** Asks for a change; what Linear finds wrong with it is Fault("usage"). */
async function change(client, asked) {
	return exchange(client, asked, false);
}
async function exchange(client, asked, reads) {
	const { query, variables, shape } = asked;
	const reply = await client.http.send({
		method: "POST",
		path: "/graphql",
		json: {
			query,
			variables
		},
		reads
	});
	if (reply.status === 401) throw dead(client, await wordsOf(client, reply));
	const { errors } = await require_answer.readJson(client.remote, reply, errorsShape);
	const [error] = errors ?? [];
	if (error !== void 0) throw faultOf(client, asked, error, reads);
	const { data } = await require_answer.readJson(client.remote, reply, envelopeShape(shape));
	if (data === null || data === void 0) throw require_trouble.trouble("unavailable", `${client.remote} answered ${reply.status} without data.`);
	return data;
}
function faultOf(client, { about }, error, reads) {
	const { type, code, userPresentableMessage } = error.extensions ?? {};
	const kind = `${type ?? ""} ${code ?? ""}`.toLowerCase();
	const found = [error.message, userPresentableMessage].filter(Boolean).join(" ");
	if (/authentication/.test(kind)) return dead(client, found);
	if (/forbidden|feature not accessible/.test(kind)) return require_trouble.trouble("forbidden", `${client.remote} does not allow that for ${about}.`, { found });
	if (/entity not found|could not find/i.test(found)) return require_trouble.trouble("absent", `${client.remote} has no ${about}, or does not show it.`, { found });
	if (!reads && /invalid input|input_error|user error/.test(kind)) return new require_git.Fault("usage", `${client.remote} refuses that for ${about}.`, { found });
	return require_trouble.trouble("unavailable", `${client.remote} can't answer for ${about}.`, { found });
}
function dead({ remote }, found) {
	return require_trouble.trouble("credentials", `${remote} does not accept the credential.`, {
		...found === "" ? {} : { found },
		fix: "put a key that was not revoked into LINEAR_API_KEY"
	});
}
/** A refusal may come without JSON from what stands in between. */
async function wordsOf({ remote }, reply) {
	try {
		const { errors } = await require_answer.readJson(remote, reply, errorsShape);
		return (errors ?? []).map(({ message }) => message).join(" ");
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) return "";
		throw thrown;
	}
}

// src/providers/linear/map.ts
/** An issue as the answer for the id that was asked. What lies in the trash is gone for everybody. */
function lookupOf(client, issue, asked) {
	if (issue.trashed === true) return {
		status: "absent",
		detail: "it was deleted"
	};
	return {
		status: "found",
		ticket: ticketOf(client, issue, asked),
		source: "api"
	};
}
/** An issue as a ticket. Linear has no types: teams use labels for them. */
function ticketOf({ remote, settings }, issue, asked) {
	const { description, ...unshown } = require_text.described(issue.description ?? "");
	const { identifier, cycle } = issue;
	return {
		remote,
		id: identifier,
		key: identifier,
		url: issue.url,
		title: require_text.cleanLine(issue.title),
		type: null,
		state: linearState(issue.state, settings.status_map),
		project: issue.team.key,
		assignees: issue.assignee ? [personOf(issue.assignee)] : [],
		createdBy: issue.creator ? personOf(issue.creator) : null,
		labels: issue.labels.nodes.map(({ name }) => require_text.cleanLine(name)),
		parent: issue.parent?.identifier ?? null,
		createdAt: require_text.utc(issue.createdAt),
		updatedAt: require_text.utc(issue.updatedAt),
		archived: issue.archivedAt !== null && issue.archivedAt !== void 0,
		movedFrom: asked === identifier ? null : asked,
		description,
		...unshown,
		criteria: require_text.criteriaIn(description),
		affected: [],
		path: null,
		iteration: cycle ? require_text.cleanLine(cycle.name || `Cycle ${cycle.number}`) : null
	};
}
/** A person; the id outlives names and addresses. What Linear calls the display name is the handle that one person has. */
function personOf({ id, name, displayName, email }) {
	const login = displayName ? { login: require_text.cleanLine(displayName) } : {};
	return {
		name: require_text.cleanLine(name || displayName || id),
		email: require_text.cleanLine(email ?? ""),
		account: id,
		...login
	};
}
/** A team names its states as it likes; their type is one of a fixed list. */
function linearState({ name, type }, map) {
	return require_ask_many.stateOf(require_text.cleanLine(name), CATEGORIES.get(type) ?? "unknown", map);
}
/** Linear's types of states, each with its category. */
const CATEGORIES = /* @__PURE__ */ new Map([
	["triage", "open"],
	["backlog", "open"],
	["unstarted", "open"],
	["started", "in_progress"],
	["completed", "done"],
	["canceled", "canceled"],
	["duplicate", "canceled"]
]);

// src/providers/linear/many.ts
/** Issues of one request: with their labels they stay below the complexity that one query may have. */
const BATCH$1 = 100;
/**
* Looks up any number of ids. A batch finds issues under the id that they have now; what it leaves out may have moved to
* another team, and only a question for the single id finds it then.
*/
async function lookUpMany(client, ids) {
	return require_ask_many.askMany(ids, 100, async (batch) => {
		const issues = await fetchBatch$1(client, batch);
		const byId = new Map(issues.map((issue) => [issue.identifier, issue]));
		const found = batch.flatMap((id) => {
			const issue = byId.get(id);
			return issue === void 0 ? [] : [[id, lookupOf(client, issue, id)]];
		});
		const rest = batch.filter((id) => !byId.has(id));
		const singles = await require_ask_many.askMany(rest, 1, async ([id = ""]) => /* @__PURE__ */ new Map([[id, await lookUpOne(client, id)]]));
		return new Map([...found, ...singles]);
	});
}
async function lookUpOne(client, id) {
	try {
		return lookupOf(client, await fetchIssue(client, id), id);
	} catch (thrown) {
		return require_trouble.asLookup(thrown);
	}
}
/** One issue, also by an id that it had before. Throws what Linear answers instead. */
async function fetchIssue(client, id) {
	const { issue } = await ask(client, {
		query: `query Issue($id: String!) { issue(id: $id) { ${ISSUE} } }`,
		variables: { id },
		shape: (z) => z.object({ issue: issueShape(z) }),
		about: id
	});
	return issue;
}
async function fetchBatch$1(client, ids) {
	const { issues } = await ask(client, {
		query: `query Issues($filter: IssueFilter!, $first: Int!) {
      issues(filter: $filter, first: $first, includeArchived: true) { nodes { ${ISSUE} } }
    }`,
		variables: {
			filter: anyOf(ids),
			first: 100
		},
		shape: (z) => z.object({ issues: z.object({ nodes: z.array(issueShape(z)) }) }),
		about: `${ids.length} issues`
	});
	return issues.nodes;
}
/** A filter for the issues that have these ids now. */
function anyOf(ids) {
	const teams = /* @__PURE__ */ new Map();
	for (const id of ids) {
		const dash = id.lastIndexOf("-");
		const key = id.slice(0, dash);
		teams.set(key, [...teams.get(key) ?? [], Number(id.slice(dash + 1))]);
	}
	return { or: [...teams].map(([key, numbers]) => ({
		team: { key: { eq: key } },
		number: { in: numbers }
	})) };
}

// src/providers/linear/pages.ts
/** The nodes of a connection, each page asked for when the one before is used up. */
async function* nodesOf(askPage) {
	let after = null;
	for (;;) {
		const { nodes, pageInfo } = await askPage(after);
		yield* nodes;
		after = pageInfo.hasNextPage ? pageInfo.endCursor ?? null : null;
		if (after === null) return;
	}
}

// src/providers/linear/comment.ts
/** Comments asked for at a time. */
const PAGE$3 = 100;
/** Everything that was written below an issue, answers included. */
async function commentsOf(client, id) {
	const comments = [];
	for await (const { comment } of stored(client, id)) comments.push({
		id: comment.id,
		url: comment.url ?? null,
		by: comment.user ? personOf(comment.user) : null,
		at: require_text.utc(comment.createdAt) ?? comment.createdAt,
		edited: typeof comment.editedAt === "string",
		text: require_text.cleanMarkdown(comment.body)
	});
	return require_ask_many.oldestFirst(comments);
}
/**
* Posts a comment whose last line is its mark; Linear's editor keeps no hidden text. Anybody can copy a mark into a comment:
* what another user wrote does not count.
*/
async function postComment(client, id, text, mark) {
	const line = require_mark.markLine(mark);
	const body = require_mark.signed(text, line);
	const before = await marked(client, id, line);
	if (before !== null && before.body.trim() === body.trim()) return {
		id: before.id,
		url: before.url ?? null,
		changed: false
	};
	const comment = before === null ? await create(client, id, body) : await update$1(client, id, before.id, body);
	return {
		id: comment.id,
		url: comment.url ?? null,
		changed: true
	};
}
async function marked(client, id, line) {
	for await (const { comment, me } of stored(client, id)) if ((comment.user?.id ?? me) === me && comment.body.trimEnd().split("\n").at(-1)?.trim() === line) return comment;
	return null;
}
function stored(client, id) {
	return nodesOf((after) => pageOf(client, id, after));
}
async function pageOf(client, id, after) {
	const { viewer, issue } = await ask(client, {
		query: `query Comments($id: String!, $first: Int!, $after: String) {
      viewer { id }
      issue(id: $id) { comments(first: $first, after: $after) { nodes { ${COMMENT} } pageInfo { hasNextPage endCursor } } }
    }`,
		variables: {
			id,
			first: PAGE$3,
			after
		},
		shape: (z) => {
			const viewer = z.object({ id: z.string() });
			return z.object({
				viewer,
				issue: z.object({ comments: pageShape(commentShape)(z) })
			});
		},
		about: id
	});
	const { nodes, pageInfo } = issue.comments;
	return {
		nodes: nodes.map((comment) => ({
			comment,
			me: viewer.id
		})),
		pageInfo
	};
}
async function create(client, id, body) {
	const { id: issueId } = await fetchIssue(client, id);
	return posted(client, id, "commentCreate(input: $input)", "$input: CommentCreateInput!", { input: {
		issueId,
		body
	} });
}
async function update$1(client, id, comment, body) {
	return posted(client, id, "commentUpdate(id: $id, input: $input)", "$id: String!, $input: CommentUpdateInput!", {
		id: comment,
		input: { body }
	});
}
async function posted(client, id, call, declared, variables) {
	const { done } = await change(client, {
		query: `mutation Comment(${declared}) { done: ${call} { success comment { id url } } }`,
		variables,
		shape: (z) => {
			const comment = z.object({
				id: z.string(),
				url: z.string().nullish()
			});
			return z.object({ done: z.object({
				success: z.boolean(),
				comment
			}) });
		},
		about: id
	});
	if (!done.success) throw require_trouble.trouble("unavailable", `${client.remote} did not post the comment on ${id}.`);
	return done.comment;
}

// src/providers/linear/history.ts
/** Entries asked for at a time. */
const PAGE$2 = 50;
/** Who changed what, oldest first. */
async function historyOf(client, id) {
	const events = [];
	for await (const entry of changesOf(client, id)) events.push(...eventsOf(entry));
	return require_ask_many.oldestFirst(events);
}
/** All entries of an issue's history. */
function changesOf(client, id) {
	return nodesOf((after) => entries(client, id, after));
}
async function entries(client, id, after) {
	const { issue } = await ask(client, {
		query: `query History($id: String!, $first: Int!, $after: String) {
      issue(id: $id) { history(first: $first, after: $after) { nodes { ${CHANGE} } pageInfo { hasNextPage endCursor } } }
    }`,
		variables: {
			id,
			first: PAGE$2,
			after
		},
		shape: (z) => z.object({ issue: z.object({ history: pageShape(changeShape)(z) }) }),
		about: id
	});
	return issue.history;
}
/** One entry can hold changes of several fields; it names only those that changed. */
function eventsOf(entry) {
	const at = require_text.utc(entry.createdAt) ?? entry.createdAt;
	const by = entry.actor ? personOf(entry.actor) : null;
	const told = [
		[
			"state",
			entry.fromState?.name,
			entry.toState?.name
		],
		[
			"assignees",
			entry.fromAssignee?.name,
			entry.toAssignee?.name
		],
		[
			"title",
			entry.fromTitle,
			entry.toTitle
		],
		...(entry.removedLabels ?? []).map(({ name }) => [
			"labels",
			name,
			null
		]),
		...(entry.addedLabels ?? []).map(({ name }) => [
			"labels",
			null,
			name
		]),
		[
			"parent",
			entry.fromParent?.identifier,
			entry.toParent?.identifier
		],
		[
			"project",
			entry.fromTeam?.key,
			entry.toTeam?.key
		]
	].filter(([, from, to]) => Boolean(from) || Boolean(to)).map(([field, from, to]) => ({
		at,
		by,
		field,
		from: lineOf(from),
		to: lineOf(to)
	}));
	if (entry.updatedDescription !== true) return told;
	return [...told, {
		at,
		by,
		field: "description",
		from: null,
		to: null
	}];
}
function lineOf(text) {
	return text ? require_text.cleanLine(text) : null;
}

// src/providers/linear/list.ts
/** Issues asked for at a time. */
const PAGE$1 = 100;
/** `orderBy` knows newest first alone. */
const OLDEST_FIRST = "sort: [{ updatedAt: { order: Ascending } }]";
/** Issues of the policy's teams that a query names, newest or oldest change first; `text`: that Linear finds by these words. */
async function* listTickets(client, query, text) {
	if ((query.types ?? []).length > 0 || text?.trim() === "") return;
	const isSearch = text !== void 0;
	const [name, declared, handed] = isSearch ? [
		"searchIssues",
		"$term: String!, ",
		"term: $term, "
	] : [
		"issues",
		"",
		`${query.order === "oldest-first" ? OLDEST_FIRST : "orderBy: updatedAt"}, `
	];
	const filter = filterOf(client, query);
	const issues = nodesOf(async (after) => {
		const { page } = await ask(client, {
			query: `query List(${declared}$filter: IssueFilter, $first: Int!, $after: String) {
        page: ${name}(${handed}filter: $filter, first: $first, after: $after) {
          nodes { ${ISSUE} } pageInfo { hasNextPage endCursor }
        }
      }`,
			variables: {
				...isSearch ? { term: text } : {},
				filter,
				first: PAGE$1,
				after
			},
			shape: (z) => z.object({ page: pageShape(issueShape)(z) }),
			about: isSearch ? "a search" : "a list of issues"
		});
		return page;
	});
	for await (const issue of issues) {
		const ticket = ticketOf(client, issue, issue.identifier);
		if (issue.trashed !== true && require_ask_many.fits(ticket, query)) yield ticket;
	}
}
function filterOf({ settings }, query) {
	const { states = [], assignee, labels = [], updatedSince } = query;
	const narrows = states.length > 0 && settings.status_map === void 0 && !states.includes("unknown");
	return {
		team: { key: { in: settings.teams } },
		...narrows ? { or: states.map(stateFilter) } : {},
		...assignee === void 0 ? {} : { assignee: userFilter(assignee) },
		...labels.length === 0 ? {} : { and: labels.map((label) => ({ labels: { some: { name: { eqIgnoreCase: label } } } })) },
		...updatedSince === void 0 ? {} : { updatedAt: { gte: updatedSince } }
	};
}
function stateFilter(state) {
	const types = [...CATEGORIES].flatMap(([type, category]) => category === state ? [type] : []);
	return { state: types.length > 0 ? { type: { in: types } } : { name: { eqIgnoreCase: state.trim() } } };
}
/** How a person is filtered by: an id, an e-mail address or one of two names. */
function userFilter(wanted) {
	if (wanted === "@me") return { isMe: { eq: true } };
	if (isUuid(wanted)) return { id: { eq: wanted } };
	if (wanted.includes("@")) return { email: { eqIgnoreCase: wanted } };
	return { or: [{ displayName: { eqIgnoreCase: wanted } }, { name: { eqIgnoreCase: wanted } }] };
}
function isUuid(text) {
	return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

// src/providers/linear/pasts.ts
/** Issues of one request: with so many changes of each they stay below the complexity that one query may have. */
const BATCH = 20;
/** Changes of each issue of a batch; one that has more is asked for alone. */
const CHANGES = 50;
const PAST = `identifier createdAt trashed state { id name type } history(first: $changes) {
  nodes { createdAt actor { id name displayName email } fromState { name type } toState { name type } }
  pageInfo { hasNextPage endCursor }
}`;
/** The states of issues so far. A batch knows issues by their present id alone; what it leaves out is asked for singly. */
async function pastsOf(client, ids) {
	return require_ask_many.askPasts(ids, BATCH, async (batch) => {
		const byId = new Map((await fetchBatch(client, batch)).map((issue) => [issue.identifier, issue]));
		return await require_ask_many.askPasts(batch, 1, async ([id = ""]) => {
			const issue = byId.get(id) ?? await fetchOne(client, id);
			return /* @__PURE__ */ new Map([[id, await pastIn(client, id, issue)]]);
		});
	});
}
async function pastIn(client, id, issue) {
	if (issue.trashed === true) return require_past_of.untoldBy(client.remote, id, { status: "absent" });
	const { history, createdAt } = issue;
	const changes = [];
	if (history.pageInfo.hasNextPage) for await (const change of changesOf(client, issue.identifier)) changes.push(change);
	else changes.push(...history.nodes);
	const map = client.settings.status_map;
	const moved = changes.filter(({ toState }) => toState !== null && toState !== void 0).sort((one, other) => one.createdAt.localeCompare(other.createdAt));
	const moves = moved.flatMap(({ createdAt: at, actor, toState }) => toState ? [{
		at: require_text.utc(at) ?? at,
		by: actor ? personOf(actor) : null,
		to: linearState(toState, map)
	}] : []);
	const now = linearState(issue.state, map);
	const [first] = moved;
	const began = first?.fromState ?? first?.toState;
	return require_past_of.pastOf(client.remote, {
		createdAt: require_text.utc(createdAt),
		first: began ? linearState(began, map) : now,
		moves,
		now
	});
}
async function fetchBatch(client, ids) {
	const { issues } = await ask(client, {
		query: `query Pasts($filter: IssueFilter!, $first: Int!, $changes: Int!) {
      issues(filter: $filter, first: $first, includeArchived: true) { nodes { ${PAST} } }
    }`,
		variables: {
			filter: anyOf(ids),
			first: BATCH,
			changes: CHANGES
		},
		shape: (z) => z.object({ issues: z.object({ nodes: z.array(pastShape(z)) }) }),
		about: `${ids.length} issues`
	});
	return issues.nodes;
}
async function fetchOne(client, id) {
	const { issue } = await ask(client, {
		query: `query Past($id: String!, $changes: Int!) { issue(id: $id) { ${PAST} } }`,
		variables: {
			id,
			changes: CHANGES
		},
		shape: (z) => z.object({ issue: pastShape(z) }),
		about: id
	});
	return issue;
}

// src/providers/linear/tell.ts
/** Entries of a connection asked for at a time. */
const PAGE = 50;
/** Whose key it is. */
async function whoAmI(client) {
	const { viewer } = await ask(client, {
		query: "query Viewer { viewer { id name displayName email } }",
		variables: {},
		shape: (z) => z.object({ viewer: userShape(z) }),
		about: "the account"
	});
	const { email, account = viewer.id, ...names } = personOf(viewer);
	return {
		account,
		...names,
		email: email === "" ? null : email,
		rights: null
	};
}
/** What is attached to an issue, told by the shape of its address. */
async function linksOf(client, id) {
	const links = [];
	for await (const { url, title } of nodesOf((after) => attachments(client, id, after))) links.push(require_code_link.codeLink(url, title ? require_text.cleanLine(title) : null, "mentions"));
	return links;
}
async function attachments(client, id, after) {
	const { issue } = await ask(client, {
		query: `query Links($id: String!, $first: Int!, $after: String) {
      issue(id: $id) { attachments(first: $first, after: $after) { nodes { url title } pageInfo { hasNextPage endCursor } } }
    }`,
		variables: {
			id,
			first: PAGE,
			after
		},
		shape: (z) => {
			const node = z.object({
				url: z.string(),
				title: z.string().nullish()
			});
			return z.object({ issue: z.object({ attachments: pageShape(() => node)(z) }) });
		},
		about: id
	});
	return issue.attachments;
}

// src/providers/linear/write.ts
/** Most states or labels of a team that are looked at. */
const MOST = 250;
/** Puts an issue into the first state of its team that fits; one that stands there stays. */
async function setState(client, id, target) {
	const { status_map } = client.settings;
	const issue = await fetchIssue(client, id);
	const now = linearState(issue.state, status_map);
	if (require_ask_many.isState(target, now)) return now;
	const states = await statesOf(client, issue.team.key);
	const fitting = states.filter((state) => require_ask_many.isState(target, linearState(state, status_map)));
	const state = fitting.find(({ type }) => type !== "triage") ?? fitting[0];
	if (state === void 0) throw new require_git.Fault("usage", `${client.remote} has no state ${target} in the team of ${id}.`, { wanted: states.map(({ name }) => name).join(", ") });
	return linearState((await update(client, issue, { stateId: state.id })).state, status_map);
}
async function statesOf(client, team) {
	const { workflowStates } = await ask(client, {
		query: `query States($team: String!, $first: Int!) {
      workflowStates(filter: { team: { key: { eq: $team } } }, first: $first) { nodes { id name type position } }
    }`,
		variables: {
			team,
			first: MOST
		},
		shape: (z) => z.object({ workflowStates: z.object({ nodes: z.array(stateShape(z)) }) }),
		about: `the states of ${team}`
	});
	return workflowStates.nodes.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
}
async function update(client, issue, input) {
	const { issueUpdate } = await change(client, {
		query: `mutation Update($id: String!, $input: IssueUpdateInput!) {
      issueUpdate(id: $id, input: $input) { success issue { ${ISSUE} } }
    }`,
		variables: {
			id: issue.id,
			input
		},
		shape: (z) => z.object({ issueUpdate: z.object({
			success: z.boolean(),
			issue: issueShape(z).nullish()
		}) }),
		about: issue.identifier
	});
	if (!issueUpdate.success || !issueUpdate.issue) throw require_trouble.trouble("unavailable", `${client.remote} did not change ${issue.identifier}.`);
	return issueUpdate.issue;
}
/** Sets the given fields in one request, and compares what Linear says that it stored. */
async function editIssue(client, id, edit) {
	const { title, description, labels, assignees } = edit;
	const issue = await fetchIssue(client, id);
	const labelIds = labels && await labelIdsOf(client, issue, labels);
	const assigneeId = assignees && await assigneeIdOf(client, id, assignees);
	const input = {
		...title === void 0 ? {} : { title },
		...description === void 0 ? {} : { description },
		...labelIds === void 0 ? {} : { labelIds },
		...assigneeId === void 0 ? {} : { assigneeId }
	};
	if (Object.keys(input).length === 0) return;
	const after = await update(client, issue, input);
	const stored = after.labels.nodes.map(({ name }) => name.toLowerCase()).sort().join("\n");
	const dropped = [
		title !== void 0 && after.title.trim() !== title.trim() ? "the title" : "",
		description !== void 0 && !isSameText(description, after.description ?? "") ? "the description" : "",
		labels !== void 0 && stored !== distinct(labels).sort().join("\n") ? "the labels" : "",
		assigneeId !== void 0 && (after.assignee?.id ?? null) !== assigneeId ? "the assignee" : ""
	].filter(Boolean);
	if (dropped.length > 0) throw require_trouble.trouble("forbidden", `${client.remote} did not take ${dropped.join(" and ")} of ${id}.`);
}
function distinct(names) {
	return [...new Set(names.map((name) => name.toLowerCase()))];
}
/** Linear writes Markdown in its own way: only the letters and digits are compared. */
function isSameText(one, other) {
	const letters = (text) => require_text.cleanMarkdown(text).replace(/[^\p{L}\p{N}]+/gu, "");
	return letters(one) === letters(other);
}
async function labelIdsOf(client, { team, identifier }, labels) {
	if (labels.length === 0) return [];
	const { issueLabels } = await ask(client, {
		query: `query Labels($filter: IssueLabelFilter, $first: Int!) {
      issueLabels(filter: $filter, first: $first) { nodes { id name team { key } } }
    }`,
		variables: {
			filter: { or: labels.map((label) => ({ name: { eqIgnoreCase: label } })) },
			first: MOST
		},
		shape: (z) => {
			const label = z.object({
				id: z.string(),
				name: z.string(),
				team: z.object({ key: z.string() }).nullish()
			});
			return z.object({ issueLabels: z.object({ nodes: z.array(label) }) });
		},
		about: "labels"
	});
	const usable = issueLabels.nodes.filter((label) => !label.team || label.team.key === team.key);
	return distinct(labels).map((wanted) => {
		const label = usable.find(({ name }) => name.toLowerCase() === wanted);
		if (label !== void 0) return label.id;
		throw new require_git.Fault("usage", `${client.remote} has no label ${wanted} in the team of ${identifier}.`, { wanted: "a label that exists" });
	});
}
async function assigneeIdOf(client, id, [wanted, ...more]) {
	if (wanted === void 0) return null;
	if (more.length > 0) throw new require_git.Fault("usage", `${client.remote} gives ${id} one assignee at most.`, { wanted: "one name" });
	const { users } = await ask(client, {
		query: "query Users($filter: UserFilter) { users(filter: $filter, first: 2) { nodes { id name displayName email } } }",
		variables: { filter: userFilter(wanted) },
		shape: (z) => z.object({ users: z.object({ nodes: z.array(userShape(z)) }) }),
		about: wanted
	});
	const [user, ...others] = users.nodes;
	if (user !== void 0 && others.length === 0) return user.id;
	throw new require_git.Fault("usage", `${client.remote} knows nobody, or several, by the name that ${id} is to be assigned to.`, {
		found: wanted,
		wanted: "an e-mail address, a display name or a user's id"
	});
}

// src/providers/linear/index.ts
/** Linear, by its GraphQL API. */
const provider = require_provider.defineTracker({
	id: "linear",
	grammar: "linear",
	capabilities: {
		remote: true,
		all: false,
		batch: 100
	},
	settings: require_settings.linearSettings,
	access,
	connect(remote, settings, { http }) {
		const client = {
			remote,
			settings,
			http
		};
		const believe = require_ask_many.believer(() => whoAmI(client));
		const many = async (ids) => believe(await lookUpMany(client, ids));
		return {
			remote,
			many,
			one: require_ask_many.oneOf(many),
			identity: () => whoAmI(client),
			list: (query) => listTickets(client, query),
			search: (text, query = {}) => listTickets(client, query, text),
			links: (id) => linksOf(client, id),
			history: (id) => historyOf(client, id),
			recordsText: false,
			pasts: (ids) => pastsOf(client, ids),
			comments: (id) => commentsOf(client, id),
			setState: (id, target) => setState(client, id, target),
			edit: (id, fields) => editIssue(client, id, fields),
			comment: (id, text, mark) => postComment(client, id, text, mark)
		};
	}
});

exports.provider = provider;