import type { Repository } from "./git/repository.ts";
import { audienceOf } from "./ledger/audience.ts";
import { judgeAnchors, readAnchors } from "./verify/anchors.ts";
import { judgeAsked } from "./verify/asked.ts";
import { judgeLog } from "./verify/chain.ts";
import type { EvidenceFinding } from "./verify/codes.ts";
import { type Files, judgeFiles } from "./verify/folder.ts";
import { judgeHistory } from "./verify/history.ts";
import { type JudgedLine, judgeLine, type LineTerms } from "./verify/judge-line.ts";
import { judgeLaws, type LawOf } from "./verify/law.ts";
import { type Verification, verificationOf } from "./verify/outcome.ts";
import { compileShapes } from "./verify/record.ts";
import { judgeTold } from "./verify/told.ts";

export type { Verification } from "./verify/outcome.ts";

/** Evidence as somebody has it. */
export interface GivenEvidence {
  /** How the lines are called: a file, or a ref. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The folder that it lies in, itself with it; null: it was given alone. */
  readonly files: Files | null;
}

/** By what evidence is judged. */
export interface EvidenceTerms extends Omit<LineTerms, "audienceOf"> {
  /** Null: nothing is held against git. */
  readonly repo: Repository | null;
  /** Null: no law is worked out. */
  readonly lawOf: LawOf | null;
  /** Full id of a commit whose whole history since the first record has to be told; null: only the records' own ranges count. */
  readonly through: string | null;
}

/** Most bytes of one line: 1,000 commits with their tickets take a fraction. */
const MOST_LINE = 16 * 1024 * 1024;

/** Judges evidence by every check there is, without asking anybody but git. Throws what git throws. */
export async function verifyEvidence(given: GivenEvidence, terms: EvidenceTerms): Promise<Verification> {
  const { lines: texts, findings } = linesOf(given.bytes);
  const shapes = compileShapes();
  const lines = texts.map((text, index) => judgeLine(text, index + 1, { ...terms, audienceOf }, shapes));
  for (const { line, found } of lines) findings.push(...found.map((one) => ({ ...one, line })));
  const log = judgeLog(lines);
  findings.push(...log.findings, ...policyChanges(lines, terms), ...missingParts(lines));
  const { repo } = terms;
  findings.push(...(await judgeAsked(lines, terms)));
  if (terms.lawOf !== null) findings.push(...(await judgeLaws(lines, terms.lawOf)));
  const anchors = repo === null || log.id === null ? [] : await readAnchors(repo, log.id);
  const anchored = judgeAnchors(log, anchors);
  findings.push(...anchored.findings);
  if (given.files !== null)
    findings.push(...judgeFiles(given.files, given.name, lines), ...judgeTold(given.files, lines));
  findings.push(...(repo === null ? [NO_REPOSITORY] : await judgeHistory(repo, lines, terms.through)));
  return verificationOf({
    ...{ lines, log, findings, anchoredByTag: anchored.to },
    hasFiles: given.files !== null,
    hasLaw: terms.policies !== null || terms.lawOf !== null,
  });
}

const NO_REPOSITORY: EvidenceFinding = { code: "no-repository", line: null, about: "" };

function linesOf(bytes: Uint8Array): {
  readonly lines: readonly string[];
  readonly findings: EvidenceFinding[];
} {
  if (bytes.byteLength === 0) return { lines: [], findings: [{ code: "no-records", line: null, about: "" }] };
  // Latin-1 would keep every byte; what is no UTF-8 is refused where the payload is read, and no line is JSON then.
  const lines = Buffer.from(bytes).toString("utf8").split("\n");
  const last = lines.pop() ?? "";
  const findings: EvidenceFinding[] =
    last === "" ? [] : [{ code: "torn-line", line: lines.length + 1, about: "" }];
  const all = last === "" ? lines : [...lines, last];
  const isLong = all.some((line) => line.length > MOST_LINE);
  return isLong
    ? { lines: [], findings: [{ code: "too-long", line: null, about: "" }] }
    : { lines: all, findings };
}

/** A long judgement is told in parts, one behind the other: without a repository nothing else tells that the last ones were cut off. */
function* missingParts(lines: readonly JudgedLine[]): Iterable<EvidenceFinding> {
  const all = lines.flatMap(({ facts, line }) =>
    facts === null ? [] : [{ line, part: facts.part ?? ONLY }],
  );
  for (const [index, { line, part }] of all.entries()) {
    const next = all[index + 1]?.part;
    const isFollowed = part.number === part.of || (next?.number === part.number + 1 && next.of === part.of);
    if (!isFollowed) yield { code: "part-missing", line, about: `${part.number} of ${part.of}` };
  }
}

const ONLY = { number: 1, of: 1 } as const;

function* policyChanges(
  lines: readonly JudgedLine[],
  { policies }: EvidenceTerms,
): Iterable<EvidenceFinding> {
  let before: string | null = null;
  for (const { facts, line } of lines) {
    if (facts === null) continue;
    const { sha256 } = facts.policy.digest;
    if (policies === null && before !== null && before !== sha256)
      yield { code: "policy-changed", line, about: sha256 };
    before = sha256;
  }
}
