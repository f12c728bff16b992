import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { CommitsView } from "./commits-view.tsx";
import { Detail } from "./detail.tsx";
import { EvidenceView } from "./evidence-view.tsx";
import { FilesView } from "./files-view.tsx";
import { Help } from "./help.tsx";
import { Overview } from "./overview.tsx";
import { type Model, type Page, PageContext } from "./page-context.ts";
import { placeIn, type Route, VIEWS, type View } from "./route.ts";
import { TicketsView } from "./tickets-view.tsx";
import { useRoute } from "./use-route.ts";

const TITLES: Readonly<Record<View, string>> = {
  overview: "Overview",
  commits: "Commits",
  tickets: "Tickets",
  files: "Files",
  evidence: "Evidence",
};

const THEMES = ["light dark", "light", "dark"] as const;
const THEME_WORDS = ["as the system", "light", "dark"] as const;

/** The whole page. */
export function App({ model }: { readonly model: Model }) {
  const [route, go] = useRoute();
  const [isHelped, setHelped] = useState(false);
  const page = useMemo((): Page => ({ model, route, go }), [model, route, go]);
  usePageKeys(page, setHelped);
  useEffect(() => {
    document.title = `${TITLES[route.view]} · ${model.head.name} · golden-thread audit`;
  }, [route.view, model]);
  return (
    <PageContext.Provider value={page}>
      <button type="button" class="skip" onClick={skip}>
        To the content
      </button>
      <Top page={page} help={() => setHelped(true)} />
      <main
        id="main"
        tabIndex={-1}
        class={`view view-${route.view}${route.detail === null ? "" : " has-detail"}`}
      >
        <Current route={route} />
        {route.detail === null ? null : <Detail kind={route.detail.kind} id={route.detail.id} />}
      </main>
      <Help isOpen={isHelped} close={() => setHelped(false)} />
    </PageContext.Provider>
  );
}

/** No link: the address holds the place in the page. */
function skip(): void {
  document.getElementById("main")?.focus();
}

function Current({ route }: { readonly route: Route }) {
  switch (route.view) {
    case "overview":
      return <Overview />;
    case "commits":
      return <CommitsView />;
    case "tickets":
      return <TicketsView />;
    case "files":
      return <FilesView />;
    case "evidence":
      return <EvidenceView />;
  }
}

function Top({ page, help }: { readonly page: Page; help(): void }) {
  const { model, route, go } = page;
  const [theme, setTheme] = useState(0);
  const bar = useRef<HTMLElement>(null);
  const next = (theme + 1) % THEMES.length;
  useEffect(() => {
    document.documentElement.style.colorScheme = THEMES[theme] ?? "light dark";
  }, [theme]);
  const { scope } = model.head;
  return (
    <header class="top" ref={bar}>
      <div class="brand">
        <Mark />
        <span class="brand-name">{model.head.name}</span>
        {scope.ref === null ? null : (
          <span class="ref">{scope.ref.replace(/^refs\/(heads|tags)\//, "")}</span>
        )}
      </div>
      <nav aria-label="Views">
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            class="tab"
            {...(view === route.view ? { "aria-current": "page" as const } : {})}
            onClick={() => go(placeIn(view))}
          >
            {TITLES[view]}
          </button>
        ))}
      </nav>
      <div class="tools">
        <button
          type="button"
          class="icon"
          onClick={() => setTheme(next)}
          title={`Colours: ${THEME_WORDS[theme]}`}
          aria-label={`Colours: ${THEME_WORDS[theme]}. Change to ${THEME_WORDS[next]}`}
        >
          <span aria-hidden="true">{["◐", "○", "●"][theme]}</span>
        </button>
        <button type="button" class="icon" onClick={help} aria-label="Keys and help" title="Keys and help">
          <span aria-hidden="true">?</span>
        </button>
      </div>
    </header>
  );
}

/** A thread through three beads. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 16" aria-hidden="true">
      <path d="M1 8 C 6 0, 10 0, 16 8 S 26 16, 31 8" />
      <circle cx="16" cy="8" r="3" />
    </svg>
  );
}

/** Keys that hold everywhere. */
function usePageKeys({ route, go }: Page, setHelped: (isHelped: boolean) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null)
        return;
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
      if (event.key === "Escape") leave(route, go, isTyping);
      if (isTyping) return;
      if (event.key === "?") setHelped(true);
      const view = VIEWS[Number(event.key) - 1];
      if (view !== undefined) go(placeIn(view));
      if (event.key !== "/") return;
      event.preventDefault();
      if (searchField() === null) go(placeIn("commits"));
      requestAnimationFrame(() => searchField()?.focus());
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [route, go, setHelped]);
}

function searchField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("input[type=search]");
}

/** Out of a field first, then out of the detail. */
function leave(route: Route, go: Page["go"], isTyping: boolean): void {
  if (isTyping && document.activeElement instanceof HTMLElement) document.activeElement.blur();
  else if (route.detail !== null) {
    go({ ...route, detail: null });
    document.querySelector<HTMLElement>(".rows")?.focus({ preventScroll: true });
  }
}
