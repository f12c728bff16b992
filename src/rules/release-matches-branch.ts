import { branchOf } from "../core/change.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Finding } from "../core/finding.ts";
import { GRANTING_CODES, weighGranting, worstVersion } from "../core/granting.ts";
import { judgeCommits } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { type Terms, termsFrom, termsSchema } from "../core/terms.ts";
import type { Ticket } from "../core/ticket.ts";
import { WEIGH_CODES } from "../core/weigh.ts";

interface Options {
  readonly terms: Terms;
  readonly branches: readonly string[];
  readonly by: "version" | "iteration" | "either";
}

/** A branch that names a release. */
interface Release {
  readonly branch: string;
  readonly version: string;
}

const OWN_CODES = {
  planned: { outcome: "pass", message: "{ticket} is planned for {version}, as the branch {branch} says." },
  "other-release": {
    outcome: "fail",
    message: "{ticket} is planned for {planned}, and the branch {branch} is for {version}.",
  },
  unplanned: {
    outcome: "fail",
    message: "{ticket} is planned for no release, and the branch {branch} is for {version}.",
  },
  "releases-untold": {
    outcome: "unknown",
    message: "{remote} does not tell for which release {ticket} is planned; the branch is for {version}.",
    fix: "Ask for what the tracker does tell by the rule's option `by`, or switch the rule off.",
  },
} as const;
const codes = {
  ...COMMIT_CODES,
  ...WEIGH_CODES,
  ...GRANTING_CODES,
  ...OWN_CODES,
  "no-branch": {
    outcome: "skip",
    message: "There is no branch: a detached HEAD, a tag, or a bare revision.",
  },
  "no-release": { outcome: "skip", message: "The branch {branch} names no release." },
} as const;
type Code = keyof typeof codes;
type Answer = Pick<Finding<keyof typeof OWN_CODES>, "code" | "args">;

export const releaseMatchesBranch = defineRule<Options, Code>({
  meta: {
    id: "release-matches-branch",
    title: "The ticket is planned for the branch's release",
    why: "A release holds what was decided for it. A change that slips into its branch under a ticket of another release was tested and announced by nobody.",
    who: "the ticket's owner, by its release; the commit's author, by another branch",
    fix: "Make the change on the branch of the ticket's own release, or have the ticket planned for this one.",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: false,
    needs: ["tickets"],
    fast: false,
    examples: [
      { text: "PROJ-7 of version 1.4 on release/1.4", code: "planned" },
      { text: "PROJ-7 of version 1.5 on release/1.4", code: "other-release" },
      { text: "PROJ-7 of no version on hotfix/1.4.1", code: "unplanned" },
      { text: "Any ticket on main", code: "no-release" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "IEC 62304", id: "8.2.1" },
    ],
  },
  options: (z) =>
    z.strictObject({
      terms: termsSchema(z)
        .prefault({})
        .describe("On what terms a ticket authorises; follows the policy's sections."),
      branches: z
        .array(
          z
            .string()
            .regex(/^[^{}]*\{version\}[^{}]*$/, { error: "a branch's name with {version} once in it" }),
        )
        .min(1)
        .default(["release/{version}", "hotfix/{version}"])
        .describe("Branches that name a release; `{version}` stands for it, and holds no `/`."),
      by: z
        .enum(["version", "iteration", "either"])
        .default("version")
        .describe(
          "What of a ticket must be the release: its versions or milestone, its iteration, or one of both.",
        ),
    }),
  from: (policy) => ({ terms: termsFrom(policy) }),
  check: (evidence, options) => {
    const branch = branchOf(evidence.change);
    const version = branch === null ? null : versionIn(branch, options.branches);
    return judgeCommits(evidence, {
      places: options.terms.references.in,
      judge: (subject) => {
        const { about } = subject;
        if (branch === null) return [{ outcome: "skip", code: "no-branch", about, args: {} }];
        if (version === null) return [{ outcome: "skip", code: "no-release", about, args: { branch } }];
        return weighGranting(subject, { evidence, terms: options.terms }, (standing) =>
          worstVersion(standing, { codes: OWN_CODES, best: "planned" }, (ticket) =>
            answerFor(ticket, { branch, version }, options.by),
          ),
        );
      },
    });
  },
});

/** The first pattern that the whole name fits tells. */
function versionIn(branch: string, patterns: readonly string[]): string | null {
  for (const pattern of patterns) {
    const [before = "", after = ""] = pattern.split("{version}");
    const version = branch.slice(before.length, branch.length - after.length);
    if (version === "" || version.includes("/")) continue;
    if (branch === `${before}${version}${after}`) return version;
  }
  return null;
}

function answerFor(ticket: Ticket, { branch, version }: Release, by: Options["by"]): Answer {
  const plans = plansOf(ticket, by);
  const args = { branch, version };
  if (plans === null) return { code: "releases-untold", args };
  if (plans.length === 0) return { code: "unplanned", args };
  if (plans.flatMap(partsOf).some((plan) => plain(plan) === plain(version))) return { code: "planned", args };
  return { code: "other-release", args: { ...args, planned: plans.join(", ") } };
}

/** Null: the tracker tells of none of what is asked. */
function plansOf({ versions, iteration }: Ticket, by: Options["by"]): readonly string[] | null {
  const sprints = iteration === null ? [] : iteration === undefined ? undefined : [iteration];
  switch (by) {
    case "version":
      return versions ?? null;
    case "iteration":
      return sprints ?? null;
    case "either":
      return versions === undefined && sprints === undefined
        ? null
        : [...(versions ?? []), ...(sprints ?? [])];
  }
}

/** Azure DevOps writes an iteration as the path to it: `Team\\1.4\\Sprint 3`. */
function partsOf(plan: string): readonly string[] {
  return [plan, ...plan.split("\\")];
}

/** `v1.4` and `1.4` are one release. */
function plain(version: string): string {
  return version
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, "");
}
