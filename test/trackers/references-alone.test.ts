import { afterAll, expect, test } from "vitest";
import { written } from "../servers/entry.ts";
import { servers } from "../servers/index.ts";
import { stage } from "./scene.ts";

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

/** All that asks what a ticket is; a policy may look at references alone. */
const OFF = [
  "ticket-exists",
  "ticket-authorised",
  "ticket-predates-change",
  "authoriser-is-not-author",
  "task-has-upstream",
]
  .concat(["paths-in-scope", "policy-change-authorised"])
  .map((rule) => `  ${rule}: off\n`)
  .join("");

test("a tracker is asked, or a token wanted, by a law that looks at references alone", async () => {
  const server = await servers.jira?.();
  if (server === undefined) throw new Error("no server");
  const scene = await stage(server, { policy: `rules:\n  reference-required: enforce\n${OFF}` });
  closing.push(() => scene.close(), server.loopback.close);
  const name = written(server, server.seed.done);
  await scene.git("commit", "-q", "--no-verify", "--allow-empty", "-m", `Do it (${name})`);
  expect(await scene.golden("check", "range", "HEAD")).toMatchObject({ code: 0 });
  expect(await scene.golden("check", "commit", "HEAD", "--place", "ci")).toMatchObject({ code: 0 });
  expect(await scene.hook(`Do it (${name})\n`)).toMatchObject({ code: 0, stderr: "" });
  expect(server.loopback.calls).toEqual([]);
});
