"use strict";

const require_git = require("./git.js");
const require_write_log = require("./store-write-log.js");

// src/satellite/writes.ts
/** Writes under these terms. */
function openWrites(safe) {
	return { async perform(write, act) {
		safe.show(write);
		if (safe.dryRun || !await isAllowed(safe, write)) return null;
		const answer = await act().catch((thrown) => {
			safe.record(write, "failed", null);
			throw thrown;
		});
		safe.record(write, "done", answer.url);
		return answer;
	} };
}
async function isAllowed(safe, write) {
	const { yes, interactive, isCi, writable } = safe;
	if (isCi && !writable.has(write.remote)) throw new require_git.Fault("usage", `The policy does not let CI write to ${write.remote}.`, {
		found: write.summary,
		wanted: `write: true under remotes.${write.remote}`,
		fix: `golden-thread config explain remotes.${write.remote}.write`
	});
	if (yes) return true;
	if (interactive && !isCi) return safe.confirm(write);
	throw new require_git.Fault("usage", "Nobody can be asked whether this may be written.", {
		found: write.summary,
		wanted: "--yes, or a terminal",
		fix: "run it again with --dry-run to see what would be sent, then with --yes"
	});
}

// src/satellite/safe-mode.ts
/** Writes under the repository's policy, each put on record in the log that all its work trees share. */
async function safeWrites({ repo, law }, { now }, terms) {
	const ident = await repo.git.run(["var", "GIT_COMMITTER_IDENT"], { codes: [0, 128] });
	const { name, email } = require_git.personOf(ident.stdout.toString("latin1").trimEnd(), null);
	const writable = law.remotes.filter(({ settings }) => settings.write === true).map((one) => one.name);
	return openWrites({
		...terms,
		writable: new Set(writable),
		record({ remote, operation, target, summary, metadata }, outcome, url) {
			const at = now().toISOString();
			const what = {
				remote,
				operation,
				target,
				summary,
				outcome,
				url,
				metadata
			};
			require_write_log.recordWrite(repo.commonDir, {
				at,
				actor: {
					name,
					email
				},
				...what
			});
		}
	});
}

Object.defineProperty(exports, "safeWrites", {
  enumerable: true,
  get: function () {
    return safeWrites;
  }
});