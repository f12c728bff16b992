import type { Page } from "./model.ts";

/** Thrown for a filter that the service would refuse, with its words. */
export class BadFilter extends Error {}

type Wanted = (page: Page) => boolean;

/** What a filter wants of a page, read once for all pages, of the kinds that are spoken here. Compounds may stand two deep. */
export function wantedBy(filter: unknown, depth = 0): Wanted {
  const { and, or, property, timestamp, ...condition } = recordOf(filter);
  if (depth > 2) throw new BadFilter("body.filter is nested too deeply.");
  const [all, any] = [and, or].map((ones) =>
    Array.isArray(ones) ? ones.map((one) => wantedBy(one, depth + 1)) : null,
  );
  if (all) return (page) => all.every((one) => one(page));
  if (any) return (page) => any.some((one) => one(page));
  const [[type, wanted] = []] = Object.entries(condition);
  const one = recordOf(wanted);
  const subject = `${String(timestamp ?? property)} ${type} ${Object.keys(one).join()}`;
  return simple(subject, String(Object.values(one)[0]));
}

function simple(subject: string, text: string): Wanted {
  switch (subject) {
    case "Status status equals":
      return (page) => page.status === text;
    case "Assignee people contains":
      return (page) => page.people.some((id) => id.replaceAll("-", "") === text.replaceAll("-", ""));
    case "Tags multi_select contains":
      return (page) => page.tags.includes(text);
    case "Name title contains":
      return (page) => page.title.toLowerCase().includes(text.toLowerCase());
    case "last_edited_time last_edited_time on_or_after":
      return (page) => page.edited >= text;
    case "last_edited_time last_edited_time on_or_before":
      return (page) => page.edited <= text;
    default:
      throw new BadFilter(`body.filter failed validation: ${subject} should be defined.`);
  }
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
