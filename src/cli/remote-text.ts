import type { Out } from "../core/ports.ts";
import type { RemoteStatus } from "../remotes.ts";
import { terminal } from "../reports/escape.ts";
import { count, pad, width } from "../reports/layout.ts";
import { type Paint, painter } from "../reports/paint.ts";

const HEAD = ["remote", "kind", "where", "who", "token from", "left", "ms"] as const;

/** Longest list of rights that is shown in one line. */
const MOST_RIGHTS = 8;

/** A table of remotes, and below it what is wrong with each, with the command that mends it. */
export function remotesText(remotes: readonly RemoteStatus[], out: Out): string {
  const paint = painter(out.color);
  if (remotes.length === 0)
    return "The policy names no remote. golden-thread init writes those that it finds.\n";
  const cells = remotes.map(cellsOf);
  const columns = HEAD.map((head, at) => Math.max(width(head), ...cells.map((row) => width(row[at] ?? ""))));
  const line = (row: readonly string[]): string =>
    row
      .map((text, at) => pad(text, columns[at] ?? 0))
      .join("  ")
      .trimEnd();
  const table = remotes.map(
    (remote, at) => `  ${markOf(remote, paint)} ${line(cells[at] ?? [])}\n${belowOf(remote, paint)}`,
  );
  return `    ${paint.dim(line(HEAD))}\n${table.join("")}`;
}

function cellsOf(remote: RemoteStatus): readonly string[] {
  const { name, kind, origin, identity, credential, rate, latencyMs } = remote;
  const isLocal = origin === null;
  return [
    terminal(name),
    kind,
    isLocal ? "this repository" : terminal(origin),
    identity === null ? nobody(remote) : terminal(identity.name),
    isLocal ? "-" : terminal(credential ?? "none"),
    rate === null ? "-" : `${count(rate.remaining)}${rate.limit === null ? "" : ` of ${count(rate.limit)}`}`,
    latencyMs === null ? "-" : count(latencyMs),
  ];
}

function nobody({ outcome, origin }: RemoteStatus): string {
  if (origin === null) return "-";
  return outcome === "anonymous" ? "anybody" : "?";
}

/**
 * What mends a remote, and the command that says whether it did. Null: nothing is wrong. A provider's own advice goes
 * before what holds for any.
 */
export function mendOf({ name, outcome, credential, fix }: RemoteStatus): string | null {
  if (fix?.startsWith("golden-thread remote trust")) return fix;
  const advice = fix === null || fix.startsWith("golden-thread ") ? null : fix;
  const again = `golden-thread remote check ${name}`;
  switch (outcome) {
    case "ready":
    case "anonymous":
      return null;
    case "credentials":
      return `${advice ?? (credential === null ? "set what is missing" : `renew the token in ${credential}`)}, then: ${again}`;
    case "forbidden":
      return `${advice ?? "give the token this right"}, then: ${again}`;
    case "unavailable":
      return `${advice ?? "see that its address is right and can be reached"}, then: ${again}`;
  }
}

function belowOf(remote: RemoteStatus, paint: Paint): string {
  const { identity, detail, outcome } = remote;
  const mend = mendOf(remote);
  const rights = identity?.rights ?? null;
  const more = rights !== null && rights.length > MOST_RIGHTS ? ", …" : "";
  const lines = [
    rights === null || rights.length === 0
      ? null
      : paint.dim(`may: ${terminal(rights.slice(0, MOST_RIGHTS).join(", "))}${more}`),
    outcome === "anonymous" ? paint.dim("without a token: public tickets alone, and few of them") : null,
    detail === null ? null : terminal(detail),
    mend === null ? null : paint.cyan(terminal(mend)),
  ];
  return lines
    .filter((text) => text !== null)
    .map((text) => `      ${text}\n`)
    .join("");
}

function markOf({ outcome }: RemoteStatus, paint: Paint): string {
  switch (outcome) {
    case "ready":
      return paint.green("✓");
    case "anonymous":
      return paint.yellow("!");
    case "forbidden":
    case "credentials":
      return paint.red("✗");
    case "unavailable":
      return paint.yellow("?");
  }
}
