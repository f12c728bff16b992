import { dirname, join, resolve } from "node:path";
import type { Repository } from "../git/repository.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** What git's configuration means for a commit message, and which files it was read from. */
export interface ConfigState {
  /** Absolute paths of every file that git reads here, or would read if it were there. */
  readonly files: readonly string[];
  /** What begins a comment line. */
  readonly comment: string;
  /** Why the message's fate can't be foreseen without git; null: it can. */
  readonly slow: string | null;
}

interface Entry {
  /** Absolute path; null: from elsewhere than a file. */
  readonly file: string | null;
  /** Section and variable in lower case, a subsection as it is written. */
  readonly key: string;
  readonly value: string;
}

/** Reads git's configuration in force (git-config(1), FILES and INCLUDES) with two or three children of git. */
export async function configState(repo: Repository, env: Env): Promise<ConfigState> {
  const { stdout } = await repo.git.run(["config", "--list", "--show-origin", "-z"]);
  const entries = entriesOf(stdout.toString("utf8"), repo.git.cwd);
  const included = entries.filter(({ key }) => isInclude(key));
  const system = await systemFile(repo);
  const files = [
    // Where git was built for it; an empty one is named by no question.
    "/etc/gitconfig",
    ...(system === null ? [] : [system]),
    ...userFiles(env),
    join(repo.commonDir, "config"),
    join(repo.gitDir, "config.worktree"),
    ...entries.flatMap(({ file }) => file ?? []),
    ...included.flatMap((entry) => includedFile(entry, env) ?? []),
  ];
  const slow = slowInclude(included, env) ?? slowMessage(entries);
  return { files: [...new Set(files)], comment: last(entries, "core.commentchar") ?? "#", slow };
}

/** `ORIGIN NUL KEY LF VALUE NUL`; a key that stands without a value means true. */
function entriesOf(listing: string, cwd: string): readonly Entry[] {
  const parts = listing.split("\0");
  const entries: Entry[] = [];
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [origin = "", text = ""] = parts.slice(index, index + 2);
    const end = text.indexOf("\n");
    entries.push({
      file: origin.startsWith("file:") ? resolve(cwd, origin.slice("file:".length)) : null,
      key: end < 0 ? text : text.slice(0, end),
      value: end < 0 ? "true" : text.slice(end + 1),
    });
  }
  return entries;
}

function userFiles({ HOME, XDG_CONFIG_HOME }: Env): readonly string[] {
  const xdg = XDG_CONFIG_HOME || (HOME === undefined ? undefined : join(HOME, ".config"));
  return [
    ...(HOME === undefined ? [] : [join(HOME, ".gitconfig")]),
    ...(xdg === undefined ? [] : [join(xdg, "git", "config")]),
  ];
}

/** Its place was decided when git was built. Older gits name it only when they miss it. */
async function systemFile({ git }: Repository): Promise<string | null> {
  const codes = [0, 1, 128, 129];
  const told = await git.run(["var", "GIT_CONFIG_SYSTEM"], { codes });
  const path = told.stdout.toString("utf8").trim();
  if (told.code === 0 && path !== "") return path;
  const missed = await git.run(["config", "--system", "--list"], { codes });
  return /config file '([^']+)'/.exec(missed.stderr)?.[1] ?? null;
}

function isInclude(key: string): boolean {
  return key === "include.path" || (key.startsWith("includeif.") && key.endsWith(".path"));
}

/** The file that an include names; null where only git can tell. */
function includedFile({ file, value }: Entry, { HOME }: Env): string | null {
  if (value.startsWith("~/")) return HOME === undefined ? null : join(HOME, value.slice(2));
  if (value.startsWith("~") || value.startsWith("%(") || file === null) return null;
  return resolve(dirname(file), value);
}

function slowInclude(included: readonly Entry[], env: Env): string | null {
  if (included.some(({ key }) => key.startsWith("includeif.onbranch:"))) return "configuration by branch";
  return included.some((entry) => includedFile(entry, env) === null)
    ? "an included configuration file"
    : null;
}

/** Settings under which the stored message is not one of the few texts that the fast path looks at. */
function slowMessage(entries: readonly Entry[]): string | null {
  const comment = last(entries, "core.commentchar") ?? "#";
  // `auto` depends on the message. A letter would make any line a comment.
  if (comment === "auto" || comment === "" || /^[A-Za-z0-9\s]/.test(comment)) return "core.commentChar";
  // Only newer gits know it.
  if ((last(entries, "core.commentstring") ?? comment) !== comment) return "core.commentString";
  if (last(entries, "commit.cleanup") === "verbatim") return "commit.cleanup";
  const encoding = last(entries, "i18n.commitencoding") ?? "utf-8";
  return /^utf-?8$/i.test(encoding) ? null : "i18n.commitEncoding";
}

function last(entries: readonly Entry[], key: string): string | null {
  return entries.findLast((entry) => entry.key === key)?.value ?? null;
}
