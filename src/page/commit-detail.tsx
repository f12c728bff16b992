import type { PageFacts, PageKind, PageTicket } from "../core/audit-page.ts";
import { timeOf } from "../core/time.ts";
import { Fact, minuteOf, StandingPill, StatePill, standingAt } from "./bits.tsx";
import { Chain, type Hold, type Link } from "./chain.tsx";
import { listAt } from "./columns.ts";
import { lineageText } from "./history.ts";
import { Change, Out } from "./out.tsx";
import { type Model, usePage } from "./page-context.ts";
import { placeIn } from "./route.ts";

/** A commit, and the chain that leads to it. */
export function CommitDetail({ row }: { readonly row: number }) {
  const { model } = usePage();
  const commits = model.commits();
  const id = commits.ids.at(row);
  return (
    <>
      <p class="detail-kind">
        <StandingPill standing={standingAt(commits.standings[row])} />
      </p>
      <h2>{commits.subject(row) || "(no subject)"}</h2>
      <p class="detail-meta">
        <Out to="commit" part={id}>
          <code>{id.slice(0, 12)}</code>
        </Out>
        <span>{commits.names[commits.authors[row] ?? -1]}</span>
        <time>{minuteOf(timeOf(commits.times[row] ?? 0))}</time>
      </p>
      <Chain links={linksOf(model, row)} />
    </>
  );
}

function linksOf(model: Model, row: number): readonly Link[] {
  const commits = model.commits();
  const named = Array.from(listAt(commits.tickets, row), (at) => model.tickets().at(at)).flatMap(
    (one) => one ?? [],
  );
  const facts = commits.facts[commits.keys[row] ?? -1];
  const standing = standingAt(commits.standings[row]);
  const exempt = facts?.[1] ?? "";
  const intent: Hold =
    standing === "authorised" || standing === "exempt" ? "held" : standing === "unknown" ? "open" : "broken";
  const plans = named.filter(({ spec }) => spec !== null);
  return [
    { name: "Intent", hold: intent, children: <Intent tickets={named} exempt={exempt} /> },
    {
      name: "Plan",
      hold: plans.length > 0 ? "held" : "open",
      children: <Plan tickets={plans} isExempt={exempt !== ""} />,
    },
    { name: "Implementation", hold: "held", children: <Implementation model={model} row={row} /> },
    {
      name: "Evidence",
      hold: evidenceHold(facts),
      children: <Evidence facts={facts} model={model} row={row} />,
    },
  ];
}

function Intent({ tickets, exempt }: { readonly tickets: readonly PageTicket[]; readonly exempt: string }) {
  if (tickets.length === 0)
    return <p>{exempt === "" ? "It names no ticket." : `It needs no ticket: ${exempt}.`}</p>;
  return (
    <ul class="plain-list">
      {tickets.map((ticket) => (
        <li key={ticket.at}>
          <TicketLink ticket={ticket} />
        </li>
      ))}
    </ul>
  );
}

function TicketLink({ ticket }: { readonly ticket: PageTicket }) {
  const { route, go } = usePage();
  return (
    <button
      type="button"
      class="ticket-link"
      onClick={() => go({ ...route, detail: { kind: "ticket", id: ticket.at } })}
    >
      <span class="ticket-line">
        <b>{ticket.key}</b>
        <StatePill state={ticket.state} status={ticket.status} />
      </span>
      {ticket.title === null ? null : <span>{ticket.title}</span>}
    </button>
  );
}

function Plan({
  tickets,
  isExempt,
}: {
  readonly tickets: readonly PageTicket[];
  readonly isExempt: boolean;
}) {
  if (tickets.length === 0) return <p class="soft">{isExempt ? "None is needed." : "No spec is known."}</p>;
  return (
    <ul class="plain-list">
      {tickets.map(({ at, spec, criteria }) => (
        <li key={at}>
          <code>{spec?.[0]}</code>
          <p class="soft">
            {`digest ${spec?.[1] ?? ""}…`}
            {criteria === null ? "" : ` · ${criteria[0]} of ${criteria[1]} criteria ticked`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Implementation({ model, row }: { readonly model: Model; readonly row: number }) {
  const { go } = usePage();
  const { changes, added, deleted, folders, lineages } = model.commits();
  const change = changes[row] ?? -1;
  const lineage = lineageText(lineages.get(row));
  const touched =
    folders === null ? [] : Array.from(listAt(folders, row), (at) => model.head.folders[at]?.[0] ?? "");
  return (
    <dl class="facts">
      <Fact name="Brought by">
        {change < 0 ? <span class="soft">no pull request is known</span> : <Change number={change} />}
      </Fact>
      {added === null || deleted === null ? null : (
        <Fact name="Lines">
          <span class="plus">{`+${Math.max(0, added[row] ?? 0)}`}</span>{" "}
          <span class="minus">{`−${Math.max(0, deleted[row] ?? 0)}`}</span>
        </Fact>
      )}
      {lineage === "" ? null : <Fact name="Lineage">{lineage}</Fact>}
      {touched.length === 0 ? null : (
        <Fact name="Folders">
          {touched.map((path) => (
            <button
              key={path}
              type="button"
              class="link"
              onClick={() => go(placeIn("commits", { folder: path }))}
            >
              {path}
            </button>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function evidenceHold(facts: PageFacts | undefined): Hold {
  if (facts === undefined || facts[0] === "undecided") return "open";
  return facts[0] === "pass" ? "held" : "broken";
}

const SIGNS = { pass: "✓", fail: "✗", skip: "–", unknown: "?" } as const;
const SIGN_WORDS = { pass: "met", fail: "not met", skip: "not asked", unknown: "not known" } as const;

function Evidence(props: {
  readonly facts: PageFacts | undefined;
  readonly model: Model;
  readonly row: number;
}) {
  const { head } = props.model;
  const recorded = props.model.commits().recorded?.[props.row] ?? -1;
  return (
    <>
      <ul class="findings">
        {findingsOf(props.facts, head.kinds).map(({ kind, text }, at) => (
          <li key={`${at} ${text}`} class={`finding-${kind.outcome}${kind.blocking ? " blocks" : ""}`}>
            <span class="sign" aria-hidden="true">
              {SIGNS[kind.outcome]}
            </span>
            <div>
              <b>{head.rules[kind.rule]?.title}</b>
              <span class="unseen">{`: ${SIGN_WORDS[kind.outcome]}`}</span>
              <p>{text}</p>
              {kind.waiver === null ? null : <p class="soft">{`Lifted by the waiver ${kind.waiver}.`}</p>}
              {kind.fix === "" ? null : <p class="soft">{kind.fix}</p>}
            </div>
          </li>
        ))}
      </ul>
      <p class="soft">
        {recorded < 0
          ? "Decided by its own date: nobody recorded another."
          : `Decided ${minuteOf(timeOf(recorded))}, as it was recorded.`}
      </p>
    </>
  );
}

/** What rules said, with the places of their sentences filled. */
function findingsOf(
  facts: PageFacts | undefined,
  kinds: readonly PageKind[],
): readonly { kind: PageKind; text: string }[] {
  const [, , ...told] = facts ?? ["pass" as const, ""];
  return told.flatMap((one, at) => {
    const kind = typeof one === "number" ? kinds[one] : undefined;
    if (kind === undefined) return [];
    const args = told[at + 1];
    const values = typeof args === "object" ? args : [];
    return [
      {
        kind,
        text: kind.text.replace(/\{([\w-]+)\}/gu, (_, name: string) =>
          String(values[kind.args.indexOf(name)] ?? name),
        ),
      },
    ];
  });
}
