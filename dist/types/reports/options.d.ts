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
