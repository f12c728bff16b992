import { golden, type Ran, type RunOptions } from "../cli/world.ts";
import { type TemporaryRepository, temporaryRepository } from "../git/repo.ts";
import type { TestKey } from "./made.ts";

/** A repository with a policy that names a ledger, and an origin on github.com. */
export interface LedgerRepository extends TemporaryRepository {
  golden(line: string, options?: Partial<RunOptions>): Promise<Ran>;
}

/** `remotes`: YAML below `remotes:`. */
export function ledgerRepository(
  keys: readonly TestKey[],
  { remotes = "  jira: { kind: jira, site: acme.atlassian.net }", more = "", rest = "" } = {},
): LedgerRepository {
  const repo = temporaryRepository();
  const lines = keys.map(
    ({ id, spki, until }) =>
      `    - { id: ${id}, spki: "${spki}"${until === null ? "" : `, until: ${until}`} }`,
  );
  const policy = `version: 1\nremotes:\n${remotes}\nledger:\n${more}  keys:\n${lines.join("\n")}\n${rest}`;
  repo.git("remote", "add", "origin", "git@github.com:Acme/shop.git");
  repo.commit("Set up", { "golden-thread.yml": keys.length === 0 ? "version: 1\n" : policy });
  return {
    ...repo,
    golden: (line, options = {}) =>
      golden(line.split(" "), { cwd: repo.root, ...options, env: { ...repo.env, ...options.env } }),
  };
}
