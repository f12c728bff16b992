"use strict";

const require_core = require("./core.js");
const require_detected = require("./policy-detected.js");
const require_json = require("./policy-json.js");
const require_schemas = require("./policy-schemas.js");
const require_read = require("./policy-seeds-read.js");

// src/policy/policy-text.ts
/** Text that YAML reads back as itself without quotes, whatever the reader's version. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_./-]*$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
/** A policy as YAML that people read and go on writing: one line a remote, one line a section. */
function policyYaml({ comments, schema, policy }) {
	const { remotes, ...sections } = policy;
	const named = Object.entries(require_json.isMapping(remotes) ? remotes : {});
	return `${[
		`# yaml-language-server: $schema=${oneLine(schema)}`,
		...comments.map((comment) => `# ${oneLine(comment)}`.trimEnd()),
		"version: 1",
		...named.length === 0 ? [] : ["remotes:", ...named.map(([name, entry]) => `  ${name}: ${flow(entry)}`)],
		...Object.entries(sections).map(([key, value]) => `${key}: ${flow(value)}`)
	].join("\n")}\n`;
}
function oneLine(text) {
	return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
}
/** YAML's flow style. What is not plainly text is quoted as JSON quotes it, which YAML reads the same. */
function flow(value) {
	if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
	if (require_json.isMapping(value)) {
		const pairs = Object.entries(value).map(([key, inner]) => `${flow(key)}: ${flow(inner)}`);
		return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
	}
	if (typeof value === "string" && PLAIN.test(value) && !RESERVED.test(value)) return value;
	return JSON.stringify(value) ?? "null";
}

// src/policy/import.ts
/** Reads seed configurations and writes them as a policy. Throws `Fault("policy")` for a file that can't be read at all. */
async function importPolicy(input) {
	const schemas = await require_schemas.schemasFor(input.rules);
	const seeds = await require_read.readSeeds(input.tree, input.from, schemas);
	const files = seeds.map(({ file }) => file);
	const joined = join(seeds);
	const remotes = {
		...require_detected.detectedRemotes(input.detected),
		...joined.remotes
	};
	const policy = {
		preset: "standard",
		...joined.sections,
		...Object.keys(remotes).length === 0 ? {} : { remotes }
	};
	const { carried, left } = joined;
	return {
		text: policyYaml({
			comments: commentsOf(files, remotes),
			schema: input.schema,
			policy
		}),
		files,
		carried,
		left
	};
}
/** Earlier files win; what a later one says otherwise is left. */
function join(seeds) {
	const remotes = {};
	const left = seeds.flatMap(({ reading }) => [...reading.left]);
	for (const { file, reading } of seeds) for (const [name, entry] of Object.entries(reading.remotes)) {
		const there = remotes[name];
		remotes[name] = there === void 0 ? entry : require_read.mappingOf(require_json.merge(entry, there));
		if (there === void 0 || require_core.canonical(require_json.merge(entry, there)) === require_core.canonical(require_json.merge(there, entry))) continue;
		left.push({
			file,
			key: `remotes.${name}`,
			why: "taken",
			detail: null
		});
	}
	const readings = seeds.map(({ reading }) => reading);
	const sections = readings.reduceRight((under, reading) => require_json.merge(under, reading.sections), {});
	return {
		remotes,
		sections: require_read.mappingOf(sections),
		carried: readings.flatMap((reading) => reading.carried),
		left
	};
}
function commentsOf(files, remotes) {
	const variables = Object.values(remotes).flatMap((entry) => {
		const kind = require_read.trackerKind(require_read.mappingOf(entry).kind);
		return kind === null ? [] : [require_read.TOKEN_VARIABLES[kind]];
	});
	return [
		`Made by "golden-thread config import" from ${files.join(", ")}.`,
		...variables.length === 0 ? [] : [`Tokens never stand here; they are read from the environment: ${[...new Set(variables)].join(", ")}.`],
		""
	];
}

exports.importPolicy = importPolicy;