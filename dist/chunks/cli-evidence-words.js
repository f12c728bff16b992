"use strict";

const require_cli_js = require("../cli.js");

// src/cli/evidence-words.ts
const HOW = [
	"auto",
	"key",
	"keyless",
	"off"
];
/** What every command asks that writes evidence. */
const EVIDENCE_OPTIONS = [
	{
		name: "sign",
		value: "HOW",
		values: HOW,
		does: "with --out: sign the evidence with the key in GOLDEN_THREAD_SIGNING_KEY, through Sigstore, with whatever is there, or not"
	},
	{
		name: "public-log",
		does: "with --sign keyless: Sigstore's public log may name this repository and its workflow, for ever"
	},
	{
		name: "signatures",
		does: "with --out: ask git what each commit's own signature is worth, and write it into the evidence"
	}
];
/** How evidence is to be signed; `usual`: where nobody says. */
function signingOf(manual, words, usual) {
	const named = EVIDENCE_OPTIONS.find(({ name }) => words.has(name))?.name;
	if (named !== void 0 && !words.has("out") && !words.has("record")) throw require_cli_js.usage(manual, "There is no evidence without a folder.", {
		found: `--${named}`,
		wanted: `--out DIR --${named}`
	});
	const how = HOW.find((one) => one === (words.one("sign") ?? usual));
	if (how === void 0) throw require_cli_js.usage(manual, "Evidence can't be signed so.", {
		found: words.one("sign") ?? "",
		wanted: HOW.join(", ")
	});
	return how === "keyless" ? {
		how,
		publicLog: words.has("public-log")
	} : { how };
}
/** What signs here; null: nothing does. */
async function signerHere({ law, tree }, { io, world, signing }) {
	if (signing.how === "off") return null;
	const { evidenceSigner } = await Promise.resolve().then(() => require("./signing-evidence-signer.js"));
	return evidenceSigner({
		law,
		tree,
		env: world.env,
		now: () => world.now()
	}, signing, io.env);
}

Object.defineProperty(exports, "EVIDENCE_OPTIONS", {
  enumerable: true,
  get: function () {
    return EVIDENCE_OPTIONS;
  }
});
Object.defineProperty(exports, "signerHere", {
  enumerable: true,
  get: function () {
    return signerHere;
  }
});
Object.defineProperty(exports, "signingOf", {
  enumerable: true,
  get: function () {
    return signingOf;
  }
});