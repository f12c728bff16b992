import type { AuditContext } from "../attest/context.ts";
import { FACTS_TYPE } from "../attest/statement.ts";
import { RECORD_NAME } from "../attest/statements.ts";
import { isObjectId } from "../core/object-id.ts";
import type { Report } from "../core/report.ts";
import { markdown, markdownCode } from "../reports/escape.ts";
import { statementOf } from "../reports/statement.ts";

/** The file whose column of commits the commands read. */
const REPORT_FILE = "report.json";

/** The file of the statements, one a line. */
export const EVIDENCE_FILE = "evidence.intoto.jsonl";

/** The public half of the key that signed them, as PEM. */
export const KEY_FILE = "evidence.pub.pem";

/** The statements out of their envelopes, one a line: the commands make it. */
const STATEMENTS_FILE = "statements.jsonl";

/** What lies in an audit's folder: `signed` tells by what the evidence is. */
export interface AuditFolder {
  readonly files: readonly string[];
  readonly signed: "key" | "keyless" | null;
}

/** What a reader needs to check an audit's folder without us. */
export function* verifyMarkdown(
  report: Report,
  context: AuditContext,
  { files, signed }: AuditFolder,
): Iterable<string> {
  yield* introduction(report, context);
  yield* FILES;
  const hasReport = files.includes(REPORT_FILE) && report.commits !== null;
  const hasEvidence = files.includes(EVIDENCE_FILE);
  if (hasReport) yield* population(report, context);
  const statements = signed === null ? EVIDENCE_FILE : STATEMENTS_FILE;
  if (hasEvidence && signed !== null) yield* unpacked();
  if (signed === "key") yield* keySignatures();
  if (signed === "keyless") yield* bundles();
  if (hasReport && hasEvidence) yield* sameCommits(statements);
  if (hasEvidence) yield* records(statements);
  if (hasEvidence) yield* chain();
  yield* limits(signed);
}

function* unpacked(): Iterable<string> {
  yield `\n## The statements, out of their envelopes\n\nThis writes \`${STATEMENTS_FILE}\`, which the commands below read.\n`;
  yield* shell(
    `sed -E 's/.*"payload":"([^"]*)".*/\\1/' ${EVIDENCE_FILE} | while IFS= read -r payload; do`,
    '  printf %s "$payload" | openssl base64 -d -A; echo',
    `done > "\${TMPDIR:-/tmp}/${STATEMENTS_FILE}"`,
  );
}

function* keySignatures(): Iterable<string> {
  yield `\n## Each statement is signed\n\nThis prints \`Verified OK\` once a line. \`${KEY_FILE}\` is only worth as much as the place where you got it: `;
  yield "compare it with the key that the policy names under `evidence.keys`.\n";
  yield* shell(
    `while IFS= read -r line; do`,
    `  printf '%s\\n' "$line" | sed -E 's/.*"payload":"([^"]*)".*/\\1/' | openssl base64 -d -A > "\${TMPDIR:-/tmp}/payload"`,
    `  printf '%s\\n' "$line" | sed -E 's/.*"sig":"([^"]*)".*/\\1/' | openssl base64 -d -A > "\${TMPDIR:-/tmp}/signature"`,
    `  { printf 'DSSEv1 28 application/vnd.in-toto+json %s ' "$(wc -c < "\${TMPDIR:-/tmp}/payload" | tr -d ' ')"; cat "\${TMPDIR:-/tmp}/payload"; } |`,
    `    openssl dgst -sha256 -verify ${KEY_FILE} -signature "\${TMPDIR:-/tmp}/signature"`,
    `done < ${EVIDENCE_FILE}`,
  );
}

function* bundles(): Iterable<string> {
  yield "\n## Each statement is signed\n\nEach line is a Sigstore bundle, which verifies every file that the statements name. `IDENTITY` and `ISSUER` are the two that the policy names under ";
  yield "`evidence.identities`. This needs `cosign` 3 and `gh`, and the network or a trusted root of your own:\n\n```text\n";
  yield `head -n 1 ${EVIDENCE_FILE} > record.sigstore.json\n`;
  yield `cosign verify-blob-attestation --bundle record.sigstore.json --type ${FACTS_TYPE} --certificate-identity "$IDENTITY" --certificate-oidc-issuer "$ISSUER" ${REPORT_FILE}\n`;
  yield `gh attestation verify ${REPORT_FILE} --bundle record.sigstore.json --predicate-type ${FACTS_TYPE} --cert-identity "$IDENTITY" --cert-oidc-issuer "$ISSUER" --owner OWNER\n\`\`\`\n`;
}

function* chain(): Iterable<string> {
  yield "\n## No record was taken out\n\ngolden-thread checks all of this at once, the chain of records, and what git tells, without a network:\n\n";
  yield '```text\ngolden-thread verify . --repo "$REPO"\n```\n';
}

