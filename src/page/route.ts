/** The views of the page, in the order of their tabs. */
export const VIEWS = ["overview", "commits", "tickets", "files", "evidence"] as const;

/** One of them. */
export type View = (typeof VIEWS)[number];

/** What narrows a list, by the names that stand in the address. */
export const TERMS = [
  "q",
  "standing",
  "rule",
  "author",
  "for",
  "folder",
  "month",
  "exempt",
  "gap",
  "state",
  "sort",
] as const;

/** One of them. */
export type Term = (typeof TERMS)[number];

/** Where a reader is: all of it stands behind the `#` of the address, so every place can be linked to. */
export interface Route {
  readonly view: View;
  readonly terms: Readonly<Partial<Record<Term, string>>>;
  /** What is shown beside the list. */
  readonly detail: { readonly kind: "commit" | "ticket"; readonly id: string } | null;
}

/** The place that an address names; `#commit=…` and `#ticket=…` alone name one in its own list. */
export function routeOf(hash: string): Route {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const terms: Partial<Record<Term, string>> = {};
  for (const name of TERMS) {
    const value = params.get(name);
    if (value !== null && value !== "") terms[name] = value;
  }
  const kind = (["commit", "ticket"] as const).find((name) => params.has(name));
  const detail = kind === undefined ? null : { kind, id: params.get(kind) ?? "" };
  const own = kind === undefined ? "overview" : kind === "commit" ? "commits" : "tickets";
  return { view: VIEWS.find((view) => view === params.get("view")) ?? own, terms, detail };
}

/** The address of a place, with its `#`. */
export function hashOf({ view, terms, detail }: Route): string {
  const params = new URLSearchParams();
  const isPlain = Object.keys(terms).length === 0 && detail !== null;
  const own = detail?.kind === "commit" ? "commits" : "tickets";
  if (!(isPlain && view === own)) params.set("view", view);
  for (const name of TERMS) {
    const value = terms[name];
    if (value !== undefined && value !== "") params.set(name, value);
  }
  if (detail !== null) params.set(detail.kind, detail.id);
  return `#${params.toString()}`;
}

/** A place in another view, without what narrows this one. */
export function placeIn(view: View, terms: Route["terms"] = {}): Route {
  return { view, terms, detail: null };
}

/** The same place with other terms; an empty one is taken away. */
export function withTerms(route: Route, terms: Route["terms"]): Route {
  const all = { ...route.terms, ...terms };
  return { ...route, terms: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "")) };
}
