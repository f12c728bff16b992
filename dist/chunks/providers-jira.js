"use strict";

const require_ask_many = require("./providers-ask-many.js");
const require_provider = require("./providers-provider.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_answer = require("./providers-answer.js");
const require_trouble = require("./providers-trouble.js");
const require_mark = require("./providers-mark.js");
const require_text = require("./providers-text.js");
const require_label_changes = require("./providers-label-changes.js");
const require_code_link = require("./providers-code-link.js");
const require_past_of = require("./providers-past-of.js");
const require_settings = require("./providers-jira-settings.js");

// src/providers/jira/access.ts
/**
* Where Jira is asked. Cloud takes an e-mail address with an API token, Data Center a personal access token alone: the
* account decides, because the flavour may not be known before the first request.
*/
const access = {
	base: (settings) => settings.cloud_id === void 0 ? browseBase(settings) : `${GATEWAY}/ex/jira/${settings.cloud_id}`,
	isVendor: (host) => isCloudHost(host.toLowerCase()),
	variables: (settings) => ({
		token: TOKENS,
		...knownFlavour(settings) === "data-center" ? {} : { user: USERS }
	}),
	user: ({ email }) => email ?? null,
	needsUser: (settings) => knownFlavour(settings) === "cloud" && settings.cloud_id === void 0,
	headers: ({ user, token }, settings) => ({ authorization: user === null || settings.flavour === "data-center" ? `Bearer ${token}` : `Basic ${Buffer.from(`${user}:${token}`, "utf8").toString("base64")}` }),
	anonymous: true
};
const GATEWAY = "https://api.atlassian.com";
const TOKENS = [
	"JIRA_API_TOKEN",
	"JIRA_TOKEN",
	"JIRA_PAT",
	"JIRA_PERSONAL_TOKEN",
	"JIRA_PERSONAL_ACCESS_TOKEN",
	"ATLASSIAN_API_TOKEN"
];
const USERS = [
	"JIRA_EMAIL",
	"JIRA_USER_EMAIL",
	"JIRA_USERNAME",
	"ATLASSIAN_EMAIL"
];
/** Base address of the pages for people, without a slash at its end. */
function browseBase({ url, site }) {
	return (url ?? `https://${site ?? ""}`).replace(/\/+$/, "");
}
/** What the policy or the host tells of the flavour without asking; null: the server has to be asked. */
function knownFlavour(settings) {
	if (settings.flavour !== void 0) return settings.flavour;
	if (settings.cloud_id !== void 0) return "cloud";
	return isCloudHost(new URL(browseBase(settings)).hostname) ? "cloud" : null;
}
function isCloudHost(host) {
	return host === "api.atlassian.com" || /(?:^|\.)(?:atlassian\.net|jira\.com)$/.test(host);
}

// src/providers/jira/schema.ts
/** What a server tells of itself. */
function serverInfoShape(z) {
	return z.object({ deploymentType: z.string().optional() });
}
/** Every form that an error takes. */
function errorShape(z) {
	return z.object({
		message: z.string().nullish(),
		errorMessages: z.array(z.string()).nullish(),
		errors: z.record(z.string(), z.unknown()).nullish()
	});
}
/** A person: Cloud has an account id, Data Center a key and a login. */
function userShape(z) {
	return z.object({
		accountId: z.string().nullish(),
		key: z.string().nullish(),
		name: z.string().nullish(),
		displayName: z.string().nullish(),
		emailAddress: z.string().nullish()
	});
}
function statusShape(z) {
	return z.object({
		id: z.string().nullish(),
		name: z.string(),
		statusCategory: z.object({ key: z.string() }).nullish()
	});
}
/** All states that there are. */
function statusesShape(z) {
	return z.array(statusShape(z));
}
/** An issue with the fields that are asked for. */
function issueShape(z) {
	const user = userShape(z).nullish();
	const named = z.object({ name: z.string() });
	return z.object({
		id: z.string(),
		key: z.string(),
		changelog: changelogOf(z).nullish(),
		fields: z.object({
			summary: z.string().nullish(),
			status: statusShape(z),
			issuetype: named.nullish(),
			resolution: named.nullish(),
			assignee: user,
			creator: user,
			reporter: user,
			labels: z.array(z.string()).nullish(),
			project: z.object({ key: z.string() }).nullish(),
			parent: z.object({ key: z.string() }).nullish(),
			fixVersions: z.array(named).nullish(),
			description: z.unknown().optional(),
			created: z.string().nullish(),
			updated: z.string().nullish(),
			archiveddate: z.unknown().optional()
		})
	});
}
/** The fields of `issueShape`, as a request names them. */
const FIELDS$1 = [
	"summary",
	"status",
	"issuetype",
	"resolution",
	"assignee",
	"creator",
	"reporter",
	"labels",
	"project",
	"parent",
	"fixVersions",
	"description",
	"created",
	"updated",
	"archiveddate"
];
/** Cloud's answer to a batch of keys. */
function bulkShape(z) {
	return z.object({
		issues: z.array(issueShape(z)),
		issueErrors: z.array(z.object({
			id: z.coerce.string(),
			errorMessage: z.string().nullish()
		})).nullish()
	});
}
/** A page of a search: Cloud's has a token for the next one, Data Center's counts. */
function searchShape(z) {
	return z.object({
		issues: z.array(issueShape(z)),
		...pageParts(z)
	});
}
/** The same, where only ids are asked for. */
function idSearchShape(z) {
	return z.object({
		issues: z.array(z.object({ id: z.string() })),
		...pageParts(z)
	});
}
function pageParts(z) {
	return {
		nextPageToken: z.string().nullish(),
		startAt: z.number().nullish(),
		total: z.number().nullish(),
		warningMessages: z.array(z.string()).nullish()
	};
}
/** Where a ticket can go from where it stands. */
function transitionsShape(z) {
	const field = z.object({
		required: z.boolean().nullish(),
		hasDefaultValue: z.boolean().nullish(),
		name: z.string().nullish()
	});
	return z.object({ transitions: z.array(z.object({
		id: z.string(),
		name: z.string(),
		to: statusShape(z),
		isAvailable: z.boolean().nullish(),
		fields: z.record(z.string(), field).nullish()
	})) });
}
/** One entry of a changelog. The items are read by hand: one of their fields is called `toString`. */
function changeShape(z) {
	return z.object({
		created: z.union([z.string(), z.number()]),
		author: userShape(z).nullish(),
		items: z.array(z.record(z.string(), z.unknown()))
	});
}
/** Cloud's page of a changelog. */
function changelogShape(z) {
	return z.object({
		values: z.array(changeShape(z)),
		isLast: z.boolean().nullish(),
		total: z.number().nullish()
	});
}
/** Data Center tells the changelog with the issue. */
function issueChangelogShape(z) {
	return z.object({ changelog: changelogOf(z) });
}
function changelogOf(z) {
	return z.object({
		histories: z.array(changeShape(z)),
		total: z.number().nullish()
	});
}
/** A page of Cloud's changelogs of many issues. */
function changelogsShape(z) {
	return z.object({
		issueChangeLogs: z.array(z.object({
			issueId: z.coerce.string(),
			changeHistories: z.array(changeShape(z)).nullish()
		})),
		nextPageToken: z.string().nullish()
	});
}
/** Links to other systems, as people and programs leave them on a ticket. */
function remoteLinksShape(z) {
	return z.array(z.object({
		relationship: z.string().nullish(),
		object: z.object({
			url: z.string(),
			title: z.string().nullish()
		})
	}));
}
/** Which kinds of systems the development panel has something from. */
function devSummaryShape(z) {
	return z.object({ summary: z.record(z.string(), z.object({ byInstanceType: z.record(z.string(), z.unknown()).nullish() })) });
}
/** What the development panel shows of one system. */
function devDetailShape(z) {
	const repository = z.object({ name: z.string().nullish() }).nullish();
	const branch = z.object({
		name: z.string(),
		url: z.string().nullish(),
		repository
	});
	const commit = z.object({
		id: z.string(),
		url: z.string().nullish(),
		message: z.string().nullish()
	});
	return z.object({ detail: z.array(z.object({
		branches: z.array(branch).nullish(),
		pullRequests: z.array(z.object({
			id: z.string(),
			url: z.string().nullish(),
			name: z.string().nullish(),
			repositoryName: z.string().nullish()
		})).nullish(),
		repositories: z.array(z.object({
			name: z.string().nullish(),
			commits: z.array(commit).nullish()
		})).nullish()
	})) });
}
/** A comment: Cloud's body is a document, Data Center's a text. */
function commentShape(z) {
	return z.object({
		id: z.string(),
		body: z.unknown().optional(),
		author: userShape(z).nullish(),
		created: z.string(),
		updated: z.string().nullish()
	});
}
/** A page of comments. */
function commentsShape(z) {
	return z.object({
		comments: z.array(commentShape(z)),
		total: z.number().nullish()
	});
}

// src/providers/jira/client.ts
/** Opens a client; the flavour is asked for once, with the first request that depends on it. */
function openClient(remote, settings, http) {
	let ask = () => Promise.resolve("cloud");
	const again = () => {
		ask = require_core.once(async () => knownFlavour(settings) ?? await askFlavour(remote, http));
	};
	again();
	const flavour = () => ask().catch((thrown) => {
		again();
		throw thrown;
	});
	return {
		remote,
		settings,
		http,
		flavour,
		async ask(request) {
			const version = await flavour() === "cloud" ? 3 : 2;
			const reply = await http.send({
				...request,
				path: `/rest/api/${version}${request.path}`
			});
			if (await http.authenticated()) refuseAnonymous(remote, reply);
			if (reply.status === 401) throw deadCredential(remote, await wordsOf$1(reply));
			return reply;
		}
	};
}
async function askFlavour(remote, http) {
	const reply = await http.send({ path: "/rest/api/2/serverInfo" });
	if (reply.status === 401 || reply.status === 403) throw deadCredential(remote, await wordsOf$1(reply));
	const { deploymentType } = await require_answer.readJson(remote, reply, serverInfoShape);
	return deploymentType === "Cloud" ? "cloud" : "data-center";
}
/** A dead token is answered like nobody's: with an empty list or "does not exist", and only a header tells. */
function refuseAnonymous(remote, { headers }) {
	const reason = headers["x-seraph-loginreason"] ?? "";
	const denied = headers["x-authentication-denied-reason"];
	if (denied !== void 0) throw deadCredential(remote, denied);
	if (/AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(reason)) throw deadCredential(remote, reason);
	if (headers["x-ausername"]?.toLowerCase() === "anonymous") throw deadCredential(remote, "it was answered as nobody's request");
}
function deadCredential(remote, found) {
	return require_trouble.trouble("credentials", `${remote} does not accept the credential.`, {
		...found === "" ? {} : { found },
		fix: "put a token that has not expired into JIRA_API_TOKEN; Jira Cloud also wants its e-mail address (JIRA_EMAIL), Data Center a personal access token alone"
	});
}
/** What Jira says is wrong, in one line; empty where it says nothing that can be read. */
async function wordsOf$1(reply) {
	try {
		const { message, errorMessages = [], errors = {} } = await require_answer.readJson("", reply, errorShape);
		const fields = Object.entries(errors ?? {}).map(([field, text]) => `${field}: ${String(text)}`);
		return [
			message,
			...errorMessages ?? [],
			...fields
		].filter(Boolean).join(" ");
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) return "";
		throw thrown;
	}
}
/** The fault that an answer to a question about one ticket is; `what`: what was not done. */
async function refusal({ remote }, reply, id, what) {
	const found = await wordsOf$1(reply);
	const said = found === "" ? {} : { found };
	switch (reply.status) {
		case 403: return require_trouble.trouble("forbidden", `${remote} does not allow this account to ${what} ${id}.`, said);
		case 404:
			if (found !== "") return require_trouble.trouble("absent", `${remote} has no ${id}, or does not show it.`, said);
			break;
		case 409: return require_trouble.trouble("unavailable", `${remote} could not ${what} ${id}: somebody else just changed it.`, said);
	}
	return require_trouble.trouble("unavailable", `${remote} answered ${reply.status} when asked to ${what} ${id}.`, said);
}
/** The fault that an answer to a change of one ticket is: what Jira finds wrong with the change is the asker's to mend. */
async function refusedChange(client, reply, id, what) {
	if (![
		400,
		413,
		422
	].includes(reply.status)) return refusal(client, reply, id, what);
	const found = await wordsOf$1(reply);
	return new require_git.Fault("usage", `${client.remote} refuses to ${what} ${id}.`, found === "" ? {} : { found });
}

