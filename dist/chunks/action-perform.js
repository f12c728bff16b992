"use strict";

const require_world = require("./world.js");
const require_built_ledger = require("./reports-built-ledger.js");
const require_escape = require("./reports-escape.js");
const require_notices = require("./reports-notices.js");
const require_audit_folder = require("./audit-folder.js");
const require_reports = require("./reports.js");
const require_annotations = require("./reports-annotations.js");
const require_markdown_sections = require("./reports-markdown-sections.js");
const require_summary = require("./reports-summary.js");
const require_workflow_commands = require("./reports-workflow-commands.js");
const require_git = require("./git.js");
const require_text = require("./reports-text.js");
const require_gate = require("./gate.js");
const require_check = require("./check.js");
const require_disclosed = require("./reports-disclosed.js");
const require_evidence_context = require("./evidence-context.js");
const require_rules = require("./rules.js");
const require_gather = require("./gather.js");
const require_interner = require("./history-interner.js");
const require_check_pr = require("./check-pr.js");
const require_core = require("./core.js");
const require_weigh_claim = require("./specs-weigh-claim.js");
const require_signing_key = require("./signing-signing-key.js");
const require_foreign_clone = require("./git-foreign-clone.js");
const require_merge_base = require("./git-merge-base.js");
const require_access = require("./providers-github-access.js");
const require_open_address = require("./connect-open-address.js");
let node_path = require("node:path");

// src/connect/home-line.ts
/** A blob of a policy or a task is far smaller; a listing of 100,000 files, GitHub's most, is about this long. */
const MOST_BYTES = 67108864;
/** The way to the API of the repository that a run of CI is one of; its token goes there and to no other server. */
async function openHomeLine({ home, token, env, now }) {
	const { host } = new URL(home.api);
	const held = token === null ? {} : { held: {
		headers: { authorization: `Bearer ${token}` },
		secrets: [token],
		isMeantFor: (other) => other === host
	} };
	const { limited } = require_access.access;
	return require_open_address.openAddress(home.api, {
		env,
		haste: "job",
		name: host,
		mostBytes: MOST_BYTES,
		...held,
		...limited ? { limited } : {},
		now
	});
}

// src/action/octokit.ts
/** The client wants one before it asks anything; the credential is the transport's, and the client never holds it. */
const NO_TOKEN = "none";
/** GitHub's client over our own transport: deadline, retries, proxy, redaction and sizes are settled there. */
async function openOctokit(asking) {
	const [{ getOctokit }, http] = await Promise.all([Promise.resolve().then(() => require("./actions-github.js")).then((n) => n.github_exports), openHomeLine(asking)]);
	return getOctokit(NO_TOKEN, {
		baseUrl: http.base,
		request: { fetch: fetchOver(http) },
		log: {
			debug: quiet,
			info: quiet,
			warn: quiet,
			error: quiet
		}
	});
}
/** What a client logs would stand in a job's log, where words are commands. */
function quiet() {}
/** `fetch`, as far as the client uses it. */
function fetchOver(http) {
	return async (url, { method = "GET", headers = {}, body }) => {
		const { authorization: _, ...others } = lowered(headers);
		const reply = await http.send({
			method: methodOf(method),
			path: url,
			headers: others,
			...body === void 0 ? {} : { json: JSON.parse(body) },
			reads: url.endsWith("/graphql")
		});
		const hasBody = reply.status !== 204 && reply.status !== 205 && reply.status !== 304;
		return new Response(hasBody ? reply.text : null, {
			status: reply.status,
			headers: { ...reply.headers }
		});
	};
}
function lowered(headers) {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
function methodOf(text) {
	switch (text.toUpperCase()) {
		case "GET": return "GET";
		case "POST": return "POST";
		case "PUT": return "PUT";
		case "PATCH": return "PATCH";
		case "DELETE": return "DELETE";
		default: throw new require_git.Fault("internal", "GitHub's client asks in a way that we don't.", { found: text });
	}
}
/** Statuses by which GitHub says that there is no such thing: a repository without a commit answers 409, a name that is no id 422. */
const ABSENT = /* @__PURE__ */ new Set([
	404,
	409,
	410,
	422
]);
/** What the client answers; null: GitHub has no such thing. Throws the Fault that any other failure is; `about`: what was asked for. */
async function askOctokit(about, asking) {
	try {
		return await asking;
	} catch (thrown) {
		const { status, cause } = failureOf(thrown);
		if (cause instanceof require_git.Fault) throw cause;
		if (thrown instanceof require_git.Fault || status === null) throw thrown;
		if (ABSENT.has(status)) return null;
		const found = `status ${status}`;
		throw new require_git.Fault(CODES[status] ?? "unavailable", `GitHub does not tell ${about}.`, {
			found,
			...status === 403 ? { wanted: "permissions: contents: read" } : {},
			cause: thrown
		});
	}
}
const CODES = {
	401: "credentials",
	403: "forbidden"
};
/** The client's errors carry the answer's status, and what went wrong below them. */
function failureOf(thrown) {
	const cause = thrown instanceof Error ? thrown.cause : null;
	const status = thrown instanceof Error && "status" in thrown ? thrown.status : null;
	return {
		status: typeof status === "number" ? status : null,
		cause
	};
}

// src/action/attempt.ts
/**
* Does what only helps people. Where the token may not, or the forge does not answer, that is noted with the permission that it takes
* and costs nothing else; null: it was not done.
*/
async function attempt(notes, what, permission, work) {
	try {
		return await work();
	} catch (thrown) {
		if (!(thrown instanceof require_git.Fault) || thrown.code === "internal") throw thrown;
		const isRefused = thrown.code === "forbidden" || thrown.code === "credentials";
		notes.push(isRefused ? `Not done: ${what}. The token may not: give the job \`permissions: ${permission}\`.` : `Not done: ${what}. ${thrown.message}${thrown.found === void 0 ? "" : ` (${thrown.found})`}`);
		return null;
	}
}

// src/action/is-private.ts
/** Whether only those let in read the repository. Null, unknown, counts as public: what is withheld in vain does less harm. */
async function isPrivate({ notes }, forge) {
	const told = await attempt(notes, "whether the repository is private", "contents: read", async () => (await forge())?.visibility());
	return told == null ? null : told === "private";
}

// src/action/judged.ts
/** Every subject is shown of as many commits; of a longer history those that failed. */
const MOST_SUBJECTS = 1e3;
/** What a report's renderers are told beside it. `subjects`: of commits that the clone does not have. */
async function renderOf({ job }, gate, report, { range, subjects }) {
	const metas = require_rules.ruleMetas();
	const [labels, repair] = await Promise.all([gate.labels(subjects === void 0 ? shownCommits(report) : []), range === null ? null : gate.reword(require_reports.rewordable(report, metas), { range })]);
	const page = `${job.home.site}/${job.home.repository}`;
	return {
		metas,
		repair,
		subject: (id) => subjects?.get(id) ?? labels.get(id)?.subject ?? null,
		links: {
			commit: (id) => `${page}/commit/${id}`,
			change: report.proposal?.url ?? null,
			run: job.run
		}
	};
}
function shownCommits(report) {
	const { commits } = report;
	if (commits === null || commits.count > MOST_SUBJECTS) return require_text.namedCommits(report);
	return Array.from({ length: commits.count }, (_, index) => commits.id(index));
}

// src/action/judged-where.ts
/** What a step knows of where it judges. */
function judgedHere({ job }) {
	return {
		repository: `${job.home.site}/${job.home.repository}`,
		event: job.eventName,
		phase: PHASES[job.event.kind],
		invocation: job.run,
		attempt: job.attempt
	};
}
const PHASES = {
	"pull-request": "pre-merge",
	"workflow-run": "pre-merge",
	dispatch: "post-merge",
	"merge-group": "merge-queue",
	push: "post-merge",
	schedule: "post-merge"
};

// src/action/sign-evidence.ts
/** Events about commits that have landed, whose workflow is the branch's own. */
const LANDED = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"dispatch"
]);
/**
* What signs the evidence of commits that have landed; null: nothing does. What a pull request brings is judged and never signed: its own
* workflow could say anything. Throws Fault("policy") where the key is none that the policy names.
*/
async function evidenceSignerFor({ inputs, job, runner, world }, { law, tree }) {
	if (!LANDED.has(job.event.kind) || inputs.sign === "off") return null;
	const [{ evidenceSigner }, { signingEnv }] = await Promise.all([Promise.resolve().then(() => require("./signing-evidence-signer.js")), Promise.resolve().then(() => require("./signing-keyless.js"))]);
	return evidenceSigner({
		...world,
		law,
		tree
	}, { how: inputs.sign }, {
		...world.env,
		...signingEnv(runner)
	});
}

