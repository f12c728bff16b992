import { resolve } from "node:path";
import type { ShownAudit } from "../audit.ts";
import { type AuditFile, writeAudit } from "../audit-folder.ts";
import type { Audit } from "../core/audit.ts";
import { Fault } from "../core/fault.ts";
import { type AuditFormatName, auditFormatNames, auditFormats, isAuditFormat } from "../reports/audits.ts";
import { disclosedAudit } from "../reports/disclosed-audit.ts";
import type { RenderOptions } from "../reports/options.ts";
import { ruleMetas } from "../rules/index.ts";
import type { Io } from "./io.ts";
import { targetsOf, writeTargets } from "./output.ts";
import type { Words } from "./words.ts";

/** Writes an audit where it was asked for: formats to a folder, to files or to standard output. */
export async function writeAuditOut(shown: ShownAudit, words: Words, io: Io): Promise<void> {
  const out = words.one("out");
  const asked = words.all("format");
  if (out !== null) await writeAuditFolder(shown, out, asked, io);
  if (out !== null && asked.length > 0) return;
  const audit = disclosedAudit(shown.audit, shown.terms);
  const targets = out === null ? targetsOf(words, auditFormatNames) : TEXT;
  await writeTargets<AuditFormatName>(io, targets, async ({ format, ...how }) => {
    const load = await auditFormats[format]();
    return load({ ...SHOWN, metas: ruleMetas(), ...how })(audit).body;
  });
}

const TEXT = [{ format: "text", file: null }] as const;
const SHOWN = { repair: null, subject: () => null } as const;

/** Writes formats of an audit into a folder, with the digests of all. `asked`: none: every format. */
export async function writeAuditFolder(
  { audit, terms }: ShownAudit,
  folder: string,
  asked: readonly string[],
  io: Io,
): Promise<void> {
  const names = asked.length === 0 ? auditFormatNames : asked.map(formatCalled);
  const options = { ...SHOWN, metas: ruleMetas(), color: false, columns: TEXT_COLUMNS };
  await writeAudit(resolve(io.cwd, folder), filesOf(disclosedAudit(audit, terms), names, options));
}

/** Nobody's terminal is known by who reads a file later. */
const TEXT_COLUMNS = 100;

function formatCalled(name: string): AuditFormatName {
  if (isAuditFormat(name)) return name;
  throw new Fault("usage", "There is no such format.", { found: name, wanted: auditFormatNames.join(", ") });
}

async function* filesOf(
  audit: Audit,
  names: readonly AuditFormatName[],
  options: RenderOptions,
): AsyncIterable<AuditFile> {
  for (const name of names) yield (await auditFormats[name]())(options)(audit);
}
