import { TrustedRoot } from "@sigstore/protobuf-specs";

/** A Sigstore trusted root (application/vnd.dev.sigstore.trustedroot+json) from its JSON; null: it is none that could trust anybody. */
export function trustedRootOf(text: string): TrustedRoot | null {
  try {
    const root = TrustedRoot.fromJSON(JSON.parse(text));
    return root.certificateAuthorities.length === 0 ? null : root;
  } catch {
    return null;
  }
}
