import { afterAll, describe, expect, test } from "vitest";
import type { Tracker } from "../../src/core/tracker.ts";
import type { Ran } from "../cli/world.ts";
import { connect } from "../servers/connect.ts";
import { startGithubServer } from "../servers/github/start.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, stage } from "./scene.ts";

const open: { readonly server: TrackerServer; readonly scene: Scene }[] = [];
afterAll(async () => {
  for (const { server, scene } of open) {
    scene.close();
    await server.loopback.close();
  }
});

/** The account that every token here belongs to; another one may label issues and no more. */
const OCTO = "octo-dev";

interface Judging {
  readonly server: TrackerServer;
  readonly tracker: Tracker;
  /** What CI says of a commit of ada@example.test that names this ticket. */
  verdict(name: string): Promise<Ran>;
  approve(name: string): Promise<Ran>;
}

async function judging(policy: string, repo = "shop", server?: TrackerServer): Promise<Judging> {
  const own = server ?? (await startGithubServer());
  const settings = own.kind === "github" ? { ...own.settings, repo: `acme/${repo}` } : own.settings;
  const scene = await stage(own, { policy, settings });
  open.push({ server: own, scene });
  return {
    server: own,
    tracker: await connect(own, { settings }),
    approve: (name) => scene.golden("ticket", "approve", name, "--yes"),
    async verdict(name) {
      // Without a commit before it, the work tree's policy judges.
      await scene.git("update-ref", "-d", "HEAD");
      await scene.git("commit", "-q", "--no-verify", "--allow-empty", "-m", `Do it (${name})`);
      return scene.golden("check", "commit", "HEAD", "--place", "ci");
    },
  };
}

const flat = ({ stdout }: Ran): string => stdout.replace(/\s+/g, " ");
const TIME = 60_000;

describe("anybody may open an issue in a public repository", () => {
  test("a stranger opens one and works on it", { timeout: TIME }, async () => {
    const { verdict } = await judging("", "plaza");
    const fresh = await verdict("acme/plaza#1");
    expect(fresh.code).toBe(1);
    expect(flat(fresh)).toContain(
      "acme/plaza#1 was opened by eve, who has no rights in acme/plaza; it authorises nothing until a collaborator assigns, labels or plans it (milestone).",
    );
    expect(await verdict("acme/plaza#2"), "labelled by a program and by herself").toMatchObject({ code: 1 });
    expect(await verdict("acme/plaza#3"), "labelled by a collaborator").toMatchObject({ code: 0 });
    expect(await verdict("acme/plaza#7"), "of a collaborator").toMatchObject({ code: 0 });
  });

  test("a private repository, into which no stranger gets, is treated like a public one", {
    timeout: TIME,
  }, async () => {
    const { verdict } = await judging("", "cellar");
    expect(await verdict("acme/cellar#1")).toMatchObject({ code: 0 });
  });
});

describe("whoever does the work alone has decided alone", () => {
  const strict = "rules: { authoriser-is-not-author: enforce }\n";

  test("an author opens a ticket and works on it", { timeout: TIME }, async () => {
    const { verdict } = await judging(`${strict}people: { ada@example.test: [${OCTO}] }\n`);
    const own = await verdict("acme/shop#42");
    expect([own.code, flat(own)]).toEqual([
      1,
      expect.stringContaining(`acme/shop#42 was authorised by ${OCTO} alone, an author of this change.`),
    ]);
  });

  test("somebody else's ticket is refused", { timeout: TIME }, async () => {
    const { verdict } = await judging(
      `${strict}people: { boss@example.test: [${OCTO}], ada@example.test: [ada-own] }\n`,
    );
    expect(await verdict("acme/shop#42")).toMatchObject({ code: 0 });
  });

  test("an account of nobody knows whom is somebody else's", { timeout: TIME }, async () => {
    const { verdict } = await judging(strict);
    const unknown = await verdict("acme/shop#42");
    expect([unknown.code, flat(unknown)]).toEqual([3, expect.stringContaining("whether that is an author")]);
  });

  test("an author's own approval counts", { timeout: TIME }, async () => {
    const { verdict, approve } = await judging(
      `authorise: { approval: { approvers: [${OCTO}] } }\npeople: { ada@example.test: [${OCTO}] }\n`,
    );
    expect(await approve("acme/shop#42")).toMatchObject({ code: 0 });
    const own = await verdict("acme/shop#42");
    expect([own.code, flat(own)]).toEqual([
      1,
      expect.stringContaining(`acme/shop#42 is approved by ${OCTO} alone, an author of this change`),
    ]);
  });
});

