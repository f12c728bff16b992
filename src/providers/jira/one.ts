import type { Lookup } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { asLookup } from "../trouble.ts";
import { type Client, refusal } from "./client.ts";
import { ticketOf } from "./map.ts";
import { FIELDS, type Issue, issueShape } from "./schema.ts";

/** One issue; a moved one answers under its new key, and any case of letters does. Throws what Jira answers instead. */
export async function fetchIssue(client: Client, id: string): Promise<Issue> {
  const reply = await client.ask({ path: issuePath(id), query: { fields: FIELDS.join(",") } });
  if (reply.status !== 200) throw await refusal(client, reply, id, "show");
  return readJson(client.remote, reply, issueShape);
}

/** What one issue is, as a look-up with Jira's own issue beside it. */
export async function lookUpOne(client: Client, id: string): Promise<Answered> {
  try {
    const issue = await fetchIssue(client, id);
    return answered(client, issue, id);
  } catch (thrown) {
    return { lookup: asLookup(thrown), issue: null };
  }
}

/** A look-up, and the issue as Jira told it. */
export interface Answered {
  readonly lookup: Lookup;
  readonly issue: Issue | null;
}

/** An issue as the answer for the id that was asked. */
export function answered(client: Client, issue: Issue, asked: string): Answered {
  return {
    lookup: { status: "found", ticket: ticketOf(client, issue, asked), source: "api" },
    issue,
  };
}

/** Path of an issue below the API's version. */
export function issuePath(id: string): string {
  return `/issue/${encodeURIComponent(id)}`;
}
