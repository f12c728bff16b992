import type { Commit } from "./change.ts";
import type { Http } from "./http.ts";
import type { PostedComment } from "./tracker.ts";

/** A kind of forge, as its folder below `src/forge/` is named. */
export type ForgeKind = "github" | "gitlab" | "azure-repos";

/** Which repository of a forge is asked, and by what name messages call the forge. */
export interface ForgePlace {
  readonly remote: string;
  /** GitHub: `owner/repo`. GitLab: `group/…/project`. Azure Repos: `project/repository`, below the organization of the base. */
  readonly repository: string;
}

/** The repository that a run of CI is one of, as the runner says: no policy and no `origin` can name another. */
export interface ForgeHome {
  readonly kind: "github";
  /** `owner/repo`. */
  readonly repository: string;
  /** Base of its API, without a slash at its end: `https://api.github.com`, `https://host/api/v3`. */
  readonly api: string;
  /** What people and git address, without a slash at its end: `https://github.com`. */
  readonly site: string;
}

/** An account of a forge. */
export interface Actor {
  /** The forge's stable id. */
  readonly account: string;
  /** As people know it: a login or display name. */
  readonly name: string;
  readonly isBot: boolean;
}

/** Where a pull request comes from. */
export interface ChangeHead {
  readonly branch: string;
  /** As in `ForgePlace`; null: the repository that is asked. */
  readonly repository: string | null;
}

/** A pull request as its forge has it now. Texts are untrusted, and kept byte for byte: what is read may be written back. */
export interface LiveChange {
  readonly number: number;
  readonly state: "open" | "merged" | "closed";
  readonly draft: boolean;
  /** Without the mark by which a forge knows drafts. */
  readonly title: string;
  readonly body: string;
  readonly author: Actor;
  /** `commit`: the branch's tip now, not when the pull request was last touched; null: the branch is gone. */
  readonly base: { readonly branch: string; readonly commit: string | null };
  /** `repository` null: the fork is gone. */
  readonly head: {
    readonly branch: string;
    readonly commit: string;
    readonly repository: string | null;
    readonly isFork: boolean;
  };
  readonly labels: readonly string[];
  /** The page for people. */
  readonly url: string;
  /** What the merge made in the base branch; null: it is not merged, or the forge does not tell. */
  readonly mergeCommit: string | null;
}

/** Commits of a pull request, oldest first. */
export interface LiveCommits {
  readonly commits: readonly Commit[];
  /** False: the forge did not tell them all, or the head moved while it was asked. */
  readonly complete: boolean;
}

/** What a pull request is to be. */
export interface WantedChange {
  readonly head: ChangeHead;
  /** Name of a branch. */
  readonly base: string;
  readonly title: string;
  readonly body: string;
  /** Counts only where the pull request is made: one that is there stays the draft that it is. */
  readonly draft: boolean;
}

/** A verdict for a forge's list of checks; the latest of a name counts. */
export interface ForgeCheck {
  readonly commit: string;
  /** The pull request that it is about, where a forge keeps checks there (Azure Repos); null: the commit alone. */
  readonly number: number | null;
  readonly name: string;
  /** `undecided` never lets a pull request through. */
  readonly verdict: "pass" | "fail" | "undecided" | "pending";
  /** One line; shortened where the forge takes less. */
  readonly title: string;
  /** Markdown, for forges that show it. */
  readonly summary: string;
  /** Details below it; cut where the forge takes less. */
  readonly text?: string;
  /** Remarks at lines, most important first, for forges that show them. One without a path is left out. */
  readonly annotations?: readonly CheckAnnotation[];
  readonly url: string | null;
}

/** A remark at a place of the head's tree. `line`: null: the file as a whole. */
export interface CheckAnnotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  readonly path: string | null;
  readonly line: number | null;
}

/** Names of labels. One that is there already, or is not there, is no mistake. */
export interface LabelChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** The last word of one reviewer who once approved. */
export interface Approval {
  readonly by: Actor;
  /** The head's commit that was approved; null: the forge does not tell. */
  readonly commit: string | null;
  /** RFC 3339 in UTC; null: not told. */
  readonly at: string | null;
  /** `valid`: of the head as it is now. `stale`: of another commit, or nobody knows of which. `dismissed`: taken back. */
  readonly standing: "valid" | "stale" | "dismissed";
}

/** How a commit came into the default branch. */
export interface Arrival {
  /** When its pull request was merged, RFC 3339 in UTC. */
  readonly at: string;
  /** That pull request's number. */
  readonly number: number;
}

