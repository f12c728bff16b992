import type { Problem } from "../core/fault.ts";
import type { Finding } from "../core/finding.ts";
import { defineRule } from "../core/rule.ts";
import { HEAD_POLICY_RULE } from "../core/rule-ids.ts";

const codes = {
  unchanged: { outcome: "skip", message: "Policy and waivers are those of the base." },
  wellformed: { outcome: "pass", message: "Policy and waivers can be used as the head has them." },
  removed: {
    outcome: "pass",
    message:
      "The head has no policy file: once merged, the standard preset and what is found in the repository are the law.",
  },
  unusable: {
    outcome: "fail",
    message: "Once merged, nobody could be judged by {path}, line {line} ({problem}).",
  },
  unreadable: {
    outcome: "unknown",
    message: "Policy and waivers of the head can't be read here.",
    fix: "Fetch the head of the pull request and check again.",
  },
} as const;
type Code = keyof typeof codes;

export const policyWellformed = defineRule<Record<string, never>, Code>({
  meta: {
    id: HEAD_POLICY_RULE,
    title: "The law can be used once this is merged",
    why: "A pull request is judged by the law of its base, so a broken policy or waiver file would pass, and from then on nobody could be judged at all.",
    who: "whoever edits the policy or its waivers",
    fix: "Mend the line that is named, then run: golden-thread config validate",
    codes,
    on: ["pull-request"],
    default: true,
    needs: [],
    whole: true,
    guardsLaw: true,
    fast: false,
    examples: [
      { text: "golden-thread.yml with a rule's level raised", code: "wellformed" },
      { text: "golden-thread.yml with an unknown key", code: "unusable" },
      { text: "golden-thread.json beside golden-thread.yml", code: "unusable" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "NIST CSF 2.0", id: "PR.PS-01" },
    ],
  },
  options: (z) => z.strictObject({}),
  check: ({ headPolicy }) => {
    const whole = (code: Code): readonly Finding<Code>[] => [
      { outcome: codes[code].outcome, code, about: { kind: "change" }, args: {} },
    ];
    if (headPolicy === undefined) return whole("unchanged");
    if (headPolicy.status === "unknown") return whole("unreadable");
    const { problems, isRemoved } = headPolicy;
    if (problems.length > 0) return problems.map(unusable);
    return whole(isRemoved ? "removed" : "wellformed");
  },
});

function unusable({ file, line, key, message, found, wanted, suggestion }: Problem): Finding<Code> {
  const problem = [
    `${key === "" ? "" : `${key}: `}${message.replace(/\.$/, "")}`,
    ...(found === undefined ? [] : [`found ${found}`]),
    ...(suggestion === undefined ? [] : [`did you mean ${suggestion}?`]),
  ].join("; ");
  return {
    outcome: "fail",
    code: "unusable",
    about: { kind: "path", path: file, line },
    args: { path: file, line, problem, ...(wanted === undefined ? {} : { wanted }) },
  };
}
