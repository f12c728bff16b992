import { isWord } from "../boundary.ts";
import type { Grammar, Reading } from "../grammar.ts";
import { endOfNumber } from "./github.ts";

const URL =
  /^(?:https?:\/\/)?(?:dev\.azure\.com|[\w-]+\.visualstudio\.com)(?:\/[^\s/?#]+)*?\/_workitems\/edit\/([1-9]\d{0,9})(?!\w)/i;

/** Azure Boards: `AB#12` and addresses of work items. The id is the bare number. */
export const azure: Grammar = ({ azure: on }) => {
  if (on === undefined) return null;

  function read(text: string, at: number, sign: string): Reading | null {
    if (sign !== "#" || text[at - 1] !== "B" || text[at - 2] !== "A" || isWord(text, at - 3)) return null;
    const end = endOfNumber(text, at + 1);
    return end < 0 ? null : { id: text.slice(at + 1, end), start: at - 2, end };
  }

  function url(address: string): Reading | null {
    const [whole, id] = URL.exec(address) ?? [];
    return whole === undefined || id === undefined ? null : { id, start: 0, end: whole.length };
  }

  return {
    provider: "azure",
    sign: "#(?=[1-9])",
    read,
    hosts: "dev\\.azure\\.com\\/|[a-zA-Z0-9]\\.visualstudio\\.com\\/",
    address: "",
    url,
  };
};
