"use strict";

const require_git = require("./git.js");
const require_record_evidence = require("./record-evidence.js");
const require_refused_push = require("./action-refused-push.js");

// src/action/record-push.ts
/**
* Writes records of what a push brought behind the last one that the repository has, and pushes them by the step's token; the refs that they
* are in. Pull requests that were judged beside the push have landed nothing. Throws Fault("usage") where the policy names no ref or nothing
* signs, and Fault("forbidden") where the token may not push.
*/
async function recordPush({ ground, world }, judged) {
	const { remote, env } = ground.home;
	const refs = [];
	for (const { report, context, signer, notes, pull } of judged) {
		if (pull !== null) continue;
		const evidence = require_record_evidence.landedEvidence({
			notes,
			signer
		}, report, context);
		const commit = context.head ?? null;
		if (evidence === null || commit === null) continue;
		const repo = await require_git.openRepository(require_git.openGit({
			cwd: world.cwd,
			env: {
				...world.env,
				...env
			}
		}));
		await require_record_evidence.shareRecords(repo, {
			commit,
			evidence,
			remote
		}, signer).catch(require_refused_push.refusedPush("The records were not taken to the repository"));
		refs.push(evidence.notes);
	}
	return refs;
}

exports.recordPush = recordPush;