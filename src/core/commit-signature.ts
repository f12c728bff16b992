/** What git says of a commit's own signature (git-log, `%G?`): `good` is by a key that whoever asked trusts. */
export const SIGNATURES = ["good", "unknown-key", "expired", "revoked", "bad", "none"] as const;

/** A commit's own signature. */
export interface CommitSignature {
  readonly status: (typeof SIGNATURES)[number];
  /** Fingerprint of the key; null: git does not tell. */
  readonly signer: string | null;
}