// src/action/deliver.ts
/** Writes the audit's folder, uploads it, and sets the step's outputs. */
async function deliver(scene, judged, toolkit) {
	const { job } = scene;
	const folder = (0, node_path.join)(job.temp, "golden-thread-audit");
	const files = [];
	for (const [index, one] of judged.entries()) files.push(...await written(scene, one, (0, node_path.join)(folder, index === 0 ? "" : folderOf(one))));
	const set = (name, value) => toolkit.setOutput(name, value);
	for (const [name, value] of Object.entries(outputsOf(judged))) set(name, value);
	set("report-path", files.find((file) => file === (0, node_path.join)(folder, "report.json")) ?? "");
	const uploaded = files.length === 0 ? null : await upload(scene, folder, files);
	set("artifact-id", uploaded === null ? "" : String(uploaded.id));
	set("artifact-url", uploaded?.url ?? "");
}
async function upload({ inputs, job, notes, runner }, folder, files) {
	if (inputs.artifact === null) return null;
	const { uploadAudit } = await Promise.resolve().then(() => require("./action-artifact.js"));
	const answer = await uploadAudit({
		name: inputs.artifact,
		folder,
		files,
		job: job.job,
		attempt: job.attempt
	}, { env: runner });
	if (answer.status === "uploaded") return answer;
	notes.push(`The audit was not uploaded: ${answer.why} It is in ${folder}.`);
	return null;
}
async function written(scene, one, folder) {
	const { report, audit, render, context, signer } = one;
	const files = require_audit_folder.auditFiles(audit ?? report, {
		formats: scene.inputs.formats,
		signer,
		context,
		options: {
			...render,
			color: false,
			columns: 120
		}
	});
	return require_audit_folder.writeAudit(folder, files);
}
function folderOf({ pull }) {
	return pull === null ? "commits" : `pr-${pull.number}`;
}
/** What later steps are told. `verdict` and `coverage` are of everything together; where nothing was judged, nothing passed. */
function outputsOf(judged) {
	const reports = judged.map(({ report }) => report);
	const verdict = reports.length === 0 ? "" : require_world.worst(reports.map((report) => report.verdict));
	const keys = reports.flatMap((report) => report.tickets().map(({ key }) => key));
	const sum = (count) => reports.reduce((total, { counts }) => total + count(counts), 0);
	const exempt = sum((counts) => Object.values(counts.exempt).reduce((total, one) => total + one, 0));
	const counts = {
		commits: sum((one) => one.commits),
		referenced: sum((one) => one.referenced),
		passed: sum((one) => one.passed),
		failed: sum((one) => one.failed),
		undecided: sum((one) => one.undecided),
		exempt,
		beforeBaseline: sum((one) => one.beforeBaseline)
	};
	const judgedCommits = counts.commits - exempt;
	return {
		verdict,
		tickets: JSON.stringify([...new Set(keys)].sort()),
		coverage: judgedCommits <= 0 ? "" : require_reports.percent(counts.passed, judgedCommits),
		counts: JSON.stringify(counts)
	};
}

// src/reports/comment.ts
/** Problems that stand open; the rest is folded away. */
const OPEN = 5;
/** Commits that are named for one problem. */
const EXAMPLES = 3;
/**
* The report as a comment below a pull request: one line where all is well, else what failed and how to mend it. At most `limit`
* UTF-16 units (from 2,048 on). Nothing in it mentions anybody, links or marks anything that was not written here.
*/
function commentMarkdown(report, options, limit) {
	const { statement, sign, word, sentence } = require_reports.headlineOf(report);
	const problems = require_summary.groupedProblems(report, EXAMPLES);
	const more = options.links?.run ? ` [The whole report](${options.links.run})` : "";
	if (problems.length === 0) return `${sign} **golden-thread: ${word}.** ${sentence}${more}\n`;
	const head = `### ${sign} golden-thread: ${word}\n\n${sentence}\n`;
	const foot = `\n${restingLine(report)}${law(report)}${more}\n`;
	return `${head}${list(problems, {
		options,
		room: limit - head.length - foot.length,
		open: statement === "PASSED" || statement === "WARNED" ? 0 : OPEN
	})}${foot}`;
}
/** UTF-16 units of the fold and of the line that counts what has no room. */
const AROUND = 200;
function list(problems, { options, room, open }) {
	let left = room - AROUND;
	const items = [];
	for (const problem of problems) {
		const item = itemOf(problem, options);
		left -= item.length + 1;
		if (left < 0) break;
		items.push(item);
	}
	const rest = problems.length - items.length;
	const first = items.slice(0, open).map((item) => `\n${item}`);
	const folded = items.slice(open).map((item) => `\n${item}`);
	const fold = folded.length === 0 ? "" : foldOf(folded, open > 0 ? `${folded.length} more` : require_reports.plural(folded.length, "warning"));
	return `${first.join("")}${fold}${rest === 0 ? "" : `\n${require_reports.count(rest)} more in report.json.\n`}`;
}
function foldOf(items, title) {
	return `\n<details><summary>${title}</summary>\n${items.join("")}\n</details>\n`;
}
function itemOf({ finding, commits, examples }, options) {
	const { title, found, wanted, fix, command } = require_markdown_sections.saidMarkdown(finding, options);
	const number = commits === 0 ? "" : ` · ${require_reports.plural(commits, "commit")}`;
	const rest = commits - examples.length;
	return `${[
		`- ${require_markdown_sections.signOf(finding)} **${title}** (${require_markdown_sections.code(finding.rule)})${number}`,
		found,
		...wanted === "" ? [] : [`Wanted: ${wanted}`],
		...fix === "" ? [] : [`**Fix:** ${fix}`],
		...command === "" ? [] : [`**Run:** ${command}`],
		...examples.map(({ id }) => require_markdown_sections.commitLine(id, options)),
		...rest > 0 ? [`and ${require_reports.count(rest)} more`] : []
	].join("<br>\n  ")}\n`;
}
function restingLine(report) {
	const rules = require_summary.restingRules(report).map((rule) => require_markdown_sections.code(rule));
	return rules.length === 0 ? "" : `Not known for that reason either: ${rules.join(", ")}.\n\n`;
}
function law({ preset, policyDigest, proposal }) {
	return `Judged by the policy${proposal === null ? "" : ` of ${require_markdown_sections.code(proposal.base.branch)}`} (${require_markdown_sections.prose(preset)}, \`${policyDigest.slice(0, 12)}\`).`;
}

