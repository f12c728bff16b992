import { STANDINGS } from "../core/audit.ts";
import type { PageGroup } from "../core/audit-page.ts";
import { count } from "../reports/layout.ts";
import { Bar } from "./bits.tsx";
import { usePage } from "./page-context.ts";
import { placeIn } from "./route.ts";

/** Authors that stand on the first page. */
const MOST = 8;

/** Standings that lead to no authorised ticket. */
const OPEN = ["unauthorised", "unreferenced", "unknown"].join(",");

/** Whose commits lead nowhere most often: whom to help, not whom to blame. */
export function Authors() {
  const { model, go } = usePage();
  const authors = model.head.authors.filter((author) => open(author) > 0).slice(0, MOST);
  if (authors.length === 0) return null;
  return (
    <section class="card authors" aria-labelledby="authors">
      <h2 id="authors">
        Who could use help <small>most commits that lead to no authorised ticket</small>
      </h2>
      <ul>
        {authors.map((author) => {
          const [name, ...counts] = author;
          const all = counts.reduce((sum, value) => sum + value, 0);
          return (
            <li key={name}>
              <button type="button" onClick={() => go(placeIn("commits", { author: name, standing: OPEN }))}>
                <span class="author-name">{name}</span>
                <Bar counts={counts} />
                <span class="author-open">
                  <b>{count(open(author))}</b>
                  <span class="soft">{` of ${count(all)}`}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function open([, ...counts]: PageGroup): number {
  return STANDINGS.reduce(
    (sum, name, at) => (OPEN.split(",").includes(name) ? sum + (counts[at] ?? 0) : sum),
    0,
  );
}
