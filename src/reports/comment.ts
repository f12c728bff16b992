import type { Report } from "../core/report.ts";
import { headlineOf } from "./headline.ts";
import { count, plural } from "./layout.ts";
import { code, commitLine, prose, saidMarkdown, signOf } from "./markdown-parts.ts";
import type { RenderOptions } from "./options.ts";
import { groupedProblems, type Problem, restingRules } from "./problems.ts";

/** Problems that stand open; the rest is folded away. */
const OPEN = 5;
/** Commits that are named for one problem. */
const EXAMPLES = 3;

/**
 * The report as a comment below a pull request: one line where all is well, else what failed and how to mend it. At most `limit`
 * UTF-16 units (from 2,048 on). Nothing in it mentions anybody, links or marks anything that was not written here.
 */
export function commentMarkdown(report: Report, options: RenderOptions, limit: number): string {
  const { statement, sign, word, sentence } = headlineOf(report);
  const problems = groupedProblems(report, EXAMPLES);
  const more = options.links?.run ? ` [The whole report](${options.links.run})` : "";
  if (problems.length === 0) return `${sign} **golden-thread: ${word}.** ${sentence}${more}\n`;
  const head = `### ${sign} golden-thread: ${word}\n\n${sentence}\n`;
  const foot = `\n${restingLine(report)}${law(report)}${more}\n`;
  const room = limit - head.length - foot.length;
  const isFolded = statement === "PASSED" || statement === "WARNED";
  return `${head}${list(problems, { options, room, open: isFolded ? 0 : OPEN })}${foot}`;
}

interface Space {
  readonly options: RenderOptions;
  readonly room: number;
  /** Problems that are not folded away. */
  readonly open: number;
}

/** UTF-16 units of the fold and of the line that counts what has no room. */
const AROUND = 200;

function list(problems: readonly Problem[], { options, room, open }: Space): string {
  let left = room - AROUND;
  const items: string[] = [];
  for (const problem of problems) {
    const item = itemOf(problem, options);
    left -= item.length + 1;
    if (left < 0) break;
    items.push(item);
  }
  const rest = problems.length - items.length;
  const first = items.slice(0, open).map((item) => `\n${item}`);
  const folded = items.slice(open).map((item) => `\n${item}`);
  const fold =
    folded.length === 0
      ? ""
      : foldOf(folded, open > 0 ? `${folded.length} more` : plural(folded.length, "warning"));
  return `${first.join("")}${fold}${rest === 0 ? "" : `\n${count(rest)} more in report.json.\n`}`;
}

function foldOf(items: readonly string[], title: string): string {
  return `\n<details><summary>${title}</summary>\n${items.join("")}\n</details>\n`;
}

function itemOf({ finding, commits, examples }: Problem, options: RenderOptions): string {
  const { title, found, wanted, fix, command } = saidMarkdown(finding, options);
  const number = commits === 0 ? "" : ` · ${plural(commits, "commit")}`;
  const rest = commits - examples.length;
  const lines = [
    `- ${signOf(finding)} **${title}** (${code(finding.rule)})${number}`,
    found,
    ...(wanted === "" ? [] : [`Wanted: ${wanted}`]),
    ...(fix === "" ? [] : [`**Fix:** ${fix}`]),
    ...(command === "" ? [] : [`**Run:** ${command}`]),
    ...examples.map(({ id }) => commitLine(id, options)),
    ...(rest > 0 ? [`and ${count(rest)} more`] : []),
  ];
  return `${lines.join("<br>\n  ")}\n`;
}

function restingLine(report: Report): string {
  const rules = restingRules(report).map((rule) => code(rule));
  return rules.length === 0 ? "" : `Not known for that reason either: ${rules.join(", ")}.\n\n`;
}

function law({ preset, policyDigest, proposal }: Report): string {
  const base = proposal === null ? "" : ` of ${code(proposal.base.branch)}`;
  return `Judged by the policy${base} (${prose(preset)}, \`${policyDigest.slice(0, 12)}\`).`;
}
