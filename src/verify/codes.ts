/** Every check of evidence, in the order in which a line goes through them, and then those of all lines together. */
export const CHECKS = {
  size: "No line and no file is longer than is read.",
  envelope: "Each line is a statement, a DSSE envelope or a Sigstore bundle, with one signature.",
  "payload-type": "What is signed is a statement.",
  signature: "Each signature is that of somebody who may sign.",
  payload: "Each payload is written in one way only, so that all readers read the same.",
  type: "Each statement and predicate is of a known type.",
  subject: "Each statement names the record that it holds.",
  gate: "The gate that judged is known.",
  repository: "Each record is of the repository that is asked about.",
  ref: "Each record is of the ref that is asked about.",
  policy: "Each record was judged by the policy that is asked about.",
  schema: "Each record has the shape that its type promises.",
  result: "No record contradicts itself, and no claim says more than its record.",
  time: "No record is from the future, or later than its signature.",
  chain: "The records are one log without a gap.",
  anchor: "Nothing outside of the log contradicts it.",
  files: "The files beside the evidence are those that were written with it.",
  history: "The records and git tell of the same commits.",
} as const;

/** Name of a check. */
export type CheckId = keyof typeof CHECKS;

interface Code {
  readonly check: CheckId;
  /** `unknown`: nothing is wrong, and nothing is proved; `note`: worth knowing. */
  readonly outcome: "fail" | "unknown" | "note";
  readonly says: string;
}

const fail = (check: CheckId, says: string): Code => ({ check, outcome: "fail", says });
const unknown = (check: CheckId, says: string): Code => ({ check, outcome: "unknown", says });
const note = (check: CheckId, says: string): Code => ({ check, outcome: "note", says });

/** All that can be found. */
export const CODES = {
  "too-long": fail("size", "It is longer than is read."),
  "no-records": unknown("envelope", "There is no record in it."),
  "torn-line": fail("envelope", "Its last line has no end: something was cut off."),
  "not-a-record": fail("envelope", "This is no statement, no envelope and no bundle."),
  "two-signatures": fail("envelope", "It has another number of signatures than one."),
  "payload-type": fail("payload-type", "What is signed is something else than a statement."),
  unsigned: fail("signature", "It is not signed."),
  "nobody-signed": unknown("signature", "It is not signed: nobody vouches for it."),
  "no-key": unknown(
    "signature",
    "It is signed, and no key or identity was given that it could be held against.",
  ),
  "wrong-key": fail("signature", "It is signed by a key that nobody named."),
  "bad-signature": fail(
    "signature",
    "Its signature does not hold: a byte was changed, or somebody else signed.",
  ),
  "key-past": fail("signature", "It was made after the last day of the key that signed it."),
  "unknown-identity": fail("signature", "It is signed by an identity that nobody named."),
  "identity-past": fail("signature", "It was signed at a time at which its identity may not sign."),
  "no-trusted-root": unknown("signature", "There are no certificates by which its signer could be known."),
  "untrusted-root": fail("signature", "Its certificate comes from nobody that the trusted root names."),
  unlogged: fail("signature", "No log and no timestamp authority proves when it was signed."),
  "not-utf8": fail("payload", "Its text is not UTF-8."),
  "not-canonical": fail(
    "payload",
    "Its JSON is not written canonically: keys twice, out of order, or blanks.",
  ),
  "key-variant": fail("payload", "It has a key that differs from a known one in its case alone."),
  "statement-type": fail("type", "It is no statement of in-toto."),
  "predicate-type": fail("type", "It is a statement of another kind."),
  "subject-digest": fail("subject", "It names a digest that is none."),
  "subject-record": fail("subject", "It is not bound to its record."),
  "subject-commits": fail("subject", "It names other commits than its record tells of."),
  gate: fail("gate", "Another gate than golden-thread judged it."),
  "foreign-repository": fail("repository", "It is of another repository."),
  "repository-not-asked": note("repository", "Nobody said of which repository it must be (--repository)."),
  "several-repositories": unknown(
    "repository",
    "It is of several repositories, and nobody said which is meant (--repository).",
  ),
  "foreign-ref": fail("ref", "It is of another ref."),
  "ref-not-asked": note("ref", "Nobody said of which ref it must be (--ref)."),
  "several-refs": unknown("ref", "It is of several refs, and nobody said which is meant (--ref)."),
  "edited-policy": fail("policy", "It was judged by another policy."),
  "policy-differs": fail("policy", "The tree that it names has another policy than the one that judged."),
  "policy-unread": note("policy", "Its policy can't be worked out of a tree here."),
  "policy-changed": note("policy", "From here on another policy judged."),
  schema: fail("schema", "It has not the shape that its type promises."),
  "result-contradicted": fail("result", "Its result is not that of its checks."),
  "claim-unfounded": fail("result", "It claims what its record does not say."),
  "from-the-future": fail("time", "It says that it was made later than now."),
  "signed-before": fail("time", "It was signed before it says that it was made."),
  removed: fail("chain", "A record before it is missing."),
  "part-missing": fail(
    "chain",
    "The rest of its judgement is missing: it says that it is one part of several.",
  ),
  reordered: fail("chain", "It does not stand where it was written."),
  doubled: fail("chain", "It stands there twice."),
  "previous-changed": fail("chain", "The line before it is not the one that it was written after."),
  "foreign-record": fail("chain", "It is a record of another log."),
  unchained: note("chain", "It tells of no place in a log."),
  truncated: fail("anchor", "The log ends before a record that an anchor names."),
  "anchor-differs": fail("anchor", "An anchor names another record in its place."),
  "sums-missing": fail("files", "There is no SHA256SUMS."),
  "sums-unreadable": fail("files", "SHA256SUMS has a line that is none."),
  "sums-mismatch": fail("files", "It is not the file that SHA256SUMS names."),
  "file-missing": fail("files", "SHA256SUMS names a file that is not there."),
  "file-unlisted": fail("files", "SHA256SUMS does not name it."),
  "file-disagrees": fail("files", "It is not the file that the statements name."),
  "report-differs": fail("files", "The report says something else than the statements."),
  "file-unvouched": note("files", "No statement vouches for it."),
  "no-repository": note("history", "No repository was given to hold the records against."),
  "record-without-commit": fail("history", "The repository has no such commit where the record says it is."),
  "commit-without-record": fail("history", "No record tells of this commit."),
  "rewritten-history": fail(
    "history",
    "The ref does not lead to the record's head: its history was rewritten.",
  ),
  "ref-not-here": unknown("history", "The repository does not have the ref."),
  "range-unknown": unknown("history", "The record does not say where its range begins and ends."),
  "range-gap": fail("history", "It begins elsewhere than the record before it ended."),
  "tree-differs": fail("history", "The head has other files than the record says."),
} as const satisfies Readonly<Record<string, Code>>;

/** What was found, by its name. */
export type EvidenceCode = keyof typeof CODES;

/** One thing that was found. */
export interface EvidenceFinding {
  readonly code: EvidenceCode;
  /** Line of the evidence from 1; null: no single one. */
  readonly line: number | null;
  /** What it is about: a commit, a file, a key. Untrusted; empty: the line says it all. */
  readonly about: string;
}
