import { askJson, type Boards, inProject } from "./ask.ts";
import { numbers } from "./schema.ts";

/** Most numbers that a query may answer with; one more and it answers with an error. */
const MOST = 20_000;

/** Numbers of the work items for which a condition holds, those changed last first, at most 20,000 of them. */
export async function query(boards: Boards, condition: string): Promise<readonly number[]> {
  const text = `SELECT [System.Id] FROM WorkItems WHERE ${condition} ORDER BY [System.ChangedDate] DESC`;
  const { workItems } = await askJson(
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
  return workItems.map(({ id }) => id);
}

/** A text as WIQL writes it. */
export function quoted(text: string): string {
  return `'${text.replace(/[\p{Cc}]+/gu, " ").replaceAll("'", "''")}'`;
}
