import { exitCode } from "./core-verdict.js";

// src/cli/config-schema.ts
/** Prints the JSON Schema of the policy file; it is JSON with and without `--json`. */
async function configSchema(_words, io) {
	const { jsonSchema } = await import("./policy-json-schema.js");
	io.stdout.write(`${JSON.stringify(await jsonSchema(), null, 2)}\n`);
	return exitCode("pass");
}

export { configSchema };