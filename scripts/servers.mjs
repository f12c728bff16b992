#!/usr/bin/env node
/**
 * Starts the trackers' servers that the tests ask, for people to ask and break by hand.
 *
 *   node scripts/servers.mjs [NAME...] [--port N] [--log]
 *
 * They run on this machine, from port 8701 on, until Ctrl-C; `--log` prints each request, without its credential.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";

const FIRST_PORT = 8701;
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** A source that reads a file beside itself finds it there, wherever the bundle lies. */
const readsBesideItself = {
  name: "reads-beside-itself",
  transform: (code, id) =>
    id.startsWith(join(root, "test")) && code.includes("import.meta.url")
      ? { code: code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href)) }
      : null,
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: "string" }, log: { type: "boolean" } },
  });
  const port = Number(values.port ?? FIRST_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_000) throw new Error(`no port: ${values.port}`);
  const { start } = await bundled("test/servers/people.ts");
  const log = values.log === true ? (line) => console.log(line) : null;
  const { texts, close } = await start({ names: positionals, port, log });
  for (const text of texts) console.log(text);
  console.log("Ctrl-C ends them.");
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, close);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

/** The servers are TypeScript, which the oldest Node that we support does not read. */
async function bundled(source) {
  const folder = mkdtempSync(join(tmpdir(), "golden-thread-servers-"));
  try {
    const file = join(folder, "servers.mjs");
    const build = await rolldown({
      cwd: root,
      input: join(root, source),
      platform: "node",
      tsconfig: false,
      resolve: { symlinks: false },
      plugins: [readsBesideItself],
      // gray-matter's own engines, which nothing of ours reaches.
      onLog: (_, log) => log.code === "EVAL" || console.error(log.message),
    });
    await build.write({ file, format: "esm", codeSplitting: false });
    await build.close();
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
