import type { Claim } from "../core/claims.ts";
import type { Evidence } from "../core/evidence.ts";
import { writtenId } from "../core/reference.ts";
import { termsFrom } from "../core/terms.ts";
import { lookupKey } from "../core/ticket.ts";
import type { Gate } from "../gate.ts";
import { lookUp } from "../gather/lookups.ts";
import { readCommit } from "../git/read-commit.ts";
import { type WeighedTicket, weighClaim } from "../specs/weigh-claim.ts";

/** Asks for a ticket as a verdict does, and says what it is worth for the work that ends in a commit. */
export async function weighTicket(
  gate: Gate,
  { remote, id }: { readonly remote: string; readonly id: string },
  commit: string,
): Promise<WeighedTicket> {
  const lookups = await lookUp(gate.law, gate.anew, [{ remote, id }]);
  const evidence = evidenceOf(gate, lookups, [await readCommit(gate.repo, commit, { paths: false })]);
  const grammar = gate.law.remotes.find(({ name }) => name === remote)?.grammar ?? "tasks";
  const place = { place: "title", inherited: false, excused: false } as const;
  const claim: Claim = { key: lookupKey(remote, id), remote, id, written: writtenId(grammar, id), ...place };
  return weighClaim(claim, evidence, termsFrom(gate.law.sections));
}

function evidenceOf(
  { at }: Gate,
  lookups: Evidence["lookups"],
  commits: readonly Awaited<ReturnType<typeof readCommit>>[],
): Evidence {
  return {
    change: { kind: "commits", commits, ref: null, complete: true },
    at,
    references: [],
    lookups,
    facts: [],
    tasks: [],
    waivers: [],
    globs: {},
    lawPaths: [],
    defaultBranches: [],
  };
}
