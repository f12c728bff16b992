import { afterEach, describe, expect, test } from "vitest";
import { connect } from "../servers/connect.ts";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import type { TrackerServer } from "../servers/tracker-server.ts";
import { type Scene, stage } from "./scene.ts";

const opened: { readonly server: TrackerServer; readonly scene: Scene }[] = [];

afterEach(async () => {
  for (const { server, scene } of opened.splice(0)) {
    scene.close();
    await server.loopback.close();
  }
});

async function openedOn(name: string, policy = "") {
  const server = await servers[name]?.();
  if (server === undefined) throw new Error(`no server ${name}`);
  const scene = await stage(server, { policy });
  opened.push({ server, scene });
  return { server, scene };
}

async function commitAt(scene: Scene, at: string, message: string): Promise<void> {
  scene.env.GIT_COMMITTER_DATE = at;
  scene.env.GIT_AUTHOR_DATE = at;
  const { code, stderr } = await scene.git("commit", "-q", "--allow-empty", "-m", message);
  expect([code, stderr]).toEqual([0, ""]);
}

interface Judged {
  readonly code: number;
  /** By the commit's subject: what ticket-authorised answers. */
  readonly answers: Readonly<Record<string, string>>;
  readonly dated: number;
}

/** A whole history, judged now. */
async function judged(scene: Scene): Promise<Judged> {
  const { code, stdout } = await scene.golden("check", "range", "HEAD", "--json");
  const report = JSON.parse(stdout);
  const subjects = (await scene.git("log", "--format=%s")).stdout.trim().split("\n");
  const answers = subjects.map((subject, index) => {
    const { findings } = report.keys[report.commits.key[index]];
    return [
      subject.split(" ")[0],
      findings.find(({ rule }: { rule: string }) => rule === "ticket-authorised").code,
    ];
  });
  return { code, answers: Object.fromEntries(answers), dated: report.counts.dated };
}

/** Open, then done, then open again; a commit in each of these times. */
async function history(name: string, policy = "") {
  const { server, scene } = await openedOn(name, policy);
  const { open: ticket, targets } = server.seed;
  const id = written(server, ticket.id);
  const [working, done] = [targets.open ?? targets.in_progress ?? "", targets.done ?? ""];
  server.move(ticket.id, done);
  server.move(ticket.id, working);
  const past = (await (await connect(server)).pasts([ticket.id])).get(ticket.id);
  const [open, closed, again] = past?.status === "told" ? past.spans.map(({ from }) => from) : [];
  const moments = { open, closed, again };
  for (const [when, at] of Object.entries(moments)) await commitAt(scene, at ?? "", `${when} (${id})`);
  return { server, scene, close: () => server.move(ticket.id, done) };
}

describe.each(["jira", "azure-devops", "github"])("%s tells what a ticket was then", (name) => {
  test("work under a ticket that is closed today fails, or work while it was closed passes", async () => {
    const { scene, close } = await history(name);
    const now = await judged(scene);
    expect(now.answers).toEqual({
      open: "was-authorised",
      closed: "was-wrong-state",
      again: "was-authorised",
    });
    expect([now.code, now.dated]).toEqual([1, 3]);

    close();
    const later = await judged(scene);
    expect(later.answers).toEqual(now.answers);
  }, 60_000);

  test("a backdated commit gains in strict", async () => {
    const { scene } = await history(name, "preset: strict\nrules: { authoriser-is-not-author: off }\n");
    const { code, answers } = await judged(scene);
    expect(answers).toEqual({ open: "time-unproved", closed: "time-unproved", again: "time-unproved" });
    expect(code).toBe(3);
  }, 60_000);
});
