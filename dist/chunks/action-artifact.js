"use strict";

let node_timers_promises = require("node:timers/promises");

// src/action/artifact.ts
/**
* How long an upload may take, in milliseconds. The toolkit asks a service that is down five times within half a minute, and four times for
* each block; a report of a million commits is some hundred megabytes.
*/
const DEADLINE = 12e4;
/**
* Uploads the audit's files, under a second name where the first is taken (a matrix, a run that was started again). Never throws: an
* artifact that can't be had costs no verdict. After the deadline the toolkit may go on in vain: whoever calls ends the process.
*/
async function uploadAudit(audit, ground) {
	const { env, deadline = DEADLINE } = ground;
	if (!env.ACTIONS_RESULTS_URL || !env.ACTIONS_RUNTIME_TOKEN) return {
		status: "unsupported",
		why: "This runner has no service that takes artifacts."
	};
	if (isOwnServer(env)) return NO_SERVICE;
	const names = [audit.name, `${audit.name}-${audit.job}-${audit.attempt}`];
	const stop = new AbortController();
	const late = (0, node_timers_promises.setTimeout)(deadline, LATE, { signal: stop.signal }).catch(() => LATE);
	try {
		return await Promise.race([inTurn(names, audit, env), late]);
	} finally {
		stop.abort();
	}
}
const LATE = {
	status: "failed",
	why: "The artifact service did not take the files in time."
};
async function inTurn([name = "", ...others], audit, env) {
	try {
		return await upload(name, audit, env);
	} catch (thrown) {
		const why = thrown instanceof Error ? thrown.message : String(thrown);
		if (/\(409\)/.test(why) && others.length > 0) return inTurn(others, audit, env);
		return {
			status: "failed",
			why
		};
	}
}
/** As the toolkit tells it, which would annotate the job with the advice to try again. */
function isOwnServer({ GITHUB_SERVER_URL: server = "" }) {
	const host = URL.canParse(server) ? new URL(server).hostname : "github.com";
	return host !== "github.com" && !host.endsWith(".ghe.com") && !host.endsWith(".localhost");
}
const NO_SERVICE = {
	status: "unsupported",
	why: "GitHub's own service for artifacts does not work with this server. Upload the folder that report-path names by a step of your own."
};
async function upload(name, audit, env) {
	const { DefaultArtifactClient } = await Promise.resolve().then(() => require("./actions-artifact.js")).then((n) => n.artifact_exports);
	const { folder, files, retentionDays } = audit;
	const options = retentionDays === void 0 ? {} : { retentionDays };
	const { id, digest = null } = await new DefaultArtifactClient().uploadArtifact(name, [...files], folder, options);
	if (id === void 0) return {
		status: "failed",
		why: "The artifact service told no id."
	};
	return {
		status: "uploaded",
		id,
		name,
		url: pageOf(env, id),
		digest
	};
}
/** The address that actions/upload-artifact gives out as `artifact-url`. */
function pageOf(env, id) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
	if (!server || !repository || !run) return null;
	return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}

exports.uploadAudit = uploadAudit;