import { terminal } from "../reports/escape.ts";
import { anchorLine } from "../verify/anchor-line.ts";
import { CHECKS, CODES } from "../verify/codes.ts";
import type { Verification } from "../verify.ts";

/** Findings of one code that are shown; the rest is counted. */
const MOST_SHOWN = 10;

const MARKS = { pass: "ok", fail: "FAILED", unknown: "not known", skipped: "not looked at" } as const;
const VERDICTS = {
  pass: "Nothing is wrong with it.",
  fail: "It is not to be relied on.",
  undecided: "Nobody can tell whether it is genuine.",
} as const satisfies Record<Verification["verdict"], string>;

/** What evidence proves, for people: every check, then every finding by its code. */
export function* verificationText(name: string, verification: Verification): Iterable<string> {
  const { verdict, records, claims, commits, checks, findings, signers, head, anchored } = verification;
  const { unchecked } = verification;
  yield `${terminal(name)}: ${records} records and ${claims} claims about ${commits} commits.\n\n`;
  for (const { id, outcome } of checks)
    yield `  ${id.padEnd(13)} ${MARKS[outcome].padEnd(14)} ${CHECKS[id]}\n`;
  const counts = new Map<string, number>();
  if (findings.length > 0) yield "\n";
  for (const { code, line, about } of findings) {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > MOST_SHOWN) continue;
    const where = [line === null ? "" : `line ${line}`, about === "" ? "" : terminal(about)];
    const at = where.filter((text) => text !== "").join(", ");
    yield `  ${code}: ${CODES[code].says}${at === "" ? "" : ` (${at})`}\n`;
  }
  for (const [code, count] of counts)
    if (count > MOST_SHOWN) yield `  ${code}: ${count - MOST_SHOWN} more.\n`;
  yield "\n";
  for (const signer of signers)
    yield signer.kind === "key"
      ? `Signed by the key ${terminal(signer.id)}.\n`
      : `Signed by ${terminal(signer.subject)}, for which ${terminal(signer.issuer)} vouches.\n`;
  if (head !== null) {
    yield anchored === 0
      ? "No anchor outside of the log vouches for it.\n"
      : `Anchored up to record ${anchored} of ${head.seq}.\n`;
    yield `Its head, for a signed tag's message: ${anchorLine(head)}\n`;
  }
  yield `${VERDICTS[verdict]}\n`;
  if (unchecked.length > 0)
    yield `Nobody looked at these, so nothing is known of them: ${unchecked.join(", ")}.\n`;
}
