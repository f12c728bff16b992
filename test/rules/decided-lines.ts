import { lookupThen } from "../../src/core/past.ts";
import type { DecisionSource, StateSpan, Ticket } from "../../src/core/ticket.ts";
import { evidence, facts, lookup, message, reference, ticket } from "./evidence.ts";
import type { Line } from "./table.ts";

/** Open from January to March, done since. */
const closed = ticket("TASK-7", "done", {
  past: {
    status: "told",
    spans: [
      span("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "open"),
      span("2026-03-01T00:00:00Z", null, "done"),
    ],
  },
});
const always = ticket("TASK-7", "open", {
  past: { status: "told", spans: [span("2026-01-01T00:00:00Z", null, "open")] },
});
const paused = ticket("TASK-7", "open", {
  past: {
    status: "told",
    spans: [
      span("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "open"),
      span("2026-03-01T00:00:00Z", null, "open"),
    ],
  },
});

/** Not open for work until March, as a ledger tells it. */
const begun = ticket("TASK-7", "open", {
  past: {
    status: "told",
    begins: "2026-01-01T00:00:00Z",
    spans: [span("2026-03-01T00:00:00Z", null, "open")],
  },
});
const never = ticket("TASK-7", "open", { past: { status: "told", spans: [] } });

function span(from: string, until: string | null, category: "open" | "done"): StateSpan {
  return { from, until, state: { name: category, category }, by: null };
}

function decided(given: Ticket, at: string, source: DecisionSource = "record") {
  const now = { status: "found", source: "api", ticket: given } as const;
  const lookups = lookup("TASK-7", lookupThen(now, Date.parse(at) / 1000, source));
  return evidence({
    change: message("Do it"),
    facts: [facts()],
    tasks: [],
    references: [reference("TASK-7")],
    lookups,
  });
}

const recorded = { authorise: { decision_time: "recorded" } };

/** Tickets as they stood when the change was decided. */
export const decidedLines: readonly Line[] = [
  {
    fear: "work under a ticket that was closed when it was done fails for ever",
    evidence: decided(closed, "2026-02-01T00:00:00Z"),
    codes: ["was-authorised"],
  },
  {
    fear: "work after the ticket was closed passes",
    evidence: decided(closed, "2026-03-01T00:00:00Z"),
    codes: ["was-wrong-state"],
  },
  {
    fear: "a ticket that was reopened later authorises what was done while it was closed",
    evidence: decided(paused, "2026-02-15T00:00:00Z"),
    codes: ["was-wrong-state"],
  },
  {
    fear: "a backdated commit gains in strict",
    evidence: decided(closed, "2026-02-01T00:00:00Z", "committer-date"),
    options: recorded,
    codes: ["time-unproved"],
  },
  {
    fear: "a commit loses in strict under a ticket that was never anything but open",
    evidence: decided(always, "2026-02-01T00:00:00Z", "committer-date"),
    options: recorded,
    codes: ["authorised"],
  },
  {
    fear: "a gap in a ledger is taken for settled",
    evidence: decided(paused, "2026-04-01T00:00:00Z", "committer-date"),
    options: recorded,
    codes: ["time-unproved"],
  },
  {
    fear: "a date counts as little as none in standard",
    evidence: decided(closed, "2026-02-01T00:00:00Z", "committer-date"),
    codes: ["was-authorised"],
  },
  {
    fear: "a tracker that forgets lets everything pass",
    evidence: decided(ticket("TASK-7"), "2026-02-01T00:00:00Z"),
    codes: ["past-untold"],
  },
  {
    fear: "the time before a ticket was opened for work counts as open in a ledger",
    evidence: decided(begun, "2026-02-01T00:00:00Z"),
    codes: ["was-wrong-state"],
  },
  {
    fear: "a ledger that holds only the times of work makes a date seem to matter to nobody",
    evidence: decided(begun, "2026-04-01T00:00:00Z", "committer-date"),
    options: recorded,
    codes: ["time-unproved"],
  },
  {
    fear: "a ticket authorises what was decided before it was made",
    evidence: decided(always, "2025-12-31T00:00:00Z"),
    codes: ["was-wrong-state"],
  },
  {
    fear: "whoever commits a little before they write the ticket is told that it was closed",
    evidence: decided(always, "2025-12-31T00:00:00Z", "committer-date"),
    codes: ["authorised"],
  },
  {
    fear: "a commit that is far older than its ticket passes by its own date",
    evidence: decided(always, "2025-12-20T00:00:00Z", "committer-date"),
    codes: ["was-wrong-state"],
  },
  {
    fear: "a ticket that was never open for work reads as one that nobody asked about",
    evidence: decided(never, "2026-02-01T00:00:00Z"),
    codes: ["was-wrong-state"],
  },
  ...[["ready"], []].map((labels) => ({
    fear: `labels of now (${labels.length}) tell what a ticket had when a change was decided`,
    evidence: decided({ ...always, labels }, "2026-02-01T00:00:00Z"),
    options: { authorise: { labels: ["ready"] } },
    codes: ["past-labels-untold"],
  })),
];
