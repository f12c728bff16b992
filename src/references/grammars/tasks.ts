import { isWord } from "../boundary.ts";
import { type Grammar, type Manner, nowhere, type Reading } from "../grammar.ts";
import { keySign, startsKey } from "../keys.ts";

/** Number, parts of a subtask, and the letter of a toolkit ticket that was split. */
const NUMBER = /(\d+(?:\.\d+)+|\d+(?=([a-z]?)))\2/iy;

/**
 * Ids of local task files: `TASK-7`, `BACK-222.1`, `FEAT-001`, `FEAT-007a`; in branch names in any case.
 * The canonical id has the prefix in upper case and no leading zeros: `FEAT-1`, `FEAT-7a`.
 */
export const tasks: Grammar = ({ tasks: prefixes = [] }) => {
  const known = new Set(prefixes.map((prefix) => prefix.toUpperCase()));
  if (known.size === 0) return null;

  function read(text: string, at: number, sign: string, manner: Manner): Reading | null {
    const prefix = sign.slice(0, -1);
    if (!known.has(manner === "branch" ? prefix.toUpperCase() : prefix) || !startsKey(text, at)) return null;
    NUMBER.lastIndex = at + sign.length;
    const [whole = "", number = "", letter = ""] = NUMBER.exec(text) ?? [];
    const end = at + sign.length + whole.length;
    const glued = manner === "branch" && text[end] === "_";
    if (isWord(text, end) && !glued) return null;
    const parts = number.split(".").map((part) => part.replace(/^0+(?=\d)/, ""));
    return { id: `${prefix.toUpperCase()}-${parts.join(".")}${letter.toLowerCase()}`, start: at, end };
  }

  return { provider: "tasks", sign: keySign([...known], false), read, hosts: "", address: "", url: nowhere };
};
