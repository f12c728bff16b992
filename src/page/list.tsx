import type { ComponentChildren } from "preact";
import { Empty } from "./bits.tsx";
import { type Choice, Filters } from "./filters.tsx";
import { usePage } from "./page-context.ts";
import { type Route, withTerms } from "./route.ts";
import { type Column, Rows } from "./rows.tsx";

/** What a list shows of its things; `rows`: their places in the order in which they are shown. */
export interface ListProps {
  readonly name: "commits" | "tickets" | "files";
  readonly label: string;
  readonly rows: Uint32Array;
  /** How many there are before anything narrows them. */
  readonly all: number;
  readonly choices: readonly Choice[];
  readonly columns: readonly Column[];
  /** What to say where nothing is left, and where nothing ever was. */
  readonly empty: string;
  readonly none?: string;
  cells(row: number): readonly ComponentChildren[];
  /** What opens beside the list; null: nothing does. */
  detail(row: number): Route["detail"];
  /** The thing whose detail is shown; -1: none. */
  readonly opened: number;
  /** Stands behind the filters. */
  readonly tools?: ComponentChildren;
  /** Stands between the filters and the rows. */
  readonly children?: ComponentChildren;
}

/** Commits, tickets or files: what narrows them, and the rows that are left. */
export function List(props: ListProps) {
  const { name, label, rows, all, columns, detail, opened } = props;
  const { route, go } = usePage();
  const open = (at: number, replace: boolean): void => {
    const shown = detail(rows[at] ?? 0);
    if (shown !== null) go({ ...route, detail: shown }, replace);
  };
  return (
    <section class="list" aria-label={label}>
      <Filters what={name} shown={rows.length} all={all} choices={props.choices}>
        {props.tools}
      </Filters>
      {props.children}
      {rows.length === 0 ? <Empty>{all === 0 ? (props.none ?? props.empty) : props.empty}</Empty> : null}
      <Rows
        kind={name}
        label={label}
        count={rows.length}
        columns={columns}
        of={rows}
        sort={route.terms.sort ?? ""}
        onSort={(sort) => go(withTerms(route, { sort }))}
        cells={(at) => props.cells(rows[at] ?? 0)}
        opened={opened < 0 ? -1 : rows.indexOf(opened)}
        open={open}
      />
    </section>
  );
}
