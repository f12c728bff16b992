import type { JudgedFinding } from "../core/finding.ts";
import type { Report } from "../core/report.ts";
import { shellCommand, terminal } from "./escape.ts";
import type { RenderOptions } from "./options.ts";
import { repairOf } from "./repair.ts";
import { placeOf, type Severity, saidOf, severityOf, type Told, toldFindings } from "./told.ts";

/** One remark on a change. Texts are lines of plain text that no terminal or CI runner takes for a command. */
export interface Annotation {
  readonly level: Severity;
  /** The rule. */
  readonly title: string;
  /** What was found; then what to do and the command for it, one line each. */
  readonly message: string;
  /** Root-relative, as git has it, not escaped; null: it is about no file. */
  readonly path: string | null;
  /** From 1; null where there is no path, or the line is not known. */
  readonly line: number | null;
  readonly commit: string | null;
}

/** Every finding that somebody should read, most important first. What stands in a file is shown there, and what does not names its commit. */
export function annotationsOf(report: Report, options: RenderOptions): readonly Annotation[] {
  return Array.from(toldFindings(report), (told) => annotationOf(told, options));
}

/** One of them. */
export function annotationOf(told: Told, options: RenderOptions): Annotation {
  const { finding, commit } = told;
  const { about, rule } = finding;
  const [path, line] = [about.path ?? null, about.line ?? null];
  const [first = "", ...more] = linesOf(finding, options);
  const place = path === null || commit !== null ? `${terminal(placeOf(told, options))}: ` : "";
  return {
    level: severityOf(finding) ?? "notice",
    title: terminal(rule),
    message: [`${place}${first}`, ...more].join("\n"),
    path,
    line: path === null ? null : line,
    commit,
  };
}

/** What was found, what was wanted, what to do and the command for it: lines of plain text, safe for a log. */
export function linesOf(finding: JudgedFinding, options: RenderOptions): readonly string[] {
  const { found, wanted, fix } = saidOf(finding, options);
  const { waiver } = finding;
  const run = waiver === undefined ? repairOf(finding, options) : null;
  const lines = [
    found,
    ...(waiver === undefined ? [] : [`Lifted by the waiver ${waiver}.`]),
    ...(wanted === null ? [] : [`Wanted: ${wanted}`]),
    ...(fix === "" || waiver !== undefined ? [] : [`Fix: ${fix}`]),
  ].map((text) => terminal(text));
  return run === null ? lines : [...lines, `Run: ${shellCommand(run)}`];
}