describe("a label is an approval only where somebody is known to have set it", () => {
  const policy = (approver: string) =>
    `authorise: { approval: { label: approved, approvers: ["${approver}"] } }\npeople: { boss@example.test: ["${approver}"], ada@example.test: [ada-own] }\n`;

  test("a label goes on counting after the text was changed", { timeout: TIME }, async () => {
    const { tracker, verdict } = await judging(policy(OCTO));
    const id = "acme/shop#42";
    expect(await verdict(id), "without the label").toMatchObject({ code: 1 });
    await tracker.edit(id, { labels: ["bug", "approved"] });
    expect(await verdict(id), "with it").toMatchObject({ code: 0 });
    await tracker.edit(id, { description: "Something else." });
    const voided = await verdict(id);
    expect([voided.code, flat(voided)]).toEqual([
      1,
      expect.stringContaining("but its description changed after that"),
    ]);
    await tracker.edit(id, { labels: ["bug"] });
    await tracker.edit(id, { labels: ["bug", "approved"] });
    expect(await verdict(id), "set anew").toMatchObject({ code: 0 });
  });

  test("a label counts, whoever set it", { timeout: TIME }, async () => {
    const { tracker, verdict } = await judging(policy("triage"));
    await tracker.edit("acme/shop#42", { labels: ["approved"] });
    const refused = await verdict("acme/shop#42");
    expect([refused.code, flat(refused)]).toEqual([
      1,
      expect.stringContaining("nobody who may has approved it (triage)"),
    ]);
  });

  test("a label counts where the tracker keeps no record of texts", { timeout: TIME }, async () => {
    const server = await servers.gitlab?.();
    if (server === undefined) throw new Error("no server gitlab");
    const { tracker, verdict } = await judging(policy("ada"), "shop", server);
    await tracker.edit(server.seed.open.id, { labels: ["approved"] });
    const unknown = await verdict(server.seed.open.id);
    expect([unknown.code, flat(unknown)]).toEqual([
      3,
      expect.stringContaining("keeps no record of who set the label approved"),
    ]);
  });
});

test("ClickUp, which tells of no edits, lets anybody's word be put into an approver's mouth", {
  timeout: TIME,
}, async () => {
  const server = await servers.clickup?.();
  if (server === undefined) throw new Error("no server clickup");
  const { account } = await (await connect(server)).identity();
  const { verdict, approve } = await judging(
    `authorise: { approval: { approvers: ["${account}"] } }\npeople: { boss@example.test: ["${account}"], ada@example.test: [ada-own] }\n`,
    "",
    server,
  );
  const name = `CU-${server.seed.open.id}`;
  const posted = await approve(name);
  expect([posted.code, flat(posted)]).toEqual([
    1,
    expect.stringContaining("It will not count: the tracker does not tell"),
  ]);
  const unknown = await verdict(name);
  expect([unknown.code, flat(unknown)]).toEqual([
    3,
    expect.stringContaining("does not tell whether a comment was edited"),
  ]);
});

test("a law that wants no approval makes a tracker answer more questions", { timeout: TIME }, async () => {
  const count = async (policy: string): Promise<readonly string[]> => {
    const { server, verdict } = await judging(`rules: { authoriser-is-not-author: off }\n${policy}`);
    await verdict("acme/shop#42");
    return server.loopback.calls.map(({ method, path }) => `${method} ${path}`);
  };
  const plain = await count("");
  const risky = await count("authorise: { approval: { when: { risk: [critical] }, approvers: [triage] } }\n");
  expect(risky).toEqual(plain);
  const asked = await count("authorise: { approval: { approvers: [triage] } }\n");
  expect(asked.filter((one) => !plain.includes(one))).toEqual([
    "GET /api/v3/repos/acme/shop/issues/42/comments",
  ]);
});
