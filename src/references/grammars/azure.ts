import { isWord } from "../boundary.ts";
import type { Grammar, Reading } from "../grammar.ts";
import { endOfNumber } from "./github.ts";

const SIGN = "AB#";

const URL =
  /^(?:https?:\/\/)?(?:dev\.azure\.com|[\w-]+\.visualstudio\.com)(?:\/[^\s/?#]+)*?\/_workitems\/edit\/([1-9]\d{0,9})(?!\w)/;

/** Azure Boards: `AB#12` and addresses of work items. The id is the bare number. */
export const azure: Grammar = ({ azure: on }) => {
  if (on === undefined) return null;

  function read(text: string, at: number, sign: string): Reading | null {
    if (sign !== SIGN || isWord(text, at - 1)) return null;
    const first = at + sign.length;
    const end = endOfNumber(text, first);
    return end < 0 ? null : { id: text.slice(first, end), start: at, end };
  }

  function url(address: string): Reading | null {
    const [whole, id] = URL.exec(address) ?? [];
    return whole === undefined || id === undefined ? null : { id, start: 0, end: whole.length };
  }

  return {
    provider: "azure",
    sign: `${SIGN}(?=[1-9])`,
    read,
    hosts: "dev\\.azure\\.com\\/|\\.visualstudio\\.com\\/",
    address: "_workitems\\/edit\\/[1-9]",
    url,
  };
};
