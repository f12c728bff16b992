import type { ComponentChildren } from "preact";
import { STANDINGS, type Standing } from "../core/audit.ts";
import { timeOf } from "../core/time.ts";
import { usePage } from "./page-context.ts";

/** A standing as a mark of its colour with its name. */
export function StandingPill({ standing }: { readonly standing: Standing }) {
  const { head } = usePage().model;
  const label = head.standings.find(({ name }) => name === standing)?.label ?? standing;
  return (
    <span class={`pill is-${standing}`}>
      <i class="dot" aria-hidden="true" />
      {label}
    </span>
  );
}

/** The standing by its number. */
export function standingAt(number: number | undefined): Standing {
  return STANDINGS[number ?? -1] ?? "unknown";
}

/** A ticket's state, or why there is none. */
export function StatePill({
  state,
  status,
}: {
  readonly state: readonly [string, string] | null;
  readonly status: string;
}) {
  if (state === null)
    return (
      <span class={`pill state-${LOST.has(status) ? "lost" : "open"}`}>{STATUS_WORDS[status] ?? status}</span>
    );
  return <span class={`pill state-${state[1]}`}>{state[0]}</span>;
}

/** Its tracker gave an answer, and it was no. */
const LOST: ReadonlySet<string> = new Set(["absent", "forbidden"]);

const STATUS_WORDS: Readonly<Record<string, string>> = {
  found: "known",
  absent: "not found",
  forbidden: "no access",
  credentials: "not asked",
  unavailable: "no answer",
  claimed: "claimed",
};

/** How much of a whole, as a thin line that is filled so far. */
export function Meter({ percent, kind = "" }: { readonly percent: number; readonly kind?: string }) {
  return (
    <span class={`meter ${kind}`} aria-hidden="true">
      <span style={{ width: `${Math.min(100, Math.max(0, percent))}%` }} />
    </span>
  );
}

/** Shares of a whole in the colours of their standings. */
export function Bar({
  counts,
  tall = false,
}: {
  readonly counts: readonly number[];
  readonly tall?: boolean;
}) {
  const total = counts.reduce((sum, value) => sum + value, 0);
  return (
    <span class={tall ? "bar tall" : "bar"} aria-hidden="true">
      {STANDINGS.map((name, at) => {
        const share = total === 0 ? 0 : ((counts[at] ?? 0) / total) * 100;
        return share === 0 ? null : <span key={name} class={`fill-${name}`} style={{ width: `${share}%` }} />;
      })}
    </span>
  );
}

/** `2026-03-04` of seconds since 1970. */
export function dayOf(seconds: number | undefined): string {
  return timeOf(seconds ?? 0).slice(0, "YYYY-MM-DD".length);
}

/** `2026-03-04 05:06 UTC` of an RFC 3339 text. */
export function minuteOf(time: string): string {
  return `${time.slice(0, "YYYY-MM-DDThh:mm".length).replace("T", " ")} UTC`;
}

/** What there is to read where a list is empty. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** A name with its value. */
export function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
