import type { RenderOptions } from "../reports/options.ts";
import { summaryMarkdown } from "../reports/summary.ts";
import { renderer as textRenderer } from "../reports/text.ts";
import type { Judged } from "./judged.ts";

/** How everything that a step says is written: no terminal is known. */
export const PLAIN: Pick<RenderOptions, "color" | "columns"> = { color: false, columns: 120 };

/** What the job's log says of a verdict, in pieces. */
export async function logOf({ report, audit, render }: Judged): Promise<Iterable<string>> {
  const options = { ...render, ...PLAIN };
  if (audit === null) return textRenderer(options)(report).body;
  const { auditFormats } = await import("../reports/audits.ts");
  return (await auditFormats.text())(options)(audit).body;
}

/** What the job's page says of it, in Markdown of at most `room` bytes. */
export async function summaryOf({ report, audit, render }: Judged, room: number): Promise<string> {
  const options = { ...render, ...PLAIN };
  if (audit === null) return summaryMarkdown(report, options, room);
  const { auditFormats } = await import("../reports/audits.ts");
  return [...(await auditFormats.markdown())(options)(audit).body].join("");
}
