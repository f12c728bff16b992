import { Fault } from "./core-fault.js";
import { exitCode } from "./core-verdict.js";
import { json, terminal } from "./reports-escape.js";
import { rows } from "./reports-layout.js";
import { painter } from "./reports-paint.js";
import { envelope } from "./cli-envelope.js";

// src/cli/config-explain.ts
const PLACES = [
	"hook",
	"ci",
	"server"
];
/** Says for every value at or below a key where it comes from and what it overrules. Without a key: for all of them. */
async function configExplain(words, io, world) {
	const told = words.one("place") ?? "hook";
	const place = PLACES.find((name) => name === told);
	if (place === void 0) throw new Fault("usage", "There is no such place.", {
		found: told,
		wanted: PLACES.join(", ")
	});
	const [{ openPolicy }, { policyFault, readPolicy }, { explainKey }] = await Promise.all([
		import("./lazy-gate.js"),
		import("./policy-load.js"),
		import("./policy-explain.js")
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
		...envelope("config-explain"),
		policyDigest: law.digest,
		place,
		values
	};
	io.stdout.write(words.has("json") ? `${json(answer)}\n` : asText(values, io));
	return exitCode("pass");
}
function asText(values, { stdout }) {
	const paint = painter(stdout.color);
	const list = values.flatMap(({ key, value, origin, overruled }) => [{
		label: terminal(key),
		text: `${shown(value)}  (${whence(origin)})`
	}, ...overruled.map((under) => ({
		label: "",
		text: `over ${shown(under.value)}  (${whence(under.origin)})`
	}))]);
	return `${rows(list, {
		indent: 0,
		columns: stdout.columns,
		label: paint.bold
	}).join("\n")}\n`;
}
function shown(value) {
	if (value === null) return "not set";
	return terminal(typeof value === "string" ? value : JSON.stringify(value));
}
function whence(origin) {
	switch (origin.kind) {
		case "file": return terminal(`${origin.file}:${origin.line}:${origin.column}`);
		case "preset": return `preset ${origin.preset}`;
		case "detected": return "detected";
		case "section": return "follows the policy's sections";
		case "default": return "default";
	}
}

export { configExplain };