import { GATE_CODES } from "../core/codes.ts";
import { type Disclosure, disclosureOf } from "../core/disclosure.ts";
import type { JudgedFinding } from "../core/finding.ts";
import type { Law } from "../core/law.ts";
import type { Report, ReportTicket } from "../core/report.ts";

/** What stands where something is not to be told. */
const HIDDEN = "(not shown)";

/** Arguments by which findings name tickets, several with commas between them. */
const NAMES = ["ticket", "tickets", "parent", "upstream"] as const;

/** Arguments that say nothing of a ticket but its id: what the policy, git or the pull request says. All others are hidden. */
const TOLD: ReadonlySet<string> = new Set([
  ...NAMES,
  "remote",
  "wanted",
  "places",
  "path",
  "branch",
  "version",
  "what",
  "problem",
  "candidates",
  "authority",
  "timeSource",
  "category",
  "enforce_from",
]);

/** Codes that tell apart what nobody outside may: a ticket that is not there, and one that is not shown. */
const UNSEEN: Readonly<Record<string, "unseen" | "parent-unseen">> = {
  absent: "unseen",
  forbidden: "unseen",
  "no-ticket": "unseen",
  "not-found": "unseen",
  "no-access": "unseen",
  "parent-not-found": "parent-unseen",
  "parent-refused": "parent-unseen",
};

/** What may be told, and of which remote everything may: its tickets are the repository's own issues. Null: of none. */
export interface DisclosureTerms {
  readonly disclosure: Disclosure;
  readonly own: string | null;
}

/**
 * The report as it may be shown: the one place where `disclose` is applied, before any renderer. Own tickets, and those that are files
 * of the repository, are shown in full. Of all others `id` and `title` tell neither type, people, dates nor the names of states, and
 * of one that can't be had not even whether it exists; `id` no title and no address either.
 */
export function disclosed(report: Report, terms: DisclosureTerms): Report {
  if (terms.disclosure === "full") return report;
  const tickets = report.tickets();
  const shown = disclosedFindings(tickets, terms);
  const findings = report.findings.map(shown);
  const keys = report.keys.map((key) => ({ ...key, findings: key.findings.map(shown) }));
  const isLess = [...findings, ...keys.flatMap((key) => key.findings)].some(isHiding);
  return {
    ...report,
    findings,
    keys,
    notices: isLess ? [...report.notices, undisclosed(terms)] : report.notices,
    tickets: () => tickets.map((ticket) => disclosedTicket(ticket, terms)),
  };
}

/** The notice that something is not shown. */
export function undisclosed({ disclosure }: DisclosureTerms): string {
  return `undisclosed: ${disclosure}`;
}

/** Findings about some tickets as they may be shown, one by one. What was shown by the terms before says the same again. */
export function disclosedFindings(
  tickets: readonly ReportTicket[],
  terms: DisclosureTerms,
): (finding: JudgedFinding) => JudgedFinding {
  const known = knownOf(tickets, terms);
  return (finding) => findingOf(finding, known, terms);
}

/**
 * The same where no forge says who reads the repository: a developer's own terminal is shown everything, a log of CI or of a server is
 * public. `own`: as in the terms.
 */
export function disclosedHere(report: Report, law: Pick<Law, "disclose">, own: string | null = null): Report {
  if (report.place === "hook") return report;
  return disclosed(report, { disclosure: disclosureOf(law, { isPrivate: null }), own });
}

/** Whether somebody who reads it may want to know more. */
function isHiding({ code, args, outcome }: JudgedFinding): boolean {
  if (outcome !== "fail" && outcome !== "unknown") return false;
  return Object.values(UNSEEN).some((one) => one === code) || Object.values(args).includes(HIDDEN);
}

/** What is known of the tickets of one name: two remotes may have the same. */
interface Known {
  readonly isOpen: boolean;
  /** The spec of each stands in the repository. */
  readonly isSpecOpen: boolean;
  readonly category: string | null;
}

function knownOf(tickets: readonly ReportTicket[], terms: DisclosureTerms): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const ticket of tickets) {
    const isOpen = isOpenTicket(ticket, terms);
    const isSpecOpen = isOpen || isOfFile(ticket);
    for (const name of new Set([ticket.key, ticket.id])) {
      const other = known.get(name);
      known.set(name, {
        isOpen: isOpen && (other?.isOpen ?? true),
        isSpecOpen: isSpecOpen && (other?.isSpecOpen ?? true),
        category: other === undefined ? (ticket.state?.category ?? null) : null,
      });
    }
  }
  return known;
}

