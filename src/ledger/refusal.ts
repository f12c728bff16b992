/** Why a ledger can't be used. */
export type LedgerRefusalCode =
  /** There is none at the place that the policy names. */
  | "none"
  | "malformed"
  | "unsigned"
  | "unknown-key"
  | "bad-signature"
  /** Issued after the last day of the key that signed it. */
  | "key-past"
  /** Signed by an identity that the policy does not name. */
  | "unknown-identity"
  /** Signed at another time than the policy, or the ledger itself, allows. */
  | "identity-past"
  /** There are no certificates by which an identity could be known. */
  | "no-trusted-root"
  /** The certificate comes from nobody that the trusted root names. */
  | "untrusted-root"
  /** No log and no timestamp authority that is trusted proves when it was signed. */
  | "unlogged"
  | "body-changed"
  /** Rows out of order, or one twice. */
  | "reordered"
  /** Made for another repository. */
  | "foreign"
  | "expired"
  /** An older one than was seen here before. */
  | "rolled-back"
  /** Made under other rules of what authorises. */
  | "other-policy";

/** A refusal: what was found and wanted, as a sentence, and the command that mends it. */
export interface LedgerRefusal {
  readonly status: "invalid";
  readonly code: LedgerRefusalCode;
  readonly detail: string;
  readonly fix: string;
}

const BUILD = "golden-thread ledger build";
const FETCH = "golden-thread ledger fetch";
const KEYS = "golden-thread config explain ledger.keys";

const FIXES: Readonly<Record<LedgerRefusalCode, string>> = {
  none: FETCH,
  malformed: FETCH,
  unsigned: BUILD,
  "unknown-key": KEYS,
  "bad-signature": FETCH,
  "key-past": BUILD,
  "unknown-identity": "golden-thread config explain ledger.identities",
  "identity-past": BUILD,
  "no-trusted-root": "golden-thread ledger trust",
  "untrusted-root": "golden-thread ledger trust",
  unlogged: BUILD,
  "body-changed": FETCH,
  reordered: BUILD,
  foreign: "golden-thread config explain ledger.audience",
  expired: BUILD,
  "rolled-back": FETCH,
  "other-policy": BUILD,
};

/** A refusal with the command that is usual for it. */
export function refused(code: LedgerRefusalCode, detail: string): LedgerRefusal {
  return { status: "invalid", code, detail, fix: FIXES[code] };
}