// src/action/words.ts
/** How everything that a step says is written: no terminal is known. */
const PLAIN = {
	color: false,
	columns: 120
};
/** What the job's log says of a verdict, in pieces. */
async function logOf({ report, audit, render }) {
	const options = {
		...render,
		...PLAIN
	};
	if (audit === null) return require_text.renderer(options)(report).body;
	const { auditFormats } = await Promise.resolve().then(() => require("./reports-audits.js")).then((n) => n.audits_exports);
	return (await auditFormats.text())(options)(audit).body;
}
/** What the job's page says of it, in Markdown of at most `room` bytes. */
async function summaryOf({ report, audit, render }, room) {
	const options = {
		...render,
		...PLAIN
	};
	if (audit === null) return require_summary.summaryMarkdown(report, options, room);
	const { auditFormats } = await Promise.resolve().then(() => require("./reports-audits.js")).then((n) => n.audits_exports);
	return [...(await auditFormats.markdown())(options)(audit).body].join("");
}

// src/action/explain.ts
/** Bytes that the runner takes of a step's summary; a longer one it drops whole. */
const SUMMARY_LIMIT = 1e6;
/** Tells the verdicts: log, annotations and summary of the job, and on the pull request what the inputs ask for. */
async function explain(scene, judged, { out, toolkit }) {
	for (const one of judged) if (one.pull !== null) await tellPull(scene, one, one.pull);
	if (postsCheck(scene)) for (const one of weightiest(judged)) await postCheck(scene, one);
	for (const one of judged) for (const text of await logOf(one)) out.write(text);
	for (const note of scene.notes) out.write(`${require_escape.terminal(note)}\n`);
	const annotations = judged.flatMap(({ report, render }) => require_annotations.annotationsOf(report, {
		...render,
		...PLAIN
	}));
	for (const command of require_workflow_commands.workflowCommands(annotations)) out.write(`${command}\n`);
	const room = Math.floor(SUMMARY_LIMIT / Math.max(1, judged.length));
	const summaries = await Promise.all(judged.map((one) => summaryOf(one, room)));
	await toolkit.summary([...summaries, notesMarkdown(scene.notes)].join("\n\n"));
}
/** What goes to the pull request itself; none of it can change the verdict. */
async function tellPull(scene, one, pull) {
	const { inputs, notes } = scene;
	if (pull.readOnly !== null) {
		if (inputs.comment !== "off" || inputs.label !== null) notes.push(`Nothing was written to pull request ${pull.number}: ${pull.readOnly}.`);
		return;
	}
	await postComment(scene, one, pull);
	const { label } = inputs;
	if (label !== null) {
		const change = one.report.verdict === "pass" ? {
			add: [],
			remove: [label]
		} : {
			add: [label],
			remove: []
		};
		await attempt(notes, `the label ${label}`, "pull-requests: write", () => pull.forge.labels(pull.number, change));
	}
}
/** Where all is well nobody is told who was not told otherwise before. */
async function postComment({ inputs, notes }, one, pull) {
	if (inputs.comment === "off") return;
	const { forge, number } = pull;
	const text = commentMarkdown(one.report, {
		...one.render,
		...PLAIN
	}, forge.limits.comment);
	const existing = inputs.comment === "on-failure" && one.report.verdict === "pass";
	await attempt(notes, "the comment", "pull-requests: write", () => forge.comment(number, text, "report", { existing }));
}
/** A run of these events is no check of the pull request's head. */
function postsCheck({ inputs, job }) {
	if (inputs.check !== "auto") return inputs.check === "always";
	return job.event.kind === "dispatch" || job.event.kind === "workflow-run";
}
/** Of pull requests of one head, whose checks are the same, the first that fares worst. */
function weightiest(judged) {
	return judged.filter((one) => {
		const same = judged.filter(({ pull }) => pull !== null && pull.head === one.pull?.head);
		const verdict = require_world.worst(same.map(({ report }) => report.verdict));
		return one === same.find(({ report }) => report.verdict === verdict);
	});
}
async function postCheck(scene, { report, render, pull }) {
	if (pull === null || pull.readOnly !== null) return;
	const options = {
		...render,
		...PLAIN
	};
	await attempt(scene.notes, "the check", "checks: write", () => pull.forge.check({
		commit: pull.head,
		number: pull.number,
		name: "golden-thread",
		verdict: report.verdict,
		title: `${require_reports.statementOf(report)}: pull request ${pull.number}`,
		summary: require_summary.summaryMarkdown(report, options, CHECK_LIMIT),
		url: scene.job.run,
		annotations: require_annotations.annotationsOf(report, options)
	}));
}
/** Characters of a check run's summary. */
const CHECK_LIMIT = 6e4;
function notesMarkdown(notes) {
	return notes.map((note) => `- ${require_escape.markdown(note)}`).join("\n");
}

// src/action/demand-default.ts
/** Throws Fault("usage") with a sentence where the workflow runs for another branch than the default one. */
async function demandDefault({ job, ground }, sentence) {
	const wanted = `refs/heads/${await ground.defaultBranch()}`;
	if (job.ref === wanted) return;
	throw new require_git.Fault("usage", sentence, {
		found: job.ref,
		wanted,
		fix: "start the workflow on that branch"
	});
}

// src/action/forge-here.ts
/** The gate of a commit that is trusted; left out: the one that the workflow runs for, where that is the default branch's. */
async function gateHere({ ground, world, options, job }, commit = job.sha) {
	await ground.bring([commit]);
	return require_gate.openGate(world, {
		...options,
		haste: "command",
		policyRef: commit
	});
}
/** A gate's forge. Throws Fault("credentials") where it can't be asked. */
async function demandForge(gate) {
	const forge = await gate.forge();
	if (forge !== null) return forge;
	throw new require_git.Fault("credentials", "Nobody can be asked for the open pull requests.", {
		found: "no token",
		wanted: "permissions: pull-requests: read, and the input github-token",
		fix: "mend the `with:` of this step"
	});
}

