import { lineDigest } from "../attest/chain.ts";
import type { EvidenceFinding } from "./codes.ts";
import type { JudgedLine } from "./judge-line.ts";

/** The files beside some evidence, by name. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The list of digests of an audit's folder. */
const SUMS = "SHA256SUMS";

/** What is written after the statements, or tells of them; they can't name it. */
const LATER = (evidence: string): ReadonlySet<string> =>
  new Set([SUMS, evidence, "VERIFY.md", "evidence.pub.pem", "trusted_root.json"]);

/** Holds the files of a folder against SHA256SUMS, and against what the statements say of them. */
export function judgeFiles(
  files: Files,
  evidence: string,
  lines: readonly JudgedLine[],
): readonly EvidenceFinding[] {
  const digests = new Map([...files].map(([name, bytes]) => [name, lineDigest(bytes)]));
  const findings = [...sumsFindings(files.get(SUMS), digests)];
  const tell = (code: EvidenceFinding["code"], about: string) => findings.push({ code, line: null, about });
  const named = new Set<string>();
  for (const { files: told, line } of lines)
    for (const [name, digest] of told) {
      const isTold = named.has(name);
      named.add(name);
      if (!isTold && digests.get(name) !== digest)
        findings.push({ code: "file-disagrees", line, about: name });
    }
  const later = LATER(evidence);
  for (const name of digests.keys()) if (!named.has(name) && !later.has(name)) tell("file-unvouched", name);
  return findings;
}

function* sumsFindings(
  sums: Uint8Array | undefined,
  digests: ReadonlyMap<string, string>,
): Iterable<EvidenceFinding> {
  if (sums === undefined) {
    yield { code: "sums-missing", line: null, about: SUMS };
    return;
  }
  const listed = new Set<string>();
  for (const text of Buffer.from(sums).toString("utf8").split("\n")) {
    if (text === "") continue;
    const [, digest = "", name = ""] = /^([0-9a-f]{64}) [ *]([^/\\]+)$/.exec(text) ?? [];
    if (name === "") yield { code: "sums-unreadable", line: null, about: text };
    else if (!digests.has(name)) yield { code: "file-missing", line: null, about: name };
    else if (digests.get(name) !== digest) yield { code: "sums-mismatch", line: null, about: name };
    listed.add(name);
  }
  for (const name of digests.keys())
    if (name !== SUMS && !listed.has(name)) yield { code: "file-unlisted", line: null, about: name };
}
