import type { Change } from "./change.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding, Outcome } from "./finding.ts";
import type { PolicySections } from "./law.ts";
import type { Schema } from "./schema.ts";

/** An outside control that a rule's evidence supports (never satisfies alone), e.g. `{ framework: "SOC 2", id: "CC8.1" }`. */
export interface Control {
  readonly framework: string;
  readonly id: string;
}

/** One example for the rule book: what is judged, and the code that it gets. */
export interface Example<Code extends string> {
  readonly text: string;
  readonly code: Code;
}

/** What one answer of a rule means, and how it reads. */
export interface CodeMeta {
  readonly outcome: Outcome;
  /** One sentence with `{arg}` places, filled with escaped arguments. */
  readonly message: string;
  /** What to do about this code, where the rule's own `fix` is too general. Plain text without places. */
  readonly fix?: string;
  /** A command that mends it just as it stands here. */
  readonly run?: readonly string[];
  /** A fail that only ever warns, whatever the rule's level: the policy itself asked for no more. */
  readonly advisory?: true;
}

/** Everything that a rule says of itself: presets, rule book and reports are made of it. */
export interface RuleMeta<Code extends string> {
  /** Kebab-case; the rule's file has the same name. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Who can change what a fail is about, in a few words. */
  readonly who?: string;
  /** What a person does about a fail. */
  readonly fix: string;
  /** What has to be written anew after a fail, where a command can open it: reports then name that command. */
  readonly mends?: "message";
  readonly codes: Readonly<Record<Code, CodeMeta>>;
  readonly on: readonly Change["kind"][];
  /** Part of the presets; others are off until the policy names them. */
  readonly default: boolean;
  /**
   * `paths`: asked only where changed paths are known (not for a commit message). `tickets`: shown what trackers and task files
   * tell; where no rule is, nobody asks them. `specs`: the same of specs, and of the tickets that have them.
   */
  readonly needs: readonly ("paths" | "tickets" | "specs")[];
  /** Can be asked of what is staged, before there is a message. */
  readonly staged?: true;
  /** Of a pull request it answers for the whole, never for one of its commits. */
  readonly whole?: true;
  /** Guards the law itself: scopes can neither exempt a path from it nor soften it. */
  readonly guardsLaw?: true;
  /** The hook's fast path can say yes for it from the message, the branch and the index alone. */
  readonly fast: boolean;
  readonly examples: readonly Example<Code>[];
  readonly controls: readonly Control[];
}

/** One check: what it is, its options, and the pure function that answers. */
export interface Rule<Options = unknown, Code extends string = string> {
  readonly meta: RuleMeta<Code>;
  /** Strict schema of the options; parsing `{}` gives the defaults. */
  readonly options: Schema<Options>;
  /** Options that follow from the policy's own sections (`authorise`, `references`, `spec`); explicit options win. */
  readonly from?: (policy: PolicySections) => Partial<Options>;
  /** Pure and synchronous. Answers at least once; silence is counted as `unknown`. */
  check(evidence: Evidence, options: Options): readonly Finding<Code>[];
}

/** Types a rule as it is written, and hands it on unchanged. */
export function defineRule<Options, Code extends string>(rule: Rule<Options, Code>): Rule<Options, Code> {
  return rule;
}
