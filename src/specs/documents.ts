import type { Tree } from "../core/ports.ts";
import type { Backlog } from "../tasks/backlog.ts";
import { readFrontmatter } from "../tasks/frontmatter.ts";
import { joinPath } from "../tasks/tree-path.ts";
import { listAt, textAt } from "../tasks/yaml-value.ts";

/** A document of Backlog.md whose type is `specification`. */
export interface SpecDocument {
  readonly path: string;
  /** Title, tags and references, in which a ticket may be named. */
  readonly names: readonly string[];
}

/** Bytes; as long as the longest spec. */
const LARGEST = 1024 * 1024;
/** More documents than a backlog has; a folder of more is not searched to its end. */
const MOST = 2_000;

/** The specifications below the `docs` folders of backlogs, by path. */
export async function specDocuments(
  tree: Tree,
  backlogs: readonly Backlog[],
): Promise<readonly SpecDocument[]> {
  const found: SpecDocument[] = [];
  for (const { folder, dialect } of backlogs) {
    if (dialect !== "backlog.md") continue;
    const entries = await tree.list(joinPath(folder, "docs"), { recursive: true });
    const files = entries.filter(
      ({ path, mode, size }) => mode.startsWith("100") && /\.md$/i.test(path) && (size ?? 0) <= LARGEST,
    );
    for (const { path } of files.slice(0, MOST)) {
      const document = await readDocument(tree, path);
      if (document !== null) found.push(document);
    }
  }
  return found;
}

async function readDocument(tree: Tree, path: string): Promise<SpecDocument | null> {
  const bytes = await tree.read(path, 2 * LARGEST);
  if (bytes === null) return null;
  const read = await readFrontmatter(new TextDecoder().decode(bytes));
  if (!read.ok || textAt(read.frontmatter.values, "type")?.toLowerCase() !== "specification") return null;
  const { values } = read.frontmatter;
  const names = [textAt(values, "title") ?? "", ...listAt(values, "tags"), ...listAt(values, "references")];
  return { path, names };
}

/** Those that name one of these ids as a whole word, in any case. */
export function documentsFor(documents: readonly SpecDocument[], ids: readonly string[]): readonly string[] {
  const patterns = ids.map(
    (id) => new RegExp(`(?<![A-Za-z0-9])${id.replace(/[^A-Za-z0-9]/g, "\\$&")}(?![A-Za-z0-9]|-\\d)`, "i"),
  );
  return documents
    .filter(({ names }) => names.some((name) => patterns.some((pattern) => pattern.test(name))))
    .map(({ path }) => path);
}
