import type { Access, Credential } from "../core/access.js";
import type { Env } from "../git/env.js";
/** A credential, and where it was found: the name of a variable or of a program, never the token. */
export interface FoundCredential extends Credential {
    readonly source: string;
}
/**
 * Looks for a remote's credential: environment, the vendor's own command line, git's credential helpers, the system's
 * keychain; the first that has one counts. Null: none has. An account that the environment or the policy names goes with it.
 * `ms`: what all programs together may take of a person's time, by `now`.
 */
export declare function findCredential<Settings>(access: Access<Settings>, settings: Settings, env: Env, { ms, now }: {
    readonly ms: number;
    now(): number;
}): Promise<FoundCredential | null>;
/** The variables that would hold a credential, by the names that are most used: `JIRA_EMAIL and JIRA_API_TOKEN`. */
export declare function credentialNames<Settings>(access: Access<Settings>, settings: Settings): string;
