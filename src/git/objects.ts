import { readBatch } from "./batch.ts";
import type { Repository } from "./repository.ts";
import type { GitStream } from "./run.ts";
import { tooLarge } from "./tree-path.ts";

/** One object, copied out of the stream. */
export interface GitObject {
  readonly oid: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Objects by id over one `git cat-file --batch` that stays open between questions. */
export interface Objects {
  /** Null where the repository has no such object. Throws Fault("storage"), naming `label`, above `limit` bytes. */
  read(oid: string, limit?: number, label?: string): Promise<GitObject | null>;
  close(): Promise<void>;
}

/** Trees and commits are far smaller; a blob that somebody wants whole gives its own limit. */
const OBJECT_LIMIT = 64 * 1024 * 1024;

interface Question {
  readonly oid: string;
  readonly limit: number;
  readonly label: string;
  resolve(object: GitObject | null): void;
  reject(reason: unknown): void;
}

/**
 * Opens the object store; the child starts with the first question. Close it when all is read. Left open, it keeps this
 * process from ending only while an answer is awaited.
 */
export function openObjects(repo: Repository): Objects {
  const open: Question[] = [];
  let child: GitStream | null = null;

  const ask = (question: Question): void => {
    child ??= startReader(repo, { open, answered, failed, restart });
    child.hold(true);
    open.push(question);
    child.stdin?.write(`${question.oid}\n`);
  };
  const answered = (): Question | undefined => {
    const question = open.shift();
    if (open.length === 0) child?.hold(false);
    return question;
  };
  const failed = (reason: unknown): void => {
    child = null;
    for (const question of open.splice(0)) question.reject(reason);
  };
  // An object above its limit is not read to its end: the child goes, and the questions behind it are asked again.
  const restart = (): void => {
    child?.kill();
    child = null;
    for (const question of open.splice(0)) ask(question);
  };

  return {
    read: (oid, limit = OBJECT_LIMIT, label = oid) =>
      new Promise((resolve, reject) => ask({ oid, limit, label, resolve, reject })),
    async close() {
      const closing = child;
      child = null;
      closing?.hold(true);
      closing?.stdin?.end();
      await closing?.done;
    },
  };
}

interface Desk {
  /** Questions in the order in which git answers them. */
  readonly open: readonly Question[];
  /** Takes the first question off: it has its answer. */
  answered(): Question | undefined;
  failed(reason: unknown): void;
  restart(): void;
}

function startReader(repo: Repository, desk: Desk): GitStream {
  const child = repo.git.spawn(["cat-file", "--batch"], { stdin: "pipe" });
  const reader = readBatch({
    found: ({ oid, type, body }) => desk.answered()?.resolve({ oid, type, bytes: Buffer.from(body) }),
    absent: () => desk.answered()?.resolve(null),
    wanted(size) {
      const [question] = desk.open;
      if (question === undefined || size <= question.limit) return true;
      desk.answered()?.reject(tooLarge(question.label, size, question.limit));
      desk.restart();
      return false;
    },
  });
  child.stdout.on("data", (chunk: Buffer) => reader.push(chunk));
  child.done.catch((reason: unknown) => desk.failed(reason));
  return child;
}
