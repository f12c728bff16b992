"use strict";

const require_core = require("./core.js");
const require_ask_many = require("./providers-ask-many.js");
const require_provider = require("./providers-provider.js");
const require_text = require("./providers-text.js");
const require_untold = require("./providers-untold.js");
const require_git = require("./git.js");
const require_answer = require("./providers-answer.js");
const require_trouble = require("./providers-trouble.js");
const require_mark = require("./providers-mark.js");
const require_code_url = require("./providers-code-url.js");
const require_settings = require("./providers-notion-settings.js");

// src/providers/notion/access.ts
const SERVICE = "https://api.notion.com";
/** Where Notion is asked. */
const access = {
	base: ({ url = SERVICE }) => `${url.replace(/\/+$/, "")}/v1`,
	isVendor: (host) => host === "api.notion.com",
	variables: () => ({ token: [
		"NOTION_TOKEN",
		"NOTION_API_KEY",
		"NOTION_API_TOKEN"
	] }),
	headers: ({ token }) => ({ authorization: `Bearer ${token}` }),
	anonymous: false
};

// src/providers/notion/schema.ts
const richText = (z) => z.array(z.object({ plain_text: z.string() }));
const named = (z) => z.object({ name: z.string() });
/** A person, or the connection itself; what the account may not know is missing. */
const user = (z) => z.object({
	id: z.string(),
	name: z.string().nullish(),
	person: z.object({ email: z.string().nullish() }).nullish()
});
/** Whose token it is: a connection, which may act for a person. */
const me = (z) => user(z).extend({ bot: z.object({ owner: z.object({ user: user(z).nullish() }).nullish() }).nullish() });
const property = (z) => z.object({
	type: z.string(),
	title: richText(z).optional(),
	rich_text: richText(z).optional(),
	status: named(z).nullish(),
	select: named(z).nullish(),
	multi_select: z.array(named(z)).optional(),
	people: z.array(user(z)).optional(),
	relation: z.array(z.object({ id: z.string() })).optional(),
	unique_id: z.object({
		prefix: z.string().nullish(),
		number: z.number().nullish()
	}).nullish(),
	url: z.string().nullish()
});
/** One page. Its properties bear the names that people gave them. */
const page = (z) => z.object({
	id: z.string(),
	created_time: z.string(),
	last_edited_time: z.string(),
	created_by: user(z).nullish(),
	last_edited_by: user(z).nullish(),
	parent: z.object({
		data_source_id: z.string().optional(),
		database_id: z.string().optional()
	}),
	in_trash: z.boolean().optional(),
	archived: z.boolean().optional(),
	is_archived: z.boolean().optional(),
	url: z.string().nullish(),
	properties: z.record(z.string(), property(z))
});
/** A page of pages. */
const pages = (z) => z.object({
	results: z.array(page(z)),
	next_cursor: z.string().nullish(),
	request_status: z.object({ type: z.string() }).nullish()
});
const options = (z) => z.array(z.object({
	id: z.string(),
	name: z.string()
}));
/** What a data source keeps of each page. */
const dataSource = (z) => z.object({
	id: z.string(),
	properties: z.record(z.string(), z.object({
		type: z.string(),
		status: z.object({
			options: options(z),
			groups: z.array(z.object({ option_ids: z.array(z.string()) }))
		}).optional(),
		select: z.object({ options: options(z) }).optional()
	}))
});
/** A database, which holds one data source or several. */
const database = (z) => z.object({ data_sources: z.array(z.object({ id: z.string() })) });
/** A page's text. */
const markdown = (z) => z.object({
	markdown: z.string(),
	truncated: z.boolean().nullish()
});
/** A page of people. */
const users = (z) => z.object({
	results: z.array(user(z)),
	next_cursor: z.string().nullish()
});
/** A page of comments, oldest first. */
const comments = (z) => z.object({
	results: z.array(z.object({
		id: z.string(),
		rich_text: richText(z),
		created_by: user(z).nullish(),
		created_time: z.string(),
		last_edited_time: z.string().nullish()
	})),
	next_cursor: z.string().nullish()
});
/** A comment that was made. */
const posted = (z) => z.object({ id: z.string() });
/** What is answered instead of what was asked. */
const refusal = (z) => z.object({
	code: z.string(),
	message: z.string()
});

