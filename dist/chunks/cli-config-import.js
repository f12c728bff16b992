import { Fault } from "./core-fault.js";
import { exitCode } from "./core-verdict.js";
import { json, terminal } from "./reports-escape.js";
import { rows } from "./reports-layout.js";
import { painter } from "./reports-paint.js";
import { envelope } from "./cli-envelope.js";
import { join } from "node:path";

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
		import("./lazy-gate.js"),
		import("./policy-import.js"),
		import("./lazy-policy-discover.js")
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
	if (write && root !== null) await io.writeFile(join(root, POLICY), [imported.text]);
	if (words.has("json")) {
		io.stdout.write(`${json({
			...envelope("config-import"),
			written: write ? POLICY : null,
			...imported
		})}\n`);
		return exitCode("pass");
	}
	io.stdout.write(write ? `Wrote ${POLICY}.\n` : imported.text);
	io.stderr.write(account(imported, io));
	return exitCode("pass");
}
async function refuseToOverwrite(policy, root) {
	if (root === null) throw new Fault("usage", "A bare repository has no place to write a policy.");
	if (policy === null) return;
	throw new Fault("usage", `${policy} is there already, and nothing is overwritten.`, { fix: "golden-thread config import" });
}
/** What was imported must be a policy that works here; what is wrong is told with the line that it would stand on. */
async function holdToItself(input, text) {
	const { policyFault, readPolicy } = await import("./policy-load.js");
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
	const paint = painter(stderr.color);
	const table = (list) => rows(list, {
		indent: 2,
		columns: stderr.columns,
		label: paint.bold
	});
	const place = (file, key) => terminal(files.length > 1 ? `${file}: ${key}` : key);
	const taken = carried.map(({ file, from, to }) => ({
		label: place(file, from),
		text: terminal(to)
	}));
	const not = left.map(({ file, key, why, detail }) => ({
		label: place(file, key),
		text: terminal(detail === null ? WHY[why] : `${WHY[why]} (${detail})`)
	}));
	return `${[
		`Read ${terminal(files.join(", "))}.`,
		...taken.length === 0 ? [] : ["Taken over:", ...table(taken)],
		...not.length === 0 ? [] : ["Not taken over:", ...table(not)]
	].join("\n")}\n`;
}

export { configImport };