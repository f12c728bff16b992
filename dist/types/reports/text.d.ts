import type { Renderer, Report } from "../core/report.js";
import type { RenderOptions } from "./options.js";
/** For people at a terminal or in a CI log. Everything from outside is escaped. */
export declare function renderer(options: RenderOptions): Renderer;
/** Ids of the commits that the text names, so that their subjects can be read before it is rendered. */
export declare function namedCommits(report: Report): readonly string[];
