// biome-ignore-all lint: tried by hand.
import { test } from "vitest";
import { servers } from "../servers/index.ts";
import { stage, written } from "./scene.ts";
test.each(Object.entries(servers))("%s", async (name, start) => {
  const server = await start();
  const scene = await stage(server);
  const { seed } = server;
  scene.write(".gitignore", "x");
  const times = [];
  await new Promise(r => setTimeout(r, 1200));
  for (let i = 0; i < 12; i++) {
    const t = performance.now();
    const ran = await scene.hook(`Do it (${written(server, seed.open.id)})\n`);
    times.push([Math.round(performance.now() - t), ran.code, ran.stderr.length, server.loopback.calls.length].join("/"));
  }
  console.log(name, times.join(" "));
  console.log((await scene.golden("remote", "check")).stdout);
  const bad = await stage(server, { credential: server.credentials.dead });
  const r = await bad.golden("remote", "check");
  console.log(r.code, r.stdout, r.stderr);
  const none = await stage(server, { credential: null });
  const r2 = await none.golden("remote", "check");
  console.log(r2.code, r2.stdout, r2.stderr);
  await server.loopback.close();
}, 300_000);
