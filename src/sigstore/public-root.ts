import seeds from "@sigstore/tuf/seeds.json" with { type: "json" };

/** The trusted root of Sigstore's public instance, as the Sigstore client that this was built with brings it. */
export function publicRoot(): string {
  const root = seeds["https://tuf-repo-cdn.sigstore.dev"].targets["trusted_root.json"];
  return Buffer.from(root, "base64").toString("utf8");
}
