import type { Access } from "../core/access.js";
import type { Env } from "../git/env.js";
/** Where a remote is asked, and whether its token may go there. */
export interface Origins {
    readonly all: ReadonlySet<string>;
    /** The first that is neither the vendor's own nor confirmed by anybody; null: all may be asked. */
    readonly doubtful: string | null;
    /** They may lie in a private network. */
    readonly privateAllowed: boolean;
}
/**
 * A token goes where its owner sent it: to the vendor's own service, or to an origin that was confirmed outside of the
 * repository. `lawIsTrusted`: the policy that names the origin is that of a base commit, which no change can touch.
 */
export declare function originsOf<Settings>(access: Pick<Access<Settings>, "base" | "also" | "isVendor">, settings: Settings, { env, lawIsTrusted }: {
    readonly env: Env;
    readonly lawIsTrusted: boolean;
}): Promise<Origins>;
