import type { RendererFactory } from "./options.js";
/** The registry of formats: name -> module, loaded when it is asked for. A new format is a file here and a line below. */
export declare const formats: {
    readonly azure: () => Promise<RendererFactory>;
    readonly bitbucket: () => Promise<RendererFactory>;
    readonly csv: () => Promise<RendererFactory>;
    readonly github: () => Promise<RendererFactory>;
    readonly gitlab: () => Promise<RendererFactory>;
    readonly html: () => Promise<RendererFactory>;
    readonly json: () => Promise<RendererFactory>;
    readonly junit: () => Promise<RendererFactory>;
    readonly markdown: () => Promise<RendererFactory>;
    readonly sarif: () => Promise<RendererFactory>;
    readonly teamcity: () => Promise<RendererFactory>;
    readonly text: () => Promise<typeof import("./text.js").renderer>;
};
/** A format that can be asked for by name. */
export type FormatName = keyof typeof formats;
/** Every format's name, sorted. */
export declare const formatNames: readonly FormatName[];
/** True for the name of a format. */
export declare function isFormat(name: string): name is FormatName;
