import type { Lookup } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { askMany } from "../ask-many.ts";
import { trouble } from "../trouble.ts";
import { type Client, wordsOf } from "./client.ts";
import { markExcluded } from "./filter.ts";
import { quoted } from "./jql.ts";
import { type Answered, answered, lookUpOne } from "./one.ts";
import { bulkShape, FIELDS, type Issue, searchShape } from "./schema.ts";

/** Most issues that Cloud's bulkfetch takes; Data Center's search is asked for as many. */
export const BATCH = 100;

/** Looks up any number of keys. Without a credential nothing is proved to be absent: a private issue looks the same. */
export async function lookUpMany(
  client: Client,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Lookup>> {
  return askMany(ids, BATCH, async (batch) => {
    const lookups = await markExcluded(client, await answersFor(client, batch));
    return (await client.http.authenticated()) ? lookups : asNobody(client, lookups);
  });
}

/** At most `BATCH` issues. `expand`: what Data Center tells beside them. */
export async function answersFor(
  client: Client,
  ids: readonly string[],
  expand: readonly string[] = [],
): Promise<ReadonlyMap<string, Answered>> {
  const isCloud = (await client.flavour()) === "cloud";
  return isCloud ? bulkFetch(client, ids) : searchKeys(client, ids, expand);
}

/**
 * Cloud leaves out what is not there, and answers a moved issue under its new key alone. So keys are asked for singly where
 * the answer holds a key that nobody asked for.
 */
async function bulkFetch(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, Answered>> {
  const reply = await client.ask({
    method: "POST",
    path: "/issue/bulkfetch",
    json: { issueIdsOrKeys: ids, fields: FIELDS, fieldsByKeys: false },
    reads: true,
  });
  if (reply.status !== 200) throw await batchRefused(client, reply);
  const { issues, issueErrors } = await readJson(client.remote, reply, bulkShape);
  const failed = new Map((issueErrors ?? []).map(({ id, errorMessage }) => [id, errorMessage ?? ""]));
  const known = matched(client, ids, issues);
  for (const id of ids) {
    const words = failed.get(id);
    if (words !== undefined) known.set(id, unavailable(client, id, words));
  }
  const isTold =
    issues.every(({ key }) => ids.includes(key)) && [...failed.keys()].every((id) => ids.includes(id));
  const rest = ids.filter((id) => !known.has(id));
  return isTold ? withAll(known, rest, ABSENT) : askSingly(client, known, rest);
}

/**
 * Data Center's search reads an index: only keys that it warns of are believed to be absent, and the others that it left
 * out (archived, or not indexed yet) are asked for singly. A server that refuses unknown keys is asked singly for all.
 */
async function searchKeys(
  client: Client,
  ids: readonly string[],
  expand: readonly string[],
): Promise<ReadonlyMap<string, Answered>> {
  const issues: Issue[] = [];
  const warnings: string[] = [];
  for (;;) {
    const reply = await client.ask({
      method: "POST",
      path: "/search",
      json: {
        jql: `key in (${ids.map(quoted).join(", ")})`,
        startAt: issues.length,
        maxResults: BATCH,
        fields: FIELDS,
        validateQuery: false,
        ...(expand.length === 0 ? {} : { expand }),
      },
      reads: true,
    });
    if (reply.status === 400) return askSingly(client, new Map(), ids);
    if (reply.status !== 200) throw await batchRefused(client, reply);
    const page = await readJson(client.remote, reply, searchShape);
    issues.push(...page.issues);
    warnings.push(...(page.warningMessages ?? []));
    // The server may hand out fewer than were asked for.
    if (page.issues.length === 0 || issues.length >= (page.total ?? 0)) break;
  }
  const known = matched(client, ids, issues);
  const rest = ids.filter((id) => !known.has(id));
  const warned = rest.filter((id) => warnings.some((text) => holdsKey(text, id)));
  return askSingly(
    client,
    withAll(known, warned, ABSENT),
    rest.filter((id) => !warned.includes(id)),
  );
}

function holdsKey(text: string, id: string): boolean {
  return text.split(/[^A-Za-z0-9_-]+/).includes(id);
}

function matched(client: Client, ids: readonly string[], issues: readonly Issue[]): Map<string, Answered> {
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  const known = new Map<string, Answered>();
  for (const id of ids) {
    const issue = byKey.get(id);
    if (issue !== undefined) known.set(id, answered(client, issue, id));
  }
  return known;
}

async function askSingly(
  client: Client,
  known: ReadonlyMap<string, Answered>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Answered>> {
  const issues = new Map<string, Issue | null>();
  const lookups = await askMany(ids, 1, async ([id = ""]) => {
    const { lookup, issue } = await lookUpOne(client, id);
    issues.set(id, issue);
    return new Map([[id, lookup]]);
  });
  const singles = [...lookups].map(
    ([id, lookup]) => [id, { lookup, issue: issues.get(id) ?? null }] as const,
  );
  return new Map([...known, ...singles]);
}

function withAll(
  known: ReadonlyMap<string, Answered>,
  ids: readonly string[],
  answer: Answered,
): ReadonlyMap<string, Answered> {
  return new Map([...known, ...ids.map((id) => [id, answer] as const)]);
}

const ABSENT: Answered = { lookup: { status: "absent" }, issue: null };

function unavailable({ remote }: Client, id: string, words: string): Answered {
  return {
    lookup: { status: "unavailable", detail: `${remote} could not load ${id}. ${words}`.trim() },
    issue: null,
  };
}

/** A batch that is refused says nothing of its keys: a wrong address answers 404 as well. */
async function batchRefused(client: Client, reply: Parameters<typeof wordsOf>[0]): Promise<Error> {
  const found = await wordsOf(reply);
  const said = found === "" ? {} : { found };
  if (reply.status === 403)
    return trouble("forbidden", `${client.remote} does not allow this account to read issues.`, said);
  return trouble("unavailable", `${client.remote} answered ${reply.status} when asked for issues.`, {
    ...said,
    fix: "correct site:, url: or flavour: in the policy's entry",
  });
}

function asNobody({ remote }: Client, lookups: ReadonlyMap<string, Lookup>): ReadonlyMap<string, Lookup> {
  const detail = (id: string) => `${remote} shows no ${id} to everybody, and no credential was used.`;
  return new Map(
    [...lookups].map(([id, lookup]) => [
      id,
      lookup.status === "absent" ? { status: "forbidden", detail: detail(id) } : lookup,
    ]),
  );
}
