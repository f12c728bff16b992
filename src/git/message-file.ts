import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../core/fault.ts";
import type { CleanupMode } from "../references/message.ts";
import { cutAt } from "./comment-string.ts";
import type { Env } from "./env.ts";
import { decodeMessage, type MessageConfig, messageConfig } from "./message-config.ts";
import { readingsOf } from "./message-readings.ts";
import type { Repository } from "./repository.ts";

/** A message as git will store it. */
export interface StoredMessage {
  readonly text: string;
  readonly mode: CleanupMode;
  /** `core.commentString` or `core.commentChar` as in force for this message. */
  readonly comment: string;
  /** Whether an editor was open on it. */
  readonly editor: boolean;
  /** False: what can be seen from a hook leaves more than one outcome; `readings` has them all. */
  readonly certain: boolean;
  /** Every text that git may store, `text` first. */
  readonly readings: readonly string[];
  /** `text` in the bytes that it was written in: `git commit -F` reads the same message from them. */
  bytes(): Uint8Array;
}

/** Far above any message that people write; a diff that `git commit -v` puts below it does not count. */
export const MESSAGE_LIMIT = 16 * 1024 * 1024;

/** What git hands a hook as its editor when none was or will be open (githooks, commit-msg and prepare-commit-msg). */
const NO_EDITOR = ":";

/**
 * Reads the file that git hands to a commit-msg hook (path relative to the repository's `cwd`), or such bytes. Throws
 * Fault("usage") for a file that is not there or can't be read, Fault("storage") for one above the limit.
 */
export async function storedMessage(
  repo: Repository,
  source: string | Uint8Array,
  env: Env = repo.git.env,
): Promise<StoredMessage> {
  const config = await messageConfig(repo);
  const { bytes, whole } =
    typeof source === "string" ? readFile(resolve(repo.git.cwd, source)) : bounded(source);
  const raw = decodeMessage(bytes, config.encoding);
  if (!whole && cutAt(raw, config.comment ?? "#") < 0)
    throw tooLong(typeof source === "string" ? source : "-");
  const editor = env.GIT_EDITOR !== NO_EDITOR;
  return { ...cleaned(raw, config, editor), bytes: () => cleanedBytes(bytes, config, editor) };
}

function cleaned(raw: string, config: MessageConfig, editor: boolean): Omit<StoredMessage, "bytes"> {
  const { mode, comment, texts } = readingsOf(raw, config, editor);
  return { text: texts[0] ?? "", mode, comment, editor, certain: texts.length === 1, readings: texts };
}

/** The same on bytes, one character each, as git itself goes about it: no encoding is ever written back. */
function cleanedBytes(bytes: Buffer, config: MessageConfig, editor: boolean): Uint8Array {
  const comment = config.comment === null ? null : Buffer.from(config.comment).toString("latin1");
  const { text } = cleaned(bytes.toString("latin1"), { ...config, comment }, editor);
  return Buffer.from(text, "latin1");
}

interface Beginning {
  readonly bytes: Buffer;
  /** False: there is more behind the limit. */
  readonly whole: boolean;
}

function bounded(source: Uint8Array): Beginning {
  return { bytes: Buffer.from(source.subarray(0, MESSAGE_LIMIT)), whole: source.length <= MESSAGE_LIMIT };
}

function readFile(path: string): Beginning {
  try {
    const handle = openSync(path, "r");
    try {
      return readBeginning(handle);
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Whoever named the file has to name another: nothing of ours is broken. */
function unreadable(path: string, cause: unknown): Fault {
  const code = cause instanceof Error && "code" in cause ? cause.code : "";
  const details = {
    wanted: "a file that holds the commit message, or - for standard input",
    fix: 'echo "Fix the login (TASK-1)" | golden-thread check message -',
    cause,
  };
  if (code === "ENOENT")
    return new Fault("usage", "There is no such message file.", { found: path, ...details });
  const found = code === "EISDIR" ? `a folder: ${path}` : `${path} (${String(code)})`;
  return new Fault("usage", "The message file can't be read.", { found, ...details });
}

/** Reads until the end or the limit: a pipe tells no size. */
function readBeginning(handle: number): Beginning {
  const { size } = fstatSync(handle);
  const buffer = Buffer.alloc(Math.min(Math.max(size, PIPE_SIZE), MESSAGE_LIMIT) + 1);
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= MESSAGE_LIMIT) {
    const got = readSync(handle, buffer, 0, Math.min(buffer.length, MESSAGE_LIMIT + 1 - length), null);
    if (got === 0) break;
    chunks.push(Buffer.from(buffer.subarray(0, got)));
    length += got;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, MESSAGE_LIMIT), whole: length <= MESSAGE_LIMIT };
}

const PIPE_SIZE = 64 * 1024;

function tooLong(path: string): Fault {
  return new Fault("storage", "The message is too long to be judged.", {
    found: path,
    wanted: `at most ${MESSAGE_LIMIT} bytes above the scissors line`,
  });
}