// src/providers/notion/ask.ts
/** The oldest version that knows data sources; without one, every request is refused. */
const VERSION = "2025-09-03";
/** An id in the one form that is compared: the dashes are optional. */
function compact(id) {
	return id.replaceAll("-", "").toLowerCase();
}
/** Asks, and reads what was answered. `about`: what is asked for, as people name it. */
async function askJson({ remote, http }, request, { shape, about }) {
	const headers = {
		"notion-version": VERSION,
		...request.headers
	};
	const reply = await http.send({
		...request,
		headers,
		follow: false
	});
	if (reply.status === 200) return require_answer.readJson(remote, reply, shape);
	throw await refused(remote, reply, about);
}
/** The fault that an answer is. What is not shared with the account is answered as what is not there. */
async function refused(remote, reply, about) {
	const found = await said(remote, reply) || `status ${reply.status}`;
	switch (reply.status) {
		case 401: return require_trouble.trouble("credentials", `${remote} does not accept the token.`, {
			found,
			fix: "put a token that is alive into NOTION_TOKEN"
		});
		case 403: return require_trouble.trouble("forbidden", `${remote} refuses the account ${about}.`, { found });
		case 404: return require_trouble.trouble("absent", `${remote} has no ${about}, or does not share it with this account.`, { found });
		case 400: return new require_git.Fault("usage", `${remote} refuses ${about}.`, { found });
		default: return require_trouble.trouble("unavailable", `${remote} answers ${reply.status} for ${about}.`, { found });
	}
}
async function said(remote, reply) {
	try {
		const { code, message } = await require_answer.readJson(remote, reply, refusal);
		return `${code}: ${message}`;
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) return "";
		throw thrown;
	}
}

// src/providers/notion/properties.ts
/** What a ticket is made of, by the type of property and by the names that such properties commonly have. */
const ROLES = {
	title: {
		type: "title",
		names: /./,
		only: false
	},
	status: {
		type: "status",
		names: /^(?:status|state)$/i,
		only: false
	},
	choice: {
		type: "select",
		names: /^(?:status|state|stage)$/i,
		only: true
	},
	people: {
		type: "people",
		names: /^(?:assign(?:ee|ees|ed to)?|owner|responsible)$/i,
		only: false
	},
	number: {
		type: "unique_id",
		names: /./,
		only: false
	},
	type: {
		type: "select",
		names: /^(?:type|kind|task type|issue type)$/i,
		only: true
	},
	labels: {
		type: "multi_select",
		names: /^(?:tags?|labels?)$/i,
		only: true
	},
	iteration: {
		type: "select",
		names: /^(?:sprint|iteration|cycle)$/i,
		only: true
	},
	parent: {
		type: "relation",
		names: /^parent(?:[- ](?:item|task|project))?$/i,
		only: true
	}
};
/** Name of the property that plays a role; `only`: none but one of the common names will do. Null: there is none. */
function nameOf(properties, role) {
	const { type, names, only } = ROLES[role];
	const fitting = Object.keys(properties).filter((name) => properties[name]?.type === type);
	return fitting.find((name) => names.test(name.trim())) ?? (only ? null : fitting[0] ?? null);
}
/** The property that plays a role. */
function propertyOf(properties, role) {
	const name = nameOf(properties, role);
	return name === null ? null : properties[name] ?? null;
}
/** Groups of a status, in their fixed order, whatever people call them. */
const GROUPS = [
	"open",
	"in_progress",
	"done"
];
/** All states that a data source's pages can have, in its order. */
function statesOf(source, map) {
	const properties = source?.properties ?? {};
	const { status, select } = propertyOf(properties, "status") ?? propertyOf(properties, "choice") ?? {};
	if (status === void 0) return (select?.options ?? []).map(({ name }) => require_ask_many.stateOf(name, "unknown", map));
	return status.options.map(({ id, name }) => {
		const group = status.groups.findIndex(({ option_ids }) => option_ids.includes(id));
		return require_ask_many.stateOf(name, GROUPS[group] ?? "unknown", map);
	});
}

