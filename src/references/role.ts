import type { GrammarId, Role } from "../core/reference.ts";

/** Longest closing verb, a colon, blanks and a line break. */
const LOOK_BACK = 32;

/** GitHub's nine verbs, which Azure Boards, Jira and ClickUp share for this purpose. */
const VERBS = /(?<![\p{L}\p{N}_-])(?:clos(?:e|es|ed)|fix(?:es|ed)?|resolv(?:e|es|ed)):?\s*[[<]?$/iu;

/** GitLab also takes the -ing forms and `implement`, with the word issue between. */
const MORE_VERBS =
  /(?<![\p{L}\p{N}_-])(?:clos(?:e|es|ed|ing)|fix(?:es|ed|ing)?|resolv(?:e|es|ed|ing)|implement(?:s|ed|ing)?):?\s*(?:issues?\s+)?[[<]?$/iu;

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
  const before = text.slice(Math.max(0, start - LOOK_BACK), start);
  if ((provider === "gitlab" ? MORE_VERBS : VERBS).test(before)) return "closes";
  if (provider !== "gitlab" || previous?.role !== "closes") return "mentions";
  const gap = start - previous.end;
  return gap > 0 && gap <= LOOK_BACK && BETWEEN.test(text.slice(previous.end, start)) ? "closes" : "mentions";
}
