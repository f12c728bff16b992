import type { GateWorld } from "../gate.ts";
import { openRepository } from "../git/repository.ts";
import { openGit } from "../git/run.ts";
import { type WriteLog, writeLog } from "../store/write-log.ts";

/** What was written to trackers and forges from this repository, whatever its policy says by now. */
export async function readWrites({ cwd, env }: Pick<GateWorld, "cwd" | "env">): Promise<WriteLog> {
  const { commonDir } = await openRepository(openGit({ cwd, env }));
  return writeLog(commonDir);
}
