"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_reports = require("./reports.js");
const require_paint = require("./reports-paint.js");
const require_cli = require("./cli.js");
let node_path = require("node:path");

// src/cli/config-import.ts
const POLICY = "golden-thread.yml";
/** Where editors find the schema while golden-thread is a package of the repository. */
const SCHEMA = "./node_modules/golden-thread/dist/schema/golden-thread.schema.json";
const WHY = {
	token: "a token: revoke it, and give a new one in the environment",
	variable: "asks for an environment variable, and a policy is the same everywhere",
	disabled: "switched off there",
	stays: "no matter of the policy; stays where it is",
	unknown: "no key of that format",
	unusable: "could not be used",
	taken: "another file says otherwise"
};
/** Prints other tools' configurations as a policy, or writes it. What was and was not taken over goes to stderr. */
async function configImport(words, io, world) {
	const [{ openPolicy }, { importPolicy }, { findPolicy }] = await Promise.all([
		Promise.resolve().then(() => require("./gate-law.js")).then((n) => n.law_exports),
		Promise.resolve().then(() => require("./policy-import.js")),
		Promise.resolve().then(() => require("./policy-discover.js")).then((n) => n.discover_exports)
	]);
	const { input, root } = await openPolicy(world, { place: "hook" });
	const { tree, rules, detected } = input;
	const write = words.has("write");
	if (write) await refuseToOverwrite(await findPolicy(tree), root);
	const imported = await importPolicy({
		tree,
		from: words.one("from"),
		rules,
		detected,
		schema: SCHEMA
	});
	await holdToItself(input, imported.text);
	if (write && root !== null) await io.writeFile((0, node_path.join)(root, POLICY), [imported.text]);
	if (words.has("json")) {
		io.stdout.write(`${require_escape.json({
			...require_cli.envelope("config-import"),
			written: write ? POLICY : null,
			...imported
		})}\n`);
		return require_world.exitCode("pass");
	}
	io.stdout.write(write ? `Wrote ${POLICY}.\n` : imported.text);
	io.stderr.write(account(imported, io));
	return require_world.exitCode("pass");
}
async function refuseToOverwrite(policy, root) {
	if (root === null) throw new require_git.Fault("usage", "A bare repository has no place to write a policy.");
	if (policy === null) return;
	throw new require_git.Fault("usage", `${policy} is there already, and nothing is overwritten.`, { fix: "golden-thread config import" });
}
/** What was imported must be a policy that works here; what is wrong is told with the line that it would stand on. */
async function holdToItself(input, text) {
	const { policyFault, readPolicy } = await Promise.resolve().then(() => require("./policy-load.js"));
	const { compiled } = await readPolicy({
		...input,
		tree: withPolicy(input.tree, text)
	});
	if (compiled.law === null) throw policyFault(compiled.problems);
}
function withPolicy(tree, text) {
	const bytes = new TextEncoder().encode(text);
	return {
		label: tree.label,
		read: async (path, limit) => path === POLICY ? bytes : tree.read(path, limit),
		list: async () => [{
			path: POLICY,
			mode: "100644",
			size: bytes.byteLength
		}]
	};
}
function account({ files, carried, left }, { stderr }) {
	const paint = require_paint.painter(stderr.color);
	const table = (list) => require_reports.rows(list, {
		indent: 2,
		columns: stderr.columns,
		label: paint.bold
	});
	const place = (file, key) => require_escape.terminal(files.length > 1 ? `${file}: ${key}` : key);
	const taken = carried.map(({ file, from, to }) => ({
		label: place(file, from),
		text: require_escape.terminal(to)
	}));
	const not = left.map(({ file, key, why, detail }) => ({
		label: place(file, key),
		text: require_escape.terminal(detail === null ? WHY[why] : `${WHY[why]} (${detail})`)
	}));
	return `${[
		`Read ${require_escape.terminal(files.join(", "))}.`,
		...taken.length === 0 ? [] : ["Taken over:", ...table(taken)],
		...not.length === 0 ? [] : ["Not taken over:", ...table(not)]
	].join("\n")}\n`;
}

exports.configImport = configImport;