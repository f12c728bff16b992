import type { ProseName } from "./body.ts";
import type { EditValue } from "./yaml-emit.ts";

/** One change to a task file. */
export type FileEdit =
  /** Gives a top-level frontmatter key a value, where it stands or behind the last key. */
  | { readonly kind: "set"; readonly key: string; readonly value: EditValue }
  /** Gives one field of the map under a key a value; the map's other lines stay as they are. */
  | { readonly kind: "field"; readonly key: string; readonly field: string; readonly value: string }
  /** Removes a top-level key with all that belongs to it. */
  | { readonly kind: "remove"; readonly key: string }
  /** Adds items to the list under a key; those that it has are not added again. */
  | { readonly kind: "append"; readonly key: string; readonly items: readonly string[] }
  /** Replaces the text of a prose section, within its markers where it has any. */
  | { readonly kind: "section"; readonly name: ProseName; readonly text: string }
  /** Ticks or clears an acceptance criterion, by its number from 1. */
  | { readonly kind: "tick"; readonly index: number; readonly done: boolean };

/** Why a file was left as it is. */
export type RefusalCode =
  /** The frontmatter can't be read. */
  | "frontmatter-unreadable"
  /** The key stands in a form that can't be edited in place (a map in braces, a quoted key over several lines). */
  | "key-not-editable"
  /** A key that is no plain word. */
  | "key-invalid"
  | "section-missing"
  | "criterion-missing"
  /** Markers without their partner: what belongs to which section is open. */
  | "markers-unbalanced"
  /** Read again, the result would say something else than was meant, or say more. */
  | "edit-unsafe";

/** A replacement in a text, by offsets of the old one. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What one edit comes to: a replacement, nothing to do, or why it is not done. */
export type Edited =
  | { readonly ok: true; readonly splice: Splice | null }
  | { readonly ok: false; readonly code: RefusalCode; readonly detail: string };

/** The edit changes nothing. */
export const UNCHANGED: Edited = { ok: true, splice: null };

/** Replaces a stretch of the text. */
export function replace(start: number, end: number, text: string): Edited {
  return { ok: true, splice: { start, end, text } };
}

/** Leaves the file as it is. */
export function refuse(code: RefusalCode, detail: string): Edited {
  return { ok: false, code, detail };
}
