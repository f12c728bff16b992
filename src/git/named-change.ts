/** As GitHub's button puts it behind the title of a squash, and of a merge where the repository says so. */
const BEHIND = /\(#(\d{1,9})\)$/;
/** GitHub and Bitbucket Data Center; Azure Repos without the sign, where a pull request completes by itself. */
const MERGE = /^Merge pull request #?(\d{1,9}) (?:from|in) /;
/** Azure Repos, merge and squash. */
const MERGED_PR = /^Merged PR (\d{1,9}): /;
/** Bitbucket Cloud. */
const MERGED_IN = /^Merged in .* \(pull request #(\d{1,9})\)$/;
/** Bitbucket Data Center from version 7 on, with `Merge in` below. */
const PULL = /^Pull request #(\d{1,9}): /;
const MERGE_IN = /\n\n *Merge in /;
/** GitLab, below the message. */
const REQUEST = /\bSee merge request \S*!(\d{1,9})/;

/**
 * The number of the pull request that brought a commit, as its forge wrote it into the message; null: it does not say. Only GitHub and GitLab
 * document theirs ("Configuring commit squashing", "Commit message templates"); the others are those that GitVersion reads (`MergeMessage`, and its issue 1543).
 */
export function changeIn(message: string): number | null {
  const end = message.indexOf("\n");
  const subject = (end < 0 ? message : message.slice(0, end)).trimEnd();
  const found = atFront(subject, message) ?? (subject.endsWith(")") ? BEHIND.exec(subject) : null);
  const number = found ?? (message.includes("See merge request ") ? REQUEST.exec(message) : null);
  return number === null ? null : Number(number[1]);
}

/** Most messages begin otherwise, and are not looked at any further. */
function atFront(subject: string, message: string): RegExpExecArray | null {
  if (subject.startsWith("Merge"))
    return MERGE.exec(subject) ?? MERGED_PR.exec(subject) ?? MERGED_IN.exec(subject);
  return subject.startsWith("Pull") && MERGE_IN.test(message) ? PULL.exec(subject) : null;
}
