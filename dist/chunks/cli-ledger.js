"use strict";

const require_world = require("./world.js");
const require_built_ledger = require("./reports-built-ledger.js");
const require_escape = require("./reports-escape.js");
const require_cli = require("./cli.js");
const require_members = require("./ledger-members.js");
const require_reports = require("./reports.js");
const require_watched = require("./cli-watched.js");
const require_cli_js = require("../cli.js");
let node_path = require("node:path");
let node_fs = require("node:fs");

// src/cli/ledger-text.ts
/** Changes that are shown one by one; more are counted. */
const MOST_CHANGES = 200;
/** What a build left behind, for programs. */
function builtJson({ header, signer, bytes, home, pushed, notice }) {
	return {
		home,
		bytes,
		pushed,
		notice,
		...signerJson(signer),
		ledger: summaryOf(header)
	};
}
/** Whether a ledger counts, for people: what it is, or which mark fails and what mends it. */
function inspectedText(home, answer) {
	if (answer.status === "invalid") return `${require_escape.terminal(home)} can't be relied on (${answer.code}): ${require_escape.terminal(answer.detail)}\n  ${require_escape.terminal(answer.fix)}\n`;
	const { seq, audience, issuedAt, expiresAt, remotes, count: tickets } = answer.header;
	const names = remotes.map(({ name, kind, complete }) => `${name} (${kind}${complete ? "" : ", in part"})`);
	return [
		`${require_escape.terminal(home)} is good: ledger ${seq} of ${require_reports.plural(tickets, "ticket")} for ${require_escape.terminal(audience)}`,
		`  issued ${issuedAt}, expires ${expiresAt}, signed by ${require_built_ledger.signerText(answer.signer)}`,
		`  holds ${require_escape.terminal(names.join(", "))}`,
		""
	].join("\n");
}
/** The same for programs. */
function answerJson(answer) {
	if (answer.status === "invalid") {
		const { status, code, detail, fix } = answer;
		return {
			status,
			code,
			detail,
			fix
		};
	}
	return {
		status: answer.status,
		...signerJson(answer.signer),
		ledger: summaryOf(answer.header)
	};
}
function signerJson(signer) {
	if (signer.kind === "key") return { key: signer.id };
	const { issuer, subject, at } = signer;
	return { identity: {
		issuer,
		subject,
		at
	} };
}
function summaryOf({ people, states, types, fields, ...header }) {
	return {
		...header,
		fields,
		states: states.length,
		types: types.length,
		people: people.length
	};
}
const HEAD = [
	"ticket",
	"state",
	"type",
	"open for work",
	"changed"
];
/** A table of tickets; without ids of how many there are in each state. */
function* ticketsText(ledger, ids) {
	if (ids.length === 0) {
		yield* statesText(ledger);
		return;
	}
	const cells = keysOf(ledger, ids).map(([id, found]) => cellsOf(id, found));
	const columns = HEAD.map((head, at) => Math.max(require_reports.width(head), ...cells.map((row) => require_reports.width(row[at] ?? ""))));
	for (const row of [HEAD, ...cells]) yield `  ${row.map((text, at) => require_reports.pad(text, columns[at] ?? 0)).join("  ").trimEnd()}\n`;
}
/** The same for programs: what a look-up of each id answers. */
function ticketsJson(ledger, ids) {
	return keysOf(ledger, ids).map(([id, lookup]) => ({
		id,
		lookup
	}));
}
/** An id without its remote is looked for in all of them. */
function keysOf(ledger, ids) {
	return ids.map((id) => {
		const found = ledger.header.remotes.flatMap(({ name }) => id.startsWith(`${name}:`) ? [id] : [`${name}:${id}`]).map((key) => [key, ledger.lookup(key)]);
		const [first] = found;
		return found.find(([, { status }]) => status === "found") ?? found.find(([, { status }]) => status === "absent") ?? first ?? [id, ledger.lookup(id)];
	});
}
function cellsOf(id, found) {
	if (found.status !== "found") return [
		require_escape.terminal(id),
		found.status,
		"-",
		"-",
		"-"
	];
	const { state, type, past, updatedAt } = found.ticket;
	const times = (past?.status === "told" ? past.spans : []).map(({ from, until }) => `${from} to ${until ?? "now"}`);
	return [
		require_escape.terminal(id),
		`${require_escape.terminal(state.name)} (${state.category})`,
		require_escape.terminal(type?.name ?? "-"),
		times.length === 0 ? "never" : times.join("; "),
		updatedAt ?? "-"
	];
}
function* statesText({ header, rows }) {
	const counts = /* @__PURE__ */ new Map();
	for (const row of rows()) {
		const { state } = require_members.wholeRow(row);
		counts.set(state, (counts.get(state) ?? 0) + 1);
	}
	for (const [place, number] of [...counts].sort(([, a], [, b]) => b - a)) {
		const { name = "?", category = "unknown" } = header.states[place] ?? {};
		yield `  ${require_reports.pad(require_reports.count(number), 9, "left")}  ${require_escape.terminal(name)} (${category})\n`;
	}
}
/** What changed between two ledgers. */
function changesText(changes) {
	if (changes.length === 0) return "Both tell the same of every ticket.\n";
	const lines = changes.slice(0, MOST_CHANGES).map(({ id, change, from, to, members }) => {
		const name = require_escape.terminal(id);
		if (change === "added") return `+ ${name}  ${require_escape.terminal(to ?? "")}`;
		if (change === "removed") return `- ${name}  ${require_escape.terminal(from ?? "")}`;
		const state = from === to ? require_escape.terminal(to ?? "") : `${require_escape.terminal(from ?? "")} -> ${require_escape.terminal(to ?? "")}`;
		const rest = members.filter((member) => member !== "state" && member !== "at");
		return `~ ${name}  ${state}${rest.length === 0 ? "" : `  (${require_escape.terminal(rest.join(", "))})`}`;
	});
	const more = changes.length - lines.length;
	return `${lines.join("\n")}\n${more > 0 ? `and ${require_reports.plural(more, "more change")}\n` : ""}`;
}

