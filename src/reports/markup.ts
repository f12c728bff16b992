import { html } from "./escape.ts";

/** HTML that was written here: whatever came from outside is escaped in it. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: text, which is escaped, numbers, and HTML. */
export type MarkupValue = string | number | Markup | readonly Markup[];

/** A template of HTML; every text that is put into it is escaped, so that nothing can be forgotten. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  const text = parts.map((part, index) => `${part}${written(values[index] ?? "")}`);
  return { markup: text.join("") };
}

function written(value: MarkupValue): string {
  if (typeof value === "string") return html(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map((one) => one.markup).join("");
}

/** Nothing. */
export const NONE: Markup = { markup: "" };
