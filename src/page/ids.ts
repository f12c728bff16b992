/** Ids of commits as the page holds them: base64 of each, all of one length, with nothing between. */
export interface Ids {
  readonly count: number;
  /** Full id in hex. */
  at(row: number): string;
  /** Row of the first id that begins so, at least `SHORTEST` hex digits; -1: none. */
  find(start: string): number;
}

/** Hex digits below which no id is looked for. */
const SHORTEST = 6;

/** Base64 characters that these digits fill whole. */
const QUAD = 4;

/** Reads the column of ids. */
export function idsOf(text: string, bytes: number): Ids {
  const width = Math.ceil((bytes * 8) / 6);
  const count = Math.floor(text.length / width);
  const at = (row: number): string => hexOf(atob(text.slice(row * width, (row + 1) * width)));
  return {
    count,
    at,
    find(start) {
      if (!isIdStart(start)) return -1;
      const quad = quadOf(start.slice(0, SHORTEST).toLowerCase());
      for (let row = 0; row < count; row++)
        if (text.startsWith(quad, row * width) && at(row).startsWith(start.toLowerCase())) return row;
      return -1;
    },
  };
}

/** Whether a text may be the start of an id. */
export function isIdStart(text: string): boolean {
  return text.length >= SHORTEST && /^[0-9a-f]+$/i.test(text);
}

function quadOf(hex: string): string {
  const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return btoa(String.fromCharCode(...bytes)).slice(0, QUAD);
}

function hexOf(bytes: string): string {
  let hex = "";
  for (let at = 0; at < bytes.length; at++) hex += bytes.charCodeAt(at).toString(16).padStart(2, "0");
  return hex;
}
