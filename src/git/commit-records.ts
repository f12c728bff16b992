import type { CommitSpan } from "./commit-line.ts";

/** Is told where in a text each commit stands. The text lives no longer than the visit, unless somebody keeps a cut of it. */
export type VisitRecord = (text: string, span: CommitSpan) => void;

/** Takes git's output as it comes. */
export interface RecordReader {
  push(chunk: Buffer): void;
  /** To be called once, behind the last chunk. False: the output stopped in the midst of a record. */
  end(): boolean;
}

/**
 * Text of the chunks so far that no record was made of. One character a byte, so that lengths in bytes hold; a record that
 * is longer than a chunk is put together once, when all of it is there.
 */
function openRest() {
  let parts: string[] = [];
  let size = 0;
  return {
    add(chunk: Buffer): void {
      parts.push(chunk.toString("latin1"));
      size += chunk.length;
    },
    size: () => size,
    take(): string {
      const text = parts.length === 1 ? (parts[0] ?? "") : parts.join("");
      parts = [];
      size = 0;
      return text;
    },
    keep(text: string, from: number): void {
      if (from < text.length) parts.push(text.slice(from));
      size = text.length - from;
    },
  };
}

/** Longer than any header line of an answer. */
const HEAD = "commit ".length;

/** Reads `git log -z --format=raw`: `commit <id>`, the object, a NUL between two of them. */
export function readLog(visit: VisitRecord): RecordReader {
  const rest = openRest();
  const take = (text: string, start: number, end: number): void => {
    const line = text.indexOf("\n", start);
    visit(text, { id: text.slice(start + HEAD, line), start: line + 1, end, indented: true });
  };
  return {
    push(chunk) {
      const ends = chunk.includes(0);
      rest.add(chunk);
      if (!ends) return;
      const text = rest.take();
      let start = 0;
      for (let end = text.indexOf("\0"); end >= 0; end = text.indexOf("\0", start)) {
        take(text, start, end);
        start = end + 1;
      }
      rest.keep(text, start);
    },
    end() {
      const text = rest.take();
      if (text.length > 0) take(text, 0, text.length);
      return true;
    },
  };
}

/** Reads `git cat-file --batch` where commits alone were asked for (git-cat-file, "BATCH OUTPUT"). `absent`: any other answer. */
export function readObjects(visit: VisitRecord, absent: (line: string) => void): RecordReader {
  const rest = openRest();
  /** Characters that must be there before looking again is worth it. */
  let needed = 1;
  return {
    push(chunk) {
      rest.add(chunk);
      if (rest.size() < needed) return;
      const text = rest.take();
      let at = 0;
      needed = 1;
      while (at < text.length) {
        const line = text.indexOf("\n", at);
        if (line < 0) break;
        const space = text.indexOf(" ", at);
        if (!text.startsWith("commit ", space + 1)) absent(text.slice(at, line));
        const size = Number(text.slice(space + 1 + HEAD, line));
        const end = line + 1 + size;
        if (end >= text.length) {
          needed = end + 1 - at;
          break;
        }
        visit(text, { id: text.slice(at, space), start: line + 1, end, indented: false });
        at = end + 1;
      }
      rest.keep(text, at);
    },
    end: () => rest.size() === 0,
  };
}
