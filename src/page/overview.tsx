import type { PageRatio } from "../core/audit-page.ts";
import { count, plural, share } from "../reports/layout.ts";
import { Authors } from "./authors.tsx";
import { Bar, Meter, minuteOf } from "./bits.tsx";
import { Gaps } from "./gaps.tsx";
import { Months } from "./months.tsx";
import { usePage } from "./page-context.ts";
import { placeIn } from "./route.ts";
import { Treemap } from "./treemap.tsx";

const SIGNS = { PASSED: "good", WARNED: "warn", FAILED: "bad", UNKNOWN: "open" } as const;

/** Gaps that take less height than the months beside them. */
const FEW = 3;

/** Where the thread holds and where it breaks, at a glance. */
export function Overview() {
  const { head } = usePage().model;
  // Under a few gaps there is room.
  const isShort = head.gaps.length <= FEW;
  return (
    <div class="overview">
      <Hero />
      <Ratios />
      <div class="two">
        <div class="column-of-cards">
          <Gaps />
          {isShort ? <Authors /> : null}
        </div>
        <div class="column-of-cards">
          <Months />
          {isShort ? null : <Authors />}
        </div>
      </div>
      {head.folders.length === 0 ? null : <Treemap />}
    </div>
  );
}

function Hero() {
  const { head } = usePage().model;
  const { commits, statement, word, sentence, scope, thread } = head;
  return (
    <section class="hero" aria-labelledby="verdict">
      <p class={`verdict verdict-${SIGNS[statement]}`}>
        <i class="dot" aria-hidden="true" />
        {word}
      </p>
      <h1 id="verdict">
        {thread.percent === null ? (
          "There is no commit that needs a ticket."
        ) : (
          <>
            <em>{`${thread.percent.toFixed(1)} %`}</em> {thread.says}
          </>
        )}
      </h1>
      <p class="lead">{sentence}</p>
      {thread.note === "" ? null : <p class="lead">{thread.note}</p>}
      <p class="soft meta">
        {`${plural(commits.total, "commit")}${scope.since === null ? "" : ` since ${scope.since.slice(0, 10)}`}, as of ${minuteOf(head.asOf)}`}
        {scope.complete ? "" : ". The clone is shallow: it hides commits."}
      </p>
      <Thread />
    </section>
  );
}

/** All commits as one thread, and how each part of it stands. */
function Thread() {
  const { model, go } = usePage();
  const { standings, commits } = model.head;
  return (
    <div class="thread">
      <Bar tall counts={standings.map(({ name }) => commits[name])} />
      <ul class="legend">
        {standings.map(({ name, label, says }) => (
          <li key={name}>
            <button type="button" title={says} onClick={() => go(placeIn("commits", { standing: name }))}>
              <span class={`legend-name is-${name}`}>
                <i class="dot" aria-hidden="true" />
                {label}
              </span>
              <b>{count(commits[name])}</b>
              <span class="soft">{share(commits[name], commits.total)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ratios() {
  const { head } = usePage().model;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">Coverage</h2>
      <ul class="ratios">
        {head.ratios.map((ratio) => (
          <li key={ratio.label} class={ratio.total === null ? "ratio unlooked" : "ratio"}>
            <span class="ratio-name">{ratio.label}</span>
            <RatioValue {...ratio} />
            <span class="ratio-says">{ratio.says}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RatioValue({ covered, total, percent, none }: PageRatio) {
  if (total === null || percent === null) return <span class="ratio-none">{none}</span>;
  return (
    <>
      <b class="ratio-percent">
        {percent.toFixed(1)}
        <small> %</small>
      </b>
      <Meter percent={percent} />
      <span class="ratio-of">{`${count(covered)} of ${count(total)}`}</span>
    </>
  );
}