// src/cli/ledger.ts
const manual = {
	name: "ledger",
	summary: "issue and read the signed list of tickets by which commits are judged offline",
	forms: [
		"build [--query KEY=VALUE]... [--expires 24h] [--out FILE] [--push] [--keyless [--public-log]] [--json]",
		"verify [FILE|REV] [--json]",
		"show [ID...] [--json]",
		"diff FILE|REV FILE|REV [--json]",
		"fetch [--json]",
		"trust [FILE] [--json]"
	],
	details: "build lists every tracker of the policy that is neither markdown nor private, and signs what it needs of each ticket: states and times, no title and no text. It signs with the key in GOLDEN_THREAD_SIGNING_KEY (see key new), whose public half the policy names under ledger.keys. With --keyless it signs through Sigstore, by the identity of the job that runs it (GitHub Actions with permissions: id-token: write, or a token in SIGSTORE_ID_TOKEN), which the policy names under ledger.identities. trust writes the certificates by which such signatures are known into the repository, to be committed: those of Sigstore's public instance as this version has them, or those in FILE. An interrupted build goes on where it was; one that fails replaces nothing. verify says whether a ledger counts here and now, and which of its marks fails. show tells of tickets, diff what changed between two ledgers, fetch brings the ref from origin. Exit code 3: the ledger can't be relied on, or a tracker gave no answer.",
	options: [
		{
			name: "query",
			value: "KEY=VALUE",
			values: [
				"state=",
				"type=",
				"label=",
				"assignee=",
				"since="
			],
			does: "build: only tickets with this state, type, label, assignee or change since; may be repeated"
		},
		{
			name: "expires",
			value: "TIME",
			does: "build: how long it holds, such as 24h; default: the policy's max_age"
		},
		{
			name: "out",
			value: "FILE",
			does: "build: a file instead of where the policy has its ledger"
		},
		{
			name: "push",
			does: "build: fetch the ref from origin before, and take the new one there"
		},
		{
			name: "keyless",
			does: "build: sign through Sigstore, without a key"
		},
		{
			name: "public-log",
			does: "build: Sigstore's public log may name this repository and its workflow, for ever"
		},
		{
			name: "json",
			does: "answer as JSON"
		}
	],
	examples: [
		{
			run: "golden-thread ledger verify",
			does: "says what the policy lacks for a ledger",
			exit: 2
		},
		{
			run: "golden-thread ledger show PROJ-7",
			does: "the same: without a policy that names one there is no ledger",
			exit: 2
		},
		{
			run: "golden-thread ledger diff old.jsonl",
			does: "refused: it takes two",
			exit: 2
		}
	]
};
async function run(words, io, world) {
	const [action, ...rest] = words.positionals;
	switch (action) {
		case "build": return build(words, rest, io, world);
		case "verify": return verify(words, rest, io, world);
		case "show": return show(words, rest, io, world);
		case "diff": return diff(words, rest, io, world);
		case "fetch": return fetchIt(words, rest, io, world);
		case "trust": return trust(words, rest, io, world);
		default: throw require_cli_js.usage(manual, action === void 0 ? "What about the ledger?" : "ledger can't do this.", {
			...action === void 0 ? {} : { found: action },
			wanted: "build, verify, show, diff, fetch or trust"
		});
	}
}
async function build(words, more, io, world) {
	takesNone("build", more);
	const expires = words.one("expires");
	if (expires !== null && !/^[1-9][0-9]{0,4}[mhd]$/.test(expires)) throw require_cli_js.usage(manual, "A ledger expires after a length of time.", {
		found: expires,
		wanted: "30m, 24h or 7d"
	});
	const query = queryOf(words.all("query"));
	const { buildLedger } = await Promise.resolve().then(() => require("./ledger-commands-build.js"));
	const built = await require_watched.watched(io, (progress) => buildLedger(world, {
		query,
		expires,
		out: words.one("out"),
		push: words.has("push") ? "origin" : null,
		gate: null,
		keyless: words.has("keyless") ? { publicLog: words.has("public-log") } : null,
		progress: (remote, count) => progress(count, `tickets listed of ${require_escape.terminal(remote)}`),
		write: (path, bytes) => io.writeFile(path, [Buffer.from(bytes).toString("utf8")])
	}));
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("ledger-build"),
		...builtJson(built)
	})}\n` : require_built_ledger.builtText(built));
	return require_world.exitCode("pass");
}
/** `state=open` and its kin. Throws Fault("usage"). */
function queryOf(texts) {
	if (texts.length === 0) return null;
	const pairs = texts.map((text) => [text.slice(0, text.indexOf("=")), text.slice(text.indexOf("=") + 1)]);
	const all = (name) => pairs.flatMap(([key, value = ""]) => key === name && value !== "" ? [value] : []);
	const bad = texts.find((text) => !/^(?:state|type|label|assignee|since)=./.test(text));
	const [since, ...others] = all("since");
	if (bad !== void 0 || others.length > 0 || since !== void 0 && Number.isNaN(Date.parse(since))) throw require_cli_js.usage(manual, "A ledger is narrowed by what its tickets have.", {
		found: bad ?? all("since").join(", "),
		wanted: "state=NAME, type=NAME, label=NAME, assignee=ACCOUNT, since=2026-01-31T00:00:00Z"
	});
	const [assignee] = all("assignee");
	return {
		states: all("state"),
		types: all("type"),
		labels: all("label"),
		...assignee === void 0 ? {} : { assignee },
		...since === void 0 ? {} : { updatedSince: new Date(since).toISOString() }
	};
}
async function verify(words, [name, ...more], io, world) {
	takesNone("verify", more);
	const { inspectLedger } = await Promise.resolve().then(() => require("./ledger-commands-inspect.js"));
	const found = await inspectLedger(world, name === void 0 ? null : await named(name, io));
	const home = name ?? found.home;
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("ledger-verify"),
		home,
		...answerJson(found.answer)
	})}\n` : inspectedText(home, found.answer));
	return require_world.exitCode(found.answer.status === "valid" ? "pass" : "undecided");
}
async function show(words, ids, io, world) {
	const { inspectLedger } = await Promise.resolve().then(() => require("./ledger-commands-inspect.js"));
	const { home, answer } = await inspectLedger(world, null);
	const isValid = answer.status === "valid";
	if (words.has("json")) {
		const tickets = isValid ? ticketsJson(answer, ids) : [];
		io.stdout.write(`${require_escape.json({
			...require_cli.envelope("ledger-show"),
			home,
			...answerJson(answer),
			tickets
		})}\n`);
	} else {
		io.stdout.write(inspectedText(home, answer));
		if (isValid) for (const text of ticketsText(answer, ids)) io.stdout.write(text);
	}
	return require_world.exitCode(isValid ? "pass" : "undecided");
}
async function diff(words, names, io, world) {
	const [one, other, ...more] = names;
	if (one === void 0 || other === void 0 || more.length > 0) throw require_cli_js.usage(manual, "ledger diff takes two ledgers.", {
		found: names.join(" ") || "none",
		wanted: "two files or revisions"
	});
	const [{ inspectTwo }, { ledgerChanges }] = await Promise.all([Promise.resolve().then(() => require("./ledger-commands-inspect.js")), Promise.resolve().then(() => require("./ledger-diff.js"))]);
	const [before, after] = await inspectTwo(world, [await named(one, io), await named(other, io)]);
	const isKnown = before.status === "valid" && after.status === "valid";
	const changes = isKnown ? [...ledgerChanges(before, after)] : [];
	if (words.has("json")) {
		const sides = {
			before: answerJson(before),
			after: answerJson(after)
		};
		io.stdout.write(`${require_escape.json({
			...require_cli.envelope("ledger-diff"),
			...sides,
			changes
		})}\n`);
	} else {
		for (const [name, answer] of [[one, before], [other, after]]) if (answer.status === "invalid") io.stdout.write(inspectedText(name, answer));
		if (isKnown) io.stdout.write(changesText(changes));
	}
	return require_world.exitCode(isKnown ? "pass" : "undecided");
}
async function fetchIt(words, more, io, world) {
	takesNone("fetch", more);
	const { fetchLedger } = await Promise.resolve().then(() => require("./ledger-commands-inspect.js"));
	const { home, answer } = await fetchLedger(world);
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("ledger-fetch"),
		home,
		...answerJson(answer)
	})}\n` : inspectedText(home, answer));
	return require_world.exitCode(answer.status === "valid" ? "pass" : "undecided");
}
async function trust(words, [name, ...more], io, world) {
	takesNone("trust", more);
	const given = name === void 0 ? null : Buffer.from(await io.readFile(name)).toString("utf8");
	const { trustRoot } = await Promise.resolve().then(() => require("./ledger-commands-trust.js"));
	const { path, names } = await trustRoot(world, given, (file, text) => io.writeFile(file, [text]));
	io.stdout.write(words.has("json") ? `${require_escape.json({
		...require_cli.envelope("ledger-trust"),
		path,
		names
	})}\n` : `Trusted by ${require_escape.terminal(path)}, once it is committed: ${require_escape.terminal(names.join(", "))}\n`);
	return require_world.exitCode("pass");
}
/** A file that is there is meant before a revision of the same name; what begins with `refs/` never is a file. */
async function named(name, io) {
	return !name.startsWith("refs/") && (0, node_fs.existsSync)((0, node_path.resolve)(io.cwd, name)) ? { bytes: await io.readFile(name) } : { rev: name };
}
function takesNone(action, [more]) {
	if (more !== void 0) throw require_cli_js.usage(manual, `ledger ${action} takes no further words.`, { found: more });
}
/** `ledger`: the signed list of tickets. */
const command = {
	manual,
	run
};

exports.command = command;