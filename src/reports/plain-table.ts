import { type Markup, markup, NONE } from "./markup.ts";

/** A table of HTML under its title; nothing where it has no rows. */
export function plainTable(title: string, names: readonly string[], rows: readonly Markup[]): Markup {
  if (rows.length === 0) return NONE;
  return markup`<h2>${title}</h2>
<table><thead><tr>${names.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>
`;
}
