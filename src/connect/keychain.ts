import type { Credential } from "../core/access.ts";

/** The name under which the keychain keeps our tokens; the account is the origin. */
const SERVICE = "golden-thread";

/** An optional package with compiled parts: it is used where somebody installed it beside golden-thread. */
const PACKAGE = "@napi-rs/keyring";

interface Keyring {
  readonly Entry: new (service: string, account: string) => { getPassword(): string | null };
}

/** What the system's keychain keeps for an origin; null: nothing, no keychain, or the package is not installed. */
export async function keychainCredential(origin: string): Promise<Credential | null> {
  try {
    const loaded: unknown = await import(/* @vite-ignore */ PACKAGE);
    if (!isKeyring(loaded)) return null;
    const token = new loaded.Entry(SERVICE, origin).getPassword();
    return token === null || token === "" ? null : { user: null, token };
  } catch {
    // Not installed, locked, or no such service on this machine: the next source is asked.
    return null;
  }
}

function isKeyring(value: unknown): value is Keyring {
  return typeof value === "object" && value !== null && "Entry" in value && typeof value.Entry === "function";
}
