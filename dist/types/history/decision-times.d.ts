import type { Evidence } from "../core/evidence.js";
import type { Forge } from "../core/forge.js";
import type { Law } from "../core/law.js";
import type { Reference } from "../core/reference.js";
import type { Confirmed } from "../gather/commit-facts.js";
import type { Repository } from "../git/repository.js";
import { type Decisions } from "./decisions.js";
import type { Progress } from "./read.js";
import { type HistoryTable } from "./table.js";
type Lookups = Evidence["lookups"];
/** When the commits of a whole history were decided, with a forge to ask for what nobody wrote down here. */
export interface DecisionTimes {
    readonly decisions: Decisions;
    /** Asks the forge for commits whose tickets were not always the same; `around`: references that count for every commit. */
    settle(lookups: Lookups, around: readonly Reference[]): Promise<void>;
    /** The same for commits that have references from others. */
    settleInherited(lookups: Lookups, facts: ReadonlyMap<string, Confirmed>): Promise<void>;
    notices(): readonly string[];
}
/** What decision times are read from. */
export interface TimesGround {
    readonly repo: Repository;
    readonly law: Law;
    /** Null: nobody here can ask one. */
    forge(): Promise<Forge | null>;
}
/** Each commit was decided when it came in, as far as that was written down; else when its forge merged it. */
export declare function decisionTimes({ repo, law, forge }: TimesGround, table: HistoryTable, progress?: Progress): Promise<DecisionTimes>;
export {};
