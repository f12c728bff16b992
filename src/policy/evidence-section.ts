import type { Zod } from "../core/schema.ts";
import { signerFields } from "./signers-section.ts";

/** `evidence:` who may sign what was judged, and where a server writes it down. */
export function evidenceSchema(z: Zod) {
  return z.strictObject({
    notes: z
      .string()
      .regex(/^refs\/notes\/[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: "a ref such as refs/notes/golden-thread" })
      .optional()
      .describe(
        "The ref below refs/notes/ to which a server's post-receive hook writes a signed record of every push. Left out: it writes none.",
      ),
    ...signerFields(z, { what: "evidence", command: "--keyless" }),
  });
}