// src/providers/notion/map.ts
/**
* A page as a ticket. `project` is the policy's own `data_source` for the pages in it, as the policy writes it, and the id
* of their data source for all others. `text`: its Markdown.
*/
async function toTicket(space, page, text = "") {
	const { properties, parent } = page;
	const id = compact(page.id);
	const { description, ...unshown } = require_text.described(text);
	const one = (role) => propertyOf(properties, role);
	const above = one("parent")?.relation?.[0]?.id;
	const iteration = one("iteration");
	return {
		remote: space.remote,
		id,
		key: keyOf(one("number")) ?? id,
		url: page.url?.startsWith("https://") ? page.url : `https://www.notion.so/${id}`,
		title: require_text.cleanLine(plain(one("title")?.title)),
		type: require_ask_many.typeOf(require_text.cleanLine(one("type")?.select?.name ?? "")),
		state: await stateIn(space, page),
		project: isOwn(space, page) ? space.settings.data_source : compact(parent.data_source_id ?? ""),
		assignees: (one("people")?.people ?? []).map(personOf),
		createdBy: page.created_by ? personOf(page.created_by) : null,
		labels: (one("labels")?.multi_select ?? []).map(({ name }) => require_text.cleanLine(name)),
		parent: above === void 0 ? null : compact(above),
		createdAt: require_text.utc(page.created_time),
		updatedAt: require_text.utc(page.last_edited_time),
		archived: page.is_archived ?? false,
		movedFrom: null,
		description,
		...unshown,
		criteria: require_text.criteriaIn(description),
		affected: [],
		path: null,
		...iteration === null ? {} : { iteration: iteration.select?.name ?? null },
		...untoldBy(one("people"), one("parent"))
	};
}
/** A page without such a property says nothing about what would stand in it. */
function untoldBy(people, parent) {
	const untold = [...people === null ? ["assignees"] : [], ...parent === null ? ["parent"] : []];
	return untold.length === 0 ? {} : { untold };
}
/** Whether a page is in the data source, or in the database, that the policy names. */
function isOwn({ settings }, { parent }) {
	const own = compact(settings.data_source);
	return [parent.data_source_id, parent.database_id].some((id) => id !== void 0 && compact(id) === own);
}
/** A page tells its state's name; which of the groups it is in stands in its data source. */
async function stateIn(space, { properties, parent }) {
	const { status_map } = space.settings;
	const property = propertyOf(properties, "status") ?? propertyOf(properties, "choice");
	const name = property?.status?.name ?? property?.select?.name;
	if (name === void 0) return {
		name: "none",
		category: "unknown"
	};
	const source = parent.data_source_id === void 0 ? null : await space.source(parent.data_source_id);
	return statesOf(source, status_map).find((state) => state.name === name) ?? require_ask_many.stateOf(name, "unknown", status_map);
}
/** `TASK-42`, as people name it. */
function keyOf(property) {
	const { prefix, number } = property?.unique_id ?? {};
	if (number === null || number === void 0) return null;
	return prefix ? `${require_text.cleanLine(prefix)}-${number}` : String(number);
}
/** The text of a piece of rich text. */
function plain(parts) {
	return (parts ?? []).map(({ plain_text }) => plain_text).join("");
}
/** Someone as far as the account may know them. */
function personOf({ id, name, person }) {
	return {
		name: require_text.cleanLine(name ?? ""),
		email: require_text.cleanLine(person?.email ?? ""),
		account: id
	};
}

