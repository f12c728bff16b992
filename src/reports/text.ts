import type { Renderer, Report } from "../core/report.ts";
import type { TextContext } from "./finding-text.ts";
import { groupFindings } from "./groups.ts";
import { EXAMPLES, historyText } from "./history-text.ts";
import type { RenderOptions } from "./options.ts";
import { painter } from "./paint.ts";
import { type SingleCommit, singleText } from "./single-text.ts";

/** For people at a terminal or in a CI log. Everything from outside is escaped. */
export function renderer(options: RenderOptions): Renderer {
  return (report) => {
    const context: TextContext = { options, paint: painter(options.color) };
    const single = singleCommit(report);
    const body = single === null ? historyText(report, context) : singleText(report, single, context);
    return { name: "report.txt", mediaType: "text/plain; charset=utf-8", body };
  };
}

/** Ids of the commits that the text names, so that their subjects can be read before it is rendered. */
export function namedCommits(report: Report): readonly string[] {
  const single = singleCommit(report);
  if (single !== null) return single.id === null ? [] : [single.id];
  return [
    ...new Set(groupFindings(report, EXAMPLES).flatMap(({ examples }) => examples.map(({ id }) => id))),
  ];
}

/** A message, or a range of one commit: then every finding is about it. Null: a history. */
function singleCommit(report: Report): SingleCommit | null {
  const { commits, findings, keys } = report;
  if (report.subject.kind === "commit-message" || report.subject.kind === "staged")
    return { id: null, findings };
  if (commits?.count !== 1) return null;
  return { id: commits.id(0), findings: [...findings, ...(keys[commits.key(0)]?.findings ?? [])] };
}
