import { Fault } from "../core/fault.ts";
import type { Law } from "../core/law.ts";
import { type GateOptions, type GateWorld, openGate } from "../gate.ts";
import type { LedgerPlace } from "../ledgers/place.ts";

/** A repository whose law names a ledger. */
export interface LedgerScene extends LedgerPlace {
  /** By what the trackers are found and asked. */
  readonly asking: Pick<GateOptions, "home"> & { readonly lawIsTrusted: boolean };
  readonly law: Law & { readonly ledger: NonNullable<Law["ledger"]> };
}

/** What a person at a work tree goes by: its own policy, which sends no token where it alone says. */
const AT_HAND: GateOptions = { place: "hook", haste: "command" };

/** Opens the repository around `world.cwd`. Throws Fault("policy") where its law names no ledger. */
export async function openScene(world: GateWorld, options: GateOptions | null = null): Promise<LedgerScene> {
  const { env, now } = world;
  const { home, policyRef } = options ?? AT_HAND;
  const { repo, tree, law } = await openGate(world, options ?? AT_HAND);
  if (law.ledger === null)
    throw new Fault("policy", "The policy names no ledger.", {
      found: law.sources.length === 0 ? "no policy file" : law.sources.join(", "),
      wanted: 'a ledger section, such as: ledger: { keys: [{ id: NAME, spki: "PUBLIC KEY" }] }',
      fix: "golden-thread key new",
    });
  const asking = { lawIsTrusted: policyRef !== undefined, ...(home === undefined ? {} : { home }) };
  return { repo, tree, law: { ...law, ledger: law.ledger }, env, now, haste: "command", asking };
}
