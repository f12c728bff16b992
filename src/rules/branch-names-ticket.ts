import { branchOf } from "../core/change.ts";
import { inTextOrder } from "../core/claims.ts";
import type { Evidence } from "../core/evidence.ts";
import type { About, Finding } from "../core/finding.ts";
import { defineRule } from "../core/rule.ts";

interface Options {
  readonly except: readonly string[];
}

const codes = {
  named: { outcome: "pass", message: "The branch {branch} names {ticket}." },
  unnamed: { outcome: "fail", message: "The branch {branch} names no ticket." },
  foreign: {
    outcome: "fail",
    message: "The branch {branch} names {ticket}, which belongs to no tracker of this policy.",
  },
  "no-branch": {
    outcome: "skip",
    message: "There is no branch: a detached HEAD, a tag, or a bare revision.",
  },
  "shared-branch": {
    outcome: "skip",
    message: "The branch {branch} is shared; no ticket is expected in its name.",
  },
} as const;
type Code = keyof typeof codes;

export const branchNamesTicket = defineRule<Options, Code>({
  meta: {
    id: "branch-names-ticket",
    title: "The branch is named for its ticket",
    why: "A branch that carries its ticket shows what it is for before anybody opens it, and hooks can fill the ticket into each message.",
    who: "whoever owns the branch",
    fix: "Rename the branch so that it holds the ticket's id: git branch -m TICKET-short-name.",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: false,
    needs: [],
    whole: true,
    fast: true,
    examples: [
      { text: "feature/TASK-7-login", code: "named" },
      { text: "fix-login", code: "unnamed" },
      { text: "main", code: "shared-branch" },
    ],
    controls: [{ framework: "ISO 27001:2022", id: "A.8.32" }],
  },
  options: (z) =>
    z.strictObject({
      except: z
        .array(z.string().min(1))
        .default(["main", "master", "trunk", "develop", "release/*"])
        .describe("Shared branches, beside the default branch; a `*` at the end stands for any rest."),
    }),
  check: (evidence, { except }) => [answer(evidence, except)],
});

function answer(evidence: Evidence, except: readonly string[]): Finding<Code> {
  const branch = branchOf(evidence.change);
  const about: About = { kind: "branch" };
  if (branch === null) return { outcome: "skip", code: "no-branch", about, args: {} };
  if (evidence.defaultBranches.includes(branch) || except.some((pattern) => matches(pattern, branch)))
    return { outcome: "skip", code: "shared-branch", about, args: { branch } };
  const named = inTextOrder(evidence.references).filter(({ place }) => place === "branch");
  const ours = named.find(({ remote }) => remote !== null);
  const found = ours ?? named[0];
  if (found === undefined) return { outcome: "fail", code: "unnamed", about, args: { branch } };
  const args = { branch, ticket: found.id };
  if (ours === undefined)
    return { outcome: "fail", code: "foreign", about: { ...about, ticket: found.id }, args };
  return { outcome: "pass", code: "named", about: { ...about, ticket: found.id }, args };
}

function matches(pattern: string, branch: string): boolean {
  return pattern.endsWith("*") ? branch.startsWith(pattern.slice(0, -1)) : branch === pattern;
}
