import type { Page } from "./model.ts";

/** Thrown for a filter that the service would refuse, with its words. */
export class BadFilter extends Error {}

/** Whether a page is what a filter wants, of the kinds that are spoken here. Compounds may stand two deep. */
export function matches(page: Page, filter: unknown, depth = 0): boolean {
  const { and, or, property, timestamp, ...condition } = recordOf(filter);
  if (depth > 2) throw new BadFilter("body.filter is nested too deeply.");
  if (Array.isArray(and)) return and.every((one) => matches(page, one, depth + 1));
  if (Array.isArray(or)) return or.some((one) => matches(page, one, depth + 1));
  const [[type, wanted] = []] = Object.entries(condition);
  const one = recordOf(wanted);
  const subject = `${String(timestamp ?? property)} ${type} ${Object.keys(one).join()}`;
  const text = String(Object.values(one)[0]);
  switch (subject) {
    case "Status status equals":
      return page.status === text;
    case "Assignee people contains":
      return page.people.some((id) => id.replaceAll("-", "") === text.replaceAll("-", ""));
    case "Tags multi_select contains":
      return page.tags.includes(text);
    case "Name title contains":
      return page.title.toLowerCase().includes(text.toLowerCase());
    case "last_edited_time last_edited_time on_or_after":
      return page.edited >= text;
    case "last_edited_time last_edited_time on_or_before":
      return page.edited <= text;
    default:
      throw new BadFilter(`body.filter failed validation: ${subject} should be defined.`);
  }
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
