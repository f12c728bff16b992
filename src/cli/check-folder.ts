import { resolve } from "node:path";
import { USUAL_FORMATS } from "../audit-folder/usual-formats.ts";
import { auditFiles, writeAudit } from "../audit-folder.ts";
import type { World } from "../core/ports.ts";
import { evidenceContext, type JudgedWhere } from "../evidence-context.ts";
import type { Gate } from "../gate.ts";
import type { EvidenceSigning } from "../signing/evidence-signer.ts";
import { signerHere } from "./evidence-words.ts";
import type { Io } from "./io.ts";
import type { ToldReport } from "./tell-report.ts";

/** The folder that `check --out` names, and how what is in it is signed. */
export interface CheckFolder {
  readonly out: string;
  readonly signing: EvidenceSigning;
  /** Whether git is asked for the commits' own signatures. */
  readonly signatures: boolean;
}

/** Writes the same folder as the Action does: the report in its usual formats, its evidence, and how to verify both. */
export async function writeCheckFolder(
  { io, world, gate }: { readonly io: Io; readonly world: World; readonly gate: Gate },
  { report, showing }: ToldReport,
  { out, signing, signatures, where }: CheckFolder & { readonly where: JudgedWhere },
): Promise<void> {
  const files = auditFiles(report, {
    formats: USUAL_FORMATS,
    options: { ...showing, color: false, columns: COLUMNS },
    context: await evidenceContext(gate, report, { ...where, signatures }),
    signer: await signerHere(gate, { io, world, signing }),
  });
  await writeAudit(resolve(io.cwd, out), files);
}

/** Nobody's terminal is known by who reads a file later. */
const COLUMNS = 120;
