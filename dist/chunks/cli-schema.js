"use strict";

const require_world = require("./world.js");
const require_cli_js = require("../cli.js");

// src/cli/schema.ts
/** JSON Schemas by the name under which they are shipped. */
const SCHEMAS = {
	"change-authorization": async () => (await Promise.resolve().then(() => require("./attest-json-schema.js")).then((n) => n.json_schema_exports)).predicateSchema(),
	verify: async () => (await Promise.resolve().then(() => require("./reports-verify-schema.js"))).verifySchema(),
	report: async () => (await Promise.resolve().then(() => require("./reports-json-schema.js")).then((n) => n.json_schema_exports)).jsonSchema(),
	ledger: async () => (await Promise.resolve().then(() => require("./reports-ledger-file-schema.js"))).ledgerSchema()
};
const NAMES = Object.keys(SCHEMAS).filter(isName);
const manual = {
	name: "schema",
	summary: "print the JSON Schema of what golden-thread writes",
	forms: ["NAME"],
	details: `NAME is one of ${NAMES.join(", ")}. The schema of the policy is printed by config schema. All of them lie in the package below schema/.`,
	options: [],
	examples: [{
		run: "golden-thread schema change-authorization",
		does: "that of the facts of evidence",
		exit: 0
	}, {
		run: "golden-thread schema evidence",
		does: "says which there are",
		exit: 2
	}]
};
async function run({ positionals }, io, _world) {
	const [name = "", ...more] = positionals;
	if (!isName(name) || more.length > 0) throw require_cli_js.usage(manual, "There is no such schema.", {
		found: positionals.join(" ") || "none",
		wanted: NAMES.join(", ")
	});
	io.stdout.write(`${JSON.stringify(await SCHEMAS[name](), null, 2)}\n`);
	return require_world.exitCode("pass");
}
function isName(name) {
	return Object.hasOwn(SCHEMAS, name);
}
/** `schema`: the shapes of what is written. */
const command = {
	manual,
	run
};

exports.command = command;