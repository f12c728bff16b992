import { HOSTILE } from "./tracker-server.ts";

/** One commit of a pull request. */
export interface PullCommit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly name: string;
  readonly email: string;
  readonly at: string;
  /** Where a real repository tells them; else a tree of the commit's own id, and the author. */
  readonly tree?: string;
  readonly committer?: { readonly name: string; readonly email: string; readonly date: string };
}

/** A pull request, in no vendor's words. `U`: an account of the vendor's. */
export interface Pull<U> {
  readonly number: number;
  title: string;
  body: string;
  state: "open" | "merged" | "closed";
  draft: boolean;
  readonly author: U;
  base: string;
  /** The base branch's tip when the head last moved; left out: `PULLS.oldBase`. */
  baseCommit?: string;
  readonly branch: string;
  readonly isFork: boolean;
  /** The fork was deleted since. */
  forkIsGone?: boolean;
  /** Oldest first; the last one is the head. */
  readonly commits: readonly PullCommit[];
  readonly labels: string[];
  readonly reviews: readonly Review<U>[];
  readonly comments: PullComment<U>[];
  mergeCommit: string | null;
  /** When it was merged, if it is. */
  mergedAt: string;
  /** It is one of another repository, which has the same commits. */
  readonly isElsewhere: boolean;
}

export interface Review<U> {
  readonly by: U;
  readonly state: "approved" | "dismissed" | "remark";
  readonly commit: string;
  readonly at: string;
}

export interface PullComment<U> {
  readonly id: number;
  readonly author: U;
  body: string;
}

/** A check as it was told. */
export interface ToldCheck {
  readonly commit: string;
  readonly name: string;
  readonly state: string;
}

/** Everything that a forge knows of one repository. */
export interface PullStore<U> {
  readonly pulls: Map<number, Pull<U>>;
  /** Branch -> its tip now. */
  readonly tips: Map<string, string>;
  readonly checks: ToldCheck[];
}

/** Accounts that pull requests are seeded with; `me` is whose the good token is. */
export interface People<U> {
  readonly me: U;
  readonly others: readonly [U, U, U];
}

/** What every forge holds. */
export const PULLS = {
  open: 201,
  draft: 202,
  merged: 203,
  closed: 204,
  fork: 205,
  hostile: 206,
  crowded: 207,
  reviewed: 208,
  absent: 999_999,
  crowd: 300,
  /** Another account's comment on `open` ends with this mark. */
  copied: "copied",
  /** Pushed, without a pull request. */
  freeBranch: "50-free",
  protectedBranch: "main",
  openBranch: "sandbox",
  check: "golden-thread",
  approvals: 2,
  tip: "ba5e0000000000000000000000000000000000ff",
  oldBase: "ba5e000000000000000000000000000000000001",
  mergedAt: "2026-11-03T10:00:00Z",
  mergeCommit: "3e46e00000000000000000000000000000000001",
} as const;

/** A commit's id, for a number. */
export function sha(number: number): string {
  return number.toString(16).padStart(40, "c");
}

export function newPull<U>(number: number, author: U, more: Partial<Pull<U>> = {}): Pull<U> {
  return {
    number,
    title: `Change ${number}`,
    body: "",
    state: "open",
    draft: false,
    author,
    base: PULLS.protectedBranch,
    branch: `${number}-work`,
    isFork: false,
    commits: commits(number, 2),
    labels: [],
    reviews: [],
    comments: [],
    mergeCommit: null,
    mergedAt: PULLS.mergedAt,
    isElsewhere: false,
    ...more,
  };
}

function commits(number: number, count: number): readonly PullCommit[] {
  return Array.from({ length: count }, (_, at) => ({
    id: sha(number * 1000 + at),
    parents: at === 0 ? [PULLS.oldBase] : [sha(number * 1000 + at - 1)],
    message: `Step ${at + 1} of ${number}\n\nRefs: #42${" and more words".repeat(20)}\n`,
    name: "Ada Dev",
    email: "ada@acme.example",
    at: `2026-11-0${1 + Math.min(at, 1)}T10:00:00Z`,
  }));
}

