import type { PostedComment } from "../../core/tracker.ts";
import { markLine, signed } from "../mark.ts";
import { askJson, taskRequest, type Workspace } from "./ask.ts";
import { anything, comments, posted } from "./schema.ts";

/** Comments that one answer holds, newest first; the next begin behind its last. */
const PAGE = 25;

interface Known {
  readonly id: string;
  readonly text: string;
  readonly resolved: boolean;
}

/** Posts a comment whose last line is its mark, or brings the one with that mark up to date. Comments are plain text. */
export async function comment(
  workspace: Workspace,
  id: string,
  text: string,
  mark: string,
): Promise<PostedComment> {
  const line = markLine(mark);
  const wanted = signed(text, line);
  const url = (number: string) => `https://app.clickup.com/t/${encodeURIComponent(id)}?comment=${number}`;
  const about = `to comment on task ${id}`;
  const known = await find(workspace, id, line);
  if (known === null) {
    const json = { comment_text: wanted, notify_all: false };
    const request = { ...taskRequest(workspace, id, "/comment"), method: "POST", json } as const;
    const made = await askJson(workspace, request, { shape: posted, about });
    return { id: made.id, url: url(made.id), changed: true };
  }
  const there = { id: known.id, url: url(known.id) };
  if (lines(known.text) === lines(wanted)) return { ...there, changed: false };
  const json = { comment_text: wanted, resolved: known.resolved };
  const path = `/comment/${encodeURIComponent(known.id)}`;
  await askJson(workspace, { method: "PUT", path, json }, { shape: anything, about });
  return { ...there, changed: true };
}

async function find(workspace: Workspace, id: string, mark: string): Promise<Known | null> {
  const { path, query } = taskRequest(workspace, id, "/comment");
  let from: { readonly start?: string; readonly start_id?: string } = {};
  for (;;) {
    const request = { path, query: { ...query, ...from } };
    const page = await askJson(workspace, request, { shape: comments, about: `task ${id}` });
    for (const { id: number, comment_text, resolved } of page.comments) {
      const text = comment_text ?? "";
      if (lines(text).split("\n").at(-1) === mark) return { id: number, text, resolved: resolved ?? false };
    }
    const last = page.comments.at(-1);
    if (last === undefined || page.comments.length < PAGE || last.id === from.start_id) return null;
    from = { start: last.date, start_id: last.id };
  }
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
