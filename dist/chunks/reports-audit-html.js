"use strict";

const require_audit = require("./core-audit.js");
const require_covered = require("./trace-covered.js");
const require_escape = require("./reports-escape.js");
const require_controls = require("./controls.js");
const require_support = require("./controls-support.js");
const require_reports = require("./reports.js");
const require_weighed = require("./core-weighed.js");
const require_audit_words = require("./reports-audit-words.js");
const require_notices = require("./reports-notices.js");
const require_page_links = require("./reports-page-links.js");
const require_core = require("./core.js");
const require_markup = require("./reports-markup.js");
const require_page_code = require("./reports-page-code.js");
const require_summary = require("./reports-summary.js");
const require_document_head = require("./reports-document-head.js");
const require_exempted = require("./reports-exempted.js");

// src/core/audit-page.ts
/** Kinds of lineage, each by its place here. */
const LINEAGES = [
	"merge",
	"evil-merge",
	"revert",
	"cherry-pick",
	"backport",
	"autosquash",
	"squash"
];

// src/reports/page-numbers.ts
/** Numbers as the page's columns have them: to base 36, a comma behind each but the last. */
const BASE = 36;
/** Rows that are handed on at once: a string of a million rows would be the memory that columns save. */
const CHUNK = 4096;
/** One number; nothing for null. */
function digits(value) {
	return value === null ? "" : value.toString(BASE);
}
/** Numbers of one row with dots between them. */
function several(values) {
	if (values.length === 1) return digits(values[0] ?? null);
	return values.map((value) => value.toString(BASE)).join(".");
}
/** Ascending numbers as what each is more than the one before. */
function ascending(values) {
	let before = 0;
	return Array.from(values, (value) => {
		const more = value - before;
		before = value;
		return more.toString(BASE);
	}).join(",");
}
/** The rows of a column in pieces of a few thousand, with `between` between any two of them. */
function* inPieces(count, between, row) {
	for (let from = 0; from < count; from += CHUNK) {
		const end = Math.min(from + CHUNK, count);
		let piece = "";
		for (let index = from; index < end; index++) piece += index === 0 ? row(0) : between + row(index);
		yield piece;
	}
}

