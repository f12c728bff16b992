/** Answers whether a path lies within a list of files, folders and globs, as tickets and waivers write them. */
export type Coverage = (path: string) => boolean;

/**
 * Compiles such a list. A glob is what `globs` holds a RegExp source for; anything else is a file or a folder,
 * and a folder covers all that lies below it. Entries that climb out of the repository cover nothing.
 */
export function coverageOf(entries: readonly string[], globs: Readonly<Record<string, string>>): Coverage {
  const files = new Set<string>();
  const patterns: RegExp[] = [];
  for (const entry of entries) {
    const source = Object.hasOwn(globs, entry) ? globs[entry] : undefined;
    if (source !== undefined) patterns.push(new RegExp(source));
    else files.add(normal(entry));
  }
  files.delete("");
  return (path) =>
    withFolders(path).some((part) => files.has(part)) || patterns.some((pattern) => pattern.test(path));
}

function normal(entry: string): string {
  const parts = entry.split("/").filter((part) => part !== "" && part !== ".");
  return parts.includes("..") ? "" : parts.join("/");
}

/** `a/b/c` -> `a`, `a/b`, `a/b/c`. */
function withFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
