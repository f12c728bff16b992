import { type CleanupMode, cleanMessage } from "../references/message.ts";
import {
  chosenComment,
  cutAt,
  endsInComments,
  hasStatusBelow,
  isOwnCut,
  toldOfComments,
  unusedComment,
} from "./comment-string.ts";
import type { MessageConfig } from "./message-config.ts";

/** What git may make of a message file, likeliest first. */
export interface Readings {
  readonly mode: CleanupMode;
  readonly comment: string;
  readonly texts: readonly string[];
}

interface Reading {
  readonly mode: CleanupMode;
  /** Everything from the scissors line on goes. */
  readonly cut: boolean;
  readonly comment: string;
}

/** Comment character where nothing says another. */
const USUAL = "#";

/**
 * Every text that git may store for `raw`, by the rules of git-commit(1), `--cleanup`: the mode follows from
 * configuration and from whether an editor was open. A `--cleanup` or `-v` on the command line is seen only in what git
 * wrote into the file; where that leaves more than one outcome, each is given.
 */
export function readingsOf(raw: string, config: MessageConfig, editor: boolean): Readings {
  const [first, ...others] = editor ? afterEditor(raw, config) : withoutEditor(raw, config);
  const texts = [first, ...others].map((reading) => textOf(raw, reading));
  return { mode: first.mode, comment: first.comment, texts: [...new Set(texts)] };
}

function textOf(raw: string, { mode, cut, comment }: Reading): string {
  const end = cut ? cutAt(raw, comment) : -1;
  return cleanMessage(end < 0 ? raw : raw.slice(0, end), { mode, commentString: comment, cut: false });
}

type OneOrMore = [Reading, ...Reading[]];

function afterEditor(raw: string, config: MessageConfig): OneOrMore {
  const chosen = config.comment ?? chosenComment(raw);
  const comment = chosen ?? USUAL;
  const readings = openedBy(raw, config, comment);
  // The block that would tell the character is gone, so these lines may be comments or not.
  if (chosen === null) readings.push({ mode: "whitespace", cut: false, comment });
  return readings;
}

function openedBy(raw: string, config: MessageConfig, comment: string): OneOrMore {
  const start = cutAt(raw, comment);
  const told = toldOfComments(start < 0 ? raw : raw.slice(0, start), comment);
  const mode = modeAfterEditor(told, config);
  const cut: Reading = { mode, cut: true, comment };
  const whole: Reading = { mode, cut: false, comment };
  if (start < 0) return [whole];
  if (mode === "scissors" || (told === null && hasStatusBelow(raw, start, comment))) {
    return [{ ...cut, mode: "scissors" }];
  }
  return config.verbose || isOwnCut(raw, start, comment) ? [cut] : [whole, cut];
}

function modeAfterEditor(told: "ignored" | "kept" | null, { cleanup }: MessageConfig): CleanupMode {
  if (told === "ignored") return "strip";
  if (told === "kept") return cleanup === "verbatim" ? "verbatim" : "whitespace";
  return cleanup ?? "strip";
}

function withoutEditor(raw: string, config: MessageConfig): OneOrMore {
  const mode = config.cleanup === null || config.cleanup === "scissors" ? "whitespace" : config.cleanup;
  const comment = config.comment ?? unusedComment(raw);
  const readings: OneOrMore = [{ mode, cut: config.verbose, comment }];
  // `GIT_EDITOR=:` may also be the user's own editor that changes nothing; then git's block stands in the file.
  const left = config.comment ?? chosenComment(raw) ?? comment;
  const start = cutAt(raw, left);
  if (start >= 0) readings.push({ mode, cut: true, comment: left });
  if (endsInComments(raw, left) || (start >= 0 && isOwnCut(raw, start, left))) {
    readings.push({ mode: "strip", cut: start >= 0, comment: left });
  }
  return readings;
}
