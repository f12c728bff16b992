import { generateKeyPairSync } from "node:crypto";

/** A fresh key pair: ECDSA P-256. `pem`: the private half as PKCS#8; `spki`: the public half as a policy writes it. */
export function newKey(): { readonly pem: string; readonly spki: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  return { pem: privateKey, spki: publicKey.toString("base64") };
}
