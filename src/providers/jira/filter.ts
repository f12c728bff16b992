import type { Lookup } from "../../core/ticket.ts";
import { readJson } from "../answer.ts";
import { asLookup, trouble } from "../trouble.ts";
import { type Client, wordsOf } from "./client.ts";
import type { Answered } from "./one.ts";
import { idSearchShape } from "./schema.ts";

/** Most issues whose state Cloud's search brings up to date before it answers (`reconcileIssues`). */
const BATCH = 50;

/** Names the policy's filter on every found ticket that is not in it. A filter that can't be asked leaves nothing known. */
export async function markExcluded(
  client: Client,
  answers: ReadonlyMap<string, Answered>,
): Promise<ReadonlyMap<string, Lookup>> {
  const { filter } = client.settings;
  const plain = new Map([...answers].map(([id, { lookup }]) => [id, lookup]));
  const numbers = [...answers.values()].flatMap(({ issue }) => issue?.id ?? []);
  if (filter === undefined || numbers.length === 0) return plain;
  try {
    const inside = await numbersInside(client, filter, [...new Set(numbers)]);
    return new Map(
      [...answers].map(([id, { lookup, issue }]) => [
        id,
        lookup.status === "found" && !inside.has(issue?.id ?? "")
          ? { ...lookup, ticket: { ...lookup.ticket, excludedBy: filter } }
          : lookup,
      ]),
    );
  } catch (thrown) {
    const failed = asLookup(thrown);
    return new Map([...plain].map(([id, lookup]) => [id, lookup.status === "found" ? failed : lookup]));
  }
}

async function numbersInside(
  client: Client,
  filter: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const isCloud = (await client.flavour()) === "cloud";
  const inside = new Set<string>();
  for (let at = 0; at < numbers.length; at += BATCH) {
    const batch = numbers.slice(at, at + BATCH);
    const jql = `id in (${batch.join(", ")}) AND (${filter})`;
    const page = { jql, maxResults: BATCH, fields: ["summary"] };
    const reply = await client.ask({
      method: "POST",
      path: isCloud ? "/search/jql" : "/search",
      json: isCloud
        ? { ...page, reconcileIssues: batch.map(Number) }
        : { ...page, startAt: 0, validateQuery: true },
      reads: true,
    });
    if (reply.status !== 200)
      throw trouble("unavailable", `${client.remote} can't apply the filter that the policy sets.`, {
        found: (await wordsOf(reply)) || `it answered ${reply.status}`,
        fix: "correct the JQL of filter: in the policy's entry",
      });
    for (const { id } of (await readJson(client.remote, reply, idSearchShape)).issues) inside.add(id);
  }
  return inside;
}
