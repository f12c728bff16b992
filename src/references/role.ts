import type { GrammarId, Role } from "../core/reference.ts";
import { isWord } from "./boundary.ts";

/** Longest closing verb, a colon, blanks and a line break. */
const LOOK_BACK = 32;

/** GitHub's nine verbs, which Azure Boards, Jira and ClickUp share for this purpose. */
const VERBS = /(?:clos(?:e|es|ed)|fix(?:es|ed)?|resolv(?:e|es|ed)):?\s*[[<]?$/i;

/** GitLab also takes the -ing forms and `implement`, with the word issue between. */
const MORE_VERBS =
  /(?:clos(?:e|es|ed|ing)|fix(?:es|ed|ing)?|resolv(?:e|es|ed|ing)|implement(?:s|ed|ing)?):?\s*(?:issues?\s+)?[[<]?$/i;

/** Longest label of a link that is looked over. */
const LONGEST_LABEL = 200;

/** What stands between two ids of one list. */
const BETWEEN = /^(?:\s*(?:,|&|and)){1,2}\s*$/i;

interface Previous {
  readonly end: number;
  readonly role: Role;
}

/** `closes` straight after a closing verb; in GitLab's lists each id has the role of the one before. */
export function roleAt(
  text: string,
  start: number,
  provider: GrammarId,
  previous: Previous | undefined,
): Role {
  const from = startOfLink(text, start);
  const before = text.slice(Math.max(0, from - LOOK_BACK), from);
  const verb = (provider === "gitlab" ? MORE_VERBS : VERBS).exec(before);
  if (verb !== null && standsAlone(before, verb.index)) return "closes";
  if (provider !== "gitlab" || previous?.role !== "closes") return "mentions";
  const gap = start - previous.end;
  return gap > 0 && gap <= LOOK_BACK && BETWEEN.test(text.slice(previous.end, start)) ? "closes" : "mentions";
}

/** No word and no dash before it. Asked apart: classes of all scripts' letters make an expression slow to compile. */
function standsAlone(text: string, at: number): boolean {
  return !isWord(text, at - 1) && text[at - 1] !== "-";
}

/** Where the link begins whose target stands at `start`: a verb stands before its label. */
function startOfLink(text: string, start: number): number {
  if (text[start - 1] !== "(" || text[start - 2] !== "]") return start;
  const label = text.slice(Math.max(0, start - LONGEST_LABEL), start).lastIndexOf("[");
  return label < 0 ? start : Math.max(0, start - LONGEST_LABEL) + label;
}
