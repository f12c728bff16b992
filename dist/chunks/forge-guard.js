"use strict";

const require_git = require("./git.js");
const require_gate = require("./gate.js");

// src/setup/code-owners.ts
/** Where GitHub looks for it; the first that is there counts (docs.github.com, "About code owners"). */
const PLACES = [
	".github/CODEOWNERS",
	"CODEOWNERS",
	"docs/CODEOWNERS"
];
const WORKFLOWS = ".github/workflows";
/** GitHub reads no file of more than 3 MB. */
const LIMIT = 3e6;
/** Files that decide what the gate does. `law`: the policy's own files, and the file of waivers. */
async function ownedCheck(tree, law) {
	const found = await fileOf(tree);
	const wanted = "CODEOWNERS names owners of policy, waivers, the gate's workflow and itself";
	const around = "A pull request changes what judges it, and nobody in particular has to approve.";
	const fix = "add a line for each, with the people or teams behind it, as the last that fits it";
	const code = "forge-owned";
	if (found === null) return {
		code,
		state: "note",
		found: "there is no CODEOWNERS",
		wanted,
		around,
		fix
	};
	const here = await Promise.all(law.map(async (path) => await tree.read(path) === null ? [] : [path]));
	const paths = [.../* @__PURE__ */ new Set([
		...here.flat(),
		...await workflowsIn(tree),
		found.path
	])];
	const open = unownedIn(found.text, paths);
	if (open.length === 0) return {
		code,
		state: "ok",
		found: paths.join(", ")
	};
	return {
		code,
		state: "note",
		found: `${found.path} has no owner for ${open.join(", ")}`,
		wanted,
		around,
		fix
	};
}
async function fileOf(tree) {
	for (const path of PLACES) {
		const bytes = await readable(tree, path);
		if (bytes !== null) return {
			path,
			text: Buffer.from(bytes).toString("utf8")
		};
	}
	return null;
}
async function readable(tree, path) {
	try {
		return await tree.read(path, LIMIT);
	} catch (thrown) {
		if (thrown instanceof require_git.Fault) return null;
		throw thrown;
	}
}
/** Workflows that name the gate. */
async function workflowsIn(tree) {
	const naming = (await tree.list(WORKFLOWS)).filter(({ path }) => /\.ya?ml$/.test(path)).map(async ({ path }) => {
		return Buffer.from(await tree.read(path) ?? []).toString("utf8").includes("golden-thread") ? [path] : [];
	});
	return (await Promise.all(naming)).flat();
}
/** Those of some paths that nobody owns: the last pattern that fits one counts, and one without owners takes them away. */
function unownedIn(text, paths) {
	const lines = text.split(/\r?\n/).flatMap((line) => {
		const [pattern = "", ...owners] = line.replace(/(^|\s)#.*$/, "").trim().split(/\s+/);
		if (pattern === "" || !owners.every(isOwner)) return [];
		return [{
			fits: expressionOf(pattern),
			owned: owners.length > 0
		}];
	});
	return paths.filter((path) => lines.findLast(({ fits }) => fits.test(path))?.owned !== true);
}
/** `@name`, `@organisation/team`, or an address. */
function isOwner(word) {
	return /^@.|.@./.test(word);
}
/** As .gitignore has them, but for `!` and `[ ]`, which GitHub does not know: then nothing fits. */
function expressionOf(pattern) {
	if (/[![\]\\]/.test(pattern)) return /(?!)/;
	const isRooted = /\/./.test(pattern);
	const segments = pattern.replace(/^\//, "").replace(/\/$/, "/**").split("/");
	const body = segments.map((segment, at) => partOf(segment, at === segments.length - 1)).join("");
	const below = pattern.endsWith("/*") || pattern.endsWith("/") ? "" : "(?:/.*)?";
	return new RegExp(`^${isRooted ? "" : "(?:.*/)?"}${body}${below}$`, "u");
}
/** `**` is more than `*` only where it stands alone between slashes (gitignore(5), "PATTERN FORMAT"). */
function partOf(segment, isLast) {
	if (segment === "**") return isLast ? ".*" : "(?:.*/)?";
	const body = segment.replace(/[.+^${}()|]/g, "\\$&").replace(/\*+/g, "[^/]*").replaceAll("?", "[^/]");
	return isLast ? body : `${body}/`;
}

// src/setup/forge-checks.ts
/** GitLab's one check, with every job and status of the commit in it. */
const PIPELINE = "pipeline";
/** Whether a forge holds a branch to the gate, and what somebody could do around it. What it does not tell is unknown, never well. */
function forgeChecks(guarded) {
	const { protection, branch } = guarded;
	const fix = protection.page ?? `the forge's page of rules for ${branch}`;
	return [
		...checkDemands(guarded),
		...pushDemands(guarded),
		...reviewDemands(guarded)
	].map((demand) => checkOf(demand, fix));
}
function checkOf({ code, holds, found, wanted, around, isMinor }, fix) {
	if (holds === true) return {
		code,
		state: "ok",
		found
	};
	if (holds === null) return {
		code,
		state: "unknown",
		found: "the forge does not tell this token",
		wanted,
		around,
		fix
	};
	return {
		code,
		state: isMinor ? "note" : "fail",
		found,
		wanted,
		around,
		fix
	};
}
function checkDemands({ protection, check }) {
	const { requiredChecks, pinnedChecks, upToDate } = protection;
	const isOurs = (name) => name === PIPELINE || name.toLowerCase().includes(check.toLowerCase());
	const ours = requiredChecks?.find(isOurs);
	return [
		{
			code: "forge-check",
			holds: requiredChecks === null ? null : ours !== void 0,
			found: ours ?? (listOf(requiredChecks) || "no check is required"),
			wanted: `the check ${check} is required`,
			around: "Anybody who may merge does so while the gate says no, or before it has said anything."
		},
		{
			code: "forge-pinned",
			holds: pinnedChecks === null ? null : pinnedChecks.some(isOurs),
			found: listOf(pinnedChecks) || "any app or user may report it",
			wanted: "only the forge's own CI may report the check",
			around: "Whoever may write a commit's status reports a pass under the same name."
		},
		{
			code: "forge-current",
			holds: upToDate,
			found: upToDate === true ? "yes" : "no",
			wanted: "a branch has to be up to date before it is merged",
			around: "What was judged is not what is merged: a ticket may have been closed on the branch since.",
			isMinor: true
		}
	];
}
function pushDemands({ protection }) {
	const { directPushes, forcePushes, deletions, bypass, fixedTags } = protection;
	return [
		{
			code: "forge-direct",
			holds: not(directPushes),
			found: directPushes === true ? "commits may be pushed without a pull request" : "pull requests only",
			wanted: "pull requests only",
			around: "Whoever may push puts a commit onto the branch that no check has seen."
		},
		{
			code: "forge-force",
			holds: not(forcePushes),
			found: forcePushes === true ? "history may be rewritten" : "history stays",
			wanted: "history can't be rewritten",
			around: "A force push replaces judged commits, and takes their evidence with it."
		},
		{
			code: "forge-deletion",
			holds: not(deletions),
			found: deletions === true ? "the branch may be deleted" : "the branch stays",
			wanted: "the branch can't be deleted",
			around: "Deleted and made anew, the branch has another history, judged by nobody."
		},
		{
			code: "forge-bypass",
			holds: bypass === null ? null : bypass.length === 0,
			found: listOf(bypass) || "nobody is let past",
			wanted: "nobody is let past the rules, administrators neither",
			around: "Who is on the list merges or pushes without any check; an audit finds it only afterwards."
		},
		{
			code: "forge-tags",
			holds: fixedTags,
			found: fixedTags === true ? "tags stay" : "tags may be moved or deleted",
			wanted: "tags can be neither moved nor deleted",
			around: "A release's tag is moved to a commit that the gate never let in.",
			isMinor: true
		}
	];
}
function reviewDemands({ protection, merging }) {
	const { requiredApprovals, ownersReview } = protection;
	const { methods } = merging;
	return [
		{
			code: "forge-reviews",
			holds: requiredApprovals === null ? null : requiredApprovals > 0,
			found: requiredApprovals === null || requiredApprovals === 0 ? "none" : String(requiredApprovals),
			wanted: "somebody else approves each pull request",
			around: "One person alone writes and merges a change.",
			isMinor: true
		},
		{
			code: "forge-owners",
			holds: ownersReview,
			found: ownersReview === true ? "owners approve changes to their files" : "owners are not asked",
			wanted: "owners approve changes to workflows, policy and waivers (CODEOWNERS)",
			around: "A change of the workflow that runs the gate is merged by whoever may merge anything.",
			isMinor: true
		},
		{
			code: "forge-merging",
			holds: methods === null ? null : true,
			found: (methods ?? []).join(", "),
			wanted: "how pull requests may be merged",
			around: "What a merge will write into the history is not known."
		}
	];
}
function not(told) {
	return told === null ? null : !told;
}
function listOf(names) {
	return (names ?? []).join(", ");
}

// src/forge-guard.ts
/** What the job of the workflow that `init` writes is called. */
const CHECK = "golden-thread";
/**
* Asks the forge of this repository whether it holds a branch to the gate, and what somebody could do around it. Changes nothing. A forge
* that can't be asked is one unknown answer. Throws Fault("policy") for a law that can't be used.
*/
async function examineForge(world, options) {
	const gate = await require_gate.openGate(world, {
		place: "hook",
		haste: "command"
	});
	const forge = await gate.forge();
	if (forge === null) return [{
		code: "forge",
		state: "unknown",
		found: "no forge can be asked: origin is none that is known, or there is no token for it",
		fix: "golden-thread remote check"
	}];
	return asked(gate, forge, {
		branch: options.branch ?? (await gate.defaultBranches())[0] ?? "main",
		check: options.check ?? CHECK
	});
}
async function asked({ law, tree }, forge, { branch, check }) {
	try {
		const [protection, merging] = await Promise.all([forge.protection(branch), forge.merging()]);
		const found = `${forge.remote}, branch ${branch}`;
		if (protection === null) return [{
			code: "forge",
			state: "unknown",
			found
		}];
		const checks = forgeChecks({
			branch,
			protection,
			merging,
			check
		});
		const owned = protection.hasOwnersFile === true ? [await ownedCheck(tree, [...law.sources, law.waivers.file])] : [];
		return [
			{
				code: "forge",
				state: "ok",
				found
			},
			...checks,
			...owned
		];
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || !ANSWERS.has(thrown.code)) throw thrown;
		const { message, found, fix = "golden-thread remote check" } = thrown;
		return [{
			code: "forge",
			state: "unknown",
			found: found === void 0 ? message : `${message} Found: ${found}`,
			fix
		}];
	}
}
/** What a forge says instead of an answer. */
const ANSWERS = /* @__PURE__ */ new Set([
	"absent",
	"forbidden",
	"credentials",
	"unavailable"
]);

exports.examineForge = examineForge;