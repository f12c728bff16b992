"use strict";

const require_git = require("./git.js");
const require_world = require("./world.js");
const require_core = require("./core.js");
const require_escape = require("./reports-escape.js");
const require_ref_moves = require("./core-ref-moves.js");
const require_opening = require("./opening.js");
const require_disclosed = require("./reports-disclosed.js");
const require_tell = require("./hook-tell.js");
const require_read_ahead = require("./read-ahead.js");

// src/git/new-commits.ts
/**
* The commits that a push brings to a ref. Null: there are none, or the ref is deleted, or points at no commit (a tag of a
* tree). The first excluded commit is what they are judged by: the ref's old value where it is known here, else what the
* other side's default branch points at.
*
* Where a push arrives, a ref that was there gains all that its old value did not reach, whatever other refs hold: what
* another branch was allowed under its name, or under an older law, is judged again when it comes here.
*/
async function newCommits(git, move, known) {
	if (move.to === null || !require_ref_moves.isWorkRef(move.ref)) return null;
	const names = [move.to, ...move.from === null ? [] : [move.from]];
	const [[tip = null, from = null], refs] = await Promise.all([commitsNamed(git, names), refsOf(git, known, move)]);
	if (tip === null) return null;
	const before = from ?? await defaultTip(git, known);
	const there = before === null ? [] : [before];
	const args = [
		"rev-list",
		"--boundary",
		tip,
		"--not",
		...there,
		...refs,
		"--"
	];
	const lines = (await git.text(args)).split("\n");
	const count = lines.filter(require_core.isObjectId).length;
	if (count === 0) return null;
	const edge = lines.filter((line) => line.startsWith("-")).map((line) => line.slice(1));
	return {
		include: [tip],
		exclude: [.../* @__PURE__ */ new Set([...there, ...edge])],
		count
	};
}
/** By name; null: nothing of that name is here, or it is no commit. */
async function commitsNamed(git, names) {
	const input = names.map((name) => `${name}^{commit}\n`).join("");
	const { stdout } = await git.run(["cat-file", "--batch-check=%(objectname)"], { input });
	const lines = stdout.toString("latin1").split("\n");
	return names.map((_, at) => require_core.isObjectId(lines[at] ?? "") ? lines[at] ?? null : null);
}
/** A remote that was never fetched from has no refs here; what any remote has is then nothing new. */
async function refsOf(git, known, { from }) {
	const others = [...require_ref_moves.NO_WORK.map((folder) => `--exclude=${folder}*`), "--all"];
	if (known === "everything here") return from === null ? others : [];
	return [await git.text([
		"for-each-ref",
		"--count=1",
		`refs/remotes/${known.remote}/`
	]) === "" ? "--remotes" : `--remotes=${known.remote}`];
}
/** Where HEAD names a branch that is not there. */
const USUAL = ["refs/heads/main", "refs/heads/master"];
/**
* Tip of the other side's default branch, by full names alone: a tag may be called HEAD. Null: there is nothing yet. Throws
* Fault("repository") where a repository has refs and none of them can tell the law.
*/
async function defaultTip(git, known) {
	if (known !== "everything here") {
		const [head = null] = await commitsNamed(git, [`refs/remotes/${known.remote}/HEAD`]);
		return head;
	}
	const named = await git.text([
		"symbolic-ref",
		"--quiet",
		"HEAD"
	], { codes: [0, 1] });
	const tip = (await commitsNamed(git, [...named === "" ? ["HEAD"] : [named], ...USUAL])).find((id) => id !== null) ?? null;
	if (tip !== null || await git.text(["for-each-ref", "--count=1"]) === "") return tip;
	throw new require_git.Fault("repository", "No default branch tells by which law a new ref is judged.", {
		found: named === "" ? "HEAD is no commit" : `HEAD names ${named}, which is not there`,
		wanted: "HEAD on a branch that is there",
		fix: "git symbolic-ref HEAD refs/heads/BRANCH"
	});
}