// src/reports/audit-page-columns.ts
/** Characters of a subject that the page has: git's own tools are laid out for fewer. report.json has all. */
const SUBJECT_LIMIT = 100;
/** Characters of other texts, such as a ticket's title. */
const TEXT_LIMIT = 200;
/** Tickets that are told of one file; the ticket's own page tells its files. */
const FILE_TICKETS = 8;
/** Digits of the ids that a lineage names. */
const LINEAGE_DIGITS = 12;
/** Text from outside as the page has it: one line, all of it visible. */
function shown(text, limit = TEXT_LIMIT) {
	return require_escape.clip(require_escape.visible(text), limit);
}
/** A person without the address, which is nobody's business who reads the page. */
function personOf(author) {
	return shown(author.replace(/ ?<[^<>]*>$/u, ""));
}
/** A person has several addresses, and each is taken off once. */
function authorsOf$1(commits) {
	const names = /* @__PURE__ */ new Map();
	const places = /* @__PURE__ */ new Map();
	for (let index = 0; commits !== null && index < commits.count; index++) {
		const author = commits.author(index);
		if (places.has(author)) continue;
		const name = personOf(author);
		const place = names.get(name) ?? names.size;
		names.set(name, place);
		places.set(author, place);
	}
	return {
		names: [...names.keys()],
		places
	};
}
/** The columns of an audit's commits, each in pieces, as JSON strings hold them. Left out are those of which nothing is known. */
function columnsOf(audit, commits, { places }) {
	const { history } = audit;
	const { count, recordedAt } = commits;
	const { folders } = history;
	const numbers = (row) => () => inPieces(count, ",", row);
	const columns = /* @__PURE__ */ new Map([
		["ids", () => inPieces(count, "", (index) => base64Of(commits.id(index)))],
		["standings", () => inPieces(count, "", (index) => String(require_audit.STANDINGS.indexOf(history.standing(index))))],
		["times", numbers(differences((index) => commits.time(index)))],
		["authors", numbers((index) => digits(places.get(commits.author(index)) ?? null))],
		["keys", numbers((index) => digits(commits.key(index)))],
		["tickets", numbers((index) => several(history.tickets(index)))],
		["changes", numbers(differences((index) => history.change(index)))],
		["subjects", () => inPieces(count, "\\n", (index) => inJson(shown(history.subject(index), SUBJECT_LIMIT)))]
	]);
	if (isCounted(history)) {
		columns.set("added", numbers((index) => digits(history.lines(index)?.added ?? null)));
		columns.set("deleted", numbers((index) => digits(history.lines(index)?.deleted ?? null)));
	}
	if (folders !== void 0) columns.set("folders", numbers((index) => several(folders(index))));
	if (recordedAt !== null) columns.set("recorded", numbers(differences(recordedAt)));
	return columns;
}
/** What each number is less than the last one that there was; rows have to be asked in their order, from the first. */
function differences(value) {
	let before = 0;
	return (index) => {
		if (index === 0) before = 0;
		const now = value(index);
		if (now === null) return "";
		const less = before === 0 ? now : before - now;
		before = now;
		return digits(less);
	};
}
/** The inside of a JSON string of a text that is visible: two characters alone stand for themselves by a sign. */
function inJson(text) {
	return /["\\]/.test(text) ? text.replace(/["\\]/g, "\\$&") : text;
}
function base64Of(id) {
	return Buffer.from(id, "hex").toString("base64").replace(/=+$/, "");
}
/** Where commits come from, but for plain merges, which tell no more than their kind. */
function* lineagesOf({ history }) {
	for (let index = 0; index < history.count; index++) {
		const lineage = history.lineage(index);
		if (lineage === null) continue;
		const of = lineage.kind === "merge" ? [] : lineage.of.map((id) => shown(id, 13).slice(0, LINEAGE_DIGITS));
		yield [
			index,
			LINEAGES.indexOf(lineage.kind),
			lineage.proved ? 1 : 0,
			...of
		];
	}
}
/** The files of the tree. */
function filesOf(files, tickets) {
	const all = Array.from({ length: files.count }, (_, index) => index);
	const linked = all.map((index) => linksOf(files, index));
	const cover = (index) => files.exempt(index) ? 2 : require_covered.isCovered(files, tickets, index) ? 1 : (linked[index]?.length ?? 0) > 0 ? 3 : 0;
	let before = "";
	const paths = all.map((index) => {
		const path = require_escape.visible(files.path(index));
		const same = sharedLength(before, path);
		before = path;
		return `${digits(same)}:${path.slice(same)}`;
	});
	return {
		count: files.count,
		paths: paths.join("\n"),
		lines: all.map((index) => digits(files.lines(index))).join(","),
		covers: all.map(cover).join(""),
		tickets: linked.map((links) => several(links.slice(0, FILE_TICKETS))).join(",")
	};
}
function linksOf(files, index) {
	const named = files.named(index).map(({ ticket }) => ticket);
	return [.../* @__PURE__ */ new Set([...named, ...files.through(index) ?? []])];
}
function sharedLength(a, b) {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}
/** Whether anybody counted lines; of single commits they may be missing. */
function isCounted({ count, lines }) {
	for (let index = 0; index < count; index++) if (lines(index) !== null) return true;
	return false;
}

