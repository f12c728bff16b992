import type { JudgedFinding } from "../core/finding.ts";
import { shellCommand, terminal } from "./escape.ts";
import { type Row, rows } from "./layout.ts";
import type { RenderOptions } from "./options.ts";
import type { Paint } from "./paint.ts";
import { fixOf, messageOf, titleOf } from "./prose.ts";

/** An argument longer than this is cut: a name or path that nobody can read at a glance. */
export const LONGEST_ARGUMENT = 200;

/** Arguments with a line of their own, in this order. */
const FACTS = ["found", "wanted", "who"] as const;

/** What a writer of text needs at hand. */
export interface TextContext {
  readonly options: RenderOptions;
  readonly paint: Paint;
  /** `YYYY-MM-DD` from which warnings of enforced rules will block. */
  readonly enforceFrom: string | null;
}

/** How an outcome is marked: by sign first, so that it can be read without colours. */
export function markOf(finding: Pick<JudgedFinding, "outcome" | "blocking">, paint: Paint): string {
  switch (finding.outcome) {
    case "fail":
      return finding.blocking ? paint.red("✗") : paint.yellow("!");
    case "unknown":
      return finding.blocking ? paint.red("?") : paint.yellow("?");
    case "pass":
      return paint.green("✓");
    case "skip":
      return paint.dim("-");
  }
}

/** The sentence for a finding, safe for a terminal. */
export function sentence(finding: JudgedFinding, context: TextContext): string {
  return messageOf(finding, context.options.metas, (text) => terminal(text, LONGEST_ARGUMENT));
}

/** A fail or unknown in full: rule, sentence, what was found and wanted, who can change it, and the command to go on. */
export function findingBlock(finding: JudgedFinding, context: TextContext): readonly string[] {
  const { paint, options } = context;
  const head = `  ${markOf(finding, paint)} ${paint.bold(terminal(finding.rule))} ${paint.dim(`· ${terminal(titleOf(finding.rule, options.metas))}`)}`;
  const table: Row[] = [{ label: whatLabel(finding), text: sentence(finding, context) }];
  for (const label of FACTS) {
    const value = Object.hasOwn(finding.args, label) ? finding.args[label] : undefined;
    if (value !== undefined) table.push({ label, text: terminal(String(value), LONGEST_ARGUMENT) });
  }
  table.push(...laterRows(finding, context), ...fixRows(finding, context));
  return [head, ...rows(table, { indent: 4, columns: options.columns, label: paint.dim })];
}

function whatLabel(finding: JudgedFinding): string {
  return finding.outcome === "unknown" ? "unknown" : "what";
}

/** Says when a warning will block. */
function laterRows(finding: JudgedFinding, { enforceFrom }: TextContext): readonly Row[] {
  const waits =
    finding.outcome === "fail" && finding.level === "enforce" && !finding.blocking && enforceFrom !== null;
  return waits ? [{ label: "from", text: `${enforceFrom} this blocks` }] : [];
}

function fixRows(finding: JudgedFinding, { options }: TextContext): readonly Row[] {
  const note = fixOf(finding, options.metas);
  const table: Row[] = note === "" ? [] : [{ label: "fix", text: terminal(note) }];
  if (finding.fix.argv !== null)
    table.push({ label: "run", text: shellCommand(finding.fix.argv), whole: true });
  return table;
}
