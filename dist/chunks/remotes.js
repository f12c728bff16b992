"use strict";

const require_gate = require("./gate.js");
const require_git = require("./git.js");
const require_core = require("./core.js");
const require_trusted_origins = require("./git-trusted-origins.js");

// src/remotes.ts
/** Asks every remote of the policy who we are there. `names`: these alone; none: all. Throws Fault("usage") for a name that is none. */
async function checkRemotes(world, names = []) {
	const gate = await require_gate.openGate(world, {
		place: "hook",
		haste: "command"
	});
	const known = gate.law.remotes.map(({ name }) => name);
	const stranger = names.find((name) => !known.includes(name));
	if (stranger !== void 0) throw new require_git.Fault("usage", "The policy names no such remote.", {
		found: stranger,
		wanted: known.length === 0 ? "a remote, and the policy has none" : known.join(", "),
		fix: "golden-thread config explain remotes"
	});
	return proveRemotes(world, gate.law.remotes.filter(({ name }) => names.length === 0 || names.includes(name)));
}
/** The same of remotes that no policy names yet. Nothing is written down. */
function proveRemotes(world, remotes) {
	return Promise.all(remotes.map((remote) => statusOf(remote, world)));
}
async function statusOf(remote, world) {
	const { name, kind } = remote;
	const blank = {
		name,
		kind,
		credential: null,
		identity: null,
		rate: null,
		latencyMs: null
	};
	if (kind === "markdown") return {
		...blank,
		origin: null,
		outcome: "ready",
		detail: null,
		fix: null
	};
	const tracker = await require_gate.dial(remote, {
		commonDir: null,
		env: world.env,
		lawIsTrusted: false,
		haste: "command",
		now: world.now
	});
	const { origins, http, credential } = await tracker.line();
	const origin = [...origins.all][0] ?? null;
	const refused = await tracker.deaf?.(1);
	if (refused != null) return {
		...blank,
		origin,
		outcome: "credentials",
		...troubleOf(refused),
		credential: null
	};
	const source = (await credential())?.source ?? null;
	const asked = await whoIs(tracker, world);
	return {
		...blank,
		origin,
		credential: source,
		...asked,
		rate: http.rate()
	};
}
async function whoIs(tracker, { now }) {
	const { tracker: asked, http } = await tracker.line();
	if (!await http.authenticated()) return {
		outcome: "anonymous",
		identity: null,
		latencyMs: null,
		detail: null,
		fix: null
	};
	const began = now().getTime();
	try {
		return {
			outcome: "ready",
			identity: await asked.identity(),
			latencyMs: now().getTime() - began,
			detail: null,
			fix: null
		};
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault)) throw thrown;
		const { code, message, found, fix } = thrown;
		const outcome = outcomeOf(code);
		if (outcome === null) throw thrown;
		return {
			outcome,
			identity: null,
			latencyMs: null,
			detail: found === void 0 ? message : `${message} Found: ${found}`,
			fix: fix ?? null
		};
	}
}
function outcomeOf(code) {
	switch (code) {
		case "forbidden":
		case "credentials":
		case "unavailable": return code;
		case "absent":
		case "usage": return "unavailable";
		default: return null;
	}
}
function troubleOf(lookup) {
	const { detail, fix } = {
		detail: null,
		fix: null,
		...lookup
	};
	return {
		detail,
		fix
	};
}
/** Origins that a token may go to beside the vendors' own, as the user and the system say. */
function listTrust({ env }) {
	return require_trusted_origins.trustedOrigins(env);
}
/** Lets tokens go to an origin, or no longer. Throws Fault("usage") for what is no origin. */
async function setTrust({ env }, address, trusted) {
	const origin = originIn(address);
	if (trusted) await require_trusted_origins.trustOrigin(env, origin);
	else await require_trusted_origins.distrustOrigin(env, origin);
	return origin;
}
/** Plain http would show the token to everybody on the way, so it is for this machine alone. */
function originIn(address) {
	const url = URL.canParse(address) ? new URL(address) : null;
	const isPlain = url?.protocol === "http:" && require_core.LOOPBACK.has(url.hostname);
	if (url === null || !(url.protocol === "https:" || isPlain) || url.pathname !== "/" || url.username !== "") throw new require_git.Fault("usage", "This is no origin that a token can be sent to.", {
		found: address,
		wanted: "https:// and a host, such as https://jira.example.com; http:// for this machine alone",
		fix: "golden-thread remote trust https://HOST"
	});
	return url.origin;
}

exports.checkRemotes = checkRemotes;
exports.listTrust = listTrust;
exports.proveRemotes = proveRemotes;
exports.setTrust = setTrust;