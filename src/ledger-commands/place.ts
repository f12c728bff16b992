import { Fault } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import { type GateWorld, openGate } from "../gate.ts";
import type { LedgerPlace } from "../ledgers/place.ts";

/** A repository whose law names a ledger. */
export interface LedgerScene extends LedgerPlace {
  readonly law: Law & { readonly ledger: NonNullable<Law["ledger"]> };
}

/** Opens the repository around `world.cwd`. Throws Fault("policy") where its law names no ledger. */
export async function openScene(world: GateWorld): Promise<LedgerScene> {
  const { env, now } = world;
  const { repo, tree, law } = await openGate(world, { place: "hook", haste: "command" });
  if (law.ledger === null)
    throw new Fault("policy", "The policy names no ledger.", {
      found: law.sources.length === 0 ? "no policy file" : law.sources.join(", "),
      wanted: 'a ledger section, such as: ledger: { keys: [{ id: NAME, spki: "PUBLIC KEY" }] }',
      fix: "golden-thread key new",
    });
  return { repo, tree, law: { ...law, ledger: law.ledger }, env, now, haste: "command" };
}