/** Pull requests of every kind. */
export function seedPulls<U>({ me, others: [first, second, third] }: People<U>): PullStore<U> {
  const reviewed = commits(PULLS.reviewed, 2);
  const at = (commit: number) => reviewed[commit]?.id ?? "";
  const all = [
    newPull(PULLS.open, me, {
      title: "Fix login loop",
      body: "Fixes #42\r\n\r\n<!-- kept -->\r\n  two blanks  \r\n",
      branch: "42-login",
      labels: ["auth"],
      comments: [{ id: 71, author: first, body: `Mine\n\n<!-- golden-thread:${PULLS.copied} -->` }],
    }),
    newPull(PULLS.draft, me, { draft: true }),
    newPull(PULLS.merged, me, { state: "merged", mergeCommit: PULLS.mergeCommit }),
    newPull(PULLS.closed, me, { state: "closed" }),
    newPull(PULLS.fork, first, { isFork: true, branch: "patch-1" }),
    newPull(PULLS.hostile, first, { title: HOSTILE.title, body: HOSTILE.text }),
    newPull(PULLS.crowded, me, { commits: commits(PULLS.crowded, PULLS.crowd) }),
    newPull(PULLS.reviewed, me, {
      commits: reviewed,
      reviews: [
        { by: first, state: "approved", commit: at(0), at: "2026-11-01T11:00:00Z" },
        { by: third, state: "approved", commit: at(0), at: "2026-11-01T12:00:00Z" },
        { by: second, state: "approved", commit: at(1), at: "2026-11-02T11:00:00Z" },
        { by: second, state: "remark", commit: at(1), at: "2026-11-02T11:30:00Z" },
        { by: third, state: "dismissed", commit: at(0), at: "2026-11-02T12:00:00Z" },
      ],
    }),
  ];
  return {
    pulls: new Map(all.map((pull) => [pull.number, pull])),
    tips: new Map([
      [PULLS.protectedBranch, PULLS.tip],
      [PULLS.openBranch, PULLS.tip],
      [PULLS.freeBranch, sha(5000)],
    ]),
    checks: [],
  };
}

export function headOf({ commits }: Pull<unknown>): string {
  return commits.at(-1)?.id ?? "";
}

/** What a commit is part of, and what made it by merging. */
export function pullsOf<U>({ pulls }: PullStore<U>, commit: string): readonly Pull<U>[] {
  return [...pulls.values()].filter(
    ({ commits: own, mergeCommit }) => mergeCommit === commit || own.some(({ id }) => id === commit),
  );
}

/** Takes a pull request in, under the next number. */
export function open<U>(
  { pulls }: PullStore<U>,
  author: U,
  wanted: Pick<Pull<U>, "title" | "body" | "draft" | "base" | "branch" | "isFork">,
): Pull<U> {
  const pull = newPull(Math.max(...pulls.keys()) + 1, author, wanted);
  pulls.set(pull.number, pull);
  return pull;
}

/** The open pull request of a head into a base. */
export function openOf<U>(
  { pulls }: PullStore<U>,
  wanted: Pick<Pull<U>, "branch" | "base" | "isFork">,
): Pull<U> | undefined {
  return [...pulls.values()].find(
    ({ state, branch, base, isFork }) =>
      state === "open" && branch === wanted.branch && base === wanted.base && isFork === wanted.isFork,
  );
}

/** Why a pull request can't be opened; null: it can. */
export function hindrance<U>(
  store: PullStore<U>,
  wanted: Pick<Pull<U>, "branch" | "base" | "isFork">,
): "exists" | "no-base" | "no-head" | null {
  if (!store.tips.has(wanted.base)) return "no-base";
  if (openOf(store, wanted) !== undefined) return "exists";
  const isKnown =
    store.tips.has(wanted.branch) || [...store.pulls.values()].some((one) => one.branch === wanted.branch);
  return isKnown ? null : "no-head";
}