// src/reports/audit-page-head.ts
/** Authors that the page tells of, from the one with the most uncovered commits. */
const MOST_AUTHORS = 60;
function ratiosIn(audit) {
	return require_audit_words.ratiosOf(audit.coverage).map(({ title, says, ratio, none }) => ({
		label: title,
		says,
		covered: ratio?.covered ?? 0,
		total: ratio?.total ?? null,
		percent: ratio?.percent ?? null,
		none: title === "Tickets" ? nothingKnown(audit) : none
	}));
}
/** What the page is told beside its columns; `columns`: their names. */
function headOf(audit, options, { kinds, rules }, columns) {
	const { report, scope, coverage } = audit;
	const { statement, word, sentence } = require_reports.headlineOf(report);
	const { preset, policyDigest, policySources, enforceFrom } = report;
	const isCovered = require_weighed.isCoverKnown(coverage);
	return {
		name: nameOf(audit),
		links: require_page_links.pageLinks(scope),
		live: options.live ?? null,
		statement,
		word,
		sentence,
		asOf: audit.asOf,
		scope: {
			...scope,
			repository: require_escape.pageOf(scope.repository),
			ref: scope.ref === null ? null : shown(scope.ref)
		},
		tool: report.tool.version,
		policy: {
			digest: policyDigest,
			sources: policySources.map((source) => shown(source)),
			preset,
			enforceFrom
		},
		ledger: ledgerOf(audit),
		standings: require_audit.STANDINGS.map(standingOf),
		ratios: ratiosIn(audit),
		commits: coverage.commits,
		thread: threadOf(audit),
		exempt: report.counts.exempt,
		months: audit.months.map((month) => groupOf(month.name, month)),
		authors: authorsOf(audit),
		folders: audit.folders.map((folder) => {
			const { name, files, covered, lines } = folder;
			return [
				require_escape.visible(name),
				files,
				isCovered ? covered : -1,
				lines,
				...countsOf(folder)
			];
		}),
		gaps: audit.gaps.map(({ code, of, indexes }) => ({
			code,
			of,
			...require_audit_words.GAP_WORDS[code],
			count: indexes.length,
			indexes: ascending(indexes)
		})),
		rules,
		kinds,
		controls: controlsOf(audit, options),
		parts: audit.parts.map(({ part, state, why, fix }) => ({
			part,
			title: require_audit_words.PART_WORDS[part],
			state,
			why: shown(why),
			fix: fix === null ? null : require_escape.shellCommand(fix)
		})),
		waivers: report.waivers.map(waiverOf),
		notices: report.notices.map((notice) => require_escape.visible(require_notices.noticeText(notice))),
		idBytes: (scope.tip ?? "").length === 64 ? 32 : 20,
		columns
	};
}
/** What the page says first. A policy that does not ask whether tickets authorise is not told that none does. */
function threadOf({ report, coverage }) {
	const { ratio, total, referenced, authorised, unauthorised } = coverage.commits;
	if (new Set(report.keys.flatMap(({ findings }) => findings.map(({ rule }) => rule))).has("ticket-authorised") || authorised + unauthorised > 0 || ratio.total === 0) return {
		percent: ratio.percent,
		says: "of the work leads to an authorised ticket",
		note: ""
	};
	return {
		percent: require_reports.ratioOf(referenced, total).percent,
		says: "of all commits name a ticket",
		note: "The policy does not ask whether the tickets authorise the work, so nobody looked."
	};
}
/** Tickets count where somebody knows them. */
function nothingKnown({ tickets }) {
	return tickets.length === 0 ? "There are none" : `${require_reports.count(tickets.length)} are named, and none of them is known`;
}
function standingOf(name) {
	const { title, says } = require_audit_words.STANDING_WORDS[name];
	return {
		name,
		label: title,
		says
	};
}
/** `acme/shop` of its address; else what was asked for, if that says more than that it is here. */
function nameOf({ scope, report }) {
	const path = scope.repository === null ? null : /^https:\/\/[^/]+\/(.+)$/.exec(scope.repository)?.[1];
	return shown(path ?? (report.subject.label === "HEAD" ? "This repository" : report.subject.label));
}
function ledgerOf({ ledger }) {
	if (ledger === null) return [];
	const { digest, signer, issuedAt, expiresAt } = ledger;
	return [
		["Digest", digest],
		["Signed by", shown(signer)],
		["Issued", issuedAt],
		["Expires", expiresAt]
	];
}
function countsOf(group) {
	return require_audit.STANDINGS.map((name) => group[name]);
}
function groupOf(name, group) {
	return [shown(name), ...countsOf(group)];
}
/** Addresses of one person that differ are one author here. */
function authorsOf({ authors }) {
	const sums = /* @__PURE__ */ new Map();
	for (const author of authors) {
		const name = personOf(author.name);
		const sum = sums.get(name) ?? require_audit.STANDINGS.map(() => 0);
		sums.set(name, sum.map((value, at) => value + (countsOf(author)[at] ?? 0)));
	}
	return [...sums].slice(0, MOST_AUTHORS).map(([name, counts]) => [name, ...counts]);
}
function controlsOf(audit, { proofs, controls }) {
	return require_support.supportsOf(require_controls.auditEvidence(audit, proofs), controls).map(({ framework, item, asks, state, strength, missing }) => ({
		framework,
		item,
		asks,
		state,
		strength,
		missing
	}));
}
function waiverOf(waiver) {
	const { pr = [], commits = [], paths = [], ticket = [] } = waiver.for;
	const targets = [
		...pr.map((number) => `#${number}`),
		...commits,
		...paths,
		...ticket
	];
	return {
		...waiver,
		id: shown(waiver.id),
		reason: require_escape.visible(waiver.reason),
		approver: shown(waiver.approver),
		...waiver.incident === void 0 ? {} : { incident: shown(waiver.incident) },
		for: shown(targets.join(", "))
	};
}

