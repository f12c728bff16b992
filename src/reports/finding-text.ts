import type { JudgedFinding } from "../core/finding.ts";
import { shellCommand, terminal } from "./escape.ts";
import { type Row, rows } from "./layout.ts";
import type { RenderOptions } from "./options.ts";
import type { Paint } from "./paint.ts";
import { fixOf, messageOf, titleOf, toldArgs } from "./prose.ts";
import { ownRepair } from "./repair.ts";

/** An argument longer than this is cut: a name or path that nobody can read at a glance. */
const LONGEST_ARGUMENT = 200;

/** Arguments with a line of their own, in this order. */
const FACTS = ["title", "url", "found", "wanted"] as const;

/** What a writer of text needs at hand. */
export interface TextContext {
  readonly options: RenderOptions;
  readonly paint: Paint;
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

/** A fail or unknown in full: rule, what was found and wanted, who can change it, why it matters, and how to go on. */
export function findingBlock(finding: JudgedFinding, context: TextContext): readonly string[] {
  const { paint, options } = context;
  const title = paint.dim(`· ${terminal(titleOf(finding.rule, options.metas))}`);
  const head = `  ${markOf(finding, paint)} ${paint.bold(terminal(finding.rule))} ${title}`;
  const table = [
    { label: "what", text: sentence(finding, context) },
    ...placeRows(finding),
    ...factRows(finding, context),
    ...metaRows(finding, context),
    ...fixRows(finding, context),
  ];
  return [head, ...rows(table, { indent: 4, columns: options.columns, label: paint.dim })];
}

/** The file and line, as editors and terminals make links of them; a path alone mostly stands in the sentence. */
function placeRows({ about: { path, line } }: JudgedFinding): readonly Row[] {
  return path === undefined || line === undefined
    ? []
    : [{ label: "where", text: `${terminal(path)}:${line}`, whole: true }];
}

/** Arguments with a line of their own, unless the sentence tells them. */
function factRows(finding: JudgedFinding, { options }: TextContext): readonly Row[] {
  const told = toldArgs(finding, options.metas);
  return FACTS.filter((label) => Object.hasOwn(finding.args, label) && !told.includes(label)).map(
    (label) => ({
      label,
      text: terminal(String(finding.args[label]), LONGEST_ARGUMENT),
    }),
  );
}

/** Who can change it and why it matters: the same for every finding of a rule. */
function metaRows(finding: JudgedFinding, { options }: TextContext): readonly Row[] {
  const { who, why } = options.metas.get(finding.rule) ?? {};
  return [
    ...(who === undefined ? [] : [{ label: "who", text: terminal(who) }]),
    ...(why === undefined ? [] : [{ label: "why", text: terminal(why) }]),
  ];
}

function fixRows(finding: JudgedFinding, { options }: TextContext): readonly Row[] {
  const note = fixOf(finding, options.metas);
  const table: Row[] = note === "" ? [] : [{ label: "fix", text: terminal(note) }];
  const argv = ownRepair(finding, options.metas);
  if (argv !== null) table.push({ label: "run", text: shellCommand(argv), whole: true });
  return table;
}
