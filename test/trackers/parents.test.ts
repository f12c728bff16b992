import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Lookup } from "../../src/core/ticket.ts";
import { lookUp } from "../../src/gather/lookups.ts";
import { withParents } from "../../src/gather/parents.ts";
import { parentAuthorised } from "../../src/rules/parent-authorised.ts";
import { law } from "../core/law.ts";
import { AT, commit, commits, evidence, facts, reference } from "../rules/evidence.ts";
import { answers } from "../rules/table.ts";
import { connect } from "../servers/connect.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";

const RULE = { level: "enforce", unknown: "block", options: { levels: 2, required: false } } as const;

/** GitLab's epics are no issues, so nobody here can tell how they stand. */
const EXPECTED: Readonly<Record<string, string>> = { gitlab: "parent-unknown" };

describe.each(Object.entries(servers))("%s", (name, start) => {
  let server: TrackerServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.loopback.close());

  test("a parent is asked for under a name that the tracker does not know, or more than once", async () => {
    const tracker = await connect(server, { remote: "theirs" });
    const asked: (readonly string[])[] = [];
    const many = (ids: readonly string[]): Promise<ReadonlyMap<string, Lookup>> => {
      asked.push(ids);
      return tracker.many(ids);
    };
    const sources = new Map([["theirs", { ...tracker, many }]]);
    const { id } = server.seed.open;
    const lawOfParents = law({ rules: { "parent-authorised": RULE } });
    const ask = (wanted: Parameters<typeof lookUp>[2]) => lookUp(lawOfParents, sources, wanted);
    const lookups = await withParents(lawOfParents, await ask([{ remote: "theirs", id }]), ask);
    const parent = server.seed.open.ticket.parent ?? null;
    const given = evidence({
      change: commits(commit()),
      at: AT,
      facts: [facts()],
      tasks: [],
      references: [reference(id, { remote: "theirs" })],
      lookups,
    });
    expect(asked).toEqual(parent === null ? [[id]] : [[id], [parent]]);
    expect(answers(parentAuthorised, given, { levels: 2 }).map(({ code }) => code)).toEqual([
      EXPECTED[name] ?? (parent === null ? "top-level" : "parents-open"),
    ]);
  });
});