/** Whether all may be told of a ticket: a file of the repository is read by whoever reads the repository. */
export function isOpenTicket({ remote, path, source }: ReportTicket, { own }: DisclosureTerms): boolean {
  return remote === own || path !== null || source === "file";
}

function isOfFile({ spec }: ReportTicket): boolean {
  return spec !== null && spec.path !== null;
}

/** A ticket as it may be shown. */
export function disclosedTicket(ticket: ReportTicket, terms: DisclosureTerms): ReportTicket {
  if (isOpenTicket(ticket, terms)) return ticket;
  const isNamed = terms.disclosure === "title";
  const known = {
    ...ticket,
    title: isNamed ? ticket.title : null,
    url: isNamed ? ticket.url : null,
    type: null,
    state: ticket.state === null ? null : { ...ticket.state, name: ticket.state.category },
    spec: isOfFile(ticket) ? ticket.spec : null,
  };
  const isGone = ticket.status === "absent" || ticket.status === "forbidden";
  return isGone ? { ...known, status: "absent", source: null, digest: null, asOf: null } : known;
}

function findingOf(
  finding: JudgedFinding,
  known: ReadonlyMap<string, Known>,
  terms: DisclosureTerms,
): JudgedFinding {
  const names = namesOf(finding);
  if (names.length === 0) return withoutShown(finding, terms);
  const isOpen = names.every((name) => {
    const one = known.get(name);
    return finding.rule.startsWith("spec-") ? one?.isSpecOpen === true : one?.isOpen === true;
  });
  if (isOpen) return finding;
  const code = Object.hasOwn(UNSEEN, finding.code) ? UNSEEN[finding.code] : undefined;
  if (code !== undefined) return unseen(finding, code);
  const category = finding.args.category ?? categoryOf(names, known);
  const args = Object.entries(finding.args).flatMap(([name, value]) => {
    const told = argOf({ finding, name, value, category }, terms);
    return told === null ? [] : [[name, told] as const];
  });
  return { ...finding, args: Object.fromEntries(args) };
}

function namesOf({ about, args }: JudgedFinding): readonly string[] {
  const told = NAMES.flatMap((name) => (args[name] === undefined ? [] : String(args[name]).split(", ")));
  return about.ticket === undefined ? told : [about.ticket, ...told];
}

/** What names no ticket is about the change alone; a rule from outside may still say what a ticket is called. */
function withoutShown(finding: JudgedFinding, { disclosure }: DisclosureTerms): JudgedFinding {
  if (disclosure === "title" || finding.args.url === undefined) return finding;
  const { title: _, url: __, ...args } = finding.args;
  return { ...finding, args };
}

function categoryOf(names: readonly string[], known: ReadonlyMap<string, Known>): string {
  const [one = "", ...more] = new Set(names);
  return (more.length === 0 ? known.get(one)?.category : null) ?? HIDDEN;
}

interface Arg {
  readonly finding: JudgedFinding;
  readonly name: string;
  readonly value: string | number;
  readonly category: string | number;
}

/** An argument as it may be told; null: it is left out. */
function argOf(
  { finding, name, value, category }: Arg,
  { disclosure }: DisclosureTerms,
): Arg["value"] | null {
  const isNamed = disclosure === "title";
  if (name === "title" || name === "url") return isNamed ? value : null;
  if (finding.rule === "upstream-consistent" && finding.code.endsWith("-differs"))
    return name !== "remote" || (isNamed && finding.code === "title-differs") ? value : HIDDEN;
  if (finding.rule === "spec-in-body" && name === "wanted") return HIDDEN;
  if (typeof value === "number" || TOLD.has(name)) return value;
  if (name === "state") return category;
  return name === "reason" ? reasonOf(String(value)) : HIDDEN;
}

/** Codes of other findings, which are written as those are. */
function reasonOf(codes: string): string {
  const told = codes.split(", ").map((code) => (Object.hasOwn(UNSEEN, code) ? UNSEEN[code] : code));
  return told.join(", ");
}

/** The same for a ticket that is not there and for one that is not shown, to the letter. */
function unseen(finding: JudgedFinding, code: "unseen" | "parent-unseen"): JudgedFinding {
  const { ticket, parent, remote, enforce_from } = finding.args;
  const args = Object.entries({ ticket, parent, remote, enforce_from }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const { fix } = GATE_CODES[code];
  const note = enforce_from === undefined ? fix : `${fix} This blocks from ${enforce_from} on.`;
  return { ...finding, code, args: Object.fromEntries(args), fix: { argv: null, note } };
}
