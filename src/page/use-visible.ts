import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useState } from "preact/hooks";

/** Pixels that a scrolled element may be high: browsers give up between 17 and 33 million. */
const TALLEST = 6_000_000;

/** Rows that are drawn beyond what can be seen, on either side. */
const OVERSCAN = 6;

/** What of a long list is to be seen. Rows are placed by row, not by pixel, so a million of them fit. */
export interface Visible {
  /** Rows to draw, from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
  /** The row at the upper edge, with its fraction. */
  readonly top: number;
  /** Pixels that the scrolled element is high. */
  readonly run: number;
  /** Pixels that rows are seen through. */
  readonly view: number;
  /** Brings a row into view. */
  reveal(row: number): void;
}

/** Follows the scrolling of a list of `count` rows, each `height` pixels high, below a head of `head` pixels. */
export function useVisible(
  scroller: RefObject<HTMLElement | null>,
  { count, height, head }: { readonly count: number; readonly height: number; readonly head: number },
): Visible {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(optionsOf(1)));
  const view = Math.max(height, (virtualizer.scrollRect?.height ?? 0) - head);
  const { run, step } = stepOf(count, height, view);
  function optionsOf(size: number) {
    return {
      count,
      getScrollElement: () => scroller.current,
      estimateSize: () => size,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset: follow,
      overscan: OVERSCAN,
      onChange: () => redraw(0),
    };
  }
  function follow(...[instance, tell]: Parameters<typeof observeElementOffset<HTMLElement>>) {
    return observeElementOffset(instance, (offset, isScrolling) => {
      tell(offset, isScrolling);
      redraw(0);
    });
  }
  virtualizer.setOptions(optionsOf(step));
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, step, count]);
  const indexes = virtualizer.getVirtualIndexes();
  const offset = Math.max(0, virtualizer.scrollOffset ?? 0);
  const top = Math.max(0, Math.min(offset / step, count - view / height));
  const first = Math.max(0, Math.min(indexes[0] ?? 0, Math.floor(top)));
  const last = Math.max(indexes.at(-1) ?? 0, Math.ceil(top + view / height));
  const reveal = (row: number): void => {
    const { current } = scroller;
    if (current === null) return;
    const now = current.scrollTop / step;
    if (row < now) current.scrollTop = row * step;
    else if (row + 1 > now + view / height) current.scrollTop = (row + 1 - view / height) * step;
  };
  return { first, end: Math.min(count, last + 1), top, run, view, reveal };
}

/** Pixels of scrolling a row, which are its height as long as all rows fit into what a browser can scroll. */
function stepOf(
  count: number,
  height: number,
  view: number,
): { readonly run: number; readonly step: number } {
  const all = count * height;
  if (all <= TALLEST) return { run: all, step: height };
  return { run: TALLEST, step: (TALLEST - view) / (count - view / height) };
}
