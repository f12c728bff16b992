import type { Evidence } from "../core/evidence.ts";
import type { About, Finding } from "../core/finding.ts";
import { defineRule } from "../core/rule.ts";
import type { Spec } from "../core/spec.ts";
import { specAnswers } from "../core/spec-answers.ts";
import { type SpecGap, type SpecTerms, specState } from "../core/spec-complete.ts";
import { specTerms } from "../core/spec-terms.ts";
import { lookupKey } from "../core/ticket.ts";

interface Options extends SpecTerms {
  readonly required: boolean;
}

const codes = {
  complete: {
    outcome: "pass",
    message: "The spec of {ticket} is finished; {done} of {criteria} criteria are ticked.",
  },
  "heading-missing": { outcome: "fail", message: "The spec of {ticket} lacks the heading {detail}." },
  placeholder: {
    outcome: "fail",
    message: "The spec of {ticket} holds a placeholder in line {line}: {detail}",
  },
  "section-empty": {
    outcome: "fail",
    message: "Nothing stands under {detail} in line {line} of the spec of {ticket}.",
  },
  "criteria-few": {
    outcome: "fail",
    message: "The spec of {ticket} has {count} acceptance criteria; at least {wanted} are wanted.",
  },
  "too-short": {
    outcome: "fail",
    message: "The spec of {ticket} has {count} characters; at least {wanted} are wanted.",
  },
  "too-long": {
    outcome: "fail",
    message: "The spec of {ticket} has {count} characters; at most {wanted} are wanted.",
  },
  "no-spec": { outcome: "skip", message: "There is no spec to look at." },
  "not-required": { outcome: "skip", message: "The policy asks for no specs." },
} as const;
type Code = keyof typeof codes;

export const specComplete = defineRule<Options, Code>({
  meta: {
    id: "spec-complete",
    title: "The spec is finished",
    why: "A spec with gaps is agreed to by everybody, each with something else in mind.",
    who: "whoever writes the spec",
    fix: "Write down what is missing.",
    codes,
    on: ["pull-request"],
    default: true,
    needs: ["specs"],
    fast: false,
    examples: [
      { text: "A spec with its headings, criteria and no placeholder", code: "complete" },
      { text: "A spec in which TBD stands", code: "placeholder" },
      { text: "A spec without acceptance criteria", code: "criteria-few" },
    ],
    controls: [
      { framework: "NIST SSDF 1.1", id: "PO.1.2" },
      { framework: "IEC 62304", id: "5.2.6" },
    ],
  },
  options: (z) =>
    z.strictObject({
      required: z
        .boolean()
        .default(false)
        .describe("A ticket needs a spec; as the policy's `spec.required`."),
      ...specTerms(z),
    }),
  from: ({ spec }) => spec ?? {},
  check: (evidence, { required, ...terms }) => {
    const about: About = { kind: "change" };
    if (!required) return [{ outcome: "skip", code: "not-required", about, args: {} }];
    const found = specAnswers(evidence).flatMap(({ claim, answer }) =>
      answer.status === "found" ? judge(claim.written, answer.spec, evidence, terms) : [],
    );
    return found.length > 0 ? found : [{ outcome: "skip", code: "no-spec", about, args: {} }];
  },
});

function judge(ticket: string, spec: Spec, evidence: Evidence, terms: SpecTerms): readonly Finding<Code>[] {
  const { gaps, criteria } = specState(spec.text, typeOf(spec, evidence), terms);
  const about: About =
    spec.path === null ? { kind: "ticket", ticket } : { kind: "path", path: spec.path, ticket };
  const args = { ticket, criteria: criteria.count, done: criteria.done };
  if (gaps.length === 0) return [{ outcome: "pass", code: "complete", about, args }];
  return gaps.map((gap) => ({ outcome: "fail", code: gap.code, about, args: { ticket, ...argsOf(gap) } }));
}

/** The kind of work, as far as the evidence tells it. */
function typeOf({ remote, id }: Spec, { lookups }: Evidence): string | null {
  const found = lookups[lookupKey(remote, id)];
  return found?.status === "found" || found?.status === "claimed"
    ? (found.ticket.type?.category ?? null)
    : null;
}

function argsOf(gap: SpecGap): Readonly<Record<string, string | number>> {
  const { code: _code, ...args } = gap;
  return args;
}
