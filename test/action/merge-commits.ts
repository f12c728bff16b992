import type { Repository, User } from "../servers/github/store.ts";
import type { Pull, PullCommit } from "../servers/pull-model.ts";

/** How a pull request comes into its base. */
export type MergeMethod = "squash" | "merge";

/**
 * What GitHub writes where nobody edits it: by the repository's settings, with the number behind a squashed title. One commit's own body,
 * several as bullets (docs: "About merge methods on GitHub").
 */
export function mergeMessage(
  { owner, merging = {} }: Repository,
  pull: Pull<User>,
  method: MergeMethod,
): string {
  return method === "squash" ? squashed(merging, pull) : merged(merging, { owner, pull });
}

type Merging = NonNullable<Repository["merging"]>;

function squashed(
  { squash_merge_commit_title = "PR_TITLE", squash_merge_commit_message = "PR_BODY" }: Merging,
  { number, title, body, commits }: Pull<User>,
): string {
  const [first, ...others] = commits;
  const isOwn =
    squash_merge_commit_title === "COMMIT_OR_PR_TITLE" && first !== undefined && others.length === 0;
  const head = `${isOwn ? subjectOf(first) : title} (#${number})`;
  switch (squash_merge_commit_message) {
    case "BLANK":
      return head;
    case "COMMIT_MESSAGES":
      return joined(head, listed(commits));
    default:
      return joined(head, body);
  }
}

function merged(
  { merge_commit_title = "MERGE_MESSAGE", merge_commit_message = "PR_TITLE" }: Merging,
  { owner, pull }: { readonly owner: string; readonly pull: Pull<User> },
): string {
  const { number, title, body, branch, isFork } = pull;
  const head =
    merge_commit_title === "PR_TITLE"
      ? `${title} (#${number})`
      : `Merge pull request #${number} from ${isFork ? "rival" : owner}/${branch}`;
  const texts: Readonly<Record<string, string>> = { PR_TITLE: title, PR_BODY: body, BLANK: "" };
  return joined(head, texts[String(merge_commit_message)] ?? "");
}

function subjectOf({ message }: PullCommit): string {
  return message.split("\n", 1)[0] ?? "";
}

function listed(commits: readonly PullCommit[]): string {
  const [only] = commits;
  if (commits.length === 1 && only !== undefined) return only.message.slice(subjectOf(only).length).trim();
  return commits.map(({ message }) => `* ${message}`).join("\n\n");
}

function joined(head: string, body: string): string {
  const text = body.replaceAll("\r\n", "\n").trim();
  return text === "" ? head : `${head}\n\n${text}`;
}
