import { useMemo } from "preact/hooks";
import { count } from "../reports/layout.ts";
import { dayOf, Meter, StatePill } from "./bits.tsx";
import { List } from "./list.tsx";
import { type Model, usePage } from "./page-context.ts";
import type { Column } from "./rows.tsx";
import { selectTickets } from "./select-tickets.ts";

const COLUMNS: readonly Column[] = [
  { name: "key", label: "Ticket" },
  { name: "title", label: "Title" },
  { name: "state", label: "State" },
  { name: "commits", label: "Commits", sort: "commits" },
  { name: "files", label: "Files", sort: "files" },
  { name: "spec", label: "Spec" },
  { name: "criteria", label: "Criteria" },
  { name: "last", label: "Last commit", sort: "last" },
];

/** Every ticket that anything names or a tracker lists. */
export function TicketsView() {
  const { model, route } = usePage();
  const { head } = model;
  const tickets = model.tickets();
  const address = JSON.stringify(route.terms);
  const rows = useMemo(() => selectTickets(tickets, head, route.terms), [address]);
  const gaps = head.gaps.filter(({ of }) => of === "ticket");
  return (
    <List
      name="tickets"
      label="Tickets"
      rows={rows}
      all={tickets.count}
      choices={[
        { term: "state", label: "Any state", options: statesOf(model) },
        { term: "gap", label: "Any gap", options: gaps.map(({ code, title }) => [code, title]) },
      ]}
      columns={COLUMNS}
      empty="No ticket is like that. Clear a filter to see more."
      none="Nothing here names a ticket, and no tracker told of any."
      cells={(row) => cellsOf(model, row)}
      detail={(row) => ({ kind: "ticket", id: tickets.at(row)?.at ?? "" })}
      opened={route.detail?.kind === "ticket" ? tickets.find(route.detail.id) : -1}
    />
  );
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  open: "Open",
  in_progress: "In progress",
  done: "Done",
  canceled: "Cancelled",
  unknown: "Of no known state",
  absent: "Not found",
  forbidden: "No access",
  credentials: "Not asked",
  unavailable: "No answer",
  claimed: "Claimed",
  found: "Known",
};

/** Categories of states that there are; of tickets without one, why. */
function statesOf(model: Model): readonly (readonly [string, string])[] {
  const tickets = model.tickets();
  const states = new Set<string>();
  for (let row = 0; row < tickets.count; row++) {
    const ticket = tickets.at(row);
    states.add(ticket?.state?.[1] ?? ticket?.status ?? "");
  }
  return Object.entries(STATE_WORDS).filter(([name]) => states.has(name));
}

function cellsOf(model: Model, row: number) {
  const ticket = model.tickets().at(row);
  if (ticket === null) return [];
  const { key, title, state, status, commits, standing, files, spec, criteria, lastAt } = ticket;
  const isKnown = status === "found";
  const none = isKnown ? <span class="soft">none</span> : "";
  return [
    <b key="key">
      <bdi>{key}</bdi>
    </b>,
    title ?? (isKnown ? <span class="soft">no title is known</span> : ""),
    <StatePill key="state" state={state} status={status} />,
    <span key="commits">
      {count(commits)}
      {isKnown && standing < commits ? <span class="soft">{` · ${count(standing)} stand`}</span> : null}
    </span>,
    count(files),
    spec === null ? none : "yes",
    criteria === null ? (
      none
    ) : (
      <span key="criteria" class="with-meter">
        <Meter percent={criteria[1] === 0 ? 0 : (criteria[0] / criteria[1]) * 100} />
        {`${criteria[0]}/${criteria[1]}`}
      </span>
    ),
    lastAt === null ? "" : dayOf(lastAt),
  ];
}
