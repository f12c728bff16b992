import { claimsAmong, inTextOrder } from "../core/claims.ts";
import type { Disclosure } from "../core/disclosure.ts";
import type { Evidence } from "../core/evidence.ts";
import type { ForgeKind } from "../core/forge.ts";
import type { RemoteKind } from "../core/law.ts";
import type { Spec } from "../core/spec.ts";
import { termsFrom } from "../core/terms.ts";
import { type BlockPart, bodyWithBlock } from "../specs/render-block.ts";
import { weighClaim } from "../specs/weigh-claim.ts";
import type { OpenPullRequest } from "./open.ts";

/** Where a description stands, and how much of tickets it may show. */
export interface BodyPlace {
  readonly kind: ForgeKind;
  /** As its forge names it. */
  readonly repository: string;
  readonly disclosure: Disclosure;
}

/**
 * The description of a pull request with the specs of its tickets, as its head has them. Null: there is none to show, it shows them as they
 * are, or nobody can tell where the block belongs; what a rule has to say of that it says.
 */
export function bodyWithSpecs(
  { gate, forge, live }: Pick<OpenPullRequest, "gate" | "forge" | "live">,
  evidence: Evidence,
  { kind, repository, disclosure }: BodyPlace,
): string | null {
  const { law } = gate;
  if (!law.spec.inject || isShown(evidence)) return null;
  const parts = partsOf(gate, evidence);
  if (parts.length === 0) return null;
  const { put } = bodyWithBlock(live.body, parts, {
    forge: kind,
    repository,
    limit: forge.limits.body,
    disclose: disclosure,
  });
  return put?.ok === true ? put.body : null;
}

/** Every spec stands in the block as it is now. What the block says beside them (a ticket's state) is no reason to write it anew. */
function isShown({ specs = {}, specBlock }: Evidence): boolean {
  if (specBlock?.status === "problem") return true;
  if (specBlock?.status !== "found" || !specBlock.isIntact) return false;
  return Object.entries(specs).every(([at, answer]) => {
    const section = specBlock.sections[at];
    return answer.status !== "found" || (section?.digest === answer.spec.digest && section.differs === null);
  });
}

/** One section a spec: a task and the ticket that it follows have the same. */
function partsOf({ law }: OpenPullRequest["gate"], evidence: Evidence): readonly BlockPart[] {
  const terms = termsFrom(law.sections);
  const claims = claimsAmong(inTextOrder(evidence.references), [
    "subject",
    "body",
    "trailer",
    "branch",
    "title",
  ]);
  const parts = claims.flatMap((claim): readonly BlockPart[] => {
    const answer = evidence.specs?.[claim.key];
    if (answer?.status !== "found") return [];
    const { facts } = weighClaim(claim, evidence, terms);
    return [{ spec: answer.spec, kind: kindOf(law.remotes, answer.spec), closes: false, facts }];
  });
  return [...new Map(parts.map((part) => [part.spec.path ?? part.spec.key, part])).values()];
}

function kindOf(remotes: OpenPullRequest["gate"]["law"]["remotes"], { remote }: Spec): RemoteKind {
  return remotes.find(({ name }) => name === remote)?.kind ?? "markdown";
}
