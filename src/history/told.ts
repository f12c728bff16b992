import type { CommitLine } from "../git/commit-line.ts";
import { decodeText } from "../git/raw-commit.ts";
import { kinText } from "./kin.ts";
import { joinTexts, openTexts, selectTexts, type Texts } from "./texts.ts";

/** What an audit tells of commits and no rule asks; entry i of each is commit i. */
export interface ToldColumns {
  /** First lines of the messages. */
  readonly subjects: Texts;
  /** See `kinText`. */
  readonly kin: Texts;
}

/** The same of one commit: UTF-8, one character a byte. */
export interface ToldRow {
  readonly subject: string;
  readonly kin: string;
}

/** Longer first lines are cut, in bytes: somebody put a whole file there. */
const MOST_SUBJECT = 2000;

/** Reads it of a commit's line. `isClaim`: its message claims to revert, pick or amend. */
export function toldOf(line: CommitLine, isClaim: boolean): ToldRow {
  const { message, encoding } = line;
  const end = message.indexOf("\n");
  const subject = message.slice(0, Math.min(end < 0 ? message.length : end, MOST_SUBJECT));
  return { subject: inUtf8(subject, encoding), kin: kinText(line, isClaim) };
}

function inUtf8(latin1: string, encoding: string | null): string {
  return encoding === null ? latin1 : Buffer.from(decodeText(latin1, encoding)).toString("latin1");
}

/** Collects rows. */
export function openTold(): { add(row: ToldRow): void; view(): ToldColumns } {
  const subjects = openTexts();
  const kin = openTexts();
  return {
    add(row) {
      subjects.add(row.subject);
      kin.add(row.kin);
    },
    view: () => ({ subjects: subjects.view(), kin: kin.view() }),
  };
}

/** The named rows, in the given order. */
export function selectTold(told: ToldColumns | null, rows: Uint32Array): ToldColumns | null {
  return told && { subjects: selectTexts(told.subjects, rows), kin: selectTexts(told.kin, rows) };
}

/** Two histories' columns as one's; null where one of them has none. */
export function joinTold(first: ToldColumns | null, second: ToldColumns | null): ToldColumns | null {
  if (first === null || second === null) return null;
  return {
    subjects: joinTexts(first.subjects, second.subjects),
    kin: joinTexts(first.kin, second.kin),
  };
}
