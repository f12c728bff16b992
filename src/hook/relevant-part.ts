import type { ScanConfig } from "../core/reference.ts";

/** Up to this length a message is looked at whole: that takes less than Node's own start varies by. */
const SHORT = 16 * 1024;

/** Ids in a long message that are counted before it is looked at whole all the same. */
const MOST_SIGNS = 64;

/** Farther from an id than this no character has a say in whether it is a reference. */
const REACH = 512;

/** What can begin something that hides a reference below it. */
const MARKUP = /[`<[]|~~~/;

/** The same, where its end may stand in a later paragraph. */
const OPEN_ENDED = /<|~~~/;

/** Begins a line that quotes branches, whose end decides as well. */
const MERGE = /Merge|Closes/;

/** Trackers whose ids are keys: only the next characters decide, never the words of their line. */
const KEYS: ReadonlySet<string> = new Set(["tasks", "jira", "linear"]);

/**
 * The part of a message that can hold references: all of it, or of a huge one the part behind which `hint` sees none. A
 * reference is found in that part exactly if it is found in the whole message, however git tidies it: what hides a
 * reference begins above it, and git takes only blanks and whole lines away.
 */
export function relevantPart(message: string, hint: RegExp, config: ScanConfig): string {
  if (message.length <= SHORT) return message;
  const end = endOfSigns(message, hint);
  if (end === null) return message;
  const near = message.slice(0, end + REACH);
  const above = Object.keys(config).every((name) => KEYS.has(name)) ? message.slice(0, end) : near;
  return MARKUP.test(above) || MERGE.test(near) ? wholeParagraphs(message, end) : near;
}

/** Where the last id begins to end; null: there are too many. */
function endOfSigns(message: string, hint: RegExp): number | null {
  let end = 0;
  let count = 0;
  for (const { 0: sign, index } of message.matchAll(new RegExp(hint.source, "g"))) {
    count += 1;
    if (count > MOST_SIGNS) return null;
    end = index + sign.length;
  }
  return end;
}

/** Paragraphs end code spans and links, unless a link's target stands far below. */
function wholeParagraphs(message: string, end: number): string {
  const stop = message.indexOf("\n\n", end);
  if (stop < 0) return message;
  const part = message.slice(0, stop + 1);
  const defined = part.includes("[") && message.includes("]:", stop);
  return OPEN_ENDED.test(part) || defined ? message : part;
}
