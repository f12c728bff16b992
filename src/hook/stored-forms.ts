import { cleanMessage, scissorsAt } from "../references/message.ts";

/**
 * Every text that git may store of a message file: with comments or without, cut at the scissors or not. Which of them
 * it will be depends on the editor and on options of `git commit` that no hook is told.
 */
export function storedForms(raw: string, comment: string): readonly string[] {
  const scissors = scissorsAt(raw, comment);
  const cuts = scissors < raw.length ? [raw, raw.slice(0, scissors)] : [raw];
  return cuts.flatMap((text) => {
    const kept = isTidy(text) ? text : cleanMessage(text, { mode: "whitespace", commentString: comment });
    if (!kept.startsWith(comment) && !kept.includes(`\n${comment}`)) return [kept];
    return [kept, cleanMessage(kept, { mode: "strip", commentString: comment, cut: false })];
  });
}

/** What git would change. A line break more or less at the end is nothing that a reference depends on. */
const UNTIDY = [" \n", "\t\n", "\n\n\n"];

/** Spares the copy of a huge message. */
function isTidy(text: string): boolean {
  return !text.startsWith("\n") && !UNTIDY.some((mark) => text.includes(mark));
}
