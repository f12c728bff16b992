import type { Readable } from "node:stream";
import { pathText } from "./path-text.ts";

const NUL = 0;

/** The records of a stream that end with NUL, as they come: paths, and what git puts before them. */
export async function* nulRecords(stdout: Readable): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of stdout) {
    const data: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    for (let end = data.indexOf(NUL); end >= 0; end = data.indexOf(NUL, at)) {
      yield pathText(data, at, end);
      at = end + 1;
    }
    rest = data.subarray(at);
  }
  if (rest.length > 0) yield pathText(rest, 0, rest.length);
}
