import type { HttpReply } from "./http.js";
/** A token, and the account that it belongs to where the vendor wants it named. It is never written down. */
export interface Credential {
    readonly user: string | null;
    readonly token: string;
}
/** Where a remote is asked, and what it takes for a credential. Pure: nothing is looked up here. */
export interface Access<Settings> {
    /** Base address of the API without a slash at its end, such as `https://api.github.com`. */
    base(settings: Settings): string;
    /** Further origins of the same vendor that the credential is meant for, such as a search host. */
    also?(settings: Settings): readonly string[];
    /** Whether a host (without port) is the vendor's own service, to which a token may always go. */
    isVendor(host: string): boolean;
    /** Environment variables that hold the token, and the account; the first that is set counts. */
    variables(settings: Settings): {
        readonly token: readonly string[];
        readonly user?: readonly string[];
    };
    /** The account that the policy names, where one is needed beside the token. */
    user?(settings: Settings): string | null;
    /** True: without an account the token is of no use. */
    needsUser?(settings: Settings): boolean;
    /** The vendor's own command that prints a token, as an argument list. */
    command?(settings: Settings): readonly string[];
    /** Host that `git credential fill` is asked for. */
    gitHost?(settings: Settings): string;
    /** Headers that carry the credential. */
    headers(credential: Credential, settings: Settings): Readonly<Record<string, string>>;
    /** True: public tickets can be read without a credential. */
    readonly anonymous: boolean;
    /** Whether an answer says "too often" by other means than a 429: the seconds to wait where its headers tell none; else null. */
    limited?(reply: HttpReply): number | null;
}
