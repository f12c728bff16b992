"use strict";

const require_fault = require("./core-fault.js");
const require_escape = require("./reports-escape.js");
const require_paint = require("./reports-paint.js");
const require_cli_js = require("../cli.js");
const require_object_id = require("./core-object-id.js");
const require_repository = require("./git-repository.js");
const require_id = require("./tasks-id.js");
const require_once = require("./core-once.js");
const require_tree = require("./git-tree.js");
const require_named_ticket = require("./gather-named-ticket.js");
const require_resolve = require("./specs-resolve.js");
const require_desk = require("./satellite-desk.js");
const require_spec = require("./core-spec.js");

// src/git/branch-place.ts
/** The branch that is checked out; null on a detached HEAD or an unborn branch. */
async function branchPlace(repo) {
	const { branch, oid } = await require_repository.head(repo);
	if (branch === null || oid === null) return null;
	const [named, remotes] = await Promise.all([repo.git.text([
		"for-each-ref",
		"--format=%(push:remotename)",
		`refs/heads/${branch}`
	]), repo.git.text(["remote"])]);
	const known = remotes.split("\n").filter((name) => name !== "");
	const usual = known.includes("origin") ? "origin" : known.length === 1 ? known[0] : void 0;
	return {
		branch,
		oid,
		remote: known.includes(named) ? named : usual ?? null
	};
}
/** Asks the other side for the branch. Throws Fault("git") where it does not answer. */
async function pushedState({ git }, { branch, oid, remote }) {
	const there = (await git.text([
		"ls-remote",
		"--",
		remote,
		`refs/heads/${branch}`
	])).slice(0, oid.length);
	if (there === oid) return "same";
	if (!require_object_id.isObjectId(there)) return "absent";
	const { code } = await git.run([
		"merge-base",
		"--is-ancestor",
		there,
		oid
	], { codes: [
		0,
		1,
		128
	] });
	return code === 0 ? "behind" : "other";
}
/** Pushes the branch under its own name, with the hooks that git runs for a push. Throws Fault("usage") with what git, or a hook, said. */
async function pushBranch({ git }, { branch, remote }) {
	const ref = `refs/heads/${branch}`;
	const args = [
		"push",
		"--quiet",
		"--set-upstream",
		"--",
		remote,
		`${ref}:${ref}`
	];
	const { code, stderr } = await git.run(args, { codes: [
		0,
		1,
		128
	] });
	if (code === 0) return;
	throw new require_fault.Fault("usage", `${branch} could not be pushed to ${remote}, so no pull request was opened.`, {
		found: stderr.trim(),
		fix: `git push --set-upstream ${remote} ${branch}`
	});
}

// src/git/recent-messages.ts
/** The newest commits that some revisions reach, newest first. `revisions`: full ids or full names of refs that are there. */
async function recentMessages({ git }, revisions, most) {
	if (revisions.length === 0) return [];
	const args = [
		"-c",
		"i18n.logOutputEncoding=UTF-8",
		"log",
		...[
			"--no-show-signature",
			"--no-patch",
			"--no-notes",
			"-z",
			"--format=%H%n%B",
			`-${most}`
		],
		"--end-of-options",
		...revisions,
		"--"
	];
	return (await git.text(args)).split("\0").filter((record) => record !== "").map((record) => {
		const end = record.indexOf("\n");
		return {
			id: record.slice(0, end),
			message: record.slice(end + 1)
		};
	});
}
/** Full names of those refs that are there, in their order. */
async function existingRefs({ git }, names) {
	if (names.length === 0) return [];
	const listed = await git.text([
		"for-each-ref",
		"--format=%(refname)",
		...names
	]);
	const there = new Set(listed.split("\n"));
	return names.filter((name) => there.has(name));
}
/** How many commits of a tip none of the other revisions has. */
async function commitsBeyond({ git }, tip, others) {
	return Number(await git.text([
		"rev-list",
		"--count",
		"--end-of-options",
		tip,
		...others.map((one) => `^${one}`),
		"--"
	]));
}

// src/satellite/spec-of.ts
/** What a tracker shows may change at any time, so only a tree's sources count here. */
const SOURCES = require_spec.SPEC_SOURCES.filter((source) => source !== "upstream");
/** The spec of a task as a tree has it. The task's front matter is that of the work tree. */
async function specOf({ gate, tasks }, { task }, tree) {
	if (task.ticket === null) return { status: "none" };
	return require_resolve.resolveSpec({
		ticket: task.ticket,
		tasks: [task],
		description: null
	}, {
		tree,
		sources: SOURCES,
		paths: gate.law.spec.paths,
		documents: require_once.once(() => require_resolve.specDocuments(tree, tasks.backlogs))
	});
}

