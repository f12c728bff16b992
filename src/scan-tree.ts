import type { World } from "./core/ports.ts";
import type { Found, ScanConfig } from "./core/reference.ts";
import { grepFiles } from "./git/grep.ts";
import { openRepository, resolveCommit } from "./git/repository.ts";
import { openGit } from "./git/run.ts";
import { oidsOf, treeFiles } from "./git/tree-files.ts";
import { compileScanner } from "./references/scan.ts";

/** The references of one file; `text` is what their offsets count in. */
export type VisitReferences = (path: string, text: string, found: readonly Found[]) => void;

/**
 * Finds the references in every tracked text file: of the work tree, or of the tree of `revision`. git searches for
 * what may be one, and only those files are read and judged by their language. Answers the paths that were too
 * large to be read. Throws `Fault("repository")` outside a repository and for an unknown revision.
 */
export async function scanTree(
  world: Pick<World, "cwd" | "env">,
  config: ScanConfig,
  revision: string | null,
  visit: VisitReferences,
): Promise<readonly string[]> {
  const repo = await openRepository(openGit(world));
  const scan = compileScanner(config);
  const commit = revision === null ? null : await resolveCommit(repo, revision);
  const tree = commit === null ? null : { commit, oids: oidsOf(await treeFiles(repo, commit)) };
  const { skipped } = await grepFiles(repo, scan.hint.source, tree, (path, bytes) => {
    const text = bytes.toString("utf8");
    const found = scan(text, "source", { path });
    if (found.length > 0) visit(path, text, found);
  });
  return skipped;
}
