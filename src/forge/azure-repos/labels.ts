import type { LabelChanges } from "../../core/forge.ts";
import { ask, gone } from "../line.ts";
import type { AzureRepos } from "./line.ts";
import { anyShape } from "./schema.ts";

/** Labels of a pull request, one by one; Azure Repos makes one that is not there yet. */
export async function changeLabels(
  azure: AzureRepos,
  number: number,
  { add, remove }: LabelChanges,
): Promise<void> {
  const path = `${azure.path}/pullRequests/${number}/labels`;
  const about = `labels of pull request ${number}`;
  for (const name of add)
    await ask(azure, { method: "POST", path, json: { name } }, { about, shape: anyShape });
  for (const name of remove)
    await gone(azure, { method: "DELETE", path: `${path}/${encodeURIComponent(name)}` }, about);
}
