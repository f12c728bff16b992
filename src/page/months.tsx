import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { useMemo, useRef, useState } from "preact/hooks";
import { STANDINGS } from "../core/audit.ts";
import type { PageGroup } from "../core/audit-page.ts";
import { count, share } from "../reports/layout.ts";
import { usePage } from "./page-context.ts";
import { placeIn } from "./route.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT = 260;
const MARGIN = { top: 8, right: 4, bottom: 24, left: 44 };
/** Bars wider than this look like blocks. */
const WIDEST = 44;
/** Labels stand at least so many pixels apart. */
const LABEL = 52;

/** Commits of each month by standing. */
export function Months() {
  const { model } = usePage();
  const { months } = model.head;
  const [isShare, setShare] = useState(false);
  return (
    <section class="card months" aria-labelledby="months">
      <div class="card-head">
        <h2 id="months">By month</h2>
        <div class="switch" role="group" aria-label="Bars show">
          {["Number", "Share"].map((name, at) => (
            <button
              key={name}
              type="button"
              aria-pressed={isShare === (at === 1)}
              onClick={() => setShare(at === 1)}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
      <Chart months={months} isShare={isShare} />
      <details>
        <summary>As a table</summary>
        <MonthTable months={months} />
      </details>
    </section>
  );
}

type Counts = Readonly<Record<string, number>>;

function countsOf([, ...counts]: PageGroup, isShare: boolean): Counts {
  const total = isShare
    ? Math.max(
        1,
        counts.reduce((sum, value) => sum + value, 0),
      ) / 100
    : 1;
  return Object.fromEntries(STANDINGS.map((name, at) => [name, (counts[at] ?? 0) / total]));
}

function Chart({ months, isShare }: { readonly months: readonly PageGroup[]; readonly isShare: boolean }) {
  const { go } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [under, setUnder] = useState<string | null>(null);
  const names = months.map(([name]) => name);
  const series = useMemo(
    () =>
      stack<unknown, Counts, string>()
        .keys([...STANDINGS])
        .value((counts, name) => counts[name] ?? 0)(months.map((month) => countsOf(month, isShare))),
    [months, isShare],
  );
  const right = Math.max(
    MARGIN.left + 1,
    Math.min(width - MARGIN.right, MARGIN.left + names.length * WIDEST),
  );
  const x = scaleBand(names, [MARGIN.left, right]).paddingInner(names.length > 60 ? 0.12 : 0.25);
  const highest = Math.max(1, ...(series.at(-1) ?? []).map(([, to]) => to));
  const y = scaleLinear([0, isShare ? 100 : highest], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const pointed = months.find(([name]) => name === under);
  return (
    <div class="chart" ref={frame} onMouseLeave={() => setUnder(null)}>
      {width === 0 ? null : (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={`Commits by month, ${names[0]} to ${names.at(-1)}`}
        >
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <g key={tick} class="tick" transform={`translate(0 ${y(tick)})`}>
                <line x1={MARGIN.left} x2={width - MARGIN.right} />
                <text x={MARGIN.left - 8} dy="0.32em">
                  {isShare ? `${tick} %` : count(tick)}
                </text>
              </g>
            ))}
          {series.map((layer) => (
            <path
              key={layer.key}
              class={`layer fill-${layer.key}`}
              d={layer
                .map(([from, to], at) => barOf(x(names[at] ?? "") ?? 0, x.bandwidth(), y(from), y(to)))
                .join("")}
            />
          ))}
          {names.map((name) => (
            <rect
              key={name}
              class={name === under ? "column under" : "column"}
              x={x(name)}
              y={MARGIN.top}
              width={x.step()}
              height={HEIGHT - MARGIN.bottom - MARGIN.top}
              onMouseEnter={() => setUnder(name)}
              onClick={() => go(placeIn("commits", { month: name }))}
            />
          ))}
          <Labels names={names} at={(name) => (x(name) ?? 0) + x.bandwidth() / 2} step={x.step()} />
        </svg>
      )}
      {pointed === undefined ? null : <Tip month={pointed} />}
    </div>
  );
}

function barOf(x: number, width: number, from: number, to: number): string {
  return from - to < 0.01 ? "" : `M${x} ${from}h${width}V${to}h${-width}Z`;
}

/** Years where there are many months, months where there are few. */
function Labels(props: {
  readonly names: readonly string[];
  at(name: string): number;
  readonly step: number;
}) {
  const { names, at, step } = props;
  const every = Math.ceil(LABEL / Math.max(1, step));
  const isYears = names.length > 18;
  const shown = names.filter((name, index) => (isYears ? name.endsWith("-01") : index % every === 0));
  const apart = isYears ? Math.ceil(LABEL / Math.max(1, step * 12)) : 1;
  return (
    <>
      {shown
        .filter((_, index) => index % apart === 0)
        .map((name) => (
          <text key={name} class="label" x={at(name)} y={HEIGHT - 6}>
            {isYears ? name.slice(0, 4) : name}
          </text>
        ))}
    </>
  );
}

function Tip({ month }: { readonly month: PageGroup }) {
  const { standings } = usePage().model.head;
  const [name, ...counts] = month;
  const total = counts.reduce((sum, value) => sum + value, 0);
  return (
    <div class="tip">
      <b>{name}</b>
      {standings.map((standing, at) => (
        <span key={standing.name} class={`is-${standing.name}`}>
          <i class="dot" />
          {`${standing.label} ${count(counts[at] ?? 0)}`}
          <span class="soft">{` ${share(counts[at] ?? 0, total)}`}</span>
        </span>
      ))}
    </div>
  );
}

function MonthTable({ months }: { readonly months: readonly PageGroup[] }) {
  const { model, go } = usePage();
  return (
    <section class="scroll" tabIndex={0} aria-label="Commits by month">
      <table>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {model.head.standings.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(([name, ...counts]) => (
            <tr key={name}>
              <th scope="row">
                <button type="button" class="link" onClick={() => go(placeIn("commits", { month: name }))}>
                  {name}
                </button>
              </th>
              {counts.map((value, at) => (
                <td key={STANDINGS[at]}>{count(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
