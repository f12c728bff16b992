import type { Out } from "../core/ports.ts";
import type { SpecAnswer } from "../core/spec.ts";
import { terminal } from "../reports/escape.ts";
import { painter } from "../reports/paint.ts";
import type { SpecInBody } from "../satellite/spec-body.ts";
import type { SpecDiff } from "../satellite/spec-diff.ts";
import { diffText } from "./diff-text.ts";
import { asText } from "./remote-words.ts";
import { missing, ownerLine, placeOf } from "./spec-text.ts";

/** As much of an id as tells two apart at a glance. */
const SHORT = 12;

/** What became of a spec since a commit. */
export function changedText({ owner, base, before, now, diff, verdict }: SpecDiff, out: Out): string {
  const commit = base.slice(0, SHORT);
  const unknown = [...silent(`In ${commit}`, owner, before), ...silent("Now", owner, now)];
  const head = ownerLine(owner);
  if (unknown.length > 0) return asText([head, ...unknown]);
  if (verdict === "pass") {
    const digest = now.status === "found" ? `SHA-256 ${now.spec.digest.slice(0, SHORT)}` : "there is none";
    return asText([head, `  The spec is as it was in ${commit}: ${digest}.`]);
  }
  const heads = `--- ${nameOf(before)} in ${commit}\n+++ ${nameOf(now)} in the work tree\n`;
  return asText([head, diffText(`${heads}${diff}`, painter(out.color))]);
}

function silent(when: string, owner: SpecDiff["owner"], answer: SpecAnswer): readonly string[] {
  if (answer.status === "found" || answer.status === "none") return [];
  return [`  ${when}:`, ...missing(owner, answer).map((line) => `    ${line}`)];
}

function nameOf(answer: SpecAnswer): string {
  return answer.status === "found" ? placeOf(answer.spec) : "no spec";
}

/** What a pull request's body shows beside what it should. */
export function inBodyText(answer: SpecInBody, out: Out): string {
  const { owner, now, diff, verdict } = answer;
  const head = ownerLine(owner);
  if (now.status !== "found") return asText([head, ...missing(owner, now).map((line) => `  ${line}`)]);
  const sentence = sentenceOf(answer, now.spec.digest.slice(0, SHORT));
  if (verdict === "pass") return asText([head, `  ${sentence}`]);
  const heads = "--- the body\n+++ the spec, as the body should show it\n";
  const paint = painter(out.color);
  const texts = diff === "" ? [] : [diffText(`${heads}${diff}`, paint)];
  const torn =
    answer.block.status === "problem"
      ? ", after the marks that begin with golden-thread:spec are taken out"
      : "";
  return asText([
    head,
    `  ${sentence}`,
    ...texts,
    `  fix: golden-thread remote pr ${terminal(owner.tasks[0]?.id ?? owner.key)}${torn}`,
  ]);
}

function sentenceOf({ block }: SpecInBody, now: string): string {
  switch (block.status) {
    case "none":
      return "The body has no block with a spec.";
    case "problem":
      return `The marks around the spec are ${block.problem}, in line ${block.line} of the body.`;
    case "found": {
      const { section, isIntact } = block;
      if (section === null) return "The body's block has nothing of this ticket.";
      const shown = section.digest.slice(0, SHORT);
      if (shown !== now) return `The body shows another spec: ${shown}, now ${now}.`;
      if (section.differs !== null) return "Somebody edited the spec in the body.";
      if (!isIntact) return "Somebody edited the block around the spec in the body.";
      return section.isWhole
        ? `The body shows the spec as it is now: ${now}.`
        : `The body names the spec by its digest: ${now}.`;
    }
  }
}
