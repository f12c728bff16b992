import type { Approving, ToApprove } from "../approve.ts";
import type { Out } from "../core/ports.ts";
import { SNAPSHOT_FIELDS } from "../core/ticket.ts";
import { json, shellCommand, terminal, terminalLines } from "../reports/escape.ts";
import { painter } from "../reports/paint.ts";
import { envelope } from "./envelope.ts";

/** JSON of what approving a ticket came to, with all that it is about. */
export function approvingJson(answer: Approving): string {
  const { ticket, snapshot, digest, by, outcome, changed, url, doubt } = answer;
  const { remote, id, key, title, description, criteria } = ticket;
  const texts = { title, description, criteria: criteria.map(({ text }) => text) };
  const told = { ticket: { remote, id, key, url: ticket.url, ...texts }, snapshot, digest };
  const { account, name } = by;
  const isThere = outcome === "approved" || outcome === "already";
  const come = { outcome, changed, url, counts: isThere && doubt === null, doubt };
  return `${json({ ...envelope("ticket-approve"), ...told, by: { account, name }, ...come })}\n`;
}

/** What approving a ticket came to. Whoever was asked has read the ticket already. */
export function approvingText(answer: Approving, out: Out, wasShown: boolean): string {
  const { url } = answer;
  const lines = [...wordsOf(answer), ...(url === null ? [] : [terminal(url)])];
  return `${wasShown ? "" : toApproveText(answer, out)}${lines.map((line) => `${line}\n`).join("")}`;
}

/** The whole of what is approved, and its digests. */
export function toApproveText({ ticket, snapshot, digest }: ToApprove, out: Out): string {
  const paint = painter(out.color);
  const below = (head: string, texts: readonly string[]): readonly string[] => [
    `  ${paint.dim(head)}`,
    ...(texts.length === 0 ? ["    none"] : texts.map((text) => `    ${text}`.trimEnd())),
  ];
  const description = ticket.description === "" ? [] : terminalLines(ticket.description).split("\n");
  return `${[
    `${terminal(ticket.key)}  ${terminal(ticket.title)}`,
    ...(ticket.url === null ? [] : [`  ${terminal(ticket.url)}`]),
    ...below("description", description),
    ...(ticket.unshown === undefined ? [] : below("beside it", [UNSHOWN])),
    ...below(
      "acceptance criteria",
      ticket.criteria.map(({ text }) => `- ${terminal(text)}`),
    ),
    ...below("digests", [
      ...SNAPSHOT_FIELDS.map((field) => `${field}=${snapshot[field]}`),
      `expect=${digest}`,
    ]),
    "",
  ].join("\n")}\n`;
}

const UNSHOWN =
  "the stored text has more than can be shown here (hidden, or of no Markdown): read it in the tracker.";

function wordsOf({ by, ticket, outcome, changed, doubt, digest }: Approving): readonly string[] {
  const name = terminal(by.name);
  const command = ["golden-thread", "ticket", "approve", ticket.key];
  const counts =
    doubt === null
      ? "It counts until one of these changes, for changes that this account did not make itself."
      : `It will not count: ${terminal(doubt)}`;
  switch (outcome) {
    case "approved":
      return [`Approved by ${name}. ${counts}`];
    case "already":
      return [`${name} approved exactly this before, so nothing was posted. ${counts}`];
    case "shown":
      return [
        `Nothing was posted. To approve this text, and no other, by ${name}:`,
        `  ${shellCommand([...command, "--expect", digest])}`,
      ];
    case "declined":
      return ["Nothing was posted."];
    case "other":
      return [
        `Nothing was posted: another ${changed.join(", ")} was expected than the ticket has now. Read it anew, and approve that:`,
        `  ${shellCommand([...command, "--expect", digest])}`,
      ];
  }
}
