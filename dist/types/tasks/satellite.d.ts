import { type YamlMapping } from "./yaml-value.js";
/** The remote ticket that a task is linked to, as its file says. Nothing here is checked against the tracker. */
export interface Upstream {
    readonly provider: string | null;
    readonly id: string;
    readonly url: string | null;
    readonly lastSync: string | null;
    readonly etag: string | null;
    readonly direction: string | null;
    /** Further scalar fields by name, as written. */
    readonly fields: Readonly<Record<string, string>>;
}
/** What a task says about its own approval. It proves nothing by itself. */
export interface Compliance {
    readonly riskLevel: string | null;
    /** Null: not said, or neither yes nor no. */
    readonly requiresApproval: boolean | null;
    readonly approvedBy: readonly string[];
    readonly approvalDate: string | null;
    readonly slsaLevel: string | null;
}
/** Where the specification of a task stands, and its digest when it was last synchronised. */
export interface SpecLink {
    readonly path: string;
    readonly checksum: string | null;
    readonly validated: string | null;
    readonly lastUpdated: string | null;
}
/** The text under `upstream.url` that is a Markdown link and not the address alone; null: it is none. */
export declare function markdownLink(values: YamlMapping): string | null;
/** The link under `upstream`, or the flat keys of the Jira plugin of Backlog.md. Null: none, or one without an id. */
export declare function readUpstream(values: YamlMapping): Upstream | null;
/** The map under `compliance`, or null. */
export declare function readCompliance(values: YamlMapping): Compliance | null;
/** The specification under `spec`, or flowspec's reference to one. */
export declare function readSpecLink(values: YamlMapping): SpecLink | null;
/** Normal text of every key that says which tracker's ticket a task follows; changing it needs authority. */
export declare function guardedUpstream(values: YamlMapping): string;
