// biome-ignore-all lint: tried by hand.
import { test } from "vitest";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { servers } from "../servers/index.ts";
import { stage, written } from "./scene.ts";
test.each(Object.entries(servers).slice(0,2))("%s", async (name, start) => {
  const server = await start();
  const scene = await stage(server);
  const { seed } = server;
  await new Promise(r => setTimeout(r, 1200));
  const times = [], node = [];
  for (let i = 0; i < 12; i++) {
    let t = performance.now();
    const ran = await scene.hook(`Do it (${written(server, seed.open.id)})\n`);
    times.push([Math.round(performance.now() - t), ran.code, ran.stderr.length, server.loopback.calls.length].join("/"));
    t = performance.now(); spawnSync(process.execPath, ["-e", "0"]); node.push(Math.round(performance.now() - t));
  }
  console.log(name, times.join(" "), node.join(" "));
  console.log(readFileSync(scene.root + "/.git/golden-thread/commit-msg.index", "utf8").slice(0, 300));
  await server.loopback.close();
}, 300_000);
