import { forEachLine } from "./checklist.ts";
import type { Block } from "./outline.ts";

/** A comment of a Backlog.md task; `created` as it is written. */
export interface Comment {
  readonly author: string | null;
  readonly created: string | null;
  readonly text: string;
}

const FIELD = /^(author|created):[ \t]*(.*)$/;

/** Comments stand between `COMMENTS` markers: fields, a line of dashes, the text, a line of dashes, and so on. */
export function readComments(text: string, blocks: readonly Block[]): readonly Comment[] {
  return blocks.filter(({ name }) => name === "COMMENTS").flatMap((block) => readBlock(text, block));
}

function readBlock(text: string, block: Block): readonly Comment[] {
  const parts: string[][] = [[]];
  forEachLine(text, block, (content) => {
    if (content.trim() === "---") parts.push([]);
    else parts.at(-1)?.push(content);
  });
  const comments: Comment[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const fields = new Map(
      (parts[at] ?? []).map((line) => FIELD.exec(line.trim()) ?? []).map(([, key, value]) => [key, value]),
    );
    const body = (parts[at + 1] ?? []).join("\n").trim();
    comments.push({
      author: fields.get("author") ?? null,
      created: fields.get("created") ?? null,
      text: body,
    });
  }
  return comments;
}