// src/satellite/committed-spec.ts
/**
* The spec in the tree of a commit, since that is what everybody else sees. Throws Fault("usage") for one that is ambiguous, can't be read,
* or stands in the work tree alone.
*/
async function committedSpec(desk, work, commit) {
	const { gate } = desk;
	const answer = await specOf(desk, work, await require_tree.commitTree(gate.repo, commit));
	switch (answer.status) {
		case "found": return {
			spec: answer.spec,
			refusal: null,
			warnings: await unsaved(desk, work, answer.spec)
		};
		case "none": return none(desk, work);
		case "ambiguous": throw new require_fault.Fault("usage", `${work.id} has several specs, and nobody can tell which one counts.`, {
			found: answer.candidates.join(", "),
			wanted: "one spec a ticket; spec.path in the task's front matter names it",
			fix: `golden-thread spec show ${work.id}`
		});
		case "unreadable": throw new require_fault.Fault("usage", `The spec of ${work.id} can't be read.`, {
			found: `${answer.path}: ${answer.detail}`,
			wanted: "a text file that is committed",
			fix: `golden-thread spec show ${work.id}`
		});
		case "unknown": throw new require_fault.Fault("unavailable", `Nobody can tell the spec of ${work.id} now.`, {
			found: answer.detail,
			fix: `golden-thread spec show ${work.id}`
		});
	}
}
async function none(desk, work) {
	const here = await specOf(desk, work, desk.gate.tree);
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
async function unsaved(desk, work, { digest, path }) {
	const here = await specOf(desk, work, desk.gate.tree);
	if (here.status !== "found" || here.spec.digest === digest) return [];
	if (here.spec.path !== null && here.spec.path !== path) throw uncommitted(work, here.spec.path);
	return [`The spec ${path ?? work.id} has changes that are not committed; they do not count.`];
}
function uncommitted({ id }, path) {
	return new require_fault.Fault("usage", `The spec of ${id} is not committed, so nobody else can see it.`, {
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
	throw new require_fault.Fault("usage", first === void 0 ? "No task follows this ticket." : "Several tasks follow it.", {
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

// src/cli/remote-words.ts
/** The one task that an action is about. */
function onlyOne(action, rest) {
	const [task, ...more] = rest;
	if (task !== void 0 && more.length === 0) return task;
	throw require_cli_js.usage({ name: "remote" }, `remote ${action} takes one task.`, {
		found: rest.join(" ") || "none",
		wanted: "a task, such as TASK-7, or the ticket that it follows"
	});
}
/** Lines as a text that ends with a line break. */
function asText(lines) {
	return `${lines.join("\n")}\n`;
}
/** What the policy forbids, by the name of its rule. */
function refusalLines({ rule, message, found, wanted, fix }, color) {
	return [
		`${require_paint.painter(color).red(rule)}: ${require_escape.terminal(message)}`,
		`  found:  ${require_escape.terminal(found)}`,
		`  wanted: ${require_escape.terminal(wanted)}`,
		`  fix:    ${require_escape.terminal(fix)}`
	];
}
/** What does not stop anybody, and should be known. */
function warningLines(warnings, color) {
	return warnings.map((warning) => `  ${require_paint.painter(color).yellow("warning:")} ${require_escape.terminal(warning)}`);
}

Object.defineProperty(exports, "asText", {
  enumerable: true,
  get: function () {
    return asText;
  }
});
Object.defineProperty(exports, "branchPlace", {
  enumerable: true,
  get: function () {
    return branchPlace;
  }
});
Object.defineProperty(exports, "commitsBeyond", {
  enumerable: true,
  get: function () {
    return commitsBeyond;
  }
});
Object.defineProperty(exports, "committedSpec", {
  enumerable: true,
  get: function () {
    return committedSpec;
  }
});
Object.defineProperty(exports, "existingRefs", {
  enumerable: true,
  get: function () {
    return existingRefs;
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
Object.defineProperty(exports, "onlyOne", {
  enumerable: true,
  get: function () {
    return onlyOne;
  }
});
Object.defineProperty(exports, "pushBranch", {
  enumerable: true,
  get: function () {
    return pushBranch;
  }
});
Object.defineProperty(exports, "pushedState", {
  enumerable: true,
  get: function () {
    return pushedState;
  }
});
Object.defineProperty(exports, "recentMessages", {
  enumerable: true,
  get: function () {
    return recentMessages;
  }
});
Object.defineProperty(exports, "refusalLines", {
  enumerable: true,
  get: function () {
    return refusalLines;
  }
});
Object.defineProperty(exports, "wantsUpstream", {
  enumerable: true,
  get: function () {
    return wantsUpstream;
  }
});
Object.defineProperty(exports, "warningLines", {
  enumerable: true,
  get: function () {
    return warningLines;
  }
});