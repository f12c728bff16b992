/** How far a line is looked at on either side; it keeps the whole scan linear. */
const REACH = 120;

/** Most criteria that a task has; higher numbers behind a checkbox are issues. */
const MOST_CRITERIA = 30;

/** Highest number of a step, an attempt or a line that is told from an issue's. */
const MOST_STEPS = 99;

const LINE_START = /^[\s>*|]*$/;
const CHECKBOX = /^\s*[-*+] \[[ xX]\] $/;

/** What follows the number of a stack frame: an address, a function with its file and line, a file of PHP. */
const FRAME =
  /^:?(?: {2}\S*::|\s+(?:0x[0-9a-f]+ in |0x[0-9a-f]{4,}|pc [0-9a-f]{8}|(?:in )?\S+ ?\(.*\) (?:at|from|in) |\S+ ?\((?:\w+=|\.*\)\s*$)|\S+ (?:(?:at|in) )?(?:\(.*\) )?(?:\S*\.\w+:\d+|<null>)|\S+ +\(\S+:\d+|\{main\}|(?:DONE|CACHED|sha256:)\b|\[internal function\]|\/\S+\(\d+\):))/im;

/** Ruby's logger writes the process as `[2024-09-14T08:35:13.044219 #1986490]`. */
const PROCESS = /\d\d:\d\d:\d\d(?:\.\d+)? $/;

/** A kernel's build (`5.4.0 #1 SMP`, `GENERIC) #179: Thu May 7`), a step of a container's with its seconds. */
const BUILD = /^(?: SMP\b| \d+\.\d{3} | PREEMPT|:? (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} )/;

/** `PKCS #11` and `UAX #29` are standards; `main.go:#15` is an offset in a file. */
const STANDARD = /\b(?:PKCS|U[AT][XSRN]|Annex|Technical (?:Standard|Report)) ?\\?\[?$|\.\w{1,4}:$|&amp;$/;

const STEP =
  /\b(?:attempt|try|test|line|step|case|example|part|phase|round|option|arg(?:ument)?|param(?:eter)?|row|column|page|chapter|figure|section|thread|comment|worker|stream|input|output)s? $/i;

/** `ldr r0, [sp, #16]`, `add x0, x1, #1, lsl #12`. */
const IMMEDIATE =
  /(?:\b(?:[rxwvqds]\d{1,2}|sp|pc|lr|fp|ip|[xw]zr)\b|%\w+)[^#\s]*,\s*(?:#\w+,\s*)?(?:[ula]s[lr] )?$|\b(?:ls[lr]|asr|ror|[su]xt[bhwx]) $/i;

/** `border: 1px solid #333`, `colour "#333"`, `from #333 to #444`. */
const COLOUR = new RegExp(
  "\\b(?:colou?rs?|background|bg|fill|stroke|border|outline|shadow|hex|rgb)\\b[\"'`]?" +
    "(?:\\s*[:=]\\s*(?:(?:\\d[\\w.%]*|solid|dashed|dotted|none)\\s+){0,5}|\\s+(?:\\w+\\s+)?(?:to|from|as|is|of|with|be)\\s+(?:(?:light|dark|bright)er\\s+than\\s+)?|\\s+)" +
    "[\"'`]?(?:#[0-9a-f]{3,8}[\"'`]?\\s*(?:to|and|or|,|->|=>)\\s*[\"'`]?)?$",
  "i",
);

/** Words that announce an issue's number, however small. */
const STRONG =
  /\b(?:issues?|bugs?|fix\w*|clos(?:e[sd]?|ing)|resolv\w+|regressions?|prs?|mrs?|pull(?: request)?s?|tickets?|gh|github|backport\w*|revert\w*)\b[\s:.]*[([]?$/i;

/** Words and marks that announce one of some length. */
const WEAK =
  /(?:\b(?:see|refs?|references?|for|in|from|by|per|also|since|after|via|of|todo|fixme|discussion)\b[\s:.]*|[([])$/i;

/** `issue: "#12"`: the name of a value that is a number and no more. */
const ISSUE_NAME = /\b(?:issues?|bugs?|fix\w*|clos\w+|prs?|pull|tickets?)\W{1,5}$/i;

/** Digits that a number needs beside a weak announcement, and without any. */
const SOME_DIGITS = 2;
const MANY_DIGITS = 4;

/** Words before a number of one digit that an author of code would write for an issue too. */
const BEFORE_ISSUE =
  /[^A-Za-z\s]\s*$|^\s*$|\b(?:see|refs?|for|in|from|by|also|since|after|via|todo|fixme|and)\s+$/i;

/** `#1 and ` of `methods #1 and #2`: what stands before the first says what both are. */
const LISTED = /(?:#\d(?:, (?:and |or )?| (?:and|or|&) ))+$/;

function isCount(before: string): boolean {
  return !STRONG.test(before) && !BEFORE_ISSUE.test(before);
}

/**
 * Is `#n` from `at` to `end` a stack frame, a process, a criterion or a colour rather than an issue's number?
 * In source files a number of one digit behind just any word counts steps and things as well.
 */
export function isNoise(text: string, at: number, end: number, source: boolean): boolean {
  const before = lineBefore(text, at);
  const after = text.slice(end, end + REACH);
  const colour = hasColourLength(end - at - 1);
  if (colour && (COLOUR.test(before) || (source && /[>"'`]$/.test(before) && /^[<"'`]/.test(after))))
    return true;
  if (after.startsWith("]") && PROCESS.test(before)) return true;
  if (STANDARD.test(before) || BUILD.test(after) || IMMEDIATE.test(before)) return true;
  if (source && end - at === 2 && isCount(before.replace(LISTED, ""))) return true;
  if (STEP.test(before)) return Number(text.slice(at + 1, end)) <= MOST_STEPS;
  if (CHECKBOX.test(before) && /^ \S/.test(after)) return Number(text.slice(at + 1, end)) <= MOST_CRITERIA;
  return LINE_START.test(before) && FRAME.test(after);
}

/**
 * Is `#n` in a string or in code more likely an issue's number than data? Strings hold colours, anchors and
 * made-up names; an issue is announced by a word or a bracket, or its number is long.
 */
export function isAnnounced(text: string, at: number, end: number): boolean {
  const before = lineBefore(text, at);
  const digits = end - at - 1;
  if (isForetold(text, at, end)) return !/["'`]$/.test(before);
  if (/["'`]$/.test(before) && /["'`]/.test(text.charAt(end))) return ISSUE_NAME.test(before);
  return digits >= MANY_DIGITS && !hasColourLength(digits);
}

/** Does the line say before `#n` that an issue's number follows? */
export function isForetold(text: string, at: number, end: number): boolean {
  const before = lineBefore(text, at);
  return STRONG.test(before) || (end - at > SOME_DIGITS && WEAK.test(before));
}

function hasColourLength(digits: number): boolean {
  return digits === 3 || digits === 6 || digits === 8;
}

function lineBefore(text: string, at: number): string {
  const piece = text.slice(Math.max(0, at - REACH), at);
  return piece.slice(piece.lastIndexOf("\n") + 1);
}
