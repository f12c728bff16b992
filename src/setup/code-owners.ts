import { Fault } from "../core/fault.ts";
import type { Tree } from "../core/ports.ts";
import type { Check } from "./checks.ts";

/** Where GitHub looks for it; the first that is there counts (docs.github.com, "About code owners"). */
const PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"] as const;

const WORKFLOWS = ".github/workflows";

/** GitHub reads no file of more than 3 MB. */
const LIMIT = 3_000_000;

/** Files that decide what the gate does. `law`: the policy's own files, and the file of waivers. */
export async function ownedCheck(tree: Tree, law: readonly string[]): Promise<Check> {
  const found = await fileOf(tree);
  const wanted = "CODEOWNERS names owners of policy, waivers, the gate's workflow and itself";
  const around = "A pull request changes what judges it, and nobody in particular has to approve.";
  const fix = "add a line for each, with the people or teams behind it, as the last that fits it";
  const code = "forge-owned";
  if (found === null) return { code, state: "note", found: "there is no CODEOWNERS", wanted, around, fix };
  const here = await Promise.all(law.map(async (path) => ((await tree.read(path)) === null ? [] : [path])));
  const paths = [...new Set([...here.flat(), ...(await workflowsIn(tree)), found.path])];
  const open = unownedIn(found.text, paths);
  if (open.length === 0) return { code, state: "ok", found: paths.join(", ") };
  return {
    code,
    state: "note",
    found: `${found.path} has no owner for ${open.join(", ")}`,
    wanted,
    around,
    fix,
  };
}

async function fileOf(tree: Tree): Promise<{ readonly path: string; readonly text: string } | null> {
  for (const path of PLACES) {
    const bytes = await readable(tree, path);
    if (bytes !== null) return { path, text: Buffer.from(bytes).toString("utf8") };
  }
  return null;
}

async function readable(tree: Tree, path: string): Promise<Uint8Array | null> {
  try {
    return await tree.read(path, LIMIT);
  } catch (thrown) {
    // What is too large for GitHub is none to it.
    if (thrown instanceof Fault) return null;
    throw thrown;
  }
}

/** Workflows that name the gate. */
async function workflowsIn(tree: Tree): Promise<readonly string[]> {
  const files = (await tree.list(WORKFLOWS)).filter(({ path }) => /\.ya?ml$/.test(path));
  const naming = files.map(async ({ path }) => {
    const text = Buffer.from((await tree.read(path)) ?? []).toString("utf8");
    return text.includes("golden-thread") ? [path] : [];
  });
  return (await Promise.all(naming)).flat();
}

/** Those of some paths that nobody owns: the last pattern that fits one counts, and one without owners takes them away. */
export function unownedIn(text: string, paths: readonly string[]): readonly string[] {
  const lines = text.split(/\r?\n/).flatMap((line) => {
    const [pattern = "", ...owners] = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    // GitHub passes by a line in which anything is no owner.
    if (pattern === "" || !owners.every(isOwner)) return [];
    return [{ fits: expressionOf(pattern), owned: owners.length > 0 }];
  });
  return paths.filter((path) => lines.findLast(({ fits }) => fits.test(path))?.owned !== true);
}

/** `@name`, `@organisation/team`, or an address. */
function isOwner(word: string): boolean {
  return /^@.|.@./.test(word);
}

/** As .gitignore has them, but for `!` and `[ ]`, which GitHub does not know: then nothing fits. */
function expressionOf(pattern: string): RegExp {
  if (/[![\]\\]/.test(pattern)) return /(?!)/;
  const isRooted = /\/./.test(pattern);
  const segments = pattern.replace(/^\//, "").replace(/\/$/, "/**").split("/");
  const body = segments.map((segment, at) => partOf(segment, at === segments.length - 1)).join("");
  // What names a folder is about all that is in it; `docs/*` is about its files alone.
  const below = pattern.endsWith("/*") || pattern.endsWith("/") ? "" : "(?:/.*)?";
  return new RegExp(`^${isRooted ? "" : "(?:.*/)?"}${body}${below}$`, "u");
}

/** `**` is more than `*` only where it stands alone between slashes (gitignore(5), "PATTERN FORMAT"). */
function partOf(segment: string, isLast: boolean): string {
  if (segment === "**") return isLast ? ".*" : "(?:.*/)?";
  const body = segment
    .replace(/[.+^${}()|]/g, "\\$&")
    .replace(/\*+/g, "[^/]*")
    .replaceAll("?", "[^/]");
  return isLast ? body : `${body}/`;
}
