import type { Audit } from "../core/audit.js";
import type { EvidenceId } from "./item.js";
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
export declare const EVIDENCE: Readonly<Record<EvidenceId, string>>;
/** What this very audit shows of each kind of evidence, in the order of their names. */
export declare function auditEvidence(audit: Audit, proofs?: Proofs): readonly AuditEvidence[];
