import type { Grammar, Manner, Reading } from "../grammar.ts";
import { keySign, readKey } from "../keys.ts";

const URL = /^(?:https?:\/\/)?linear\.app\/[\w-]+\/issue\/([A-Za-z][A-Za-z0-9]*)-([1-9]\d*)(?!\w)/;

/** Linear: `KEY-12` of the configured teams, in any case in branch names, and addresses of issues. */
export const linear: Grammar = ({ linear: keys, tasks = [] }) => {
  const claimed = new Set(tasks.map((prefix) => prefix.toUpperCase()));
  const known = new Set((keys ?? []).map((key) => key.toUpperCase()).filter((key) => !claimed.has(key)));
  if (known.size === 0) return null;

  function read(text: string, at: number, sign: string, manner: Manner): Reading | null {
    const key = sign.slice(0, -1);
    if (!known.has(manner === "branch" ? key.toUpperCase() : key)) return null;
    return readKey(text, at, sign, manner);
  }

  function url(address: string): Reading | null {
    const [whole, key = "", number] = URL.exec(address) ?? [];
    if (whole === undefined || !known.has(key.toUpperCase())) return null;
    return { id: `${key.toUpperCase()}-${number}`, start: 0, end: whole.length };
  }

  return {
    provider: "linear",
    sign: keySign([...known], false),
    read,
    hosts: "linear\\.app\\/",
    address: "linear\\.app\\/",
    url,
  };
};
