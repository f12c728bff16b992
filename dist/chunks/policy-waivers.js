"use strict";

const require_show = require("./policy-show.js");
const require_fields = require("./policy-fields.js");
const require_git = require("./git.js");
const require_json = require("./policy-json.js");
const require_read_source = require("./policy-read-source.js");

// src/policy/problems.ts
/** Unknown keys of one mapping that are told of: more is noise, and finding each place takes longer the more there are. */
const MOST_KEYS = 200;
/** Keys that people put a token under; the value is never looked at. */
const SECRET_KEYS = /^(?:.*[_-])?(?:token|password|passwd|secret|pat|api_?key|apitoken|bearer|private_?key)$/i;
/** Every issue of a failed parse as problems with place, found, wanted and a near name. */
function problemsOf(issues, checked) {
	let made = null;
	const schema = () => {
		made ??= checked.schema();
		return made;
	};
	return issues.flatMap((issue) => ofIssue(issue, [], {
		...checked,
		schema
	}));
}
function ofIssue(issue, prefix, checked) {
	const path = [...prefix, ...issue.path];
	const value = require_json.valueAt(checked.source.value, path);
	switch (issue.code) {
		case "unrecognized_keys": return unknownKeys(issue.keys, path, checked);
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
function unknownKeys(keys, path, checked) {
	const known = keysAt(checked.schema(), path, checked.source.value);
	return keys.slice(0, MOST_KEYS).map((key) => {
		const here = [...path, key];
		if (path[0] === "remotes" && SECRET_KEYS.test(key)) return keyProblem(here, checked, "tokens never stand in the policy", "the token in the environment");
		const problem = keyProblem(here, checked, path.at(-1) === "rules" ? "unknown rule" : "unknown key");
		const near = require_git.nearest(key, known);
		return {
			...problem,
			found: require_show.dotted([key]),
			...near === null ? {} : { suggestion: near }
		};
	});
}
function wrongWord(path, value, words, checked) {
	if (value === void 0) return missing(path, words.join(", "), checked);
	const near = typeof value === "string" ? require_git.nearest(value, words) : null;
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
		key: require_show.dotted(path),
		message: "missing key",
		wanted
	};
}
function valueProblem(path, value, { source }, message, wanted) {
	return {
		file: source.file,
		...source.place(path),
		key: require_show.dotted(path),
		message,
		found: require_show.show(value),
		wanted
	};
}
function keyProblem(path, { source }, message, wanted) {
	const place = source.place(path, "key");
	return {
		file: source.file,
		...place,
		key: require_show.dotted(path),
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
		const inner = require_json.valueAt(value, path.slice(0, depth + 1));
		nodes = nodes.flatMap((node) => childrenOf(node, step)).flatMap((node) => alternatives(node, inner));
	}
	return nodes.flatMap((node) => require_json.isMapping(node.properties) ? Object.keys(node.properties) : []);
}
function childrenOf(node, step) {
	return [require_json.valueAt(node.properties, [step]) ?? node.additionalProperties ?? node.items].filter(require_json.isMapping);
}
/** Branches of a union; where a branch names its `kind`, only that of the value. */
function alternatives(node, value) {
	const branches = [node.anyOf, node.oneOf].filter(Array.isArray).flat().filter(require_json.isMapping);
	if (node.properties !== void 0 || branches.length === 0) return [node];
	const kind = require_json.valueAt(value, ["kind"]);
	return branches.filter((branch) => {
		const named = require_json.valueAt(branch, [
			"properties",
			"kind",
			"const"
		]);
		return named === void 0 || named === kind;
	}).flatMap((branch) => alternatives(branch, value));
}

// src/policy/waivers.ts
/** A day's milliseconds; days are counted in UTC. */
const DAY = 864e5;
/** The waivers of a tree, in the file that the law names; none where there is no such file. */
async function readWaivers(tree, how) {
	const { file } = how.law.waivers;
	const { bytes, problem } = await require_read_source.readSource(tree, file);
	if (bytes === null) return {
		waivers: [],
		problems: problem === null ? [] : [problem]
	};
	return parseWaivers(bytes, file, how);
}
/** Reads a file of waivers, with every problem at once. All are `declared`: only a forge can prove an approval. */
async function parseWaivers(bytes, file, how) {
	const source = await require_show.parseFile(file, bytes);
	if (!source.readable) return {
		waivers: [],
		problems: source.problems
	};
	const { z } = await Promise.resolve().then(() => require("./zod.js")).then((n) => n.zod_exports);
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
			commits: oneOrMore(z, require_fields.oid(z)).optional(),
			paths: oneOrMore(z, require_fields.glob(z)).optional(),
			ticket: oneOrMore(z, require_fields.name(z)).optional()
		}).refine((target) => Object.keys(target).length > 0, { error: "at least one of pr, commits, paths, ticket" }),
		reason: require_fields.name(z),
		incident: require_fields.name(z).optional(),
		approver: require_fields.name(z),
		created: require_fields.date(z),
		expires: require_fields.date(z),
		follow_up: require_fields.name(z).optional()
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
			found: require_show.show(found),
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

exports.parseWaivers = parseWaivers;
exports.problemsOf = problemsOf;
exports.readWaivers = readWaivers;