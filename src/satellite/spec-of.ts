import type { Tree } from "../core/ports.ts";
import type { Spec, SpecAnswer } from "../core/spec.ts";
import { specDigest, specText } from "../specs/digest.ts";
import type { Desk, DeskTask } from "./desk.ts";

/** The spec of a task as a tree has it. */
export async function specOf({ gate }: Desk, { id, task }: DeskTask, tree: Tree): Promise<SpecAnswer> {
  const last = id.slice(id.lastIndexOf("/") + 1);
  const own = task.spec?.path;
  const paths = own === undefined ? gate.law.spec.paths.map((path) => path.replaceAll("{id}", last)) : [own];
  for (const path of paths) {
    const bytes = await tree.read(path);
    if (bytes === null) continue;
    const text = specText(new TextDecoder().decode(bytes));
    const spec: Spec = {
      remote: task.ticket?.remote ?? "",
      id,
      key: id,
      title: task.ticket?.title ?? "",
      url: null,
      source: own === undefined ? "path" : "frontmatter",
      path,
      text,
      digest: specDigest(text),
    };
    return { status: "found", spec };
  }
  return { status: "none" };
}
