import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { openPage, ticketAddress } from "../satellite/ticket-address.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { usage, type Words } from "./words.ts";

/** `remote open TASK|TICKET`: prints the page's address, and opens it where somebody sits at a terminal. */
export async function remoteOpen(
  words: Words,
  [ref, ...more]: readonly string[],
  io: Io,
  world: World,
): Promise<number> {
  if (ref === undefined || more.length > 0)
    throw usage({ name: "remote" }, "remote open takes one task or ticket.", {
      found: [ref, ...more].filter(Boolean).join(" ") || "none",
      wanted: "a task or a ticket, such as TASK-7 or PROJ-42",
    });
  const url = await ticketAddress(world, ref);
  io.stdout.write(
    words.has("json") ? `${json({ ...envelope("remote-open"), url })}\n` : `${terminal(url)}\n`,
  );
  if (words.has("print") || words.has("json") || !world.interactive) return exitCode("pass");
  if (!(await openPage(world, url))) io.stderr.write("No program here opens addresses.\n");
  return exitCode("pass");
}
