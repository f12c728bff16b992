import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../servers/connect.ts";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { fall, fill, judged, LEDGER, PEM, REF, told } from "./offline.ts";
import { openScene, stage } from "./scene.ts";

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

/** Below the highest number: moved away, hidden, deleted; beyond: where the listing never was. */
function odd(server: TrackerServer): readonly (readonly [string, string])[] {
  const { open, archived, notATicket, forbidden, deleted, moved, absent } = server.seed;
  const below = server.kind === "jira" ? "PROJ-2" : server.kind === "github" ? "acme/shop#2" : "2";
  const named = {
    open: open.id,
    archived,
    notATicket,
    deleted,
    moved: moved?.from,
    below,
    forbidden: forbidden?.id,
    absent,
  };
  return Object.entries(named).flatMap(([name, id]) => (id ? [[name, id] as const] : []));
}

describe.each(["jira", "github", "azure-devops"])("what a ledger of %s has no row for", (name) => {
  test("counts for absent though it was moved, or for there though it was not", async () => {
    const server = await servers[name]?.();
    if (server === undefined) throw new Error(`no server ${name}`);
    const scene = await stage(server, { policy: LEDGER });
    opened.push(scene);
    const ids = odd(server);
    await fill(
      scene,
      ids.map(([, id]) => written(server, id)),
    );
    await scene.git("reset", "-q", "--hard", "main");
    const online = await judged(scene);
    scene.env.GOLDEN_THREAD_SIGNING_KEY = PEM;
    expect(await scene.golden("ledger", "build")).toMatchObject({ code: 0 });
    opened.push(fall(server));
    const away = await openScene({ policy: null, variables: {}, trust: [] });
    opened.push(away);
    await away.git("fetch", "-q", "--update-head-ok", scene.root, "main:main", "--tags", `${REF}:${REF}`);
    const offline = await judged(away);
    // Commits are told newest first.
    const both = ids.toReversed().map(([what], at) => [what, online.all[at], offline.all[at]] as const);
    expect(both.filter(([, one, other]) => one !== other && other !== "undecided")).toEqual([]);
    const unsure = both.flatMap(([what, one, other]) => (one === other ? [] : [what]));
    // What is beyond the highest number may be newer than the ledger; and Jira lists no project that nobody may see.
    expect(unsure).toEqual(name === "jira" ? ["absent", "forbidden"] : ["absent"]);
    expect(online.all[both.findIndex(([what]) => what === "open")]).toBe("pass");
  }, 120_000);
});

describe.each(["jira", "github", "gitlab", "azure-devops", "linear", "notion"])(
  "an approval in a ledger of %s",
  (name) => {
    test("is lost, or outlives a change of what was approved", async () => {
      const server = await servers[name]?.();
      if (server === undefined) throw new Error(`no server ${name}`);
      opened.push({ close: () => server.loopback.close() });
      const tracker = await connect(server);
      const { account } = await tracker.identity();
      const people = `people: { boss@example.test: ["${account}"], ada@example.test: [ada-own] }\nauthorise: { approval: { approvers: ["${account}"] } }\n`;
      const scene = await stage(server, { policy: `${LEDGER}${people}` });
      opened.push(scene);
      scene.env.GOLDEN_THREAD_SIGNING_KEY = PEM;
      const { id } = server.seed.open;
      await tracker.edit(id, { description: "## Acceptance criteria\n\n- [ ] A price is shown\n" });
      await fill(scene, [written(server, id)]);
      await scene.git("reset", "-q", "--hard", "main");
      const away = await openScene({ policy: null, variables: {}, trust: [] });
      opened.push(away);
      const offline = async () => {
        const built = await scene.golden("ledger", "build");
        expect([built.code, built.stderr]).toEqual([0, ""]);
        await away.git(
          "fetch",
          "-q",
          "--update-head-ok",
          scene.root,
          "main:main",
          "--tags",
          `+${REF}:${REF}`,
        );
        return told(away);
      };
      expect(await offline(), "nobody approved it").toMatchObject({
        code: 1,
        text: expect.stringContaining("has to be approved"),
      });
      expect(await scene.golden("ticket", "approve", written(server, id), "--yes")).toMatchObject({
        code: 0,
      });
      expect(await offline(), "approved").toMatchObject({ code: 0 });
      await tracker.edit(id, { description: "## Acceptance criteria\n\n- [ ] No price is shown\n" });
      expect(await offline(), "changed").toMatchObject({
        code: 1,
        text: expect.stringMatching(/was approved by .* but its description, criteria changed after that/),
      });
    }, 120_000);
  },
);
