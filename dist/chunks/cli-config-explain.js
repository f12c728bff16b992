"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_cli = require("./cli.js");
const require_place = require("./cli-place.js");

// src/cli/config-explain.ts
/** Says for every value at or below a key where it comes from and what it overrules. Without a key: for all of them. */
async function configExplain(words, io, world) {
	const told = words.one("place") ?? "hook";
	const place = require_place.PLACES.find((name) => name === told);
	if (place === void 0) throw new require_git.Fault("usage", "There is no such place.", {
		found: told,
		wanted: require_place.PLACES.join(", ")
	});
	const [{ openPolicy }, { policyFault, readPolicy }, { explainKey }] = await Promise.all([
		Promise.resolve().then(() => require("./gate-law.js")).then((n) => n.law_exports),
		Promise.resolve().then(() => require("./policy-load.js")),
		Promise.resolve().then(() => require("./policy-explain.js"))
	]);
	const { input } = await openPolicy(world, { place });
	const { layers, compiled } = await readPolicy(input);
	if (compiled.law === null) throw policyFault(compiled.problems);
	const { law, resolved } = compiled;
	const values = explainKey(words.positionals[1] ?? "", {
		layers,
		resolved,
		law,
		rules: input.rules
	});
	const answer = {
		...require_cli.envelope("config-explain"),
		policyDigest: law.digest,
		place,
		values
	};
	io.stdout.write(words.has("json") ? `${require_escape.json(answer)}\n` : asText(values, io));
	return require_world.exitCode("pass");
}
function asText(values, { stdout }) {
	const paint = require_paint.painter(stdout.color);
	const list = values.flatMap(({ key, value, origin, overruled }) => [{
		label: require_escape.terminal(key),
		text: `${shown(value)}  (${whence(origin)})`
	}, ...overruled.map((under) => ({
		label: "",
		text: `over ${shown(under.value)}  (${whence(under.origin)})`
	}))]);
	return `${require_reports.rows(list, {
		indent: 0,
		columns: stdout.columns,
		label: paint.bold
	}).join("\n")}\n`;
}
function shown(value) {
	if (value === null) return "not set";
	return require_escape.terminal(typeof value === "string" ? value : JSON.stringify(value));
}
function whence(origin) {
	switch (origin.kind) {
		case "file": return require_escape.terminal(`${origin.file}:${origin.line}:${origin.column}`);
		case "preset": return `preset ${origin.preset}`;
		case "detected": return "detected";
		case "section": return "follows the policy's sections";
		case "default": return "default";
	}
}

exports.configExplain = configExplain;