// src/providers/notion/many.ts
/** Most tickets that are fetched with their text: it is a request more for each. */
const WITH_TEXT = 3;
/** Every page is a request of its own: this API can't ask for several by their ids. */
function lookUp(space, ids) {
	const withText = new Set(ids).size <= WITH_TEXT;
	return require_ask_many.askMany(ids, 1, async (batch) => {
		const answers = batch.map(async (id) => [id, await answerFor(space, id, withText)]);
		return new Map(await Promise.all(answers));
	});
}
async function answerFor(space, id, withText) {
	if (!/^[0-9a-f]{32}$/.test(id)) return {
		status: "absent",
		detail: "it is no id of a page"
	};
	try {
		const found = await read$1(space, id);
		if (found.in_trash ?? found.archived) return {
			status: "absent",
			detail: "it was deleted"
		};
		if (found.parent.data_source_id === void 0) return {
			status: "absent",
			detail: "it is a page of its own, not an entry of a data source"
		};
		const ticket = await toTicket(space, found, withText ? await textOf(space, id) : "");
		return {
			status: "found",
			ticket: withText ? ticket : {
				...ticket,
				untold: [...ticket.untold ?? [], "snapshot"]
			},
			source: "api"
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code !== "usage") return require_trouble.asLookup(thrown);
		return {
			status: "unavailable",
			detail: `${thrown.message} ${thrown.found ?? ""}`
		};
	}
}
/** One page, wherever it is. */
function read$1(space, id) {
	const path = `/pages/${encodeURIComponent(id)}`;
	return askJson(space, { path }, {
		shape: page,
		about: `page ${id}`
	});
}
/** One page of the policy's data source: no other is changed, and of no other is more told than a look-up does. */
async function readOwn(space, id) {
	const found = await read$1(space, id);
	if (isOwn(space, found) && !(found.in_trash ?? found.archived)) return found;
	throw require_trouble.trouble("absent", `${space.remote} has no page ${id} in its data source.`);
}
/** A page's text as Markdown. */
async function textOf(space, id) {
	const path = `/pages/${encodeURIComponent(id)}/markdown`;
	const { markdown: text, truncated } = await askJson(space, { path }, {
		shape: markdown,
		about: `page ${id}`
	});
	return truncated === true ? `${text}\n\n… (shortened)` : text;
}

// src/providers/notion/comment.ts
/** What was written below a page and not resolved, which is all that this API tells. Its Markdown is lost. */
async function commentsOf(space, id) {
	const url = (await readOwn(space, id)).url ?? null;
	const all = [];
	for await (const { id: number, rich_text, created_by, created_time, last_edited_time } of stored(space, id)) all.push({
		id: number,
		url,
		by: created_by ? personOf(created_by) : null,
		at: require_text.utc(created_time) ?? created_time,
		edited: typeof last_edited_time === "string" ? last_edited_time !== created_time : null,
		text: require_text.cleanMarkdown(plain(rich_text))
	});
	return require_ask_many.oldestFirst(all);
}
/**
* Posts a comment whose last line is its mark. This API can't change a comment: the same text with the same mark is left
* as it is, another text is one more comment below the old one.
*/
async function comment(space, id, text, mark) {
	const line = require_mark.markLine(mark);
	const wanted = require_mark.signed(text, line);
	const url = (await readOwn(space, id)).url ?? null;
	const known = await newest(space, id, line);
	if (known !== null && words(known.text) === words(wanted)) return {
		id: known.id,
		url,
		changed: false
	};
	return {
		id: (await askJson(space, {
			method: "POST",
			path: "/comments",
			json: {
				parent: { page_id: id },
				markdown: wanted
			}
		}, {
			shape: posted,
			about: `to comment on page ${id}`
		})).id,
		url,
		changed: true
	};
}
/** The last comment with the mark. */
async function newest(space, id, mark) {
	let found = null;
	for await (const one of stored(space, id)) {
		const text = plain(one.rich_text).trim();
		if (text.split(/\s+/).at(-1) === mark) found = {
			id: one.id,
			text
		};
	}
	return found;
}
/** Oldest first. */
async function* stored(space, id) {
	let start_cursor;
	do {
		const page = await askJson(space, {
			path: "/comments",
			query: {
				block_id: id,
				page_size: 100,
				start_cursor
			}
		}, {
			shape: comments,
			about: `to read comments of page ${id}`
		});
		yield* page.results;
		start_cursor = page.next_cursor ?? void 0;
	} while (start_cursor !== void 0);
}
/** Letters and digits alone: what is read back has lost its Markdown. */
function words(text) {
	return text.replace(/\]\([^()\s]*\)/g, "]").replace(/[^\p{L}\p{N}]+/gu, "");
}

// src/providers/notion/history.ts
/** This API keeps no changes: it tells who made a page and who edited it last, and when, not what they changed. */
async function history(space, id) {
	const { created_time, created_by, last_edited_time, last_edited_by } = await readOwn(space, id);
	const event = (field, time, by) => {
		const at = require_text.utc(time);
		return at === null ? [] : [{
			at,
			by: by ? personOf(by) : null,
			field,
			from: null,
			to: null
		}];
	};
	return [...event("created", created_time, created_by), ...event("edited", last_edited_time, last_edited_by)];
}

