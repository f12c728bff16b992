import type { Standing } from "../core/authorise.ts";
import { type Claim, claimsAmong, inTextOrder } from "../core/claims.ts";
import { COMMIT_CODES } from "../core/codes.ts";
import type { Evidence } from "../core/evidence.ts";
import type { About, Finding } from "../core/finding.ts";
import { grantingOf, ticketNames } from "../core/granting.ts";
import { judgeCommits, subjectsOf } from "../core/judge-commits.ts";
import { defineRule } from "../core/rule.ts";
import { type TaskPair, taskPairs } from "../core/task-pairs.ts";
import { type Terms, termsFrom, termsSchema } from "../core/terms.ts";

const codes = {
  ...COMMIT_CODES,
  untouched: { outcome: "skip", message: "Nothing of the law itself is changed." },
  authorised: { outcome: "pass", message: "{what} is changed under {tickets}." },
  "no-reference": { outcome: "fail", message: "{what} is changed, and no ticket is named." },
  unauthorised: {
    outcome: "fail",
    message: "{what} is changed, and {tickets} does not authorise it ({reason}).",
  },
  "new-task": {
    outcome: "fail",
    advisory: true,
    message:
      "{what} is changed under {tickets}, which comes with this very change: one approval decides both.",
    fix: "Have the reviewer read task and change together, or bring the task in first.",
  },
  "not-known": {
    outcome: "unknown",
    message: "{what} is changed, and whether {tickets} authorises it is not known ({reason}).",
    fix: "See what ticket-authorised says of it, and check again.",
  },
} as const;
type Code = keyof typeof codes;

export const policyChangeAuthorised = defineRule<Terms, Code>({
  meta: {
    id: "policy-change-authorised",
    title: "The law itself changes only under a ticket",
    why: "Whoever may quietly change the policy, a waiver, a hook or a ticket's status can authorise anything. So no exempt path and no exempt author covers these, in any scope.",
    who: "the commit's author, by an authorised ticket",
    fix: "Name a ticket that authorises this change; for a task's status the task itself will do, if it was open for work before.",
    mends: "message",
    codes,
    on: ["commits", "pull-request"],
    default: true,
    needs: ["paths", "tickets"],
    guardsLaw: true,
    fast: false,
    examples: [
      { text: "Enforce change-size (TASK-3), with golden-thread.yml changed", code: "authorised" },
      { text: "Tweak settings, with golden-thread.yml changed", code: "no-reference" },
      { text: "Finish the login (TASK-7), with TASK-7 set from In Progress to Done", code: "authorised" },
      { text: "Reopen TASK-7, with TASK-7 set from Done to To Do", code: "unauthorised" },
    ],
    controls: [
      { framework: "SOC 2", id: "CC8.1" },
      { framework: "ISO 27001:2022", id: "A.8.32" },
      { framework: "NIST CSF 2.0", id: "PR.PS-01" },
      { framework: "NIST CSF 2.0", id: "PR.AA-05" },
    ],
  },
  options: termsSchema,
  from: termsFrom,
  check: (evidence, terms) => [
    ...wholeChange(evidence, terms),
    ...judgeCommits<Code>(evidence, {
      places: terms.references.in,
      needsPaths: true,
      // A clean merge brings nothing that its parents' commits did not; what lies before the baseline is never judged.
      exempts: ({ kind }) => kind === "clean-merge" || kind === "before-baseline",
      judge: ({ about, index, claims }) => {
        const touched = touchedBy(evidence, index);
        if (touched.length === 0) return [{ outcome: "skip", code: "untouched", about, args: {} }];
        return touched.map((one) =>
          answer(one, { ...about, kind: "path", path: one.path }, claims, evidence, terms),
        );
      },
    }),
  ],
});

interface Touched {
  readonly path: string;
  /** The path, or what of a task is changed. */
  readonly what: string;
}

/** What is told of the change as a whole may be authorised by any reference of it. */
function wholeChange(evidence: Evidence, terms: Terms): readonly Finding<Code>[] {
  const touched = touchedBy(evidence, null);
  if (touched.length === 0) return [];
  const places = terms.references.in;
  const inherited = subjectsOf(evidence, places).flatMap(({ references }) => references);
  const claims = claimsAmong(inTextOrder([...evidence.references, ...inherited]), places);
  return touched.map((one) => answer(one, { kind: "path", path: one.path }, claims, evidence, terms));
}

function touchedBy({ lawPaths, tasks }: Evidence, commit: number | null): readonly Touched[] {
  const law = lawPaths.filter((one) => one.commit === commit).map(({ path }) => ({ path, what: path }));
  const edits = tasks.filter((edit) => edit.commit === commit);
  const guarded = taskPairs(edits).flatMap((pair) =>
    guardedKeys(pair).map((key) => ({ path: pair.path, what: `${key} of ${pair.id}` })),
  );
  return [...law, ...guarded];
}

/** A new task is a claim, judged where it is referred to; only approvals that it brings along are guarded. */
function guardedKeys({ before, after }: TaskPair): readonly string[] {
  if (before === null) return after !== null && after.guarded.compliance !== "" ? ["compliance"] : [];
  if (after === null) return ["status"];
  const changed = {
    status:
      before.guarded.status !== after.guarded.status ||
      before.ticket.state.name !== after.ticket.state.name ||
      before.ticket.archived !== after.ticket.archived,
    upstream: before.guarded.upstream !== after.guarded.upstream,
    compliance: before.guarded.compliance !== after.guarded.compliance,
    spec: before.guarded.spec !== after.guarded.spec,
    // What decides whether the task authorises, and what.
    labels: String(before.ticket.labels) !== String(after.ticket.labels),
    type: before.ticket.type?.name !== after.ticket.type?.name,
    "created date": before.ticket.createdAt !== after.ticket.createdAt,
    "affected files": String(before.ticket.affected) !== String(after.ticket.affected),
  };
  return Object.entries(changed).flatMap(([key, differs]) => (differs ? [key] : []));
}

/** One ticket that authorises is enough here, whatever `need` says; the other references are ticket-authorised's matter. */
function answer(
  { what }: Touched,
  about: About,
  claims: readonly Claim[],
  evidence: Evidence,
  terms: Terms,
): Finding<Code> {
  const { granting, unknown, refused } = grantingOf(claims, evidence, terms);
  const firm = granting.filter(({ outcome }) => outcome === "pass");
  const found = (standings: readonly Standing[]) => ({ what, tickets: ticketNames(standings) });
  const reason = (standings: readonly Standing[]) => standings.map(({ code }) => code).join(", ");
  if (firm.length > 0) return { outcome: "pass", code: "authorised", about, args: found(firm) };
  if (granting.length > 0) return { outcome: "fail", code: "new-task", about, args: found(granting) };
  if (unknown.length > 0)
    return {
      outcome: "unknown",
      code: "not-known",
      about,
      args: { ...found(unknown), reason: reason(unknown) },
    };
  if (refused.length > 0)
    return {
      outcome: "fail",
      code: "unauthorised",
      about,
      args: { ...found(refused), reason: reason(refused) },
    };
  return { outcome: "fail", code: "no-reference", about, args: { what } };
}
