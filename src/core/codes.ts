import type { CodeMeta } from "./rule.ts";

/** Codes that any rule may give about a commit that it does not judge, or can't. Rules spread them into their own table. */
export const COMMIT_CODES = {
  "clean-merge": {
    outcome: "skip",
    message:
      "A clean merge: git's own merge of its parents gives the same tree, and they are judged by themselves.",
  },
  bot: {
    outcome: "skip",
    message: "Exempt: made by the bot {account}, which the policy names and proof confirms.",
  },
  scope: { outcome: "skip", message: "Exempt: every changed path lies in a scope that the policy exempts." },
  "before-baseline": { outcome: "skip", message: "Older than the policy's baseline: counted, not judged." },
  "no-commits": { outcome: "skip", message: "The change has no commits." },
  incomplete: {
    outcome: "unknown",
    message: "Some commits of this change can't be seen here, so nothing can be said of them.",
    fix: "Fetch the whole history (git fetch --unshallow, or fetch-depth: 0 in CI) and check again.",
    run: ["git", "fetch", "--unshallow"],
  },
  "paths-unknown": {
    outcome: "unknown",
    message: "The changed paths of this commit are not known here.",
    fix: "Check the commit where its files can be read.",
  },
} as const satisfies Readonly<Record<string, CodeMeta>>;

/** Codes that the judging of commits itself may give. */
export type CommitCode = keyof typeof COMMIT_CODES;

/** Codes of the judgement itself; no rule gives them. The last two stand for answers that would tell of a ticket what is not to be disclosed. */
export const GATE_CODES = {
  silent: {
    outcome: "unknown",
    message: "The rule gave no answer. Silence is not a pass.",
    fix: "Report this as a defect of the rule.",
  },
  unseen: {
    outcome: "fail",
    message:
      "{ticket} can't be seen in {remote}: there is no such ticket, or it is not for everybody's eyes.",
    fix: "Check the id for a slip, or name a ticket that this repository may refer to.",
  },
  "parent-unseen": {
    outcome: "fail",
    message:
      "{parent}, which {ticket} is part of, can't be seen in {remote}: there is no such ticket, or it is not for everybody's eyes.",
    fix: "Have the ticket put under a parent that this repository may refer to.",
  },
} as const satisfies Readonly<Record<string, CodeMeta>>;

/** The codes of the judgement itself. */
export type GateCode = keyof typeof GATE_CODES;
