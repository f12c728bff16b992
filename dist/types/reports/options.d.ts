import type { Proofs } from "../controls/evidence.js";
import type { Mapping } from "../controls/item.js";
import type { Audit } from "../core/audit.js";
import type { Organisation } from "../core/organisation.js";
import type { Renderer } from "../core/report.js";
import type { RuleMeta } from "../core/rule.js";
/** What a renderer is told beside the report. Nothing here can change a verdict. */
export interface RenderOptions {
    /** Prose of the rules, by id. A rule that is missing here is shown by its codes. */
    readonly metas: ReadonlyMap<string, RuleMeta<string>>;
    readonly color: boolean;
    /** Width to wrap prose at. Commands are never wrapped. */
    readonly columns: number;
    /** The command that opens the failed messages again, for a person to write anew; null where none can. */
    readonly repair: readonly string[] | null;
    /** Subject of a commit by full id, for the few commits that a text names; null where it is not at hand. */
    readonly subject: (id: string) => string | null;
    /** Where readers find more; left out: nowhere. */
    readonly links?: ReportLinks;
    /** For audits: what was proved of signatures, records and the forge; left out: nothing. */
    readonly proofs?: Proofs;
    /** For audits: the mapping of controls; left out: the shipped one. */
    readonly controls?: Mapping;
    /** For an audit's page: it is served, and this is the version that it asks its server about; left out: it is a file. */
    readonly live?: string;
    /** For OSCAL: the objectives that the user wants findings for, by the item of a control; left out: observations alone. */
    readonly objectives?: ReadonlyMap<string, string>;
}
/** Addresses of the forge, for formats that can link. Never text from outside. */
export interface ReportLinks {
    /** A commit's page, by full id. */
    commit(id: string): string;
    /** The pull request. */
    readonly change: string | null;
    /** The run of the CI that judged, with its whole report. */
    readonly run: string | null;
}
/** What each format's module exports as `renderer`. */
export type RendererFactory = (options: RenderOptions) => Renderer;
/** The same for an audit. Streamed: a million commits don't fit in one text. */
export type AuditRendererFactory = (options: RenderOptions) => (audit: Audit) => ReturnType<Renderer>;
/** What a renderer is told beside the organisation's audit. */
export interface OrganisationOptions {
    readonly color: boolean;
    readonly columns: number;
    /** Whether each audited repository has a report.html in its folder. */
    readonly hasPages: boolean;
}
/** What each format of an organisation's audit exports as `renderer`. */
export type OrganisationRendererFactory = (options: OrganisationOptions) => (organisation: Organisation) => ReturnType<Renderer>;
