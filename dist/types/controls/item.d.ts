/** What an audit of this repository can show, by the name that mappings use. */
export type EvidenceId = "E1" | "E2" | "E3" | "E4" | "E5" | "E6" | "E7" | "E8";
/** How much of it the core of a control asks for: all of it, a part, or no more than its surroundings. */
export type Strength = "direct" | "partial" | "contextual";
/** A control of a published framework, in our own words, and what of it evidence of this kind supports. */
export interface ControlItem {
    readonly framework: string;
    /** Edition of the framework. */
    readonly version: string;
    /** As the framework numbers it. */
    readonly item: string;
    readonly asks: string;
    readonly evidence: readonly EvidenceId[];
    readonly strength: Strength;
    /** What an assessor has to find elsewhere. */
    readonly missing: string;
}
/** A mapping of controls: the shipped one, or the user's own. */
export interface Mapping {
    /** Changes with every row. */
    readonly version: string;
    readonly items: readonly ControlItem[];
}
/** Controls of one edition of a framework. */
export type Framework = readonly ControlItem[];
/** Writes a framework's rows short: item, what it asks, evidence, strength, what is missing. */
export declare function frameworkOf(framework: string, version: string, rows: readonly (readonly [string, string, readonly EvidenceId[], Strength, string])[]): Framework;
