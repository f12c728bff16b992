import type { Waiver } from "../core/evidence.ts";
import type { Report, ReportTicket } from "../core/report.ts";
import { pageOf } from "./escape.ts";
import { plural } from "./layout.ts";
import { type Markup, markup, NONE } from "./markup.ts";
import { noticeText } from "./notices.ts";
import { SOURCES } from "./summary.ts";

/** More of them make no page; report.json has all. */
const MOST_ROWS = 5000;

/** The tickets that are named, with what was known of them. */
export function ticketSection(report: Report): Markup {
  const tickets = report.tickets();
  const rows = tickets.slice(0, MOST_ROWS).map(ticketRow);
  return section("Tickets", tickets.length, {
    names: ["Ticket", "Title", "State", "Told by", "Spec"],
    rows,
  });
}

interface Table {
  readonly names: readonly string[];
  readonly rows: readonly Markup[];
}

function section(title: string, all: number, { names, rows }: Table): Markup {
  if (rows.length === 0) return NONE;
  const rest = all - rows.length;
  const id = title.toLowerCase();
  return markup`<h2 id="${id}">${title} <small>${plural(all, title.toLowerCase().replace(/s$/u, ""))}</small></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}"><table>
<thead><tr>${names.map((name) => markup`<th>${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>
${rest > 0 ? markup`<p class="soft">${rest} more in report.json.</p>\n` : NONE}`;
}

function ticketRow({
  key,
  remote,
  title,
  url,
  state,
  status,
  source,
  asOf,
  path,
  spec,
}: ReportTicket): Markup {
  const page = pageOf(url);
  const name =
    page === null ? markup`<b>${key}</b>` : markup`<a href="${page}" rel="noreferrer"><b>${key}</b></a>`;
  const told = source === null ? "" : `${SOURCES[source]}${asOf === null ? "" : `, ${asOf}`}`;
  const where = spec === null ? "" : `${spec.path ?? spec.source}, `;
  const digest = spec === null ? NONE : markup`<code>${spec.digest.slice(0, 12)}</code>`;
  return markup`<tr><td class="whole">${name} <span class="soft">${remote}</span></td><td class="text">${title ?? ""}</td><td>${stateOf(state, status)}</td><td>${path ?? told}</td><td>${where}${digest}</td></tr>
`;
}

function stateOf(state: ReportTicket["state"], status: ReportTicket["status"]): Markup {
  if (state === null)
    return markup`<span class="pill ${status === "found" ? "good" : "warn"}">${status}</span>`;
  const isOpen = state.category === "open" || state.category === "in_progress";
  return markup`<span class="pill ${isOpen ? "good" : "warn"}">${state.name}</span>`;
}

/** Every waiver of the trusted tree. */
export function waiverSection({ waivers }: Report): Markup {
  return section("Waivers", waivers.length, {
    names: ["Waiver", "Rules", "Reason", "Approver", "Expires"],
    rows: waivers.slice(0, MOST_ROWS).map(waiverRow),
  });
}

function waiverRow({ id, rules, reason, incident, approver, proof, expires }: Waiver): Markup {
  const why = incident === undefined ? reason : `${reason} (${incident})`;
  return markup`<tr><td class="whole"><b>${id}</b></td><td>${rules.join(", ")}</td><td class="text">${why}</td><td>${approver} <span class="soft">${proof}</span></td><td class="whole">${expires}</td></tr>
`;
}

/** What was not judged, and what else no rule says. */
export function noticeSection({ notices, counts, subject }: Report): Markup {
  const left = [
    ...(subject.complete ? [] : ["Not every commit could be seen, so nothing is said of the others."]),
    ...(counts.beforeBaseline > 0
      ? [`${plural(counts.beforeBaseline, "commit")} before the policy's baseline: counted, not judged.`]
      : []),
  ];
  return markup`${list("Not judged", left)}${list("Notes", notices.map(noticeText))}`;
}

function list(title: string, texts: readonly string[]): Markup {
  if (texts.length === 0) return NONE;
  return markup`<h2>${title}</h2>
<ul class="plain">${texts.map((text) => markup`<li>${text}</li>`)}</ul>
`;
}
