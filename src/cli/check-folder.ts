import { resolve } from "node:path";
import type { AuditContext } from "../attest/context.ts";
import type { EvidenceSigner } from "../attest/sign.ts";
import { USUAL_FORMATS } from "../audit-folder/usual-formats.ts";
import { auditFiles, writeAudit } from "../audit-folder.ts";
import type { World } from "../core/ports.ts";
import type { Report } from "../core/report.ts";
import { evidenceContext, type JudgedWhere } from "../evidence-context.ts";
import type { Gate } from "../gate.ts";
import type { EvidenceSigning } from "../signing/evidence-signer.ts";
import { signerHere } from "./evidence-words.ts";
import type { Io } from "./io.ts";
import type { ToldReport } from "./tell-report.ts";

/** The folder that `check --out` names, and how what is in it is signed. */
export interface CheckFolder {
  /** Null: none, and records are written alone. */
  readonly out: string | null;
  /** Whether what landed is written down as notes, too. */
  readonly record: boolean;
  readonly signing: EvidenceSigning;
  /** Whether git is asked for the commits' own signatures. */
  readonly signatures: boolean;
}

/** Writes the same folder as the Action does: the report in its usual formats, its evidence, and how to verify both. */
export async function writeCheckFolder(
  { io, world, gate }: { readonly io: Io; readonly world: World; readonly gate: Gate },
  { report, showing }: ToldReport,
  { out, record, signing, signatures, where }: CheckFolder & { readonly where: JudgedWhere },
): Promise<void> {
  const context = await evidenceContext(gate, report, { ...where, signatures });
  const signer = await signerHere(gate, { io, world, signing });
  if (record) await recorded(gate, report, { context, signer, io });
  if (out === null) return;
  const files = auditFiles(report, {
    formats: USUAL_FORMATS,
    options: { ...showing, color: false, columns: COLUMNS },
    context,
    signer,
  });
  await writeAudit(resolve(io.cwd, out), files);
}

/** Behind the last record that this clone has; whoever was quicker elsewhere is told by the push of the ref, which git refuses then. */
async function recorded(
  { law, repo }: Gate,
  report: Report,
  {
    context,
    signer,
    io,
  }: { readonly context: AuditContext; readonly signer: EvidenceSigner | null; readonly io: Io },
): Promise<void> {
  const { landedEvidence, writeRecords } = await import("../record-evidence.ts");
  const evidence = landedEvidence({ notes: law.evidence?.notes ?? null, signer }, report, context);
  const commit = context.head ?? null;
  if (evidence === null || commit === null) return;
  await writeRecords(repo, { commit, evidence }, signer);
  io.stderr.write(`Recorded. Share it with: git push origin ${evidence.notes}\n`);
}

/** Nobody's terminal is known by who reads a file later. */
const COLUMNS = 120;
