import { decodeText } from "./raw-commit.ts";
import type { Repository } from "./repository.ts";

/** What git's configuration says of messages (git-config, `commit.*`, `core.comment*`, `i18n.commitEncoding`). */
export interface MessageConfig {
  /** Null: not set, or `default`. */
  readonly cleanup: "strip" | "whitespace" | "verbatim" | "scissors" | null;
  readonly verbose: boolean;
  /** Null: `auto`, git picks one that the message does not use. */
  readonly comment: string | null;
  /** Null: UTF-8. */
  readonly encoding: string | null;
}

const KEYS = "^(commit\\.(cleanup|verbose)|core\\.comment(char|string)|i18n\\.commitencoding)$";

/** The first git that knows `core.commentString`; an older one goes on with `core.commentChar`. */
const COMMENT_STRING_SINCE = [2, 45] as const;

/** Reads it with one child, `git -c` of the commit that runs the hook included. */
export async function messageConfig(repo: Repository): Promise<MessageConfig> {
  const { stdout } = await repo.git.run(["config", "-z", "--get-regexp", KEYS], { codes: [0, 1] });
  const entries = stdout.toString("utf8").split("\0").map(entryOf);
  const hasString = entries.some(([key]) => key === "core.commentstring");
  const comments =
    hasString && !(await atLeast(repo, COMMENT_STRING_SINCE)) ? ["core.commentchar"] : COMMENTS;
  const last = (...keys: readonly string[]): string | undefined =>
    entries.filter(([key]) => keys.includes(key)).at(-1)?.[1];
  const comment = last(...comments) ?? "#";
  return {
    cleanup: cleanupOf(last("commit.cleanup")),
    verbose: isOn(last("commit.verbose")),
    comment: comment.toLowerCase() === "auto" ? null : comment,
    encoding: last("i18n.commitencoding") ?? null,
  };
}

const COMMENTS = ["core.commentchar", "core.commentstring"];

function entryOf(entry: string): readonly [string, string] {
  const end = entry.indexOf("\n");
  // A key without a value is a switch that is on.
  return end < 0 ? [entry, "true"] : [entry.slice(0, end), entry.slice(end + 1)];
}

function cleanupOf(value: string | undefined): MessageConfig["cleanup"] {
  switch (value) {
    case "strip":
    case "whitespace":
    case "verbatim":
    case "scissors":
      return value;
    default:
      return null;
  }
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:false|no|off|0*|)$/i.test(value);
}

async function atLeast(repo: Repository, [major, minor]: readonly [number, number]): Promise<boolean> {
  const [, ours = 0, theirs = 0] = (/(\d+)\.(\d+)/.exec(await repo.git.text(["version"])) ?? []).map(Number);
  return ours > major || (ours === major && theirs >= minor);
}

/** Bytes of a message as text, in the encoding that git will write into the commit. */
export function decodeMessage(bytes: Buffer, encoding: MessageConfig["encoding"]): string {
  return decodeText(bytes.toString("latin1"), encoding);
}
