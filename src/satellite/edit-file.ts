import { Fault } from "../core/fault.ts";
import { replaceFile } from "../store/work-file.ts";
import type { FileEdit, RefusalCode } from "../tasks/edit.ts";
import { editTask } from "../tasks/write.ts";
import { type Desk, type DeskTask, textOf } from "./desk.ts";

/**
 * Edits a task's file in the work tree: nothing but what is meant changes, and nothing at all where the file says something else by now.
 * False: it says so already. Throws Fault("usage") where the file can't be edited safely, and Fault("storage").
 */
export async function editFile(
  { gate, root }: Pick<Desk, "gate" | "root">,
  { path, backlog }: Pick<DeskTask, "path" | "backlog">,
  edits: readonly FileEdit[],
): Promise<boolean> {
  const before = await textOf(gate.tree, path);
  const edited = await editTask(before, backlog.dialect, edits);
  if (!edited.ok)
    throw new Fault("usage", `${path} can't be edited without harm, so it was left as it is.`, {
      found: edited.detail === "" ? WHY[edited.code] : `${WHY[edited.code]}: ${edited.detail}`,
      wanted: "front matter and sections as Backlog.md writes them",
      fix: `mend ${path} by hand, then run the command again`,
    });
  if (edited.text === before) return false;
  replaceFile({ root, path, text: edited.text }, before);
  return true;
}

/** Why an edit is refused, as the end of a sentence. */
export const WHY: Readonly<Record<RefusalCode, string>> = {
  "frontmatter-unreadable": "its front matter can't be read",
  "key-not-editable": "a key stands in a form that can't be edited in place",
  "key-invalid": "a key that is no plain word",
  "section-missing": "it has no such section",
  "criterion-missing": "it has no such criterion",
  "markers-unbalanced": "a section's marker has no partner",
  "edit-unsafe": "the edit would change something else",
};
