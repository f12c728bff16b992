import { firstLink, type Link, lineDigest } from "./attest/chain.ts";
import type { AuditContext } from "./attest/context.ts";
import { placeIn } from "./attest/log-place.ts";
import { type EvidenceSigner, keySigner, signStatements } from "./attest/sign.ts";
import { statementParts } from "./attest/statements.ts";
import { Fault } from "./core/fault.ts";
import type { Law } from "./core/law.ts";
import type { RefMove } from "./core/ref-moves.ts";
import type { Report } from "./core/report.ts";
import { evidenceContext } from "./evidence-context.ts";
import type { Env } from "./git/env.ts";
import { addNote, lastNote } from "./git/notes.ts";
import { fetchNotes, pushNotes } from "./git/notes-remote.ts";
import type { CommitRange } from "./git/range.ts";
import type { Repository } from "./git/repository.ts";
import { disclosedHere } from "./reports/disclosed.ts";
import { ownKey, SIGNING_VARIABLES } from "./signing/signing-key.ts";
import type { KeptEvidence } from "./store/push-log.ts";

/** A ref of a push, judged. */
export interface JudgedRef {
  readonly move: RefMove;
  readonly commits: CommitRange | null;
  readonly report: Report | null;
  readonly law: Pick<Law, "disclose" | "evidence" | "ledger"> | null;
  readonly lawAt: string | null;
}

/** Somebody else may have written meanwhile, and again. */
const ATTEMPTS = 8;

/** What is to be written down of a judged ref, where its law wants that; null: nothing is. */
export async function evidenceOf(repo: Repository, judged: JudgedRef): Promise<KeptEvidence | null> {
  const { move, commits, report, law, lawAt } = judged;
  const notes = law?.evidence?.notes ?? null;
  if (report === null || commits === null || law === null || notes === null) return null;
  const context = await evidenceContext({ repo, law, lawAt }, report, {
    ...{ repository: null, commits, targetRef: move.ref, event: "push", phase: "post-merge" },
    ...{ invocation: null, attempt: null },
  });
  return keptEvidence(notes, disclosedHere(report, law), context);
}

/**
 * The records of what landed, as the policy wants them; null: it is about no commits. `notes`: the ref that the policy names. Throws
 * Fault("usage") where it names none, where nothing landed, and where nothing would sign them.
 */
export function landedEvidence(
  { notes, signer }: { readonly notes: string | null; readonly signer: EvidenceSigner | null },
  shown: Report,
  context: AuditContext,
): KeptEvidence | null {
  const fix = "golden-thread config explain evidence.notes";
  if (notes === null)
    throw new Fault("usage", "The policy names no ref for records.", {
      ...{ found: "no evidence.notes", wanted: "evidence: { notes: refs/notes/golden-thread }", fix },
    });
  if (context.phase !== "post-merge")
    throw new Fault("usage", "Nothing landed yet.", {
      ...{ found: context.phase, wanted: "a run of CI that a push began", fix },
    });
  if (signer === null)
    throw new Fault("usage", "Nothing signs the records.", {
      found: "sign: off, or neither a key nor an identity that the policy names",
      wanted: `sign: auto, and a key in ${SIGNING_VARIABLES.key}, or an identity of the job under evidence`,
      fix: "golden-thread key new evidence",
    });
  return keptEvidence(notes, shown, context);
}

/** A report, as it may be shown, as records for a ref; null: it is about no commits. */
function keptEvidence(notes: string, shown: Report, context: AuditContext): KeptEvidence | null {
  const parts = [...statementParts(shown, context)];
  return parts.length === 0 ? null : { notes, logId: firstLink(shown, context).logId, parts };
}

/**
 * Writes records to the note of the commit that a ref moved to, behind the last one that is there, signed where there is a key. Throws
 * Fault("storage") where others were always quicker, and Fault("usage") for a key that is none.
 */
export async function recordEvidence(
  repo: Repository,
  { to, evidence }: RefMove & { readonly evidence: KeptEvidence },
  env: Env,
): Promise<void> {
  if (to === null) return;
  const signer = (env[SIGNING_VARIABLES.key] ?? "") === "" ? null : keySigner(ownKey(env));
  await writeRecords(repo, { commit: to, evidence }, signer);
}

/** The same for whoever found his own signer; null: nothing signs. */
export async function writeRecords(
  repo: Repository,
  { commit, evidence }: { readonly commit: string; readonly evidence: KeptEvidence },
  signer: EvidenceSigner | null,
): Promise<void> {
  const { notes: ref, parts } = evidence;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const last = await lastNote(repo, ref);
    const link =
      last === null ? { logId: evidence.logId, seq: 1, previous: null } : linkBehind(last.text, ref);
    let lines = "";
    for await (const line of signStatements(parts, { signer, link })) lines += line;
    if (await addNote(repo, { ref, before: last?.commit ?? null, commit }, lines)) return;
  }
  throw tooSlow(ref);
}

/**
 * Writes records behind the last one that a remote has, and takes them there. Whoever was quicker is fetched and gone behind, and nothing is
 * ever overwritten. Throws Fault("storage") where others were always quicker, Fault("git") where the remote takes none.
 */
export async function shareRecords(
  repo: Repository,
  {
    commit,
    evidence,
    remote,
  }: { readonly commit: string; readonly evidence: KeptEvidence; readonly remote: string },
  signer: EvidenceSigner | null,
): Promise<void> {
  const at = { ref: evidence.notes, remote };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await fetchNotes(repo, at);
    await writeRecords(repo, { commit, evidence }, signer);
    if (await pushNotes(repo, { ...at, before })) return;
  }
  throw tooSlow(evidence.notes);
}

function tooSlow(ref: string): Fault {
  return new Fault("storage", "The record of a push was not written: others always came first.", {
    found: ref,
    fix: "golden-thread verify HEAD",
  });
}

function linkBehind(text: string, ref: string): Link {
  const lines = text.split("\n").filter((line) => line !== "");
  const place = lines.flatMap((line) => placeIn(line) ?? []).at(-1);
  if (place !== undefined)
    return { logId: place.logId, seq: place.seq + 1, previous: lineDigest(lines.at(-1) ?? "") };
  throw new Fault("storage", "The last note is no record.", {
    found: ref,
    wanted: "a ref that nothing else writes to",
    fix: "golden-thread config explain evidence.notes",
  });
}
