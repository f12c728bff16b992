import type { Statement } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { countRows } from "./counted.ts";
import { documentHead } from "./document-head.ts";
import { headlineOf } from "./headline.ts";
import { commitRows } from "./html-commits.ts";
import { problemCards } from "./html-problems.ts";
import { SCRIPT, STYLE } from "./html-style.ts";
import { noticeSection, ticketSection, waiverSection } from "./html-tables.ts";
import { count, share } from "./layout.ts";
import { type Markup, markup, NONE } from "./markup.ts";
import type { RendererFactory, RenderOptions } from "./options.ts";

/** The report as one page that loads nothing: it can be kept, mailed and printed. */
export const renderer: RendererFactory = (options) => (report) => ({
  name: "report.html",
  mediaType: "text/html; charset=utf-8",
  body: page(report, options),
});

function* page(report: Report, options: RenderOptions): Iterable<string> {
  yield headOf(report);
  yield bannerOf(report, options).markup;
  yield numbersOf(report).markup;
  yield problemCards(report, options).markup;
  yield* commitRows(report, options);
  for (const section of [ticketSection(report), waiverSection(report), noticeSection(report)])
    yield section.markup;
  yield footOf(report).markup;
  yield `</main>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}

function headOf({ subject }: Report): string {
  return `${documentHead(`golden-thread: ${subject.label}`, { style: STYLE, script: SCRIPT })}<a class="skip" href="#failed">To what failed</a>
<main>
`;
}

const SEALS: Readonly<Record<Statement, { readonly kind: string; readonly sign: string }>> = {
  PASSED: { kind: "good", sign: "✓" },
  WARNED: { kind: "warn", sign: "!" },
  FAILED: { kind: "bad", sign: "✗" },
  UNKNOWN: { kind: "open", sign: "?" },
};

function bannerOf(report: Report, options: RenderOptions): Markup {
  const { statement, word, sentence } = headlineOf(report);
  const { kind, sign } = SEALS[statement];
  return markup`<p class="brand"><b>golden-thread</b> from intent to implementation</p>
<section class="verdict">
<span class="seal ${kind}" aria-hidden="true">${sign}</span>
<h1 class="${kind}">${word}</h1>
<p>${sentence}</p>
</section>
<dl class="facts">${factsOf(report, options)}</dl>
`;
}

function factsOf(report: Report, { links }: RenderOptions): readonly Markup[] {
  const { subject, proposal, policySources, preset, decidedAt } = report;
  const judged = markup`<code>${subject.label}</code> ${subject.subject ?? ""}`;
  const { change = null, run = null } = links ?? {};
  const facts: readonly (readonly [string, Markup | null])[] = [
    ["Judged", change === null ? judged : markup`<a href="${change}" rel="noreferrer">${judged}</a>`],
    ["Branch", branchOf(report)],
    ["By", proposal === null ? null : markup`${proposal.author}`],
    ["At", markup`<time datetime="${decidedAt}">${minuteOf(decidedAt)}</time>`],
    ["Policy", markup`${policySources.length === 0 ? "built in" : policySources.join(" + ")} (${preset})`],
    ["Run", run === null ? null : markup`<a href="${run}" rel="noreferrer">the CI's page</a>`],
  ];
  return facts.flatMap(([name, value]) =>
    value === null ? [] : [markup`<div><dt>${name}</dt><dd>${value}</dd></div>`],
  );
}

function branchOf({ subject, proposal }: Report): Markup | null {
  if (proposal === null) return subject.branch === null ? null : markup`<code>${subject.branch}</code>`;
  const { head, base } = proposal;
  return markup`<code>${head.branch}</code>${head.isFork ? " of a fork" : ""} into <code>${base.branch}</code>`;
}

function minuteOf(time: string): string {
  return `${time.slice(0, "YYYY-MM-DDThh:mm".length).replace("T", " ")} UTC`;
}

const KINDS: Readonly<Record<string, string>> = { failed: "bad", undecided: "open" };

function numbersOf(report: Report): Markup {
  const { counts, commits } = report;
  if (commits === null) return NONE;
  const tiles = countRows(report).map(({ name, number, remark }, index) => {
    const kind = number > 0 && Object.hasOwn(KINDS, name) ? (KINDS[name] ?? "") : "";
    const part =
      index === 0
        ? remark
        : [share(number, counts.commits), remark].filter((text) => text !== "").join(" · ");
    return markup`<li><b class="${kind}">${count(number)}</b><span>${name}</span><small>${part}</small></li>`;
  });
  return markup`<ul class="numbers">${tiles}</ul>
${barOf(report)}`;
}

/** Shares of all commits, as far as they were judged. */
function barOf({ counts }: Report): Markup {
  const parts = [
    ["good", counts.passed],
    ["bad", counts.failed],
    ["open", counts.undecided],
  ] as const;
  let at = 0;
  const bars = parts.map(([kind, number]) => {
    const width = counts.commits === 0 ? 0 : (number / counts.commits) * 1000;
    const bar = markup`<rect class="${kind}" x="${at}" y="0" width="${width}" height="8"/>`;
    at += width;
    return bar;
  });
  const words = parts.map(([, number], index) => `${number} ${["passed", "failed", "undecided"][index]}`);
  return markup`<svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" role="img" aria-label="${words.join(", ")}">${bars}</svg>
`;
}

function footOf({ policyDigest, tool, preset }: Report): Markup {
  return markup`<footer>Decided by golden-thread ${tool.version} under the preset ${preset}. Policy digest <code>${policyDigest}</code>. report.json has the same for programs.</footer>
`;
}