// src/providers/notion/links.ts
/** What a page leads to: its properties of type url, and the addresses of forges in its other texts. */
async function links(space, id) {
	const { properties } = await readOwn(space, id);
	const links = [...Object.entries(properties).flatMap(([name, { url, rich_text }]) => [...url ? [require_code_url.codeUrl(url, name)] : [], ...require_code_url.codeUrlsIn(plain(rich_text))]), ...require_code_url.codeUrlsIn(await textOf(space, id))].filter((link) => link !== null);
	return [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed();
}

// src/providers/notion/people.ts
const UUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
/** Ids of people by id, name or e-mail address, in their order. Throws Fault("usage") for one who is not there. */
async function personIds(space, names) {
	const known = names.every((name) => UUID.test(name) || name === "@me") ? [] : await everyone(space);
	return Promise.all(names.map(async (name) => {
		if (UUID.test(name)) return name;
		if (name === "@me") return owner(space);
		const found = known.find((one) => [one.name, one.person?.email].some((text) => typeof text === "string" && require_ask_many.isSame(text, name)));
		if (found !== void 0) return found.id;
		throw new require_git.Fault("usage", `Nobody in the workspace of ${space.remote} bears this name.`, {
			found: name,
			wanted: "a member's name, e-mail address or id"
		});
	}));
}
/** A connection is nobody itself; some act for a person. */
async function owner(space) {
	const { bot } = await askJson(space, { path: "/users/me" }, {
		shape: me,
		about: "the account"
	});
	if (bot?.owner?.user) return bot.owner.user.id;
	throw new require_git.Fault("usage", `The connection to ${space.remote} acts for nobody, so @me is no one.`, {
		found: "@me",
		wanted: "a member's name, e-mail address or id"
	});
}
async function everyone(space) {
	const all = [];
	let start_cursor;
	do {
		const page = await askJson(space, {
			path: "/users",
			query: {
				page_size: 100,
				start_cursor
			}
		}, {
			shape: users,
			about: "people of the workspace"
		});
		all.push(...page.results);
		start_cursor = page.next_cursor ?? void 0;
	} while (start_cursor !== void 0);
	return all;
}

// src/providers/notion/sources.ts
/** Reads data sources, each once a connection. A failure is not kept. */
function sourceBook(asking) {
	const known = /* @__PURE__ */ new Map();
	return (id) => {
		const key = compact(id);
		const held = known.get(key) ?? read(asking, id);
		known.set(key, held);
		held.catch(() => known.delete(key));
		return held;
	};
}
async function read(asking, id) {
	const path = `/data_sources/${encodeURIComponent(id)}`;
	return orNull(askJson(asking, { path }, {
		shape: dataSource,
		about: `data source ${id}`
	}));
}
/** The policy's data source; where it names a database, all that are in it. */
async function ownSources(space) {
	const { data_source: id } = space.settings;
	const source = await space.source(id);
	if (source !== null) return [source];
	const path = `/databases/${encodeURIComponent(id)}`;
	const { data_sources } = await askJson(space, { path }, {
		shape: database,
		about: `data source ${id}`
	});
	return (await Promise.all(data_sources.map((one) => space.source(one.id)))).filter((one) => one !== null);
}
async function orNull(asked) {
	try {
		return await asked;
	} catch (thrown) {
		if (thrown instanceof require_git.Fault && (thrown.code === "absent" || thrown.code === "forbidden")) return null;
		throw thrown;
	}
}

// src/providers/notion/list.ts
/** Pages of the data source that a query wants, without their texts. `text`: part of the title, all that can be searched. */
async function* list(space, wanted, text) {
	const { assignee } = wanted;
	const [person = null] = assignee === void 0 ? [] : await personIds(space, [assignee]);
	for (const source of await ownSources(space)) {
		const filters = filtersOf(space, source, {
			wanted,
			person,
			text
		});
		if (filters !== null) yield* query(space, source, {
			wanted,
			filters
		});
	}
}
/** A data source stops after ten thousand pages: the rest is asked for from the last one on. */
async function* query(space, source, { wanted, filters }) {
	const isOldest = wanted.order === "oldest-first";
	const seen = /* @__PURE__ */ new Set();
	let bound = [];
	for (;;) {
		let last = null;
		let isEnd = true;
		const before = seen.size;
		for await (const { results, incomplete } of answers(space, source, {
			filters: [...filters, ...bound],
			isOldest
		})) {
			isEnd = !incomplete;
			for (const page of results) {
				last = page.last_edited_time;
				const mark = `${page.id} ${page.last_edited_time}`;
				if (seen.has(mark) || (page.in_trash ?? page.archived)) continue;
				seen.add(mark);
				const ticket = await toTicket(space, page);
				if (require_ask_many.fits(ticket, wanted)) yield ticket;
			}
		}
		if (isEnd) return;
		if (last === null || seen.size === before) throw require_trouble.trouble("unavailable", `${space.remote} stopped listing before its end: too many pages were changed in one minute.`);
		bound = [{
			timestamp: "last_edited_time",
			last_edited_time: { [isOldest ? "on_or_after" : "on_or_before"]: last }
		}];
	}
}
async function* answers(space, source, { filters, isOldest }) {
	let start_cursor;
	do {
		const json = {
			...filters.length === 0 ? {} : { filter: { and: filters } },
			sorts: [{
				timestamp: "last_edited_time",
				direction: isOldest ? "ascending" : "descending"
			}],
			page_size: 100,
			...start_cursor === void 0 ? {} : { start_cursor }
		};
		const request = {
			method: "POST",
			path: `/data_sources/${encodeURIComponent(source.id)}/query`,
			json,
			reads: true
		};
		const reply = await askJson(space, request, {
			shape: pages,
			about: "the data source's pages"
		});
		start_cursor = reply.next_cursor ?? void 0;
		const isLast = start_cursor === void 0;
		yield {
			results: reply.results,
			incomplete: isLast && reply.request_status?.type === "incomplete"
		};
	} while (start_cursor !== void 0);
}
/** What the tracker is asked; null: nothing can fit, there is no such state or property. */
function filtersOf(space, source, { wanted, person, text }) {
	const { states = [], labels = [], updatedSince } = wanted;
	const names = (role) => nameOf(source.properties, role);
	const [people, tags] = [names("people"), names("labels")];
	const fitting = statesOf(source, space.settings.status_map).filter((state) => states.some((one) => require_ask_many.isState(one, state)));
	if (states.length > 0 && fitting.length === 0 || person !== null && people === null || labels.length > 0 && tags === null) return null;
	const [property, type] = [names("status") ?? names("choice"), names("status") === null ? "select" : "status"];
	return [
		...fitting.length === 0 ? [] : [{ or: fitting.map(({ name }) => ({
			property,
			[type]: { equals: name }
		})) }],
		...person === null ? [] : [{
			property: people,
			people: { contains: person }
		}],
		...labels.map((label) => ({
			property: tags,
			multi_select: { contains: label }
		})),
		...updatedSince === void 0 ? [] : [{
			timestamp: "last_edited_time",
			last_edited_time: { on_or_after: updatedSince }
		}],
		...text === void 0 ? [] : [{
			property: names("title"),
			title: { contains: text }
		}]
	];
}

// src/providers/notion/write.ts
/** Longest piece of rich text. */
const LONGEST_PIECE = 2e3;
/** Sets one of the options of the page's status, or the first one of a category. */
async function setState(space, id, target) {
	const page = await readOwn(space, id);
	const now = await stateIn(space, page);
	if (require_ask_many.isState(target, now)) return now;
	const source = page.parent.data_source_id === void 0 ? null : await space.source(page.parent.data_source_id);
	const states = statesOf(source, space.settings.status_map);
	const first = states.find((state) => require_ask_many.isState(target, state));
	const property = nameOf(page.properties, "status") ?? nameOf(page.properties, "choice");
	if (first === void 0 || property === null) throw new require_git.Fault("usage", `Page ${id} of ${space.remote} can't be set to this state.`, {
		found: target,
		wanted: `an option of its status: ${states.map(({ name }) => name).join(", ")}`
	});
	const type = page.properties[property]?.type ?? "status";
	const changed = await patch(space, id, { [property]: { [type]: { name: first.name } } });
	return stateIn(space, changed);
}
/** Sets title, people and tags in one request, the text in another. */
async function edit(space, id, fields) {
	const page = await readOwn(space, id);
	const people = fields.assignees && await personIds(space, fields.assignees);
	const properties = {
		...valueFor(space, page, "title", fields.title && { title: pieces(fields.title) }),
		...valueFor(space, page, "people", people && { people: people.map((one) => ({
			object: "user",
			id: one
		})) }),
		...valueFor(space, page, "labels", fields.labels && { multi_select: fields.labels.map((name) => ({ name })) })
	};
	const changed = Object.keys(properties).length === 0 ? page : await patch(space, id, properties);
	if (fields.description !== void 0) {
		const json = {
			type: "replace_content",
			replace_content: { new_str: fields.description }
		};
		const path = `/pages/${encodeURIComponent(id)}/markdown`;
		await askJson(space, {
			method: "PATCH",
			path,
			json
		}, {
			shape: markdown,
			about: `to change page ${id}`
		});
	}
	const dropped = droppedFrom(changed, fields, people ?? []);
	if (dropped.length > 0) throw require_trouble.trouble("forbidden", `${space.remote} did not take over all that page ${id} was given.`, { found: dropped.join(", ") });
}
/** The value under the name that the property has there. */
function valueFor({ remote }, { properties }, role, value) {
	if (value === void 0 || value === "") return {};
	const name = nameOf(properties, role);
	if (name !== null) return { [name]: value };
	throw new require_git.Fault("usage", `The data source of ${remote} has no property for ${role}.`, { wanted: role === "labels" ? "a multi-select called Tags or Labels" : `a property of type ${role}` });
}
function patch(space, id, properties) {
	const request = {
		method: "PATCH",
		path: `/pages/${encodeURIComponent(id)}`,
		json: { properties }
	};
	return askJson(space, request, {
		shape: page,
		about: `to change page ${id}`
	});
}
function pieces(text) {
	const count = Math.ceil(text.length / LONGEST_PIECE);
	return Array.from({ length: count }, (_, at) => ({ text: { content: text.slice(at * LONGEST_PIECE, (at + 1) * LONGEST_PIECE) } }));
}
function droppedFrom({ properties }, { title, labels = [] }, people) {
	const tags = propertyOf(properties, "labels")?.multi_select ?? [];
	const assigned = (propertyOf(properties, "people")?.people ?? []).map(({ id }) => compact(id));
	return [
		...title === void 0 || require_ask_many.isSame(title, plain(propertyOf(properties, "title")?.title)) ? [] : ["the title"],
		...people.filter((id) => !assigned.includes(compact(id))).map((id) => `the assignee ${id}`),
		...labels.filter((label) => !tags.some(({ name }) => require_ask_many.isSame(name, label))).map((label) => `the tag ${label}`)
	];
}

// src/providers/notion/index.ts
/** Notion, the pages of one data source. */
const provider = require_provider.defineTracker({
	id: "notion",
	grammar: "notion",
	capabilities: {
		remote: true,
		all: false
	},
	settings: require_settings.notionSettings,
	access,
	connect(remote, settings, { http }) {
		const space = {
			remote,
			settings,
			http,
			source: sourceBook({
				remote,
				http
			})
		};
		const identity = require_core.once(() => whoAmI({
			remote,
			http
		}));
		const believe = require_ask_many.believer(identity);
		const many = async (ids) => believe(await lookUp(space, ids));
		return {
			remote,
			many,
			identity,
			one: require_ask_many.oneOf(many),
			list: (query) => list(space, query),
			search: (text, query = {}) => list(space, query, text),
			links: (id) => links(space, id),
			history: (id) => history(space, id),
			recordsText: false,
			pasts: async (ids) => require_untold.untold(ids, "Notion keeps no history of a page's properties."),
			comments: (id) => commentsOf(space, id),
			setState: (id, target) => setState(space, id, target),
			edit: (id, fields) => edit(space, id, fields),
			comment: (id, text, mark) => comment(space, id, text, mark)
		};
	}
});
async function whoAmI(asking) {
	const user = await askJson(asking, { path: "/users/me" }, {
		shape: me,
		about: "the account"
	});
	const email = user.person?.email ?? user.bot?.owner?.user?.person?.email;
	return {
		account: user.id,
		name: require_text.cleanLine(user.name ?? user.id),
		email: email ? require_text.cleanLine(email) : null,
		rights: null
	};
}

exports.provider = provider;