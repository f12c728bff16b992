import type { Evidence } from "../core/evidence.ts";
import type { Finding } from "../core/finding.ts";
import { defineRule } from "../core/rule.ts";
import { judgeSpecs, SPEC_CODES, shortDigest, type TicketSpec } from "../core/ticket-specs.ts";

const codes = {
  ...SPEC_CODES,
  unchanged: { outcome: "pass", message: "The spec of {ticket} is the one that {by} approved." },
  changed: {
    outcome: "fail",
    message: "The spec of {ticket} was changed since {by} approved it ({approved}, now {now}).",
  },
  "description-changed": {
    outcome: "fail",
    message: "The description of {ticket}, which is its spec, was changed since {by} approved it.",
  },
  "not-approved": { outcome: "skip", message: "Nobody approved a spec of {ticket}." },
  "no-digest": {
    outcome: "unknown",
    message: "{ticket} was approved by {by}, and keeps no digest of the spec that it was approved with.",
    fix: "Write the digest of the approved spec into the task, under a ticket of its own: golden-thread spec check TASK --write",
  },
} as const;
type Code = keyof typeof codes;

export const specUnchangedSinceApproval = defineRule<Readonly<Record<never, never>>, Code>({
  meta: {
    id: "spec-unchanged-since-approval",
    title: "The spec is the one that was approved",
    why: "An approval is given for a text. Whoever changes the text afterwards builds something that nobody approved.",
    who: "whoever approves specs",
    fix: "Have the spec approved again as it is now, or take the change back.",
    codes,
    on: ["pull-request"],
    default: true,
    needs: ["specs"],
    whole: true,
    fast: false,
    examples: [
      { text: "The spec of TASK-7 as it was approved", code: "unchanged" },
      { text: "One line of it changed in this pull request", code: "changed" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "IEC 62304", id: "8.2.1" },
    ],
  },
  options: (z) => z.strictObject({}),
  check: (evidence) => judgeSpecs<Code>(evidence, (one) => answers(one, evidence)),
});

/** Every approval has to hold: whoever gave one that does not has approved another text. */
function answers(
  { at, spec, about }: TicketSpec,
  { approvedSpecs = {} }: Evidence,
): readonly Finding<Code>[] {
  const told = (code: Code, args: Finding["args"] = {}): Finding<Code> => ({
    outcome: codes[code].outcome,
    code,
    about,
    args: { ticket: spec.key, ...args },
  });
  const approved = Object.hasOwn(approvedSpecs, at) ? (approvedSpecs[at] ?? []) : [];
  if (approved.length === 0) return [told("not-approved")];
  return approved.map((one) => {
    const { by } = one;
    if (one.kind === "description") return told(one.isSame ? "unchanged" : "description-changed", { by });
    const { digest } = one;
    if (digest === null) return told("no-digest", { by });
    if (digest === spec.digest) return told("unchanged", { by });
    const digests = { approved: shortDigest(digest), now: shortDigest(spec.digest) };
    return told("changed", { by, ...digests });
  });
}
