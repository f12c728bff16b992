import { Fault } from "../core/fault.ts";
import type { GateWorld } from "../gate.ts";
import { fetchRef, readLedgerRef } from "../git/ledger-ref.ts";
import { MOST_LEDGER_BYTES } from "../ledger/format.ts";
import type { LedgerAnswer } from "../ledger/read.ts";
import type { LedgerPlace } from "../ledgers/place.ts";
import { openLedger, openPastLedger, verifyLedger } from "../ledgers.ts";
import { openScene } from "./place.ts";

/** Where a ledger is that somebody named: bytes of a file, or a revision; null: where the policy has its own. */
export type NamedLedger = { readonly bytes: Uint8Array } | { readonly rev: string } | null;

/** What a look at one ledger came to. */
export interface InspectedLedger {
  readonly home: string;
  readonly answer: LedgerAnswer;
}

/** Whether a ledger counts here and now. Throws Fault("policy") where the law names none. */
export async function inspectLedger(world: GateWorld, named: NamedLedger): Promise<InspectedLedger> {
  const scene = await openScene(world);
  if (named === null) {
    const answer = await openLedger(scene);
    if (answer === null) throw new Fault("internal", "A law that names a ledger names none.");
    return { home: scene.law.ledger.from, answer };
  }
  const bytes = await bytesOf(scene, named);
  return { home: "rev" in named ? named.rev : "file", answer: await verifyLedger(scene, bytes) };
}

/** Two ledgers of this repository, however old they are. */
export async function inspectTwo(
  world: GateWorld,
  names: readonly [NamedLedger, NamedLedger],
): Promise<readonly [LedgerAnswer, LedgerAnswer]> {
  const scene = await openScene(world);
  const open = async (named: NamedLedger) => openPastLedger(scene, await bytesOf(scene, named));
  return [await open(names[0]), await open(names[1])];
}

async function bytesOf(place: LedgerPlace, named: NamedLedger): Promise<Uint8Array> {
  if (named !== null && "bytes" in named) return named.bytes;
  const rev = named?.rev ?? "";
  const bytes = await readLedgerRef(place.repo, rev, MOST_LEDGER_BYTES);
  if (bytes !== null) return bytes;
  throw new Fault("usage", "There is no such ledger.", {
    found: rev,
    wanted: "a file, or a revision that holds a ledger, such as refs/golden-thread/ledger",
    fix: "golden-thread ledger fetch",
  });
}

/** Brings the ledger's ref from `origin`, and says what it is. Throws Fault("repository") where origin has none. */
export async function fetchLedger(world: GateWorld): Promise<InspectedLedger> {
  const scene = await openScene(world);
  const { from } = scene.law.ledger;
  if (!from.startsWith("refs/"))
    throw new Fault("usage", "Only a ledger in a ref is fetched; others are read where they are.", {
      found: from,
      wanted: "ledger.from: a ref",
    });
  if (!(await fetchRef(scene.repo, from)))
    throw new Fault("repository", "origin has no ledger.", {
      found: `no ${from}`,
      wanted: "a ledger that was built and pushed",
      fix: "golden-thread ledger build --push",
    });
  return inspectLedger(world, null);
}
