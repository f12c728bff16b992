"use strict";

const require_core = require("./core.js");
const require_ask_many = require("./providers-ask-many.js");
const require_provider = require("./providers-provider.js");
const require_text = require("./providers-text.js");
const require_trouble = require("./providers-trouble.js");
const require_git = require("./git.js");
const require_answer = require("./providers-answer.js");
const require_azure_sign_in = require("./providers-azure-sign-in.js");
const require_mark = require("./providers-mark.js");
const require_label_changes = require("./providers-label-changes.js");
const require_code_url = require("./providers-code-url.js");
const require_past_of = require("./providers-past-of.js");
const require_settings = require("./providers-azure-devops-settings.js");

// src/providers/azure-devops/access.ts
const SERVICE = "https://dev.azure.com";
/** Azure DevOps as an application of Microsoft's directory: what `az` is asked a token for. */
const APPLICATION = "499b84ac-1321-427f-aa17-267ca6975798";
/** A token of Microsoft's directory or of a pipeline is a JSON Web Token; a personal one is not. */
const isJwt = (token) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
/** Where Azure Boards is asked: the service, or a server of one's own. */
const access = {
	base: ({ url = SERVICE, organization }) => `${url.replace(/\/+$/, "")}/${encodeURIComponent(organization)}`,
	isVendor: (host) => host === "dev.azure.com" || /^[\w-]+\.visualstudio\.com$/.test(host),
	variables: () => ({ token: [
		"ADO_PAT",
		"AZURE_DEVOPS_EXT_PAT",
		"AZURE_DEVOPS_PAT",
		"AZURE_DEVOPS_TOKEN",
		"SYSTEM_ACCESSTOKEN"
	] }),
	command: () => [...[
		"az",
		"account",
		"get-access-token",
		"--resource",
		APPLICATION
	], ...[
		"--query",
		"accessToken",
		"--output",
		"tsv"
	]],
	gitHost: ({ url = SERVICE }) => new URL(url).host,
	headers: ({ token }) => ({ authorization: isJwt(token) ? `Bearer ${token}` : `Basic ${Buffer.from(`:${token}`).toString("base64")}` }),
	anonymous: false
};

// src/providers/azure-devops/schema.ts
const identity = (z) => z.object({
	displayName: z.string().optional(),
	uniqueName: z.string().optional(),
	id: z.string().optional()
});
const text = (z) => z.string().nullish();
/** Fields that a ticket is made of; a field that is not set is missing. */
const FIELDS = [
	"System.Id",
	"System.TeamProject",
	"System.WorkItemType",
	"System.State",
	"System.Title",
	"System.Description",
	"System.Tags",
	"System.AssignedTo",
	"System.CreatedBy",
	"System.CreatedDate",
	"System.ChangedDate",
	"System.IterationPath",
	"System.Parent",
	"Microsoft.VSTS.TCM.ReproSteps",
	"Microsoft.VSTS.Common.AcceptanceCriteria",
	"Microsoft.VSTS.Common.Risk"
];
/** Those of them that only some processes have. */
const PROCESS_FIELDS = [
	"Microsoft.VSTS.TCM.ReproSteps",
	"Microsoft.VSTS.Common.AcceptanceCriteria",
	"Microsoft.VSTS.Common.Risk"
];
/** One work item. */
const workItem = (z) => z.object({
	id: z.number().int(),
	rev: z.number().int(),
	fields: z.object({
		"System.TeamProject": z.string(),
		"System.WorkItemType": z.string(),
		"System.State": z.string(),
		"System.Title": z.string(),
		"System.Description": text(z),
		"System.Tags": text(z),
		"System.AssignedTo": identity(z).nullish(),
		"System.CreatedBy": identity(z).nullish(),
		"System.CreatedDate": text(z),
		"System.ChangedDate": text(z),
		"System.IterationPath": text(z),
		"System.Parent": z.number().int().nullish(),
		"Microsoft.VSTS.TCM.ReproSteps": text(z),
		"Microsoft.VSTS.Common.AcceptanceCriteria": text(z),
		"Microsoft.VSTS.Common.Risk": text(z)
	}),
	relations: z.array(z.object({
		rel: z.string(),
		url: z.string(),
		attributes: z.object({
			name: text(z),
			comment: text(z)
		}).nullish()
	})).nullish()
});
/** A batch: what can't be read is a hole. */
const workItems = (z) => z.object({ value: z.array(workItem(z).nullable()) });
/** What WIQL answers: numbers alone. */
const numbers = (z) => z.object({
	workItems: z.array(z.object({ id: z.number().int() })),
	asOf: text(z)
});
/** States of one type of work item. */
const states = (z) => z.object({ value: z.array(z.object({
	name: z.string(),
	category: text(z)
})) });
/** Whose token it is. */
const connectionData = (z) => z.object({ authenticatedUser: z.object({
	id: z.string(),
	providerDisplayName: z.string().optional(),
	properties: z.object({ Account: z.object({ $value: z.string() }).optional() }).optional()
}) });
/** A page of comments. */
const comments = (z) => z.object({
	comments: z.array(z.object({
		id: z.number().int(),
		text: text(z),
		version: z.number().int().nullish(),
		isDeleted: z.boolean().optional(),
		createdBy: identity(z).nullish(),
		createdDate: z.string(),
		modifiedDate: text(z)
	})),
	continuationToken: text(z)
});
/** One comment as it was stored. */
const comment$1 = (z) => z.object({ id: z.number().int() });
/** A page of changes. */
const updates = (z) => z.object({ value: z.array(z.object({
	revisedBy: identity(z).nullish(),
	revisedDate: text(z),
	fields: z.record(z.string(), z.object({
		oldValue: z.unknown().optional(),
		newValue: z.unknown().optional()
	})).nullish()
})) });
/** Fields of a revision that tell of its state. */
const REVISION = [
	"System.TeamProject",
	"System.WorkItemType",
	"System.State",
	"System.ChangedDate",
	"System.ChangedBy"
];
/** A page of the revisions of all work items. */
const revisions = (z) => z.object({
	values: z.array(z.object({
		id: z.number().int(),
		rev: z.number().int(),
		fields: z.object({
			"System.TeamProject": z.string(),
			"System.WorkItemType": z.string(),
			"System.State": z.string(),
			"System.ChangedDate": z.string(),
			"System.ChangedBy": identity(z).nullish()
		})
	})),
	continuationToken: text(z),
	isLastBatch: z.boolean().nullish()
});
/** What is answered instead of what was asked. */
const refusal = (z) => z.object({
	message: z.string(),
	typeKey: z.string().optional()
});