// src/action/judge-commits.ts
/** Judges commits as they stand in the repository, under the law of what was there before them. */
async function judgeCommits(scene, name) {
	const { range, policyRef, targetRef, beside } = name;
	const gate = await require_gate.openGate(scene.world, {
		...scene.options,
		haste: "command",
		range,
		...policyRef === null ? {} : { policyRef }
	});
	const commits = await gate.commits(range);
	const branch = targetRef.startsWith("refs/heads/") ? { ref: targetRef } : {};
	const brought = await beside?.(gate) ?? null;
	const report = await require_check.checkCommits(gate, {
		...range,
		...branch,
		...brought === null ? {} : { beside: brought.references }
	});
	const disclosure = require_disclosed.disclosureOf(gate.law, { isPrivate: await isPrivate(scene, gate.forge) });
	return {
		report: require_disclosed.disclosed(report, {
			disclosure,
			own: await gate.own()
		}),
		audit: null,
		render: await renderOf(scene, gate, report, { range: range.commits === void 0 ? range.range : null }),
		pull: null,
		context: await require_evidence_context.evidenceContext(gate, report, {
			...judgedHere(scene),
			targetRef,
			commits,
			method: scene.job.event.kind === "push" ? brought?.method ?? null : null
		}),
		signer: await evidenceSignerFor(scene, gate),
		notes: gate.law.evidence?.notes ?? null
	};
}
/** The open pull requests that name a ticket, newest first; who names it is told by what people wrote, and judged as ever. */
async function* citing(scene, ticket) {
	const gate = await gateHere(scene);
	const forge = await demandForge(gate);
	const { namesTicket } = await Promise.resolve().then(() => require("./check-pr-names-ticket.js"));
	for await (const live of forge.openChanges()) if (await namesTicket(gate, forge, live, ticket)) yield live;
}

// src/git/brought-by.ts
/**
* The commits of a range by the one of its first-parent line that brought them, itself included: a merge brings what its other parents lead
* to, as far as nothing before it did. Oldest first.
*/
async function broughtBy({ git }, { include, exclude }) {
	const revisions = [...include, ...exclude.map((id) => `^${id}`)];
	const { stdout } = await git.run([
		"rev-list",
		"--parents",
		"--stdin"
	], { input: `${revisions.join("\n")}\n` });
	const lines = stdout.toString("latin1").split("\n").filter(Boolean);
	const parents = new Map(lines.map((line) => {
		const [id = "", ...others] = line.split(" ");
		return [id, others];
	}));
	const line = [];
	for (let at = include[0]; at !== void 0 && parents.has(at); at = parents.get(at)?.[0]) line.push(at);
	const seen = /* @__PURE__ */ new Set();
	return new Map(line.reverse().map((top) => [top, require_check.walk(parents, seen, top)]));
}

// src/action/landed.ts
/**
* How commits landed, where all of them did in one way that can be told: `brought` and `changes` have a line's commits by full id. What one commit was made of
* by a squash or by a rebase looks the same, so nobody knows then, unless the forge wrote the pull request's number into it, as it does where it squashes:
* `named` has the numbers that commits with one parent tell which the forge itself committed. A pull request's own head was made by no squash.
*/
function landedBy(brought, changes, named) {
	const tops = /* @__PURE__ */ new Map();
	for (const { number } of changes.values()) tops.set(number, (tops.get(number) ?? 0) + 1);
	const methods = [...brought].map(([top, ids]) => {
		const change = changes.get(top);
		if (change === void 0) return "direct";
		if (ids.length > 1) return "merge";
		if ((tops.get(change.number) ?? 0) > 1) return "rebase";
		return named.get(top) === change.number && change.head.commit !== top ? "squash" : null;
	});
	const [first = null] = methods;
	return methods.every((one) => one === first) ? first : null;
}

// src/action/brought-by.ts
/** Commits of a line whose pull requests are asked for: ten requests; a queue brings a hundred pull requests at most. */
const MOST_ASKED = 500;
/** What the pull requests by which commits came in refer to, by full id: the same that counted when they were judged. `changesOf` null: nobody could be asked. */
async function besideCommits({ repo, reader }, range, changesOf) {
	const brought = await broughtBy(repo, range);
	const changes = await changesOf([...brought.keys()]);
	const isKnown = changes !== null && brought.size <= 500;
	const entries = [...changes ?? []].flatMap(([top, live]) => {
		const named = [...require_gather.branchReferences(reader, live.head.branch), ...require_gather.pullRequestReferences(reader, live)];
		return (brought.get(top) ?? []).map((id) => [id, named]);
	});
	const method = isKnown ? landedBy(brought, changes, await numbersIn(repo, [...changes.keys()])) : null;
	return {
		references: new Map(entries),
		method
	};
}
/** Who commits what GitHub's button squashes; where a rebase copies commits, that is whoever pressed it. A server of one's own has another, and nothing is said there. */
const BUTTON = "noreply@github.com";
/** The pull requests that commits with one parent name, as the forge's button wrote them: anybody may end a subject so. */
async function numbersIn(repo, ids) {
	const subjects = await require_git.subjectsCommittedBy(repo, ids, BUTTON);
	return new Map([...subjects].map(([id, subject]) => [id, require_interner.changeIn(subject)]));
}

// src/check-pr/spec-body.ts
/**
* The description of a pull request with the specs of its tickets, as its head has them. Null: there is none to show, it shows them as they
* are, or nobody can tell where the block belongs; what a rule has to say of that it says.
*/
function bodyWithSpecs({ gate, forge, live }, evidence, { kind, repository, disclosure }) {
	const { law } = gate;
	if (!law.spec.inject || isShown(evidence)) return null;
	const parts = partsOf(gate, evidence);
	if (parts.length === 0) return null;
	const { put } = require_weigh_claim.bodyWithBlock(live.body, parts, {
		forge: kind,
		repository,
		limit: forge.limits.body,
		disclose: disclosure
	});
	return put?.ok === true ? put.body : null;
}
/** Every spec stands in the block as it is now. What the block says beside them (a ticket's state) is no reason to write it anew. */
function isShown({ specs = {}, specBlock }) {
	if (specBlock?.status === "problem") return true;
	if (specBlock?.status !== "found" || !specBlock.isIntact) return false;
	return Object.entries(specs).every(([at, answer]) => {
		const section = specBlock.sections[at];
		return answer.status !== "found" || section?.digest === answer.spec.digest && section.differs === null;
	});
}
/** One section a spec: a task and the ticket that it follows have the same. */
function partsOf({ law }, evidence) {
	const terms = require_core.termsFrom(law.sections);
	const parts = require_core.claimsAmong(require_core.inTextOrder(evidence.references), [
		"subject",
		"body",
		"trailer",
		"branch",
		"title"
	]).flatMap((claim) => {
		const answer = evidence.specs?.[claim.key];
		if (answer?.status !== "found") return [];
		const { facts } = require_weigh_claim.weighClaim(claim, evidence, terms);
		return [{
			spec: answer.spec,
			kind: kindOf(law.remotes, answer.spec),
			closes: false,
			facts
		}];
	});
	return [...new Map(parts.map((part) => [part.spec.path ?? part.spec.key, part])).values()];
}
function kindOf(remotes, { remote }) {
	return remotes.find(({ name }) => name === remote)?.kind ?? "markdown";
}

