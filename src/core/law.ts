import type { Level } from "./finding.ts";
import type { GrammarId, ScanConfig } from "./reference.ts";
import type { SpecSource } from "./spec.ts";
import type { SpecTerms } from "./spec-complete.ts";
import type { Risk } from "./ticket.ts";

/** Kinds of trackers that a policy can name. */
export type RemoteKind =
  | "github"
  | "gitlab"
  | "jira"
  | "linear"
  | "azure-devops"
  | "clickup"
  | "notion"
  | "markdown";

/** Where a verdict is asked for; a door names it once, when the law is resolved. */
export type DoorPlace = "hook" | "ci" | "server";

/** The sections of a policy that rules take options from, after presets and `extends`, with defaults filled in. */
export interface PolicySections {
  readonly authority: "local" | "linked" | "upstream";
  readonly authorise: {
    readonly states: readonly string[] | Readonly<Record<string, readonly string[]>>;
    readonly new_tasks: "allow" | "warn" | "deny";
    /** For every remote or by its name; null, and a remote that is left out: any but epic and idea. */
    readonly types: readonly string[] | Readonly<Record<string, readonly string[]>> | null;
    readonly labels: readonly string[];
    readonly approval: ApprovalLaw | null;
    /** `recorded`: a commit's own dates, which anybody can set, prove nothing. */
    readonly decision_time: "any" | "recorded";
  };
  readonly references: {
    readonly in: readonly ("subject" | "body" | "trailer" | "branch" | "title")[];
    readonly need: "any" | "all";
    readonly trailer: string;
  };
  /** Projects that count, by the remote's name; a remote without a list leaves it to its own settings. */
  readonly projects?: Readonly<Record<string, readonly string[]>>;
  /** Accounts in trackers by the e-mail address that the same person commits under. */
  readonly people?: Readonly<Record<string, readonly string[]>>;
  /** What a finished spec must have; left out: the policy asks for none. */
  readonly spec?: { readonly required: true } & SpecTerms;
}

/** One rule as this law weighs it. `options` are complete and plain JSON. */
export interface RuleLaw {
  readonly level: Level;
  /** What an `unknown` of this rule does here. */
  readonly unknown: "warn" | "block";
  readonly options: unknown;
}

/** A remote of the policy, reduced to what look-ups need. `settings` are the provider's own, validated. */
export interface RemoteLaw {
  readonly name: string;
  readonly kind: RemoteKind;
  readonly grammar: GrammarId;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** An approval that a ticket must have beside its state. */
export interface ApprovalLaw {
  /** The label that says approved; null: comments alone do. */
  readonly label: string | null;
  /** Risk levels of the tickets that need it; null: all tickets do. */
  readonly risk: readonly Risk[] | null;
  /** Accounts that may approve (id, login or e-mail address); empty: nobody may. */
  readonly approvers: readonly string[];
}

/** Paths that follow a law of their own, or none. */
export interface ScopeLaw {
  /** As the policy writes them. */
  readonly paths: readonly string[];
  /** The same as RegExp sources, picomatch's, to be used without flags. */
  readonly globs: readonly string[];
  readonly exempt: boolean;
  /** Every rule, resolved for this scope. */
  readonly rules: Readonly<Record<string, RuleLaw>>;
}

/** Whose signatures count. */
export interface Signers {
  /** `spki`: base64 of the DER SubjectPublicKeyInfo; `until`: `YYYY-MM-DD`, or null for no end. */
  readonly keys: readonly { readonly id: string; readonly spki: string; readonly until: string | null }[];
  /** Who may sign through Sigstore: exactly as the certificate names them; `YYYY-MM-DD`, or null for no end. */
  readonly identities: readonly {
    readonly issuer: string;
    readonly subject: string;
    readonly since: string | null;
    readonly until: string | null;
  }[];
  /** Where they sign, and the file of the trusted tree by which they are known. */
  readonly sigstore: {
    readonly fulcio: string;
    readonly rekor: string | null;
    readonly tsa: string | null;
    readonly trustedRoot: string;
    /** A log that everybody can read may be told of this repository. */
    readonly publicLog: boolean;
  };
}

/** The resolved policy: plain JSON, compiled once, read by every door. Its digest covers everything but itself. */
export interface Law {
  readonly version: 1;
  /** Hex sha256 of the canonical JSON of all other fields. */
  readonly digest: string;
  readonly place: DoorPlace;
  readonly preset: "observe" | "standard" | "strict";
  /** Files that it was made from, root-relative; empty: presets and detection alone. */
  readonly sources: readonly string[];
  readonly baseline: string | null;
  /** `YYYY-MM-DD`: until then enforced fails are shown as warnings that name it. */
  readonly enforceFrom: string | null;
  readonly remotes: readonly RemoteLaw[];
  readonly scan: ScanConfig;
  readonly sections: PolicySections;
  readonly rules: Readonly<Record<string, RuleLaw>>;
  readonly scopes: readonly ScopeLaw[];
  readonly exempt: { readonly merges: "clean" | "none"; readonly bots: readonly string[] };
  readonly waivers: {
    readonly file: string;
    readonly approvers: readonly string[];
    readonly maxDays: number;
    readonly provedOnly: boolean;
  };
  /** The signed snapshot of authorised tickets; null: the policy names none. */
  readonly ledger:
    | ({
        /** A ref, an https address or a root-relative path. */
        readonly from: string;
        /** As the policy writes it: `24h`. */
        readonly maxAge: string;
        /** `host/owner/repo` that it must be made for; null: the repository's own origin. */
        readonly audience: string | null;
      } & Signers)
    | null;
  /** Who may sign evidence; null: the policy names nobody. `notes`: the ref below refs/notes/ to which servers write it; null: none. */
  readonly evidence: ({ readonly notes: string | null } & Signers) | null;
  /** How long a tracker's answers are remembered where no CI or server judges. As the policy writes it: `10m`. */
  readonly cache: { readonly fresh: string; readonly stale: string };
  readonly spec: {
    readonly required: boolean;
    readonly paths: readonly string[];
    readonly inject: boolean;
    readonly sources: readonly SpecSource[];
  } & SpecTerms;
  /** How much of a ticket may stand in reports. */
  readonly disclose: "full" | "auto" | "title" | "id";
  /** RegExp sources of paths that are the law itself; no scope exempts them. */
  readonly lawPaths: readonly string[];
}
