import { exitCode } from "./core-verdict.js";
import { json, terminal } from "./reports-escape.js";
import { plural } from "./reports-layout.js";
import { envelope } from "./cli-envelope.js";

// src/cli/config-validate.ts
/** Says whether policy and waivers can be used. Throws `Fault("policy")` with every problem at once. */
async function configValidate(words, io, world) {
	const [{ openPolicy }, { loadPolicy, policyFault }, { schemasFor }, { seedProblems }] = await Promise.all([
		import("./lazy-gate.js"),
		import("./policy-load.js"),
		import("./lazy-policy-schemas.js"),
		import("./lazy-policy-seeds-read.js")
	]);
	const { input } = await openPolicy(world, { place: "hook" });
	const law = await loadPolicy(input);
	const problems = await seedProblems(input.tree, await schemasFor(input.rules));
	if (words.has("strict") && problems.length > 0) throw policyFault(problems);
	if (words.has("json")) {
		const { digest, preset, sources } = law;
		const answer = {
			...envelope("config-validate"),
			policyDigest: digest,
			preset,
			sources,
			warnings: problems
		};
		io.stdout.write(`${json(answer)}\n`);
		return exitCode("pass");
	}
	const files = law.sources.length === 0 ? "No policy file: presets and detection stand in." : law.sources.join(", ");
	const facts = [
		`preset ${law.preset}`,
		plural(law.remotes.length, "remote"),
		plural(law.scopes.length, "scope"),
		`digest ${law.digest.slice(0, 12)}`
	];
	io.stdout.write(`${terminal(files)}\nThe policy can be used: ${facts.join(", ")}.\n`);
	for (const { file, line, column, key, message } of problems) io.stderr.write(`${terminal(`warning: ${file}:${line}:${column} ${key}: ${message}`)}\n`);
	return exitCode("pass");
}

export { configValidate };