import type { Verdict } from "../core/finding.ts";
import type { Out } from "../core/ports.ts";
import type { Spec, SpecAnswer } from "../core/spec.ts";
import { terminal, terminalLines } from "../reports/escape.ts";
import { plural } from "../reports/layout.ts";
import { type Paint, painter } from "../reports/paint.ts";
import type { CheckedSpec, SpecSeal } from "../satellite/spec-check.ts";
import { gapText } from "../satellite/spec-gaps.ts";
import type { ShownOwner, ShownSpec } from "../satellite/spec-show.ts";
import { asText } from "./remote-words.ts";

/** Whether there is one spec, which is what `spec show` is asked. */
export function answerVerdict({ status }: SpecAnswer): Verdict {
  if (status === "unknown") return "undecided";
  return status === "found" ? "pass" : "fail";
}

/** A whole spec: what it says can't drive the terminal. */
export function shownText({ owner, answer }: ShownSpec, out: Out): string {
  const paint = painter(out.color);
  const head = [ownerLine(owner), ...owner.tasks.map(({ path }) => paint.dim(`  ${terminal(path)}`))];
  if (answer.status !== "found")
    return asText([...head, ...missing(owner, answer).map((line) => `  ${line}`)]);
  const { spec } = answer;
  return asText([...head, `  ${placeOf(spec)}`, `  SHA-256 ${spec.digest}`, "", terminalLines(spec.text)]);
}

/** Who it is about. */
export function ownerLine({ key, title }: ShownOwner): string {
  return `${terminal(key)}${title === "" ? "" : `  ${terminal(title)}`}`;
}

/** Where a spec stands, and by which source it was found. */
export function placeOf({ path, source }: Pick<Spec, "path" | "source">): string {
  const where = path === null ? "the ticket's description" : terminal(path);
  return `${where} (${SOURCE[source]})`;
}

const SOURCE: Readonly<Record<Spec["source"], string>> = {
  frontmatter: "named by the task's front matter",
  documentation: "named under the task's documentation",
  document: "a document of type specification",
  path: "by spec.paths",
  body: "the task itself",
  upstream: "in its tracker",
};

/** Why there is no spec, with what mends it. */
export function missing(
  { key }: Pick<ShownOwner, "key">,
  answer: Exclude<SpecAnswer, { readonly status: "found" }>,
): readonly string[] {
  switch (answer.status) {
    case "none":
      return [
        "There is no spec.",
        "fix: write one where the policy looks for it: golden-thread config explain spec",
      ];
    case "ambiguous":
      return [
        `Several could be the spec (${SOURCE[answer.source]}), and nobody can tell which one counts:`,
        ...answer.candidates.map((path) => `  ${terminal(path)}`),
        "fix: keep one of them, or name it under spec.path in the task's front matter",
      ];
    case "unreadable":
      return [
        `The spec can't be read: ${terminal(answer.path)}: ${terminal(answer.detail)}`,
        "fix: add the file, or mend the path that names it",
      ];
    case "unknown":
      return [
        `Nobody can tell the spec of ${terminal(key)} now. ${terminal(answer.detail)}`,
        "fix: golden-thread remote check",
      ];
  }
}

/** What each spec lacks, and how many there are. */
export function checkedText(specs: readonly CheckedSpec[], out: Out): string {
  const paint = painter(out.color);
  if (specs.length === 0) return "There is no open task here.\n";
  const shown = specs.filter(({ answer, isWanted }) => answer.status !== "none" || isWanted);
  const rest = specs.length - shown.length;
  const silent = rest === 0 ? [] : [`${plural(rest, "task")} without a spec; the policy asks for none.`];
  return asText([...shown.flatMap((one) => checkedLines(one, paint)), ...silent]);
}

function checkedLines(one: CheckedSpec, paint: Paint): readonly string[] {
  const { owner, answer, state, doubt, seals, verdict } = one;
  const head = `${WORD[verdict](paint)} ${ownerLine(owner)}`;
  if (answer.status !== "found") return [head, ...missing(owner, answer).map((line) => `  ${line}`)];
  const { spec } = answer;
  const counts = state === null ? "" : `, ${state.criteria.done} of ${state.criteria.count} criteria ticked`;
  const lines = [
    paint.dim(`${placeOf(spec)}, SHA-256 ${spec.digest.slice(0, SHORT)}${counts}`),
    ...(doubt === null ? [] : [`Which headings it needs depends on the kind of ticket. ${terminal(doubt)}`]),
    ...(state?.gaps ?? []).map((gap) => `${paint.red("lacks")}  ${terminal(gapText(gap), LONGEST)}`),
    ...seals.flatMap((seal) => sealLines(seal, spec, paint)),
  ];
  return [head, ...lines.map((line) => `  ${line}`)];
}

/** As much of a digest as tells two apart at a glance. */
const SHORT = 12;
/** What of a spec's own words stands on a line. */
const LONGEST = 200;

const WORD: Readonly<Record<Verdict, (paint: Paint) => string>> = {
  pass: (paint) => paint.green("ok  "),
  fail: (paint) => paint.red("fail"),
  undecided: (paint) => paint.yellow("?   "),
};

function sealLines(
  { task, path, checksum, state, written, approvedBy }: SpecSeal,
  spec: Spec,
  paint: Paint,
): readonly string[] {
  const approved =
    approvedBy.length === 0
      ? []
      : [
          `${paint.yellow("warning:")} ${terminal(approvedBy.join(", "))} approved ${task} when this digest did not stand there; they should look again.`,
        ];
  if (written === "path") return [`${paint.green("wrote")}  path into ${terminal(path)}`];
  if (written === "digest")
    return [`${paint.green("wrote")}  path and digest into ${terminal(path)}`, ...approved];
  if (state !== "stale") return [];
  return [
    `${paint.red("stale")}  ${terminal(path)} has spec.checksum ${terminal(checksum ?? "", LONGEST)}, and the spec is ${spec.digest.slice(0, SHORT)} by now`,
    ...approved,
    `fix: golden-thread spec diff ${task}, then golden-thread spec check ${task} --write`,
  ];
}
