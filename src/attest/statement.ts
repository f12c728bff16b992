import { REPOSITORY } from "../core/version.ts";

/** in-toto's Statement v1 (in-toto/attestation, spec/v1/statement.md). */
export const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";

/** The type of our facts, the same for every user. Its last part is a major version: a field may be added to it, none may change its meaning. */
export const FACTS_TYPE = `${REPOSITORY}/attestation/change-authorization/v0.1`;

/** in-toto's Simple Verification Result (spec/predicates/svr.md, 0.2). */
export const CLAIM_TYPE = "https://in-toto.io/attestation/svr/v0.2";

/** Who says so: this gate, with the major version of how it judges. */
export const GATE_ID = `${REPOSITORY}/gate/v0`;

/** Digests by algorithm, lower-case hex (spec/v1/digest_set.md). */
export type DigestSet = Readonly<Record<string, string>>;

/** Something that a statement speaks of (spec/v1/resource_descriptor.md). */
export interface Resource {
  readonly name?: string;
  readonly uri?: string;
  readonly digest: DigestSet;
  readonly annotations?: Readonly<Record<string, unknown>>;
}

/** One in-toto statement. Predicates are JSON. */
export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly Resource[];
  readonly predicateType: string;
  readonly predicate: unknown;
}

/** Names a commit by all names that verifiers look for: `sha1` too, where that is what its repository's ids are. */
export function commitDigest(id: string): DigestSet {
  return id.length === SHA1_DIGITS ? { gitCommit: id, sha1: id } : { gitCommit: id };
}

const SHA1_DIGITS = 40;
