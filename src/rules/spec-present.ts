import type { About, Finding } from "../core/finding.ts";
import { defineRule } from "../core/rule.ts";
import type { SpecAnswer } from "../core/spec.ts";
import { specAnswers } from "../core/spec-answers.ts";

interface Options {
  readonly required: boolean;
}

const codes = {
  present: { outcome: "pass", message: "The spec of {ticket} stands in {path}." },
  none: { outcome: "fail", message: "{ticket} has no spec." },
  ambiguous: {
    outcome: "fail",
    message: "{ticket} has several specs: {candidates}.",
    fix: "Keep one of them, or name it under spec.path in the task's front matter.",
  },
  unreadable: {
    outcome: "fail",
    message: "The spec of {ticket} should stand in {path}: {detail}.",
    fix: "Add the file, or mend the path that names it.",
  },
  unknown: {
    outcome: "unknown",
    message: "Whether {ticket} has a spec is not known: {detail}",
    fix: "Try again where the repository and its trackers can be read: golden-thread remote check",
  },
  "no-reference": { outcome: "skip", message: "No ticket is named." },
  "not-required": { outcome: "skip", message: "The policy asks for no specs." },
} as const;
type Code = keyof typeof codes;

export const specPresent = defineRule<Options, Code>({
  meta: {
    id: "spec-present",
    title: "The ticket has a spec",
    why: "A ticket says that something is wanted. Only a spec says what will be built, so that a reviewer can compare the two.",
    who: "whoever plans the work",
    fix: "Write the spec, at a place that the policy names: golden-thread config explain spec",
    codes,
    on: ["pull-request"],
    default: true,
    needs: ["specs"],
    fast: false,
    examples: [
      { text: "PROJ-7, and specs/PROJ-7/spec.md is there", code: "present" },
      { text: "PROJ-7, and no spec is anywhere", code: "none" },
      { text: "PROJ-7 with two tasks that name different specs", code: "ambiguous" },
    ],
    controls: [
      { framework: "NIST SSDF 1.1", id: "PO.1.2" },
      { framework: "IEC 62304", id: "5.2" },
    ],
  },
  options: (z) =>
    z.strictObject({
      required: z
        .boolean()
        .default(false)
        .describe("A ticket needs a spec; as the policy's `spec.required`."),
    }),
  from: ({ spec }) => (spec === undefined ? {} : { required: spec.required }),
  check: (evidence, { required }) => {
    const about: About = { kind: "change" };
    if (!required) return [{ outcome: "skip", code: "not-required", about, args: {} }];
    const found = specAnswers(evidence).map(({ claim, answer }) => finding(claim.written, answer));
    return found.length > 0 ? found : [{ outcome: "skip", code: "no-reference", about, args: {} }];
  },
});

function finding(ticket: string, answer: SpecAnswer): Finding<Code> {
  const about: About = { kind: "ticket", ticket };
  switch (answer.status) {
    case "found": {
      const path = answer.spec.path ?? "its tracker";
      return { outcome: "pass", code: "present", about, args: { ticket, path } };
    }
    case "none":
      return { outcome: "fail", code: "none", about, args: { ticket } };
    case "ambiguous": {
      const args = { ticket, candidates: answer.candidates.join(", ") };
      return { outcome: "fail", code: "ambiguous", about, args };
    }
    case "unreadable": {
      const { path, detail } = answer;
      return { outcome: "fail", code: "unreadable", about, args: { ticket, path, detail } };
    }
    case "unknown":
      return { outcome: "unknown", code: "unknown", about, args: { ticket, detail: answer.detail } };
  }
}
