import type { ScanConfig } from "../core/reference.ts";

/** Up to this length a message is looked at whole: that takes less than Node's own start varies by. */
const SHORT = 16 * 1024;

/** So much of a message with very many ids is looked at as it stands. */
const HEAD = 2 * 1024;

/** Words that are skipped at a time where one repeats itself. */
const LONG_RUN = 256;

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
 * The part of a message that can hold references: all of it, or of a huge one the part behind which `hint` sees none. An
 * id is found in that part exactly if it is found in the whole message, however git tidies it: what hides a reference
 * begins above it, and git takes only blanks and whole lines away. A place where it is found is one in the message too.
 */
export function relevantPart(message: string, hint: RegExp, config: ScanConfig): string {
  if (message.length <= SHORT) return message;
  const onlyKeys = Object.keys(config).every((name) => KEYS.has(name));
  const end = endOfSigns(message, hint);
  if (end === null) {
    return onlyKeys && !MARKUP.test(message) && !MERGE.test(message) ? distinctWords(message, hint) : message;
  }
  const near = message.slice(0, end + REACH);
  const above = onlyKeys ? message.slice(0, end) : near;
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

/**
 * The message's beginning, and of all that follows each different word with an id in it once, on a line that is a good place
 * for none. Only for keys: nothing beyond the blanks around them has a say in those.
 */
function distinctWords(message: string, hint: RegExp): string {
  let at = HEAD;
  while (at < message.length && !isBlank(message, at)) at += 1;
  const head = message.slice(0, at);
  const words = new Set<string>();
  const sign = new RegExp(hint.source, "g");
  sign.lastIndex = at;
  for (let match = sign.exec(message); match !== null; match = sign.exec(message)) {
    let start = match.index;
    while (start > at && !isBlank(message, start - 1)) start -= 1;
    at = match.index;
    while (at < message.length && !isBlank(message, at)) at += 1;
    words.add(message.slice(start, at));
    at = endOfRun(message, message.slice(start, at + 1), at);
    sign.lastIndex = at;
  }
  return `${head}\n- ${[...words].join(" ")}\n`;
}

/** Where the same word, with the blank behind it, no longer follows itself. */
function endOfRun(message: string, word: string, end: number): number {
  let at = end;
  if (!message.startsWith(word, at + 1)) return at;
  for (const run of [word.repeat(LONG_RUN), word]) {
    while (message.startsWith(run, at + 1)) at += run.length;
  }
  return at;
}

function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 32;
}

/** Paragraphs end code spans and links, unless a link's target stands far below. */
function wholeParagraphs(message: string, end: number): string {
  const stop = message.indexOf("\n\n", end);
  if (stop < 0) return message;
  const part = message.slice(0, stop + 1);
  const defined = part.includes("[") && message.includes("]:", stop);
  return OPEN_ENDED.test(part) || defined ? message : part;
}
