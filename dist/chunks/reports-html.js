"use strict";

const require_counted = require("./reports-counted.js");
const require_document_head = require("./reports-document-head.js");
const require_reports = require("./reports.js");
const require_core = require("./core.js");
const require_exempted = require("./reports-exempted.js");
const require_escape = require("./reports-escape.js");
const require_markup = require("./reports-markup.js");
const require_summary = require("./reports-summary.js");
const require_told = require("./reports-told.js");
const require_notices = require("./reports-notices.js");

// src/reports/html-problems.ts
/** Commits that are named for one problem; the table of commits has all. */
const EXAMPLES = 8;
/** What failed or is not known, each kind once, with the way to mend it. */
function problemCards(report, options) {
	const problems = require_summary.groupedProblems(report, EXAMPLES);
	if (problems.length === 0) return require_markup.NONE;
	const resting = require_summary.restingRules(report);
	const rest = resting.length === 0 ? require_markup.NONE : require_markup.markup`<p class="soft">Not known for that reason either: ${resting.join(", ")}.</p>\n`;
	return require_markup.markup`<h2 id="failed">What failed or is not known <small>${require_reports.plural(problems.length, "kind")}</small></h2>
${problems.map((problem) => card(problem, options))}${rest}`;
}
/** A sign, and the class of its colour. */
function markOf({ outcome, blocking }) {
	if (outcome === "unknown") return {
		kind: blocking ? "open" : "warn",
		sign: "?"
	};
	return blocking ? {
		kind: "bad",
		sign: "✗"
	} : {
		kind: "warn",
		sign: "!"
	};
}
function card({ finding, commits, examples }, options) {
	const { kind, sign } = markOf(finding);
	const { title, found, wanted, fix } = require_told.saidOf(finding, options);
	const { who, why } = options.metas.get(finding.rule) ?? {};
	const argv = require_reports.repairOf(finding, options);
	const about = commits === 0 ? require_told.placeOf({
		finding,
		commit: null
	}, options) : require_reports.plural(commits, "commit");
	return require_markup.markup`<article class="problem ${kind}">
<header><span class="mark" aria-hidden="true">${sign}</span><h3>${title}</h3><code>${finding.rule}</code><span class="soft">${about}${finding.blocking ? "" : " · does not block"}</span></header>
<p>${found}</p>
${line("Wanted", wanted ?? "")}${line("Fix", fix)}${argv === null ? require_markup.NONE : commandOf(argv)}${commitList(examples.map(({ id }) => id), commits, options)}${aside(who, why)}</article>
`;
}
function line(name, text) {
	return text === "" ? require_markup.NONE : require_markup.markup`<p><b>${name}</b> ${text}</p>\n`;
}
/** Who can change it and why it matters: the same for every finding of a rule. */
function aside(who, why) {
	const told = why === void 0 ? require_markup.NONE : require_markup.markup`${why} `;
	const whose = who === void 0 ? require_markup.NONE : require_markup.markup`<b>Who can change it:</b> ${who}.`;
	return who === void 0 && why === void 0 ? require_markup.NONE : require_markup.markup`<p class="aside">${told}${whose}</p>\n`;
}
function commandOf(argv) {
	return require_markup.markup`<div class="run"><pre><code>${require_escape.shellCommand(argv)}</code></pre></div>\n`;
}
function commitList(ids, all, options) {
	if (ids.length === 0) return require_markup.NONE;
	const items = ids.map((id) => require_markup.markup`<li>${commitOf(id, options)} ${options.subject(id) ?? ""}</li>`);
	const rest = all - ids.length;
	const more = rest > 0 ? require_markup.markup`<li class="soft">and ${require_reports.count(rest)} more</li>` : require_markup.NONE;
	return require_markup.markup`<ul class="commits">${items}${more}</ul>\n`;
}
/** A commit's short id, a link where the forge's address is known. */
function commitOf(id, { links }) {
	const short = require_markup.markup`<code>${id.slice(0, 10)}</code>`;
	return links === void 0 ? short : require_markup.markup`<a href="${links.commit(id)}" rel="noreferrer">${short}</a>`;
}

