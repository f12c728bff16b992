import { expect, test } from "vitest";
import { connect, providerOf } from "../servers/connect.ts";
import { servers } from "../servers/index.ts";

/** Requests that a thousand tickets take: what the vendor's own limit of a batch allows. */
const FEWEST: Readonly<Record<string, number>> = {
  github: 20,
  gitlab: 10,
  jira: 10,
  "jira-data-center": 10,
  "azure-devops": 5,
  linear: 10,
};

test.each(Object.entries(FEWEST))(
  "%s is asked more often than a thousand tickets need",
  async (name, fewest) => {
    const server = await servers[name]?.();
    if (server === undefined) throw new Error(`no server ${name}`);
    const tracker = await connect(server);
    const ids = server.crowd(1000);
    // What a connection is told once: flavours, and the states of a type.
    await tracker.many(ids.slice(0, 1));
    server.loopback.calls.length = 0;
    const answers = await tracker.many(ids);
    await server.loopback.close();
    expect([...answers.values()].filter(({ status }) => status === "found")).toHaveLength(1000);
    expect(server.loopback.calls).toHaveLength(fewest);
    expect((await providerOf(server.kind)).capabilities.batch).toBe(1000 / fewest);
  },
);

/** Requests that the pasts of a thousand tickets take, with what has to be asked once (states of a type, all states). */
const FEWEST_PASTS: Readonly<Record<string, number>> = {
  github: 20,
  // Ten for the tickets, and one for each: this API tells states of one issue alone.
  gitlab: 1010,
  jira: 12,
  "jira-data-center": 11,
  // All revisions of the project, which are a few more than the crowd's, and the states of the crowd's type.
  "azure-devops": 3,
  linear: 50,
  clickup: 0,
  notion: 0,
};

test.each(Object.entries(FEWEST_PASTS))(
  "%s is asked more often than the pasts of a thousand tickets need",
  async (name, fewest) => {
    const server = await servers[name]?.();
    if (server === undefined) throw new Error(`no server ${name}`);
    const tracker = await connect(server);
    const ids = server.crowd(1000);
    await tracker.identity();
    await tracker.many(ids.slice(0, 1));
    server.loopback.calls.length = 0;
    const pasts = await tracker.pasts(ids);
    await server.loopback.close();
    const status = fewest === 0 ? "untold" : "told";
    expect([...pasts.values()].filter((past) => past.status === status)).toHaveLength(1000);
    expect(server.loopback.calls.length).toBeLessThanOrEqual(fewest);
    expect(server.problems).toEqual([]);
  },
  30_000,
);
