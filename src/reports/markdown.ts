import type { RendererFactory } from "./options.ts";
import { summaryMarkdown } from "./summary.ts";

/** The summary of a job's page, for whatever shows Markdown. */
export const renderer: RendererFactory = (options) => (report) => ({
  name: "report.md",
  mediaType: "text/markdown; charset=utf-8",
  body: [summaryMarkdown(report, options)],
});
