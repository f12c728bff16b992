import { coverageOf } from "../core/affected.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import type { Finding } from "../core/finding.ts";
import { GRANTING_CODES, grantingOf, ticketNames } from "../core/granting.ts";
import { type CommitSubject, judgeCommits } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { type Terms, termsFrom, termsSchema } from "../core/terms.ts";

interface Options {
  readonly terms: Terms;
  readonly also: readonly string[];
}

const codes = {
  ...COMMIT_CODES,
  ...GRANTING_CODES,
  inside: { outcome: "pass", message: "Every changed file is one that {tickets} speaks of." },
  outside: { outcome: "fail", message: "{path} is none of the files that {tickets} speaks of." },
  "no-scope": { outcome: "skip", message: "{tickets} does not say which files it touches." },
  "no-files": { outcome: "skip", message: "The commit changes no file." },
} as const;
type Code = keyof typeof codes;

export const pathsInScope = defineRule<Options, Code>({
  meta: {
    id: "paths-in-scope",
    title: "Only files that the ticket speaks of are changed",
    why: "A ticket authorises what it describes. Files that it does not speak of are work that nobody decided, or a sign that the plan has changed and should say so.",
    who: "the commit's author; the ticket's owner, by its affected files",
    fix: "Leave the file out of this commit, or have it added to the ticket's affected files by a change of its own.",
    codes,
    on: ["commits", "pull-request"],
    default: true,
    needs: ["paths", "tickets"],
    staged: true,
    fast: false,
    examples: [
      { text: "src/auth/login.ts under a ticket that affects src/auth/", code: "inside" },
      { text: "src/billing/invoice.ts under a ticket that affects src/auth/", code: "outside" },
      { text: "Any file under a ticket that names none", code: "no-scope" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "NIST SSDF 1.1", id: "PW.1.2" },
      { framework: "PCI DSS 4.0.1", id: "6.5.1" },
    ],
  },
  options: (z) =>
    z.strictObject({
      terms: termsSchema(z)
        .prefault({})
        .describe("On what terms a ticket authorises; follows the policy's sections."),
      also: z
        .array(z.string().regex(/^[^*?[\]{}!]+$/, "a file or a folder, not a glob"))
        .default([])
        .describe("Files and folders that every ticket may touch, such as a changelog or lock file."),
    }),
  from: (policy) => ({ terms: termsFrom(policy) }),
  check: (evidence, options) =>
    judgeCommits(evidence, {
      places: options.terms.references.in,
      needsPaths: true,
      judge: (subject) => answers(subject, evidence, options),
    }),
});

/** Tickets that say nothing add nothing; where none says anything there is no scope to hold. A task's own file is always in it. */
function answers(
  subject: CommitSubject,
  evidence: Evidence,
  { terms, also }: Options,
): readonly Finding<Code>[] {
  const { about, claims, commit } = subject;
  const paths = commit.paths ?? [];
  if (paths.length === 0) return [{ outcome: "skip", code: "no-files", about, args: {} }];
  const { granting, unknown } = grantingOf(claims, evidence, terms);
  const tickets = granting.flatMap((standing) => standing.tickets);
  const affected = tickets.flatMap((ticket) => ticket.affected);
  if (affected.length > 0) {
    const covers = coverageOf(
      [...affected, ...also, ...tickets.flatMap(({ path }) => path ?? [])],
      evidence.globs,
    );
    const outside = paths.filter(({ path }) => !covers(path));
    const args = { tickets: ticketNames(granting) };
    if (outside.length === 0) return [{ outcome: "pass", code: "inside", about, args }];
    if (unknown.length === 0)
      return outside.map(({ path }) => ({
        outcome: "fail",
        code: "outside",
        about: { ...about, kind: "path", path },
        args: { ...args, path },
      }));
  }
  if (unknown.length > 0)
    return [{ outcome: "unknown", code: "not-known", about, args: { tickets: ticketNames(unknown) } }];
  if (granting.length === 0) return [{ outcome: "skip", code: "nothing-authorises", about, args: {} }];
  return [{ outcome: "skip", code: "no-scope", about, args: { tickets: ticketNames(granting) } }];
}
