import type { RendererFactory } from "./options.ts";

/** The registry of formats: name -> module, loaded when it is asked for. A new format is a file here and a line below. */
export const formats = {
  json: async () => (await import("./json.ts")).renderer,
  text: async () => (await import("./text.ts")).renderer,
} as const satisfies Readonly<Record<string, () => Promise<RendererFactory>>>;

/** A format that can be asked for by name. */
export type FormatName = keyof typeof formats;

/** Every format's name, sorted. */
export const formatNames: readonly string[] = Object.keys(formats).sort();

/** True for the name of a format. */
export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
