import type { Audit, AuditPart, Ratio } from "../core/audit.ts";
import type { EvidenceId } from "./item.ts";

/** `present`: all of it is shown; `partial`: some is; `absent`: this audit shows none. */
export type EvidenceState = "present" | "partial" | "absent";

/** What an audit has of one kind of evidence. */
export interface AuditEvidence {
  readonly id: EvidenceId;
  /** What it is, in a few words. */
  readonly name: string;
  readonly state: EvidenceState;
  /** What it rests on, or what would make it: one sentence. */
  readonly said: string;
}

/** What an audit can't tell of itself: signatures, records and the guard on the forge. Left out: nobody looked, so it is absent. */
export type Proofs = Readonly<Partial<Record<"E4" | "E5" | "E7", Pick<AuditEvidence, "state" | "said">>>>;

/** Every kind of evidence, and what it is. */
export const EVIDENCE: Readonly<Record<EvidenceId, string>> = {
  E1: "a ticket authorised the change when it was decided",
  E2: "the spec is bound to the ticket by its digest",
  E3: "every commit is traced to tickets, over the whole range",
  E4: "a signed record says who, when and by which policy",
  E5: "records are chained and agree with git",
  E6: "exceptions have a reason, an approver and an end",
  E7: "the forge enforces the check, and nobody goes around it",
  E8: "who authorised is not who wrote",
};

/** The rule whose answers tell author and authoriser apart. */
const SEGREGATION = "authoriser-is-not-author";

type Told = Pick<AuditEvidence, "state" | "said">;

/** What this very audit shows of each kind of evidence, in the order of their names. */
export function auditEvidence(audit: Audit, proofs: Proofs = {}): readonly AuditEvidence[] {
  const told: Readonly<Record<EvidenceId, Told>> = {
    E1: authorised(audit),
    E2: ofRatio(audit.coverage.specs, "tickets with commits have a spec", "No spec was looked for."),
    E3: traced(audit),
    E4: proofs.E4 ?? absent("No signature was looked at: golden-thread verify does."),
    E5: proofs.E5 ?? absent("No record was compared with git: golden-thread verify does."),
    E6: exceptions(audit),
    E7: proofs.E7 ?? absent("The forge was not asked: golden-thread doctor --forge does."),
    E8: segregated(audit),
  };
  const ids: readonly EvidenceId[] = ["E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8"];
  return ids.map((id) => ({ id, name: EVIDENCE[id], ...told[id] }));
}

function absent(said: string): Told {
  return { state: "absent", said };
}

function ofRatio(ratio: Ratio | null, what: string, none: string): Told {
  if (ratio === null || ratio.total === 0) return absent(none);
  const said = `${ratio.covered} of ${ratio.total} ${what}.`;
  if (ratio.covered === 0) return absent(said);
  return { state: ratio.covered === ratio.total ? "present" : "partial", said };
}

function authorised({ coverage }: Audit): Told {
  return ofRatio(
    coverage.commits.ratio,
    "commits that are not exempt have a ticket that authorises them",
    "There is no commit that needs a ticket.",
  );
}

function traced(audit: Audit): Told {
  const { total } = audit.coverage.commits;
  const state = partState(audit, "messages");
  if (state === "not-asked" || state === "unavailable" || total === 0)
    return absent("No commit was looked at.");
  if (state === "partial" || !audit.scope.complete)
    return { state: "partial", said: `${total} commits were looked at; git does not have them all.` };
  return { state: "present", said: `All ${total} commits of the range were looked at.` };
}

function partState({ parts }: Audit, part: AuditPart): string {
  return parts.find((one) => one.part === part)?.state ?? "not-asked";
}

function exceptions({ report, gaps }: Audit): Told {
  const { waivers } = report;
  if (waivers.length === 0) return { state: "present", said: "No waiver was granted." };
  const overdue = gaps.find(({ code }) => code === "waiver-overdue")?.indexes.length ?? 0;
  const declared = waivers.filter(({ proof }) => proof === "declared").length;
  const said = `${waivers.length} waivers, ${overdue} of them overdue, ${declared} with an approver whom only the file names.`;
  return { state: overdue === 0 && declared === 0 ? "present" : "partial", said };
}

/** Passes and fails of the rule; where it never answered nobody looked. */
function segregated({ report }: Audit): Told {
  const counts = { pass: 0, other: 0 };
  for (const { findings, count } of report.keys) {
    const own = findings.filter(({ rule, outcome }) => rule === SEGREGATION && outcome !== "skip");
    if (own.length === 0) continue;
    if (own.every(({ outcome }) => outcome === "pass")) counts.pass += count;
    else counts.other += count;
  }
  const total = counts.pass + counts.other;
  const ratio = { covered: counts.pass, total, percent: null };
  return ofRatio(
    ratio,
    "commits are by others than their authoriser",
    `The rule ${SEGREGATION} is not asked.`,
  );
}
