import type { Found } from "../core/reference.ts";
import { isTrailerAlone } from "../references/message.ts";
import { textScanner } from "../references/text-scan.ts";
import { type IndexHeader, type IndexRow, rowKey, SPOTS } from "../store/compiled.ts";
import { printOf } from "../store/fingerprint.ts";
import type { IndexReader } from "../store/index-reader.ts";
import { relevantPart } from "./relevant-part.ts";
import { lineStart, spotsIn } from "./spots.ts";
import { storedForms } from "./stored-forms.ts";

/** A commit message as the hook finds it, with all that is known without asking anybody. */
export interface Draft {
  readonly raw: string;
  /** Null: a detached HEAD. */
  readonly branch: string | null;
  readonly index: IndexReader;
  readonly root: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Each ticket costs a search; whoever names more makes no everyday commit. */
const MOST_TICKETS = 256;

/** How git begins to tell that a commit takes up another; it is then judged with that one's references too, which only git knows. */
const TAKES_UP = ["fixup! ", "squash! ", "amend! ", "This reverts ", "(cherry picked from "];

/** Git writes below such a line; only what stands above is surely the author's. */
const SCISSORS = " >8 ";

/**
 * True if, however git may tidy the message, every ticket named in it and in the branch is an authorised row of the
 * index whose file is untouched, and one of them surely stands where the policy looks.
 */
export function isAuthorised({ raw, branch, index, root, now }: Draft): boolean {
  const { header } = index;
  if (TAKES_UP.some((words) => raw.includes(words))) return false;
  const scan = textScanner(header.scan);
  const inBranch = branch === null || isPlainName(branch, header) ? [] : scan(branch, "branch");
  if (branch !== null && inBranch.length === 0 && !mayBeUnnamed(branch, header)) return false;
  // Where a trailer stands is told by the end of the message.
  const part = header.spots.length === SPOTS.length ? relevantPart(raw, scan.hint, header.scan) : raw;
  const forms = storedForms(part, header.comment).map((text) => ({ text, found: scan(text, "commit") }));
  if (forms.some(({ text }) => isTrailerAlone(text, header.trailer))) return false;
  if (!forms.every(({ text, found }) => standsWell(text, found, header))) return false;
  const keys = keysOf([...inBranch, ...forms.flatMap(({ found }) => found)]);
  return keys.size <= MOST_TICKETS && [...keys].every((key) => isGood(index.find(key), root, now, header));
}

/** Most branches hold no digit, and ids are never without one but for those in ClickUp's and Notion's addresses. */
function isPlainName(branch: string, { scan }: IndexHeader): boolean {
  return !/\d/.test(branch) && scan.clickup === undefined && scan.notion === undefined;
}

function mayBeUnnamed(branch: string, { freeBranches }: IndexHeader): boolean {
  return freeBranches === null || freeBranches.includes(branch);
}

/** One reference stands in an accepted spot, on a line that no setting of git's takes for a comment. */
function standsWell(text: string, found: readonly Found[], { spots, trailer }: IndexHeader): boolean {
  const scissors = text.indexOf(SCISSORS);
  const end = scissors < 0 ? text.length : lineStart(text, scissors);
  const spotOf = spots.length === SPOTS.length ? null : spotsIn(text, trailer);
  return found.some((one) => {
    if (one.start >= end || !/[A-Za-z0-9]/.test(text.charAt(lineStart(text, one.start)))) return false;
    return spotOf === null || spotOf(one).some((spot) => spots.includes(spot));
  });
}

function keysOf(found: readonly Found[]): ReadonlySet<string> {
  return new Set(found.map(({ provider, id }) => rowKey(provider, id)));
}

function isGood(row: IndexRow | null, root: string, now: number, { freshMs }: IndexHeader): boolean {
  if (row?.authorised !== true) return false;
  if (row.path !== null) return printOf(`${root}/${row.path}`) === row.print;
  return row.validUntil !== null && now <= row.validUntil && row.validUntil - now <= freshMs;
}
