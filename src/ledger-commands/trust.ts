import { join } from "node:path";
import { Fault } from "../core/fault.ts";
import type { GateWorld } from "../gate.ts";
import { openScene } from "./place.ts";

/** A trusted root that was put where the policy has it. */
export interface TrustedRootFile {
  readonly path: string;
  /** Certificate authorities, logs and timestamp authorities that it names. */
  readonly names: readonly string[];
}

/**
 * Writes the certificates by which keyless signatures are known: those of `given` (a trusted root as JSON, or several, one a line), else those
 * of Sigstore's public instance, which are part of this program: nothing is fetched. Throws Fault("usage") where they are not those of the
 * policy's Fulcio.
 */
export async function trustRoot(
  world: GateWorld,
  given: string | null,
  write: (path: string, text: string) => Promise<void>,
): Promise<TrustedRootFile> {
  const { law, repo } = await openScene(world);
  const { fulcio, trustedRoot: path } = law.ledger.sigstore;
  const [{ publicRoot }, { trustedRootOf }] = await Promise.all([
    import("../sigstore/public-root.ts"),
    import("../sigstore/trusted-root.ts"),
  ]);
  const texts = given === null ? [publicRoot()] : [given, ...given.split("\n")];
  const roots = texts.flatMap((text) => {
    const root = trustedRootOf(text);
    return root === null ? [] : [{ text, root }];
  });
  const { origin } = new URL(fulcio);
  const own = roots.find(({ root }) => root.certificateAuthorities.some(({ uri }) => isAt(uri, origin)));
  if (own === undefined) throw noneOf(origin, roots.length);
  await write(join(repo.root ?? world.cwd, path), own.text.endsWith("\n") ? own.text : `${own.text}\n`);
  const { certificateAuthorities, timestampAuthorities, tlogs } = own.root;
  const names = [...certificateAuthorities, ...timestampAuthorities].map(({ uri }) => uri);
  return { path, names: [...new Set([...names, ...tlogs.map(({ baseUrl }) => baseUrl)])] };
}

function isAt(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}

function noneOf(origin: string, count: number): Fault {
  return new Fault("usage", "These are not the certificates of the policy's Fulcio.", {
    found: count === 0 ? "no Sigstore trusted root" : "a trusted root of other certificate authorities",
    wanted: `a trusted root (JSON) whose certificate authorities are at ${origin}`,
    fix: "golden-thread ledger trust FILE",
  });
}
