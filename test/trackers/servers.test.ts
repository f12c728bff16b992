import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import process from "node:process";
import { afterEach, expect, test } from "vitest";
import { openScene, type Scene } from "./scene.ts";

const SCRIPT = resolve(import.meta.dirname, "../../scripts/servers.mjs");

const running: { readonly child: ChildProcess; readonly scenes: Scene[] }[] = [];
afterEach(async () => {
  for (const { child, scenes } of running.splice(0)) {
    if (child.exitCode === null && child.kill("SIGINT")) await once(child, "exit");
    for (const scene of scenes) scene.close();
  }
});

/** Starts the program as people do. `printed`: all that it has said so far. */
async function begin(...args: readonly string[]) {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const scenes: Scene[] = [];
  running.push({ child, scenes });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
  const said = async (word: string) => {
    while (!text.includes(word) && child.exitCode === null) await once(child.stdout, "data");
    return text;
  };
  return { child, scenes, said };
}

/** A repository made of nothing but what was printed. */
async function sceneOf(printed: string): Promise<Scene> {
  const [policy = ""] = /^remotes:\n(?: .*\n)+/m.exec(printed) ?? [];
  const [, origin = ""] = /remote trust (\S+)/.exec(printed) ?? [];
  const [, variables = ""] = /^export (.*?) {2}# good$/m.exec(printed) ?? [];
  const pairs = variables.split(" ").map((pair) => [pair.split("=")[0], pair.split("=")[1]]);
  return openScene({ policy, variables: Object.fromEntries(pairs), trust: [origin], shipped: true });
}

function ticket(printed: string, what: string): string {
  return new RegExp(`^ {2}${what} +(\\S+)$`, "m").exec(printed)?.[1] ?? "";
}

test("what people are told to paste does not lead to a ticket, or what they break is not broken", async () => {
  const { said, scenes, child } = await begin("linear", "--port", "0", "--log");
  const printed = await said("Ctrl-C");
  const scene = await sceneOf(printed);
  scenes.push(scene);
  const judge = async (what: string) => {
    scene.write("message.txt", `Change it (${ticket(printed, what)})\n`);
    return (await scene.golden("check", "message", "message.txt", "--place", "ci")).code;
  };
  const control = /http:\S+\/__golden-thread\//.exec(printed)?.[0] ?? "";
  const order = async (path: string, body = "") =>
    (await fetch(`${control}${path}`, { method: "POST", body })).status;
  expect([await judge("open"), await judge("done")]).toEqual([0, 1]);
  const move = /move -d '(.*)'/.exec(printed)?.[1];
  expect([await order("move", move), await judge("open")]).toEqual([200, 1]);
  expect([await order("revoke"), (await scene.golden("remote", "check")).code]).toEqual([200, 2]);
  expect([await order("ok"), (await scene.golden("remote", "check")).code]).toEqual([200, 0]);
  expect([await order("kill"), (await scene.golden("remote", "check")).code]).toEqual([200, 3]);
  expect(await order("explode")).toBe(404);
  expect(await said("linear  POST /graphql  no answer")).not.toMatch(/POST .*lin_api/);
  child.kill("SIGINT");
  expect((await once(child, "exit"))[0]).toBe(0);
});

test("a name that is no server's is passed over in silence", async () => {
  const { child } = await begin("gitbub");
  expect((await once(child, "exit"))[0]).toBe(2);
});
