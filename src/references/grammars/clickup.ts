import { isAsciiWord, isWord } from "../boundary.ts";
import type { Grammar, Manner, Reading } from "../grammar.ts";
import { startsKey } from "../keys.ts";

const ID = /[a-zA-Z0-9]+/y;
const HASH = /[a-z0-9]{6,9}/y;
const URL = /^(?:https?:\/\/)?app\.clickup\.com\/t\/(?:\d+\/)?([A-Za-z0-9]+(?:-\d+)?)(?![\w/-])/;

const mixed = (id: string) => /[0-9]/.test(id) && /[a-z]/.test(id);

/**
 * ClickUp: `CU-<id>`, `#<id>` of 6 to 9 lower-case letters and digits, addresses of tasks.
 * Ids come back in lower case; a custom id (`DEV-12`, known only from an address) as it is written.
 */
export const clickup: Grammar = ({ clickup: on }) => {
  if (on === undefined) return null;

  function read(text: string, at: number, sign: string, manner: Manner): Reading | null {
    if (sign !== "#" && sign.toUpperCase() !== "CU-") return null;
    const first = at + sign.length;
    const form = sign === "#" ? HASH : ID;
    form.lastIndex = first;
    const [id] = form.exec(text) ?? [];
    if (id === undefined || !(startsKey(text, at) || (manner === "branch" && text[at - 1] === "_")))
      return null;
    const end = first + id.length;
    if (sign === "#") {
      return mixed(id) && !isWord(text, end) ? { id, start: at, end } : null;
    }
    if (sign !== "CU-" && manner !== "branch") return null;
    const free = !isWord(text, end) || isAsciiWord(text.charCodeAt(end));
    return /[0-9]/.test(id) && free ? { id: id.toLowerCase(), start: at, end } : null;
  }

  function url(address: string): Reading | null {
    const [whole, id = ""] = URL.exec(address) ?? [];
    if (whole === undefined) return null;
    return { id: id.includes("-") ? id : id.toLowerCase(), start: 0, end: whole.length };
  }

  return {
    provider: "clickup",
    sign: "(?<!&)#(?=[0-9a-z])|[cC][uU]-(?=[0-9a-zA-Z])",
    marks: "#(?=[0-9a-z])",
    read,
    hosts: "app\\.clickup\\.com\\/",
    address: "clickup\\.com\\/t\\/",
    url,
  };
};