// src/reports/audit-page-plain.ts
/** Rows that stand in the page as plain HTML: enough to print or to read where no script runs; commits.csv has all. */
const PLAIN_ROWS = 200;
/** The audit for readers whose browser runs no script: verdict, numbers, what breaks, the newest commits. The script takes it away. */
function* plainPage(audit, head) {
	yield require_markup.markup`<main id="plain" class="plain">
<p class="plain-brand">golden-thread audit</p>
<h1>${head.name}: ${head.word}</h1>
<p>${head.sentence} As of <time datetime="${head.asOf}">${head.asOf}</time>.</p>
${standingTable(head)}${ratioTable(head)}${gapTable(head)}${partList(head)}`.markup;
	yield* commitRows(audit);
	yield "</main>\n";
}
function standingTable({ standings, commits }) {
	const rows = standings.map(({ name, label, says }) => require_markup.markup`<tr><th scope="row">${label}</th><td>${require_reports.count(commits[name])}</td><td>${require_reports.share(commits[name], commits.total)}</td><td>${says}</td></tr>\n`);
	return require_page_code.plainTable(`${require_reports.count(commits.total)} commits`, [
		"Standing",
		"Commits",
		"Share",
		"Means"
	], rows);
}
function ratioTable({ ratios }) {
	const rows = ratios.map((ratio) => require_markup.markup`<tr><th scope="row">${ratio.label}</th><td>${percentOf(ratio)}</td><td>${ofTotal(ratio)}</td><td>${ratio.says}</td></tr>\n`);
	return require_page_code.plainTable("Coverage", [
		"Of",
		"Covered",
		"Number",
		"Means"
	], rows);
}
function percentOf({ percent, total }) {
	if (total === null) return "not looked at";
	return percent === null ? "none" : `${percent.toFixed(1)} %`;
}
function ofTotal({ covered, total }) {
	return total === null ? "" : `${require_reports.count(covered)} of ${require_reports.count(total)}`;
}
function gapTable({ gaps }) {
	const rows = gaps.map((gap) => require_markup.markup`<tr><th scope="row">${gap.title}</th><td>${require_reports.count(gap.count)}</td><td>${gap.says}</td></tr>\n`);
	return require_page_code.plainTable("Where the thread breaks", [
		"What",
		"Number",
		"Means"
	], rows);
}
function partList({ parts }) {
	const rows = parts.filter(({ state }) => state !== "done").map(({ title, state, why, fix }) => require_markup.markup`<tr><th scope="row">${title}</th><td>${state}</td><td>${why}</td><td><code>${fix ?? ""}</code></td></tr>\n`);
	return require_page_code.plainTable("What was not looked at", [
		"What",
		"State",
		"Why",
		"Command"
	], rows);
}
function* commitRows({ report: { commits }, history }) {
	if (commits === null || commits.count === 0) return;
	const rows = Math.min(PLAIN_ROWS, commits.count);
	yield require_markup.markup`<h2>Newest commits <small>${require_reports.count(rows)} of ${require_reports.count(commits.count)}</small></h2>
<table><thead><tr><th scope="col">Commit</th><th scope="col">Date</th><th scope="col">Author</th><th scope="col">Subject</th><th scope="col">Standing</th></tr></thead>
<tbody>
`.markup;
	for (let index = 0; index < rows; index++) {
		const id = commits.id(index).slice(0, 10);
		const day = require_core.timeOf(commits.time(index)).slice(0, 10);
		const { title } = require_audit_words.STANDING_WORDS[history.standing(index)];
		yield require_markup.markup`<tr><td><code>${id}</code></td><td>${day}</td><td>${personOf(commits.author(index))}</td><td>${shown(history.subject(index))}</td><td>${title}</td></tr>\n`.markup;
	}
	yield "</tbody></table>\n";
}

