import type { OrganisationRendererFactory } from "./options.ts";

/** The registry of an organisation's formats: name -> module. A new format is a file here and a line below. */
export const organisationFormats = {
  csv: async () => (await import("./organisation-csv.ts")).renderer,
  html: async () => (await import("./organisation-html.ts")).renderer,
  json: async () => (await import("./organisation-json.ts")).renderer,
  markdown: async () => (await import("./organisation-markdown.ts")).renderer,
  text: async () => (await import("./organisation-text.ts")).renderer,
} as const satisfies Readonly<Record<string, () => Promise<OrganisationRendererFactory>>>;