// src/action/judge-pull.ts
/** Of a description that somebody changes at the same time, such as another run; after that it is judged as it is. */
const MOST_WRITES = 2;
/** Judges a pull request as it is now. Where its description lacks a spec and may be written, that comes first. */
async function judgePull(scene, name) {
	const { ground, job } = scene;
	const { event, base, number } = name;
	const open = () => require_check_pr.openPullRequest(scene.world, {
		...scene.options,
		bring: ground.near
	}, {
		number,
		base,
		head: null,
		event: event === null ? null : {
			base: event.base,
			repository: job.home.repository
		}
	});
	let opened = await open();
	const { forge } = opened;
	const audience = { isPrivate: await isPrivate(scene, async () => forge) };
	let judged = await require_check_pr.judgePullRequest(opened);
	for (let left = MOST_WRITES; left > 0; left--) {
		const disclosure = require_disclosed.disclosureOf(opened.gate.law, audience);
		if (!await specsWritten(scene, opened, {
			evidence: judged.evidence,
			disclosure
		})) break;
		opened = await open();
		judged = await require_check_pr.judgePullRequest(opened);
	}
	const { gate, live } = opened;
	const { report, subjects } = judged;
	const disclosure = require_disclosed.disclosureOf(gate.law, audience);
	return {
		report: require_disclosed.disclosed(report, {
			disclosure,
			own: await gate.own()
		}),
		audit: null,
		render: await renderOf(scene, gate, report, {
			range: null,
			...subjects === null ? {} : { subjects }
		}),
		pull: {
			forge,
			number,
			head: live.head.commit,
			isOpen: live.state === "open",
			readOnly: readOnly(scene, live)
		},
		context: await require_evidence_context.evidenceContext(gate, report, {
			...judgedHere(scene),
			phase: "pre-merge",
			commits: null,
			targetRef: `refs/heads/${live.base.branch}`,
			body: live.body
		}),
		signer: null,
		notes: null
	};
}
/** Why nothing may be written; null: it may. A pull request of a fork, or of Dependabot, runs with a token that reads. */
function readOnly({ inputs, job }, { head }) {
	if (inputs.token === "") return "the step has no github-token";
	if (job.event.kind !== "pull-request" || job.event.isTarget) return null;
	if (head.isFork) return "the pull request comes from a fork, whose runs may only read";
	return job.actor === "dependabot[bot]" ? "Dependabot's runs may only read" : null;
}
/** Puts the specs into the description where they are missing or old; true: it is another one than was judged. */
async function specsWritten(scene, opened, { evidence, disclosure }) {
	const { inputs, notes } = scene;
	const { forge, live } = opened;
	if (inputs.spec === "off" || live.state !== "open" || live.head.isFork || readOnly(scene, live) !== null) return false;
	const body = bodyWithSpecs(opened, evidence, {
		...scene.job.home,
		disclosure
	});
	if (body === null || body === live.body) return false;
	return await attempt(notes, "the spec in the pull request's description", "pull-requests: write", () => forge.setBody(live.number, body, { expected: live.body }).catch(overtaken)) !== null;
}
/** The forge's word for a body that changed meanwhile. */
function overtaken(thrown) {
	if (thrown instanceof require_git.Fault && thrown.code === "usage") return { changed: false };
	throw thrown;
}