// src/reports/audit-page-tickets.ts
/** Digits of a digest that are shown: enough to find it in report.json, where it stands whole. */
const DIGEST_DIGITS = 12;
/** Pull requests that are told of a ticket; report.json has all. */
const MOST_CHANGES = 24;
/** Every ticket, field by field. */
function ticketsOf({ tickets }) {
	const words = (text) => wordsOf(tickets, text);
	const numbers = (value) => tickets.map((ticket) => digits(value(ticket))).join(",");
	const lists = (values) => tickets.map((ticket) => several(values(ticket))).join(",");
	const start = (text) => text?.slice(0, DIGEST_DIGITS) ?? null;
	return {
		count: tickets.length,
		at: words(({ at }) => shown(at)),
		key: tickets.map(({ key }) => shown(key)),
		title: tickets.map(({ title }) => title === null ? null : shown(title)),
		digest: tickets.map(({ digest }) => start(digest ?? void 0)),
		spec: words(({ spec }) => spec === null ? null : shown(spec.path ?? spec.source)),
		specDigest: tickets.map(({ spec }) => start(spec?.digest)),
		status: words(({ status }) => status),
		told: words(({ source }) => source === null ? null : require_summary.SOURCES[source]),
		url: words(({ url }) => require_escape.pageOf(url)),
		type: words(({ type }) => type === null ? null : shown(type)),
		state: words(({ state }) => state === null ? null : `${shown(state.name)}\t${state.category}`),
		path: words(({ path }) => path === null ? null : shown(path)),
		createdAt: numbers(({ createdAt }) => createdAt === null ? null : require_core.secondsOf(createdAt)),
		criteria: lists(({ criteria }) => criteria === null ? [] : [criteria.done, criteria.total]),
		commits: numbers(({ commits }) => commits),
		standing: numbers(({ standing }) => standing),
		lastAt: numbers(({ lastAt }) => lastAt),
		changes: lists(({ changes }) => changes.slice(0, MOST_CHANGES)),
		files: numbers(({ files }) => files),
		lines: lists(({ lines }) => lines === null ? [] : [lines.added, lines.deleted]),
		live: numbers(({ live }) => live)
	};
}
/** Addresses and paths of tickets differ by nothing but their keys, so most are one word. */
function wordsOf(tickets, text) {
	const words = /* @__PURE__ */ new Map();
	const rows = tickets.map((ticket) => {
		const own = text(ticket);
		if (own === null) return "";
		const word = own.replace(shown(ticket.key), "\0");
		const place = words.get(word) ?? words.size;
		words.set(word, place);
		return digits(place);
	});
	return {
		words: [...words.keys()],
		rows: rows.join(",")
	};
}

