import { useMemo } from "preact/hooks";
import { count } from "../reports/layout.ts";
import { Empty } from "./bits.tsx";
import { COVERS, type Files, selectFiles } from "./files.ts";
import { List } from "./list.tsx";
import { Out } from "./out.tsx";
import { type Page, usePage } from "./page-context.ts";
import type { Route } from "./route.ts";
import type { Column } from "./rows.tsx";

const COLUMNS: readonly Column[] = [
  { name: "cover", label: "Thread" },
  { name: "path", label: "File" },
  { name: "tickets", label: "Tickets" },
  { name: "lines", label: "Lines", sort: "lines" },
];

const CLASSES = ["is-unreferenced", "is-authorised", "is-exempt", "is-unknown"] as const;

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
  const { route, model } = page;
  const address = JSON.stringify(route.terms);
  const rows = useMemo(() => selectFiles(files, route.terms), [address, files]);
  const folders = model.head.folders.filter(([name]) => name !== ".").slice(0, 200);
  return (
    <List
      name="files"
      label="Files"
      rows={rows}
      all={files.count}
      choices={[
        { term: "state", label: "Any thread", options: COVERS.map((label, at) => [String(at), label]) },
        { term: "folder", label: "Any folder", options: folders.map(([name]) => [name, `${name}/`]) },
        { term: "gap", label: "Any gap", options: [["file-without-ticket", "Without a ticket"]] },
      ]}
      columns={COLUMNS}
      empty="No file is like that. Clear a filter to see more."
      cells={(row) => cellsOf(page, files, row)}
      detail={(row) => firstTicket(page, files, row)}
      opened={-1}
    />
  );
}

/** A file opens the first ticket that leads to it. */
function firstTicket({ model }: Page, { tickets: { starts, values } }: Files, row: number): Route["detail"] {
  const [start = 0, end = 0] = [starts[row], starts[row + 1]];
  const ticket = start < end ? model.tickets().at(values[start] ?? -1) : null;
  return ticket === null ? null : { kind: "ticket", id: ticket.at };
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
    <bdi key="tickets">{model.tickets().keysOf(files, row).join(", ")}</bdi>,
    lines < 0 ? <span class="soft">not text</span> : count(lines),
  ];
}
