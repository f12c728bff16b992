/** When in a change's life it is judged. */
export type Phase = "pre-merge" | "merge-queue" | "post-merge";

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
  /** Full ids of commits whose own history the range leaves out as well: pull requests that are judged beside it. */
  readonly beside?: readonly string[];
}
