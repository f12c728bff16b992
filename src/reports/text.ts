import type { Renderer, Report } from "../core/report.ts";
import type { TextContext } from "./finding-text.ts";
import { historyText } from "./history-text.ts";
import type { RenderOptions } from "./options.ts";
import { painter } from "./paint.ts";
import { singleText } from "./single-text.ts";

/** For people at a terminal or in a CI log. Everything from outside is escaped. */
export function renderer(options: RenderOptions): Renderer {
  return (report) => {
    const context: TextContext = { options, paint: painter(options.color) };
    const body = isSingle(report) ? singleText(report, context) : historyText(report, context);
    return { name: "report.txt", mediaType: "text/plain; charset=utf-8", body };
  };
}

function isSingle(report: Report): boolean {
  return (
    report.subject.kind === "commit-message" || (report.commits?.count === 1 && report.findings.length > 0)
  );
}
