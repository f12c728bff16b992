import { useMemo } from "preact/hooks";
import { count } from "../reports/layout.ts";
import { Empty } from "./bits.tsx";
import { COVERS, type Files, selectFiles } from "./files.ts";
import { Filters } from "./filters.tsx";
import { Out } from "./out.tsx";
import { type Page, usePage } from "./page-context.ts";
import { withTerms } from "./route.ts";
import { type Column, Rows } from "./rows.tsx";

const COLUMNS: readonly Column[] = [
  { name: "cover", label: "Thread" },
  { name: "path", label: "File" },
  { name: "tickets", label: "Tickets" },
  { name: "lines", label: "Lines", sort: "lines" },
];

const CLASSES = ["is-unreferenced", "is-authorised", "is-exempt"] as const;

/** Every file of the tree, and the tickets that lead to it. */
export function FilesView() {
  const page = usePage();
  const files = page.model.files();
  if (files === null)
    return (
      <section class="list" aria-label="Files">
        <Empty>The tree was not looked at. Evidence tells the command that would.</Empty>
      </section>
    );
  return <FileList page={page} files={files} />;
}

function FileList({ page, files }: { readonly page: Page; readonly files: Files }) {
  const { route, go, model } = page;
  const address = JSON.stringify(route.terms);
  const rows = useMemo(() => selectFiles(files, route.terms), [address, files]);
  const folders = model.head.folders.filter(([name]) => name !== ".").slice(0, 200);
  const first = (at: number): number => files.tickets.values[files.tickets.starts[rows[at] ?? 0] ?? 0] ?? -1;
  const hasTickets = (at: number): boolean =>
    (files.tickets.starts[rows[at] ?? 0] ?? 0) < (files.tickets.starts[(rows[at] ?? 0) + 1] ?? 0);
  return (
    <section class="list" aria-label="Files">
      <Filters
        what="files"
        shown={rows.length}
        all={files.count}
        choices={[
          { term: "state", label: "Any thread", options: COVERS.map((label, at) => [String(at), label]) },
          { term: "folder", label: "Any folder", options: folders.map(([name]) => [name, `${name}/`]) },
          { term: "gap", label: "Any gap", options: [["file-without-ticket", "Without a ticket"]] },
        ]}
      />
      {rows.length === 0 ? <Empty>No file is like that. Clear a filter to see more.</Empty> : null}
      <Rows
        kind="files"
        label="Files"
        count={rows.length}
        columns={COLUMNS}
        of={rows}
        sort={route.terms.sort ?? ""}
        onSort={(sort) => go(withTerms(route, { sort }))}
        cells={(at) => cellsOf(page, files, rows[at] ?? 0)}
        opened={-1}
        open={(at, replace) => {
          const ticket = hasTickets(at) ? model.tickets().at(first(at)) : null;
          if (ticket !== null) go({ ...route, detail: { kind: "ticket", id: ticket.at } }, replace);
        }}
      />
    </section>
  );
}

function cellsOf({ model }: Page, files: Files, row: number) {
  const cover = files.covers[row] ?? 0;
  const lines = files.lines[row] ?? -1;
  const path = files.paths[row] ?? "";
  const name = path.slice(path.lastIndexOf("/") + 1);
  return [
    <span key="cover" class={`pill ${CLASSES[cover] ?? ""}`}>
      <i class="dot" aria-hidden="true" />
      {COVERS[cover]}
    </span>,
    <span key="path">
      <span class="soft">{path.slice(0, path.length - name.length)}</span>
      <Out to="file" part={path}>
        {name}
      </Out>
    </span>,
    model.tickets().keysOf(files, row).join(", "),
    lines < 0 ? <span class="soft">not text</span> : count(lines),
  ];
}
