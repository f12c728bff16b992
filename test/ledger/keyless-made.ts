import { openAddress } from "../../src/connect/open-address.ts";
import { LEDGER_TYPE } from "../../src/ledger/format.ts";
import { type LedgerAnswer, readLedger } from "../../src/ledger/read.ts";
import { openBundleCheck } from "../../src/sigstore/bundle-check.ts";
import type { BundleTerms } from "../../src/sigstore/prove.ts";
import { signBundle } from "../../src/sigstore/sign.ts";
import { type Claims, ISSUER, type SigstoreServer, WORKFLOW } from "../servers/sigstore.ts";
import { issue, open, terms, testKey } from "./made.ts";

/** The identity that may sign. */
export const OWN = { issuer: ISSUER, subject: WORKFLOW, since: null, until: null };
/** Its three parts: header, signature, rows. */
export function partsOf(bytes: Uint8Array): readonly [string, string, string] {
  const [header = "", signature = "", ...rows] = Buffer.from(bytes).toString("utf8").split("\n");
  return [header, signature, rows.join("\n")];
}

export function joined(parts: readonly [string, string, string]): Uint8Array {
  return Buffer.from(parts.join("\n"));
}

/** What a server signs a ledger by. */
export interface Signing {
  readonly claims?: Partial<Claims>;
  readonly rekor?: boolean;
  readonly tsa?: boolean;
  /** Another text than the header. */
  readonly payload?: string;
  /** Milliseconds from the log's time to that at which the ledger says it was issued. */
  readonly issuedMs?: number;
}

/** A ledger signed through a server, over real HTTP. */
export async function signedBy(server: SigstoreServer, signing: Signing = {}): Promise<Uint8Array> {
  const { claims = {}, rekor = true, tsa = true, issuedMs = -60_000 } = signing;
  const issued = server.clock.getTime() + issuedMs;
  const plain = issue(testKey("k1"), [open("PROJ-7"), open("PROJ-8")], {
    issuedAt: new Date(issued).toISOString(),
    expiresAt: new Date(issued + 12 * 3_600_000).toISOString(),
  });
  const [header, , rows] = partsOf(plain);
  const { origin } = server.loopback;
  const http = await openAddress(origin, {
    env: { GOLDEN_THREAD_TRUST: origin },
    haste: "command",
    name: "Sigstore",
    mostBytes: 1024 * 1024,
    now: () => new Date(),
  });
  const bundle = await signBundle(
    { type: LEDGER_TYPE, payload: Buffer.from(signing.payload ?? header) },
    {
      token: server.token(claims),
      fulcio: http,
      rekor: rekor ? http : null,
      tsa: tsa ? http : null,
    },
  );
  return joined([header, bundle, rows]);
}

/** What a reader makes of it at noon. */
export function readBy(
  bytes: Uint8Array,
  root: string | null,
  more: Partial<BundleTerms> = {},
): LedgerAnswer {
  const bundle = openBundleCheck({ identities: [OWN], root, path: "golden-thread.sigstore.json", ...more });
  return readLedger(bytes, terms([], { bundle, now: Date.now() }));
}
