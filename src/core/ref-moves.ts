import { Fault } from "./fault.ts";
import { isObjectId } from "./object-id.ts";

/** A ref as a push moves it. */
export interface RefMove {
  /** Full name of the ref that is moved, on the side that takes the push. */
  readonly ref: string;
  /** What it pointed at; null: it is new. */
  readonly from: string | null;
  /** What it will point at; null: it is deleted. */
  readonly to: string | null;
}

/** Folders of refs that hold no work: notes, whose messages git writes itself, and what golden-thread signed. Nobody judges what comes in there. */
export const NO_WORK = ["refs/notes/", "refs/golden-thread/"] as const;

/** Whether the commits of a ref are work, so that they are judged. */
export function isWorkRef(ref: string): boolean {
  return !NO_WORK.some((folder) => ref.startsWith(folder));
}

/** Reads what git hands to pre-push: `<local ref> <local id> <remote ref> <remote id>` a line (githooks(5)). Nothing to push is no line. */
export function readPushLines(text: string): readonly RefMove[] {
  return linesOf(text).map((line) => {
    // A local ref is shown as it was written (`HEAD~1`, an expression with blanks); the others hold none.
    const [from, ref, to] = line.split(" ").reverse();
    return moveOf(line, ref, from, to);
  });
}

/** Reads what git hands to pre-receive and post-receive: `<old id> <new id> <ref>` a line. */
export function readReceiveLines(text: string): readonly RefMove[] {
  return linesOf(text).map((line) => {
    const [from, to, ...ref] = line.split(" ");
    return moveOf(line, ref.join(" "), from, to);
  });
}

function linesOf(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** `from` and `to` as git writes them: all zeros where there is nothing. Throws Fault("usage") for what git never hands over. */
export function moveOf(
  line: string,
  ref: string | undefined,
  from: string | undefined,
  to: string | undefined,
): RefMove {
  if (ref !== undefined && ref !== "" && isObjectId(from ?? "") && isObjectId(to ?? ""))
    return { ref, from: idOf(from), to: idOf(to) };
  throw new Fault("usage", "The hook was handed a line that git does not write.", {
    found: line,
    wanted: "object ids and a ref, as githooks(5) says",
  });
}

function idOf(text: string | undefined): string | null {
  return text === undefined || /^0+$/.test(text) ? null : text;
}
