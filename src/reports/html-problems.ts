import type { JudgedFinding } from "../core/finding.ts";
import { SHORT_ID } from "../core/object-id.ts";
import type { Report } from "../core/report.ts";
import { shellCommand } from "./escape.ts";
import { count, plural } from "./layout.ts";
import { type Markup, markup, NONE } from "./markup.ts";
import type { RenderOptions } from "./options.ts";
import { groupedProblems, type Problem, restingRules } from "./problems.ts";
import { repairOf } from "./repair.ts";
import { placeOf, saidOf } from "./told.ts";

/** Commits that are named for one problem; the table of commits has all. */
const EXAMPLES = 8;

/** What failed or is not known, each kind once, with the way to mend it. */
export function problemCards(report: Report, options: RenderOptions): Markup {
  const problems = groupedProblems(report, EXAMPLES);
  if (problems.length === 0) return NONE;
  const resting = restingRules(report);
  const rest =
    resting.length === 0
      ? NONE
      : markup`<p class="soft">Not known for that reason either: ${resting.join(", ")}.</p>\n`;
  return markup`<h2 id="failed">What failed or is not known <small>${plural(problems.length, "kind")}</small></h2>
${problems.map((problem) => card(problem, options))}${rest}`;
}

/** A sign, and the class of its colour. */
function markOf({ outcome, blocking }: JudgedFinding): { readonly kind: string; readonly sign: string } {
  if (outcome === "unknown") return { kind: blocking ? "open" : "warn", sign: "?" };
  return blocking ? { kind: "bad", sign: "✗" } : { kind: "warn", sign: "!" };
}

function card({ finding, commits, examples }: Problem, options: RenderOptions): Markup {
  const { kind, sign } = markOf(finding);
  const { title, found, wanted, fix } = saidOf(finding, options);
  const { who, why } = options.metas.get(finding.rule) ?? {};
  const argv = repairOf(finding, options);
  const about = commits === 0 ? placeOf({ finding, commit: null }, options) : plural(commits, "commit");
  return markup`<article class="problem ${kind}">
<header><span class="mark" aria-hidden="true">${sign}</span><h3>${title}</h3><code>${finding.rule}</code><span class="soft">${about}${finding.blocking ? "" : " · does not block"}</span></header>
<p>${found}</p>
${line("Wanted", wanted ?? "")}${line("Fix", fix)}${argv === null ? NONE : commandOf(argv)}${commitList(
  examples.map(({ id }) => id),
  commits,
  options,
)}${aside(who, why)}</article>
`;
}

function line(name: string, text: string): Markup {
  return text === "" ? NONE : markup`<p><b>${name}</b> ${text}</p>\n`;
}

/** Who can change it and why it matters: the same for every finding of a rule. */
function aside(who: string | undefined, why: string | undefined): Markup {
  const told = why === undefined ? NONE : markup`${why} `;
  const whose = who === undefined ? NONE : markup`<b>Who can change it:</b> ${who}.`;
  return who === undefined && why === undefined ? NONE : markup`<p class="aside">${told}${whose}</p>\n`;
}

function commandOf(argv: readonly string[]): Markup {
  return markup`<div class="run"><pre><code>${shellCommand(argv)}</code></pre></div>\n`;
}

function commitList(ids: readonly string[], all: number, options: RenderOptions): Markup {
  if (ids.length === 0) return NONE;
  const items = ids.map((id) => markup`<li>${commitOf(id, options)} ${options.subject(id) ?? ""}</li>`);
  const rest = all - ids.length;
  const more = rest > 0 ? markup`<li class="soft">and ${count(rest)} more</li>` : NONE;
  return markup`<ul class="commits">${items}${more}</ul>\n`;
}

/** A commit's short id, a link where the forge's address is known. */
export function commitOf(id: string, { links }: RenderOptions): Markup {
  const short = markup`<code>${id.slice(0, SHORT_ID)}</code>`;
  return links === undefined ? short : markup`<a href="${links.commit(id)}" rel="noreferrer">${short}</a>`;
}
