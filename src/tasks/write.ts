import type { Dialect } from "./backlog.ts";
import { readBody, type TaskBody } from "./body.ts";
import type { Edited, FileEdit, RefusalCode, Splice } from "./edit.ts";
import { setSection, tick } from "./edit-body.ts";
import { appendToKey, removeKey, setField, setKey, toYaml } from "./edit-key.ts";
import { type Frontmatter, readFrontmatter } from "./frontmatter.ts";
import { normalYaml, type YamlMapping } from "./yaml-value.ts";

/** The whole new text, or why the file is to be left as it is. */
export type EditResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: RefusalCode; readonly detail: string };

interface Read {
  readonly frontmatter: Frontmatter;
  readonly body: TaskBody;
}

/**
 * Edits a task file's text: every byte that no edit speaks of stays (line breaks, quotes, comments, order, byte-order
 * mark). Each result is read again, and handed out only if it says what was meant and nothing else has changed;
 * otherwise the whole edit is refused and the file is to be left as it is. Pure.
 */
export async function editTask(
  text: string,
  dialect: Dialect,
  edits: readonly FileEdit[],
): Promise<EditResult> {
  let current = text;
  for (const edit of edits) {
    const before = await read(current, dialect);
    if (before === null) return { ok: false, code: "frontmatter-unreadable", detail: "" };
    const edited = apply(current, before, dialect, edit);
    if (!edited.ok) return edited;
    if (edited.splice === null) continue;
    const next = splice(current, edited.splice);
    const after = await read(next, dialect);
    if (after === null || !isAsMeant(before, after, edit)) {
      return { ok: false, code: "edit-unsafe", detail: edit.kind };
    }
    current = next;
  }
  return { ok: true, text: current };
}

async function read(text: string, dialect: Dialect): Promise<Read | null> {
  const result = await readFrontmatter(text);
  if (!result.ok) return null;
  const { frontmatter } = result;
  const { bodyStart, bodyLine } = frontmatter.fences;
  return { frontmatter, body: readBody(text, bodyStart, bodyLine, dialect) };
}

function apply(text: string, { frontmatter, body }: Read, dialect: Dialect, edit: FileEdit): Edited {
  switch (edit.kind) {
    case "set":
      return setKey(text, frontmatter, edit.key, edit.value);
    case "field":
      return setField(text, frontmatter, edit);
    case "remove":
      return removeKey(text, frontmatter, edit.key);
    case "append":
      return appendToKey(text, frontmatter, edit.key, edit.items);
    case "section":
      return setSection(text, body, dialect, edit.name, edit.text);
    case "tick":
      return tick(body, edit.index, edit.done);
  }
}

function splice(text: string, { start, end, text: replacement }: Splice): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** The edited part says what was meant, and every other part says what it said before. */
function isAsMeant(before: Read, after: Read, edit: FileEdit): boolean {
  switch (edit.kind) {
    case "set":
    case "append":
    case "field":
    case "remove":
      return meaning(after.body, {}) === meaning(before.body, {}) && keysAsMeant(before, after, edit);
    case "section":
      return (
        meaning(after.body, {}) ===
          meaning(before.body, { [edit.name]: edit.text.trim().replaceAll("\r\n", "\n") }) &&
        normalYaml(after.frontmatter.values) === normalYaml(before.frontmatter.values)
      );
    case "tick":
      return (
        meaning(after.body, {}) ===
        meaning(before.body, { criteria: ticked(before.body, edit.index, edit.done) })
      );
  }
}

function keysAsMeant(
  { frontmatter: { values: old } }: Read,
  { frontmatter: { values } }: Read,
  edit: Extract<FileEdit, { kind: "set" | "append" | "field" | "remove" }>,
): boolean {
  const own = values.get(edit.key);
  if (others(values, edit.key) !== others(old, edit.key)) return false;
  if (edit.kind === "remove") return own === undefined;
  if (edit.kind === "set") return normalYaml(own) === normalYaml(toYaml(edit.value));
  if (edit.kind === "field") {
    const before = old.get(edit.key) ?? new Map();
    return (
      before instanceof Map && normalYaml(own) === normalYaml(new Map([...before, [edit.field, edit.value]]))
    );
  }
  return Array.isArray(own) && edit.items.every((item) => own.includes(item));
}

/** Every other key, in order. */
function others(values: YamlMapping, key: string): string {
  return [...values]
    .filter(([other]) => other !== key)
    .map(([other, value]) => `${other}:${normalYaml(value)}`)
    .join("\n");
}

/** Everything that a body says, without where it stands. */
function meaning(body: TaskBody, changed: Readonly<Record<string, unknown>>): string {
  const { outline: _, problems: __, ...said } = body;
  return JSON.stringify({ ...said, ...changed }, (key, value: unknown) =>
    key === "line" || key === "start" ? undefined : value,
  );
}

function ticked(body: TaskBody, index: number, done: boolean): TaskBody["criteria"] {
  return body.criteria.map((item) => (item.index === index ? { ...item, done } : item));
}
