import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AuditPageHead } from "../core/audit-page.ts";
import type { Blocks } from "./blocks.ts";
import { type Files, filesOf } from "./files.ts";
import { type Commits, commitsOf } from "./history.ts";
import type { Route } from "./route.ts";
import { type Tickets, ticketsOf } from "./tickets.ts";

/** What every part of the page may ask for. Columns are read when somebody asks for the first time. */
export interface Model {
  readonly head: AuditPageHead;
  commits(): Commits;
  tickets(): Tickets;
  files(): Files | null;
}

/** The model, where the reader is, and the way to elsewhere. `replace`: no step for the back button. */
export interface Page {
  readonly model: Model;
  readonly route: Route;
  go(route: Route, replace?: boolean): void;
}

/** Hands the page down. */
export const PageContext = createContext<Page | null>(null);

/** The page that a part stands in. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (page === null) throw new Error("a part of the page stands outside of it");
  return page;
}

/** The model over the blocks of the page. */
export function modelOf(blocks: Blocks): Model {
  return {
    head: blocks.head,
    commits: once(() => commitsOf(blocks)),
    tickets: once(() => ticketsOf(blocks)),
    files: once(() => filesOf(blocks)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
