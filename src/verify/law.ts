import { NO_ADDRESS } from "../attest/context.ts";
import { Fault } from "../core/fault.ts";
import { once } from "../core/once.ts";
import { VERSION } from "../core/version.ts";
import { type Gate, type GateWorld, openGate } from "../gate.ts";
import { originUrl } from "../git/names.ts";
import { audienceOf } from "../ledger/audience.ts";
import type { EvidenceFinding } from "./codes.ts";
import type { JudgedLine } from "./judge-line.ts";
import type { Facts } from "./record.ts";

/** The digest of the law that a record says it was judged by, worked out anew; null: that can't be told here. */
export type LawOf = (facts: Facts) => Promise<string | null>;

/** Works laws out of the trees that records name, as this very version reads them. */
export function lawReader(world: GateWorld, { repo }: Pick<Gate, "repo">): LawOf {
  const known = new Map<string, Promise<string | null>>();
  const here = once(async () => {
    const origin = await originUrl(repo);
    return origin === null ? null : audienceOf(origin);
  });
  return async ({ gate, policy, change, evaluatedAt }) => {
    const { commit } = policy.annotations;
    if (commit === undefined || gate.version["golden-thread"] !== VERSION) return null;
    // What is detected rests on where a repository lives.
    const told = change.repository.replace(/^git\+/, "");
    if ((told === NO_ADDRESS ? null : audienceOf(told)) !== (await here())) return null;
    const day = evaluatedAt.slice(0, 10);
    const name = `${commit} ${gate.place} ${day}`;
    const now = () => new Date(evaluatedAt);
    const read = known.get(name) ?? digestAt({ ...world, now }, { commit, place: gate.place });
    known.set(name, read);
    return read;
  };
}

async function digestAt(
  world: GateWorld,
  { commit, place }: { readonly commit: string } & Pick<Facts["gate"], "place">,
): Promise<string | null> {
  try {
    return (await openGate(world, { place, haste: "command", policyRef: commit })).law.digest;
  } catch (thrown) {
    // The clone lacks that commit, or nobody could have judged by it.
    if (thrown instanceof Fault && thrown.code !== "internal") return null;
    throw thrown;
  }
}

/** Holds each record's law against the tree that it names. */
export async function judgeLaws(
  lines: readonly JudgedLine[],
  lawOf: LawOf,
): Promise<readonly EvidenceFinding[]> {
  const findings: EvidenceFinding[] = [];
  for (const { facts, line } of lines) {
    if (facts === null) continue;
    const digest = await lawOf(facts);
    if (digest === null) findings.push({ code: "policy-unread", line, about: "" });
    else if (digest !== facts.policy.digest.sha256)
      findings.push({ code: "policy-differs", line, about: facts.policy.annotations.commit ?? "" });
  }
  return findings;
}
