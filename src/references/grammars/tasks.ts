import { isWord } from "../boundary.ts";
import { type Grammar, type Manner, nowhere, type Reading } from "../grammar.ts";
import { keySign, startsKey } from "../keys.ts";

/** Number, parts of a subtask, and the letter of a toolkit ticket that was split. */
const NUMBER = /(\d+(?:\.\d+)+|\d+(?=([a-z]?)))\2/iy;

/** A day and that day's number, as the toolkit names some tickets; split ones have a letter too. Any other dash begins a slug. */
const DATED = /((?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d+)([a-z]?)/iy;

/**
 * Ids of local task files: `TASK-7`, `BACK-222.1`, `FEAT-001`, `FEAT-007a`, `BUG-20260220-003`; in branch names in any
 * case. The canonical id has the prefix in upper case and no leading zeros: `FEAT-1`, `FEAT-7a`, `BUG-20260220-3`.
 */
export const tasks: Grammar = ({ tasks: prefixes = [] }) => {
  const known = new Set(prefixes.map((prefix) => prefix.toUpperCase()));
  if (known.size === 0) return null;

  function read(text: string, at: number, sign: string, manner: Manner): Reading | null {
    const prefix = sign.slice(0, -1);
    if (!known.has(manner === "branch" ? prefix.toUpperCase() : prefix) || !startsKey(text, at)) return null;
    for (const form of [DATED, NUMBER]) {
      form.lastIndex = at + sign.length;
      const [whole = "", number = "", letter = ""] = form.exec(text) ?? [];
      const end = at + sign.length + whole.length;
      const glued = manner === "branch" && text[end] === "_";
      if (whole === "" || (isWord(text, end) && !glued)) continue;
      const parts = number.replace(/\d+/g, (part) => part.replace(/^0+(?=\d)/, ""));
      return { id: `${prefix.toUpperCase()}-${parts}${letter.toLowerCase()}`, start: at, end };
    }
    return null;
  }

  return { provider: "tasks", sign: keySign([...known], false), read, hosts: "", address: "", url: nowhere };
};
