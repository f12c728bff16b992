import type { CodeLink, Identity, TicketEvent } from "../../core/tracker.ts";
import { codeLink } from "../code-link.ts";
import { oldestFirst } from "../oldest-first.ts";
import { cleanLine, utc } from "../text.ts";
import { ask, type Client } from "./client.ts";
import { personOf } from "./map.ts";
import { nodesOf, type Page } from "./pages.ts";
import { CHANGE, type Change, changeShape, pageShape, userShape } from "./schema.ts";

/** Entries of a connection asked for at a time. */
const PAGE = 50;

/** Whose key it is. */
export async function whoAmI(client: Client): Promise<Identity> {
  const { viewer } = await ask(client, {
    query: "query Viewer { viewer { id name displayName email } }",
    variables: {},
    shape: (z) => z.object({ viewer: userShape(z) }),
    about: "the account",
  });
  const { name, email, account = viewer.id } = personOf(viewer);
  return { account, name, email: email === "" ? null : email, rights: null };
}

/** What is attached to an issue, told by the shape of its address. */
export async function linksOf(client: Client, id: string): Promise<readonly CodeLink[]> {
  const links: CodeLink[] = [];
  for await (const { url, title } of nodesOf((after) => attachments(client, id, after)))
    links.push(codeLink(url, title ? cleanLine(title) : null, "mentions"));
  return links;
}

async function attachments(client: Client, id: string, after: string | null) {
  const { issue } = await ask(client, {
    query: `query Links($id: String!, $first: Int!, $after: String) {
      issue(id: $id) { attachments(first: $first, after: $after) { nodes { url title } pageInfo { hasNextPage endCursor } } }
    }`,
    variables: { id, first: PAGE, after },
    shape: (z) => {
      const node = z.object({ url: z.string(), title: z.string().nullish() });
      return z.object({ issue: z.object({ attachments: pageShape(() => node)(z) }) });
    },
    about: id,
  });
  return issue.attachments;
}

/** Who changed what, oldest first. */
export async function historyOf(client: Client, id: string): Promise<readonly TicketEvent[]> {
  const events: TicketEvent[] = [];
  for await (const entry of nodesOf((after) => entries(client, id, after))) events.push(...eventsOf(entry));
  return oldestFirst(events);
}

async function entries(client: Client, id: string, after: string | null): Promise<Page<Change>> {
  const { issue } = await ask(client, {
    query: `query History($id: String!, $first: Int!, $after: String) {
      issue(id: $id) { history(first: $first, after: $after) { nodes { ${CHANGE} } pageInfo { hasNextPage endCursor } } }
    }`,
    variables: { id, first: PAGE, after },
    shape: (z) => z.object({ issue: z.object({ history: pageShape(changeShape)(z) }) }),
    about: id,
  });
  return issue.history;
}

/** One entry can hold changes of several fields; it names only those that changed. */
function eventsOf(entry: Change): readonly TicketEvent[] {
  const at = utc(entry.createdAt) ?? entry.createdAt;
  const by = entry.actor ? personOf(entry.actor) : null;
  const names = (labels: Change["addedLabels"]) => (labels ?? []).map(({ name }) => name).join(", ");
  const pairs: readonly (readonly [string, string | null | undefined, string | null | undefined])[] = [
    ["state", entry.fromState?.name, entry.toState?.name],
    ["assignees", entry.fromAssignee?.name, entry.toAssignee?.name],
    ["title", entry.fromTitle, entry.toTitle],
    ["labels", names(entry.removedLabels), names(entry.addedLabels)],
    ["parent", entry.fromParent?.identifier, entry.toParent?.identifier],
    ["project", entry.fromTeam?.key, entry.toTeam?.key],
  ];
  const told = pairs
    .filter(([, from, to]) => Boolean(from) || Boolean(to))
    .map(([field, from, to]) => ({ at, by, field, from: lineOf(from), to: lineOf(to) }));
  if (entry.updatedDescription !== true) return told;
  return [...told, { at, by, field: "description", from: null, to: null }];
}

function lineOf(text: string | null | undefined): string | null {
  return text ? cleanLine(text) : null;
}
