import { createHash, type Hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { firstLink } from "./attest/chain.ts";
import type { AuditContext, FileDigest } from "./attest/context.ts";
import { type EvidenceSigner, signStatements } from "./attest/sign.ts";
import { statementParts } from "./attest/statements.ts";
import { EVIDENCE_FILE, KEY_FILE, verifyMarkdown } from "./audit-folder/verify.ts";
import type { Audit } from "./core/audit.ts";
import { Fault } from "./core/fault.ts";
import { nearest } from "./core/nearest.ts";
import type { Renderer, Report } from "./core/report.ts";
import { auditFormatNames, auditFormats, isAuditFormat } from "./reports/audits.ts";
import { formatNames, formats, isFormat } from "./reports/index.ts";
import type { RenderOptions } from "./reports/options.ts";

/** One file of an audit. */
export interface AuditFile {
  readonly name: string;
  readonly mediaType: string;
  readonly body: Iterable<string> | AsyncIterable<string>;
}

/** What an audit's files are made of. */
export interface AuditInput {
  /** Formats of what was judged, by name, and `intoto`. */
  readonly formats: readonly string[];
  readonly options: RenderOptions;
  readonly context: AuditContext;
  /** What signs the evidence; null: nothing does. */
  readonly signer?: EvidenceSigner | null;
}

/** The name by which the evidence is asked for beside the formats of reports. */
export const EVIDENCE = "intoto";

/**
 * The files of an audit, each made when it is read: what was asked for, and the page that says how to verify it. Throws Fault("usage")
 * for a format that there is not.
 */
export async function* auditFiles(judged: Report | Audit, input: AuditInput): AsyncIterable<AuditFile> {
  const { options, context, signer = null } = input;
  const report = judged.kind === "audit" ? judged.report : judged;
  const named = new Set(input.formats.filter((name) => name !== EVIDENCE));
  const renderers = [...named].map((name) => rendererOf(judged, name));
  const files: FileDigest[] = [];
  for (const load of renderers) {
    const file = (await load())(options);
    const hash = createHash("sha256");
    yield { ...file, body: hashed(file.body, hash) };
    files.push({ name: file.name, sha256: hash.digest("hex") });
  }
  const hasEvidence = input.formats.includes(EVIDENCE);
  if (hasEvidence) yield* evidenceFiles(report, { ...context, files }, signer);
  const names = [...files.map(({ name }) => name), ...(hasEvidence ? [EVIDENCE_FILE] : [])];
  const how = signer === null ? null : signer.publicKey === null ? "keyless" : "key";
  const body = verifyMarkdown(report, context, { files: names, signed: hasEvidence ? how : null });
  yield { name: "VERIFY.md", mediaType: "text/markdown", body };
}

/** Whether an audit can be written so, before one is made. Throws Fault("usage") for a format that there is not. */
export function checkAuditFormats(names: readonly string[]): void {
  const unknown = names.find((name) => name !== EVIDENCE && !isAuditFormat(name));
  if (unknown !== undefined) throw unknownFormat(unknown, auditFormatNames);
}

type Load = () => Promise<(options: RenderOptions) => ReturnType<Renderer>>;

function rendererOf(judged: Report | Audit, name: string): Load {
  if (judged.kind === "audit") {
    if (!isAuditFormat(name)) throw unknownFormat(name, auditFormatNames);
    return async () => {
      const renderer = await auditFormats[name]();
      return (options) => renderer(options)(judged);
    };
  }
  if (!isFormat(name)) throw unknownFormat(name, formatNames);
  return async () => {
    const renderer = await formats[name]();
    return (options) => renderer(options)(judged);
  };
}

/** The statements, which vouch for every file before them, and the key that verifies them. */
function* evidenceFiles(
  report: Report,
  context: AuditContext,
  signer: EvidenceSigner | null,
): Iterable<AuditFile> {
  const link = firstLink(report, context);
  const body = signStatements(statementParts(report, context), { signer, link });
  yield { name: EVIDENCE_FILE, mediaType: "application/vnd.in-toto.bundle", body };
  const key = signer?.publicKey ?? null;
  if (key !== null) yield { name: KEY_FILE, mediaType: "application/x-pem-file", body: [key] };
}

function* hashed(body: Iterable<string>, hash: Hash): Iterable<string> {
  for (const text of body) {
    hash.update(text, "utf8");
    yield text;
  }
}

function unknownFormat(name: string, names: readonly string[]): Fault {
  const known = [...names, EVIDENCE].sort();
  const near = nearest(name, known);
  return new Fault("usage", "There is no such format.", {
    found: name,
    wanted: near === null ? known.join(", ") : near,
  });
}

/** The list of the other files' digests, as `sha256sum -c` reads it. */
const SUMS = "SHA256SUMS";

/**
 * Writes files into a folder, which is made where there is none, and after them the list of their digests. Answers their paths, that
 * list last. Throws Fault("storage") where one can't be written.
 */
export async function writeAudit(
  folder: string,
  files: AsyncIterable<AuditFile>,
): Promise<readonly string[]> {
  const sums: string[] = [];
  const names: string[] = [];
  for await (const { name, body } of files) {
    sums.push(`${await written(folder, name, body)}  ${name}\n`);
    names.push(name);
  }
  await written(folder, SUMS, sums);
  return [...names, SUMS].map((name) => join(folder, name));
}

/** Writes a file piece by piece, since a report may be longer than any text, and answers the SHA-256 of its bytes. */
async function written(folder: string, name: string, body: AuditFile["body"]): Promise<string> {
  const hash = createHash("sha256");
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true });
    // What somebody else put there may lead elsewhere.
    rmSync(path, { force: true });
    const file = openSync(path, "wx");
    try {
      for await (const text of gathered(body)) {
        const bytes = Buffer.from(text);
        hash.update(bytes);
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      }
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault("storage", "The audit's files can't be written.", { found: path, cause });
  }
  return hash.digest("hex");
}

/** UTF-16 units written at once: a report of rows would otherwise be as many writes. */
const CHUNK = 65_536;

async function* gathered(body: AuditFile["body"]): AsyncIterable<string> {
  let text = "";
  for await (const piece of body) {
    text += piece;
    if (text.length < CHUNK) continue;
    yield text;
    text = "";
  }
  yield text;
}
