import type { CodeLink } from "../../core/tracker.ts";
import { codeUrl, codeUrlsIn } from "../code-url.ts";
import type { Space } from "./ask.ts";
import { readOwn, textOf } from "./many.ts";
import { plain } from "./map.ts";

/** What a page leads to: its properties of type url, and the addresses of forges in its other texts. */
export async function links(space: Space, id: string): Promise<readonly CodeLink[]> {
  const { properties } = await readOwn(space, id);
  const all = Object.entries(properties).flatMap(([name, { url, rich_text }]) => [
    ...(url ? [codeUrl(url, name)] : []),
    ...codeUrlsIn(plain(rich_text)),
  ]);
  const links = [...all, ...codeUrlsIn(await textOf(space, id))].filter((link) => link !== null);
  return [...new Map(links.toReversed().map((link) => [link.url, link])).values()].toReversed();
}