// src/reports/html-commits.ts
/** Rows that a browser shows at once without effort; commits.csv has all. */
const MOST_ROWS$1 = 5e3;
/** The commits, newest first, one row each. Nothing where there are none. */
function* commitRows({ commits, keys }, options) {
	if (commits === null || commits.count === 0) return;
	yield require_markup.markup`<h2 id="commits">Commits <small>${require_reports.plural(commits.count, "commit")}, newest first</small></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="commits"><table>
<thead><tr><th>Commit</th><th>Date</th><th>Author</th><th>Subject</th><th>Verdict</th><th>Tickets</th><th>Rules</th></tr></thead>
<tbody>
`.markup;
	const facts = keys.map(factsOf$1);
	const shown = Math.min(commits.count, MOST_ROWS$1);
	for (let index = 0; index < shown; index++) yield require_markup.markup`<tr>${headOf$1(commits, index, options)}${facts[commits.key(index)] ?? []}</tr>\n`.markup;
	yield "</tbody></table></div>\n";
	const rest = commits.count - shown;
	if (rest > 0) yield `<p class="soft">${require_reports.count(rest)} more in commits.csv.</p>\n`;
}
function headOf$1(commits, index, options) {
	const id = commits.id(index);
	const time = require_core.timeOf(commits.time(index));
	const author = commits.author(index).replace(/ ?<[^<>]*>$/u, "");
	return require_markup.markup`<td class="whole">${commitOf(id, options)}</td><td class="whole"><time datetime="${time}">${time.slice(0, 10)}</time></td><td class="name">${author}</td><td class="text">${options.subject(id) ?? ""}</td>`;
}
/** What all commits of a key have in common: the rest of their rows. */
function factsOf$1({ verdict, tickets, findings }) {
	const exempt = require_exempted.exemptionOf(findings);
	const told = findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown");
	const lifted = findings.flatMap(({ rule, waiver }) => waiver === void 0 ? [] : [`${rule} (waived by ${waiver})`]);
	const rules = [.../* @__PURE__ */ new Set([...told.map(({ rule }) => rule), ...lifted])].join(", ");
	const { kind, word } = pillOf(verdict, exempt !== "", told.length > 0);
	const names = tickets.map((at) => at.slice(at.indexOf(":") + 1)).join(", ");
	return require_markup.markup`<td><span class="pill ${kind}">${word}</span></td><td>${names}</td><td>${exempt === "" ? rules : exempt}</td>`;
}
function pillOf(verdict, isExempt, isTold) {
	if (verdict === "fail") return {
		kind: "bad",
		word: "failed"
	};
	if (verdict === "undecided") return {
		kind: "open",
		word: "undecided"
	};
	if (isTold) return {
		kind: "warn",
		word: "warned"
	};
	return isExempt ? {
		kind: "soft",
		word: "exempt"
	} : {
		kind: "good",
		word: "passed"
	};
}

// src/reports/html-style.ts
/** The report's style. It stands whole in the page, which loads nothing. */
const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #faf8f3; --card: #fff; --ink: #24211a; --soft: #6b6557; --line: #e6e0d2; --code: #f4f0e6;
  --gold: #b5851a; --good: #1a7a3a; --bad: #c02431; --warn: #94660a; --open: #4b5b76;
  --good-wash: #e6f4ea; --bad-wash: #fdecec; --warn-wash: #fdf3dc; --open-wash: #e9eef6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #151410; --card: #1e1c17; --ink: #ece7da; --soft: #a39c8a; --line: #37332a; --code: #28251e;
    --gold: #dcae46; --good: #5cc983; --bad: #ff8080; --warn: #e3b341; --open: #9fb4d6;
    --good-wash: #17301f; --bad-wash: #3a1d1d; --warn-wash: #352a12; --open-wash: #1e2736;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 system-ui, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
