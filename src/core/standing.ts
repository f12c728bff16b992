import type { Standing } from "./audit.ts";
import type { GateCode } from "./codes.ts";
import type { Exemption } from "./evidence.ts";
import type { JudgedFinding } from "./finding.ts";
import { STANDING_CODES } from "./standing-codes.ts";

const EXEMPT: readonly Exemption["kind"][] = ["clean-merge", "bot", "scope", "before-baseline"];

const NAMES = "reference-required";
const WEIGHS = "ticket-authorised";

const UNSEEN: GateCode = "unseen";

/** Codes of reference-required for a commit that names nothing that counts. */
const NAMELESS: ReadonlySet<string> = new Set(["missing", "wrong-place", "foreign", "unproved"]);

/**
 * How a commit with these findings stands. Codes tell it, not outcomes, so that neither a level nor a waiver makes a commit better
 * than it is. Where the law asks no rule about tickets, nobody could say.
 */
export function commitStanding(findings: readonly JudgedFinding[]): Standing {
  if (exemptionIn(findings) !== null) return "exempt";
  const named = findings.filter(({ rule }) => rule === NAMES);
  const weighed = findings.filter(({ rule }) => rule === WEIGHS);
  if (named.some(({ code }) => NAMELESS.has(code))) return "unreferenced";
  if (weighed.some(({ code }) => code === "no-reference")) return "unreferenced";
  const worth = weighed.map(worthOf);
  if (worth.includes("fail")) return "unauthorised";
  if (worth.includes("unknown") || !worth.includes("pass")) return "unknown";
  return "authorised";
}

/** Why a commit with these findings needs no ticket; null: it needs one. */
export function exemptionIn(findings: readonly JudgedFinding[]): Exemption["kind"] | null {
  const about = findings.filter(({ rule }) => rule === NAMES || rule === WEIGHS);
  const asked = about.length === 0 ? findings : about;
  const codes = asked.flatMap(({ outcome, code }) => (outcome === "skip" ? [code] : []));
  return EXEMPT.find((kind) => codes.includes(kind)) ?? null;
}

/** What a claim was worth before anything was waived; a task that comes with its change authorises, if only with a warning. */
function worthOf({ code }: JudgedFinding): "pass" | "fail" | "unknown" | null {
  if (code === "new-task") return "pass";
  // A ticket that is not there and one that is not shown are told as one; neither authorises.
  if (code === UNSEEN) return "fail";
  return isStandingCode(code) ? STANDING_CODES[code].outcome : null;
}

function isStandingCode(code: string): code is keyof typeof STANDING_CODES {
  return Object.hasOwn(STANDING_CODES, code);
}
