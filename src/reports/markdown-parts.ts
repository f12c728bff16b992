import type { JudgedFinding } from "../core/finding.ts";
import { SHORT_ID } from "../core/object-id.ts";
import { clip, inertLine, markdownCode, shellCommand } from "./escape.ts";
import type { RenderOptions } from "./options.ts";
import { repairOf } from "./repair.ts";
import { type Said, saidOf } from "./told.ts";

/** More of one text is not read in a table; report.json has all of it. */
const LONGEST = 400;
const LONGEST_SUBJECT = 100;

/** Text from outside as a part of a line or table cell. */
export function prose(text: string): string {
  return inertLine(clip(text, LONGEST));
}

/** The same as code. */
export function code(text: string): string {
  return span(clip(text, LONGEST));
}

/** Our markers are looked for in code too, and a backslash before a pipe ends a cell there (GFM, "Tables"): such text is no code. */
function span(text: string): string {
  return /<!--|\\\|/.test(text) ? inertLine(text) : markdownCode(text);
}

/** A row of a table. Cells are Markdown. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** The two lines that begin a table. */
export function tableHead(names: readonly string[]): readonly string[] {
  return [row(names), row(names.map(() => "---"))];
}

/** A commit by its short id, a link where the forge's address is known, and its subject. */
export function commitLine(id: string, { links, subject }: RenderOptions): string {
  const short = `\`${id.slice(0, SHORT_ID)}\``;
  const shown = links === undefined ? short : `[${short}](${links.commit(id)})`;
  const text = subject(id);
  return text === null || text === "" ? shown : `${shown} ${inertLine(clip(text, LONGEST_SUBJECT))}`;
}

/** What a finding says, as Markdown; empty where it says nothing. */
export interface SaidMarkdown extends Omit<Said, "wanted"> {
  readonly wanted: string;
  readonly command: string;
}

/** What a finding says, escaped, with the command that mends it as code. */
export function saidMarkdown(finding: JudgedFinding, options: RenderOptions): SaidMarkdown {
  const { title, found, wanted, fix } = saidOf(finding, options);
  const argv = repairOf(finding, options);
  return {
    title: prose(title),
    found: prose(found),
    wanted: wanted === null ? "" : prose(wanted),
    fix: prose(fix),
    command: argv === null ? "" : span(shellCommand(argv)),
  };
}

/** The sign of a finding that somebody should read. */
export function signOf({ outcome, blocking }: Pick<JudgedFinding, "outcome" | "blocking">): string {
  if (outcome === "unknown") return "❔";
  return blocking ? "❌" : "⚠️";
}
