import { afterAll, describe, expect, test } from "vitest";
import { approvalIn } from "../../src/core/approval.ts";
import type { Tracker } from "../../src/core/tracker.ts";
import type { Ran } from "../cli/world.ts";
import { connect } from "../servers/connect.ts";
import { written } from "../servers/entry.ts";
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

/** A repository with one commit under an open ticket, whose policy wants it approved by one account. */
interface Approving {
  readonly server: TrackerServer;
  readonly scene: Scene;
  readonly tracker: Tracker;
  readonly id: string;
  /** The id as people write it. */
  readonly name: string;
  /** What CI says of the commit. */
  verdict(): Promise<Ran>;
  /** Without an option the account means whatever the ticket says. */
  approve(...options: readonly string[]): Promise<Ran>;
}

/** `approver`: the credential's own account, or whoever else writes there. */
async function staged(kind: string, approver: "own" | "other" = "own", shipped = false): Promise<Approving> {
  const server = await servers[kind]?.();
  if (server === undefined) throw new Error(`no server ${kind}`);
  const tracker = await connect(server);
  const own = await tracker.identity();
  const account = approver === "own" ? own.account : (server.seed.other.account ?? "");
  const scene = await stage(server, {
    shipped,
    policy: `authorise: { approval: { approvers: ["${account}"] } }\npeople: { boss@example.test: ["${account}"], ada@example.test: [ada-own] }\n`,
  });
  open.push({ server, scene });
  const { id } = server.seed.open;
  const name = written(server, id);
  await scene.git("commit", "-q", "--no-verify", "--allow-empty", "-m", `Do it (${name})`);
  return {
    server,
    scene,
    tracker,
    id,
    name,
    verdict: () => scene.golden("check", "commit", "HEAD", "--place", "ci"),
    approve: (option = "--yes", ...more) => scene.golden("ticket", "approve", name, option, ...more),
  };
}

function text(criterion: string, done = " "): string {
  return `Prices in euros.\n\n## Acceptance criteria\n\n- [${done}] ${criterion}\n- [ ] The total is right\n`;
}

const TIME = 120_000;

/** ClickUp does not tell whether a comment was edited: nobody can approve there, and the gate says so. */
const told = Object.keys(servers).filter((kind) => kind !== "clickup");

describe.each(told)("%s: an approval is worth what was approved", (kind) => {
  test("it outlives a change of the text, or ends with the beginning of the work", {
    timeout: TIME,
  }, async () => {
    const { server, scene, tracker, id, verdict, approve } = await staged(kind, "own", kind === "github");
    const count = () => server.comments(id).length;
    await tracker.edit(id, { description: text("A price is shown") });
    const before = count();

    const refused = await verdict();
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining("has to be approved")]);
    expect(refused.stdout).toContain("golden-thread ticket approve");
    const shown = await approve("--dry-run");
    expect([shown.code, shown.stdout]).toEqual([0, expect.stringContaining("- A price is shown")]);
    expect(count()).toBe(before);

    const first = await approve();
    expect([first.code, first.stderr, first.stdout]).toEqual([0, "", expect.stringContaining("Approved by")]);
    expect(count()).toBe(before + 1);
    expect(await verdict()).toMatchObject({ code: 0 });

    const started = server.seed.targets.in_progress;
    if (started !== undefined) await tracker.setState(id, started);
    await tracker.edit(id, { description: text("A price is shown", "x") });
    expect(await verdict(), "work began").toMatchObject({ code: 0 });
    expect(await approve(), "the same text again").toMatchObject({ code: 0 });
    expect(count()).toBe(before + 1);

    await tracker.edit(id, { description: text("No price is shown") });
    const voided = await verdict();
    expect([voided.code, voided.stdout.replace(/\s+/g, " ")]).toEqual([
      1,
      expect.stringMatching(/was approved by .* but its description, criteria changed after that/),
    ]);
    const [, command = "none"] = /run +golden-thread (ticket approve .*)/.exec(voided.stdout) ?? [];
    const args = command.replaceAll("'", "").split(" ");
    expect(await scene.golden(...args, "--dry-run"), command).toMatchObject({ code: 0 });

    expect(await approve()).toMatchObject({ code: 0 });
    expect(await verdict(), "approved anew").toMatchObject({ code: 0 });
    await tracker.edit(id, { description: text("A price is shown") });
    expect(await verdict(), "back at the first text").toMatchObject({ code: 1 });
    expect(await approve()).toMatchObject({ code: 0 });
    expect(count()).toBe(before + 3);
    expect(await verdict(), "the first text approved again").toMatchObject({ code: 0 });
  });

  test("anybody can approve, or make somebody else's comment into an approval", {
    timeout: TIME,
  }, async () => {
    const { server, tracker, id, verdict, approve } = await staged(kind, "other");
    const refused = await approve();
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("none of those that may approve"),
    ]);
    expect(server.comments(id)).toEqual((await tracker.comments(id)).map(() => expect.anything()));

    const mine = await staged(kind);
    await mine.approve();
    const line = (await mine.tracker.comments(id))
      .map((one) => one.text)
      .find((one) => approvalIn(one) !== null);
    const words = /golden-thread approval v1 .*/.exec(line ?? "")?.[0] ?? "";
    expect(words).toMatch(/criteria=[0-9a-f]{64}/);

    const comment = server.say(id, `> ${words}\n\nI agree`);
    expect(await verdict(), "quoted").toMatchObject({ code: 1 });
    const given = server.say(id, words);
    expect(await verdict(), "said by whoever may").toMatchObject({ code: 0 });
    server.reword(id, given, words);
    expect(await verdict(), "edited later").toMatchObject({ code: 1 });
    server.reword(id, comment, words);
    expect(await verdict(), "made of another comment").toMatchObject({ code: 1 });
  });
});

test("notion: with many pages in a range, what was approved is not taken for an empty text", {
  timeout: TIME,
}, async () => {
  const { server, scene, name, approve, verdict } = await staged("notion");
  expect(await approve()).toMatchObject({ code: 0 });
  expect(await verdict()).toMatchObject({ code: 0 });
  await scene.git("add", "golden-thread.yml");
  await scene.git("commit", "-q", "--no-verify", "-m", "Set up");
  for (const id of server.crowd(5))
    await scene.git("commit", "-q", "--no-verify", "--allow-empty", "-m", `Do more (${written(server, id)})`);
  await scene.git("commit", "-q", "--no-verify", "--allow-empty", "-m", `Go on (${name})`);
  const { stdout } = await scene.golden("check", "range", "HEAD~6..HEAD", "--json", "--place", "ci");
  const { keys, commits } = JSON.parse(stdout);
  const verdicts = commits.key.map((key: number) => keys[key].verdict);
  expect(verdicts.toSorted()).toEqual([...Array(5).fill("fail"), "pass"]);
});
