import type { Evidence } from "../core/evidence.ts";
import type { Finding } from "../core/finding.ts";
import { defineRule } from "../core/rule.ts";
import type { SpecBlock } from "../core/spec.ts";
import { judgeSpecs, SPEC_CODES, shortDigest, type TicketSpec } from "../core/ticket-specs.ts";

const codes = {
  ...SPEC_CODES,
  "in-body": { outcome: "pass", message: "The description shows the spec of {ticket} as it is now." },
  "by-digest": { outcome: "pass", message: "The description names the spec of {ticket} by its digest." },
  "not-wanted": { outcome: "skip", message: "The policy wants no spec in descriptions (spec.inject)." },
  "no-block": { outcome: "fail", message: "The description does not show the spec of {ticket}." },
  "bad-block": {
    outcome: "fail",
    message: "The marks around the spec are {problem}, in line {line} of the description.",
    fix: "Take the marks that begin with golden-thread:spec out of the description, and write it anew: golden-thread remote pr TASK",
  },
  edited: {
    outcome: "fail",
    message:
      'Somebody edited the spec of {ticket} in the description: it says "{found}", and the spec "{wanted}".',
  },
  "edited-around": {
    outcome: "fail",
    message: "Somebody edited the block that holds the spec of {ticket} in the description.",
  },
  "other-spec": {
    outcome: "fail",
    message:
      'The spec of {ticket} is not the one that the description shows ({shown}, now {now}): that says "{found}", and the spec "{wanted}".',
  },
  "other-digest": {
    outcome: "fail",
    message: "The spec of {ticket} is not the one that the description names ({shown}, now {now}).",
  },
} as const;
type Code = keyof typeof codes;

export const specInBody = defineRule<Readonly<Record<never, never>>, Code>({
  meta: {
    id: "spec-in-body",
    title: "The description shows the spec as it is",
    why: "Reviewers approve what they read. What stands in the description must be the very spec that the tree has, or they approve something else.",
    who: "whoever opened the pull request",
    fix: "Write the spec into the description anew: golden-thread remote pr TASK",
    codes,
    on: ["pull-request"],
    default: true,
    needs: ["specs"],
    whole: true,
    fast: false,
    examples: [
      { text: "A description that shows the spec of TASK-7", code: "in-body" },
      { text: "A description without it", code: "no-block" },
      { text: "One character of it changed by hand", code: "edited" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "IEC 62304", id: "8.2.1" },
    ],
  },
  options: (z) => z.strictObject({}),
  check: (evidence) => judgeSpecs<Code>(evidence, (one) => [answer(one, evidence)]),
});

function answer({ at, spec, about }: TicketSpec, { specBlock }: Evidence): Finding<Code> {
  const ticket = spec.key;
  const told = (code: Code, args: Finding["args"] = {}): Finding<Code> => {
    const { outcome } = codes[code];
    const fix = outcome === "fail" && code !== "bad-block" ? { fix: mend(ticket) } : {};
    return { outcome, code, about, args: { ticket, ...args }, ...fix };
  };
  if (specBlock === undefined) return told("not-wanted");
  switch (specBlock.status) {
    case "none":
      return told("no-block");
    case "problem":
      return told("bad-block", { problem: specBlock.problem, line: specBlock.line });
    case "found":
      return told(...inBlock(specBlock, at, spec.digest));
  }
}

function inBlock(
  { isIntact, sections }: Extract<SpecBlock, { readonly status: "found" }>,
  at: string,
  now: string,
): readonly [Code, Finding["args"]?] {
  const section = sections[at];
  if (section === undefined) return ["no-block"];
  const { digest: shown, differs, isWhole } = section;
  const digests = { shown: shortDigest(shown), now: shortDigest(now) };
  if (shown !== now)
    return differs === null ? ["other-digest", digests] : ["other-spec", { ...digests, ...differs }];
  if (differs !== null) return ["edited", { ...differs }];
  if (!isIntact) return ["edited-around"];
  return [isWhole ? "in-body" : "by-digest"];
}

function mend(ticket: string): readonly string[] {
  return ["golden-thread", "remote", "pr", ticket];
}
