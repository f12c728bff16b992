import type { RendererFactory } from "./options.ts";

/** The registry of formats: name -> module, loaded when it is asked for. A new format is a file here and a line below. */
export const formats = {
  azure: async () => (await import("./azure.ts")).renderer,
  bitbucket: async () => (await import("./bitbucket.ts")).renderer,
  csv: async () => (await import("./csv.ts")).renderer,
  github: async () => (await import("./github.ts")).renderer,
  gitlab: async () => (await import("./gitlab.ts")).renderer,
  html: async () => (await import("./html.ts")).renderer,
  json: async () => (await import("./json.ts")).renderer,
  junit: async () => (await import("./junit.ts")).renderer,
  markdown: async () => (await import("./markdown.ts")).renderer,
  sarif: async () => (await import("./sarif.ts")).renderer,
  teamcity: async () => (await import("./teamcity.ts")).renderer,
  text: async () => (await import("./text.ts")).renderer,
} as const satisfies Readonly<Record<string, () => Promise<RendererFactory>>>;

/** A format that can be asked for by name. */
export type FormatName = keyof typeof formats;

/** Every format's name, sorted. */
export const formatNames: readonly FormatName[] = Object.keys(formats).filter(isFormat).sort();

/** True for the name of a format. */
export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
