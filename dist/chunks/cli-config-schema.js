"use strict";

const require_world = require("./world.js");

// src/cli/config-schema.ts
/** Prints the JSON Schema of the policy file; it is JSON with and without `--json`. */
async function configSchema(_words, io) {
	const { jsonSchema } = await Promise.resolve().then(() => require("./policy-json-schema.js"));
	io.stdout.write(`${JSON.stringify(await jsonSchema(), null, 2)}\n`);
	return require_world.exitCode("pass");
}

exports.configSchema = configSchema;