import type { Shape } from "../core/http.ts";

/** Fulcio's answer to `POST /api/v2/signingCert`: the chain as PEM, the leaf first. */
export interface Certified {
  readonly chain: readonly string[];
}

/** What Rekor logged: `POST /api/v1/log/entries`, the one entry of its answer. */
export interface Logged {
  readonly body: string;
  readonly integratedTime: number;
  readonly logID: string;
  readonly logIndex: number;
  readonly verification: {
    readonly signedEntryTimestamp: string;
    readonly inclusionProof?:
      | {
          readonly logIndex: number;
          readonly rootHash: string;
          readonly treeSize: number;
          readonly hashes: readonly string[];
          readonly checkpoint: string;
        }
      | undefined;
  };
}

/** A certificate whose log promises are inside it, or beside it. */
export const certified: Shape<Certified> = (z) => {
  const chain = z.object({ chain: z.object({ certificates: z.array(z.string()).min(1) }) });
  return z
    .object({
      signedCertificateEmbeddedSct: chain.optional(),
      signedCertificateDetachedSct: chain.optional(),
    })
    .transform(({ signedCertificateEmbeddedSct: inside, signedCertificateDetachedSct: beside }) => ({
      chain: (inside ?? beside)?.chain.certificates ?? [],
    }));
};

/** One entry under its own name, which nobody needs. */
export const logged: Shape<Logged> = (z) => {
  const proof = z.object({
    logIndex: z.number().int(),
    rootHash: z.string(),
    treeSize: z.number().int(),
    hashes: z.array(z.string()),
    checkpoint: z.string(),
  });
  const entry = z.object({
    body: z.string(),
    integratedTime: z.number().int(),
    logID: z.string(),
    logIndex: z.number().int(),
    verification: z.object({ signedEntryTimestamp: z.string(), inclusionProof: proof.optional() }),
  });
  return z
    .record(z.string(), entry)
    .transform((entries) => Object.values(entries)[0])
    .pipe(entry);
};

/** The kind of entry that a log's body says it is. */
export const entryKind: Shape<{ readonly kind: string; readonly apiVersion: string }> = (z) =>
  z.object({ kind: z.string(), apiVersion: z.string() });

/** GitHub's answer to who asks for an identity token (docs.github.com, "OpenID Connect reference"). */
export const tokenAnswer: Shape<{ readonly value: string }> = (z) => z.object({ value: z.string().min(1) });
