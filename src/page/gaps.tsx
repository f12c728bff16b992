import type { PageGap } from "../core/audit-page.ts";
import { count } from "../reports/layout.ts";
import { usePage } from "./page-context.ts";
import { placeIn, type Route } from "./route.ts";

/** What breaks the thread, worst first; each leads to all that it hits. */
export function Gaps() {
  const { model, go } = usePage();
  const { gaps } = model.head;
  return (
    <section class="card gaps" aria-labelledby="gaps">
      <h2 id="gaps">Where the thread breaks</h2>
      {gaps.length === 0 ? <p class="whole">Nowhere, as far as it was looked at.</p> : null}
      <ol>
        {gaps.map((gap) => (
          <li key={gap.code}>
            <button type="button" onClick={() => go(leadingTo(gap))}>
              <b class="gap-count">{count(gap.count)}</b>
              <span class="gap-text">
                <span class="gap-title">{gap.title}</span>
                <span class="soft">{gap.says}</span>
              </span>
              <span class="arrow" aria-hidden="true">
                →
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function leadingTo({ of, code }: PageGap): Route {
  switch (of) {
    case "commit":
      return placeIn("commits", { gap: code });
    case "ticket":
      return placeIn("tickets", { gap: code });
    case "file":
      return placeIn("files", { gap: code });
    case "waiver":
      return placeIn("evidence");
  }
}
