import type { Answer } from "../kit.ts";
import { type Comment, type Item, KNOWN_FIELDS, PEOPLE, type Person, TYPES } from "./model.ts";
import { failure, ruleBroken } from "./replies.ts";

interface Operation {
  readonly op: unknown;
  readonly path: unknown;
  readonly value?: unknown;
}

/** A change that is allowed, or the answer that refuses it. Nothing is changed yet. */
export type Planned = { readonly fields: Readonly<Record<string, unknown>> } | { readonly refused: Answer };

/** Reads a JSON patch as the service does: all of it holds, or nothing does. `markdown`: this version takes formats. */
export function plan(item: Item, patch: unknown, markdown: boolean): Planned {
  if (!Array.isArray(patch)) return bad("You must pass a valid patch document in the body of the request.");
  const fields: Record<string, unknown> = {};
  for (const operation of patch.filter(isOperation)) {
    const { op, path, value } = operation;
    if (op === "test" && path === "/rev") {
      if (value !== item.rev) return { refused: conflict() };
      continue;
    }
    const [, field = ""] = /^\/fields\/(.+)$/.exec(String(path)) ?? [];
    if (op === "add" && KNOWN_FIELDS.has(field)) {
      const set = valueFor(item, field, value);
      if ("refused" in set) return set;
      fields[field] = set.value;
      continue;
    }
    if (markdown && op === "add" && /^\/multilineFieldsFormat\/./.test(String(path)) && value === "markdown")
      continue;
    return bad(`TF51535: Cannot find field ${String(path)} for ${String(op)}.`);
  }
  return { fields };
}

function valueFor(
  item: Item,
  field: string,
  value: unknown,
): { readonly value: unknown } | { readonly refused: Answer } {
  if (typeof value !== "string") return bad(`The value of ${field} must be a text.`);
  switch (field) {
    case "System.State": {
      const states = TYPES[String(item.fields["System.WorkItemType"])] ?? [];
      const known = states.some(([name]) => name === value);
      return known ? { value } : { refused: ruleBroken(field, "State", value) };
    }
    case "System.AssignedTo": {
      if (value === "") return { value: undefined };
      const person = PEOPLE.find((one) => Object.values(one).some((name) => name === value));
      return person === undefined ? { refused: ruleBroken(field, "Assigned To", value) } : { value: person };
    }
    case "System.Tags": {
      const tags = value.split(";").map((tag) => tag.trim());
      const sorted = [...new Set(tags.filter(Boolean))].sort();
      return { value: sorted.length === 0 ? undefined : sorted.join("; ") };
    }
    case "System.Title":
      return value.trim() === "" || value.length > 255
        ? { refused: ruleBroken(field, "Title", value) }
        : { value };
    default:
      return { value: value === "" ? undefined : value };
  }
}

/** Carries a change out, as somebody, at a time. */
export function apply(item: Item, fields: Readonly<Record<string, unknown>>, at: string): void {
  const changes: Record<string, { oldValue?: unknown; newValue?: unknown }> = {};
  const all = { ...fields, "System.ChangedDate": at };
  for (const [name, value] of Object.entries(all)) {
    const before = item.fields[name];
    if (before === value) continue;
    changes[name] = {
      ...(before === undefined ? {} : { oldValue: before }),
      ...(value === undefined ? {} : { newValue: value }),
    };
    if (value === undefined) delete item.fields[name];
    else item.fields[name] = value;
  }
  item.rev++;
  changes["System.Rev"] = { oldValue: item.rev - 1, newValue: item.rev };
  item.updates.push({ rev: item.rev, at, fields: changes });
}

/** Puts a comment below a work item. */
export function addComment(item: Item, by: Person, text: string, at: string): Comment {
  const dates = { createdDate: at, modifiedDate: at };
  const id = 50 + item.comments.length;
  const made = { id, version: 1, text, format: "markdown", isDeleted: false, createdBy: by, ...dates };
  item.comments.push(made);
  return made;
}

/** Changes a comment. */
export function rewrite(comment: Comment, text: string, at: string): void {
  comment.text = text;
  comment.version++;
  comment.modifiedDate = at;
}

function conflict(): Answer {
  return failure({
    status: 409,
    message:
      "TF26071: This work item has been changed by someone else since you opened it. You will need to refresh it and discard your changes.",
    type: "WorkItemRevisionMismatchException",
  });
}

function bad(message: string): { readonly refused: Answer } {
  return { refused: failure({ status: 400, message, type: "VssPropertyValidationException" }) };
}

function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "op" in value && "path" in value;
}
