import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useMedia } from "./use-media.ts";
import { useVisible } from "./use-visible.ts";

const HEIGHT = 38;
/** On a narrow screen a row has two lines. */
const NARROW_HEIGHT = 68;
const HEAD = 36;
const NARROW = "(max-width: 760px)";

/** A column of a list. */
export interface Column {
  readonly name: string;
  readonly label: string;
  /** The term to sort by; left out: nobody can. */
  readonly sort?: string;
}

/** A list of any length. `kind` names its style. */
export interface RowsProps {
  readonly kind: string;
  readonly label: string;
  readonly count: number;
  readonly columns: readonly Column[];
  /** Changes whenever other rows are shown: the list then begins at its top. */
  readonly of: unknown;
  readonly sort: string;
  onSort(sort: string): void;
  cells(row: number): readonly ComponentChildren[];
  /** The row whose detail is shown; -1: none. */
  readonly opened: number;
  open(row: number, replace: boolean): void;
}

/** A list of which only what can be seen is in the document, to be read by keyboard, pointer or screen reader. */
export function Rows(props: RowsProps) {
  const { kind, label, count, columns, opened } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const height = useMedia(NARROW) ? NARROW_HEIGHT : HEIGHT;
  const visible = useVisible(scroller, { count, height, head: HEAD });
  const [active, setActive] = useActive(Math.max(0, opened));
  useStart(props, setActive, (row) => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
    visible.reveal(row);
  });
  useKeys(scroller, (event) => {
    const next = keyed(event, active.current, count, Math.floor(visible.view / height));
    if (next === null) return;
    event.preventDefault();
    scroller.current?.focus({ preventScroll: true });
    if (event.key === "Enter") return props.open(active.current, false);
    setActive(next);
    visible.reveal(next);
    if (opened >= 0) props.open(next, true);
  });
  const rows = Array.from(
    { length: Math.max(0, visible.end - visible.first) },
    (_, at) => visible.first + at,
  );
  const isActiveDrawn = active.current >= visible.first && active.current < visible.end;
  return (
    <div
      ref={scroller}
      class={`rows rows-${kind}`}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      {...(isActiveDrawn ? { "aria-activedescendant": `row-${active.current}` } : {})}
    >
      <Head {...props} />
      <div class="run" role="rowgroup" style={{ height: `${visible.run}px` }}>
        <div class="pane" style={{ height: `${visible.view}px` }}>
          <div style={{ transform: `translateY(${(visible.first - visible.top) * height}px)` }}>
            {rows.map((row) => (
              <Row
                key={row}
                {...props}
                row={row}
                isActive={row === active.current}
                height={height}
                pick={setActive}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** The row that keys start from. Two keys may come before anything is drawn anew, so the second one has to see what the first did. */
function useActive(first: number) {
  const active = useRef(first);
  const [, redraw] = useState(first);
  const set = (row: number): void => {
    active.current = row;
    redraw(row);
  };
  return [active, set] as const;
}

/** Other rows begin at their top, or where the opened one is. */
function useStart(
  { of, opened }: RowsProps,
  setActive: (row: number) => void,
  reveal: (row: number) => void,
): void {
  useEffect(() => {
    const row = Math.max(0, opened);
    setActive(row);
    reveal(row);
  }, [of]);
}

/** Keys of the page, as long as no field or button has them. */
function useKeys(
  scroller: { readonly current: HTMLElement | null },
  handle: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(handle);
  latest.current = handle;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const isOurs = event.target === document.body || event.target === scroller.current;
      if (isOurs && !event.ctrlKey && !event.metaKey && !event.altKey) latest.current(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [scroller]);
}

/** The row that a key leads to; null: it is no key of a list. */
function keyed({ key }: KeyboardEvent, row: number, count: number, page: number): number | null {
  const last = Math.max(0, count - 1);
  switch (key) {
    case "ArrowDown":
    case "j":
      return Math.min(last, row + 1);
    case "ArrowUp":
    case "k":
      return Math.max(0, row - 1);
    case "PageDown":
      return Math.min(last, row + page);
    case "PageUp":
      return Math.max(0, row - page);
    case "Home":
      return 0;
    case "End":
      return last;
    case "Enter":
      return row;
    default:
      return null;
  }
}

function Head({ columns, sort, onSort }: RowsProps) {
  const [, sign, by] = /^(-?)(.*)$/.exec(sort) ?? [];
  return (
    <div class="rows-head" role="rowgroup">
      <div class="row" role="row" aria-rowindex={1}>
        {columns.map((column) => {
          const isSorted = column.sort !== undefined && column.sort === by;
          const order = isSorted ? (sign === "-" ? "descending" : "ascending") : "none";
          return (
            <div
              key={column.name}
              class={`cell cell-${column.name}`}
              role="columnheader"
              {...(column.sort === undefined ? {} : { "aria-sort": order })}
            >
              {column.sort === undefined ? (
                column.label
              ) : (
                <button type="button" class="sort" onClick={() => onSort(nextSort(column.sort ?? "", order))}>
                  {column.label}
                  <span aria-hidden="true">{isSorted ? (sign === "-" ? " ↓" : " ↑") : ""}</span>
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Downwards, upwards, and as it was. */
function nextSort(by: string, order: string): string {
  if (order === "none") return `-${by}`;
  return order === "descending" ? by : "";
}

interface RowProps extends RowsProps {
  readonly row: number;
  readonly isActive: boolean;
  readonly height: number;
  pick(row: number): void;
}

function Row({ row, isActive, height, pick, open, cells, columns, opened }: RowProps) {
  const state = `${isActive ? " active" : ""}${row === opened ? " opened" : ""}`;
  return (
    <div
      id={`row-${row}`}
      class={`row${state}`}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={row === opened}
      style={{ height: `${height}px` }}
      onClick={() => {
        pick(row);
        open(row, false);
      }}
    >
      {cells(row).map((cell, at) => (
        <div key={columns[at]?.name} class={`cell cell-${columns[at]?.name ?? ""}`} role="gridcell">
          {cell}
        </div>
      ))}
    </div>
  );
}
