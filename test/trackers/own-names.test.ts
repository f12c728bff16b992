import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ticket } from "../../src/core/ticket.ts";
import { ticketAuthorised } from "../../src/rules/ticket-authorised.ts";
import { AT, commit, commits, evidence, facts, reference } from "../rules/evidence.ts";
import { answers } from "../rules/table.ts";
import { connect } from "../servers/connect.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";

/** What ticket-authorised says of a tracker's ticket under `authorise:`. */
function codesOf(ticket: Ticket, authorise: Readonly<Record<string, unknown>>): readonly string[] {
  const given = evidence({
    change: commits(commit()),
    at: AT,
    facts: [facts()],
    tasks: [],
    references: [reference(ticket.id, { remote: ticket.remote })],
    lookups: { [`${ticket.remote}:${ticket.id}`]: { status: "found", ticket, source: "api" } },
  });
  return answers(ticketAuthorised, given, { authorise }).map(({ code }) => code);
}

describe.each(Object.entries(servers))("%s", (_name, start) => {
  let server: TrackerServer;
  let ticket: Ticket;
  beforeAll(async () => {
    server = await start();
    const tracker = await connect(server, { remote: "theirs" });
    const { id } = server.seed.open;
    const found = (await tracker.many([id])).get(id);
    if (found?.status !== "found") throw new Error(`${id} is ${found?.status}`);
    ticket = found.ticket;
  });
  afterAll(() => server.loopback.close());

  test("its own name of a state does not count, in whatever case", () => {
    const { name } = ticket.state;
    expect(codesOf(ticket, { states: { theirs: [name.toUpperCase()] } })).toEqual(["authorised"]);
    expect(codesOf(ticket, { states: { theirs: [`${name} or so`] } })).toEqual(["wrong-state"]);
  });

  test("another remote's states are asked of it", () => {
    expect(codesOf(ticket, { states: { ours: ["Nowhere"] } })).toEqual(["authorised"]);
  });

  test("its own name of a type does not count, in whatever case", () => {
    const { name = null } = ticket.type ?? {};
    const own = codesOf(ticket, { types: { theirs: [(name ?? "any").toUpperCase()] } });
    expect(own).toEqual(["authorised"]);
    const other = codesOf(ticket, { types: { theirs: ["No such type"] } });
    expect(other).toEqual([name === null ? "authorised" : "wrong-type"]);
  });

  test("another remote's types are asked of it", () => {
    expect(codesOf(ticket, { types: { ours: ["No such type"] } })).toEqual(["authorised"]);
  });
});