function* introduction(
  report: Report,
  { repository, event, phase, invocation }: AuditContext,
): Iterable<string> {
  const { subject, decidedAt, policyDigest, tool } = report;
  yield "# How to verify these files without golden-thread\n\n";
  yield `${markdown(subject.label)} of ${markdown(repository)}, judged ${phase} on ${markdownCode(event)}`;
  yield ` at ${markdown(decidedAt)} by golden-thread ${markdown(tool.version)}: **${statementOf(report)}**.\n`;
  yield `The law's SHA-256 is ${markdownCode(policyDigest)}.\n`;
  if (invocation !== null) yield `The run: ${markdown(invocation)}\n`;
  yield "\nThe commands need a POSIX shell in this folder, `git`, and `sha256sum` (macOS: `shasum -a 256`). ";
  yield "`REPO` is the path of a clone that has the commits:\n\n```text\nREPO=/path/to/clone\n```\n";
}

const FILES: readonly string[] = [
  "\n## Nobody changed a file\n\nEvery line has to say OK.\n",
  ...shell("sha256sum -c SHA256SUMS"),
];

/** The report's column of ids is one line of its own, and object ids are all that it holds. */
const JUDGED = `grep '^"id":\\[' ${REPORT_FILE} | grep -oE '[0-9a-f]{40,64}'`;

function* population(report: Report, context: AuditContext): Iterable<string> {
  const { counts, subject, proposal } = report;
  const base = proposal?.base.commit ?? context.base ?? null;
  const head = proposal?.head.commit ?? context.head ?? null;
  yield "\n## No commit was left out, and none was made up\n\n";
  if (head === null || !isObjectId(head) || (base !== null && !isObjectId(base))) {
    yield "It is not recorded which commits the range began and ended with, so this can't be checked.\n";
    return;
  }
  yield `${counts.commits} commits were judged. This prints every commit that only the report has, or only the repository: `;
  yield counts.beforeBaseline > 0
    ? `the ${counts.beforeBaseline} commits before the policy's baseline, which nobody judged, and no others.\n`
    : "nothing.\n";
  if (!subject.complete)
    yield "**Not all commits could be seen when this was judged**, so it may print some.\n";
  yield* shell(`{ ${JUDGED}; git -C "$REPO" rev-list ${rangeOf(head, base, context)}; } | sort | uniq -u`);
}

/** A squashed pull request's own commits are soon nowhere, and nothing that the range has hangs on them. */
function rangeOf(head: string, base: string | null, { beside = [], since = null }: AuditContext): string {
  const others = beside.filter(isObjectId);
  const ends = [head, ...[base, ...others].flatMap((id) => (id === null ? [] : [`^${id}`]))];
  const from =
    since === null || Number.isNaN(Date.parse(since))
      ? []
      : [`--since-as-filter=${Date.parse(since) / 1000}`];
  return [...(others.length === 0 ? [] : ["--ignore-missing"]), ...from, ...ends].join(" ");
}

function* sameCommits(statements: string): Iterable<string> {
  yield "\n## The evidence speaks of the same commits as the report\n\nThis prints nothing.\n";
  const attested = [
    `sed 's/^.*,"subject":\\[//' ${placeOf(statements)}`,
    `grep -oE '"gitCommit":"[0-9a-f]+"'`,
    `grep -oE '[0-9a-f]{40,64}'`,
    "sort -u",
  ].join(" | ");
  yield* shell(`{ ${JUDGED}; ${attested}; } | sort | uniq -u`);
}

function* records(statements: string): Iterable<string> {
  yield `\n## Each statement is bound to its record\n\nA statement's record is its predicate; \`${RECORD_NAME}\` is that text, byte for byte, `;
  yield "as a file for tools that verify files. This prints `bound` once a statement.\n";
  yield* shell(
    `grep -F '"predicateType":"${FACTS_TYPE}"' ${placeOf(statements)} | while IFS= read -r line; do`,
    `  record=$(printf '%s\\n' "$line" | sed 's/^{"_type":"[^"]*","predicate"://; s/,"predicateType":"[^"]*","subject":\\[.*$//')`,
    `  digest=$(printf %s "$record" | sha256sum | cut -d ' ' -f 1)`,
    `  case "$line" in`,
    `    *"\\"sha256\\":\\"$digest\\"},\\"name\\":\\"${RECORD_NAME}\\""*) echo bound ;;`,
    "    *) echo 'NOT BOUND' ;;",
    "  esac",
    "done",
  );
}

/** What is made of signed evidence lies beside nothing of the audit: its folder stays as it was written. */
function placeOf(statements: string): string {
  return statements === EVIDENCE_FILE ? statements : `"\${TMPDIR:-/tmp}/${statements}"`;
}

function* limits(signed: AuditFolder["signed"]): Iterable<string> {
  yield "\n## What this does not show\n\n";
  if (signed === null)
    yield "The statements are not signed: who wrote them is told by the place where you got them, and by the run above. ";
  yield* LIMITS;
}

const LIMITS: readonly string[] = [
  "A digest of a ticket tells that it said the same, not what it said; its tracker can tell. ",
  "`unknown` in the report is what could not be had when it was judged; it is no pass.\n",
];

function shell(...lines: readonly string[]): readonly string[] {
  return ["\n```sh\n", ...lines.map((line) => `${line}\n`), "```\n"];
}
