import type { GrammarId, ScanConfig } from "../core/reference.ts";

/** An id as one grammar reads it. Offsets are UTF-16 units into the whole text, end exclusive. */
export interface Reading {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** `branch`: names of branches, where keys may stand in any case and glued to dashes. */
export type Manner = "prose" | "branch";

/** One tracker's way to write ids, ready for one configuration. */
export interface Reader {
  readonly provider: GrammarId;
  /** Source of an expression that matches how an id begins. It must be linear on any text and match at least one character. */
  readonly sign: string;
  /** The part of `sign` that is also syntax in programming languages (`#1`, `!1`); left out: none. */
  readonly marks?: string;
  /** The id at a sign that was found at `at`; `sign` is the matched text. Null: none of this tracker. */
  read(text: string, at: number, sign: string, manner: Manner): Reading | null;
  /** Source of an expression for hosts whose addresses are known without a scheme, each ending in `/`; empty: none. */
  readonly hosts: string;
  /** Source of an expression that every address with an id matches; empty: none. Rare in other text, or searching is slow. */
  readonly address: string;
  /** The id that an address names. `url` runs from scheme or host to its last character. Offsets are relative to `url`. */
  url(url: string): Reading | null;
}

/** One grammar a tracker: null where the configuration leaves it off. */
export type Grammar = (config: ScanConfig) => Reader | null;

/** For trackers that no address names, or none but a text. */
export function nowhere(): null {
  return null;
}

/** Escapes a text for use in a RegExp source. */
export function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Source that matches the text in any case: `[eE][nN][gG]`. Flags can't be had for one part of a joined expression. */
export function anyCase(text: string): string {
  return [...text]
    .map((letter) => {
      const lower = letter.toLowerCase();
      const upper = letter.toUpperCase();
      return lower === upper ? quoted(letter) : `[${upper}${lower}]`;
    })
    .join("");
}
