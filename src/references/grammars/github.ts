import { endOfDigits, endsNumber, isWord } from "../boundary.ts";
import type { Grammar, Manner, Reading } from "../grammar.ts";
import { startsKey } from "../keys.ts";
import { readPath } from "../path.ts";

/** GitHub numbers issues per repository; ten digits are more than any has. */
const MOST_DIGITS = 10;

const URL =
  /^(?:https?:\/\/)?(?:www\.)?(?:[gG]it[hH]ub|GITHUB)\.(?:com|COM)\/([\w-]+)\/([\w.-]+)\/(?:issues|pull)\/([1-9]\d{0,9})(?!\w)/;

/** The number after `#` (or `GH-`) from `first`; end index, or -1 if it is none. `loose`: an underscore may follow. */
export function endOfNumber(text: string, first: number, loose = false): number {
  const end = endOfDigits(text, first);
  const fits = end > first && end - first <= MOST_DIGITS && text[first] !== "0";
  return fits && ((loose && text[end] === "_") || endsNumber(text, end)) ? end : -1;
}

/**
 * GitHub: `#12`, `GH-12` in any case, `owner/repo#12`, addresses of issues and pull requests.
 * A repository that is the configured one in another case gets its configured spelling: GitHub compares without case.
 */
export const github: Grammar = ({ github: own }) => {
  if (own === undefined) return null;
  const name = (repository: string) => (repository.toLowerCase() === own.toLowerCase() ? own : repository);

  function read(text: string, at: number, sign: string, manner: Manner): Reading | null {
    const first = at + sign.length;
    const known = sign === "#" || sign.toUpperCase() === "GH-";
    const end = known ? endOfNumber(text, first, manner === "branch") : -1;
    if (end < 0) return null;
    const number = text.slice(first, end);
    if (sign !== "#") return startsKey(text, at) ? { id: `${own}#${number}`, start: at, end } : null;
    if (!isWord(text, at - 1)) return { id: `${own}#${number}`, start: at, end };
    const path = readPath(text, at, 2);
    return path === null ? null : { id: `${name(path)}#${number}`, start: at - path.length, end };
  }

  function url(address: string): Reading | null {
    const [whole, owner, repository, number] = URL.exec(address) ?? [];
    return whole === undefined
      ? null
      : { id: `${name(`${owner}/${repository}`)}#${number}`, start: 0, end: whole.length };
  }

  return {
    provider: "github",
    sign: "(?<!&)#(?=[1-9])|[gG][hH]-(?=[1-9])",
    marks: "#(?=[1-9])",
    read,
    hosts: "(?:[gG]it[hH]ub|GITHUB)\\.(?:com|COM)\\/",
    address: "\\/(?:issues|pull)\\/[1-9]",
    url,
  };
};