/** What a forge demands before a branch may move. Null in a field: it does not tell this credential. */
export interface Protection {
  /** Names of checks that must pass. */
  readonly requiredChecks: readonly string[] | null;
  readonly requiredApprovals: number | null;
  /** Whether history may be rewritten by those who may push. */
  readonly forcePushes: boolean | null;
  /** Of the required checks, those that nobody but the forge's own CI can answer. */
  readonly pinnedChecks: readonly string[] | null;
  /** A check counts only for a head that holds the branch as it is now. */
  readonly upToDate: boolean | null;
  readonly deletions: boolean | null;
  /** Whether commits get in without a pull request. */
  readonly directPushes: boolean | null;
  /** Who is let past any of that, in the forge's words; empty: nobody. Untrusted. */
  readonly bypass: readonly string[] | null;
  /** Whether owners of files have to approve changes to them. */
  readonly ownersReview: boolean | null;
  /** Whether a CODEOWNERS, read as GitHub reads it, says who they are; left out: it does not. */
  readonly hasOwnersFile?: true;
  /** Whether tags can neither be moved nor deleted. */
  readonly fixedTags: boolean | null;
  /** The page on which administrators change that; null: not known. */
  readonly page: string | null;
}

/** How a repository lets pull requests be merged. Null: it does not tell this credential. */
export interface Merging {
  readonly methods: readonly ("merge" | "squash" | "rebase")[] | null;
  /** What a squashed commit's title and message are made of, in the forge's own words. */
  readonly squashTitle: string | null;
  readonly squashMessage: string | null;
  /** The same for the commit of a merge; left out: the forge has no such setting. */
  readonly mergeTitle?: string | null;
  readonly mergeMessage?: string | null;
}

/** Most UTF-16 units of a text; no forge counts more than these. */
export interface ForgeLimits {
  readonly body: number;
  readonly comment: number;
}

/**
 * Where the pull requests of one repository live. Everything throws Fault("absent" | "forbidden" | "credentials" |
 * "unavailable"), and Fault("usage") for what the forge does not take; a text over `limits` is refused before it is sent.
 */
export interface Forge {
  readonly remote: string;
  readonly limits: ForgeLimits;
  /** Whose credential it is. */
  actor(): Promise<Actor>;
  /** Whether anybody may read the repository; null: it does not tell. What only members of an enterprise see is private. */
  visibility(): Promise<"public" | "private" | null>;
  change(number: number): Promise<LiveChange>;
  /** Open pull requests, newest first, each page only when it is wanted. */
  openChanges(): AsyncIterable<LiveChange>;
  /** Open pull requests whose head is this very commit, newest first. `commit`: a full id. */
  changesOf(commit: string): Promise<readonly number[]>;
  commits(number: number): Promise<LiveCommits>;
  /** The open pull request of a branch, the newest where it has several; null: there is none. `base`: only into that branch. */
  forBranch(head: ChangeHead, base?: string): Promise<number | null>;
  /** Opens a pull request, or brings the open one of the same head and base to title and body. Twice makes one. */
  upsert(
    wanted: WantedChange,
  ): Promise<{ readonly number: number; readonly url: string; readonly created: boolean }>;
  /**
   * Replaces the body, if it still is `expected`; else Fault("usage") and nothing is written. No forge compares and swaps:
   * the body is read right before, and what somebody writes in between is lost.
   */
  setBody(
    number: number,
    body: string,
    options: { readonly expected: string },
  ): Promise<{ readonly changed: boolean }>;
  /**
   * Posts a comment, or brings the account's own one with the same `mark` up to date: of two that were posted at the same time the
   * older stays. `mark`: a-z, 0-9 and dashes. `existing`: nothing is posted; null: there is none.
   */
  comment(
    number: number,
    text: string,
    mark: string,
    options?: { readonly existing?: boolean },
  ): Promise<PostedComment | null>;
  labels(number: number, changes: LabelChanges): Promise<void>;
  check(check: ForgeCheck): Promise<void>;
  /**
   * When commits came into the default branch by pull requests of this repository, the earliest where there are several; those that
   * did not, and those that the forge does not have, are left out. `commits`: full ids.
   */
  arrivals(commits: readonly string[]): Promise<ReadonlyMap<string, Arrival>>;
  /** One entry for everybody who ever approved, as far as the forge remembers. */
  approvals(number: number): Promise<readonly Approval[]>;
  /** Throws Fault("absent") where there is no such branch; null: the forge tells nothing. */
  protection(branch: string): Promise<Protection | null>;
  merging(): Promise<Merging>;
}

/** Connects one repository of a forge. `http` is opened with the tracker's `Access` of the same vendor; nothing is asked yet. */
export type ConnectForge = (place: ForgePlace, http: Http) => Forge;
