import type { LabelChanges } from "../../core/forge.ts";
import { ask, gone } from "../line.ts";
import type { Github } from "./line.ts";
import { namesShape } from "./schema.ts";

/** Labels of a pull request; GitHub keeps them with those of issues, and makes one that is not there yet. */
export async function changeLabels(
  github: Github,
  number: number,
  { add, remove }: LabelChanges,
): Promise<void> {
  const path = `${github.path}/issues/${number}/labels`;
  const about = `labels of pull request ${number}`;
  const json = { labels: [...add] };
  if (add.length > 0) await ask(github, { method: "POST", path, json }, { about, shape: namesShape });
  for (const name of remove)
    await gone(github, { method: "DELETE", path: `${path}/${encodeURIComponent(name)}` }, about);
}
