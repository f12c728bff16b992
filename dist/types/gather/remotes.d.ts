import type { Law } from "../core/law.js";
import type { Found } from "../core/reference.js";
/** Which remote of the law a found reference belongs to; null where none owns it (another repository's issue). */
export type RemoteOf = (found: Pick<Found, "provider" | "id">) => string | null;
/** Reads the law's remotes once. Where several could own an id, the first in the policy's order does. */
export declare function remoteFinder(law: Law): RemoteOf;
