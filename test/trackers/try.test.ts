// biome-ignore-all lint/suspicious/noConsole: tried by hand.
import { test } from "vitest";
import { servers } from "../servers/index.ts";
import { stage, written } from "./scene.ts";

test.each(Object.entries(servers))(
  "%s",
  async (name, start) => {
    const server = await start();
    const scene = await stage(server);
    const { seed } = server;
    for (const id of [seed.open.id, seed.done, seed.absent, seed.forbidden?.id ?? "", seed.hostile]) {
      const t = performance.now();
      const ran = await scene.hook(`Do it (${written(server, id)})\n`);
      console.log(
        name,
        id,
        ran.code,
        Math.round(performance.now() - t),
        server.loopback.calls.length,
        "\n" + ran.stderr + ran.stdout,
      );
    }
    server.loopback.always = "hang";
    let t = performance.now();
    let ran = await scene.hook(`Do it (${written(server, seed.inProgress ?? "")})\n`);
    console.log("hang", ran.code, Math.round(performance.now() - t), "\n" + ran.stderr);
    t = performance.now();
    ran = await scene.hook(`Do it (${written(server, seed.inProgress ?? "")})\n`);
    console.log("again", ran.code, Math.round(performance.now() - t), "\n" + ran.stderr);
    await scene.git("add", ".");
    console.log(await scene.git("commit", "-qm", `Begin ${written(server, seed.open.id)}`));
    t = performance.now();
    ran = await scene.golden("check", "commit", "HEAD", "--place", "ci");
    console.log("ci", ran.code, Math.round(performance.now() - t), "\n" + ran.stdout + ran.stderr);
    await server.loopback.close();
    const other = await stage(server, { trusted: false });
    ran = await other.hook(`Do it (${written(server, seed.inProgress ?? "")})\n`);
    console.log("untrusted", ran.code, "\n" + ran.stderr);
  },
  300_000,
);
