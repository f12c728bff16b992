import type { Commit } from "./change.ts";
import type { LiveChange, Merging } from "./forge.ts";
import { authorKey } from "./people.ts";

/** The message that a forge would propose for what a merge makes. `setting`: what decides it, in the forge's own words. */
export interface PredictedMessage {
  readonly method: "squash" | "merge";
  readonly message: string;
  readonly setting: string;
}

/** What a message is made of. */
type Proposed = Pick<LiveChange, "number" | "title" | "body" | "head">;

/** Whether a prediction needs the pull request's commits. */
export function needsCommits({ methods, squashTitle, squashMessage }: Merging): boolean {
  if (methods?.includes("squash") !== true) return false;
  return squashTitle === "COMMIT_OR_PR_TITLE" || squashMessage === "COMMIT_MESSAGES";
}

/**
 * The messages that GitHub would write for the methods that it allows, as far as the settings are told ("Configuring commit squashing",
 * "Configuring commit merging", and the fields of `GET /repos/{owner}/{repo}`). Who presses the button may still write another; a
 * merge queue may not. `commits`: all of them, oldest first.
 */
export function predictedMessages(
  change: Proposed,
  commits: readonly Pick<Commit, "message" | "author">[],
  merging: Merging,
): readonly PredictedMessage[] {
  const { methods } = merging;
  return (methods ?? []).flatMap((method) => {
    if (method === "squash") return squashed(change, commits, merging);
    return method === "merge" ? merged(change, merging) : [];
  });
}

function squashed(
  change: Proposed,
  commits: readonly Pick<Commit, "message" | "author">[],
  { squashTitle, squashMessage }: Merging,
): readonly PredictedMessage[] {
  const [only] = commits.length === 1 ? commits : [];
  const isOwn = squashTitle === "COMMIT_OR_PR_TITLE" && only !== undefined;
  if (squashTitle !== "PR_TITLE" && squashTitle !== "COMMIT_OR_PR_TITLE") return [];
  const title = isOwn ? partsOf(only).title : change.title;
  const body = squashedBody(change, {
    commits,
    alone: only === undefined ? null : partsOf(only).body,
    squashMessage,
  });
  if (body === null) return [];
  const message = joined([`${title} (#${change.number})`, body, coAuthors(commits)]);
  const setting = `squash_merge_commit_title is ${squashTitle}, squash_merge_commit_message is ${squashMessage}`;
  return [{ method: "squash", message, setting }];
}

/** `alone`: what a single commit says below its title; null: there are several. Null: the setting is none that is known. */
function squashedBody(
  { body }: Proposed,
  {
    commits,
    alone,
    squashMessage,
  }: {
    readonly commits: readonly Pick<Commit, "message">[];
    readonly alone: string | null;
    readonly squashMessage: string | null;
  },
): string | null {
  switch (squashMessage) {
    case "PR_BODY":
      return body;
    case "BLANK":
      return "";
    case "COMMIT_MESSAGES":
      return alone ?? commits.map(({ message }) => `* ${message.trim()}`).join("\n\n");
    default:
      return null;
  }
}

function merged(
  { number, title, body, head }: Proposed,
  { mergeTitle = null, mergeMessage = null }: Merging,
): readonly PredictedMessage[] {
  const [owner = ""] = (head.repository ?? "").split("/");
  const classic = `Merge pull request #${number} from ${owner}/${head.branch}`;
  const first =
    mergeTitle === "MERGE_MESSAGE" ? classic : mergeTitle === "PR_TITLE" ? `${title} (#${number})` : null;
  const below = { PR_TITLE: title, PR_BODY: body, BLANK: "" };
  const rest = Object.entries(below).find(([name]) => name === mergeMessage)?.[1];
  if (first === null || rest === undefined) return [];
  const setting = `merge_commit_title is ${mergeTitle}, merge_commit_message is ${mergeMessage}`;
  return [{ method: "merge", message: joined([first, rest]), setting }];
}

function partsOf({ message }: Pick<Commit, "message">): { readonly title: string; readonly body: string } {
  const [title = "", ...rest] = message.trim().split("\n");
  return { title: title.trim(), body: rest.join("\n").trim() };
}

/** Everybody but the author of the first commit is named below. */
function coAuthors(commits: readonly Pick<Commit, "author">[]): string {
  const [first, ...others] = [...new Set(commits.map(({ author }) => authorKey(author)))];
  return first === undefined ? "" : others.map((author) => `Co-authored-by: ${author}`).join("\n");
}

function joined(parts: readonly string[]): string {
  return parts
    .map((part) => part.replaceAll("\r\n", "\n").trim())
    .filter((part) => part !== "")
    .join("\n\n");
}