// src/reports/page-kinds.ts
/** Characters of an argument that a sentence takes. */
const ARG_LIMIT = 160;
/** The findings of a report as the page has them: sentences once, and of each finding what fills its places. */
function kindsOf({ keys, findings }, options) {
	const draft = {
		rules: /* @__PURE__ */ new Map(),
		kinds: /* @__PURE__ */ new Map()
	};
	const facts = keys.map((key) => factsOf(key, draft, options));
	for (const finding of findings) kindOf(finding, draft, options);
	return {
		rules: [...draft.rules.values()],
		kinds: [...draft.kinds.values()].map(({ kind }) => kind),
		facts
	};
}
function factsOf({ verdict, findings, count }, draft, options) {
	const told = findings.flatMap((finding) => {
		const { at, kind } = kindOf(finding, draft, options);
		const sums = draft.rules.get(finding.rule)?.commits;
		if (sums !== void 0) sums[finding.outcome] += count;
		const args = kind.args.map((name) => argOf(finding, name));
		return args.length === 0 ? [at] : [at, args];
	});
	return [
		verdict,
		require_exempted.exemptionOf(findings),
		...told
	];
}
function argOf({ args }, name) {
	const value = Object.hasOwn(args, name) ? args[name] : void 0;
	return typeof value === "number" ? value : require_escape.clip(require_escape.visible(value ?? `{${name}}`), ARG_LIMIT);
}
function kindOf(finding, draft, options) {
	const { rule, code, outcome, blocking, waiver } = finding;
	const text = require_escape.visible(require_reports.codeOf(finding, options.metas)?.message ?? `${rule}: ${code}`);
	const fix = outcome === "pass" || outcome === "skip" ? "" : require_escape.visible(require_reports.fixOf(finding, options.metas));
	const name = JSON.stringify([
		rule,
		code,
		outcome,
		blocking,
		waiver,
		fix
	]);
	const known = draft.kinds.get(name);
	if (known !== void 0) return known;
	const places = [...text.matchAll(/\{([\w-]+)\}/gu)].map(([, place = ""]) => place);
	const kind = {
		rule: ruleAt(rule, draft, options),
		outcome,
		blocking,
		waiver: waiver === void 0 ? null : require_escape.visible(waiver),
		text,
		fix,
		args: [...new Set(places)]
	};
	const made = {
		at: draft.kinds.size,
		kind
	};
	draft.kinds.set(name, made);
	return made;
}
function ruleAt(id, { rules }, { metas }) {
	const known = [...rules.keys()].indexOf(id);
	if (known >= 0) return known;
	const { why = "", who = "" } = metas.get(id) ?? {};
	rules.set(id, {
		id: require_escape.visible(id),
		title: require_escape.visible(require_reports.titleOf(id, metas)),
		why,
		who,
		commits: {
			pass: 0,
			fail: 0,
			skip: 0,
			unknown: 0
		}
	});
	return rules.size - 1;
}

// src/reports/audit-html.ts
/**
* An audit as one page that loads nothing: what people read first as plain HTML, all of it as data beside it, and the script that
* shows that. `script-src` names the script by its digest, so nothing that came from outside could run even if it were not escaped.
*/
function renderer(options) {
	return (audit) => ({
		name: "report.html",
		mediaType: "text/html; charset=utf-8",
		body: page(audit, options)
	});
}
function* page(audit, options) {
	const { commits } = audit.report;
	const kinds = kindsOf(audit.report, options);
	const authors = authorsOf$1(commits);
	const columns = commits === null ? /* @__PURE__ */ new Map() : columnsOf(audit, commits, authors);
	const head = headOf(audit, options, kinds, [...columns.keys()]);
	yield beginningOf(audit, options);
	yield* plainPage(audit, head);
	yield dataBlock("head", head);
	for (const [name, column] of columns) {
		yield `<script type="application/json" id="gt-commit-${name}">"`;
		for (const piece of column()) yield inert(piece);
		yield `"<\/script>\n`;
	}
	yield* listBlock("facts", kinds.facts);
	yield* listBlock("lineages", [...lineagesOf(audit)]);
	yield dataBlock("names", authors.names);
	yield dataBlock("tickets", ticketsOf(audit));
	if (audit.files !== null) yield dataBlock("files", filesOf(audit.files, audit.tickets));
	yield `<script>${require_page_code.PAGE.script}<\/script>\n<!--\n${require_page_code.PAGE.licences}-->\n</body>\n</html>\n`;
}
function dataBlock(name, value) {
	return `<script type="application/json" id="gt-${name}">${inert(JSON.stringify(value))}<\/script>\n`;
}
/** A list in pieces: JSON of a hundred thousand rows is no one string. */
function* listBlock(name, rows) {
	yield `<script type="application/json" id="gt-${name}">[`;
	yield* inPieces(rows.length, ",", (index) => inert(JSON.stringify(rows[index])));
	yield "]<\/script>\n";
}
/** JSON in which no tag begins or ends, and no comment. */
function inert(json) {
	return json.replaceAll("<", "\\u003c");
}
function beginningOf(audit, { live }) {
	const others = live === void 0 ? [] : ["connect-src 'self'"];
	return `${require_document_head.documentHead(`golden-thread audit: ${nameOf(audit)}`, {
		...require_page_code.PAGE,
		others
	})}<div id="app"></div>
`;
}

exports.renderer = renderer;