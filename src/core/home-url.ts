import type { ForgeHome } from "./forge.ts";

/** What a remote's `url` says to mean the server of a home: the address of which its API is known. Null: the vendor's own, which is meant unsaid. */
export function homeUrl({ api, site }: ForgeHome): string | null {
  if (new URL(site).host === "github.com") return null;
  return api === `${site}/api/v3` ? site : api;
}
