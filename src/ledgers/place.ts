import type { Haste } from "../connect/patience.ts";
import type { Law } from "../core/law.ts";
import type { Tree } from "../core/ports.ts";
import type { Env } from "../git/env.ts";
import type { Repository } from "../git/repository.ts";

/** What a ledger is opened for. */
export interface LedgerPlace {
  readonly repo: Repository;
  /** The tree that the gate trusts: a ledger that is a file of the repository is read from it. */
  readonly tree: Tree;
  readonly law: Pick<Law, "ledger" | "remotes" | "sections" | "cache" | "rules" | "scopes">;
  readonly env: Env;
  /** How long an https address may take; default as a hook has to answer. */
  readonly haste?: Haste;
  /** Told the ledger's ref before it is read. */
  readonly bringRef?: ((ref: string) => Promise<void>) | undefined;
  now(): Date;
}
