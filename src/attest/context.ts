import type { CommitSignature } from "../core/commit-signature.ts";

/** When in a change's life it is judged; `audit`: a whole history, long after. */
export type Phase = (typeof PHASES)[number];

/** Every phase. */
export const PHASES = ["pre-merge", "merge-queue", "post-merge", "audit"] as const;

/** How a change landed. */
export const METHODS = ["merge", "squash", "rebase", "direct"] as const;

/** A file beside the evidence, with the hex SHA-256 of its bytes. */
export interface FileDigest {
  readonly name: string;
  readonly sha256: string;
}

/** What a repository is called that has no address. */
export const NO_ADDRESS = "urn:golden-thread:repository-without-address";

/** What evidence says beside the report: where, why and when it was judged. */
export interface AuditContext {
  /** https URL of the repository, without `.git`. */
  readonly repository: string;
  /** The ref that the change goes into, or went into: `refs/heads/main`; null: none is known. */
  readonly targetRef: string | null;
  /** What made the gate run: the name of a forge's event, or `manual`. */
  readonly event: string;
  readonly phase: Phase;
  /** The page of the run; null: there is none. */
  readonly invocation: string | null;
  /** How often that run was started; null: nobody counts. */
  readonly attempt: number | null;
  /** Full ids of the commits that the judged range begins behind and ends with, where no pull request tells them. */
  readonly base?: string | null;
  readonly head?: string | null;
  /** RFC 3339 in UTC: older commits of the range were not counted; null or left out: all were. */
  readonly since?: string | null;
  /** Full ids of commits whose own history the range leaves out as well: pull requests that are judged beside it. */
  readonly beside?: readonly string[];
  /** Id of the tree that the range ends with; null: not known. */
  readonly tree?: string | null;
  /** Null: not known. */
  readonly method?: (typeof METHODS)[number] | null;
  /** Hex SHA-256 of the pull request's description, with LF line ends and nothing around it; null: not known. */
  readonly bodyDigest?: string | null;
  /** Full id of the commit whose tree has the law that judged; null: no commit does. */
  readonly lawAt?: string | null;
  /** What git says of commits' own signatures, by full id; left out: nobody asked. */
  readonly signatures?: ReadonlyMap<string, CommitSignature>;
  /** Files that were written before the statements, and which they vouch for. */
  readonly files?: readonly FileDigest[];
}