// src/push.ts
/** Judges the commits that a push brings. Throws what `openGate` and `checkCommits` throw. */
async function judgePush(world, push) {
	const opening = require_opening.startOpening(world, null);
	const brought = bringing(opening, push);
	const [{ openGate }, { ruleMetas }] = await Promise.all([Promise.resolve().then(() => require("./gate.js")).then((n) => n.gate_exports), Promise.resolve().then(() => require("./rules.js")).then((n) => n.rules_exports)]);
	const gates = gatesFor(push, (options) => openGate(world, {
		...options,
		opening
	}));
	const judged = [];
	for (const move of push.moves) {
		const commits = await brought(move);
		const gate = commits === null ? null : await gates(commits);
		const report = commits === null || gate === null ? null : await judgeBrought(gate, commits, move);
		judged.push({
			move,
			commits,
			report,
			law: gate?.law ?? null,
			lawAt: gate?.lawAt ?? null
		});
	}
	const repo = await opening.repo;
	return {
		repo,
		moves: judged,
		metas: ruleMetas(),
		labels: (ids) => require_git.readLabels(repo, ids),
		reword: (ids, range) => require_git.rewordCommand(repo, ids, range)
	};
}
async function judgeBrought(gate, commits, { ref }) {
	const ahead = require_read_ahead.readAhead(gate, commits);
	const { checkCommits } = await Promise.resolve().then(() => require("./check.js")).then((n) => n.check_exports);
	return checkCommits(gate, {
		range: labelOf(commits),
		commits,
		ref,
		ahead
	});
}
/** Asks of the first ref at once, of each other when it is its turn: a push may hold thousands. */
function bringing({ git }, { moves, known }) {
	const [first] = moves;
	const asked = first === void 0 ? null : newCommits(git, first, known);
	asked?.catch(() => void 0);
	return (move) => move === first && asked !== null ? asked : newCommits(git, move, known);
}
/** As people write a range; a first push has no base. */
function labelOf({ include, exclude }) {
	const [tip = "", base] = [include[0]?.slice(0, 10), exclude[0]?.slice(0, 10)];
	return base === void 0 ? tip : `${base}..${tip}`;
}
/**
* One gate a law. Before a push leaves, the work tree's; where it arrives, that of the ref's old value or of HEAD, and in a
* repository that has no commit yet the pushed one's own: somebody has to lay the first law.
*/
function gatesFor({ place }, open) {
	const gates = /* @__PURE__ */ new Map();
	return ({ include, exclude }) => {
		const trusted = place === "hook" ? "" : exclude[0] ?? include[0] ?? "";
		const ownLaw = exclude[0] === void 0;
		const gate = gates.get(trusted) ?? open(trusted === "" ? { place } : {
			place,
			policyRef: trusted,
			ownLaw
		});
		gates.set(trusted, gate);
		return gate;
	};
}
/** Keeps how a push was judged until post-receive learns that its refs have moved. Throws Fault("storage"). */
async function keepAnswers({ repo, moves }, now) {
	const { keepAnswer } = await Promise.resolve().then(() => require("./store-push-log.js"));
	for (const judged of moves) {
		const { verdict = null, policyDigest = null, counts = null } = judged.report ?? {};
		if (verdict === "fail") continue;
		const answer = {
			...judged.move,
			verdict,
			policyDigest,
			counts
		};
		const evidence = (judged.law?.evidence?.notes ?? null) !== null ? await (await Promise.resolve().then(() => require("./record-evidence.js"))).evidenceOf(repo, judged) : null;
		keepAnswer(repo.commonDir, evidence === null ? answer : {
			...answer,
			evidence
		}, now);
	}
}
/** Writes down refs that have moved, with the answers that were kept. Throws Fault("storage"). */
async function recordPush(world, moves) {
	const repo = await require_opening.startOpening(world, null).repo;
	const { recordMoves } = await Promise.resolve().then(() => require("./store-push-log.js"));
	const waiting = recordMoves(repo.commonDir, moves, world.now());
	if (waiting.length === 0) return;
	const { recordEvidence } = await Promise.resolve().then(() => require("./record-evidence.js"));
	for (const one of waiting) await recordEvidence(repo, one, world.env);
}

// src/hook/push-answer.ts
/** Tells what is to be told of a push, ref by ref, and answers the exit code of the worst. */
async function answerPush(world, push) {
	const reports = push.moves.flatMap(({ move, report, commits, law }) => report === null || commits === null || law === null ? [] : [{
		move,
		report: require_disclosed.disclosedHere(report, law),
		commits
	}]);
	for (const { move, report, commits } of reports) {
		if (!require_tell.asJson(world) && !require_tell.hasNews(report)) continue;
		if (!require_tell.asJson(world)) world.stderr.write(headline(move.ref, report));
		await tellOne(world, push, report, commits);
	}
	return require_world.exitCode(require_world.worst(reports.map(({ report }) => report.verdict)));
}
const HEADLINES = {
	pass: "golden-thread: pushed, with something to read",
	fail: "golden-thread: the push is stopped",
	undecided: "golden-thread: the push is stopped, because not everything could be found out"
};
function headline(ref, { verdict }) {
	return `${HEADLINES[verdict]}: ${require_escape.terminal(ref)}\n\n`;
}
async function tellOne(world, { metas, labels, reword }, report, commits) {
	const [{ rewordable }, { namedCommits }] = await Promise.all([Promise.resolve().then(() => require("./reports.js")).then((n) => n.repair_exports), Promise.resolve().then(() => require("./reports-text.js")).then((n) => n.text_exports)]);
	const [shown, repair] = await Promise.all([labels(namedCommits(report)), reword(rewordable(report, metas), commits)]);
	await require_tell.tell(world, report, {
		metas,
		repair,
		subject: (id) => shown.get(id)?.subject ?? null
	});
}

// src/hook/stdin.ts
/** More than git writes for a push of a hundred thousand refs. */
const MOST_BYTES = 67108864;
/** All of standard input: git waits for a reader, and is told of a broken pipe by none that leaves early. */
async function textOf(stdin) {
	const chunks = [];
	let size = 0;
	for await (const chunk of stdin) {
		size += chunk.length;
		if (size > MOST_BYTES) throw new require_git.Fault("usage", "The hook was handed more than git writes.", { wanted: `${MOST_BYTES} bytes at most` });
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}

Object.defineProperty(exports, "answerPush", {
  enumerable: true,
  get: function () {
    return answerPush;
  }
});
Object.defineProperty(exports, "judgePush", {
  enumerable: true,
  get: function () {
    return judgePush;
  }
});
Object.defineProperty(exports, "keepAnswers", {
  enumerable: true,
  get: function () {
    return keepAnswers;
  }
});
Object.defineProperty(exports, "recordPush", {
  enumerable: true,
  get: function () {
    return recordPush;
  }
});
Object.defineProperty(exports, "textOf", {
  enumerable: true,
  get: function () {
    return textOf;
  }
});