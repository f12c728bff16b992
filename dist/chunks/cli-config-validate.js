"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_cli = require("./cli.js");

// src/cli/config-validate.ts
/** Says whether policy and waivers can be used. Throws `Fault("policy")` with every problem at once. */
async function configValidate(words, io, world) {
	const [{ openPolicy }, { loadPolicy, policyFault }, { schemasFor }, { seedProblems }] = await Promise.all([
		Promise.resolve().then(() => require("./gate-law.js")).then((n) => n.law_exports),
		Promise.resolve().then(() => require("./policy-load.js")),
		Promise.resolve().then(() => require("./policy-schemas.js")),
		Promise.resolve().then(() => require("./policy-seeds-read.js"))
	]);
	const { input } = await openPolicy(world, { place: "hook" });
	const law = await loadPolicy(input);
	const problems = await seedProblems(input.tree, await schemasFor(input.rules));
	if (words.has("strict") && problems.length > 0) throw policyFault(problems);
	if (words.has("json")) {
		const { digest, preset, sources } = law;
		const answer = {
			...require_cli.envelope("config-validate"),
			policyDigest: digest,
			preset,
			sources,
			warnings: problems
		};
		io.stdout.write(`${require_escape.json(answer)}\n`);
		return require_world.exitCode("pass");
	}
	const files = law.sources.length === 0 ? "No policy file: presets and detection stand in." : law.sources.join(", ");
	const facts = [
		`preset ${law.preset}`,
		require_reports.plural(law.remotes.length, "remote"),
		require_reports.plural(law.scopes.length, "scope"),
		`digest ${law.digest.slice(0, 12)}`
	];
	io.stdout.write(`${require_escape.terminal(files)}\nThe policy can be used: ${facts.join(", ")}.\n`);
	for (const { file, line, column, key, message } of problems) io.stderr.write(`${require_escape.terminal(`warning: ${file}:${line}:${column} ${key}: ${message}`)}\n`);
	return require_world.exitCode("pass");
}

exports.configValidate = configValidate;