import {
  closeSync,
  existsSync,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  writeSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { Fault } from "../core/fault.ts";
import { isInRepository } from "../git/inside.ts";
import { newKey } from "../ledger/new-key.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** A key that was made. */
export interface MadeKey {
  /** Where the private half is, absolute. */
  readonly file: string;
  /** The public half as a policy writes it. */
  readonly spki: string;
}

/** Where a key goes that nobody named a file for: the user's own configuration, outside of every repository. */
export function usualKeyFile(name: string, env: Env): string {
  const { XDG_CONFIG_HOME: xdg = "", HOME: home = "" } = env;
  const configuration = xdg.startsWith("/") ? xdg : join(home === "" ? homedir() : home, ".config");
  return join(configuration, "golden-thread", "keys", `${name}.pem`);
}

/**
 * Makes a key pair and writes its private half to a new file that only the user can read. Throws Fault("usage") for a place that
 * is not fit: in a repository, where it would be committed; behind a link; open to others; taken.
 */
export async function makeKeyFile(
  path: string,
  {
    cwd,
    env,
    hasModes = sep === "/",
  }: { readonly cwd: string; readonly env: Env; readonly hasModes?: boolean },
): Promise<MadeKey> {
  const file = resolve(cwd, path);
  const folder = dirname(file);
  if (isThere(file)) throw unfit("There is something at this place already.", file, "a new file");
  if (isThere(folder) && lstatSync(folder).isSymbolicLink())
    throw unfit("The folder is a link, and may lead anywhere.", folder, "the folder itself");
  const existing = realpathSync(nearest(folder));
  if (await isInRepository(existing, env))
    throw unfit(
      "A private key in a repository is soon in its history.",
      file,
      "a file outside of every repository",
    );
  const { pem, spki } = newKey();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (hasModes) refuseOpen(folder);
    fill(file, pem);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const found = cause instanceof Error ? cause.message : String(cause);
    throw new Fault("storage", "The key could not be written.", {
      found,
      wanted: "a folder that can be written",
    });
  }
  return { file, spki };
}

/** Whoever may write in a folder may put another key there. Windows has no such bits. */
function refuseOpen(folder: string): void {
  const { mode } = lstatSync(folder);
  if ((mode & 0o022) !== 0)
    throw unfit("Others may write in this folder.", folder, `a folder of your own: chmod go-w ${folder}`);
}

function fill(file: string, pem: string): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    fchmodSync(descriptor, 0o600);
    writeSync(descriptor, pem);
  } finally {
    closeSync(descriptor);
  }
}

function nearest(folder: string): string {
  return existsSync(folder) ? folder : nearest(dirname(folder));
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function unfit(message: string, found: string, wanted: string): Fault {
  return new Fault("usage", message, { found, wanted, fix: "golden-thread key new --out FILE" });
}
