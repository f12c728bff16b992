/** What a finished spec must have. */
export interface SpecTerms {
    /** Headings by a ticket's type, in any case; `default` for types that have none of their own. */
    readonly headings: Readonly<Record<string, readonly string[]>>;
    readonly min_criteria: number;
    /** Characters. */
    readonly min_size: number;
    readonly max_size: number;
}
/** Why a spec is not finished. Lines count from 1. */
export type SpecGap = {
    readonly code: "heading-missing";
    readonly detail: string;
} | {
    readonly code: "placeholder" | "section-empty";
    readonly detail: string;
    readonly line: number;
} | {
    readonly code: "criteria-few" | "too-short" | "too-long";
    readonly count: number;
    readonly wanted: number;
};
/** What is known of a spec's completeness: all its gaps, and how many criteria it has. */
export interface SpecState {
    readonly gaps: readonly SpecGap[];
    readonly criteria: {
        readonly count: number;
        readonly done: number;
    };
}
/** Everything that a spec's text lacks. `type`: the ticket's; null: it says none. */
export declare function specState(text: string, type: string | null, terms: SpecTerms): SpecState;
