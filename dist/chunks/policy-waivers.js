import { __toESM } from "./rolldown-runtime.js";
import { FILE_LIMIT, isMapping, readSource, valueAt } from "./policy-read-source.js";
import { nearest } from "./core-nearest.js";

// src/policy/secrets.ts
const KNOWN = new RegExp(`(?<![A-Za-z0-9])(?:${[
	"gh[pousr]_[A-Za-z0-9]{16,}",
	"github_pat_[A-Za-z0-9_]{16,}",
	"gl(?:pat|ptt|dt|rt|cbt|ft|soat|agent)-[A-Za-z0-9_-]{16,}",
	"xox[a-z]-[A-Za-z0-9-]{10,}",
	"xapp-[A-Za-z0-9-]{10,}",
	"AT(?:ATT|CTT|BB)[A-Za-z0-9_=-]{12,}",
	"pk_[A-Za-z0-9_]{16,}",
	"[sr]k_(?:live|test)_[A-Za-z0-9]{16,}",
	"sk-[A-Za-z0-9_-]{20,}",
	"secret_[A-Za-z0-9]{16,}",
	"ntn_[A-Za-z0-9]{16,}",
	"lin_(?:api|oauth)_[A-Za-z0-9]{16,}",
	"(?:AKIA|ASIA)[A-Z0-9]{16}",
	"AIza[A-Za-z0-9_-]{30,}",
	"npm_[A-Za-z0-9]{30,}",
	"eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*",
	"-----BEGIN [A-Z ]{0,40}PRIVATE KEY",
	"[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}",
	"[a-z2-7]{52}(?![A-Za-z0-9])"
].join("|")})`, "g");
/** Shorter runs are words; 128 bits of a random key need 22 characters in base64 and 32 in hex. */
const RUN = /[A-Za-z0-9+_=-]{32,}/g;
/** Bits a character: prose and names stay below, random base64 of this length lies above. */
const RANDOM_BITS = 4;
/** Where a text holds what has the published shape of a token. Offsets in UTF-16 units. */
function findTokens(text) {
	return [...text.matchAll(KNOWN)].map((match) => match.index);
}
/** True for a known token's shape, and for a long random-looking run of hex or base64. */
function looksSecret(text) {
	return findTokens(text).length > 0 || holdsRandomRun(text);
}
/** True for a long random-looking run of hex or base64. */
function holdsRandomRun(text) {
	return (text.match(RUN) ?? []).some(looksRandom);
}
function looksRandom(run) {
	if (/^[0-9a-f]{32,}$/i.test(run)) return /[0-9]/.test(run);
	return /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9]/.test(run) && entropy(run) >= RANDOM_BITS;
}
/** Shannon's entropy in bits a character. */
function entropy(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	let bits = 0;
	for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
	return bits;
}

