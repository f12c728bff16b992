import type { CommitColumns, FactsKey, Report } from "../core/report.ts";
import { timeOf } from "../core/time.ts";
import { exemptionOf } from "./exempted.ts";
import { commitOf } from "./html-problems.ts";
import { count, plural } from "./layout.ts";
import { type Markup, markup } from "./markup.ts";
import type { RenderOptions } from "./options.ts";

/** Rows that a browser shows at once without effort; commits.csv has all. */
const MOST_ROWS = 5000;

/** The commits, newest first, one row each. Nothing where there are none. */
export function* commitRows({ commits, keys }: Report, options: RenderOptions): Iterable<string> {
  if (commits === null || commits.count === 0) return;
  yield markup`<h2 id="commits">Commits <small>${plural(commits.count, "commit")}, newest first</small></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="commits"><table>
<thead><tr><th>Commit</th><th>Date</th><th>Author</th><th>Subject</th><th>Verdict</th><th>Tickets</th><th>Rules</th></tr></thead>
<tbody>
`.markup;
  const facts = keys.map(factsOf);
  const shown = Math.min(commits.count, MOST_ROWS);
  for (let index = 0; index < shown; index++)
    yield markup`<tr>${headOf(commits, index, options)}${facts[commits.key(index)] ?? []}</tr>\n`.markup;
  yield "</tbody></table></div>\n";
  const rest = commits.count - shown;
  if (rest > 0) yield `<p class="soft">${count(rest)} more in commits.csv.</p>\n`;
}

function headOf(commits: CommitColumns, index: number, options: RenderOptions): Markup {
  const id = commits.id(index);
  const time = timeOf(commits.time(index));
  const author = commits.author(index).replace(/ ?<[^<>]*>$/u, "");
  return markup`<td class="whole">${commitOf(id, options)}</td><td class="whole"><time datetime="${time}">${time.slice(0, "YYYY-MM-DD".length)}</time></td><td class="name">${author}</td><td class="text">${options.subject(id) ?? ""}</td>`;
}

/** What all commits of a key have in common: the rest of their rows. */
function factsOf({ verdict, tickets, findings }: FactsKey): Markup {
  const exempt = exemptionOf(findings);
  const told = findings.filter(({ outcome }) => outcome === "fail" || outcome === "unknown");
  const lifted = findings.flatMap(({ rule, waiver }) =>
    waiver === undefined ? [] : [`${rule} (waived by ${waiver})`],
  );
  const rules = [...new Set([...told.map(({ rule }) => rule), ...lifted])].join(", ");
  const { kind, word } = pillOf(verdict, exempt !== "", told.length > 0);
  const names = tickets.map((at) => at.slice(at.indexOf(":") + 1)).join(", ");
  return markup`<td><span class="pill ${kind}">${word}</span></td><td>${names}</td><td>${exempt === "" ? rules : exempt}</td>`;
}

function pillOf(verdict: FactsKey["verdict"], isExempt: boolean, isTold: boolean) {
  if (verdict === "fail") return { kind: "bad", word: "failed" };
  if (verdict === "undecided") return { kind: "open", word: "undecided" };
  if (isTold) return { kind: "warn", word: "warned" };
  return isExempt ? { kind: "soft", word: "exempt" } : { kind: "good", word: "passed" };
}
