import { expect, test } from "vitest";
import { connect } from "../servers/connect.ts";
import { servers } from "../servers/index.ts";

/** Trackers whose pages are counted, and those that are asked from a time on. */
const COUNTED = ["github", "gitlab", "clickup", "azure-devops", "jira-data-center"];

test.each(COUNTED)("%s: what is changed during a listing pushes another ticket off it", async (name) => {
  const server = await servers[name]?.();
  if (server === undefined) throw new Error(`no server ${name}`);
  const tracker = await connect(server);
  const ids = server.crowd(450);
  const { done = "" } = server.seed.targets;
  const listed: string[] = [];
  const changed: string[] = [];
  for await (const { id } of tracker.list({ order: "oldest-first" })) {
    listed.push(id);
    if (!ids.includes(id) || changed.includes(id) || listed.length % 4 !== 0) continue;
    server.move(id, done);
    changed.push(id);
  }
  await server.loopback.close();
  expect(changed.length).toBeGreaterThan(50);
  expect(ids.filter((id) => !listed.includes(id))).toEqual([]);
  expect(server.problems).toEqual([]);
});

/** More than one query of the vendor's answers with, and the tickets that are changed after the others. */
const TOO_MANY: Readonly<Record<string, number>> = { "azure-devops": 20_100, notion: 10_050 };

test.each(Object.entries(TOO_MANY))(
  "%s: a listing ends where the vendor's does",
  async (name, count) => {
    const server = await servers[name]?.();
    if (server === undefined) throw new Error(`no server ${name}`);
    const ids = server.crowd(count);
    for (const id of ids.slice(0, 300)) server.move(id, server.seed.targets.done ?? "");
    const tracker = await connect(server, { tryMs: 60_000 });
    for (const order of ["oldest-first", undefined] as const) {
      const listed = new Set<string>();
      for await (const { id } of tracker.list(order === undefined ? {} : { order })) listed.add(id);
      expect(ids.filter((id) => !listed.has(id))).toEqual([]);
    }
    await server.loopback.close();
    expect(server.problems).toEqual([]);
  },
  120_000,
);
