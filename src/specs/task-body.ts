import type { ParsedTask } from "../tasks/parse.ts";

/**
 * The spec that a task file itself holds: description, criteria and plan. Status, notes, comments and ticked boxes are no part of it, so
 * that work on a task leaves its spec as it was. Null: it has neither plan nor criteria.
 */
export function taskSpecText({ body, ticket }: ParsedTask): string | null {
  if (body === null || ticket === null) return null;
  const { description, criteria, plan } = body;
  if (criteria.length === 0 && (plan ?? "").trim() === "") return null;
  const part = (title: string, text: string | null): readonly string[] =>
    text === null || text.trim() === "" ? [] : [`## ${title}\n\n${text.trim()}`];
  return [
    ...part("Description", description),
    ...part("Acceptance Criteria", criteria.map(({ text }) => `- [ ] ${text}`).join("\n")),
    ...part("Implementation Plan", plan),
  ].join("\n\n");
}
