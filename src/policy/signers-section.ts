import type { Zod } from "../core/schema.ts";
import { isServerUrl } from "../core/server-url.ts";
import { date, name, treePath } from "./fields.ts";

/** Where the certificates are that a keyless signature is held against, unless the policy says so. */
export const TRUSTED_ROOT = "golden-thread.sigstore.json";

/** What says whose signatures count. `what`: what they sign, as `a ledger`; `command`: the one that signs without a key. */
export function signerFields(z: Zod, { what, command }: { readonly what: string; readonly command: string }) {
  return {
    keys: z
      .array(
        z.strictObject({
          id: name(z).describe("Name of the key."),
          spki: z
            .string()
            .regex(/^[A-Za-z0-9+/]{16,}={0,2}$/, {
              error: "a public key as base64 of its SubjectPublicKeyInfo",
            })
            .describe("Public key, base64 of the DER SubjectPublicKeyInfo."),
          until: date(z).optional().describe("After this the key verifies only what it signed before."),
        }),
      )
      .default([])
      .describe(`Public keys that may sign ${what}; two may overlap.`),
    identities: z
      .array(identitySchema(z))
      .default([])
      .describe(`Who may sign ${what} through Sigstore, without a key (\`${command}\`).`),
    sigstore: sigstoreSchema(z).optional(),
  };
}

function identitySchema(z: Zod) {
  return z.strictObject({
    issuer: name(z)
      .regex(/^https:\/\/[!-~]+$/, { error: "an https address" })
      .describe("Who vouches for the identity, such as https://token.actions.githubusercontent.com."),
    subject: name(z)
      .regex(/^[!-~]+$/, { error: "printable ASCII without blanks" })
      .describe(
        "The identity, exactly as the certificate has it, such as https://github.com/acme/shop/.github/workflows/ledger.yml@refs/heads/main. No patterns.",
      ),
    since: date(z).optional().describe("It signs nothing before this day, by the log's time."),
    until: date(z).optional().describe("It signs nothing after this day, by the log's time."),
  });
}

function sigstoreSchema(z: Zod) {
  const server = (does: string) =>
    z
      .string()
      .max(2000, { error: "at most 2000 characters" })
      .regex(/^https?:\/\/[^\s@?#\\]+$/, { error: "an https address without account, query or fragment" })
      .refine(isServerUrl, { error: "an https address; plain http only for this machine" })
      .optional()
      .describe(does);
  return z
    .strictObject({
      fulcio: server("Issues the certificates. Left out: that of Sigstore's public instance."),
      rekor: server("The log (its API v1). Left out: the public one; beside an own fulcio: none."),
      tsa: server("A timestamp authority. Left out: none."),
      trusted_root: treePath(z)
        .default(TRUSTED_ROOT)
        .describe("File with the certificates that are trusted; `golden-thread ledger trust` writes it."),
      public_log: z
        .boolean()
        .default(false)
        .describe(
          "The public log, which everybody can read for ever, may name this repository and its workflow.",
        ),
    })
    .refine(({ fulcio, rekor, tsa }) => fulcio === undefined || rekor !== undefined || tsa !== undefined, {
      error: "a rekor or a tsa beside an own fulcio, or nothing proves when it was signed",
    })
    .describe("The Sigstore services that sign without a key, and by which certificates they are known.");
}
