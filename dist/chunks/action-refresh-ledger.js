"use strict";

const require_git = require("./git.js");
const require_build = require("./ledger-commands-build.js");
const require_keyless = require("./signing-keyless.js");
const require_perform = require("./action-perform.js");
const require_refused_push = require("./action-refused-push.js");

// src/action/refresh-ledger.ts
/**
* Asks the trackers for every ticket and issues the ledger that the policy of this very commit names; it is pushed by the step's token.
* Throws what `golden-thread ledger build` throws, and Fault("usage") on another branch than the default one, whose ledger nobody would
* go by.
*/
async function refreshLedger(scene) {
	const { inputs, job, ground, options, runner, world } = scene;
	await require_perform.demandDefault(scene, "The ledger is issued from the default branch alone.");
	await ground.bring([job.sha]);
	return require_build.buildLedger({
		...world,
		env: {
			...world.env,
			...ground.home.env,
			...require_keyless.signingEnv(runner)
		}
	}, {
		query: null,
		expires: null,
		out: null,
		push: ground.home.remote,
		gate: {
			...options,
			haste: "command",
			policyRef: job.sha
		},
		keyless: inputs.ledger === "refresh-keyless" ? { publicLog: false } : null,
		progress: () => void 0,
		write: async (path) => {
			throw new require_git.Fault("usage", "The Action writes the ledger to no file.", {
				found: path,
				wanted: "ledger.from: a ref"
			});
		}
	}).catch(require_refused_push.refusedPush("The ledger was not taken to the repository"));
}

exports.refreshLedger = refreshLedger;