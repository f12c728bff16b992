import { annotationsOf } from "./annotations.ts";
import type { RendererFactory } from "./options.ts";
import { workflowCommands } from "./workflow-commands.ts";

/** Annotations as GitHub Actions reads them from a step's output ("Workflow commands"). */
export const renderer: RendererFactory = (options) => (report) => ({
  name: "report.github.txt",
  mediaType: "text/plain; charset=utf-8",
  body: workflowCommands(annotationsOf(report, options)).map((line) => `${line}\n`),
});
