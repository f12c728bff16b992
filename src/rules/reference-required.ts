import { type CountedPlaces, claimsAmong, inTextOrder } from "../core/claims.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { MergeResult } from "../core/evidence.ts";
import type { Finding } from "../core/finding.ts";
import { type CommitSubject, judgeCommits } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { placesSchema } from "../core/terms.ts";

interface Options {
  readonly in: CountedPlaces;
}

const codes = {
  ...COMMIT_CODES,
  referenced: { outcome: "pass", message: "Refers to {tickets}." },
  inherited: { outcome: "pass", message: "Refers to {tickets}, by the commit that it takes up." },
  missing: { outcome: "fail", message: "No ticket is named; one is wanted in: {wanted}." },
  "wrong-place": {
    outcome: "fail",
    message: "{tickets} is named in: {found}; the policy counts: {wanted}.",
    fix: "Move the ticket's id to a place that the policy counts, or add the place to references.in.",
  },
  foreign: {
    outcome: "fail",
    message: "{tickets} belongs to no tracker of this policy.",
    fix: "Name a ticket of a configured tracker, or add its tracker to the policy's remotes.",
  },
  kept: { outcome: "pass", message: "Merged by {method}, it would refer to {tickets}." },
  lost: {
    outcome: "fail",
    message: "Merged by {method}, it would become a commit that names no ticket in: {wanted}. {setting}.",
    fix: "Name the ticket in the pull request's title, or change the repository's setting for such messages.",
  },
  "lost-by-choice": {
    outcome: "fail",
    message:
      "Merged by {method}, it would become a commit that names no ticket in: {wanted}. {setting}. Another method keeps the commits.",
    fix: "Name the ticket in the pull request's title, or change the repository's setting for such messages.",
    advisory: true,
  },
  "merge-unknown": {
    outcome: "unknown",
    message: "What a squash would write is not known. {detail}",
    fix: "Check again once the forge answers.",
  },
  unproved: {
    outcome: "fail",
    message:
      "No ticket is named. The author {author} looks like an exempt bot, but a name alone proves nothing.",
    fix: "Check this where the forge's account or a verified signature can be seen, or name a ticket.",
  },
} as const;

export const referenceRequired = defineRule<Options, keyof typeof codes>({
  meta: {
    id: "reference-required",
    title: "Every commit names a ticket",
    why: "The thread from intent to code begins with a name. A commit without one can't be led back to anybody's decision, today by a reviewer or in three years by an auditor.",
    who: "the commit's author, in its message",
    fix: "Name the ticket in the commit message, for example in the subject.",
    mends: "message",
    codes,
    on: ["commit-message", "commits", "pull-request"],
    default: true,
    needs: [],
    fast: true,
    examples: [
      { text: "Fix the login (TASK-7)", code: "referenced" },
      { text: "Fix the login", code: "missing" },
      { text: "Fix the login, see other/repository#7", code: "foreign" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "NIST CSF 2.0", id: "ID.RA-07" },
      { framework: "IEC 62304", id: "8.2.4" },
    ],
  },
  options: (z) =>
    z.strictObject({
      in: placesSchema(z),
    }),
  from: ({ references }) => ({ in: references.in }),
  check: (evidence, options) =>
    evidence.merges?.map((one) => afterMerge(one, options)) ??
    judgeCommits(evidence, { places: options.in, judge: (subject) => [answer(subject, options)] }),
});

function afterMerge(merge: MergeResult, { in: wanted }: Options): Finding<keyof typeof codes> {
  const about = { kind: "change" } as const;
  if (merge.status === "unknown")
    return { outcome: "unknown", code: "merge-unknown", about, args: { detail: merge.detail } };
  const { method, setting, isOnly, references } = merge;
  const claims = claimsAmong(inTextOrder(references), wanted);
  if (claims.length > 0)
    return { outcome: "pass", code: "kept", about, args: { method, setting, tickets: list(claims) } };
  const args = { method, setting, wanted: wanted.join(", ") };
  return { outcome: "fail", code: isOnly ? "lost" : "lost-by-choice", about, args };
}

function answer(
  { about, claims, references, facts }: CommitSubject,
  { in: wanted }: Options,
): Finding<keyof typeof codes> {
  const [first] = claims;
  if (first !== undefined) {
    const code = claims.every(({ inherited }) => inherited) ? "inherited" : "referenced";
    return { outcome: "pass", code, about: { ...about, ticket: first.id }, args: { tickets: list(claims) } };
  }
  const args = { tickets: list(references), wanted: wanted.join(", ") };
  const misplaced = references.filter(({ remote }) => remote !== null);
  if (misplaced.length > 0) {
    const found = [...new Set(misplaced.map(({ place }) => place))].join(", ");
    return {
      outcome: "fail",
      code: "wrong-place",
      about,
      args: { ...args, tickets: list(misplaced), found },
    };
  }
  if (references.length > 0) return { outcome: "fail", code: "foreign", about, args };
  if (facts.unproved !== null)
    return { outcome: "fail", code: "unproved", about, args: { author: facts.unproved } };
  return { outcome: "fail", code: "missing", about, args: { wanted: args.wanted } };
}

function list(tickets: readonly { readonly id: string }[]): string {
  return [...new Set(tickets.map(({ id }) => id))].join(", ");
}
