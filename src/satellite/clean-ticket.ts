import type { Person, Ticket } from "../core/ticket.ts";
import { cleanLine, cleanMarkdown, criteriaIn, criterionLines } from "../providers/text.ts";
import { inert } from "./inert.ts";

/** Longest title in UTF-16 units: a task's title becomes a file's name and a line of a list. */
const MOST_TITLE = 200;
/** Longest description: several times what people read, and far below what a task file may hold. */
const MOST_DESCRIPTION = 50_000;
/** Longest criterion, label or name. */
const MOST_LINE = 500;
/** More criteria or labels than any ticket has that somebody works through. */
const MOST_ITEMS = 100;

/** What of a ticket may stand in a task file: nothing in it acts on whoever shows, parses or edits that file. */
export interface CleanTicket {
  readonly title: string;
  /** Markdown; criteria that stood in it as a list are in `criteria` alone. */
  readonly description: string;
  readonly criteria: readonly { readonly text: string; readonly done: boolean }[];
  /** Handles without `@`, or names. */
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  /** What was longer than a task file takes. */
  readonly cut: readonly ("title" | "description" | "criteria" | "labels")[];
}

/** Makes a ticket fit for a task file, whatever its tracker let through. The same ticket always comes out the same. */
export async function cleanTicket(ticket: Ticket): Promise<CleanTicket> {
  const title = line(ticket.title);
  const whole = cleanMarkdown(wellFormed(ticket.description));
  const listed = ticket.criteria.length === 0 ? criteriaIn(whole) : ticket.criteria;
  const description = withoutCriteria(whole, listed);
  const criteria = listed.slice(0, MOST_ITEMS).map(async ({ text, done }) => {
    return { text: line(await inert(line(text).slice(0, MOST_LINE))), done };
  });
  const labels = items(ticket.labels);
  return {
    title: titled(shortened(title, MOST_TITLE), ticket.key),
    description: (await inert(shortened(description, MOST_DESCRIPTION))).trim(),
    criteria: (await Promise.all(criteria)).filter(({ text }) => text !== ""),
    assignees: items(ticket.assignees.map(handleOf)),
    labels: labels.slice(0, MOST_ITEMS),
    cut: [
      ...(title.length > MOST_TITLE ? (["title"] as const) : []),
      ...(description.length > MOST_DESCRIPTION || ticket.description.endsWith(CUT)
        ? (["description"] as const)
        : []),
      ...(listed.length > MOST_ITEMS ? (["criteria"] as const) : []),
      ...(labels.length > MOST_ITEMS ? (["labels"] as const) : []),
    ],
  };
}

/** One line without anything that is not seen. */
export function line(text: string): string {
  return cleanLine(wellFormed(text).replace(/[\u2028\u2029]/gu, " "));
}

/** What stands behind a text that was cut, here and where a tracker's answer is read. */
const CUT = "… (shortened)";

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a pair is no letter.
  const kept = (room: number): string => wellFormed(text.slice(0, room)).trimEnd();
  return text.includes("\n") ? `${kept(most - CUT.length - 2)}\n\n${CUT}` : `${kept(most - 1)}…`;
}

/** A file of UTF-8 can't hold half of a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

/** Every task has a title, and YAML's words for nothing are none. */
function titled(title: string, key: string): string {
  if (title === "") return line(key);
  return isNothing(title) ? `${title} (${line(key)})` : title;
}

function isNothing(text: string): boolean {
  return text === "" || text === "~" || text.toLowerCase() === "null";
}

/** How a task file names a person: by the handle that the tracker knows, else by name. Brackets would make an address of it. */
function handleOf({ login, name }: Person): string {
  const handle = (login ?? name).replace(/[<>]/g, "").replace(/^[\s@]+/, "");
  return handle.trim().toLowerCase() === "unassigned" ? "" : handle;
}

function items(texts: readonly string[]): readonly string[] {
  const clean = texts.map((text) => line(line(text).slice(0, MOST_LINE)));
  return [...new Set(clean.filter((text) => !isNothing(text)))];
}

/** A description without the list of its criteria, and without the heading above where nothing else is left below it. */
function withoutCriteria(markdown: string, criteria: CleanTicket["criteria"]): string {
  const found = criterionLines(markdown);
  const known = new Set(criteria.map(({ text }) => line(text)));
  const gone = new Set(
    found.filter(({ item }) => item !== null && known.has(line(item.text))).map((one) => one.line),
  );
  if (gone.size === 0) return markdown;
  const lines = markdown.split("\n");
  for (const { line: at, item } of found) {
    if (item === null && isBare(lines, at, gone)) gone.add(at);
  }
  return lines
    .filter((_, at) => !gone.has(at))
    .join("\n")
    .trim();
}

/** Below a heading, up to the next one, stood nothing else than what is gone; and something of that did. */
function isBare(lines: readonly string[], heading: number, gone: ReadonlySet<number>): boolean {
  let some = false;
  for (let at = heading + 1; at < lines.length; at++) {
    const text = lines[at] ?? "";
    if (/^\s{0,3}(?:#{1,6}\s|\*\*.+\*\*:?\s*$)/.test(text)) break;
    if (gone.has(at)) some = true;
    else if (text.trim() !== "") return false;
  }
  return some;
}
