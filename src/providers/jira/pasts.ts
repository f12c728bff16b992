import { once } from "../../core/once.ts";
import type { Past } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { askMany, askPasts } from "../ask-many.ts";
import { oldestFirst } from "../oldest-first.ts";
import { type Move, pastOf, untoldBy } from "../past-of.ts";
import { utc } from "../text.ts";
import { type Client, refusal } from "./client.ts";
import { allChanges, textAt } from "./history.ts";
import { answersFor, BATCH } from "./many.ts";
import { jiraState, personOf } from "./map.ts";
import type { Answered } from "./one.ts";
import { type Change, changelogsShape, type Issue, statusesShape } from "./schema.ts";

/** Most issues whose changelogs Cloud tells together. */
const CHANGELOGS = 1000;

/** Changes of one answer: with their authors they stay below the bytes that one may have. */
const PAGE = 2000;

/** Category of every state, by the state's id, which outlives its name. */
type Categories = ReadonlyMap<string, string>;

/** The states of issues so far: Data Center tells changelogs with the issues, Cloud those of a thousand apart. */
export async function pastsOf(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, Past>> {
  const answers = new Map<string, Answered>();
  const lookups = await askMany(ids, BATCH, async (batch) => {
    const told = await answersFor(client, batch, ["changelog"]);
    for (const [id, answer] of told) answers.set(id, answer);
    return new Map([...told].map(([id, { lookup }]) => [id, lookup]));
  });
  const categories = once(() => categoriesOf(client));
  return askPasts(ids, CHANGELOGS, async (batch) => {
    const issues = batch.flatMap((id) => answers.get(id)?.issue ?? []);
    const changes = await changesBy(client, issues);
    const pasts = batch.map(async (id): Promise<[string, Past]> => {
      const issue = answers.get(id)?.issue ?? null;
      const lookup = lookups.get(id) ?? { status: "absent" };
      if (issue === null) return [id, untoldBy(client.remote, id, lookup)];
      return [
        id,
        pastIn(client, issue, { changes: changes.get(issue.id) ?? [], categories: await categories() }),
      ];
    });
    return new Map(await Promise.all(pasts));
  });
}

/** Changes of every issue, by its number. */
async function changesBy(
  client: Client,
  issues: readonly Issue[],
): Promise<ReadonlyMap<string, readonly Change[]>> {
  if (issues.length === 0) return new Map();
  if ((await client.flavour()) === "cloud") return changelogs(client, issues);
  const told = issues.map(async ({ id, key, changelog }) => {
    const isWhole = changelog && changelog.histories.length >= (changelog.total ?? 0);
    return [id, isWhole ? changelog.histories : await allChanges(client, key)] as const;
  });
  return new Map(await Promise.all(told));
}

async function changelogs(
  client: Client,
  issues: readonly Issue[],
): Promise<ReadonlyMap<string, readonly Change[]>> {
  const changes = new Map<string, readonly Change[]>();
  const issueIdsOrKeys = [...new Set(issues.map(({ id }) => id))];
  let nextPageToken: string | undefined;
  do {
    const reply = await client.ask({
      method: "POST",
      path: "/changelog/bulkfetch",
      json: { issueIdsOrKeys, fieldIds: ["status", "resolution"], maxResults: PAGE, nextPageToken },
      reads: true,
    });
    if (reply.status !== 200)
      throw await refusal(client, reply, `${issues.length} issues`, "show the history of");
    const page = await readJson(client.remote, reply, changelogsShape);
    for (const { issueId, changeHistories } of page.issueChangeLogs)
      changes.set(issueId, [...(changes.get(issueId) ?? []), ...(changeHistories ?? [])]);
    nextPageToken = page.nextPageToken ?? undefined;
  } while (nextPageToken !== undefined);
  return changes;
}

async function categoriesOf(client: Client): Promise<Categories> {
  const reply = await client.ask({ path: "/status" });
  if (reply.status !== 200) throw await refusal(client, reply, "its states", "tell");
  const statuses = await readJson(client.remote, reply, statusesShape);
  return new Map(
    statuses.flatMap(({ id, statusCategory }) => (id && statusCategory ? [[id, statusCategory.key]] : [])),
  );
}

interface Step {
  readonly at: string;
  readonly author: Change["author"];
  readonly status: Item | null;
  readonly resolution: Item | null;
}

type Item = Change["items"][number];

/** Whether work was given up stands in the resolution, which has changes of its own. */
function pastIn(
  { remote, settings }: Client,
  { fields }: Issue,
  { changes, categories }: { readonly changes: readonly Change[]; readonly categories: Categories },
): Past {
  const steps = oldestFirst(changes.flatMap(stepIn));
  const now = jiraState(settings, fields.status, fields.resolution?.name);
  const [moved, solved] = [
    steps.find((one) => one.status)?.status,
    steps.find((one) => one.resolution)?.resolution,
  ];
  let status = moved ? statusOf(moved, "from", categories) : fields.status;
  let resolution = solved ? textAt(solved, "fromString") : (fields.resolution?.name ?? null);
  const first = jiraState(settings, status, resolution);
  const moves = steps.map(({ at, author, ...step }): Move => {
    if (step.status) status = statusOf(step.status, "to", categories);
    if (step.resolution) resolution = textAt(step.resolution, "toString");
    return { at, by: author ? personOf(author) : null, to: jiraState(settings, status, resolution) };
  });
  return pastOf(remote, { createdAt: utc(fields.created), first, moves, now });
}

function stepIn({ created, author, items }: Change): readonly Step[] {
  const of = (field: string) => items.find((item) => textAt(item, "field")?.toLowerCase() === field) ?? null;
  const at = utc(created);
  const [status, resolution] = [of("status"), of("resolution")];
  return at === null || (status === null && resolution === null) ? [] : [{ at, author, status, resolution }];
}

/** A state is known by its id alone: the same name can mean another one in another project. */
function statusOf(item: Item, end: "from" | "to", categories: Categories): Issue["fields"]["status"] {
  const key = categories.get(textAt(item, end) ?? "");
  const name = textAt(item, end === "from" ? "fromString" : "toString") ?? "";
  return { name, ...(key === undefined ? {} : { statusCategory: { key } }) };
}
