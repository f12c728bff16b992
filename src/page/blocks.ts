import type {
  AuditPageColumn,
  AuditPageHead,
  PageFacts,
  PageFiles,
  PageLineage,
  PageTickets,
} from "../core/audit-page.ts";

/** What stands in the page, block by block; each is read when it is asked for, and once. */
export interface Blocks {
  readonly head: AuditPageHead;
  column(name: AuditPageColumn): string;
  facts(): readonly PageFacts[];
  lineages(): readonly PageLineage[];
  names(): readonly string[];
  tickets(): PageTickets | null;
  files(): PageFiles | null;
}

/** What blocks are read from: a document. */
interface Holder {
  getElementById(id: string): { readonly textContent: string | null } | null;
}

/** The data blocks of the page; null: this is not an audit's page. */
export function blocksOf(page: Holder): Blocks | null {
  const read = <T>(name: string): T | null => {
    const text = page.getElementById(`gt-${name}`)?.textContent;
    return text === null || text === undefined ? null : JSON.parse(text);
  };
  const head = read<AuditPageHead>("head");
  if (head === null) return null;
  return {
    head,
    column: (name) => read<string>(`commit-${name}`) ?? "",
    facts: () => read<readonly PageFacts[]>("facts") ?? [],
    lineages: () => read<readonly PageLineage[]>("lineages") ?? [],
    names: () => read<readonly string[]>("names") ?? [],
    tickets: () => read<PageTickets>("tickets"),
    files: () => read<PageFiles>("files"),
  };
}
