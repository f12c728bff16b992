import { randomBytes } from "node:crypto";

/** More than anybody can try. */
const SECRET_BYTES = 32;

/** A word that nobody can guess, for one run: base64url of random bytes. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}
