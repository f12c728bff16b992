import type { Law } from "./law.ts";

/** How much of a tracker's ticket may stand where people read who need not be let into that tracker. */
export type Disclosure = "id" | "title" | "full";

/**
 * What the policy's `disclose` comes to in one repository. `auto` is `full` where everybody who reads the repository was let in.
 * `isPrivate`: as its forge says; null: nobody could tell, which counts as public.
 */
export function disclosureOf(
  { disclose }: Pick<Law, "disclose">,
  { isPrivate }: { readonly isPrivate: boolean | null },
): Disclosure {
  if (disclose !== "auto") return disclose;
  return isPrivate === true ? "full" : "id";
}
