/** What a message says of another commit; only git can tell whether it is so. */
export interface Claims {
  /** Ids, full or abbreviated, that it says to revert. `mainline`: the parent that a reverted merge goes back to. */
  readonly reverts: readonly { readonly id: string; readonly mainline: string | null }[];
  /** Ids that it says to be picked from, the last first: earlier ones were there when it was picked. */
  readonly picks: readonly string[];
  /** Subject or id that a `fixup!`, `squash!` or `amend!` names, all such marks taken off. */
  readonly amends: string | null;
}

const REVERT =
  /^This reverts commit ([0-9a-f]{7,64})\b(?:,\s+reversing\s+changes\s+made\s+to\s+([0-9a-f]{7,64}))?/gm;
const PICK = /^\(cherry picked from commit ([0-9a-f]{7,64})\)$/gm;
const AMEND = /^(?:(?:fixup|squash|amend)! )+/;

/** More claims of one kind than a person makes; the rest is not looked at. */
const MOST = 20;

/** Claims in a stored message, in the words that git itself writes (git-revert, git-cherry-pick `-x`, git-rebase `--autosquash`). */
export function claimsIn(message: string): Claims {
  const subject = subjectOf(message);
  const named = subject.replace(AMEND, "");
  return {
    reverts: [...message.matchAll(REVERT)]
      .slice(0, MOST)
      .map(([, id = "", mainline]) => ({ id, mainline: mainline ?? null })),
    picks: [...message.matchAll(PICK)]
      .slice(-MOST)
      .map(([, id = ""]) => id)
      .reverse(),
    amends: named === subject || named === "" ? null : named,
  };
}

/** The first paragraph as one line, as git folds it (`%s`). */
function subjectOf(message: string): string {
  const [paragraph = ""] = message.replace(/^(?:[ \t\r]*\n)+/, "").split(/\n[ \t\r]*(?:\n|$)/, 1);
  return paragraph
    .split("\n")
    .map((line) => line.trimEnd())
    .join(" ")
    .trim();
}
