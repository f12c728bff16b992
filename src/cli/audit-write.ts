import { resolve } from "node:path";
import type { ShownAudit } from "../audit.ts";
import { type AuditFile, writeAudit } from "../audit-folder.ts";
import { type AuditFormatName, auditFormatNames, auditFormats } from "../reports/audits.ts";
import { disclosedAudit } from "../reports/disclosed-audit.ts";
import type { RenderOptions } from "../reports/options.ts";
import { ruleMetas } from "../rules/index.ts";
import type { Io } from "./io.ts";
import { targetsOf, writeTargets } from "./output.ts";
import type { Words } from "./words.ts";

/** Writes an audit where it was asked for: formats to a folder, to files or to standard output. */
export async function writeAuditOut(
  { audit: judged, terms }: ShownAudit,
  words: Words,
  io: Io,
): Promise<void> {
  const audit = disclosedAudit(judged, terms);
  const shown = { metas: ruleMetas(), repair: null, subject: () => null };
  const out = words.one("out");
  if (out !== null) {
    const asked = words.all("format");
    const names = auditFormatNames.filter((name) => asked.length === 0 || asked.includes(name));
    await writeAudit(resolve(io.cwd, out), filesOf(names, { ...shown, color: false, columns: 0 }));
    if (asked.length > 0) return;
  }
  const targets = out === null ? targetsOf(words, auditFormatNames) : TEXT;
  await writeTargets<AuditFormatName>(io, targets, async ({ format, ...how }) => {
    const load = await auditFormats[format]();
    return load({ ...shown, ...how })(audit).body;
  });

  async function* filesOf(
    names: readonly AuditFormatName[],
    options: RenderOptions,
  ): AsyncIterable<AuditFile> {
    for (const name of names) yield (await auditFormats[name]())(options)(audit);
  }
}

const TEXT = [{ format: "text", file: null }] as const;
