/** A verdict in one word: a pass with fails that nothing enforces is `WARNED`. */
export type Statement = "PASSED" | "WARNED" | "FAILED" | "UNKNOWN";
/** A rule's answer about one thing. `unknown` is not a pass: something that the answer needs could not be had. */
export type Outcome = "pass" | "fail" | "skip" | "unknown";
/** How much a rule weighs. `off` rules are not asked. */
export type Level = "off" | "warn" | "enforce";
/** What a finding speaks of. Offsets are UTF-16 units into the named text. */
export interface About {
    readonly kind: "change" | "commit" | "branch" | "title" | "body" | "path" | "ticket";
    /** Index into the change's commits. */
    readonly commit?: number;
    readonly path?: string;
    readonly line?: number;
    /** A ticket's key, as written. */
    readonly ticket?: string;
    readonly start?: number;
    readonly end?: number;
}
/** Codes and typed arguments; the prose stands in the rule's meta. Arguments are untrusted text: renderers escape them. */
export interface Finding<Code extends string = string> {
    readonly outcome: Outcome;
    readonly code: Code;
    readonly about: About;
    readonly args: Readonly<Record<string, string | number>>;
    /** The command that mends just this, as an argument array. */
    readonly fix?: readonly string[];
}
/** A finding with its rule and the weight that the policy gives it. */
export interface JudgedFinding extends Omit<Finding, "fix"> {
    readonly rule: string;
    readonly level: Exclude<Level, "off">;
    /** True: this fail or unknown decides the verdict. */
    readonly blocking: boolean;
    /** Id of the waiver that lifted it; its outcome is then `skip`. */
    readonly waiver?: string;
    /** Runnable repair, as an argument array; a note says what to change where no command can. */
    readonly fix: {
        readonly argv: readonly string[] | null;
        readonly note: string;
    };
}
/** The fold of all findings. */
export type Verdict = "pass" | "fail" | "undecided";