// src/providers/jira/markdown.ts
/** Deepest nesting of a list that is kept. */
const DEEPEST$1 = 8;
/** Reads headings, paragraphs, lists, boxes, fenced code, quotes and rules; anything else is a paragraph's text. */
function blocksOf(markdown) {
	const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
	const blocks = [];
	let at = 0;
	while (at < lines.length) {
		const { block, next } = blockAt(lines, at);
		if (block !== null) blocks.push(block);
		at = next;
	}
	return blocks;
}
function blockAt(lines, at) {
	const line = lines[at] ?? "";
	if (line.trim() === "") return {
		block: null,
		next: at + 1
	};
	const fence = /^ {0,3}(`{3,}|~{3,})\s*([\w+#.-]*)/.exec(line);
	if (fence !== null) return codeAt(lines, at, fence[1] ?? "", fence[2] ?? "");
	const heading = /^ {0,3}(#{1,6})\s+(.*)$/.exec(line);
	if (heading !== null) return {
		block: {
			kind: "heading",
			level: heading[1]?.length ?? 1,
			text: heading[2] ?? ""
		},
		next: at + 1
	};
	if (/^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line)) return {
		block: { kind: "rule" },
		next: at + 1
	};
	if (ITEM.test(line)) {
		const taken = takeWhile(lines, at, (one) => ITEM.test(one));
		return {
			block: {
				kind: "list",
				items: taken.map(itemOf)
			},
			next: at + taken.length
		};
	}
	if (/^ {0,3}>/.test(line)) {
		const taken = takeWhile(lines, at, (one) => /^ {0,3}>/.test(one));
		return {
			block: {
				kind: "quote",
				text: taken.map((one) => one.replace(/^ {0,3}> ?/, "")).join("\n")
			},
			next: at + taken.length
		};
	}
	const taken = takeWhile(lines, at, (one, first) => first || !(one.trim() === "" || STARTS.test(one)));
	return {
		block: {
			kind: "paragraph",
			text: taken.join("\n")
		},
		next: at + taken.length
	};
}
const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;
/** What ends a paragraph without an empty line. */
const STARTS = /^ {0,3}(?:`{3,}|~{3,}|#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s)/;
function codeAt(lines, at, fence, language) {
	const rest = lines.slice(at + 1);
	const end = rest.findIndex((line) => line.trimStart().startsWith(fence) && /^[`~\s]+$/.test(line));
	const body = end === -1 ? rest : rest.slice(0, end);
	return {
		block: {
			kind: "code",
			language,
			text: body.join("\n")
		},
		next: at + 1 + body.length + (end === -1 ? 0 : 1)
	};
}
function takeWhile(lines, at, holds) {
	let end = at;
	while (end < lines.length && holds(lines[end] ?? "", end === at)) end++;
	return lines.slice(at, end);
}
function itemOf(line) {
	const [, indent = "", sign = "", box, text = ""] = ITEM.exec(line) ?? [];
	return {
		depth: Math.min(DEEPEST$1, Math.floor(indent.replace(/\t/g, "  ").length / 2)),
		ordered: /\d/.test(sign),
		done: box === void 0 ? null : box !== " ",
		text
	};
}
/** Code, links, bold, italic and struck text; what is not closed on its line stays as it is written. */
const RUN = /(`+)([^`\n]{1,2000})\1|\[([^\][\n]{1,500})\]\(<?(https?:\/\/[^\s()<>]{1,2000})>?\)|\*\*([^*\n]{1,2000})\*\*|~~([^~\n]{1,2000})~~|(?<![\w*])\*([^*\s][^*\n]{0,2000})\*(?![\w*])|(?<!\w)_([^_\s][^_\n]{0,2000})_(?!\w)/g;
/** A paragraph's text as runs. */
function runsOf(text) {
	const runs = [];
	let from = 0;
	for (const match of text.matchAll(RUN)) {
		if (match.index > from) runs.push(plain(text.slice(from, match.index)));
		runs.push(runOf(match));
		from = match.index + match[0].length;
	}
	if (from < text.length) runs.push(plain(text.slice(from)));
	return runs;
}
function plain(text) {
	return {
		text,
		mark: "plain",
		href: ""
	};
}
function runOf([, , code, label, href, strong, strike, star, line]) {
	if (code !== void 0) return {
		text: code,
		mark: "code",
		href: ""
	};
	if (label !== void 0) return {
		text: label,
		mark: "link",
		href: href ?? ""
	};
	if (strong !== void 0) return {
		text: strong,
		mark: "strong",
		href: ""
	};
	if (strike !== void 0) return {
		text: strike,
		mark: "strike",
		href: ""
	};
	return {
		text: star ?? line ?? "",
		mark: "em",
		href: ""
	};
}

// src/providers/jira/adf/write.ts
/** The Atlassian document of plain Markdown. What the small reader does not know is sent as text. */
function writeAdf(markdown) {
	const content = blocksOf(markdown).flatMap(blockNodes);
	return {
		type: "doc",
		version: 1,
		content: content.length === 0 ? [paragraph("")] : content
	};
}
function blockNodes(block, at) {
	switch (block.kind) {
		case "heading": return [{
			type: "heading",
			attrs: { level: block.level },
			content: inline$2(block.text)
		}];
		case "paragraph": return [paragraph(block.text)];
		case "quote": return [{
			type: "blockquote",
			content: [paragraph(block.text)]
		}];
		case "rule": return [{ type: "rule" }];
		case "code": return [{
			type: "codeBlock",
			...block.language === "" ? {} : { attrs: { language: block.language } },
			content: block.text === "" ? [] : [{
				type: "text",
				text: block.text
			}]
		}];
		case "list": return lists(block.items, `list-${at}`);
	}
}
function paragraph(text) {
	return {
		type: "paragraph",
		content: inline$2(text)
	};
}
/** Items of one kind in a row make one list; deeper ones belong to the item before them. */
function lists(items, path) {
	const nodes = [];
	let at = 0;
	while (at < items.length) {
		const first = items[at];
		if (first === void 0) break;
		const from = at;
		while (at < items.length && belongs(items[at], first)) at++;
		nodes.push(listNode(items.slice(from, at), first, `${path}-${from}`));
	}
	return nodes;
}
function belongs(item, first) {
	return item !== void 0 && (item.depth > first.depth || kindOf(item) === kindOf(first));
}
function kindOf({ done, ordered }) {
	if (done !== null) return "taskList";
	return ordered ? "orderedList" : "bulletList";
}
function listNode(items, first, path) {
	const type = kindOf(first);
	const content = groups(items, first.depth).flatMap(([item, ...below], at) => {
		const deeper = lists(below, `${path}-${at}`);
		if (item === void 0) return deeper;
		if (type !== "taskList") return [{
			type: "listItem",
			content: [paragraph(item.text), ...deeper]
		}];
		const state = item.done === true ? "DONE" : "TODO";
		return [{
			type: "taskItem",
			attrs: {
				localId: `${path}-${at}`,
				state
			},
			content: inline$2(item.text)
		}, ...below.map(({ text, done }, below) => ({
			type: "taskItem",
			attrs: {
				localId: `${path}-${at}-${below}`,
				state: done === true ? "DONE" : "TODO"
			},
			content: inline$2(text)
		}))];
	});
	return type === "taskList" ? {
		type,
		attrs: { localId: path },
		content
	} : {
		type,
		content
	};
}
/** Each item with those below it. */
function groups(items, depth) {
	const found = [];
	for (const item of items) {
		const last = found.at(-1);
		if (item.depth <= depth || last === void 0) found.push([item]);
		else last.push(item);
	}
	return found;
}
/** ADF has no empty text, and no line break inside one. */
function inline$2(text) {
	return runsOf(text).flatMap((run) => run.text.split("\n").flatMap((line, at) => {
		const broken = at === 0 ? [] : [{ type: "hardBreak" }];
		return line === "" ? broken : [...broken, {
			type: "text",
			text: line,
			...marks(run)
		}];
	}));
}
function marks({ mark, href }) {
	switch (mark) {
		case "plain": return {};
		case "link": return { marks: [{
			type: "link",
			attrs: { href }
		}] };
		case "strong":
		case "em":
		case "strike":
		case "code": return { marks: [{ type: mark }] };
	}
}

// src/providers/jira/adf/node.ts
/** Reads any value as a node; what is missing or of another kind is empty. */
function nodeOf(value) {
	const given = isRecord(value) ? value : {};
	return {
		type: stringOf(given.type),
		text: stringOf(given.text),
		attrs: isRecord(given.attrs) ? given.attrs : {},
		marks: Array.isArray(given.marks) ? given.marks.map(nodeOf) : [],
		content: Array.isArray(given.content) ? given.content : []
	};
}
/** An attribute as text; empty where it is none. */
function attr({ attrs }, name) {
	const value = attrs[name];
	return typeof value === "number" ? String(value) : stringOf(value);
}
/** All text below a node in its order, without recursion: it may be nested as deeply as it likes. */
function plainText(value) {
	const stack = [value];
	const parts = [];
	while (stack.length > 0) {
		const node = nodeOf(stack.pop());
		if (node.text !== "") parts.push(node.text);
		for (let at = node.content.length - 1; at >= 0; at--) stack.push(node.content[at]);
	}
	return parts.join(" ");
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function stringOf(value) {
	return typeof value === "string" ? value : "";
}

// src/providers/jira/adf/inline.ts
/** Inline nodes of an Atlassian document as Markdown in one paragraph. */
function inlineMarkdown(content) {
	return content.map((value) => oneInline(nodeOf(value))).join("");
}
function oneInline(node) {
	switch (node.type) {
		case "text": return marked$1(node);
		case "hardBreak": return "\n";
		case "mention": return `@${(attr(node, "text") || attr(node, "id")).replace(/^@/, "")}`;
		case "emoji": return attr(node, "text") || attr(node, "shortName");
		case "date": return dateOf(attr(node, "timestamp"));
		case "status": return `[${attr(node, "text")}]`;
		case "inlineCard":
		case "blockCard":
		case "embedCard": return attr(node, "url");
		case "mediaInline":
		case "media": return mediaName(node);
		case "placeholder": return attr(node, "text");
		default: return node.text + node.content.map(plainText).join(" ");
	}
}
/** A file by its name: its address is only good for who is signed in. */
function mediaName(node) {
	return `[attachment: ${attr(node, "alt") || attr(node, "url") || attr(node, "id") || "file"}]`;
}
/** Milliseconds since 1970 as a date. */
function dateOf(timestamp) {
	const date = new Date(Number(timestamp));
	return timestamp === "" || Number.isNaN(date.getTime()) ? timestamp : date.toISOString().slice(0, 10);
}
/** Marks stand next to the letters: Markdown takes no blank after an opening one. */
function marked$1({ text, marks }) {
	const core = text.trim();
	if (core === "") return text;
	const before = text.slice(0, text.length - text.trimStart().length);
	const after = text.slice(text.trimEnd().length);
	const isCode = marks.some(({ type }) => type === "code");
	return before + marks.reduce((inside, mark) => wrap(inside, mark, isCode), isCode ? codeSpan(core) : core) + after;
}
function wrap(inside, mark, isCode) {
	switch (mark.type) {
		case "strong": return isCode ? inside : `**${inside}**`;
		case "em": return isCode ? inside : `*${inside}*`;
		case "strike": return `~~${inside}~~`;
		case "link": return linkTo(inside, attr(mark, "href"));
		default: return inside;
	}
}
/** A link; an address that is shown as itself needs no second one. */
function linkTo(text, href) {
	if (href === "" || href === text) return text;
	return `[${text}](${href.replace(/[\s()<>]/g, (sign) => encodeURIComponent(sign).replace("(", "%28").replace(")", "%29"))})`;
}
/** A code span whose fence is longer than any run of backticks inside. */
function codeSpan(text) {
	const fence = "`".repeat(longestRun(text) + 1);
	const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
	return `${fence}${pad}${text}${pad}${fence}`;
}
/** Length of the longest run of backticks. */
function longestRun(text) {
	return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}

// src/providers/jira/adf/read.ts
/** Deeper than any editor lets people nest; below it only the text is kept. */
const DEEPEST = 40;
/**
* The Markdown of an Atlassian document (ADF, version 1). Never throws: what is no node is nothing, an unknown node is its
* text and its children.
*/
function readAdf(document) {
	return blocks(nodeOf(document).content, 0).join("\n\n").trim();
}
/** Block nodes as blocks of Markdown; inline nodes that stand between them become paragraphs. */
function blocks(content, depth) {
	if (depth > DEEPEST) return [content.map(plainText).join(" ")].filter(Boolean);
	const found = [];
	let loose = [];
	const flush = () => {
		if (loose.length > 0) found.push(inlineMarkdown(loose));
		loose = [];
	};
	for (const value of content) {
		const node = nodeOf(value);
		if (INLINE.has(node.type)) {
			loose.push(value);
			continue;
		}
		flush();
		found.push(block$1(node, depth + 1));
	}
	flush();
	return found.filter((text) => text.trim() !== "");
}
const INLINE = /* @__PURE__ */ new Set([
	"text",
	"hardBreak",
	"mention",
	"emoji",
	"date",
	"status",
	"inlineCard",
	"mediaInline",
	"placeholder"
]);
function block$1(node, depth) {
	const inside = () => blocks(node.content, depth).join("\n\n");
	switch (node.type) {
		case "paragraph": return inlineMarkdown(node.content);
		case "heading": return `${"#".repeat(levelOf(node))} ${inlineMarkdown(node.content).replace(/\n/g, " ")}`;
		case "bulletList": return list(node, () => "- ", depth);
		case "orderedList": return list(node, (at) => `${at + firstNumber(node)}. `, depth);
		case "taskList": return list(node, (_, item) => attr(item, "state") === "DONE" ? "- [x] " : "- [ ] ", depth);
		case "decisionList": return list(node, () => "- ", depth);
		case "codeBlock": return fenced$1(node);
		case "blockquote": return prefixed(inside(), "> ");
		case "panel": return prefixed(`**${attr(node, "panelType") || "note"}**\n\n${inside()}`, "> ");
		case "expand":
		case "nestedExpand": return [attr(node, "title") && `**${attr(node, "title")}**`, inside()].filter(Boolean).join("\n\n");
		case "rule": return "---";
		case "table": return table(node);
		case "media": return mediaName(node);
		case "blockCard":
		case "embedCard": return linkTo(attr(node, "url"), attr(node, "url"));
		case "extension":
		case "bodiedExtension":
		case "inlineExtension": return inside() || attr(node, "text");
		default: return [node.text, inside()].filter(Boolean).join("\n\n");
	}
}
function levelOf(node) {
	return Math.min(6, Math.max(1, Math.trunc(Number(attr(node, "level"))) || 1));
}
function firstNumber(node) {
	const order = Math.trunc(Number(attr(node, "order")));
	return Number.isFinite(order) && order > 0 ? order : 1;
}
/** A list that stands directly in a list belongs to the item before it. */
function list(node, sign, depth) {
	if (depth > DEEPEST) return plainText({ content: node.content });
	let at = 0;
	return node.content.map((value) => {
		const item = nodeOf(value);
		if (LISTS.has(item.type)) return prefixed(block$1(item, depth + 1), "  ");
		const mark = sign(at++, item);
		return mark + prefixed(blocks(item.content, depth).join("\n"), " ".repeat(mark.startsWith("- [") ? 2 : mark.length)).trimStart();
	}).join("\n");
}
const LISTS = /* @__PURE__ */ new Set([
	"bulletList",
	"orderedList",
	"taskList",
	"decisionList"
]);
function prefixed(text, prefix) {
	return text.split("\n").map((line) => line === "" ? prefix.trimEnd() : prefix + line).join("\n");
}
function fenced$1(node) {
	const text = node.content.map((value) => nodeOf(value).text).join("");
	const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
	return `${fence}${attr(node, "language").replace(/[^\w+#.-]/g, "")}\n${text}\n${fence}`;
}
/** Cells of a table up to which its rows are filled up. */
const MOST_CELLS = 2e4;
/** Markdown has no table without a head: the first row is it. */
function table(node) {
	const rows = node.content.map((row) => nodeOf(row).content.map((cell) => cellText(nodeOf(cell))));
	const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
	if (width === 0) return "";
	const padding = width * rows.length > MOST_CELLS ? 0 : width;
	const [head = "", ...body] = rows.map((row) => `| ${Array.from({ length: Math.max(padding, row.length) }, (_, at) => row[at] ?? "").join(" | ")} |`);
	return [
		head,
		`|${" --- |".repeat(width)}`,
		...body
	].join("\n");
}
/** A cell is one line; blocks in it are set apart by blanks. */
function cellText(cell) {
	return cell.content.map((value) => {
		const node = nodeOf(value);
		return node.type === "codeBlock" ? codeSpan(plainText(node)) : CELL_INLINE.has(node.type) ? inlineMarkdown(node.content) : plainText(node);
	}).filter(Boolean).join(" ").split("\n").map((line, at) => at === 0 ? line.trimEnd() : line.trim()).filter((line, at) => at === 0 || line !== "").join(" ").replace(/\|/g, "\\|");
}
const CELL_INLINE = /* @__PURE__ */ new Set([
	"paragraph",
	"heading",
	"caption"
]);

// src/providers/jira/wiki/read.ts
/** Longest text that is read as markup; what follows is kept as it is written. */
const LONGEST = 4e5;
/**
* The Markdown of Jira's wiki markup (Data Center). Tolerant: what it does not know stays as it is written. Each line is
* read once.
*/
function readWiki(text) {
	const lines = text.slice(0, LONGEST).replace(/\r\n?/g, "\n").split("\n");
	const out = [];
	let verbatim = null;
	let language = "";
	let quoted = false;
	for (const line of lines) {
		if (verbatim !== null) {
			const end = line.search(/\{(?:code|noformat)\}/);
			if (end === -1) {
				verbatim.push(line);
				continue;
			}
			if (end > 0) verbatim.push(line.slice(0, end));
			out.push(...fenced(verbatim, language));
			verbatim = null;
			continue;
		}
		const open = /^\s*\{(?:code|noformat)(?::([^}]*))?\}(.*)$/.exec(line);
		if (open !== null) {
			language = languageOf(open[1] ?? "");
			const rest = open[2] ?? "";
			const close = rest.search(/\{(?:code|noformat)\}/);
			if (close >= 0) out.push(...fenced([rest.slice(0, close)], language));
			else verbatim = rest === "" ? [] : [rest];
			continue;
		}
		if (/^\s*\{quote\}\s*$/.test(line)) {
			quoted = !quoted;
			continue;
		}
		const panel = /^\s*\{(panel|info|note|tip|warning|color|expand)(?::([^}]*))?\}\s*$/.exec(line);
		if (panel !== null) {
			const title = /(?:^|\|)title=([^|}]*)/.exec(panel[2] ?? "")?.[1];
			if (title !== void 0) out.push(`**${title}**`, "");
			continue;
		}
		out.push((quoted ? "> " : "") + lineOf(line));
	}
	if (verbatim !== null) out.push(...fenced(verbatim, language));
	return numbered(withTableRules(out)).join("\n") + text.slice(LONGEST);
}
function fenced(body, language) {
	const fence = "`".repeat(Math.max(3, longestRun(body.join("\n")) + 1));
	return [
		fence + language,
		...body,
		fence
	];
}
/** `{code:title=x|java}`: the part without a name is the language. */
function languageOf(options) {
	return (options.split("|").find((one) => !one.includes("=")) ?? "").replace(/[^\w+#.-]/g, "");
}
/** The head of a table is followed by a rule in Markdown. */
function withTableRules(lines) {
	return lines.flatMap((line, at) => {
		return line.startsWith("| ") && line.endsWith(" |") && !(lines[at - 1] ?? "").startsWith("| ") && !/^\|(?: -{3,} \|)+$/.test(lines[at + 1] ?? "") ? [line, `|${" --- |".repeat(line.split(/(?<!\\)\|/).length - 2)}`] : [line];
	});
}
/** Items of a numbered list count on; wiki markup gives them no numbers. */
function numbered(lines) {
	const counts = [];
	let isCode = false;
	return lines.map((line) => {
		if (line.startsWith("```")) isCode = !isCode;
		const [, indent, sign, rest] = (isCode ? null : /^((?: {2})*)(1\.|-) (.*)$/.exec(line)) ?? [];
		const depth = indent === void 0 ? 0 : indent.length / 2 + 1;
		counts.splice(sign === "-" ? Math.max(0, depth - 1) : depth);
		if (indent === void 0 || sign !== "1.") return line;
		while (counts.length < depth) counts.push(0);
		const count = (counts[depth - 1] ?? 0) + 1;
		counts[depth - 1] = count;
		return `${indent}${count}. ${rest}`;
	});
}
function lineOf(line) {
	const heading = /^\s*h([1-6])\.\s*(.*)$/.exec(line);
	if (heading !== null) return `${"#".repeat(Number(heading[1]))} ${inline$1(heading[2] ?? "")}`;
	if (/^\s*-{4,}\s*$/.test(line)) return "---";
	const quote = /^\s*bq\.\s*(.*)$/.exec(line);
	if (quote !== null) return `> ${inline$1(quote[1] ?? "")}`;
	const item = /^\s*([*#-]{1,12})\s+(.*)$/.exec(line);
	if (item !== null) {
		const signs = item[1] ?? "*";
		const sign = signs.endsWith("#") ? "1." : "-";
		return `${"  ".repeat(signs.length - 1)}${sign} ${inline$1(item[2] ?? "")}`;
	}
	const row = line.trim();
	if (row.startsWith("|") && row.endsWith("|") && row.length > 1) return `| ${row.split(/(?<!\\)\|+/).slice(1, -1).map((cell) => inline$1(cell.trim())).join(" | ")} |`;
	return inline$1(line);
}
/** Monospaced text, links, images, mentions, bold, italic, struck text; every quantifier is bounded. */
const MARK = /\{\{([^{}\n]{1,1000})\}\}|\[~([^\]\n|]{1,200})\]|\[([^\]\n|[]{1,500})\|([^\]\n|]{1,2000})(?:\|[^\]\n]{0,200})?\]|\[((?:https?:\/\/|mailto:)[^\]\n|]{1,2000})\]|!([^!\s|][^!\n|]{0,300})(?:\|[^!\n]{0,200})?!|(?<![\w*])\*([^\s*][^*\n]{0,500})\*(?![\w*])|(?<![\w_])_([^\s_][^_\n]{0,500})_(?![\w_])|(?<![\w-])-([^\s-][^-\n]{0,500})-(?![\w-])|\{color(?::[^}\n]{0,40})?\}/g;
function inline$1(text) {
	return text.replace(MARK, (whole, ...groups) => {
		const [code, user, label, href, bare, media, strong, em, strike] = groups;
		if (code !== void 0) return codeSpan(code);
		if (user !== void 0) return `@${user}`;
		if (href !== void 0) return linkTo(label ?? "", href);
		if (bare !== void 0) return bare;
		if (media !== void 0) return `[attachment: ${media}]`;
		if (strong !== void 0) return `**${strong}**`;
		if (em !== void 0) return `*${em}*`;
		if (strike !== void 0) return `~~${strike}~~`;
		return whole.startsWith("{color") ? "" : whole;
	});
}

// src/providers/jira/map.ts
/** An issue as a ticket. `asked`: the key that it was asked for by. */
function ticketOf({ remote, settings }, issue, asked) {
	const { key, fields } = issue;
	const { description, ...unshown } = require_text.described(markdownOf(fields.description));
	const creator = fields.creator ?? fields.reporter;
	return {
		remote,
		id: key,
		key,
		url: `${browseBase(settings)}/browse/${key}`,
		title: require_text.cleanLine(fields.summary ?? ""),
		type: require_ask_many.typeOf(fields.issuetype && require_text.cleanLine(fields.issuetype.name)),
		state: jiraState(settings, fields.status, fields.resolution?.name),
		project: fields.project?.key ?? key.slice(0, key.lastIndexOf("-")),
		assignees: fields.assignee ? [personOf(fields.assignee)] : [],
		createdBy: creator ? personOf(creator) : null,
		labels: (fields.labels ?? []).map(require_text.cleanLine),
		parent: fields.parent?.key ?? null,
		createdAt: require_text.utc(fields.created),
		updatedAt: require_text.utc(fields.updated),
		archived: fields.archiveddate !== void 0 && fields.archiveddate !== null,
		movedFrom: asked === key ? null : asked,
		description,
		...unshown,
		criteria: require_text.criteriaIn(description),
		affected: [],
		path: null,
		versions: (fields.fixVersions ?? []).map(({ name }) => require_text.cleanLine(name))
	};
}
/** A description or comment as Markdown: Cloud keeps a document, Data Center a text in wiki markup. */
function markdownOf(body) {
	return typeof body === "string" ? readWiki(body) : readAdf(body);
}
/** A person; Cloud's stable id is the account id, Data Center's the key, which outlives the login. */
function personOf(user) {
	const account = accountOf(user);
	return {
		name: require_text.cleanLine(user.displayName ?? user.name ?? account ?? ""),
		email: require_text.cleanLine(user.emailAddress ?? ""),
		...account === null ? {} : { account },
		...user.name ? { login: require_text.cleanLine(user.name) } : {}
	};
}
/** The stable id of a person; null: Jira hides it. */
function accountOf({ accountId, key, name }) {
	return accountId ?? key ?? name ?? null;
}
/** Jira has no category for work that was given up: its status or resolution tells. */
function jiraState({ status_map }, status, resolution) {
	const told = CATEGORIES$1.get(status.statusCategory?.key ?? "") ?? "unknown";
	const givenUp = GIVEN_UP.test(resolution ?? "") || GIVEN_UP.test(status.name);
	return require_ask_many.stateOf(require_text.cleanLine(status.name), told === "done" && givenUp ? "canceled" : told, status_map);
}
const CATEGORIES$1 = /* @__PURE__ */ new Map([
	["new", "open"],
	["indeterminate", "in_progress"],
	["done", "done"]
]);
const GIVEN_UP = /^\s*(?:won['’]?t\s+(?:do|fix)|will not (?:do|fix)|(?:closed as )?duplicate|cannot reproduce|declined|rejected|cancell?ed|abandoned|obsolete|invalid|not a bug)\s*$/i;

// src/providers/jira/one.ts
/** One issue; a moved one answers under its new key, and any case of letters does. Throws what Jira answers instead. */
async function fetchIssue(client, id) {
	const reply = await client.ask({
		path: issuePath(id),
		query: { fields: FIELDS$1.join(",") }
	});
	if (reply.status !== 200) throw await refusal(client, reply, id, "show");
	return require_answer.readJson(client.remote, reply, issueShape);
}
/** What one issue is, as a look-up with Jira's own issue beside it. */
async function lookUpOne(client, id) {
	try {
		return answered(client, await fetchIssue(client, id), id);
	} catch (thrown) {
		return {
			lookup: require_trouble.asLookup(thrown),
			issue: null
		};
	}
}
/** An issue as the answer for the id that was asked. */
function answered(client, issue, asked) {
	return {
		lookup: {
			status: "found",
			ticket: ticketOf(client, issue, asked),
			source: "api"
		},
		issue
	};
}
/** Path of an issue below the API's version. */
function issuePath(id) {
	return `/issue/${encodeURIComponent(id)}`;
}

// src/providers/jira/users.ts
/** Whose credential it is. */
async function whoAmI(client) {
	const user = await myself(client);
	const account = accountOf(user);
	if (account === null) throw require_trouble.trouble("credentials", `${client.remote} does not say whose credential it was given.`);
	const name = require_text.cleanLine(user.displayName ?? user.name ?? account);
	const login = user.name ? { login: require_text.cleanLine(user.name) } : {};
	const email = user.emailAddress ? require_text.cleanLine(user.emailAddress) : null;
	return {
		account,
		name,
		...login,
		email,
		rights: null
	};
}
async function myself(client) {
	if (!await client.http.authenticated()) throw require_trouble.trouble("credentials", `There is no credential for ${client.remote}.`);
	const reply = await client.ask({ path: "/myself" });
	if (reply.status === 403 || reply.status === 404) throw require_trouble.trouble("credentials", `${client.remote} does not accept the credential.`);
	if (reply.status !== 200) throw await refusal(client, reply, "the account", "tell");
	return require_answer.readJson(client.remote, reply, userShape);
}
/**
* The one person that a login, e-mail address or account id means; null: none, or several. `assignable`: the issue that
* they must be assignable to.
*/
async function findUser(client, wanted, assignable) {
	if (wanted === "@me") return myself(client);
	const isCloud = await client.flavour() === "cloud";
	if (isCloud && isAccountId(wanted)) return { accountId: wanted };
	if (!isCloud && /^JIRAUSER\d+$/.test(wanted)) return userByKey(client, wanted);
	const reply = await client.ask({
		path: assignable === null ? "/user/search" : "/user/assignable/search",
		query: {
			[isCloud ? "query" : "username"]: wanted,
			issueKey: assignable ?? void 0,
			maxResults: 50
		}
	});
	if (reply.status !== 200) throw await refusal(client, reply, wanted, "look for");
	const users = await require_answer.readJson(client.remote, reply, (z) => z.array(userShape(z)));
	const same = users.filter((user) => namesOf(user).some((name) => require_ask_many.isSame(name, wanted)));
	const [only] = same.length > 0 ? same : isCloud && wanted.includes("@") ? users : [];
	const count = same.length > 0 ? same.length : users.length;
	return only !== void 0 && count === 1 ? only : null;
}
/** Data Center's search knows logins, names and addresses, and not the keys that outlive them. */
async function userByKey(client, key) {
	const reply = await client.ask({
		path: "/user",
		query: { key }
	});
	if (reply.status === 404) return null;
	if (reply.status !== 200) throw await refusal(client, reply, key, "look for");
	return require_answer.readJson(client.remote, reply, userShape);
}
function namesOf({ accountId, key, name, emailAddress, displayName }) {
	return [
		accountId,
		key,
		name,
		emailAddress,
		displayName
	].flatMap((one) => one ?? []);
}
function isAccountId(text) {
	return /^(?:[0-9a-z]{24,}|\d+:[0-9a-f-]{36})$/.test(text);
}

// src/providers/jira/wiki/write.ts
/** Jira's wiki markup of plain Markdown. */
function writeWiki(markdown) {
	return blocksOf(markdown).map(block).join("\n\n");
}
function block(one) {
	switch (one.kind) {
		case "heading": return `h${one.level}. ${inline(one.text)}`;
		case "paragraph": return inline(one.text);
		case "quote": return `{quote}\n${inline(one.text)}\n{quote}`;
		case "rule": return "----";
		case "code": {
			const body = one.text.replaceAll("{code}", "{ code}");
			return `{code${one.language === "" ? "" : `:${one.language}`}}\n${body}\n{code}`;
		}
		case "list": return one.items.map(({ depth, ordered, done, text }) => {
			const box = done === null ? "" : done ? "[x] " : "[ ] ";
			return `${(ordered ? "#" : "*").repeat(depth + 1)} ${box}${inline(text)}`;
		}).join("\n");
	}
}
function inline(text) {
	return runsOf(text).map(run).join("");
}
function run({ text, mark, href }) {
	switch (mark) {
		case "plain": return text;
		case "strong": return `*${text}*`;
		case "em": return `_${text}_`;
		case "strike": return `-${text}-`;
		case "code": return `{{${text}}}`;
		case "link": return `[${text.replaceAll("|", "/")}|${href}]`;
	}
}

// src/providers/jira/edit.ts
/** Sets the given fields in one request, and reads them back: a screen without a field drops it silently. */
async function editIssue(client, id, edit) {
	const fields = await fieldsOf(client, id, edit);
	if (Object.keys(fields).length === 0) return;
	const reply = await client.ask({
		method: "PUT",
		path: issuePath(id),
		json: { fields }
	});
	if (reply.status !== 204 && reply.status !== 200) throw await refusedChange(client, reply, id, "edit");
	const dropped = droppedFrom(fields, await fetchIssue(client, id));
	if (dropped.length > 0) throw require_trouble.trouble("forbidden", `${client.remote} did not take ${dropped.join(" and ")} of ${id}.`);
}
async function fieldsOf(client, id, edit) {
	const { title, description, labels, assignees } = edit;
	return {
		...title === void 0 ? {} : { summary: title },
		...description === void 0 ? {} : { description: await bodyOf(client, description) },
		...labels === void 0 ? {} : { labels },
		...assignees === void 0 ? {} : { assignee: await assigneeOf(client, id, assignees) }
	};
}
/** Markdown as this Jira stores texts. */
async function bodyOf(client, markdown) {
	return await client.flavour() === "cloud" ? writeAdf(markdown) : writeWiki(markdown);
}
async function assigneeOf(client, id, [wanted, ...more]) {
	if (wanted === void 0) return null;
	if (more.length > 0) throw new require_git.Fault("usage", `${client.remote} gives ${id} one assignee at most.`, { wanted: "one name" });
	const user = await findUser(client, wanted, id);
	const isCloud = await client.flavour() === "cloud";
	const account = user === null ? null : isCloud ? accountOf(user) : user.name ?? null;
	if (account === null) throw new require_git.Fault("usage", `${client.remote} knows nobody who can be assigned ${id} by that name.`, {
		found: wanted,
		wanted: isCloud ? "an e-mail address, a display name or an account id" : "a login or an e-mail address"
	});
	return isCloud ? { accountId: account } : { name: account };
}
function droppedFrom({ summary, description, labels, assignee }, { fields }) {
	const isAssigned = assignee === null ? fields.assignee === null || fields.assignee === void 0 : assignee === void 0 || ("name" in assignee ? assignee.name === fields.assignee?.name : assignee.accountId === fields.assignee?.accountId);
	return [
		summary !== void 0 && summary.trim() !== fields.summary?.trim() ? "the title" : "",
		description !== void 0 && !isSameText(description, fields.description) ? "the description" : "",
		labels !== void 0 && !isSameSet(labels, fields.labels ?? []) ? "the labels" : "",
		isAssigned ? "" : "the assignee"
	].filter(Boolean);
}
/** Whether two bodies say the same: Jira adds ids and attributes of its own. */
function isSameText(one, other) {
	return require_text.cleanMarkdown(markdownOf(one ?? "")) === require_text.cleanMarkdown(markdownOf(other ?? ""));
}
function isSameSet(one, other) {
	return [...new Set(one)].sort().join("\n") === [...new Set(other)].sort().join("\n");
}

// src/providers/jira/comment.ts
const PAGE$3 = 100;
/** Everything that was written below an issue, as far as the account may read it. */
async function commentsOf(client, id) {
	const comments = [];
	for await (const { id: comment, author, created, updated, body } of stored(client, id)) comments.push({
		id: comment,
		url: addressOf(client, id, comment),
		by: author ? personOf(author) : null,
		at: require_text.utc(created) ?? created,
		edited: updated === null || updated === void 0 ? null : updated !== created,
		text: require_text.cleanMarkdown(markdownOf(body))
	});
	return require_ask_many.oldestFirst(comments);
}
/** Posts a comment whose last line is its mark; Jira keeps no hidden text. The one that has the mark is brought up to date. */
async function postComment(client, id, text, mark) {
	const line = require_mark.markLine(mark);
	const body = await bodyOf(client, require_mark.signed(text, line));
	const path = `${issuePath(id)}/comment`;
	const before = await marked(client, id, line);
	if (before !== null && isSameText(before.body, body)) return posted(client, id, before.id, false);
	const reply = await client.ask({
		method: before === null ? "POST" : "PUT",
		path: before === null ? path : `${path}/${encodeURIComponent(before.id)}`,
		json: { body }
	});
	if (reply.status !== 201 && reply.status !== 200) throw await refusedChange(client, reply, id, "comment on");
	return posted(client, id, (await require_answer.readJson(client.remote, reply, commentShape)).id, true);
}
function posted(client, id, comment, changed) {
	return {
		id: comment,
		url: addressOf(client, id, comment),
		changed
	};
}
function addressOf({ settings }, id, comment) {
	return `${browseBase(settings)}/browse/${id}?focusedCommentId=${comment}`;
}
async function marked(client, id, line) {
	for await (const comment of stored(client, id)) if (markdownOf(comment.body).trimEnd().split("\n").at(-1) === line) return comment;
	return null;
}
async function* stored(client, id) {
	let count = 0;
	for (;;) {
		const reply = await client.ask({
			path: `${issuePath(id)}/comment`,
			query: {
				startAt: count,
				maxResults: PAGE$3,
				orderBy: "created"
			}
		});
		if (reply.status !== 200) throw await refusal(client, reply, id, "show the comments of");
		const { comments, total } = await require_answer.readJson(client.remote, reply, commentsShape);
		yield* comments;
		count += comments.length;
		if (comments.length === 0 || count >= (total ?? 0)) return;
	}
}

// src/providers/jira/history.ts
const PAGE$2 = 100;
/** Who changed what, oldest first. Cloud tells it page by page, Data Center with the issue. */
async function historyOf(client, id) {
	const changes = await client.flavour() === "cloud" ? await pagedChanges(client, id) : await allChanges(client, id);
	return require_ask_many.oldestFirst(changes.flatMap(eventsOf));
}
async function pagedChanges(client, id) {
	const changes = [];
	for (;;) {
		const reply = await client.ask({
			path: `${issuePath(id)}/changelog`,
			query: {
				startAt: changes.length,
				maxResults: PAGE$2
			}
		});
		if (reply.status !== 200) throw await refusal(client, reply, id, "show the history of");
		const { values, isLast, total } = await require_answer.readJson(client.remote, reply, changelogShape);
		changes.push(...values);
		if (values.length === 0 || isLast === true || changes.length >= (total ?? 0)) return changes;
	}
}
/** All changes of an issue of Data Center's. */
async function allChanges(client, id) {
	const reply = await client.ask({
		path: issuePath(id),
		query: {
			expand: "changelog",
			fields: "summary"
		}
	});
	if (reply.status !== 200) throw await refusal(client, reply, id, "show the history of");
	return (await require_answer.readJson(client.remote, reply, issueChangelogShape)).changelog.histories;
}
function eventsOf({ created, author, items }) {
	const at = require_text.utc(created) ?? String(created);
	const by = author ? personOf(author) : null;
	return items.flatMap((item) => {
		const name = textAt(item, "field") ?? "";
		const field = FIELDS.get(name.toLowerCase()) ?? name;
		const [from, to] = [textAt(item, "fromString"), textAt(item, "toString")];
		if (field !== "labels") return [{
			at,
			by,
			field,
			from,
			to
		}];
		return require_label_changes.labelChanges(wordsOf(from), wordsOf(to)).map((change) => ({
			at,
			by,
			field,
			...change
		}));
	});
}
/** Labels are told as one text, with blanks between: none has one in it. */
function wordsOf(text) {
	return (text ?? "").split(" ").filter(Boolean);
}
/** Jira's names of the fields that every tracker has. */
const FIELDS = /* @__PURE__ */ new Map([
	["status", "state"],
	["assignee", "assignees"],
	["labels", "labels"],
	["summary", "title"],
	["description", "description"],
	["issuetype", "type"],
	["project", "project"],
	["parent", "parent"],
	["issueparentassociation", "parent"],
	["epic link", "parent"]
]);
/** A text of a changelog's item. One of the fields is called `toString`, which every object has: only its own counts. */
function textAt(item, name) {
	const value = Object.hasOwn(item, name) ? item[name] : null;
	return typeof value === "string" && value !== "" ? require_text.cleanLine(value) : null;
}

// src/providers/jira/links.ts
/** Links that people and programs left on the ticket, then what the development panel shows, each once. */
async function linksOf(client, id) {
	const reply = await client.ask({ path: `${issuePath(id)}/remotelink` });
	if (reply.status !== 200) throw await refusal(client, reply, id, "show the links of");
	const all = [...(await require_answer.readJson(client.remote, reply, remoteLinksShape)).map(({ relationship, object }) => require_code_link.codeLink(object.url, titleOf(object.title), CLOSES.test(relationship ?? "") ? "closes" : "mentions")), ...await developmentOf(client, id)];
	return [...new Map(all.reverse().map((link) => [`${link.kind} ${link.url ?? link.ref}`, link])).values()].reverse();
}
const CLOSES = /\b(?:close|fix|resolve)/i;
function titleOf(title) {
	return title ? require_text.cleanLine(title) : null;
}
/** The development panel has no documented API: whatever goes wrong there, the other links are still right. */
async function developmentOf(client, id) {
	try {
		const { id: issueId } = await fetchIssue(client, id);
		const base = `/rest/dev-status/${await client.flavour() === "cloud" ? "1.0" : "latest"}/issue`;
		const summary = await client.http.send({
			path: `${base}/summary`,
			query: { issueId }
		});
		if (summary.status !== 200) return [];
		const asked = (await require_answer.readJson(client.remote, summary, devSummaryShape)).summary;
		const kinds = Object.entries(asked).flatMap(([dataType, { byInstanceType }]) => Object.keys(byInstanceType ?? {}).map((applicationType) => ({
			dataType,
			applicationType
		})));
		const found = [];
		for (const kind of kinds.filter(({ dataType }) => DATA_TYPES.has(dataType))) found.push(...await detailOf(client, `${base}/detail`, {
			issueId,
			...kind
		}));
		return found;
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) return [];
		throw thrown;
	}
}
const DATA_TYPES = /* @__PURE__ */ new Set([
	"pullrequest",
	"branch",
	"repository"
]);
async function detailOf(client, path, query) {
	const reply = await client.http.send({
		path,
		query
	});
	if (reply.status !== 200) return [];
	const { detail } = await require_answer.readJson(client.remote, reply, devDetailShape);
	return detail.flatMap(({ branches, pullRequests, repositories }) => [
		...(pullRequests ?? []).map((one) => told("pull-request", one.id.replace(/^#/, ""), one.repositoryName, one.url, one.name)),
		...(branches ?? []).map((one) => told("branch", one.name, one.repository?.name, one.url, null)),
		...(repositories ?? []).flatMap(({ name, commits }) => (commits ?? []).map((one) => told("commit", one.id, name, one.url, one.message)))
	]);
}
function told(kind, ref, repository, url, title) {
	return {
		kind,
		ref,
		repository: repository ?? null,
		url: url ?? null,
		title: titleOf(title),
		relation: "mentions"
	};
}

// src/providers/jira/jql.ts
/** A value in JQL: quoted, so that no word of it is read as JQL. */
function quoted(value) {
	return `"${value.replace(/[\u0000-\u001f]/g, " ").replace(/[\\"]/g, "\\$&")}"`;
}
/** Ids of Jira's fixed categories; names are translated, these are not. */
const CATEGORIES = /* @__PURE__ */ new Map([
	["open", 2],
	["in_progress", 4],
	["done", 3],
	["canceled", 3]
]);
const TYPES = /* @__PURE__ */ new Set([
	"epic",
	"story",
	"task",
	"bug",
	"feature",
	"idea",
	"chore",
	"docs",
	"spike",
	"other"
]);
/** JQL for a query, newest or oldest change first. Never narrower than the query: what JQL can't tell is left to the reader. */
function jqlOf(wanted) {
	const { query, projects, filter, text, account } = wanted;
	const clauses = [
		projects && `project in (${projects.map(quoted).join(", ")})`,
		text && `(summary ~ ${quoted(text)} OR description ~ ${quoted(text)})`,
		stateClause(wanted),
		typeClause(query.types ?? []),
		account && (account === "@me" ? "assignee = currentUser()" : `assignee = ${quoted(account)}`),
		...(query.labels ?? []).map((label) => `labels = ${quoted(label)}`),
		query.updatedSince && `updated >= ${quoted(dayBefore(query.updatedSince))}`,
		filter && `(${filter})`
	].filter((clause) => typeof clause === "string" && clause !== "");
	const all = clauses.length === 0 ? ["created >= \"1970-01-02\""] : clauses;
	const order = query.order === "oldest-first" ? "ASC" : "DESC";
	return `${all.join(" AND ")} ORDER BY updated ${order}, key ${order}`;
}
function stateClause({ query: { states = [] }, hasStatusMap }) {
	const categories = states.flatMap((state) => CATEGORIES.get(state) ?? []);
	const names = states.filter((state) => !CATEGORIES.has(state));
	if (states.length === 0 || names.includes("unknown") || hasStatusMap && categories.length > 0) return null;
	return `(${[categories.length > 0 ? `statusCategory in (${[...new Set(categories)].join(", ")})` : "", names.length > 0 ? `status in (${names.map(quoted).join(", ")})` : ""].filter(Boolean).join(" OR ")})`;
}
function typeClause(types) {
	if (types.length === 0 || types.some((type) => TYPES.has(type.trim().toLowerCase()))) return null;
	return `issuetype in (${types.map(quoted).join(", ")})`;
}
/** Jira reads dates in the account's own time zone: a day earlier is early enough in all of them. */
function dayBefore(since) {
	return (/* @__PURE__ */ new Date(Date.parse(since) - 864e5)).toISOString().slice(0, 10);
}
/** Words for a text search, without the signs that its own language gives a meaning to. */
function searchWords(text) {
	return text.replace(/[+\-&|!(){}[\]^~*?\\:"/']/g, " ").replace(/\s+/g, " ").trim();
}

// src/providers/jira/list.ts
/** Issues asked for at a time. */
const PAGE$1 = 100;
/** Tickets that a query names, newest or oldest change first; `text`: that also hold these words. */
async function* listTickets(client, query, text) {
	const { projects, filter, status_map } = client.settings;
	const words = text === void 0 ? void 0 : searchWords(text);
	if (words === "") return;
	const account = await accountFor(client, query.assignee);
	if (account === void 0) return;
	const jql = jqlOf({
		query,
		...words === void 0 ? {} : { text: words },
		projects,
		filter,
		hasStatusMap: status_map !== void 0,
		account
	});
	const isCloud = await client.flavour() === "cloud";
	for await (const ticket of isCloud ? cloudPages(client, jql) : countedPages(client, jql)) if (require_ask_many.fits(ticket, query) && isSince(ticket, query)) yield ticket;
}
/** How JQL names the wanted assignee; null: none is wanted, undefined: there is no such person. */
async function accountFor(client, assignee) {
	if (assignee === void 0) return null;
	if (assignee === "@me") return assignee;
	const user = await findUser(client, assignee, null);
	if (user === null) return void 0;
	return await client.flavour() === "cloud" ? accountOf(user) ?? void 0 : user.name ?? void 0;
}
/** Cloud's pages hang together by their tokens. */
async function* cloudPages(client, jql) {
	let token;
	do {
		const page = await ask(client, "/search/jql", {
			jql,
			...token ? { nextPageToken: token } : {}
		});
		for (const issue of page.issues) yield ticketOf(client, issue, issue.key);
		token = page.nextPageToken;
	} while (token);
}
/**
* Data Center counts: an issue that is changed meanwhile goes to the other end, and what follows moves up. So every page
* begins with the last issue of the one before, and where that is not there any more, earlier.
*/
async function* countedPages(client, jql) {
	const seen = /* @__PURE__ */ new Set();
	let startAt = 0;
	for (;;) {
		const { issues, total } = await ask(client, "/search", {
			jql,
			startAt
		});
		const [first] = issues;
		if (startAt > 0 && (first === void 0 || !seen.has(markOf(first)))) {
			startAt = Math.max(0, startAt - PAGE$1);
			continue;
		}
		for (const issue of issues) {
			if (seen.has(markOf(issue))) continue;
			seen.add(markOf(issue));
			yield ticketOf(client, issue, issue.key);
		}
		const next = startAt + issues.length;
		if (issues.length < 2 || next >= (total ?? 0)) return;
		startAt = next - 1;
	}
}
function markOf({ id, fields }) {
	return `${id} ${fields.updated}`;
}
async function ask(client, path, place) {
	const json = {
		maxResults: PAGE$1,
		fields: FIELDS$1,
		...place
	};
	const reply = await client.ask({
		method: "POST",
		path,
		json,
		reads: true
	});
	if (reply.status !== 200) throw await refusedSearch(client, reply);
	return require_answer.readJson(client.remote, reply, searchShape);
}
async function refusedSearch({ remote }, reply) {
	const found = await wordsOf$1(reply) || `it answered ${reply.status}`;
	if (reply.status === 400) return new require_git.Fault("usage", `${remote} can't search for that.`, { found });
	const code = reply.status === 403 ? "forbidden" : "unavailable";
	return require_trouble.trouble(code, `${remote} does not answer a search.`, { found });
}
/** JQL takes times in minutes alone. */
function isSince({ updatedAt }, { updatedSince }) {
	return updatedSince === void 0 || Date.parse(updatedAt ?? "") >= Date.parse(updatedSince);
}

// src/providers/jira/filter.ts
/** Most issues whose state Cloud's search brings up to date before it answers (`reconcileIssues`). */
const BATCH$1 = 50;
/** Names the policy's filter on every found ticket that is not in it. A filter that can't be asked leaves nothing known. */
async function markExcluded(client, answers) {
	const { filter } = client.settings;
	const plain = new Map([...answers].map(([id, { lookup }]) => [id, lookup]));
	const numbers = [...answers.values()].flatMap(({ issue }) => issue?.id ?? []);
	if (filter === void 0 || numbers.length === 0) return plain;
	try {
		const inside = await numbersInside(client, filter, [...new Set(numbers)]);
		return new Map([...answers].map(([id, { lookup, issue }]) => [id, lookup.status === "found" && !inside.has(issue?.id ?? "") ? {
			...lookup,
			ticket: {
				...lookup.ticket,
				excludedBy: filter
			}
		} : lookup]));
	} catch (thrown) {
		const failed = require_trouble.asLookup(thrown);
		return new Map([...plain].map(([id, lookup]) => [id, lookup.status === "found" ? failed : lookup]));
	}
}
async function numbersInside(client, filter, numbers) {
	const isCloud = await client.flavour() === "cloud";
	const inside = /* @__PURE__ */ new Set();
	for (let at = 0; at < numbers.length; at += BATCH$1) {
		const batch = numbers.slice(at, at + BATCH$1);
		const page = {
			jql: `id in (${batch.join(", ")}) AND (${filter})`,
			maxResults: BATCH$1,
			fields: ["summary"]
		};
		const reply = await client.ask({
			method: "POST",
			path: isCloud ? "/search/jql" : "/search",
			json: isCloud ? {
				...page,
				reconcileIssues: batch.map(Number)
			} : {
				...page,
				startAt: 0,
				validateQuery: true
			},
			reads: true
		});
		if (reply.status !== 200) throw require_trouble.trouble("unavailable", `${client.remote} can't apply the filter that the policy sets.`, {
			found: await wordsOf$1(reply) || `it answered ${reply.status}`,
			fix: "correct the JQL of filter: in the policy's entry"
		});
		for (const { id } of (await require_answer.readJson(client.remote, reply, idSearchShape)).issues) inside.add(id);
	}
	return inside;
}

// src/providers/jira/many.ts
/** Most issues that Cloud's bulkfetch takes; Data Center's search is asked for as many. */
const BATCH = 100;
/** Looks up any number of keys. Without a credential nothing is proved to be absent: a private issue looks the same. */
async function lookUpMany(client, ids) {
	return require_ask_many.askMany(ids, 100, async (batch) => {
		const lookups = await markExcluded(client, await answersFor(client, batch));
		return await client.http.authenticated() ? lookups : asNobody(client, lookups);
	});
}
/** At most `BATCH` issues. `expand`: what Data Center tells beside them. */
async function answersFor(client, ids, expand = []) {
	return await client.flavour() === "cloud" ? bulkFetch(client, ids) : searchKeys(client, ids, expand);
}
/**
* Cloud leaves out what is not there, and answers a moved issue under its new key alone. So keys are asked for singly where
* the answer holds a key that nobody asked for.
*/
async function bulkFetch(client, ids) {
	const reply = await client.ask({
		method: "POST",
		path: "/issue/bulkfetch",
		json: {
			issueIdsOrKeys: ids,
			fields: FIELDS$1,
			fieldsByKeys: false
		},
		reads: true
	});
	if (reply.status !== 200) throw await batchRefused(client, reply);
	const { issues, issueErrors } = await require_answer.readJson(client.remote, reply, bulkShape);
	const failed = new Map((issueErrors ?? []).map(({ id, errorMessage }) => [id, errorMessage ?? ""]));
	const known = matched(client, ids, issues);
	for (const id of ids) {
		const words = failed.get(id);
		if (words !== void 0) known.set(id, unavailable(client, id, words));
	}
	const isTold = issues.every(({ key }) => ids.includes(key)) && [...failed.keys()].every((id) => ids.includes(id));
	const rest = ids.filter((id) => !known.has(id));
	return isTold ? withAll(known, rest, ABSENT) : askSingly(client, known, rest);
}
/**
* Data Center's search reads an index: only keys that it warns of are believed to be absent, and the others that it left
* out (archived, or not indexed yet) are asked for singly. A server that refuses unknown keys is asked singly for all.
*/
async function searchKeys(client, ids, expand) {
	const issues = [];
	const warnings = [];
	for (;;) {
		const reply = await client.ask({
			method: "POST",
			path: "/search",
			json: {
				jql: `key in (${ids.map(quoted).join(", ")})`,
				startAt: issues.length,
				maxResults: 100,
				fields: FIELDS$1,
				validateQuery: false,
				...expand.length === 0 ? {} : { expand }
			},
			reads: true
		});
		if (reply.status === 400) return askSingly(client, /* @__PURE__ */ new Map(), ids);
		if (reply.status !== 200) throw await batchRefused(client, reply);
		const page = await require_answer.readJson(client.remote, reply, searchShape);
		issues.push(...page.issues);
		warnings.push(...page.warningMessages ?? []);
		if (page.issues.length === 0 || issues.length >= (page.total ?? 0)) break;
	}
	const known = matched(client, ids, issues);
	const rest = ids.filter((id) => !known.has(id));
	const warned = rest.filter((id) => warnings.some((text) => holdsKey(text, id)));
	return askSingly(client, withAll(known, warned, ABSENT), rest.filter((id) => !warned.includes(id)));
}
function holdsKey(text, id) {
	return text.split(/[^A-Za-z0-9_-]+/).includes(id);
}
function matched(client, ids, issues) {
	const byKey = new Map(issues.map((issue) => [issue.key, issue]));
	const known = /* @__PURE__ */ new Map();
	for (const id of ids) {
		const issue = byKey.get(id);
		if (issue !== void 0) known.set(id, answered(client, issue, id));
	}
	return known;
}
async function askSingly(client, known, ids) {
	const issues = /* @__PURE__ */ new Map();
	const singles = [...await require_ask_many.askMany(ids, 1, async ([id = ""]) => {
		const { lookup, issue } = await lookUpOne(client, id);
		issues.set(id, issue);
		return /* @__PURE__ */ new Map([[id, lookup]]);
	})].map(([id, lookup]) => [id, {
		lookup,
		issue: issues.get(id) ?? null
	}]);
	return new Map([...known, ...singles]);
}
function withAll(known, ids, answer) {
	return new Map([...known, ...ids.map((id) => [id, answer])]);
}
const ABSENT = {
	lookup: { status: "absent" },
	issue: null
};
function unavailable({ remote }, id, words) {
	return {
		lookup: {
			status: "unavailable",
			detail: `${remote} could not load ${id}. ${words}`.trim()
		},
		issue: null
	};
}
/** A batch that is refused says nothing of its keys: a wrong address answers 404 as well. */
async function batchRefused(client, reply) {
	const found = await wordsOf$1(reply);
	const said = found === "" ? {} : { found };
	if (reply.status === 403) return require_trouble.trouble("forbidden", `${client.remote} does not allow this account to read issues.`, said);
	return require_trouble.trouble("unavailable", `${client.remote} answered ${reply.status} when asked for issues.`, {
		...said,
		fix: "correct site:, url: or flavour: in the policy's entry"
	});
}
function asNobody({ remote }, lookups) {
	const detail = (id) => `${remote} shows no ${id} to everybody, and no credential was used.`;
	return new Map([...lookups].map(([id, lookup]) => [id, lookup.status === "absent" ? {
		status: "forbidden",
		detail: detail(id)
	} : lookup]));
}

// src/providers/jira/pasts.ts
/** Most issues whose changelogs Cloud tells together. */
const CHANGELOGS = 1e3;
/** Changes of one answer: with their authors they stay below the bytes that one may have. */
const PAGE = 2e3;
/** The states of issues so far: Data Center tells changelogs with the issues, Cloud those of a thousand apart. */
async function pastsOf(client, ids) {
	const answers = /* @__PURE__ */ new Map();
	const lookups = await require_ask_many.askMany(ids, 100, async (batch) => {
		const told = await answersFor(client, batch, ["changelog"]);
		for (const [id, answer] of told) answers.set(id, answer);
		return new Map([...told].map(([id, { lookup }]) => [id, lookup]));
	});
	const categories = require_core.once(() => categoriesOf(client));
	return require_ask_many.askPasts(ids, CHANGELOGS, async (batch) => {
		const changes = await changesBy(client, batch.flatMap((id) => answers.get(id)?.issue ?? []));
		const pasts = batch.map(async (id) => {
			const issue = answers.get(id)?.issue ?? null;
			const lookup = lookups.get(id) ?? { status: "absent" };
			if (issue === null) return [id, require_past_of.untoldBy(client.remote, id, lookup)];
			return [id, pastIn(client, issue, {
				changes: changes.get(issue.id) ?? [],
				categories: await categories()
			})];
		});
		return new Map(await Promise.all(pasts));
	});
}
/** Changes of every issue, by its number. */
async function changesBy(client, issues) {
	if (issues.length === 0) return /* @__PURE__ */ new Map();
	if (await client.flavour() === "cloud") return changelogs(client, issues);
	const told = issues.map(async ({ id, key, changelog }) => {
		return [id, changelog && changelog.histories.length >= (changelog.total ?? 0) ? changelog.histories : await allChanges(client, key)];
	});
	return new Map(await Promise.all(told));
}
async function changelogs(client, issues) {
	const changes = /* @__PURE__ */ new Map();
	const issueIdsOrKeys = [...new Set(issues.map(({ id }) => id))];
	let nextPageToken;
	do {
		const reply = await client.ask({
			method: "POST",
			path: "/changelog/bulkfetch",
			json: {
				issueIdsOrKeys,
				fieldIds: ["status", "resolution"],
				maxResults: PAGE,
				nextPageToken
			},
			reads: true
		});
		if (reply.status !== 200) throw await refusal(client, reply, `${issues.length} issues`, "show the history of");
		const page = await require_answer.readJson(client.remote, reply, changelogsShape);
		for (const { issueId, changeHistories } of page.issueChangeLogs) changes.set(issueId, [...changes.get(issueId) ?? [], ...changeHistories ?? []]);
		nextPageToken = page.nextPageToken ?? void 0;
	} while (nextPageToken !== void 0);
	return changes;
}
async function categoriesOf(client) {
	const reply = await client.ask({ path: "/status" });
	if (reply.status !== 200) throw await refusal(client, reply, "its states", "tell");
	const statuses = await require_answer.readJson(client.remote, reply, statusesShape);
	return new Map(statuses.flatMap(({ id, statusCategory }) => id && statusCategory ? [[id, statusCategory.key]] : []));
}
/** Whether work was given up stands in the resolution, which has changes of its own. */
function pastIn({ remote, settings }, { fields }, { changes, categories }) {
	const steps = require_ask_many.oldestFirst(changes.flatMap(stepIn));
	const now = jiraState(settings, fields.status, fields.resolution?.name);
	const [moved, solved] = [steps.find((one) => one.status)?.status, steps.find((one) => one.resolution)?.resolution];
	let status = moved ? statusOf(moved, "from", categories) : fields.status;
	let resolution = solved ? textAt(solved, "fromString") : fields.resolution?.name ?? null;
	const first = jiraState(settings, status, resolution);
	const moves = steps.map(({ at, author, ...step }) => {
		if (step.status) status = statusOf(step.status, "to", categories);
		if (step.resolution) resolution = textAt(step.resolution, "toString");
		return {
			at,
			by: author ? personOf(author) : null,
			to: jiraState(settings, status, resolution)
		};
	});
	return require_past_of.pastOf(remote, {
		createdAt: require_text.utc(fields.created),
		first,
		moves,
		now
	});
}
function stepIn({ created, author, items }) {
	const of = (field) => items.find((item) => textAt(item, "field")?.toLowerCase() === field) ?? null;
	const at = require_text.utc(created);
	const [status, resolution] = [of("status"), of("resolution")];
	return at === null || status === null && resolution === null ? [] : [{
		at,
		author,
		status,
		resolution
	}];
}
/** A state is known by its id alone: the same name can mean another one in another project. */
function statusOf(item, end, categories) {
	const key = categories.get(textAt(item, end) ?? "");
	return {
		name: textAt(item, end === "from" ? "fromString" : "toString") ?? "",
		...key === void 0 ? {} : { statusCategory: { key } }
	};
}

// src/providers/jira/set-state.ts
/** Takes the first way that leads to the target and asks for nothing but what it has; one that stands there stays. */
async function setState(client, id, target) {
	const now = await stateNow(client, id);
	if (require_ask_many.isState(target, now)) return now;
	const path = `${issuePath(id)}/transitions`;
	const reply = await client.ask({
		path,
		query: { expand: "transitions.fields" }
	});
	if (reply.status !== 200) throw await refusal(client, reply, id, "move");
	const { transitions } = await require_answer.readJson(client.remote, reply, transitionsShape);
	const way = wayTo(client, id, transitions, {
		target,
		now
	});
	const done = await client.ask({
		method: "POST",
		path,
		json: { transition: { id: way.id } }
	});
	if (done.status !== 204 && done.status !== 200) throw await refusedChange(client, done, id, `move to ${target}`);
	return stateNow(client, id);
}
async function stateNow(client, id) {
	const { fields } = await fetchIssue(client, id);
	return jiraState(client.settings, fields.status, fields.resolution?.name);
}
function wayTo(client, id, transitions, { target, now }) {
	const open = transitions.filter(({ isAvailable }) => isAvailable !== false);
	const fitting = open.filter(({ to }) => require_ask_many.isState(target, jiraState(client.settings, to, null)));
	const free = fitting.find((way) => missing(way).length === 0);
	if (free !== void 0) return free;
	const wanted = [.../* @__PURE__ */ new Set([now.name, ...open.map(({ to }) => to.name)])].join(", ");
	const [blocked] = fitting;
	if (blocked === void 0) throw new require_git.Fault("usage", `${client.remote} can't move ${id} to ${target} from where it stands.`, { wanted });
	throw new require_git.Fault("usage", `${client.remote} moves ${id} to ${blocked.to.name} only with ${missing(blocked).join(", ")}.`, {
		found: "required fields that have to be filled in by a person",
		wanted
	});
}
/** Names of the fields that a transition's screen insists on. */
function missing({ fields }) {
	return Object.entries(fields ?? {}).filter(([, { required, hasDefaultValue }]) => required === true && hasDefaultValue !== true).map(([key, { name }]) => name ?? key);
}

// src/providers/jira/index.ts
/** Jira, as Atlassian hosts it (REST v3) or as companies do themselves (REST v2). */
const provider = require_provider.defineTracker({
	id: "jira",
	grammar: "jira",
	capabilities: {
		remote: true,
		all: false,
		batch: 100
	},
	settings: require_settings.jiraSettings,
	access,
	connect(remote, settings, { http }) {
		const client = openClient(remote, settings, http);
		const believe = require_ask_many.believer(async () => await http.authenticated() ? whoAmI(client) : null);
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
			recordsText: true,
			pasts: (ids) => pastsOf(client, ids),
			comments: (id) => commentsOf(client, id),
			setState: (id, target) => setState(client, id, target),
			edit: (id, fields) => editIssue(client, id, fields),
			comment: (id, text, mark) => postComment(client, id, text, mark)
		};
	}
});

exports.provider = provider;