import type { Organisation } from "../core/organisation.ts";
import { json } from "./escape.ts";
import type { OrganisationRendererFactory } from "./options.ts";

/** An organisation's audit as one JSON document, rows in the order of the manifest, a line each. */
export const renderer: OrganisationRendererFactory = () => (organisation) => ({
  name: "organisation.json",
  mediaType: "application/json",
  body: [jsonOf(organisation)],
});

function jsonOf({ rows, ...head }: Organisation): string {
  return `${json(head).slice(0, -1)},\n"rows":[\n${rows.map(json).join(",\n")}\n]}\n`;
}
