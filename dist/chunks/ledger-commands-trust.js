"use strict";

const require_git = require("./git.js");
const require_place = require("./ledger-commands-place.js");
let node_path = require("node:path");

// src/ledger-commands/trust.ts
/**
* Writes the certificates by which keyless signatures are known: those of `given` (a trusted root as JSON, or several, one a line), else those
* of Sigstore's public instance, which are part of this program: nothing is fetched. Throws Fault("usage") where they are not those of the
* policy's Fulcio.
*/
async function trustRoot(world, given, write) {
	const { law, repo } = await require_place.openScene(world);
	const { fulcio, trustedRoot: path } = law.ledger.sigstore;
	const [{ publicRoot }, { trustedRootOf }] = await Promise.all([Promise.resolve().then(() => require("./sigstore-public-root.js")), Promise.resolve().then(() => require("./sigstore-trusted-root.js")).then((n) => n.trusted_root_exports)]);
	const roots = (given === null ? [publicRoot()] : [given, ...given.split("\n")]).flatMap((text) => {
		const root = trustedRootOf(text);
		return root === null ? [] : [{
			text,
			root
		}];
	});
	const { origin } = new URL(fulcio);
	const own = roots.find(({ root }) => root.certificateAuthorities.some(({ uri }) => isAt(uri, origin)));
	if (own === void 0) throw noneOf(origin, roots.length);
	await write((0, node_path.join)(repo.root ?? world.cwd, path), own.text.endsWith("\n") ? own.text : `${own.text}\n`);
	const { certificateAuthorities, timestampAuthorities, tlogs } = own.root;
	const names = [...certificateAuthorities, ...timestampAuthorities].map(({ uri }) => uri);
	return {
		path,
		names: [.../* @__PURE__ */ new Set([...names, ...tlogs.map(({ baseUrl }) => baseUrl)])]
	};
}
function isAt(address, origin) {
	return URL.canParse(address) && new URL(address).origin === origin;
}
function noneOf(origin, count) {
	return new require_git.Fault("usage", "These are not the certificates of the policy's Fulcio.", {
		found: count === 0 ? "no Sigstore trusted root" : "a trusted root of other certificate authorities",
		wanted: `a trusted root (JSON) whose certificate authorities are at ${origin}`,
		fix: "golden-thread ledger trust FILE"
	});
}

exports.trustRoot = trustRoot;