import { type Annotation, annotationsOf } from "./annotations.ts";
import { clip, teamcityValue, terminal } from "./escape.ts";
import { headlineOf } from "./headline.ts";
import type { RendererFactory } from "./options.ts";
import type { Severity } from "./told.ts";

/** A log with more of them is not read; the report has all. */
const MOST = 200;
/** Characters of a build problem's description that are kept. */
const DESCRIPTION = 4000;

const STATUSES: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", notice: "NORMAL" };

/** Service messages of TeamCity: a line of the log for each finding, and one problem for a build that does not pass. */
export const renderer: RendererFactory = (options) => (report) => {
  const all = annotationsOf(report, options);
  const rest = all.length - MOST;
  const { sentence } = headlineOf(report);
  return {
    name: "report.teamcity.txt",
    mediaType: "text/plain; charset=utf-8",
    body: [
      ...all.slice(0, MOST).map(messageOf),
      ...(rest > 0 ? [`${rest} more findings; report.json has all of them.`] : []),
      ...(report.verdict === "pass" ? [] : [problem(sentence)]),
    ].map((line) => `${line}\n`),
  };
};

function messageOf({ level, title, message, path, line }: Annotation): string {
  const place = path === null ? "" : ` (${terminal(path)}${line === null ? "" : `:${line}`})`;
  return `##teamcity[message text='${teamcityValue(`${title}: ${message}${place}`)}' status='${STATUSES[level]}']`;
}

/** TeamCity takes problems of one identity for one, so builds can be compared. */
function problem(sentence: string): string {
  return `##teamcity[buildProblem description='${teamcityValue(clip(sentence, DESCRIPTION))}' identity='golden-thread']`;
}
