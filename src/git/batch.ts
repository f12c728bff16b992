/** One answer of `git cat-file --batch`. `body` is a view into a buffer that lives no longer than the visit. */
export interface BatchAnswer {
  readonly oid: string;
  readonly type: string;
  readonly body: Buffer;
}

export interface BatchVisitor {
  found(answer: BatchAnswer): void;
  /** Anything but an object: `missing`, `ambiguous`, … as git says it after the name that was asked. */
  absent(line: string): void;
  /** Asked before a body is gathered; false ends the reading: nothing is visited any more. */
  wanted?(size: number): boolean;
}

export interface BatchReader {
  push(chunk: Buffer): void;
  /** Whether the stream stopped between two answers. */
  complete(): boolean;
}

const LINE_FEED = 10;

/** `<oid> <type> <size>`; all else is an absence. */
const HEADER = /^([0-9a-f]{40,64}) ([a-z]+) ([0-9]+)$/;

/**
 * Reads the output of `git cat-file --batch` (git-cat-file, "BATCH OUTPUT") from chunks of any size, in time linear in
 * the bytes: a body that is longer than a chunk is put together once, when all of it is there.
 */
export function readBatch(visitor: BatchVisitor): BatchReader {
  let waiting: Buffer[] = [];
  let size = 0;
  let needed = 1;
  let stopped = false;

  const drain = (data: Buffer): number => {
    let at = 0;
    needed = 1;
    while (at < data.length && !stopped) {
      const lineEnd = data.indexOf(LINE_FEED, at);
      if (lineEnd < 0) {
        needed = data.length - at + 1;
        break;
      }
      const line = data.toString("latin1", at, lineEnd);
      const [, oid, type, digits] = HEADER.exec(line) ?? [];
      if (oid === undefined || type === undefined) {
        visitor.absent(data.toString("utf8", at, lineEnd));
        at = lineEnd + 1;
        continue;
      }
      const bodyStart = lineEnd + 1;
      const bodyEnd = bodyStart + Number(digits);
      if (bodyEnd >= data.length) {
        stopped = visitor.wanted?.(bodyEnd - bodyStart) === false;
        needed = bodyEnd + 1 - at;
        break;
      }
      if (visitor.wanted?.(bodyEnd - bodyStart) === false) stopped = true;
      else visitor.found({ oid, type, body: data.subarray(bodyStart, bodyEnd) });
      at = bodyEnd + 1;
    }
    return at;
  };

  return {
    push(chunk) {
      if (stopped) return;
      waiting.push(chunk);
      size += chunk.length;
      if (size < needed) return;
      const data = waiting.length === 1 ? chunk : Buffer.concat(waiting, size);
      const rest = data.subarray(drain(data));
      waiting = rest.length > 0 ? [rest] : [];
      size = rest.length;
    },
    complete: () => size === 0,
  };
}
