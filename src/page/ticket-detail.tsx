import { useMemo } from "preact/hooks";
import type { AuditPageHead, PageTicket } from "../core/audit-page.ts";
import { count } from "../reports/layout.ts";
import { Bar, dayOf, Fact, Meter, StatePill, standingAt } from "./bits.tsx";
import { Chain, type Hold, type Link } from "./chain.tsx";
import { hasNumber } from "./columns.ts";
import { hitBy } from "./files.ts";
import { Change, Out } from "./out.tsx";
import { type Model, usePage } from "./page-context.ts";
import { placeIn } from "./route.ts";

/** Commits that are told of a ticket; the list has all. */
const MOST = 12;

/** A ticket, and the chain that begins with it. */
export function TicketDetail({ ticket }: { readonly ticket: PageTicket }) {
  const { model } = usePage();
  const rows = useMemo(() => rowsOf(model, ticket), [model, ticket]);
  const gaps = useMemo(() => gapsOf(model.head, model.tickets().find(ticket.at)), [model, ticket]);
  return (
    <>
      <p class="detail-kind">
        <StatePill state={ticket.state} status={ticket.status} />
      </p>
      <h2>
        <span class="soft">{`${ticket.key} `}</span>
        {ticket.title ?? "No title is known"}
      </h2>
      {gaps.length === 0 ? null : (
        <ul class="breaks">
          {gaps.map(({ code, title, says }) => (
            <li key={code}>
              <b>{title}</b>
              <span>{says}</span>
            </li>
          ))}
        </ul>
      )}
      <Chain links={linksOf(model, ticket, rows)} />
    </>
  );
}

/** Rows of its commits, newest first. */
function rowsOf(model: Model, { at }: PageTicket): readonly number[] {
  const { tickets, count: all } = model.commits();
  const wanted = model.tickets().find(at);
  const rows: number[] = [];
  for (let row = 0; row < all; row++) if (hasNumber(tickets, row, wanted)) rows.push(row);
  return rows;
}

function gapsOf({ gaps }: AuditPageHead, row: number): AuditPageHead["gaps"] {
  return gaps.filter(({ code, of }) => of === "ticket" && hitBy(gaps, "ticket", code).includes(row));
}

function linksOf(model: Model, ticket: PageTicket, rows: readonly number[]): readonly Link[] {
  const work: Hold = ticket.standing > 0 || ticket.files > 0 ? "held" : "broken";
  return [
    {
      name: "Intent",
      hold: ticket.status === "found" ? "held" : "broken",
      children: <Intent ticket={ticket} />,
    },
    { name: "Plan", hold: ticket.spec === null ? "open" : "held", children: <Plan ticket={ticket} /> },
    {
      name: "Implementation",
      hold: work,
      children: <Implementation model={model} ticket={ticket} rows={rows} />,
    },
    {
      name: "Evidence",
      hold: ticket.standing > 0 ? "held" : "broken",
      children: <Evidence model={model} ticket={ticket} rows={rows} />,
    },
  ];
}

function Intent({ ticket }: { readonly ticket: PageTicket }) {
  const { url, type, told, createdAt, digest, path, at } = ticket;
  return (
    <dl class="facts">
      <Fact name="Tracker">
        {url === null ? (
          at.slice(0, at.indexOf(":"))
        ) : (
          <a href={url} rel="noreferrer">
            {`Open in ${at.slice(0, at.indexOf(":"))}`}
          </a>
        )}
      </Fact>
      {type === null ? null : <Fact name="Type">{type}</Fact>}
      {path === null ? null : (
        <Fact name="File">
          <Out to="file" part={path}>
            <code>{path}</code>
          </Out>
        </Fact>
      )}
      <Fact name="Told by">{told === "" ? <span class="soft">nobody</span> : told}</Fact>
      {createdAt === null ? null : <Fact name="Made">{dayOf(createdAt)}</Fact>}
      {digest === null ? null : (
        <Fact name="Digest">
          <code>{`${digest}…`}</code>
        </Fact>
      )}
    </dl>
  );
}

function Plan({ ticket: { spec, criteria } }: { readonly ticket: PageTicket }) {
  return (
    <dl class="facts">
      <Fact name="Spec">
        {spec === null ? <span class="soft">none is known</span> : <code>{spec[0]}</code>}
      </Fact>
      {spec === null ? null : (
        <Fact name="Digest">
          <code>{`${spec[1]}…`}</code>
        </Fact>
      )}
      <Fact name="Criteria">
        {criteria === null ? (
          <span class="soft">none are known</span>
        ) : (
          <span class="with-meter">
            <Meter percent={criteria[1] === 0 ? 0 : (criteria[0] / criteria[1]) * 100} />
            {`${criteria[0]} of ${criteria[1]} ticked`}
          </span>
        )}
      </Fact>
    </dl>
  );
}

interface WorkProps {
  readonly model: Model;
  readonly ticket: PageTicket;
  readonly rows: readonly number[];
}

function Implementation({ model, ticket, rows }: WorkProps) {
  const { route, go } = usePage();
  const commits = model.commits();
  const { changes, files, lines, live } = ticket;
  const more = changes.length > MOST ? `and ${changes.length - MOST} more` : "";
  return (
    <>
      <dl class="facts">
        {changes.length === 0 ? null : (
          <Fact name="Pull requests">
            {changes.slice(0, MOST).map((number) => (
              <span key={number}>
                <Change number={number} />{" "}
              </span>
            ))}
            {more}
          </Fact>
        )}
        <Fact name="Files">
          {files === 0 ? <span class="soft">none names it</span> : `${count(files)} name it`}
        </Fact>
        {lines === null ? null : <Fact name="Lines">{`+${count(lines[0])} −${count(lines[1])}`}</Fact>}
        {live === null ? null : <Fact name="Live lines">{count(live)}</Fact>}
      </dl>
      <ul class="commit-list">
        {rows.slice(0, MOST).map((row) => (
          <li key={row}>
            <button
              type="button"
              onClick={() => go({ ...route, detail: { kind: "commit", id: commits.ids.at(row) } })}
            >
              <i class={`dot is-${standingAt(commits.standings[row])}`} aria-hidden="true" />
              <span>{commits.subject(row) || "(no subject)"}</span>
              <span class="soft">{dayOf(commits.times[row])}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <p>No commit names it.</p>
      ) : (
        <button type="button" class="link" onClick={() => go(placeIn("commits", { for: ticket.at }))}>
          {`All ${count(rows.length)} commits in the list`}
        </button>
      )}
    </>
  );
}

function Evidence({ model, ticket, rows }: WorkProps) {
  const { standings } = model.commits();
  const counts = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const at = standings[row] ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  if (rows.length === 0) return <p class="soft">There is nothing to judge.</p>;
  return (
    <>
      <Bar counts={counts} />
      <p>{`${count(ticket.standing)} of ${count(ticket.commits)} commits are authorised by it and still stand.`}</p>
    </>
  );
}