// src/policy/show.ts
/** Longer values are cut: an error names what was found, it does not repeat a file. */
const LONGEST = 80;
const HIDDEN = "(hidden: it looks like a token)";
/** A value as an error may print it: one line, cut, and never a token. */
function show(value) {
	if (value === void 0 || value === null) return "nothing";
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (typeof value === "object") return "a mapping";
	const text = String(value);
	if (looksSecret(text)) return HIDDEN;
	const line = text.replace(/[\r\n]+/g, " ");
	return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
/** A dotted key as an error may print it. Parts that look like a token are hidden. */
function dotted(path) {
	return path.map((part) => looksSecret(String(part)) ? "(hidden)" : show(String(part))).join(".");
}

// src/policy/problems.ts
/** Keys that people put a token under; the value is never looked at. */
const SECRET_KEYS = /^(?:.*[_-])?(?:token|password|passwd|secret|pat|api_?key|apitoken|bearer|private_?key)$/i;
/** Every issue of a failed parse as problems with place, found, wanted and a near name. */
function problemsOf(issues, checked) {
	return issues.flatMap((issue) => ofIssue(issue, [], checked));
}
function ofIssue(issue, prefix, checked) {
	const path = [...prefix, ...issue.path];
	const value = valueAt(checked.source.value, path);
	switch (issue.code) {
		case "unrecognized_keys": return issue.keys.map((key) => unknownKey(key, path, checked));
		case "invalid_union": return ofUnion(issue, path, value, checked);
		case "invalid_key": return [keyProblem(path, checked, "unusable name", issue.issues[0]?.message ?? "another name")];
		case "invalid_value": return [wrongWord(path, value, issue.values.map(String), checked)];
		case "invalid_type": return [wrongType(path, value, issue.expected, checked)];
		case "too_small": return [valueProblem(path, value, checked, "unusable value", bound(issue, "at least", issue.minimum))];
		case "too_big": return [valueProblem(path, value, checked, "unusable value", bound(issue, "at most", issue.maximum))];
		case "not_multiple_of":
		case "invalid_format":
		case "invalid_element":
		case "custom": return [valueProblem(path, value, checked, "unusable value", issue.message)];
	}
}
/** The schema's own words where it has some; the library's default begins with `Too`. */
function bound({ message }, words, limit) {
	return message.startsWith("Too ") ? `${words} ${limit}` : message;
}
function ofUnion(issue, path, value, checked) {
	if ("options" in issue && Array.isArray(issue.options)) return [wrongWord(path, value, issue.options.map(String), checked)];
	const said = issue.message === "Invalid input" ? null : issue.message;
	const closest = issue.errors.find((branch) => !branch.some(isAboutWhole)) ?? (said === null ? issue.errors.find((branch) => !branch.some(isWrongKind)) : void 0);
	if (closest !== void 0) return closest.flatMap((inner) => ofIssue(inner, path, checked));
	const kinds = issue.errors.flat().flatMap((inner) => inner.code === "invalid_type" ? [kindName(inner.expected)] : []);
	return [valueProblem(path, value, checked, "unusable value", said ?? [...new Set(kinds)].join(" or "))];
}
/** Of a union's branches, the one that fails only inside is the one that was meant. */
function isAboutWhole(issue) {
	return issue.path.length === 0 && issue.code !== "unrecognized_keys" && issue.code !== "custom";
}
function isWrongKind(issue) {
	return issue.code === "invalid_type" && issue.path.length === 0;
}
function unknownKey(key, path, checked) {
	const here = [...path, key];
	if (path[0] === "remotes" && SECRET_KEYS.test(key)) return keyProblem(here, checked, "tokens never stand in the policy", "the token in the environment");
	const known = keysAt(checked.schema(), path, checked.source.value);
	const problem = keyProblem(here, checked, path.at(-1) === "rules" ? "unknown rule" : "unknown key");
	const near = nearest(key, known);
	return {
		...problem,
		found: dotted([key]),
		...near === null ? {} : { suggestion: near }
	};
}
function wrongWord(path, value, words, checked) {
	if (value === void 0) return missing(path, words.join(", "), checked);
	const near = typeof value === "string" ? nearest(value, words) : null;
	const problem = valueProblem(path, value, checked, "unusable value", words.join(", "));
	return near === null ? problem : {
		...problem,
		suggestion: near
	};
}
function wrongType(path, value, expected, checked) {
	if (value === void 0) return missing(path, kindName(expected), checked);
	const quoted = expected === "string" && typeof value === "number" ? "text: put it in quotes" : kindName(expected);
	return valueProblem(path, value, checked, value === null ? "the key has no value" : "unusable value", quoted);
}
function missing(path, wanted, { source }) {
	const place = source.place(path.slice(0, -1));
	return {
		file: source.file,
		...place,
		key: dotted(path),
		message: "missing key",
		wanted
	};
}
function valueProblem(path, value, { source }, message, wanted) {
	return {
		file: source.file,
		...source.place(path),
		key: dotted(path),
		message,
		found: show(value),
		wanted
	};
}
function keyProblem(path, { source }, message, wanted) {
	const place = source.place(path, "key");
	return {
		file: source.file,
		...place,
		key: dotted(path),
		message,
		...wanted === void 0 ? {} : { wanted }
	};
}
function kindName(expected) {
	switch (expected) {
		case "string": return "text";
		case "number":
		case "int": return "a number";
		case "boolean": return "true or false";
		case "array": return "a list";
		case "object":
		case "record": return "a mapping";
		default: return expected;
	}
}
/** Known keys of the mapping at a path, over all alternatives that the value there may mean. */
function keysAt(schema, path, value) {
	let nodes = alternatives(schema, value);
	for (const [depth, step] of path.entries()) {
		const inner = valueAt(value, path.slice(0, depth + 1));
		nodes = nodes.flatMap((node) => childrenOf(node, step)).flatMap((node) => alternatives(node, inner));
	}
	return nodes.flatMap((node) => isMapping(node.properties) ? Object.keys(node.properties) : []);
}
function childrenOf(node, step) {
	return [valueAt(node.properties, [step]) ?? node.additionalProperties ?? node.items].filter(isMapping);
}
/** Branches of a union; where a branch names its `kind`, only that of the value. */
function alternatives(node, value) {
	const branches = [node.anyOf, node.oneOf].filter(Array.isArray).flat().filter(isMapping);
	if (node.properties !== void 0 || branches.length === 0) return [node];
	const kind = valueAt(value, ["kind"]);
	return branches.filter((branch) => {
		const named = valueAt(branch, [
			"properties",
			"kind",
			"const"
		]);
		return named === void 0 || named === kind;
	}).flatMap((branch) => alternatives(branch, value));
}

// src/policy/fields.ts
/** Longest glob or path: git itself stops at 4,096 bytes a path. */
const LONGEST_PATH = 1024;
/** Wildcards of one glob; matching time grows with a power of their number. */
const MOST_WILDCARDS = 10;
const OID = /^(?:[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})$/;
const DATE = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
const INSIDE = /^(?![/!])(?!(?:.*\/)?\.{1,2}(?:\/|$))[^\\\u0000-\u001f\u007f]+$/;
/** A whole object id, SHA-1 or SHA-256, in any case. */
function oid(z) {
	return z.string().regex(OID, { error: "a whole commit id of 40 or 64 hex digits, in quotes" });
}
/** A calendar date that exists. */
function date(z) {
	const wanted = { error: "a date such as 2027-01-15" };
	return z.string().regex(DATE, wanted).refine(isDate, wanted);
}
/** `YYYY-MM-DD` of a day that the calendar has. */
function isDate(text) {
	if (!DATE.test(text)) return false;
	const [year = 0, month = 1, day = 1] = text.split("-").map(Number);
	return day <= ([
		31,
		year % 4 === 0 && year % 100 !== 0 || year % 400 === 0 ? 29 : 28,
		31,
		30,
		31,
		30,
		31,
		31,
		30,
		31,
		30,
		31
	][month - 1] ?? 0);
}
/** A file or folder in the tree, root-relative, that can't leave it. */
function treePath(z) {
	return z.string().max(LONGEST_PATH, { error: `at most ${LONGEST_PATH} characters` }).regex(INSIDE, { error: "a path inside the repository, with / and without a leading / or .." });
}
/** A glob over root-relative paths: `*`, `**`, `?`, `[a-z]` and `{a,b}`, without negation. */
function glob(z) {
	return treePath(z).refine(hasBalancedBrackets, { error: "a glob whose brackets are all closed" }).refine((text) => (text.match(/[*?]+/g) ?? []).length <= MOST_WILDCARDS, { error: `a glob with at most ${MOST_WILDCARDS} wildcards` });
}
function hasBalancedBrackets(text) {
	const open = [];
	const closing = {
		"]": "[",
		"}": "{"
	};
	for (const letter of text) {
		const partner = closing[letter];
		if (partner === void 0) {
			if ("[{".includes(letter)) open.push(letter);
		} else if (open.pop() !== partner) return false;
	}
	return open.length === 0;
}
/** A name that people give: one line, no control characters, no blanks around it. */
function name(z) {
	return z.string().max(200, { error: "at most 200 characters" }).regex(/^(?! )[^\u0000-\u001f\u007f]+(?<! )$/, { error: "a name on one line" });
}
/** A length of time: `30m`, `24h`, `7d`. */
function duration(z) {
	return z.string().regex(/^[1-9][0-9]{0,4}[mhd]$/, { error: "a length of time such as 30m, 24h or 7d" });
}
/** Milliseconds of a duration that the schema has accepted. */
function milliseconds(duration) {
	const unit = {
		m: 6e4,
		h: 36e5,
		d: 864e5
	}[duration.slice(-1)] ?? 0;
	return Number(duration.slice(0, -1)) * unit;
}

// src/policy/document.ts
/** No policy nests deeper. The parser takes minutes for tens of thousands of open brackets or `? ? ?`. */
const DEPTH_LIMIT = 50;
/**
* Reads YAML 1.2 in its core schema (JSON is part of it). Strict: unique keys, one document, no tags, directives or
* aliases. Never throws for any text, and no problem ever repeats the text, which may hold a secret.
*/
async function parseFile(file, bytes) {
	const whole = (message, wanted) => unusable(file, {
		message,
		wanted
	});
	if (bytes.byteLength > 131072) return whole("the file is too long", `at most ${FILE_LIMIT} bytes`);
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return whole("the file is not UTF-8 text", "UTF-8");
	}
	if (nestsTooDeep(text)) return whole("the file nests too deeply", `at most ${DEPTH_LIMIT} levels`);
	const yaml = await import("./lazy-yaml.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lines = new yaml.LineCounter();
	const document = yaml.parseDocument(text, {
		schema: "core",
		version: "1.2",
		uniqueKeys: true,
		stringKeys: true,
		prettyErrors: false,
		merge: false,
		lineCounter: lines
	});
	const at = (offset) => position(lines, offset);
	const broken = [
		...[...document.errors, ...document.warnings].map((error) => syntaxProblem(file, error, at)),
		...shapeProblems(file, document, yaml, at),
		...file.endsWith(".json") ? jsonProblems(file, text) : []
	];
	const readable = broken.length === 0;
	return {
		file,
		value: readable ? document.toJS() : null,
		readable,
		problems: [...broken, ...findTokens(text).map((offset) => tokenProblem(file, at(offset)))],
		place: (path, part = "value") => at(offsetOf(document, path, part, yaml))
	};
}
function unusable(file, what) {
	const top = {
		line: 1,
		column: 1
	};
	return {
		file,
		value: null,
		readable: false,
		problems: [{
			file,
			...top,
			key: "",
			...what
		}],
		place: () => top
	};
}
/** A crude count that ignores quotes and comments: it only has to refuse what would stall the parser. */
function nestsTooDeep(text) {
	if (new RegExp(`(?:[-?:][ \\t]+){${DEPTH_LIMIT}}`).test(text)) return true;
	let depth = 0;
	for (const bracket of text.match(/[[\]{}]/g) ?? []) {
		depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
		if (depth > DEPTH_LIMIT) return true;
	}
	return /^[ \t]{400}/m.test(text);
}
function position(lines, offset) {
	const { line, col } = lines.linePos(offset);
	return {
		line: Math.max(1, line),
		column: Math.max(1, col)
	};
}
function syntaxProblem(file, error, at) {
	return {
		file,
		...at(error.pos[0]),
		key: "",
		message: syntaxMessage(error.code)
	};
}
/** The parser's own sentences quote the text, so each code gets one of ours. */
function syntaxMessage(code) {
	switch (code) {
		case "DUPLICATE_KEY": return "this key stands twice in the same mapping";
		case "TAB_AS_INDENT": return "a tab is used as indentation; YAML wants spaces";
		case "MULTIPLE_DOCS": return "the file holds a second document; one is read";
		case "TAG_RESOLVE_FAILED": return "tags (`!name`) are not read";
		case "BAD_ALIAS": return "aliases (`*name`) are not read";
		case "NON_STRING_KEY": return "a key must be text";
		case "MISSING_CHAR": return "a closing quote, bracket or comma is missing";
		case "BLOCK_AS_IMPLICIT_KEY": return "a mapping can't start here; put the value in quotes if it holds `: `";
		default: return `not valid YAML (${code.toLowerCase().replaceAll("_", " ")})`;
	}
}
function shapeProblems(file, document, yaml, at) {
	const problems = [];
	const add = (node, message) => {
		problems.push({
			file,
			...at(node.range?.[0] ?? 0),
			key: "",
			message
		});
	};
	if (document.directives?.yaml.explicit === true) problems.push({
		file,
		line: 1,
		column: 1,
		key: "",
		message: "directives (`%YAML`) are not read"
	});
	yaml.visit(document, {
		Alias: (_, node) => add(node, "aliases (`*name`) are not read"),
		Pair: (_, pair) => {
			if (yaml.isScalar(pair.key) && pair.key.value === "__proto__") add(pair.key, "this key can't be used");
		}
	});
	return problems;
}
function tokenProblem(file, at) {
	return {
		file,
		...at,
		key: "",
		message: "this looks like a token; it must not stand in a file that is committed, so revoke it",
		wanted: "tokens in the environment, a vendor's command line tool or the keychain"
	};
}
/** YAML reads more than JSON; a file that is called JSON must be JSON for every other tool too. */
function jsonProblems(file, text) {
	try {
		if (text.trim() !== "") JSON.parse(text);
		return [];
	} catch {
		return [{
			file,
			line: 1,
			column: 1,
			key: "",
			message: "not valid JSON",
			wanted: "JSON, or a .yml file"
		}];
	}
}
/** Walks as far as the path exists. */
function offsetOf(document, path, part, yaml) {
	let node = document.contents;
	let offset = yaml.isNode(node) ? node.range?.[0] ?? 0 : 0;
	for (const [depth, step] of path.entries()) {
		const pair = pairAt(node, step, yaml);
		const next = pair === null ? itemAt(node, step, yaml) : pair.value;
		const anchor = pair !== null && (part === "key" || !yaml.isNode(next)) && depth === path.length - 1 ? pair?.key : next;
		if (!yaml.isNode(anchor)) return offset;
		offset = anchor.range?.[0] ?? offset;
		node = next;
	}
	return offset;
}
function pairAt(node, step, yaml) {
	if (!yaml.isMap(node)) return null;
	return node.items.find((pair) => yaml.isScalar(pair.key) && String(pair.key.value) === String(step)) ?? null;
}
function itemAt(node, step, yaml) {
	return yaml.isSeq(node) ? node.items[Number(step)] : void 0;
}

// src/policy/waivers.ts
/** A day's milliseconds; days are counted in UTC. */
const DAY = 864e5;
/** The waivers of a tree, in the file that the law names; none where there is no such file. */
async function readWaivers(tree, how) {
	const { file } = how.law.waivers;
	const { bytes, problem } = await readSource(tree, file);
	if (bytes === null) return {
		waivers: [],
		problems: problem === null ? [] : [problem]
	};
	return parseWaivers(bytes, file, how);
}
/** Reads a file of waivers, with every problem at once. All are `declared`: only a forge can prove an approval. */
async function parseWaivers(bytes, file, how) {
	const source = await parseFile(file, bytes);
	if (!source.readable) return {
		waivers: [],
		problems: source.problems
	};
	const { z } = await import("./lazy-zod.js");
	const schema = waiversFileSchema(z, how.rules);
	const checked = {
		source: {
			...source,
			value: source.value ?? []
		},
		schema: () => ({ ...z.toJSONSchema(schema, { io: "input" }) })
	};
	const parsed = schema.safeParse(checked.source.value);
	if (!parsed.success) return {
		waivers: [],
		problems: [...source.problems, ...problemsOf(parsed.error.issues, checked)]
	};
	const problems = [...source.problems, ...senseOf(parsed.data, source, how)];
	return {
		waivers: problems.length > 0 ? [] : parsed.data.map(toWaiver),
		problems
	};
}
function waiversFileSchema(z, rules) {
	const [first = "", ...rest] = rules.map((rule) => rule.meta.id);
	return z.array(z.strictObject({
		id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: "a short name such as W-1" }),
		rules: z.array(z.enum([first, ...rest])).min(1, { error: "at least one rule" }),
		for: z.strictObject({
			pr: oneOrMore(z, z.number().int().min(1, { error: "a pull request's number" })).optional(),
			commits: oneOrMore(z, oid(z)).optional(),
			paths: oneOrMore(z, glob(z)).optional(),
			ticket: oneOrMore(z, name(z)).optional()
		}).refine((target) => Object.keys(target).length > 0, { error: "at least one of pr, commits, paths, ticket" }),
		reason: name(z),
		incident: name(z).optional(),
		approver: name(z),
		created: date(z),
		expires: date(z),
		follow_up: name(z).optional()
	}));
}
function oneOrMore(z, item) {
	return z.union([item, z.array(item).min(1, { error: "at least one" })]);
}
/** What the waiver is for, as lists. Object ids in lower case, as git writes them. */
function targets({ pr, commits, paths, ticket }) {
	return {
		...pr === void 0 ? {} : { pr: [pr].flat() },
		...commits === void 0 ? {} : { commits: [commits].flat().map((commit) => commit.toLowerCase()) },
		...paths === void 0 ? {} : { paths: [paths].flat() },
		...ticket === void 0 ? {} : { ticket: [ticket].flat() }
	};
}
function toWaiver({ incident, follow_up, ...entry }) {
	return {
		...entry,
		for: targets(entry.for),
		...incident === void 0 ? {} : { incident },
		...follow_up === void 0 ? {} : { follow_up },
		proof: "declared"
	};
}
function senseOf(entries, source, how) {
	return entries.flatMap((entry, index) => {
		const complain = (key, message, found, wanted) => ({
			file: source.file,
			...source.place([index, key]),
			key: `${index}.${key}`,
			message,
			found: show(found),
			wanted
		});
		return [
			...entries.findIndex((other) => other.id === entry.id) < index ? [complain("id", "another waiver has this id", entry.id, "an id of its own")] : [],
			...lifeProblems(entry, how, complain),
			...approverProblems(entry, how, complain)
		];
	});
}
function lifeProblems({ created, expires }, { law, today }, complain) {
	const { maxDays } = law.waivers;
	const problems = [];
	if (daysBetween(today, created) > 1) problems.push(complain("created", "the day is still to come", created, `${today} or before`));
	const life = daysBetween(created, expires);
	if (life < 0) problems.push(complain("expires", "it ends before it begins", expires, `${created} or later`));
	if (life > maxDays) {
		const wanted = `at most ${maxDays} days after ${created} (waivers.max_days)`;
		problems.push(complain("expires", "it lives too long", expires, wanted));
	}
	return problems;
}
function daysBetween(from, to) {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}
/** Who belongs to a team only the forge knows: where the policy names teams, any account may be one of them. */
function approverProblems({ approver }, { law }, complain) {
	const { approvers } = law.waivers;
	if (approvers.some((one) => one.startsWith("@") || one.toLowerCase() === approver.toLowerCase())) return [];
	return [complain("approver", "this account may not approve waivers", approver, approvers.length === 0 ? "an account under waivers.approvers, which is empty" : approvers.join(", "))];
}

export { date, dotted, duration, findTokens, glob, holdsRandomRun, milliseconds, name, oid, parseFile, parseWaivers, problemsOf, readWaivers, show, treePath };