// src/providers/azure-devops/ask.ts
const VERSION$1 = "7.1";
/** Path below one project, whose name may hold blanks and letters of any script. */
function inProject(project, path) {
	return `/${encodeURIComponent(project)}/_apis/${path}`;
}
/** Asks, and takes a sign-in page for what it is. Redirects are not followed: they lead to one. */
async function ask({ remote, http }, request, version = VERSION$1) {
	const query = {
		"api-version": version,
		...request.query
	};
	const headers = {
		"x-tfs-fedauthredirect": "Suppress",
		...request.headers
	};
	const reply = await http.send({
		...request,
		query,
		headers,
		follow: false
	});
	if (require_azure_sign_in.isSignIn(reply)) throw require_trouble.trouble("credentials", `${remote} does not accept the token.`, {
		found: require_azure_sign_in.signInReason(reply),
		fix: "put a token that is alive, with the scope Work Items (read), into ADO_PAT"
	});
	return reply;
}
/** As `ask`, and reads what was answered. */
async function askJson(asking, request, { shape, about, version = VERSION$1 }) {
	const reply = await ask(asking, request, version);
	if (reply.status === 200) return require_answer.readJson(asking.remote, reply, shape);
	throw await refused(asking, reply, about);
}
/** The fault that an answer is. `about`: what was asked for, as people name it. */
async function refused({ remote }, reply, about) {
	const found = (await said(remote, reply)).message || `status ${reply.status}`;
	switch (reply.status) {
		case 403: return require_trouble.trouble("forbidden", `${remote} refuses the account ${about}.`, { found });
		case 404: return /TF200016/.test(found) ? require_trouble.trouble("unavailable", `${remote} has no such project.`, {
			found,
			fix: "correct project: in the policy's entry"
		}) : require_trouble.trouble("absent", `${remote} has no ${about}.`, { found });
		default: return require_trouble.trouble("unavailable", `${remote} answers ${reply.status} for ${about}.`, { found });
	}
}
/** The tracker's own words; empty where it says none. */
async function said(remote, reply) {
	try {
		const { message, typeKey = "" } = await require_answer.readJson(remote, reply, refusal);
		return {
			message,
			typeKey
		};
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) return {
			message: "",
			typeKey: ""
		};
		throw thrown;
	}
}

