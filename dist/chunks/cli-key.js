"use strict";

const require_world = require("./world.js");
const require_escape = require("./reports-escape.js");
const require_cli = require("./cli.js");
const require_cli_js = require("../cli.js");

// src/cli/key.ts
const manual = {
	name: "key",
	summary: "make a key to sign ledgers and evidence with",
	forms: ["new [NAME] [--out FILE] [--json]"],
	details: "new makes an ECDSA P-256 key pair. The private half goes to a new file that only you can read, outside of every repository, and is never shown; the public half is printed as the policy's ledger.keys and evidence.keys take it. NAME is how the policy calls the key; left out: ledger.",
	options: [{
		name: "out",
		value: "FILE",
		does: "where the private half goes; default: golden-thread/keys/NAME.pem in your configuration"
	}, {
		name: "json",
		does: "answer as JSON"
	}],
	examples: [{
		run: "golden-thread key new",
		does: "a key, and the line for the policy",
		exit: 0
	}, {
		run: "golden-thread key new --out ledger.pem",
		does: "refused: a key has no place in a repository",
		exit: 2
	}]
};
/** Names that can be a file's and a policy's. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
async function run(words, io, world) {
	const [action, name = "ledger", ...more] = words.positionals;
	if (action !== "new") throw require_cli_js.usage(manual, action === void 0 ? "What about keys?" : "key can't do this.", {
		...action === void 0 ? {} : { found: action },
		wanted: "new"
	});
	if (more.length > 0 || !NAME.test(name)) throw require_cli_js.usage(manual, "A key has one name.", {
		found: [name, ...more].join(" "),
		wanted: "letters, digits, dots, dashes and underscores"
	});
	const { makeKeyFile, usualKeyFile } = await Promise.resolve().then(() => require("./setup-key-file.js"));
	const made = await makeKeyFile(words.one("out") ?? usualKeyFile(name, world.env), world);
	const line = `- { id: ${name}, spki: "${made.spki}" }`;
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("key-new"),
		id: name,
		file: made.file,
		spki: made.spki,
		line
	})}\n` : keyText(made.file, line));
	return require_world.exitCode("pass");
}
function keyText(file, line) {
	const shown = require_escape.terminal(file);
	const word = require_escape.shellCommand([file]);
	return [
		`The private key is in ${shown}; only you can read it.`,
		"",
		"For the policy (golden-thread.yml), on the branch that is trusted:",
		"",
		"  ledger:",
		"    keys:",
		`      ${line}`,
		"",
		"Where it signs evidence, the same below evidence:",
		"",
		"  evidence:",
		"    keys:",
		`      ${line}`,
		"",
		"For CI, as a secret that becomes GOLDEN_THREAD_SIGNING_KEY:",
		"",
		`  gh secret set GOLDEN_THREAD_SIGNING_KEY < ${word}`,
		"",
		"Here:",
		"",
		`  GOLDEN_THREAD_SIGNING_KEY="$(cat ${word})" golden-thread ledger build`,
		""
	].join("\n");
}
/** `key`: what ledgers are signed with. */
const command = {
	manual,
	run
};

exports.command = command;