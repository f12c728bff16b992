import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Repository } from "./repository.ts";

/** Adds `Key: value` to a message file unless it is there, above comments and scissors (git-interpret-trailers(1)). */
export async function addTrailer(repo: Repository, file: string, trailer: string): Promise<void> {
  const path = resolve(repo.git.cwd, file);
  const message = readFileSync(path);
  // Without a line break at its end git takes the trailer for more of the subject.
  const whole =
    message.length === 0 || message.at(-1) === 10 ? message : Buffer.concat([message, Buffer.from("\n")]);
  // Dashes in a message are no patch's beginning, and a user's other separators are none of ours.
  const how = ["--no-divider", "--if-exists", "addIfDifferent", "--trailer", trailer];
  const args = ["-c", "trailer.separators=:", "interpret-trailers", ...how];
  const { stdout } = await repo.git.run(args, { input: whole });
  writeFileSync(path, stdout);
}
