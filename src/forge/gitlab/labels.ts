import type { LabelChanges } from "../../core/forge.ts";
import { ask } from "../line.ts";
import type { Gitlab } from "./line.ts";
import { requestShape } from "./schema.ts";

/** Labels of a merge request, which no comma can be part of; GitLab makes one that is not there yet. */
export async function changeLabels(
  gitlab: Gitlab,
  number: number,
  { add, remove }: LabelChanges,
): Promise<void> {
  if (add.length + remove.length === 0) return;
  const json = {
    ...(add.length === 0 ? {} : { add_labels: add.join(",") }),
    ...(remove.length === 0 ? {} : { remove_labels: remove.join(",") }),
  };
  const path = `${gitlab.path}/merge_requests/${number}`;
  await ask(gitlab, { method: "PUT", path, json }, { about: `merge request ${number}`, shape: requestShape });
}
