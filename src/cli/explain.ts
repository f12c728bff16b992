import { COMMIT_CODES } from "../core/codes.ts";
import { Fault } from "../core/fault.ts";
import { nearest } from "../core/nearest.ts";
import type { CodeMeta, Rule } from "../core/rule.ts";
import { exitCode } from "../core/verdict.ts";
import type { RuleOption } from "../policy/rule-options.ts";
import { json } from "../reports/escape.ts";
import { type Row, rows } from "../reports/layout.ts";
import { painter } from "../reports/paint.ts";
import type { WordsCommand } from "./command.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { usage, type Words } from "./words.ts";

const manual: WordsCommand["manual"] = {
  name: "explain",
  summary: "say why a rule exists and how to satisfy it",
  forms: ["[RULE]"],
  details:
    "Without a rule it lists them all. What a rule weighs here is said by golden-thread config explain rules.RULE.",
  options: [{ name: "json", does: "answer as JSON" }],
  examples: [
    { run: "golden-thread explain ticket-authorised", does: "why, how to fix, answers, options", exit: 0 },
    { run: "golden-thread explain", does: "lists every rule", exit: 0 },
    { run: "golden-thread explain change-size --json", does: "the same for programs", exit: 0 },
    { run: "golden-thread explain ticket-authorized", does: "says which rule was meant", exit: 2 },
  ],
};

async function run(words: Words, io: Io): Promise<number> {
  const [id, ...more] = words.positionals;
  if (more.length > 0) throw usage(manual, "explain takes one rule.", { found: words.positionals.join(" ") });
  const { rules } = await import("../rules/index.ts");
  const asJson = words.has("json");
  if (id === undefined) io.stdout.write(asJson ? listJson(rules) : listText(rules, io));
  else {
    const rule = named(id, rules);
    const { ruleOptions } = await import("../policy/rule-options.ts");
    const options = await ruleOptions(rule);
    io.stdout.write(asJson ? ruleJson(rule, options) : ruleText(rule, options, io));
  }
  return exitCode("pass");
}

function named(id: string, rules: readonly Rule[]): Rule {
  const rule = rules.find(({ meta }) => meta.id === id);
  if (rule !== undefined) return rule;
  const ids = rules.map(({ meta }) => meta.id);
  const near = nearest(id, ids);
  const meant = near === null ? "" : ` Did you mean ${near}?`;
  throw new Fault("usage", `There is no rule "${id}".${meant}`, {
    wanted: ids.join(", "),
    fix: "golden-thread explain",
  });
}

function listJson(rules: readonly Rule[]): string {
  const list = rules.map(({ meta }) => ({ id: meta.id, title: meta.title, default: meta.default }));
  return `${json({ ...envelope("rules"), rules: list })}\n`;
}

function listText(rules: readonly Rule[], { stdout }: Io): string {
  const paint = painter(stdout.color);
  const list = rules.map(({ meta }) => ({
    label: meta.id,
    text: meta.default ? meta.title : `${meta.title} (only where the policy names it)`,
  }));
  return `${rows(list, { indent: 2, columns: stdout.columns, label: paint.bold }).join("\n")}\n`;
}

function ruleJson({ meta }: Rule, options: readonly RuleOption[]): string {
  const { id, title, why, fix, codes, on, needs, examples, controls } = meta;
  const supports = controls.map((control) => ({ claim: "supports", ...control }));
  const rule = {
    id,
    title,
    why,
    fix,
    default: meta.default,
    on,
    needs,
    codes,
    options,
    examples,
    controls: supports,
  };
  return `${json({ ...envelope("rule"), rule })}\n`;
}

function ruleText({ meta }: Rule, options: readonly RuleOption[], { stdout }: Io): string {
  const paint = painter(stdout.color);
  const block = (list: readonly Row[], indent = 2): readonly string[] =>
    rows(list, { indent, columns: stdout.columns, label: paint.bold });
  const section = (title: string, list: readonly Row[]): readonly string[] =>
    list.length === 0 ? [] : ["", `  ${paint.bold(title)}`, ...block(list, 4)];
  const lines = [
    `${paint.bold(meta.id)}  ${meta.title}`,
    "",
    ...block([
      { label: "Why", text: meta.why },
      { label: "Fix", text: meta.fix },
      { label: "Asked", text: asked(meta) },
      { label: "Supports", text: meta.controls.map(({ framework, id }) => `${framework} ${id}`).join(" · ") },
    ]),
    ...section(
      "Examples",
      meta.examples.map(({ text, code }) => ({ label: wordFor(meta.codes[code]), text })),
    ),
    ...section("Answers", answers(meta)),
    ...section(
      "Options",
      options.map(({ name, takes, fallback, does }) => ({
        label: name,
        text: `${does} (${takes}; ${fallback === null ? "follows the policy's sections" : `default ${fallback}`})`,
      })),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function wordFor(code: CodeMeta | undefined): string {
  return code?.advisory ? "warns" : (code?.outcome ?? "");
}

/** The rule's own answers, then the names of those that every rule may give. */
function answers({ codes }: Rule["meta"]): readonly Row[] {
  const own = Object.entries(codes).filter(([code]) => !Object.hasOwn(COMMIT_CODES, code));
  const shared = Object.keys(codes).filter((code) => Object.hasOwn(COMMIT_CODES, code));
  const list = own.map(([code, { outcome, message }]) => ({ label: code, text: `${outcome}: ${message}` }));
  return shared.length === 0 ? list : [...list, { label: "as every rule", text: shared.join(", ") }];
}

const KINDS = {
  "commit-message": "a commit message",
  commits: "commits",
  "pull-request": "a pull request",
} as const;

function asked({ on, default: standard }: Rule["meta"]): string {
  const kinds = on.map((kind) => KINDS[kind]).join(", ");
  return `of ${kinds}; ${standard ? "by every preset" : "only where the policy names the rule"}`;
}

/** Why a rule exists, how to satisfy it, what it answers, and its options. */
export const command = { manual, run } satisfies WordsCommand;
