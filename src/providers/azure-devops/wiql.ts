import { utc } from "../text.ts";
import { askJson, type Boards, inProject } from "./ask.ts";
import { numbers } from "./schema.ts";

/** Most numbers that are asked for; where there are 20,000 or more, a query answers with an error. */
export const MOST = 19_999;

/** What a query found, and when it was asked, RFC 3339. */
interface Hits {
  readonly ids: readonly number[];
  readonly asOf: string | null;
}

/** Numbers of the work items for which a condition holds, newest change first unless told otherwise, at most `MOST`. */
export async function query(
  boards: Boards,
  condition: string,
  order: "ASC" | "DESC" = "DESC",
): Promise<Hits> {
  const text = `SELECT [System.Id] FROM WorkItems WHERE ${condition} ORDER BY [System.ChangedDate] ${order}`;
  const { workItems, asOf } = await askJson(
    boards,
    {
      method: "POST",
      path: inProject(boards.settings.project, "wit/wiql"),
      query: { $top: MOST, timePrecision: true },
      json: { query: text },
      reads: true,
    },
    { shape: numbers, about: "a query of work items" },
  );
  return { ids: workItems.map(({ id }) => id), asOf: utc(asOf) };
}

/** A text as WIQL writes it. */
export function quoted(text: string): string {
  return `'${text.replace(/[\p{Cc}]+/gu, " ").replaceAll("'", "''")}'`;
}
