import { isWord } from "../boundary.ts";
import type { Grammar, Reading } from "../grammar.ts";
import { readPath } from "../path.ts";
import { endOfNumber } from "./github.ts";

/** A group, up to twenty subgroups (GitLab's own limit) and the project. */
const MOST_PARTS = 22;

const PATH = "([\\w.-]+(?:\\/[\\w.-]+)+?)";
const URL = new RegExp(
  `^(?:https?:\\/\\/)?(?:[\\w.:-]+\\/${PATH}\\/-\\/|[gG]it[lL]ab[\\w.:-]*\\/${PATH}\\/)(issues|merge_requests|work_items)\\/([1-9]\\d{0,9})(?!\\w)`,
);

/** GitLab: `#12`, `!34`, `group/project#12`, `group/sub/project!34`, addresses on any host. Work items are issues. */
export const gitlab: Grammar = ({ gitlab: own }) => {
  if (own === undefined) return null;
  const name = (path: string) => (path.toLowerCase() === own.toLowerCase() ? own : path);

  function read(text: string, at: number, sign: string): Reading | null {
    const end = sign === "#" || sign === "!" ? endOfNumber(text, at + 1) : -1;
    if (end < 0) return null;
    const number = text.slice(at + 1, end);
    if (!isWord(text, at - 1)) return { id: `${own}${sign}${number}`, start: at, end };
    const path = readPath(text, at, MOST_PARTS);
    if (path === null) return null;
    return { id: `${name(path)}${sign}${number}`, start: at - path.length, end };
  }

  function url(address: string): Reading | null {
    const [whole, modern, old, what, number] = URL.exec(address) ?? [];
    const path = modern ?? old;
    if (whole === undefined || path === undefined) return null;
    const mark = what === "merge_requests" ? "!" : "#";
    return { id: `${name(path)}${mark}${number}`, start: 0, end: whole.length };
  }

  // Where GitHub is on too, a bare `#12` is GitHub's: it is asked first.
  return {
    provider: "gitlab",
    sign: "(?<!&)[#!](?=[1-9])",
    marks: "[#!](?=[1-9])",
    read,
    hosts: "[gG]it[lL]ab(?:\\.[a-zA-Z0-9-]+)+\\/",
    address: "(?:issues|merge_requests|work_items)\\/[1-9]",
    url,
  };
};