// src/action/judge-merge-group.ts
/** `refs/heads/gh-readonly-queue/main/pr-104-<40 hex>`, as GitHub names the branches of its queue. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40,64}$/;
/** How a queue's commits say which pull request they are: the ends of a squashed title, and a merge's subject. */
const NUMBER = /\(#(\d+)\)$|^Merge pull request #(\d+) /;
/**
* Judges the commits that a queue made, under the law of what they stand on, and each of its pull requests as it is now: a ticket may
* have been closed since. What a pull request refers to counts for the commits that the queue made of it, as it did for its own.
*/
async function judgeMergeGroup(scene, group) {
	const { base, head, ref, into } = group;
	const [, number = ""] = QUEUE.exec(ref) ?? [];
	await scene.ground.deepen([base, head]);
	const trusted = await trustedOf(scene, group);
	const pulls = await pullsOf(scene, {
		trusted,
		base,
		head,
		numbers: number === "" ? [] : [Number(number)]
	});
	const heads = pulls.map((live) => live.head.commit);
	const label = `${base.slice(0, 12)}..${head.slice(0, 12)}`;
	const commits = {
		include: [head],
		exclude: [base, ...await scene.ground.there(heads)]
	};
	const judged = [await judgeCommits(scene, {
		range: {
			range: label,
			commits
		},
		policyRef: trusted,
		targetRef: into,
		beside: (gate) => besideCommits(gate, commits, (line) => madeOf(gate, line, pulls))
	})];
	for (const live of pulls) judged.push(await judgePull(scene, {
		number: live.number,
		event: null,
		base: trusted
	}));
	return judged;
}
/** A group may stand on another that is not merged yet, and may never be: then the law is that of the branch. */
async function trustedOf({ ground }, { base, head, into }) {
	const tip = await ground.tip(into);
	if (tip === null || tip === base) return base;
	await ground.deepen([tip, head]);
	return await ground.isIn(base, tip) ? base : tip;
}
/** Of which pull request a queue made its commits: all of a single one, else of the one that each names. */
async function madeOf({ labels }, line, pulls) {
	const [only, ...others] = pulls;
	if (only !== void 0 && others.length === 0) return new Map(line.map((id) => [id, only]));
	const told = await labels(line);
	return new Map(line.flatMap((id) => {
		const number = numberIn(told.get(id)?.subject ?? "");
		const live = pulls.find((one) => one.number === number);
		return live === void 0 ? [] : [[id, live]];
	}));
}
function numberIn(subject) {
	const [, squashed, merged] = NUMBER.exec(subject) ?? [];
	return squashed === void 0 && merged === void 0 ? null : Number(squashed ?? merged);
}
/** Texts tell numbers, and anybody can write one: a pull request counts only while it is open. */
async function pullsOf(scene, { trusted, base, head, numbers }) {
	const forge = await demandForge(await gateHere(scene, trusted));
	const told = (await scene.ground.subjects({
		include: [head],
		exclude: [base]
	})).flatMap((subject) => numberIn(subject) ?? []);
	const found = [];
	for (const number of /* @__PURE__ */ new Set([...numbers, ...told])) {
		const live = await forge.change(number).catch(absent);
		if (live?.state === "open") found.push(live);
	}
	return found;
}
/** A number that was no pull request's; whatever else went wrong is no answer. */
function absent(thrown) {
	if (thrown instanceof require_git.Fault && thrown.code === "absent") return null;
	throw thrown;
}

// src/action/judge-pulls.ts
/**
* Judges pull requests, and each other open one of the same head: GitHub keeps checks by commit, so what is said of one is said of all, and a
* branch whose law lets everything pass would speak for main.
*/
async function judgePulls(scene, names) {
	const judged = /* @__PURE__ */ new Map();
	for (const name of names) judged.set(name.number, await judgePull(scene, name));
	const open = [...judged.values()].flatMap(({ pull }) => pull?.isOpen === true ? [pull] : []);
	for (const pull of new Map(open.map((one) => [one.head, one])).values()) for (const number of await others(pull, judged)) {
		scene.notes.push(`Pull request ${number} has the same head as ${pull.number}, and GitHub keeps checks by head: both are judged.`);
		judged.set(number, await judgePull(scene, {
			number,
			event: null,
			base: null
		}));
	}
	return [...judged.values()];
}
async function others({ forge, head }, judged) {
	return (await forge.changesOf(head)).filter((number) => !judged.has(number));
}

// src/action/judge-push.ts
const HEADS = "refs/heads/";
/** Judges what a push brought, under the law of what was there before; a new branch's is that of the default branch. */
async function judgePush(scene, event) {
	const { before, after, ref } = event;
	if (after === null || !ref.startsWith(HEADS)) {
		scene.notes.push(after === null ? `${ref} is gone: nothing to judge.` : `${ref} is no branch: nothing to judge.`);
		return [];
	}
	const base = before ?? await defaultTip(scene, event);
	await scene.ground.deepen([after, base]);
	const label = `${base.slice(0, 12)}..${after.slice(0, 12)}`;
	const commits = {
		include: [after],
		exclude: [base]
	};
	const pushed = await judgeCommits(scene, {
		range: {
			range: label,
			commits
		},
		policyRef: base,
		targetRef: ref,
		beside: (gate) => besideCommits(gate, commits, (line) => mergedBy(scene, gate, line))
	});
	if (ref === `${HEADS}${event.defaultBranch}`) return [pushed];
	return [pushed, ...await judgePulls(scene, await pullsAt(scene, {
		base,
		after
	}))];
}
/** What is said of a pushed commit stands at the head of its pull requests too, and what was there before may be theirs. */
async function pullsAt(scene, { base, after }) {
	return (await attempt(scene.notes, "the pull requests of a pushed commit", "pull-requests: read", async () => {
		return (await (await gateHere(scene, base)).forge())?.changesOf(after);
	}) ?? []).map((number) => ({
		number,
		event: null,
		base: null
	}));
}
async function defaultTip({ ground }, { defaultBranch, ref }) {
	const wanted = `${HEADS}${defaultBranch}`;
	const tip = ref === wanted ? null : await ground.tip(wanted);
	if (tip !== null) return tip;
	throw new require_git.Fault("unavailable", "Nobody can tell whose law counts for a branch that is new.", {
		found: ref === wanted ? `${defaultBranch} itself is new` : `no ${defaultBranch}`,
		wanted: "a default branch with a policy",
		fix: "golden-thread check range HEAD"
	});
}
/** The pull requests that were merged by some commits, each asked for once; commits that were pushed directly have none. */
async function mergedBy({ notes }, gate, line) {
	const asked = line.slice(-500);
	if (asked.length < line.length) notes.push(`Only the last ${500} of ${line.length} commits were asked for their pull requests.`);
	const told = await attempt(notes, "the pull requests of pushed commits", "pull-requests: read", async () => {
		const forge = await gate.forge();
		if (forge === null) return null;
		const change = require_core.remembered((number) => forge.change(Number(number)));
		const arrivals = [...await forge.arrivals(asked)];
		return Promise.all(arrivals.map(async ([id, { number }]) => [id, await change(String(number))]));
	});
	return told === null ? null : new Map(told);
}

// src/action/judge.ts
/** Judges what an event is about; none: there is nothing to judge, and the notes say why. */
async function judge(scene) {
	const { event } = scene.job;
	demandFitting(scene);
	switch (event.kind) {
		case "pull-request": return judgePulls(scene, [{
			number: event.number,
			event,
			base: null
		}]);
		case "merge-group": return judgeMergeGroup(scene, event);
		case "push": return judgePush(scene, event);
		case "schedule": return [await judgeHistory(scene)];
		case "dispatch": return judgeDispatch(scene);
		case "workflow-run": return judgeRun(scene, event.head);
	}
}
/** An input that an event has no use for is a mistake that nobody would see. */
function demandFitting({ inputs, job }) {
	const { kind } = job.event;
	const idle = [
		...inputs.ticket !== null && kind !== "dispatch" ? ["ticket"] : [],
		...inputs.range !== null && kind !== "dispatch" && kind !== "schedule" ? ["range"] : [],
		...inputs.ledger !== "read" && kind !== "dispatch" && kind !== "schedule" ? [`ledger: ${inputs.ledger}`] : [],
		...inputs.record === "on" && kind !== "push" ? ["record: on"] : [],
		...inputs.range !== null && inputs.ticket !== null ? ["range beside ticket"] : []
	];
	if (idle.length === 0) return;
	throw new require_git.Fault("usage", `${job.eventName} has no use for ${idle.join(" and ")}.`, {
		found: idle.join(", "),
		wanted: "ticket for workflow_dispatch; range and a refreshed ledger for workflow_dispatch and schedule; record for push",
		fix: "mend the `with:` of this step"
	});
}
/** Audits all that is reachable from the commit that the workflow runs for, or judges the range that it names. */
async function judgeHistory(scene) {
	const { inputs, job, ground } = scene;
	await ground.deepen([job.sha]);
	const range = inputs.range ?? job.sha;
	if (!/[^.]\.{2,3}/.test(range)) return (await Promise.resolve().then(() => require("./action-judge-audit.js"))).judgeAudit(scene, range);
	return judgeCommits(scene, {
		range: { range },
		policyRef: null,
		targetRef: job.ref
	});
}
/** The job's result stands at the head of its branch, where a pull request's would; so nobody judges a branch by what it brings itself. */
async function judgeDispatch(scene) {
	await demandDefault(scene, "What is started by hand is judged from the default branch alone.");
	const { ticket } = scene.inputs;
	if (ticket === null) return [await judgeHistory(scene)];
	const numbers = [];
	for await (const { number } of citing(scene, ticket)) numbers.push(number);
	if (numbers.length === 0) scene.notes.push(`No open pull request names ${ticket}.`);
	return judgePulls(scene, numbers.map(byNumber));
}
/** What the first stage wrote is not read: whoever opened the pull request could have had it say anything. */
async function judgeRun(scene, head) {
	const numbers = await (await demandForge(await gateHere(scene))).changesOf(head);
	if (numbers.length === 0) scene.notes.push(`No open pull request has ${head} as its head.`);
	return judgePulls(scene, numbers.map(byNumber));
}
function byNumber(number) {
	return {
		number,
		event: null,
		base: null
	};
}

// src/git/unlisted-remote.ts
/** Name of a remote that is in no file. */
const UNLISTED = "golden-thread";
/**
* What git is started with to know that remote, and the header that asks it. Some checkouts keep a header of their own, and a server
* refuses two: so an empty one first takes that away. A remote that is known to be partial is written to no file.
*/
function unlistedEnv(env, { url, token }, { isPartial = false, isLazy = false } = {}) {
	const header = `http.${new URL(url).origin}/.extraheader`;
	return require_foreign_clone.configEnv(env, [
		[`remote.${UNLISTED}.url`, url],
		...isLazy ? LAZY : [],
		...isPartial || isLazy ? PROMISES : [],
		["http.followRedirects", "false"],
		[header, ""],
		...token === null ? [] : [[header, `AUTHORIZATION: basic ${basic(token)}`]]
	]);
}
/** By which git fetches contents that a partial history left out, when it comes to need them. */
const LAZY = [["extensions.partialClone", UNLISTED]];
const PROMISES = [[`remote.${UNLISTED}.promisor`, "true"], [`remote.${UNLISTED}.partialclonefilter`, "blob:none"]];
/** As actions/checkout does it: the account's name counts for nothing. */
function basic(token) {
	return Buffer.from(`x-access-token:${token}`, "utf8").toString("base64");
}

// src/git/fetch-commits.ts
const PARTIAL = "--filter=blob:none";
/** A fetch that takes longer has hung: a job has minutes, not hours. */
const MOST_FETCH_MS = 3e5;
/** How far a history is asked for before it is asked for whole. */
const DEPTHS = [50, 1e3];
/** git's word for all of a history (git-fetch, `--depth`). */
const INFINITE = 2147483647;
/** Those of some commits that this repository has. */
async function commitsHere(repo, commits) {
	const found = await Promise.all(commits.map((commit) => require_git.commitCalled(repo, commit)));
	return commits.filter((_, index) => found[index] !== null);
}
/**
* Brings single commits, without their history where the clone is a shallow one: their trees and no contents. A whole clone stays whole
* and gets all of them. No ref, no file of the configuration changes.
*/
async function fetchCommits(repo, source, commits) {
	if (!await isShort(repo)) return bringOver(repo, source, [UNLISTED, ...commits]);
	await bringOver(repo, source, [
		"--depth=1",
		PARTIAL,
		UNLISTED,
		...commits
	]);
}
/** Brings commits with as much history as tells the first two apart; of one alone, all that there is. */
async function fetchHistory(repo, source, commits, { near = false, partial = false } = {}) {
	const filter = partial ? [PARTIAL] : [];
	if (!await isShort(repo)) {
		const here = new Set(await commitsHere(repo, commits));
		const lacking = commits.filter((commit) => !here.has(commit));
		if (lacking.length > 0) await bringOver(repo, source, [UNLISTED, ...lacking]);
		return;
	}
	if (await isTold(repo, commits)) return;
	for (const depth of commits.length > 1 ? DEPTHS : []) {
		await bringOver(repo, source, [
			`--depth=${depth}`,
			...filter,
			UNLISTED,
			...commits
		]);
		if (await isTold(repo, commits)) return;
	}
	if (!near) await bringOver(repo, source, [
		`--depth=${INFINITE}`,
		...filter,
		UNLISTED,
		...commits
	]);
}
/** Asked each time: a fetch before may have made the clone whole, and a depth would cut it again. */
async function isShort({ git }) {
	const now = await require_git.openRepository(git);
	return now.shallow || await isEmpty(now);
}
/** In a repository without a commit there is nothing that a short history could cut. */
async function isEmpty({ git }) {
	return await git.text([
		"rev-parse",
		"--quiet",
		"--verify",
		"HEAD^{commit}"
	], { codes: [
		0,
		1,
		128
	] }) === "";
}
/**
* Whether what lies between commits is all here: where a cut hides that the one reaches what the other does, the cut itself lies
* between them.
*/
async function isTold(repo, commits) {
	if ((await commitsHere(repo, commits)).length < commits.length) return false;
	const edge = new Set(await require_git.shallowEdge(await require_git.openRepository(repo.git)));
	if (edge.size === 0) return true;
	const [one = "", other] = commits;
	const between = other === void 0 ? one : `${one}...${other}`;
	return (await repo.git.text([
		"rev-list",
		"--end-of-options",
		between,
		"--"
	])).split("\n").every((id) => !edge.has(id));
}
async function bringOver({ git }, source, args) {
	const { cwd, env } = git;
	const signal = AbortSignal.timeout(MOST_FETCH_MS);
	await require_git.openGit({
		cwd,
		env: {
			...env,
			...unlistedEnv(env, source, { isPartial: args.includes(PARTIAL) })
		},
		signal
	}).run([...[
		"fetch",
		"--quiet",
		"--no-tags",
		"--no-write-fetch-head",
		"--no-recurse-submodules"
	], ...["--no-auto-maintenance", ...args]]);
}

// src/action/ground.ts
/** Finds the job's clone, or makes do without one. */
async function openGround({ env, now }, { home, token, workspace, temp }) {
	const held = token === "" ? null : token;
	const url = `${home.site}/${home.repository}`;
	const wanted = {
		url,
		commit: env.GITHUB_SHA ?? null
	};
	const octokit = require_core.once(() => openOctokit({
		home,
		token: held,
		env,
		now
	}));
	const branch = require_core.once(() => defaultBranch(octokit, home));
	const own = await require_foreign_clone.cloneIn(workspace, env, wanted);
	const clone = own ?? await require_foreign_clone.emptyClone(temp, env, {
		...wanted,
		branch: await branch()
	});
	const notices = [];
	const source = {
		url,
		token: held
	};
	const { repo } = clone;
	const trusting = {
		...env,
		...clone.env
	};
	const asking = unlistedEnv(trusting, source, { isLazy: own === null });
	return {
		cwd: repo.root ?? repo.gitDir,
		env: {
			...clone.env,
			...own === null ? asking : {}
		},
		hasClone: own !== null,
		...fetching(clone, {
			source,
			isWhole: own !== null && !await require_foreign_clone.isPartial(repo),
			octokit,
			home,
			notices
		}),
		bringRef: require_core.remembered((ref) => refBrought(repo, {
			...trusting,
			...unlistedEnv(trusting, source)
		}, ref, notices)),
		home: {
			remote: UNLISTED,
			env: {
				...clone.env,
				...asking
			}
		},
		defaultBranch: branch,
		tip: (ref) => tipOf(octokit, home, ref),
		there: (commits) => commitsHere(repo, commits),
		isIn: (one, other) => require_merge_base.isIn(repo, one, other),
		subjects: (range) => require_git.subjectsIn(repo, range),
		notices: () => notices
	};
}
function fetching({ repo }, { source, isWhole, octokit, home, notices }) {
	const brought = /* @__PURE__ */ new Set();
	const isBare = repo.root === null;
	const told = require_core.remembered(async (commit) => {
		const [{ apiTree }, blobs, client] = await Promise.all([
			Promise.resolve().then(() => require("./action-api-tree.js")),
			blobsOnce(),
			octokit()
		]);
		return apiTree({
			octokit: client,
			home,
			blobs
		}, commit);
	});
	const blobsOnce = require_core.once(async () => (await Promise.resolve().then(() => require("./action-api-blobs.js"))).openBlobs(await octokit(), home));
	const bring = async (commits) => {
		const here = new Set(await commitsHere(repo, commits));
		const lacking = [...new Set(commits)].filter((commit) => !here.has(commit));
		if (lacking.length === 0 || isBare) return;
		try {
			await fetchCommits(repo, source, lacking);
			for (const commit of lacking) brought.add(commit);
		} catch (thrown) {
			notices.push(`fetch-failed: ${reasonOf(thrown)}`);
		}
	};
	return {
		bring,
		async near(commits) {
			try {
				await fetchHistory(repo, source, [...new Set(commits)], {
					near: true,
					partial: isBare
				});
			} catch (thrown) {
				notices.push(`fetch-failed: ${reasonOf(thrown)}`);
				await bring(commits);
			}
		},
		async deepen(commits) {
			await fetchHistory(repo, source, [...new Set(commits)], { partial: isBare });
		},
		async trees(commit) {
			return !brought.has(commit) && (await commitsHere(repo, [commit])).length > 0 && isWhole ? null : told(commit);
		}
	};
}
/** Whoever reads it finds out that it is not there, and says so where that matters. */
async function refBrought({ git }, env, ref, notices) {
	const { fetchRef } = await Promise.resolve().then(() => require("./git-ledger-ref.js")).then((n) => n.ledger_ref_exports);
	try {
		await fetchRef({ git: require_git.openGit({
			cwd: git.cwd,
			env
		}) }, ref, UNLISTED);
	} catch (thrown) {
		notices.push(`ledger-not-fetched: ${reasonOf(thrown)}`);
	}
}
/** What git itself said, without the server's words and the advice for people at a terminal. */
function reasonOf(thrown) {
	if (!(thrown instanceof Error)) throw thrown;
	const lines = (thrown instanceof require_git.Fault ? thrown.found ?? thrown.message : thrown.message).split("\n");
	return lines.find((line) => line.startsWith("fatal: ")) ?? lines[0] ?? "";
}
/** What an empty repository's HEAD names: rules ask which branch everybody starts from. */
async function defaultBranch(octokit, { repository }) {
	const [owner = "", repo = ""] = repository.split("/");
	const told = await askOctokit("the repository", (await octokit()).rest.repos.get({
		owner,
		repo
	}));
	if (told !== null) return told.data.default_branch;
	throw new require_git.Fault("absent", "GitHub has no such repository for this token.", {
		found: repository,
		wanted: "permissions: contents: read, and the input github-token"
	});
}
async function tipOf(octokit, { repository }, ref) {
	const [owner = "", repo = ""] = repository.split("/");
	const asked = (await octokit()).rest.git.getRef({
		owner,
		repo,
		ref: ref.replace(/^refs\//, "")
	});
	return (await askOctokit(ref, asked))?.data.object.sha ?? null;
}

// src/action/scene.ts
/** Opens what everything needs: a place with commits in it, and the terms under which gates are opened there. */
async function openScene(world, inputs, job) {
	const env = {
		...withoutSecrets(world.env),
		...inputs.token === "" ? {} : { GITHUB_TOKEN: inputs.token }
	};
	const now = () => world.now();
	const { home, workspace, temp } = job;
	const ground = await openGround({
		env,
		now
	}, {
		home,
		token: inputs.token,
		workspace,
		temp
	});
	const { preset } = inputs;
	return {
		inputs,
		job,
		ground,
		runner: world.env,
		world: {
			cwd: ground.cwd,
			env: {
				...env,
				...ground.env
			},
			now
		},
		options: {
			place: "ci",
			overrides: {
				label: "action input",
				...preset === null ? {} : { preset }
			},
			home,
			trees: ground.trees,
			bringRef: ground.bringRef,
			...inputs.policy === null ? {} : { policyFile: inputs.policy }
		},
		notes: []
	};
}
/** Children of ours need no input, of which one is a token, and nothing that signs. */
function withoutSecrets(env) {
	const signing = Object.values(require_signing_key.SIGNING_VARIABLES);
	const kept = Object.entries(env).filter(([name]) => !(name.startsWith("INPUT_") || signing.includes(name)));
	return Object.fromEntries(kept);
}

// src/action/toolkit.ts
/**
* Opens the toolkit of GitHub's runner. Where `env` names no file for outputs or for the summary, there is no runner to take them: they
* are dropped, since the toolkit would print them as commands instead.
*/
async function openToolkit(env) {
	const core = await Promise.resolve().then(() => require("./actions-core.js")).then((n) => n.core_exports);
	const has = (name) => (env[name] ?? "") !== "";
	return {
		setOutput(name, value) {
			if (has("GITHUB_OUTPUT")) core.setOutput(name, value);
		},
		async summary(markdown) {
			if (has("GITHUB_STEP_SUMMARY")) await core.summary.addRaw(markdown).write();
		},
		mask(secret) {
			if (secret !== "") core.setSecret(secret);
		},
		async idToken(audience) {
			if (!has("ACTIONS_ID_TOKEN_REQUEST_URL") || !has("ACTIONS_ID_TOKEN_REQUEST_TOKEN")) throw notGranted();
			try {
				return await core.getIDToken(audience);
			} catch (cause) {
				throw new require_git.Fault("unavailable", "GitHub did not give this job a token of its identity.", { cause });
			}
		}
	};
}
function notGranted() {
	return new require_git.Fault("forbidden", "This job may not ask for a token of its identity.", { wanted: "permissions: { id-token: write } in the job" });
}

// src/action/perform.ts
/** Judges what the event is about, tells it everywhere where it can be told, and answers the exit code. */
async function perform(world, inputs, job) {
	const toolkit = await openToolkit(world.env);
	if (inputs.token !== "") toolkit.mask(inputs.token);
	const scene = await openScene(world, inputs, job);
	const judged = await judge(scene);
	scene.notes.push(...scene.ground.notices().map(require_notices.noticeText));
	const verdict = require_world.worst(judged.map(({ report }) => report.verdict));
	await deliver(scene, judged, toolkit);
	await explain(scene, judged, {
		out: world.stdout,
		toolkit
	});
	if (inputs.record === "on") await record(scene, judged, {
		out: world.stdout,
		toolkit
	});
	if (inputs.ledger !== "read") await refresh(scene, world.stdout, toolkit);
	return require_world.exitCode(verdict);
}
/** What fails here fails the step, whatever the verdict was. */
async function record(scene, judged, { out, toolkit }) {
	const { recordPush } = await Promise.resolve().then(() => require("./action-record-push.js"));
	for (const notes of await recordPush(scene, judged)) {
		const line = `Recorded in ${notes}, here and at origin.`;
		out.write(`${line}\n`);
		await toolkit.summary(`\n\n${require_escape.markdown(line)}\n`);
	}
}
/** The same. */
async function refresh(scene, out, toolkit) {
	const { refreshLedger } = await Promise.resolve().then(() => require("./action-refresh-ledger.js"));
	const text = require_built_ledger.builtText(await refreshLedger(scene));
	out.write(text);
	const lines = text.trimEnd().split("\n");
	await toolkit.summary(`\n\n${lines.map(require_escape.markdown).join("\n\n")}\n`);
}

exports.askOctokit = askOctokit;
exports.demandDefault = demandDefault;
exports.evidenceSignerFor = evidenceSignerFor;
exports.isPrivate = isPrivate;
exports.judgedHere = judgedHere;
exports.perform = perform;
exports.renderOf = renderOf;