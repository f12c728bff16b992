import { resolve } from "node:path";
import type { AuditContext } from "../attest/context.ts";
import type { AuditRequest } from "../audit/request.ts";
import { auditFiles, EVIDENCE, writeAudit } from "../audit-folder.ts";
import type { Audit } from "../core/audit.ts";
import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { contextAlone, evidenceContext, type JudgedWhere } from "../evidence-context.ts";
import { type Gate, openGate } from "../gate.ts";
import { startOpening } from "../opening.ts";
import { type AuditFormatName, auditFormatNames, auditFormats } from "../reports/audits.ts";
import { ruleMetas } from "../rules/index.ts";
import type { EvidenceSigning } from "../signing/evidence-signer.ts";
import { signerHere } from "./evidence-words.ts";
import type { Io } from "./io.ts";
import { targetsOf, writeTargets } from "./output.ts";
import type { Words } from "./words.ts";

/** What an audit is written with: where it was made, and how its evidence is signed. */
export interface AuditWriting {
  readonly io: Io;
  readonly world: World;
  readonly request: Pick<AuditRequest, "place" | "policyRef">;
  readonly signing: EvidenceSigning;
  /** Whether git is asked for the commits' own signatures. */
  readonly signatures: boolean;
}

/** Writes an audit where it was asked for: formats to a folder, to files or to standard output. */
export async function writeAuditOut(audit: Audit, words: Words, writing: AuditWriting): Promise<void> {
  const out = words.one("out");
  const asked = words.all("format");
  if (out !== null) await writeAuditFolder(audit, out, asked, writing);
  if (out !== null && asked.length > 0) return;
  const targets = out === null ? targetsOf(words, auditFormatNames) : TEXT;
  await writeTargets<AuditFormatName>(writing.io, targets, async ({ format, ...how }) => {
    const load = await auditFormats[format]();
    return load({ ...SHOWN, metas: ruleMetas(), ...how })(audit).body;
  });
}

const TEXT = [{ format: "text", file: null }] as const;
const SHOWN = { repair: null, subject: () => null } as const;

/** Writes formats of an audit into a folder, and its evidence, with the digests of all. `asked`: none: every format. */
export async function writeAuditFolder(
  audit: Audit,
  folder: string,
  asked: readonly string[],
  writing: AuditWriting,
): Promise<void> {
  const gate = await gateHere(writing);
  const files = auditFiles(audit, {
    formats: asked.length === 0 ? [...auditFormatNames, EVIDENCE] : asked,
    options: { ...SHOWN, metas: ruleMetas(), color: false, columns: TEXT_COLUMNS },
    context: await contextOf(gate, audit, writing.signatures),
    signer: gate === null ? null : await signerHere(gate, writing),
  });
  await writeAudit(resolve(writing.io.cwd, folder), files);
}

/** Nobody's terminal is known by who reads a file later. */
export const TEXT_COLUMNS = 100;

/**
 * Who may sign, and what stands at the tip, is told by the repository. Null: there is none here, and an audit that was put together elsewhere has all it needs
 * but those. Throws Fault("repository") where a signature was asked for.
 */
async function gateHere({
  world,
  request: { place, policyRef },
  signing,
}: AuditWriting): Promise<Gate | null> {
  const opening = startOpening(world, null);
  const under = policyRef === undefined ? {} : { policyRef };
  try {
    return await openGate(world, { place, haste: "command", opening, ...under });
  } catch (thrown) {
    const isNeeded = signing.how === "key" || signing.how === "keyless";
    if (thrown instanceof Fault && thrown.code === "repository" && !isNeeded) return null;
    throw thrown;
  }
}

/** Neither a run nor its page is told: the same audit has the same evidence wherever it is made. */
async function contextOf(gate: Gate | null, audit: Audit, signatures: boolean): Promise<AuditContext> {
  const { repository, ref: targetRef, tip, behind, since } = audit.scope;
  const commits = { include: tip === null ? [] : [tip], exclude: behind };
  const run = { event: "manual", invocation: null, attempt: null };
  const where: JudgedWhere = { ...run, phase: "audit", repository, targetRef, commits, since, signatures };
  return gate === null ? contextAlone(where) : evidenceContext(gate, audit.report, where);
}
