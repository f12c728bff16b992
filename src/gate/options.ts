import type { Haste } from "../connect/patience.ts";
import type { ForgeHome } from "../core/forge.ts";
import type { DoorPlace, Law } from "../core/law.ts";
import type { Tree, World } from "../core/ports.ts";
import type { RangeName } from "../git/range.ts";
import type { Opening } from "../opening.ts";
import type { Overrides } from "../policy/overrides.ts";
import type { PresetName } from "../policy/schema.ts";

/** What of the world a gate needs; `World` has it all. */
export type GateWorld = Pick<World, "cwd" | "env" | "now">;

/** Trees of commits that a clone lacks. */
export type CommitTrees = (commit: string) => Promise<Tree | null>;

/** How a door wants its gate. */
export interface GateOptions {
  readonly place: DoorPlace;
  /** From a command line or an Action's inputs; it can raise the policy, never lower it. */
  readonly overrides?: Overrides;
  /** The policy's root-relative path in the trusted tree, where it stands in none of the usual places. */
  readonly policyFile?: string;
  /** What is to be judged. In CI and on a server the range's base is trusted, not its tip. */
  readonly range?: RangeName;
  /** What was asked of git beforehand, about the same world and range. */
  readonly opening?: Opening;
  /** A revision whose tree is trusted, instead of the one that would be. */
  readonly policyRef?: string;
  /** That revision is itself what is judged: it lays the first law, and no token goes where only it says. */
  readonly ownLaw?: boolean;
  /** No file of the trusted tree is law: presets, detection and the overrides make it, and there are no waivers. */
  readonly builtIn?: boolean;
  /** The law as it would be if the policy named this preset. */
  readonly assume?: PresetName;
  /** How long trackers may take; by default as a hook, or a server's, has to answer. */
  readonly haste?: Haste;
  /** A law that was compiled before and still holds; spares reading the policy. */
  readonly law?: Law;
  /** The repository that this run of CI is one of: its forge and its own tickets are found by it, before `origin`. */
  readonly home?: ForgeHome;
  /** Asked for the tree of a commit, by full id, before the clone is. Null: the clone tells it, or nobody does. */
  readonly trees?: CommitTrees;
  /** Told a ref of the repository that will be read, for a clone that has branches alone: that of the ledger. */
  readonly bringRef?: (ref: string) => Promise<void>;
}
