import { commitsOf } from "./change.ts";
import type { Claim, CountedPlaces } from "./claims.ts";
import { claimsAmong, inTextOrder } from "./claims.ts";
import type { Evidence } from "./evidence.ts";
import type { SpecAnswer } from "./spec.ts";

const PLACES: CountedPlaces = ["subject", "body", "trailer", "branch", "title"];
const NOT_ASKED: SpecAnswer = { status: "unknown", detail: "Nobody looked for it." };

/** Every ticket that a change names, each once, with what is known of its spec. */
export function specAnswers(
  evidence: Evidence,
): readonly { readonly claim: Claim; readonly answer: SpecAnswer }[] {
  const inherited = commitsOf(evidence.change).flatMap(
    (_, at) => evidence.facts[at]?.inherits?.references ?? [],
  );
  return claimsAmong([...inTextOrder(evidence.references), ...inherited], PLACES).map((claim) => ({
    claim,
    answer: evidence.specs?.[claim.key] ?? NOT_ASKED,
  }));
}