// src/providers/html.ts
/** Longest HTML that is converted: a converter builds a tree of it, and what lies behind would be cut off anyway. */
const LONGEST = 4e5;
/** Deepest nesting that is handed to the converter, which calls itself for every level. */
const DEEPEST = 200;
/** Most tags that are converted: the converter's time grows with their square, to a third of a second at this many. */
const MOST_TAGS = 1e4;
const TAGS = "a|b|blockquote|body|br|code|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|s|script|span|strong|style|table|tbody|td|th|tr|u|ul";
const STARTS = new RegExp(`^\\s*(?:<!--|</?(?:${TAGS})\\b[^<>]*>)`, "i");
const CLOSES = new RegExp(`</(?:${TAGS})\\s*>|<br\\s*/?>`, "i");
const MARKDOWN = /^(?:#{1,6} |[-*+] |\d+\. |> |```|~~~|\|)/m;
/** Whether a text that may be HTML or Markdown is HTML: it starts with a tag, or has tags and none of Markdown's signs. */
function isHtml(text) {
	return STARTS.test(text) || CLOSES.test(text) && !MARKDOWN.test(text);
}
/** HTML as Markdown. Nothing in it is trusted: what can't be converted comes back as its bare text. */
async function htmlToMarkdown(html) {
	const kept = withoutCode(html.slice(0, LONGEST));
	if (isTooMuch(kept)) return bareText(kept);
	const [{ fromHtml }, { toMdast }, { toMarkdown }, { gfmToMarkdown }] = await Promise.all([
		Promise.resolve().then(() => require("./hast-util-from-html.js")).then((n) => n.hast_util_from_html_exports),
		Promise.resolve().then(() => require("./hast-util-to-mdast.js")).then((n) => n.hast_util_to_mdast_exports),
		Promise.resolve().then(() => require("./mdast-util-gfm.js")).then((n) => n.mdast_util_to_markdown_exports),
		Promise.resolve().then(() => require("./mdast-util-gfm.js")).then((n) => n.mdast_util_gfm_exports)
	]);
	return toMarkdown(toMdast(fromHtml(kept, { fragment: true })), {
		bullet: "-",
		emphasis: "*",
		rule: "-",
		extensions: [gfmToMarkdown()]
	}).replace(/\b(https?)\\:\/\//g, "$1://");
}
/** Comments, scripts and styles: none of them is text. What is opened and never closed reaches to the end. */
function withoutCode(html) {
	return html.replace(/<!--[\s\S]*?(?:-->|$)/g, "").replace(/<(script|style|template)\b[^<>]*>[\s\S]*?(?:<\/\1[^<>]*>|$)/gi, "");
}
/** Elements that have no end. */
const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
/** Too many tags, or too many elements that are open at once; those that are never closed count too. */
function isTooMuch(html) {
	let depth = 0;
	let tags = 0;
	for (const [tag] of html.matchAll(/<\/?[a-z][a-z0-9]*/gi)) {
		if (++tags > MOST_TAGS) return true;
		if (VOID.test(tag)) continue;
		depth = tag.startsWith("</") ? Math.max(0, depth - 1) : depth + 1;
		if (depth > DEEPEST) return true;
	}
	return false;
}
function bareText(html) {
	return unescaped(html.replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^<>]*>/gi, "\n").replace(/<[^<>]*>/g, ""));
}
const ENTITIES = {
	"&lt;": "<",
	"&gt;": ">",
	"&quot;": "\"",
	"&#39;": "'",
	"&nbsp;": " ",
	"&amp;": "&"
};
/** The few characters that editors escape in text which is no HTML otherwise. */
function unescaped(text) {
	return text.replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

// src/providers/azure-devops/state-book.ts
/** One name can mean different things in different types, so every type that is met is asked for, once a connection. */
function stateBook(asking) {
	const known = /* @__PURE__ */ new Map();
	return (project, type) => {
		const key = JSON.stringify([project, type]);
		const held = known.get(key) ?? read(asking, project, type);
		known.set(key, held);
		held.catch(() => known.delete(key));
		return held;
	};
}
async function read(asking, project, type) {
	const path = inProject(project, `wit/workitemtypes/${encodeURIComponent(type)}/states`);
	try {
		const { value } = await askJson(asking, { path }, {
			shape: states,
			about: `states of the type ${type}`
		});
		return new Map(value.map(({ name, category }) => [name, category ?? ""]));
	} catch (thrown) {
		if (thrown instanceof require_git.Fault && thrown.code === "absent") return /* @__PURE__ */ new Map();
		throw thrown;
	}
}
/** A state by its name, in the states of its type. */
function toState(name, book, { status_map }) {
	return require_ask_many.stateOf(name, categoryOf(book.get(name)), status_map);
}
function categoryOf(told) {
	switch (told) {
		case "Proposed": return "open";
		case "InProgress": return "in_progress";
		case "Resolved":
		case "Completed": return "done";
		case "Removed": return "canceled";
		default: return "unknown";
	}
}

// src/providers/azure-devops/map.ts
/** A work item as a ticket. Its id is its number; `project` is the one that it is in, configured or not. */
async function toTicket(boards, { id, fields }) {
	const project = fields["System.TeamProject"];
	const type = fields["System.WorkItemType"];
	const texts = [fields["Microsoft.VSTS.TCM.ReproSteps"], fields["System.Description"]];
	const description = await textOf(...texts);
	const wanted = fields["Microsoft.VSTS.Common.AcceptanceCriteria"];
	const criteria = await textOf(wanted);
	const iteration = fields["System.IterationPath"] ?? "";
	return {
		remote: boards.remote,
		id: String(id),
		key: `AB#${id}`,
		url: `${boards.http.base}/${encodeURIComponent(project)}/_workitems/edit/${id}`,
		title: require_text.cleanLine(fields["System.Title"]),
		type: require_ask_many.typeOf(require_text.cleanLine(type)),
		state: toState(fields["System.State"], await boards.states(project, type), boards.settings),
		project: require_text.cleanLine(project),
		assignees: personsOf(fields["System.AssignedTo"]),
		createdBy: personsOf(fields["System.CreatedBy"])[0] ?? null,
		labels: labelsOf(fields["System.Tags"]),
		parent: fields["System.Parent"]?.toString() ?? null,
		createdAt: require_text.utc(fields["System.CreatedDate"]),
		updatedAt: require_text.utc(fields["System.ChangedDate"]),
		archived: false,
		movedFrom: null,
		description,
		...require_text.boundTo([...texts, wanted].map(stored$1)),
		criteria: [...criteriaOf(criteria), ...require_text.criteriaIn(description)],
		affected: [],
		path: null,
		...riskOf(fields["Microsoft.VSTS.Common.Risk"]),
		iteration: iteration === "" || iteration === project ? null : require_text.cleanLine(iteration)
	};
}
/** `1 - High`, `2 - Medium`, `3 - Low`: not every type has such a field, and people may leave it empty. */
function riskOf(told) {
	const name = /^\s*\d\s*-\s*(high|medium|low)\s*$/i.exec(told ?? "")?.[1]?.toLowerCase();
	const risk = RISKS.find((one) => one === name);
	return risk === void 0 ? {} : { risk };
}
const RISKS = [
	"high",
	"medium",
	"low"
];
/** Fields that hold a text, as one: bugs keep theirs in the steps to reproduce. Each may be HTML or Markdown. */
async function textOf(...texts) {
	return (await Promise.all(texts.map(async (text) => {
		if (text === null || text === void 0 || text.trim() === "") return "";
		return require_text.cleanMarkdown(isHtml(text) ? await htmlToMarkdown(text) : unescaped(text));
	}))).filter(Boolean).join("\n\n");
}
/** The field is nothing but criteria: its list items, or each of its lines where it has no list. */
function criteriaOf(markdown) {
	const lines = linesOf(markdown);
	const listed = lines.map((line) => line.replace(NUMBERED, "- "));
	const items = require_text.criteriaIn(["# Acceptance criteria", ...listed].join("\n"));
	return items.length > 0 ? items : lines.map((line) => ({
		text: line.trim(),
		done: false
	}));
}
/** One person or none; on a server without e-mail the account's name stands in its place. */
function personsOf(identity) {
	if (identity === null || identity === void 0) return [];
	const { displayName = "", uniqueName = "", id } = identity;
	const name = require_text.cleanLine(displayName || uniqueName);
	const email = uniqueName.includes("@") ? require_text.cleanLine(uniqueName) : "";
	const login = uniqueName === "" ? {} : { login: require_text.cleanLine(uniqueName) };
	return [{
		name,
		email,
		...id === void 0 ? {} : { account: id },
		...login
	}];
}
/** Tags are one text, with semicolons between them. */
function labelsOf(tags) {
	return (tags ?? "").split(";").map((tag) => require_text.cleanLine(tag)).filter((tag) => tag !== "");
}
/**
* A field as it is stored: HTML says more than any Markdown made of it, and words beside a list of criteria are no criterion of their own.
* Blanks make no difference to HTML.
*/
function stored$1(text) {
	const told = text ?? "";
	return isHtml(told) ? told.replace(/\s+/g, " ") : told;
}
const NUMBERED = /^\s*\d+[.)]\s+/;
function linesOf(markdown) {
	return markdown.split("\n").filter((line) => line.trim() !== "" && !/^\s*#/.test(line));
}

// src/providers/azure-devops/comment.ts
const VERSION = "7.1-preview.4";
const PAGE$2 = 200;
/** Everything that was written below a work item. */
async function commentsOf(boards, id) {
	const all = [];
	for await (const { id: number, text, version, createdBy, createdDate, modifiedDate } of stored(boards, id)) all.push({
		id: String(number),
		url: addressOf(boards, id, number),
		by: personsOf(createdBy)[0] ?? null,
		at: require_text.utc(createdDate) ?? createdDate,
		edited: (version ?? 1) > 1 || (modifiedDate ?? createdDate) !== createdDate,
		text: await textOf(text)
	});
	return require_ask_many.oldestFirst(all);
}
/**
* Posts a comment that ends with its mark, or brings the one with that mark up to date. The mark is a plain line: whether a
* server keeps HTML comments depends on its version and on the comment's format.
*/
async function comment(boards, id, text, mark) {
	const wanted = require_mark.signed(text, require_mark.markLine(mark));
	const path = pathOf(boards, id);
	const known = await find(boards, id, mark);
	if (known !== null && lines(known.text ?? "") === lines(wanted)) return {
		id: String(known.id),
		url: addressOf(boards, id, known.id),
		changed: false
	};
	const made = await askJson(boards, {
		method: known === null ? "POST" : "PATCH",
		path: known === null ? path : `${path}/${known.id}`,
		query: { format: "markdown" },
		json: { text: wanted }
	}, {
		shape: comment$1,
		about: `to comment on work item ${id}`,
		version: VERSION
	});
	return {
		id: String(made.id),
		url: addressOf(boards, id, made.id),
		changed: true
	};
}
/** The first comment that ends with the mark; in a comment of HTML, tags may follow. */
async function find(boards, id, mark) {
	const end = new RegExp(`(?:^|[\\s>])${require_mark.markLine(mark)}(?:\\s|<[^<>]*>)*$`);
	for await (const comment of stored(boards, id)) if (end.test(comment.text ?? "")) return comment;
	return null;
}
async function* stored(boards, id) {
	let continuationToken;
	do {
		const page = await askJson(boards, {
			path: pathOf(boards, id),
			query: {
				$top: PAGE$2,
				order: "asc",
				continuationToken
			}
		}, {
			shape: comments,
			about: `work item ${id}`,
			version: VERSION
		});
		for (const one of page.comments) if (one.isDeleted !== true) yield one;
		continuationToken = page.continuationToken ?? void 0;
	} while (continuationToken !== void 0);
}
function pathOf({ settings }, id) {
	return inProject(settings.project, `wit/workItems/${encodeURIComponent(id)}/comments`);
}
function addressOf({ http, settings }, id, comment) {
	return `${http.base}/${encodeURIComponent(settings.project)}/_workitems/edit/${id}#${comment}`;
}
function lines(text) {
	return unescaped(text).replace(/\r\n?/g, "\n").trim();
}

// src/providers/azure-devops/history.ts
const PAGE$1 = 200;
/** Names of what is told of a ticket. */
const NAMES = {
	"System.State": "state",
	"System.AssignedTo": "assignees",
	"System.Tags": "labels",
	"System.Title": "title",
	"System.Description": "description",
	"Microsoft.VSTS.TCM.ReproSteps": "description",
	"Microsoft.VSTS.Common.AcceptanceCriteria": "criteria",
	"System.WorkItemType": "type",
	"System.TeamProject": "project",
	"System.Parent": "parent"
};
/** What Azure Boards keeps for itself with every change, and what only follows from another change. */
const BOOKKEEPING = /^(?:System\.(?:Id|Rev|RevisedDate|AuthorizedDate|AuthorizedAs|ChangedDate|ChangedBy|CreatedDate|CreatedBy|Watermark|PersonId|NodeName|AreaId|IterationId|NodeType|AreaLevel\d+|IterationLevel\d+|CommentCount|History|BoardColumn|BoardColumnDone|BoardLane|IsDeleted)|WEF_.*|Microsoft\.VSTS\.Common\.(?:StateChangeDate|ActivatedDate|ActivatedBy|ResolvedDate|ResolvedBy|ClosedDate|ClosedBy))$/;
/** All changes of a work item, page by page. */
async function history(boards, id) {
	const events = [];
	const path = inProject(boards.settings.project, `wit/workItems/${encodeURIComponent(id)}/updates`);
	for await (const update of updatesAt(boards, id, path)) events.push(...await eventsOf(update));
	return require_ask_many.oldestFirst(events);
}
/** Every change of a work item, the first one being its making. */
async function* updatesAt(boards, id, path) {
	for (let skip = 0;; skip += PAGE$1) {
		const { value } = await askJson(boards, {
			path,
			query: {
				$top: PAGE$1,
				$skip: skip
			}
		}, {
			shape: updates,
			about: `work item ${id}`
		});
		yield* value;
		if (value.length < PAGE$1) return;
	}
}
/** When a change was made stands among what it changed: the last revision is revised in the year 9999. */
function timeOf({ fields, revisedDate }) {
	const told = fields?.["System.ChangedDate"]?.newValue;
	return require_text.utc(typeof told === "string" ? told : revisedDate);
}
async function eventsOf(update) {
	const { fields, revisedBy } = update;
	const at = timeOf(update);
	if (at === null) return [];
	const by = personsOf(revisedBy)[0] ?? null;
	const told = Object.entries(fields ?? {}).filter(([name]) => !BOOKKEEPING.test(name)).map(async ([name, { oldValue, newValue }]) => {
		const field = NAMES[name] ?? require_text.cleanLine(name);
		if (field === "labels") return require_label_changes.labelChanges(tagsIn(oldValue), tagsIn(newValue)).map((change) => ({
			at,
			by,
			field,
			...change
		}));
		return [{
			at,
			by,
			field,
			from: await wordsOf(field, oldValue),
			to: await wordsOf(field, newValue)
		}];
	});
	return (await Promise.all(told)).flat();
}
function tagsIn(value) {
	return typeof value === "string" ? labelsOf(value) : [];
}
/** Texts of several lines, in HTML or Markdown. */
const TEXTS = /* @__PURE__ */ new Set(["description", "criteria"]);
async function wordsOf(field, value) {
	if (value === null || value === void 0 || value === "") return null;
	if (typeof value === "string") return TEXTS.has(field) ? textOf(value) : require_text.cleanLine(value);
	if (typeof value === "number" || typeof value === "boolean") return String(value);
	if (typeof value === "object" && "displayName" in value) return require_text.cleanLine(String(value.displayName));
	return require_text.cleanLine(JSON.stringify(value));
}

// src/providers/azure-devops/links.ts
/** What a work item is linked to. Azure Boards calls every linked commit "fixed in", so none counts as closing. */
async function links(boards, id) {
	const { relations } = await askJson(boards, {
		path: inProject(boards.settings.project, `wit/workitems/${encodeURIComponent(id)}`),
		query: { $expand: "relations" }
	}, {
		shape: workItem,
		about: `work item ${id}`
	});
	return (relations ?? []).flatMap((relation) => linkOf(boards.http.base, relation) ?? []);
}
function linkOf(base, { rel, url, attributes }) {
	const name = attributes?.name ?? null;
	if (rel === "Hyperlink") return require_code_url.codeUrl(url, attributes?.comment ?? name);
	return rel === "ArtifactLink" ? artifact(base, url, name) : null;
}
/** `vstfs:///TOOL/TYPE/ID`; the parts of an id are separated by encoded slashes, in either case. */
function artifact(base, address, name) {
	const [, kind, id] = /^vstfs:\/\/\/([A-Za-z0-9]+\/[A-Za-z]+)\/(.+)$/.exec(address) ?? [];
	if (kind === void 0 || id === void 0) return null;
	const [first = "", second = "", ...rest] = id.split(/%2f|\//i).map(plain);
	const last = rest.join("/");
	const link = {
		title: name === null ? null : require_text.cleanLine(name),
		relation: "mentions"
	};
	const place = `${base}/${encodeURIComponent(first)}/_git/${encodeURIComponent(second)}`;
	const inRepository = {
		repository: second,
		...link
	};
	switch (kind) {
		case "Git/Commit": return {
			kind: "commit",
			ref: last,
			url: `${place}/commit/${encodeURIComponent(last)}`,
			...inRepository
		};
		case "Git/PullRequestId": return {
			kind: "pull-request",
			ref: last,
			url: `${place}/pullrequest/${encodeURIComponent(last)}`,
			...inRepository
		};
		case "Git/Ref": return refLink(place, last, inRepository);
		case "Build/Build": return {
			kind: "build",
			ref: first,
			repository: null,
			url: `${base}/_build/results?buildId=${first}`,
			...link
		};
		case "GitHub/PullRequest": return {
			kind: "pull-request",
			ref: second,
			repository: null,
			url: null,
			...link
		};
		case "GitHub/Commit": return {
			kind: "commit",
			ref: second,
			repository: null,
			url: null,
			...link
		};
		default: return {
			kind: "other",
			ref: require_text.cleanLine(address),
			repository: null,
			url: null,
			...link
		};
	}
}
/** `GB` before a branch's name, `GT` before a tag's. */
function refLink(place, ref, rest) {
	return {
		kind: ref.startsWith("GB") ? "branch" : "other",
		ref: ref.slice(2),
		url: `${place}?version=${encodeURIComponent(ref)}`,
		...rest
	};
}
function plain(part) {
	try {
		return require_text.cleanLine(decodeURIComponent(part));
	} catch {
		return require_text.cleanLine(part);
	}
}

// src/providers/azure-devops/wiql.ts
/** Most numbers that are asked for; where there are 20,000 or more, a query answers with an error. */
const MOST = 19999;
/** Numbers of the work items for which a condition holds, newest change first unless told otherwise, at most `MOST`. */
async function query(boards, condition, order = "DESC") {
	const text = `SELECT [System.Id] FROM WorkItems WHERE ${condition} ORDER BY [System.ChangedDate] ${order}`;
	const { workItems, asOf } = await askJson(boards, {
		method: "POST",
		path: inProject(boards.settings.project, "wit/wiql"),
		query: {
			$top: MOST,
			timePrecision: true
		},
		json: { query: text },
		reads: true
	}, {
		shape: numbers,
		about: "a query of work items"
	});
	return {
		ids: workItems.map(({ id }) => id),
		asOf: require_text.utc(asOf)
	};
}
/** A text as WIQL writes it. */
function quoted(text) {
	return `'${text.replace(/[\p{Cc}]+/gu, " ").replaceAll("'", "''")}'`;
}

// src/providers/azure-devops/many.ts
/** Most work items that one request may ask for; above it nothing at all is answered. */
const BATCH = 200;
/** Numbers of work items are 32 bits wide: above it the whole batch would be refused. */
const LARGEST = 2 ** 31 - 1;
/** Work items of the whole organization by number: one of another project is found, and names that project. */
function lookUp(boards, ids) {
	return require_ask_many.askMany(ids, 200, async (batch) => {
		const tickets = await ticketsOf(boards, batch.filter((id) => /^[1-9]\d{0,9}$/.test(id) && Number(id) <= LARGEST).map(Number), "mark");
		const found = new Map(tickets.map((ticket) => [ticket.id, ticket]));
		return new Map(batch.map((id) => [id, answer(found.get(id))]));
	});
}
function answer(ticket) {
	return ticket === void 0 ? { status: "absent" } : {
		status: "found",
		ticket,
		source: "api"
	};
}
/** At most `BATCH` tickets; what can't be read is left out. `mark`: says of each whether the policy's filter leaves it out. */
async function ticketsOf(boards, numbers, filtering) {
	if (numbers.length === 0) return [];
	const items = await hydrate(boards, numbers);
	const inside = filtering === "mark" ? await filtered(boards, items) : null;
	const { filter = "" } = boards.settings;
	return Promise.all(items.map(async (item) => {
		const ticket = await toTicket(boards, item);
		return inside === null || inside.has(item.id) ? ticket : {
			...ticket,
			excludedBy: filter
		};
	}));
}
async function hydrate(boards, ids) {
	const { value } = await askFor(boards, ids).catch((thrown) => {
		throw notOfItems(boards.remote, thrown);
	});
	const wanted = new Set(ids);
	return value.filter((item) => item !== null && wanted.has(item.id)).flatMap((item) => item ?? []);
}
/** A collection whose processes lack a field refuses every batch that asks for it: it is asked again without. */
async function askFor(boards, ids) {
	const fields = FIELDS.filter((field) => !boards.lacks.has(field));
	const request = {
		method: "POST",
		path: "/_apis/wit/workitemsbatch",
		json: {
			ids,
			fields,
			errorPolicy: "omit"
		},
		reads: true
	};
	try {
		return await askJson(boards, request, {
			shape: workItems,
			about: "to read work items"
		});
	} catch (thrown) {
		const found = thrown instanceof require_git.Fault ? thrown.found : void 0;
		const missing = PROCESS_FIELDS.find((field) => fields.includes(field) && found?.includes(field));
		if (missing === void 0 || !/TF51535/.test(found ?? "")) throw thrown;
		boards.lacks.add(missing);
		return askFor(boards, ids);
	}
}
/** A batch that is not there at all says nothing of the work items in it: the organization is wrong. */
function notOfItems(remote, thrown) {
	if (!(thrown instanceof Error && "code" in thrown && thrown.code === "absent")) return thrown;
	return require_trouble.trouble("unavailable", `${remote} has no such organization.`, {
		fix: "correct organization: in the policy's entry",
		cause: thrown
	});
}
/** Numbers of those that the policy's filter lets through; null: there is no filter. */
async function filtered(boards, items) {
	const { filter } = boards.settings;
	if (filter === void 0 || items.length === 0) return null;
	const ids = items.map(({ id }) => id).join(", ");
	return new Set((await query(boards, `[System.Id] IN (${ids}) AND (${filter})`)).ids);
}

// src/providers/azure-devops/list.ts
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Words of a query that mean a kind of states or types; WIQL knows names alone. */
const WORDS = /^(?:open|in_progress|done|canceled|unknown|epic|story|task|bug|feature|idea|chore|docs|spike|other)$/;
/** Work items of the project that a query wants, fetched as they are read; `MOST` by one query, the rest from there on. */
async function* list(boards, wanted, text) {
	const [order, beyond] = wanted.order === "oldest-first" ? ["ASC", ">="] : ["DESC", "<="];
	const asked = conditions(boards, wanted, text);
	const seen = /* @__PURE__ */ new Set();
	const late = [];
	const isWanted = (ticket) => require_ask_many.fits(ticket, wanted) && isAssigned(ticket, wanted);
	for (let bound = [];;) {
		const { ids, asOf } = await query(boards, [...asked, ...bound].join(" AND "), order);
		const before = seen.size;
		let last = null;
		for await (const ticket of fetched(boards, ids)) {
			const mark = `${ticket.id} ${ticket.updatedAt}`;
			const isLate = order === "ASC" && (ticket.updatedAt ?? "") > (asOf ?? "9999");
			if (!isLate) last = ticket.updatedAt;
			if (seen.has(mark)) continue;
			seen.add(mark);
			if (isLate) late.push(ticket);
			else if (isWanted(ticket)) yield ticket;
		}
		if (ids.length < 19999) break;
		if (last === null || seen.size === before) throw require_trouble.trouble("unavailable", `${boards.remote} can't list so many work items of one moment.`);
		bound = [`[System.ChangedDate] ${beyond} ${quoted(last)}`];
	}
	yield* late.filter(isWanted).sort((one, other) => (one.updatedAt ?? "") < (other.updatedAt ?? "") ? -1 : 1);
}
/** In the order of their numbers; what can't be read is left out. */
async function* fetched(boards, ids) {
	for (let at = 0; at < ids.length; at += 200) {
		const page = ids.slice(at, at + 200);
		const found = new Map((await ticketsOf(boards, page, "done")).map((ticket) => [ticket.id, ticket]));
		for (const id of page) {
			const ticket = found.get(String(id));
			if (ticket !== void 0) yield ticket;
		}
	}
}
/** What the tracker can ask itself. */
function conditions({ settings }, wanted, text) {
	const { types = [], states = [], assignee, labels = [], updatedSince } = wanted;
	return [
		`[System.TeamProject] = ${quoted(settings.project)}`,
		...names("[System.WorkItemType]", types),
		...names("[System.State]", states),
		...assignee === void 0 || UUID.test(assignee) ? [] : [`[System.AssignedTo] = ${who(assignee)}`],
		...labels.map((label) => `[System.Tags] CONTAINS ${quoted(label)}`),
		...updatedSince === void 0 ? [] : [`[System.ChangedDate] >= ${quoted(updatedSince)}`],
		...text === void 0 ? [] : [`([System.Title] CONTAINS ${quoted(text)} OR [System.Description] CONTAINS WORDS ${quoted(text)})`],
		...settings.filter === void 0 ? [] : [`(${settings.filter})`]
	];
}
function names(field, wanted) {
	if (wanted.length === 0 || wanted.some((word) => WORDS.test(word.trim().toLowerCase()))) return [];
	return [`${field} IN (${wanted.map((name) => quoted(name.trim())).join(", ")})`];
}
function who(assignee) {
	return assignee === "@me" ? "@Me" : quoted(assignee);
}
/** WIQL knows people by their names, so an account's id is compared here. */
function isAssigned({ assignees }, { assignee }) {
	if (assignee === void 0 || !UUID.test(assignee)) return true;
	return assignees.some(({ account }) => account?.toLowerCase() === assignee.toLowerCase());
}

// src/providers/azure-devops/pasts.ts
/** Most work items that are asked for one by one; for more, all revisions of the project cost less. */
const FEW = 200;
/** Most revisions of one answer. */
const PAGE = 1e3;
/** The states of work items so far. What has a gap in the project's revisions, because it was moved, is asked for alone. */
async function pastsOf(boards, ids) {
	const distinct = new Set(ids);
	if (distinct.size <= FEW) return singly(boards, ids, /* @__PURE__ */ new Map());
	try {
		return await singly(boards, ids, await revisionsOf(boards, distinct));
	} catch (thrown) {
		return require_ask_many.askPasts(ids, distinct.size, () => Promise.reject(thrown));
	}
}
/** `all`: what is known already. */
function singly(boards, ids, all) {
	return require_ask_many.askPasts(ids, 1, async ([id = ""]) => {
		if (!/^[1-9]\d{0,9}$/.test(id)) return /* @__PURE__ */ new Map([[id, require_past_of.untoldBy(boards.remote, id, { status: "absent" })]]);
		const known = all.get(id) ?? [];
		const isWhole = known.length > 0 && known.every(({ number }, at) => number === at + 1);
		return /* @__PURE__ */ new Map([[id, await pastIn(boards, isWhole ? known : await updatesOf(boards, id))]]);
	});
}
async function pastIn(boards, steps) {
	const states = await Promise.all(steps.map(async ({ project, type, state }) => {
		const book = await boards.states(project, type);
		return toState(state, book, boards.settings);
	}));
	const [first] = states;
	const now = states.at(-1);
	if (first === void 0 || now === void 0) return {
		status: "untold",
		detail: `${boards.remote} has no record of its states.`
	};
	const moves = steps.slice(1).flatMap(({ at, by }, index) => {
		const to = states[index + 1];
		return at === null || to === void 0 ? [] : [{
			at,
			by,
			to
		}];
	});
	return require_past_of.pastOf(boards.remote, {
		createdAt: steps[0]?.at ?? null,
		first,
		moves,
		now
	});
}
/** Each change tells only what it changed. The whole organization is asked: the work item may be in another project. */
async function updatesOf(boards, id) {
	const steps = [];
	let last = {
		project: "",
		type: "",
		state: ""
	};
	for await (const update of updatesAt(boards, id, `/_apis/wit/workItems/${encodeURIComponent(id)}/updates`)) {
		const of = (field, before) => {
			const value = update.fields?.[field]?.newValue;
			return typeof value === "string" ? value : before;
		};
		last = {
			project: of("System.TeamProject", last.project),
			type: of("System.WorkItemType", last.type),
			state: of("System.State", last.state)
		};
		const by = personsOf(update.revisedBy)[0] ?? null;
		if (update.fields) steps.push({
			number: steps.length + 1,
			at: timeOf(update),
			by,
			...last
		});
	}
	return steps;
}
/** Revisions of the wanted work items among all of the project; no more pages are read than there are work items. */
async function revisionsOf(boards, ids) {
	const found = /* @__PURE__ */ new Map();
	const path = inProject(boards.settings.project, "wit/reporting/workitemrevisions");
	let continuationToken;
	try {
		for (let pages = 0; pages < ids.size; pages++) {
			const query = {
				fields: REVISION.join(","),
				includeIdentityRef: true,
				$maxPageSize: PAGE,
				continuationToken
			};
			const page = await askJson(boards, {
				path,
				query
			}, {
				shape: revisions,
				about: "all revisions"
			});
			for (const { id, rev, fields: told } of page.values) {
				if (!ids.has(String(id))) continue;
				const steps = found.get(String(id)) ?? [];
				found.set(String(id), steps);
				steps.push({
					number: rev,
					at: require_text.utc(told["System.ChangedDate"]),
					by: personsOf(told["System.ChangedBy"])[0] ?? null,
					project: told["System.TeamProject"],
					type: told["System.WorkItemType"],
					state: told["System.State"]
				});
			}
			continuationToken = page.continuationToken ?? void 0;
			if (page.isLastBatch === true || continuationToken === void 0) break;
		}
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code !== "forbidden") throw thrown;
		return /* @__PURE__ */ new Map();
	}
	for (const steps of found.values()) steps.sort((one, other) => one.number - other.number);
	return found;
}

// src/providers/azure-devops/write.ts
/** The only version that takes a text as Markdown. */
const MARKDOWN_VERSION = "7.2-preview.3";
/** Sets a state by its name, or the first one of a category in the order of the type's workflow. */
async function setState(boards, id, target) {
	const { fields } = await change(boards, id, async ({ fields }) => {
		const book = await boards.states(fields["System.TeamProject"], fields["System.WorkItemType"]);
		const fitting = [...book.keys()].filter((name) => require_ask_many.isState(target, toState(name, book, boards.settings)));
		const [first] = fitting;
		if (first === void 0) throw await notAllowed(boards, fields, id, target);
		return fitting.includes(fields["System.State"]) ? [] : [set("System.State", first)];
	});
	const book = await boards.states(fields["System.TeamProject"], fields["System.WorkItemType"]);
	return toState(fields["System.State"], book, boards.settings);
}
/** Sets title, description, the one assignee and tags, in one request. */
async function edit(boards, id, fields) {
	const { title, description, assignees, labels } = fields;
	if (assignees !== void 0 && assignees.length > 1) throw new require_git.Fault("usage", `A work item of ${boards.remote} has one assignee.`, {
		found: assignees.join(", "),
		wanted: "one assignee or none"
	});
	const dropped = droppedFrom(await change(boards, id, async (item) => [
		...title === void 0 ? [] : [set("System.Title", title)],
		...description === void 0 ? [] : markdown(item, description),
		...assignees === void 0 ? [] : [set("System.AssignedTo", assignees[0] ?? "")],
		...labels === void 0 ? [] : [set("System.Tags", labels.join("; "))]
	], description === void 0 ? void 0 : MARKDOWN_VERSION), fields);
	if (dropped.length > 0) throw require_trouble.trouble("forbidden", `${boards.remote} did not take over all that work item ${id} was given.`, { found: dropped.join(", ") });
}
function set(field, value) {
	return {
		op: "add",
		path: `/fields/${field}`,
		value
	};
}
/** Bugs show the steps to reproduce where others show the description. */
function markdown({ fields }, text) {
	const field = fields["System.WorkItemType"] === "Bug" ? "Microsoft.VSTS.TCM.ReproSteps" : "System.Description";
	return [set(field, text), {
		op: "add",
		path: `/multilineFieldsFormat/${field}`,
		value: "markdown"
	}];
}
/**
* Changes a work item as it was read: whoever changed it meanwhile is not overwritten, it is read and tried once more.
* Without operations nothing is sent.
*/
async function change(boards, id, plan, version) {
	const path = inProject(boards.settings.project, `wit/workitems/${encodeURIComponent(id)}`);
	for (let tries = 1;; tries++) {
		const item = await askJson(boards, { path }, {
			shape: workItem,
			about: `work item ${id}`
		});
		const operations = await plan(item);
		if (operations.length === 0) return item;
		const reply = await ask(boards, {
			method: "PATCH",
			path,
			headers: { "content-type": "application/json-patch+json" },
			json: [{
				op: "test",
				path: "/rev",
				value: item.rev
			}, ...operations]
		}, version);
		if (reply.status === 200) return require_answer.readJson(boards.remote, reply, workItem);
		if (tries === 1 && await isOutdated(boards.remote, reply)) continue;
		throw await refusedChange(boards, reply, item);
	}
}
async function isOutdated(remote, reply) {
	if (reply.status === 409 || reply.status === 412) return true;
	return reply.status === 400 && /TF26071/.test((await said(remote, reply)).message);
}
async function refusedChange(boards, reply, { id, fields }) {
	const { message, typeKey } = await said(boards.remote, reply);
	if (reply.status === 409 || reply.status === 412 || /TF26071/.test(message)) return require_trouble.trouble("unavailable", `Work item ${id} of ${boards.remote} is being changed by someone else.`, {
		found: message,
		fix: "try again"
	});
	if (reply.status !== 400) return refused(boards, reply, `to change work item ${id}`);
	if ((/RuleValidation/.test(typeKey) || /TF401320/.test(message)) && /'State'|System\.State/.test(reply.text)) return notAllowed(boards, fields, String(id), message);
	return new require_git.Fault("usage", `${boards.remote} refuses this change of work item ${id}.`, { found: message });
}
async function notAllowed(boards, fields, id, found) {
	const type = fields["System.WorkItemType"];
	const book = await boards.states(fields["System.TeamProject"], type);
	return new require_git.Fault("usage", `Work item ${id} of ${boards.remote} can't be set to this state.`, {
		found,
		wanted: `a state of the type ${type}: ${[...book.keys()].join(", ")}`
	});
}
/** What was asked for and is not there now; tags come back in another order. */
function droppedFrom({ fields }, { title, assignees, labels }) {
	const { displayName = "", uniqueName = "", id = "" } = fields["System.AssignedTo"] ?? {};
	const isAssigned = (name) => [
		displayName,
		uniqueName,
		id
	].some((one) => require_ask_many.isSame(one, name));
	const tags = labelsOf(fields["System.Tags"]);
	return [
		...title === void 0 || require_ask_many.isSame(title, fields["System.Title"]) ? [] : ["the title"],
		...(assignees ?? []).filter((name) => !isAssigned(name)).map((name) => `the assignee ${name}`),
		...(labels ?? []).filter((label) => !tags.some((tag) => require_ask_many.isSame(tag, label))).map((label) => `the tag ${label}`)
	];
}

// src/providers/azure-devops/index.ts
/** Whoever has no token is this account. */
const ANONYMOUS = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";
/** Azure Boards, the service and servers of one's own (2022.1 and later). */
const provider = require_provider.defineTracker({
	id: "azure-devops",
	grammar: "azure",
	capabilities: {
		remote: true,
		all: false,
		batch: 200
	},
	settings: require_settings.azureDevopsSettings,
	access,
	connect(remote, settings, { http }) {
		const boards = {
			remote,
			settings,
			http,
			lacks: /* @__PURE__ */ new Set(),
			states: stateBook({
				remote,
				http
			})
		};
		const identity = require_core.once(() => whoAmI({
			remote,
			http
		}));
		const believe = require_ask_many.believer(identity);
		const many = async (ids) => believe(await lookUp(boards, ids));
		return {
			remote,
			many,
			identity,
			one: require_ask_many.oneOf(many),
			list: (query) => list(boards, query),
			search: (text, query = {}) => list(boards, query, text),
			links: (id) => links(boards, id),
			history: (id) => history(boards, id),
			recordsText: true,
			pasts: (ids) => pastsOf(boards, ids),
			comments: (id) => commentsOf(boards, id),
			setState: (id, target) => setState(boards, id, target),
			edit: (id, fields) => edit(boards, id, fields),
			comment: (id, text, mark) => comment(boards, id, text, mark)
		};
	}
});
async function whoAmI(asking) {
	const { authenticatedUser: user } = await askJson(asking, { path: "/_apis/connectionData" }, {
		shape: connectionData,
		about: "the account",
		version: "7.1-preview"
	});
	if (user.id === ANONYMOUS) throw require_trouble.trouble("credentials", `${asking.remote} takes us for nobody: the token did not count.`);
	const email = user.properties?.Account?.$value ?? null;
	return {
		account: user.id,
		...email === null ? {} : { login: require_text.cleanLine(email) },
		name: require_text.cleanLine(user.providerDisplayName ?? email ?? user.id),
		email: email?.includes("@") ? require_text.cleanLine(email) : null,
		rights: null
	};
}

exports.provider = provider;