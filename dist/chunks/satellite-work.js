"use strict";

const require_git = require("./git.js");
const require_core = require("./core.js");
const require_id = require("./tasks-id.js");
const require_named_ticket = require("./gather-named-ticket.js");
const require_desk = require("./satellite-desk.js");
const require_remote_words = require("./cli-remote-words.js");
const require_spec_owner = require("./satellite-spec-owner.js");

// src/satellite/committed-spec.ts
/**
* The spec in the tree of a commit, since that is what everybody else sees. `unfinished`: what a spec with gaps means where the policy asks
* for finished ones. Throws Fault("usage") for one that is ambiguous, can't be read, or stands in the work tree alone.
*/
async function committedSpec(desk, work, commit, unfinished) {
	const { gate } = desk;
	const owner = require_spec_owner.taskOwner(desk, work);
	const answer = await require_spec_owner.specOf(desk, owner, await require_git.commitTree(gate.repo, commit));
	switch (answer.status) {
		case "found": return weighed(desk, owner, work, answer.spec, unfinished);
		case "none": return none(desk, owner, work);
		case "ambiguous": throw new require_git.Fault("usage", `${work.id} has several specs, and nobody can tell which one counts.`, {
			found: answer.candidates.join(", "),
			wanted: "one spec a ticket; spec.path in the task's front matter names it",
			fix: `golden-thread spec show ${work.id}`
		});
		case "unreadable": throw new require_git.Fault("usage", `The spec of ${work.id} can't be read.`, {
			found: `${answer.path}: ${answer.detail}`,
			wanted: "a text file that is committed",
			fix: `golden-thread spec show ${work.id}`
		});
		case "unknown": throw new require_git.Fault("unavailable", `Nobody can tell the spec of ${work.id} now.`, {
			found: answer.detail,
			fix: `golden-thread spec show ${work.id}`
		});
	}
}
async function weighed(desk, owner, work, spec, unfinished) {
	const warnings = await unsaved(desk, owner, work, spec);
	const { gaps } = require_core.specState(spec.text, await owner.kind(), desk.gate.law.spec);
	if (gaps.length === 0) return {
		spec,
		refusal: null,
		warnings
	};
	const found = gaps.map(require_remote_words.gapText).join("; ");
	const message = `The spec of ${work.id} is not finished`;
	const { rules, spec: terms } = desk.gate.law;
	const isWanted = terms.required && (rules["spec-complete"]?.level ?? "off") !== "off";
	if (unfinished === "warn" || !isWanted) return {
		spec,
		refusal: null,
		warnings: [...warnings, `${message}: ${found}.`]
	};
	return {
		spec,
		refusal: {
			rule: "spec-complete",
			message: `${message}, and the policy asks for that.`,
			found,
			wanted: `${spec.path ?? work.id} without gaps, committed`,
			fix: `golden-thread spec check ${work.id}`
		},
		warnings
	};
}
async function none(desk, owner, work) {
	const here = await require_spec_owner.specOf(desk, owner, desk.gate.tree);
	if (here.status === "found" && here.spec.path !== null) throw uncommitted(work, here.spec.path);
	if (!desk.gate.law.spec.required) return {
		spec: null,
		refusal: null,
		warnings: [`${work.id} has no spec.`]
	};
	return {
		spec: null,
		refusal: {
			rule: "spec-present",
			message: `${work.id} has no spec, and the policy asks for one.`,
			found: "none",
			wanted: desk.gate.law.spec.paths.join(", "),
			fix: `golden-thread spec show ${work.id}`
		},
		warnings: []
	};
}
async function unsaved(desk, owner, work, { digest, path }) {
	const here = await require_spec_owner.specOf(desk, owner, desk.gate.tree);
	if (here.status !== "found" || here.spec.digest === digest) return [];
	if (here.spec.path !== null && here.spec.path !== path) throw uncommitted(work, here.spec.path);
	return [`The spec ${path ?? work.id} has changes that are not committed; they do not count.`];
}
function uncommitted({ id }, path) {
	return new require_git.Fault("usage", `The spec of ${id} is not committed, so nobody else can see it.`, {
		found: `${path} in the work tree alone`,
		wanted: "a commit that holds it",
		fix: `git add ${path} && git commit`
	});
}

// src/satellite/work.ts
/** The task that somebody means, by its own id or by its ticket's. Throws Fault("usage") where there is none, or several. */
async function namedWork(desk, written) {
	const id = require_id.canonicalTaskId(written);
	if (desk.all.some((one) => one.id === id)) return require_desk.namedTask(desk, written);
	const { remote, id: ticket } = await require_named_ticket.namedTicket(desk.gate, written, NO_TASK);
	const following = desk.all.filter(({ link }) => link?.remote.name === remote.name && link.id === ticket);
	const [first, ...others] = following;
	if (first !== void 0 && others.length === 0) return first;
	throw new require_git.Fault("usage", first === void 0 ? "No task follows this ticket." : "Several tasks follow it.", {
		found: first === void 0 ? written : following.map(({ id: one }) => one).join(", "),
		wanted: first === void 0 ? "a ticket that was pulled" : "one task, by its own id",
		fix: first === void 0 ? `golden-thread remote pull ${written}` : "golden-thread remote status"
	});
}
const NO_TASK = {
	message: "There is no such task here.",
	fix: () => "golden-thread remote status"
};
/** Whether a law lets nobody work by a task that follows no ticket. */
function wantsUpstream({ preset, sections, rules }) {
	return preset === "strict" || sections.authority !== "local" || rules["task-has-upstream"]?.level === "enforce";
}
/** What stands against a task without a ticket. */
function noUpstream({ id, path, task }) {
	const said = task.upstream;
	return {
		rule: "task-has-upstream",
		message: `${id} follows no ticket of a tracker that the policy names.`,
		found: said === null ? `no upstream in ${path}` : `upstream ${said.id} in ${path}, which no remote owns`,
		wanted: "a task that was pulled from a ticket, or is linked to one",
		fix: `golden-thread remote link ${id} TICKET`
	};
}

Object.defineProperty(exports, "committedSpec", {
  enumerable: true,
  get: function () {
    return committedSpec;
  }
});
Object.defineProperty(exports, "namedWork", {
  enumerable: true,
  get: function () {
    return namedWork;
  }
});
Object.defineProperty(exports, "noUpstream", {
  enumerable: true,
  get: function () {
    return noUpstream;
  }
});
Object.defineProperty(exports, "wantsUpstream", {
  enumerable: true,
  get: function () {
    return wantsUpstream;
  }
});