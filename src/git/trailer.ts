import type { Repository } from "./repository.ts";

/** Adds `Key: value` to a message file unless it is there, above comments and scissors (git-interpret-trailers(1)). */
export async function addTrailer(repo: Repository, file: string, trailer: string): Promise<void> {
  // Dashes in a message are no patch's beginning.
  const how = ["--in-place", "--no-divider", "--if-exists", "addIfDifferent"];
  await repo.git.run(["interpret-trailers", ...how, "--trailer", trailer, file]);
}
