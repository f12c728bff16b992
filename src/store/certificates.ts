import { readFileSync } from "node:fs";
import { Fault } from "../core/fault.ts";

/**
 * Certificates of further authorities, as PEM. The hooks move NODE_EXTRA_CA_CERTS to a variable of ours, since Node reads
 * that file at every start; null: there is none. Throws Fault("usage") where the file can't be read.
 */
export function moreCertificates(env: Readonly<Record<string, string | undefined>>): string | null {
  const path = env.GOLDEN_THREAD_CA_CERTS;
  if (path === undefined || path === "") return null;
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new Fault("usage", "The file of further certificates can't be read.", {
      found: path,
      wanted: "a PEM file, as NODE_EXTRA_CA_CERTS names it",
      cause,
    });
  }
}