body::before { content: ""; display: block; height: 4px; background: linear-gradient(90deg, var(--gold), transparent 85%); }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem; }
a { color: inherit; text-decoration-color: var(--gold); text-underline-offset: 3px; }
a:hover { color: var(--gold); }
:focus-visible { outline: 2px solid var(--gold); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
.brand { display: flex; gap: .6rem; align-items: center; margin: 0 0 1.25rem; color: var(--soft); font-size: .9rem; letter-spacing: .02em; }
.brand b { color: var(--gold); font-weight: 650; }
h1, h2, h3, p { margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .85rem; display: flex; gap: .6rem; align-items: baseline; }
h2 small { color: var(--soft); font-weight: 400; font-size: .9rem; }
h3 { font-size: 1rem; display: inline; }
code, pre { font: .88em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
code { background: var(--code); border-radius: 4px; padding: .1em .35em; }
pre code { font-size: 1em; padding: 0; background: none; }
.verdict { display: grid; grid-template-columns: auto 1fr; gap: 0 1.1rem; align-items: center; padding: 1.35rem 1.5rem; border-radius: 14px; border: 1px solid var(--line); background: var(--card); }
.verdict h1 { font-size: 1.6rem; line-height: 1.25; letter-spacing: -.01em; }
.verdict p { grid-column: 2; margin-top: .2rem; max-width: 65ch; }
.seal { grid-row: 1 / span 2; align-self: start; display: grid; place-items: center; width: 3rem; height: 3rem; border-radius: 50%; font-size: 1.5rem; font-weight: 700; }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); } .open { color: var(--open); }
.seal.good, .pill.good { background: var(--good-wash); } .seal.bad, .pill.bad { background: var(--bad-wash); }
.seal.warn, .pill.warn { background: var(--warn-wash); } .seal.open, .pill.open { background: var(--open-wash); }
.facts { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; margin: 1rem 0 0; padding: 0; color: var(--soft); font-size: .9rem; }
.facts div { display: flex; gap: .4rem; } .facts dt { color: var(--soft); white-space: nowrap; } .facts dd { margin: 0; color: var(--ink); }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
.numbers li { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: .8rem 1rem; }
.numbers b { display: block; font-size: 1.65rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.numbers span, .numbers small { color: var(--soft); font-size: .85rem; display: block; }
.bar { display: block; width: 100%; height: 8px; margin-top: .9rem; border-radius: 4px; background: var(--line); }
.bar .good { fill: var(--good); } .bar .bad { fill: var(--bad); } .bar .open { fill: var(--open); }
.problem { background: var(--card); border: 1px solid var(--line); border-left: 4px solid currentColor; border-radius: 10px; padding: 1rem 1.25rem; margin: 0 0 .75rem; break-inside: avoid; }
.problem > * { color: var(--ink); }
.problem .mark { font-weight: 700; color: inherit; }
.problem header { display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: baseline; color: inherit; }
.problem header > :not(.mark) { color: var(--ink); } .problem header .soft { color: var(--soft); }
.problem p { margin-top: .35rem; max-width: 80ch; }
.problem p b { font-weight: 600; }
.problem .aside { color: var(--soft); font-size: .9rem; }
.run { display: flex; gap: .5rem; align-items: start; margin: .6rem 0 0; }
.run pre { flex: 1; margin: 0; padding: .55rem .8rem; background: var(--code); border-radius: 8px; white-space: pre-wrap; }
button { font: inherit; font-size: .85rem; color: var(--soft); background: none; border: 1px solid var(--line); border-radius: 8px; padding: .4rem .7rem; cursor: pointer; }
button:hover { color: var(--ink); border-color: var(--gold); }
.commits { margin: .6rem 0 0; padding: 0; list-style: none; font-size: .92rem; }
.soft { color: var(--soft); }
.scroll { overflow: auto; max-height: 42rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .85rem; border-bottom: 1px solid var(--line); }
tr:last-child td { border-bottom: 0; }
th { position: sticky; top: 0; background: var(--card); color: var(--soft); font-weight: 600; white-space: nowrap; box-shadow: inset 0 -1px var(--line); }
td.whole { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.text { min-width: 14rem; }
td.name { min-width: 8.5rem; }
.pill.soft { background: var(--code); }
.pill { display: inline-block; padding: .05rem .6rem; border-radius: 99px; font-size: .82rem; font-weight: 600; white-space: nowrap; }
.plain { margin: 0; padding-left: 1.2rem; } .plain li { margin: .25rem 0; max-width: 85ch; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --code: #f2f2f2; }
  body { font-size: 10pt; } main { padding: 0; max-width: none; }
  .scroll { max-height: none; overflow: visible; } th { position: static; } button, .skip { display: none; }
  tr { break-inside: avoid; } h2 { break-after: avoid; }
}
`;
/** What the page does beyond what it is: commands can be copied. Without it everything is there all the same. */
const SCRIPT = `
for (const run of document.querySelectorAll(".run")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(run.querySelector("code").textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
  run.append(button);
}
`;

// src/reports/html-tables.ts
/** More of them make no page; report.json has all. */
const MOST_ROWS = 5e3;
/** The tickets that are named, with what was known of them. */
function ticketSection(report) {
	const tickets = report.tickets();
	const rows = tickets.slice(0, MOST_ROWS).map(ticketRow);
	return section("Tickets", tickets.length, {
		names: [
			"Ticket",
			"Title",
			"State",
			"Told by",
			"Spec"
		],
		rows
	});
}
function section(title, all, { names, rows }) {
	if (rows.length === 0) return require_markup.NONE;
	const rest = all - rows.length;
	const id = title.toLowerCase();
	return require_markup.markup`<h2 id="${id}">${title} <small>${require_reports.plural(all, title.toLowerCase().replace(/s$/u, ""))}</small></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table>
<thead><tr>${names.map((name) => require_markup.markup`<th>${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>
${rest > 0 ? require_markup.markup`<p class="soft">${rest} more in report.json.</p>\n` : require_markup.NONE}`;
}
function ticketRow({ key, remote, title, url, state, status, source, asOf, path, spec }) {
	const page = require_escape.pageOf(url);
	const name = page === null ? require_markup.markup`<b>${key}</b>` : require_markup.markup`<a href="${page}" rel="noreferrer"><b>${key}</b></a>`;
	const told = source === null ? "" : `${require_summary.SOURCES[source]}${asOf === null ? "" : `, ${asOf}`}`;
	const where = spec === null ? "" : `${spec.path ?? spec.source}, `;
	const digest = spec === null ? require_markup.NONE : require_markup.markup`<code>${spec.digest.slice(0, 12)}</code>`;
	return require_markup.markup`<tr><td class="whole">${name} <span class="soft">${remote}</span></td><td class="text">${title ?? ""}</td><td>${stateOf(state, status)}</td><td>${path ?? told}</td><td>${where}${digest}</td></tr>
`;
}
function stateOf(state, status) {
	if (state === null) return require_markup.markup`<span class="pill ${status === "found" ? "good" : "warn"}">${status}</span>`;
	const isOpen = state.category === "open" || state.category === "in_progress";
	return require_markup.markup`<span class="pill ${isOpen ? "good" : "warn"}">${state.name}</span>`;
}
/** Every waiver of the trusted tree. */
function waiverSection({ waivers }) {
	return section("Waivers", waivers.length, {
		names: [
			"Waiver",
			"Rules",
			"Reason",
			"Approver",
			"Expires"
		],
		rows: waivers.slice(0, MOST_ROWS).map(waiverRow)
	});
}
function waiverRow({ id, rules, reason, incident, approver, proof, expires }) {
	const why = incident === void 0 ? reason : `${reason} (${incident})`;
	return require_markup.markup`<tr><td class="whole"><b>${id}</b></td><td>${rules.join(", ")}</td><td class="text">${why}</td><td>${approver} <span class="soft">${proof}</span></td><td class="whole">${expires}</td></tr>
`;
}
/** What was not judged, and what else no rule says. */
function noticeSection({ notices, counts, subject }) {
	const left = [...subject.complete ? [] : ["Not every commit could be seen, so nothing is said of the others."], ...counts.beforeBaseline > 0 ? [`${require_reports.plural(counts.beforeBaseline, "commit")} before the policy's baseline: counted, not judged.`] : []];
	return require_markup.markup`${list("Not judged", left)}${list("Notes", notices.map(require_notices.noticeText))}`;
}
function list(title, texts) {
	if (texts.length === 0) return require_markup.NONE;
	return require_markup.markup`<h2>${title}</h2>
<ul class="plain">${texts.map((text) => require_markup.markup`<li>${text}</li>`)}</ul>
`;
}

// src/reports/html.ts
/** The report as one page that loads nothing: it can be kept, mailed and printed. */
const renderer = (options) => (report) => ({
	name: "report.html",
	mediaType: "text/html; charset=utf-8",
	body: page(report, options)
});
function* page(report, options) {
	yield headOf(report);
	yield bannerOf(report, options).markup;
	yield numbersOf(report).markup;
	yield problemCards(report, options).markup;
	yield* commitRows(report, options);
	for (const section of [
		ticketSection(report),
		waiverSection(report),
		noticeSection(report)
	]) yield section.markup;
	yield footOf(report).markup;
	yield `</main>\n<script>${SCRIPT}<\/script>\n</body>\n</html>\n`;
}
function headOf({ subject }) {
	return `${require_document_head.documentHead(`golden-thread: ${subject.label}`, {
		style: STYLE,
		script: SCRIPT
	})}<a class="skip" href="#failed">To what failed</a>
<main>
`;
}
const SEALS = {
	PASSED: {
		kind: "good",
		sign: "✓"
	},
	WARNED: {
		kind: "warn",
		sign: "!"
	},
	FAILED: {
		kind: "bad",
		sign: "✗"
	},
	UNKNOWN: {
		kind: "open",
		sign: "?"
	}
};
function bannerOf(report, options) {
	const { statement, word, sentence } = require_reports.headlineOf(report);
	const { kind, sign } = SEALS[statement];
	return require_markup.markup`<p class="brand"><b>golden-thread</b> from intent to implementation</p>
<section class="verdict">
<span class="seal ${kind}" aria-hidden="true">${sign}</span>
<h1 class="${kind}">${word}</h1>
<p>${sentence}</p>
</section>
<dl class="facts">${factsOf(report, options)}</dl>
`;
}
function factsOf(report, { links }) {
	const { subject, proposal, policySources, preset, decidedAt } = report;
	const judged = require_markup.markup`<code>${subject.label}</code> ${subject.subject ?? ""}`;
	const { change = null, run = null } = links ?? {};
	return [
		["Judged", change === null ? judged : require_markup.markup`<a href="${change}" rel="noreferrer">${judged}</a>`],
		["Branch", branchOf(report)],
		["By", proposal === null ? null : require_markup.markup`${proposal.author}`],
		["At", require_markup.markup`<time datetime="${decidedAt}">${minuteOf(decidedAt)}</time>`],
		["Policy", require_markup.markup`${policySources.length === 0 ? "built in" : policySources.join(" + ")} (${preset})`],
		["Run", run === null ? null : require_markup.markup`<a href="${run}" rel="noreferrer">the CI's page</a>`]
	].flatMap(([name, value]) => value === null ? [] : [require_markup.markup`<div><dt>${name}</dt><dd>${value}</dd></div>`]);
}
function branchOf({ subject, proposal }) {
	if (proposal === null) return subject.branch === null ? null : require_markup.markup`<code>${subject.branch}</code>`;
	const { head, base } = proposal;
	return require_markup.markup`<code>${head.branch}</code>${head.isFork ? " of a fork" : ""} into <code>${base.branch}</code>`;
}
function minuteOf(time) {
	return `${time.slice(0, 16).replace("T", " ")} UTC`;
}
const KINDS = {
	failed: "bad",
	undecided: "open"
};
function numbersOf(report) {
	const { counts, commits } = report;
	if (commits === null) return require_markup.NONE;
	const tiles = require_counted.countRows(report).map(({ name, number, remark }, index) => {
		const kind = number > 0 && Object.hasOwn(KINDS, name) ? KINDS[name] ?? "" : "";
		const part = index === 0 ? remark : [require_reports.share(number, counts.commits), remark].filter((text) => text !== "").join(" · ");
		return require_markup.markup`<li><b class="${kind}">${require_reports.count(number)}</b><span>${name}</span><small>${part}</small></li>`;
	});
	return require_markup.markup`<ul class="numbers">${tiles}</ul>
${barOf(report)}`;
}
/** Shares of all commits, as far as they were judged. */
function barOf({ counts }) {
	const parts = [
		["good", counts.passed],
		["bad", counts.failed],
		["open", counts.undecided]
	];
	let at = 0;
	const bars = parts.map(([kind, number]) => {
		const width = counts.commits === 0 ? 0 : number / counts.commits * 1e3;
		const bar = require_markup.markup`<rect class="${kind}" x="${at}" y="0" width="${width}" height="8"/>`;
		at += width;
		return bar;
	});
	const words = parts.map(([, number], index) => `${number} ${[
		"passed",
		"failed",
		"undecided"
	][index]}`);
	return require_markup.markup`<svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" role="img" aria-label="${words.join(", ")}">${bars}</svg>
`;
}
function footOf({ policyDigest, tool, preset }) {
	return require_markup.markup`<footer>Decided by golden-thread ${tool.version} under the preset ${preset}. Policy digest <code>${policyDigest}</code>. report.json has the same for programs.</footer>
`;
}

exports.renderer = renderer;