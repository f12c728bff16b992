import type { Gate, GateWorld } from "../gate.ts";
import { personOf } from "../git/raw-commit.ts";
import { recordWrite } from "../store/write-log.ts";
import { openWrites, type SafeMode, type Writes } from "./writes.ts";

/** What a door brings of safe mode: who sits there, what they said already, and how they are shown and asked. */
export type SafeTerms = Omit<SafeMode, "writable" | "record">;

/** Writes under the repository's policy, each put on record in the log that all its work trees share. */
export async function safeWrites(
  { repo, law }: Pick<Gate, "repo" | "law">,
  { now }: Pick<GateWorld, "now">,
  terms: SafeTerms,
): Promise<Writes> {
  const ident = await repo.git.run(["var", "GIT_COMMITTER_IDENT"], { codes: [0, 128] });
  const { name, email } = personOf(ident.stdout.toString("latin1").trimEnd(), null);
  const writable = law.remotes.filter(({ settings }) => settings.write === true).map((one) => one.name);
  return openWrites({
    ...terms,
    writable: new Set(writable),
    record({ remote, operation, target, summary, metadata }, outcome, url) {
      const at = now().toISOString();
      const what = { remote, operation, target, summary, outcome, url, metadata };
      recordWrite(repo.commonDir, { at, actor: { name, email }, ...what });
    },
  });
}
