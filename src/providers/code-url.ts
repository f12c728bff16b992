import type { CodeLink } from "../core/tracker.ts";
import { codeLink } from "./code-link.ts";
import { cleanLine } from "./text.ts";

/** Addresses in running text; what commonly stands around one is left out. */
const ADDRESS = /https?:\/\/[^\s<>()[\]"'`\\]{1,2000}/g;

/** What an address that somebody wrote into a ticket leads to. Null: it leads nowhere, or holds a password. */
export function codeUrl(address: string, title: string | null = null): CodeLink | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const { href, username, password } = new URL(address);
  if (username !== "" || password !== "") return null;
  const link = codeLink(href, title === null ? null : cleanLine(title), "mentions");
  return { ...link, ref: cleanLine(link.ref) };
}

/** Every address in a text that leads to something of a forge, each once. */
export function codeUrlsIn(text: string): readonly CodeLink[] {
  const addresses = new Set(
    [...text.matchAll(ADDRESS)].map(([address]) => address.replace(/[.,;:!?*_]+$/, "")),
  );
  return [...addresses].flatMap((address) => {
    const link = codeUrl(address);
    return link === null || link.kind === "other" ? [] : [link];
  });
}
