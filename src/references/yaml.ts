import type { Region } from "./lex.ts";

const BLOCK_SCALAR = /^([ \t]*)(?:- +)*(?:[^#\n]*: *|- *)[|>][+-]?\d?[ \t]*$/gm;

/** In YAML a `#` inside a text after `|` or `>` opens no comment: such texts replace the regions found in them. */
export function withBlockScalars(text: string, regions: readonly Region[]): readonly Region[] {
  const scalars: Region[] = [];
  BLOCK_SCALAR.lastIndex = 0;
  for (let match = BLOCK_SCALAR.exec(text); match !== null; match = BLOCK_SCALAR.exec(text)) {
    const start = match.index + match[0].length;
    const end = endOfIndented(text, start + 1, match[1]?.length ?? 0);
    scalars.push({ kind: "doc", start, end, opener: 0 });
    BLOCK_SCALAR.lastIndex = Math.max(end, start);
  }
  return scalars.length === 0 ? regions : merged(regions, scalars);
}

/** Both lists are in order; a region that begins inside a scalar is dropped. */
function merged(regions: readonly Region[], scalars: readonly Region[]): readonly Region[] {
  const all: Region[] = [];
  let next = 0;
  for (const scalar of scalars) {
    for (; next < regions.length; next += 1) {
      const region = regions[next];
      if (region === undefined || region.start >= scalar.end) break;
      if (region.start < scalar.start) all.push(region);
    }
    all.push(scalar);
  }
  return [...all, ...regions.slice(next)];
}

function endOfIndented(text: string, at: number, indent: number): number {
  while (at < text.length) {
    const stop = text.indexOf("\n", at);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(at, end);
    if (line.trim() !== "" && line.length - line.trimStart().length <= indent) return at;
    at = end + 1;
  }
  return text.length;
}
