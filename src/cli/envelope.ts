import { VERSION } from "../core/version.ts";

/** What every JSON of golden-thread begins with. `policyDigest` is null where no policy was read. */
export function envelope(kind: string): {
  readonly schemaVersion: 1;
  readonly kind: string;
  readonly tool: { readonly name: "golden-thread"; readonly version: string };
  readonly policyDigest: string | null;
} {
  return { schemaVersion: 1, kind, tool: { name: "golden-thread", version: VERSION }, policyDigest: null };
}
