import type { Person, Risk, Ticket } from "../../core/ticket.ts";
import { htmlToMarkdown, isHtml, unescaped } from "../html.ts";
import { boundTo, cleanLine, cleanMarkdown, criteriaIn, utc } from "../text.ts";
import { typeOf } from "../types.ts";
import type { Boards } from "./ask.ts";
import type { AzureIdentity, WorkItem } from "./schema.ts";
import { toState } from "./state-book.ts";

/** A work item as a ticket. Its id is its number; `project` is the one that it is in, configured or not. */
export async function toTicket(boards: Boards, { id, fields }: WorkItem): Promise<Ticket> {
  const project = fields["System.TeamProject"];
  const type = fields["System.WorkItemType"];
  const texts = [fields["Microsoft.VSTS.TCM.ReproSteps"], fields["System.Description"]];
  const description = await textOf(...texts);
  const wanted = fields["Microsoft.VSTS.Common.AcceptanceCriteria"];
  const criteria = await textOf(wanted);
  const iteration = fields["System.IterationPath"] ?? "";
  return {
    remote: boards.remote,
    id: String(id),
    key: `AB#${id}`,
    url: `${boards.http.base}/${encodeURIComponent(project)}/_workitems/edit/${id}`,
    title: cleanLine(fields["System.Title"]),
    type: typeOf(cleanLine(type)),
    state: toState(fields["System.State"], await boards.states(project, type), boards.settings),
    project: cleanLine(project),
    assignees: personsOf(fields["System.AssignedTo"]),
    createdBy: personsOf(fields["System.CreatedBy"])[0] ?? null,
    labels: labelsOf(fields["System.Tags"]),
    parent: fields["System.Parent"]?.toString() ?? null,
    createdAt: utc(fields["System.CreatedDate"]),
    updatedAt: utc(fields["System.ChangedDate"]),
    archived: false,
    movedFrom: null,
    description,
    ...boundTo([...texts, wanted].map(stored)),
    criteria: [...criteriaOf(criteria), ...criteriaIn(description)],
    affected: [],
    path: null,
    // The root of all iterations bears the project's name: it is none.
    ...riskOf(fields["Microsoft.VSTS.Common.Risk"]),
    iteration: iteration === "" || iteration === project ? null : cleanLine(iteration),
  };
}

/** `1 - High`, `2 - Medium`, `3 - Low`: not every type has such a field, and people may leave it empty. */
function riskOf(told: string | null | undefined): Pick<Ticket, "risk"> {
  const name = /^\s*\d\s*-\s*(high|medium|low)\s*$/i.exec(told ?? "")?.[1]?.toLowerCase();
  const risk = RISKS.find((one) => one === name);
  return risk === undefined ? {} : { risk };
}

const RISKS: readonly Risk[] = ["high", "medium", "low"];

/** Fields that hold a text, as one: bugs keep theirs in the steps to reproduce. Each may be HTML or Markdown. */
export async function textOf(...texts: readonly (string | null | undefined)[]): Promise<string> {
  const parts = await Promise.all(
    texts.map(async (text) => {
      if (text === null || text === undefined || text.trim() === "") return "";
      return cleanMarkdown(isHtml(text) ? await htmlToMarkdown(text) : unescaped(text));
    }),
  );
  return parts.filter(Boolean).join("\n\n");
}

/** The field is nothing but criteria: its list items, or each of its lines where it has no list. */
function criteriaOf(markdown: string): Ticket["criteria"] {
  const lines = linesOf(markdown);
  const listed = lines.map((line) => line.replace(NUMBERED, "- "));
  const items = criteriaIn(["# Acceptance criteria", ...listed].join("\n"));
  return items.length > 0 ? items : lines.map((line) => ({ text: line.trim(), done: false }));
}

/** One person or none; on a server without e-mail the account's name stands in its place. */
export function personsOf(identity: AzureIdentity | null | undefined): readonly Person[] {
  if (identity === null || identity === undefined) return [];
  const { displayName = "", uniqueName = "", id } = identity;
  const name = cleanLine(displayName || uniqueName);
  const email = uniqueName.includes("@") ? cleanLine(uniqueName) : "";
  const login = uniqueName === "" ? {} : { login: cleanLine(uniqueName) };
  return [{ name, email, ...(id === undefined ? {} : { account: id }), ...login }];
}

/** Tags are one text, with semicolons between them. */
export function labelsOf(tags: string | null | undefined): readonly string[] {
  return (tags ?? "")
    .split(";")
    .map((tag) => cleanLine(tag))
    .filter((tag) => tag !== "");
}

/**
 * A field as it is stored: HTML says more than any Markdown made of it, and words beside a list of criteria are no criterion of their own.
 * Blanks make no difference to HTML.
 */
function stored(text: string | null | undefined): string {
  const told = text ?? "";
  return isHtml(told) ? told.replace(/\s+/g, " ") : told;
}

const NUMBERED = /^\s*\d+[.)]\s+/;

function linesOf(markdown: string): readonly string[] {
  return markdown.split("\n").filter((line) => line.trim() !== "" && !/^\s*#/.test(line));
}
