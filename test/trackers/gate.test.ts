import { afterAll, describe, expect, test } from "vitest";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import type { Seed, TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, stage } from "./scene.ts";

/** What a person is told of a ticket that authorises nothing. `shown`: the ticket's title and address, too. */
interface Told {
  readonly words: RegExp;
  readonly shown: boolean;
}

const ABSENT: Told = { words: /is not to be found in tracker, so it authorises nothing/, shown: false };
const STRANGE: Told = { words: /is no ticket of tracker, so it authorises nothing/, shown: false };
const FORBIDDEN: Told = { words: /may not be (?:seen|read)|refuses/, shown: false };
const UNOWNED: Told = { words: /belongs to no tracker of this policy/, shown: false };
const UNNAMED: Told = { words: /No ticket is named/, shown: false };
const ELSEWHERE: Told = { words: /belongs to project \S+; wanted: /, shown: true };
const ARCHIVED: Told = { words: /is archived; archived tickets never authorise/, shown: true };

/** `allowed`: the commit passes. */
type Outcome = Told | "allowed";

/** What becomes of a commit that names nothing but this ticket. */
const TABLE: Readonly<Partial<Record<keyof Seed, Outcome>>> = {
  inProgress: "allowed",
  done: { words: /is "[^"]+" \(done\); wanted: open, in_progress\./, shown: true },
  canceled: { words: /is "[^"]+" \(canceled\); wanted: open, in_progress\./, shown: true },
  archived: ARCHIVED,
  absent: ABSENT,
  forbidden: ABSENT,
  deleted: ABSENT,
  moved: "allowed",
  notATicket: STRANGE,
};

/** Where a vendor, or the policy that names it, tells more or less than the table says. */
const OWN: Readonly<Record<string, typeof TABLE>> = {
  github: { forbidden: UNOWNED, deleted: STRANGE, moved: ELSEWHERE },
  gitlab: { forbidden: UNOWNED, deleted: ABSENT, moved: ELSEWHERE },
  linear: { forbidden: UNNAMED, deleted: STRANGE },
  clickup: { forbidden: FORBIDDEN },
  notion: { deleted: STRANGE },
};

const GOLDEN: readonly string[] = ["jira", "github"];

const open: { readonly server: TrackerServer; readonly scene: Scene }[] = [];
afterAll(async () => {
  for (const { server, scene } of open) {
    scene.close();
    await server.loopback.close();
  }
});

describe.each(Object.keys(servers))("%s decides over commits", (name) => {
  const staged = async () => {
    const server = await servers[name]?.();
    if (server === undefined) throw new Error(`no server ${name}`);
    const scene = await stage(server);
    open.push({ server, scene });
    return { server, scene };
  };

  test("a commit under an open ticket is refused, or one under a done ticket is made", async () => {
    const { server, scene } = await staged();
    await scene.installHook();
    const commit = (id: string) =>
      scene.git("commit", "--quiet", "--allow-empty", "-m", `Change it (${written(server, id)})`);
    expect(await commit(server.seed.open.id)).toMatchObject({ code: 0 });
    expect(await commit(server.seed.done)).toMatchObject({ code: 1 });
    expect((await scene.git("rev-list", "--count", "HEAD")).stdout).toBe("1\n");
    expect(server.problems).toEqual([]);
  });

  test("a ticket that authorises nothing lets a commit pass, or does not say why not", async () => {
    const { server, scene } = await staged();
    const shown: string[] = [];
    for (const [what, outcome] of Object.entries({ ...TABLE, ...OWN[name] })) {
      const id = idOf(server, what);
      if (id === null) continue;
      const { code, stdout, stderr } = await scene.hook(`Change it (${written(server, id)})\n`);
      const text = stderr.replace(/\n\s+/g, " ");
      shown.push(stderr);
      expect([what, code, stdout], text).toEqual([what, outcome === "allowed" ? 0 : 1, ""]);
      if (outcome === "allowed") continue;
      expect([what, text]).toEqual([what, expect.stringMatching(outcome.words)]);
      expect([what, / title +\S.* url +https?:\/\/\S+/.test(text)]).toEqual([what, outcome.shown]);
    }
    expect(server.problems).toEqual([]);
    if (GOLDEN.includes(name))
      await expect(plain(shown.join(""), server, scene)).toMatchFileSnapshot(
        `golden/gate-${name}.golden.txt`,
      );
  });
});

function idOf({ seed }: TrackerServer, what: string): string | null {
  if (what === "forbidden") return seed.forbidden?.id ?? null;
  if (what === "moved") return seed.moved?.from ?? null;
  const id = Object.entries(seed).find(([key]) => key === what)?.[1];
  return typeof id === "string" ? id : null;
}

/** Without what is another one in each run: ports, folders, digests. */
function plain(text: string, { loopback }: TrackerServer, { root }: Scene): string {
  return text
    .replaceAll(loopback.origin, "http://TRACKER")
    .replaceAll(root, "WORK")
    .replace(/\b[0-9a-f]{12}\b/g, "DIGEST");
}
