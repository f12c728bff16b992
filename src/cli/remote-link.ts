import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { type Linked, linkTask, type Unlinked, unlinkTask } from "../satellite/link-task.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { usage, type Words } from "./words.ts";

/** `remote link TASK TICKET`: lets a task that is there follow a ticket. */
export async function remoteLink(
  words: Words,
  [task, ref, ...more]: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  if (task === undefined || ref === undefined || more.length > 0)
    throw usage({ name: "remote" }, "remote link takes a task and a ticket.", {
      found: [task, ref, ...more].filter(Boolean).join(" ") || "none",
      wanted: "a task and a ticket, such as TASK-7 PROJ-42",
    });
  const linked = await linkTask(world, { task, ref, force: words.has("force") });
  io.stdout.write(
    words.has("json") ? `${json({ ...envelope("remote-link"), ...linked })}\n` : linkedText(linked),
  );
  return exitCode("pass");
}

function linkedText({ task, id, path, outcome, unasked }: Linked): string {
  const head =
    outcome === "already"
      ? `${task} follows ${terminal(id)} already: ${terminal(path)}\n`
      : `${task} follows ${terminal(id)} from now on: ${terminal(path)}\n`;
  return unasked === null
    ? head
    : `${head}Nobody could say whether there is such a ticket. ${terminal(unasked)}\n`;
}

/** `remote unlink TASK`: ends that. */
export async function remoteUnlink(
  words: Words,
  [task, ...more]: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  if (task === undefined || more.length > 0)
    throw usage({ name: "remote" }, "remote unlink takes one task.", {
      found: [task, ...more].filter(Boolean).join(" ") || "none",
      wanted: "a task, such as TASK-7",
    });
  const unlinked = await unlinkTask(world, task);
  io.stdout.write(
    words.has("json") ? `${json({ ...envelope("remote-unlink"), ...unlinked })}\n` : unlinkedText(unlinked),
  );
  return exitCode("pass");
}

function unlinkedText({ task, id, path }: Unlinked): string {
  return id === null
    ? `${task} follows no ticket.\n`
    : `${task} no longer follows ${terminal(id)}: ${terminal(path)}\nThe ticket itself was not touched.\n`;
}
