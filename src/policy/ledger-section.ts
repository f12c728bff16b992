import type { Zod } from "../core/schema.ts";
import { duration, treePath } from "./fields.ts";
import { signerFields } from "./signers-section.ts";

/** `ledger:` the signed snapshot of authorised tickets. */
export function ledgerSchema(z: Zod) {
  return z.strictObject({
    from: z
      .union(
        [
          z.string().regex(/^refs\/golden-thread\/[A-Za-z0-9][A-Za-z0-9._/-]*$/),
          z.string().regex(/^https:\/\/[^\s@?#]+$/),
          treePath(z).regex(/^(?!refs\/)[^:]+$/),
        ],
        { error: "a ref (refs/golden-thread/…), an https address or a path in the repository" },
      )
      .default("refs/golden-thread/ledger")
      .describe(
        "Where the ledger is: a ref below refs/golden-thread/, which no branch can be, a file, or an https address.",
      ),
    audience: z
      .string()
      .regex(/^[A-Za-z0-9.-]+(?::\d+)?(?:\/[A-Za-z0-9._-]+)+$/, { error: "host/owner/repo" })
      .optional()
      .describe(
        "The repository that the ledger must be made for, as host/owner/repo. Left out: the one that origin names.",
      ),
    max_age: duration(z).default("24h").describe("After this a ledger is expired."),
    ...signerFields(z, { what: "a ledger", command: "ledger build --keyless" }),
  });
}
