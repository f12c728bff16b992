"use strict";

const require_world = require("./world.js");
const require_audits = require("./reports-audits.js");
const require_error = require("./reports-error.js");
const require_rules = require("./rules.js");
const require_audit_request = require("./cli-audit-request.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");
let node_crypto = require("node:crypto");

// src/live/secret.ts
/** More than anybody can try. */
const SECRET_BYTES = 32;
/** A word that nobody can guess, for one run: base64url of random bytes. */
function newSecret() {
	return (0, node_crypto.randomBytes)(SECRET_BYTES).toString("base64url");
}

// src/cli/report-serve.ts
const MANUAL = { name: "report" };
const MOST_PORT = 65535;
/** `report serve`: this repository's audit as a page that follows it, for browsers on this machine. */
async function reportServe(words, more, io, world) {
	if (more.length > 0) throw require_cli_js.usage(MANUAL, "report serve shows the repository that it stands in.", { found: more.join(" ") });
	const port = portOf(words);
	const request = require_audit_request.auditRequestOf(MANUAL, words, io);
	const [{ audit }, { follow }, { listen }, factory] = await Promise.all([
		Promise.resolve().then(() => require("./audit.js")),
		Promise.resolve().then(() => require("./live-follow.js")),
		Promise.resolve().then(() => require("./live-listen.js")),
		require_audits.auditFormats.html()
	]);
	const now = await follow(world, {
		revisions: revisionsOf(request),
		look: () => require_watched.watched(io, (progress) => audit(world, {
			...request,
			progress
		})),
		files: restsOn
	});
	const told = tellFaults(io);
	const { url, ended } = await listen({
		port,
		secret: newSecret(),
		once: words.has("once"),
		async content(place) {
			const followed = await now();
			told(followed.fault);
			return place === "page" ? pageOf(followed, factory) : stateOf(followed);
		}
	});
	io.stdout.write(`${url}\n`);
	await ended;
	return require_world.exitCode("pass");
}
function portOf(words) {
	const told = words.one("port") ?? "0";
	const port = /^\d{1,5}$/.test(told) ? Number(told) : NaN;
	if (port <= MOST_PORT) return port;
	throw require_cli_js.usage(MANUAL, "There is no such port.", {
		found: told,
		wanted: `0 to ${MOST_PORT}`
	});
}
function revisionsOf({ range, ref, policyRef }) {
	return [range ?? ref ?? "HEAD", ...policyRef === void 0 ? [] : [policyRef]];
}
/** Files of the work tree: the policy's, and those of tasks. */
function restsOn({ report, tickets }) {
	return [.../* @__PURE__ */ new Set([...report.policySources, ...tickets.flatMap(({ path }) => path ?? [])])];
}
/** Each once: the page asks every other second. */
function tellFaults(io) {
	let last = null;
	return (fault) => {
		if (fault !== null && fault !== last) io.stderr.write(require_error.errorText(require_error.faultOf(fault), io.stderr));
		last = fault;
	};
}
function pageOf({ seen, version }, factory) {
	return factory({
		metas: require_rules.ruleMetas(),
		color: false,
		columns: 0,
		repair: null,
		subject: () => null,
		live: version
	})(seen);
}
function stateOf({ version, fault }) {
	const state = {
		version,
		fault: fault === null ? null : require_error.faultOf(fault).message
	};
	return {
		mediaType: "application/json",
		body: [JSON.stringify(state)]
	};
}

exports.reportServe = reportServe;