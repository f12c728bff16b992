import { type Commit, commitsOf } from "./change.ts";
import { type Claim, type CountedPlaces, claimsAmong, inTextOrder } from "./claims.ts";
import type { CommitCode } from "./codes.ts";
import type { CommitFacts, Evidence, Exemption } from "./evidence.ts";
import type { About, Finding } from "./finding.ts";
import type { Reference } from "./reference.ts";
import { lookupKey } from "./ticket.ts";

/** One commit with all that speaks for it. */
export interface CommitSubject {
  readonly index: number;
  readonly commit: Commit;
  readonly facts: CommitFacts;
  readonly about: About;
  /** Own, inherited and change-wide references, also foreign ones and those in places that don't count. */
  readonly references: readonly Reference[];
  readonly claims: readonly Claim[];
}

/** What a rule asks of each commit. */
export interface CommitQuestion<Code extends string> {
  readonly places: CountedPlaces;
  /** True: a commit without known paths is answered `paths-unknown`. */
  readonly needsPaths?: boolean;
  /** Exemptions that hold for this rule; all of them unless it says otherwise. */
  readonly exempts?: (exemption: Exemption) => boolean;
  judge(subject: CommitSubject): readonly Finding<Code>[];
}

const NO_FACTS: CommitFacts = { exempt: null, unproved: null, inherits: null, evilMerge: false, root: false };

/** Asks one question of every commit; exemptions, unseen commits and an empty change are answered here, alike for all rules. */
export function judgeCommits<Code extends string>(
  evidence: Evidence,
  question: CommitQuestion<Code>,
): readonly Finding<Code | CommitCode>[] {
  const findings: Finding<Code | CommitCode>[] = [];
  for (const subject of subjectsOf(evidence, question.places)) {
    const settled = settle(subject, question);
    if (settled === null) findings.push(...question.judge(subject));
    else findings.push(settled);
  }
  const change: About = { kind: "change" };
  if (evidence.change.kind !== "commit-message" && !evidence.change.complete)
    findings.push({ outcome: "unknown", code: "incomplete", about: change, args: {} });
  if (findings.length === 0 && commitsOf(evidence.change).length === 0)
    findings.push({ outcome: "skip", code: "no-commits", about: change, args: {} });
  return findings;
}

/** Every commit of the change with its references. */
export function subjectsOf(evidence: Evidence, places: CountedPlaces): readonly CommitSubject[] {
  const own = new Map<number | null, Reference[]>();
  for (const reference of inTextOrder(evidence.references)) {
    const list = own.get(reference.commit);
    if (list === undefined) own.set(reference.commit, [reference]);
    else list.push(reference);
  }
  const wide = own.get(null) ?? [];
  return commitsOf(evidence.change).map((commit, index) => {
    const facts = evidence.facts[index] ?? NO_FACTS;
    const inherited = facts.inherits?.references ?? [];
    const named = own.get(index) ?? [];
    const references = [...named, ...inTextOrder(inherited), ...wide];
    const keys = inheritedKeys(facts.inherits, () => claimsAmong([...named, ...wide], places));
    return {
      index,
      commit,
      facts,
      about: { kind: "commit", commit: index },
      references,
      claims: claimsAmong(references, places, keys),
    };
  });
}

function settle<Code extends string>(
  { commit, facts, about }: CommitSubject,
  { exempts, needsPaths }: CommitQuestion<Code>,
): Finding<CommitCode> | null {
  const exempt = facts.exempt;
  if (exempt !== null && (exempts?.(exempt) ?? true)) {
    const args = exempt.kind === "bot" ? { account: exempt.account } : {};
    return { outcome: "skip", code: exempt.kind, about, args };
  }
  if (needsPaths && commit.paths === null)
    return { outcome: "unknown", code: "paths-unknown", about, args: {} };
  return null;
}

/**
 * Finished work may be undone or taken over under another ticket. A fixup goes on with it: a ticket that its own text
 * claims, if only because git repeats the target's subject, is claimed like any other.
 */
function inheritedKeys(
  inherits: CommitFacts["inherits"],
  own: () => readonly Claim[],
): ReadonlyMap<string, boolean> {
  const claimed = inherits?.kind === "autosquash" ? own().map(({ key }) => key) : [];
  const keys = (inherits?.references ?? []).flatMap(({ remote, id }) =>
    remote === null ? [] : [lookupKey(remote, id)],
  );
  return new Map(keys.map((key) => [key, !claimed.includes(key)]));
}
