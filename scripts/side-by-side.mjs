#!/usr/bin/env node
/**
 * Runs scripts of package.json side by side; each one's output comes whole, when it has ended. Ends 1 unless all ended 0.
 *
 *   node scripts/side-by-side.mjs lint types laws
 */
import { spawn } from "node:child_process";

const ended = process.argv.slice(2).map(
  (name) =>
    new Promise((done) => {
      const child = spawn("npm", ["run", name], { stdio: ["ignore", "pipe", "pipe"] });
      const said = [];
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(part));
      child.on("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
      child.on("close", (code) => {
        process.stdout.write(`${Buffer.concat(said)}${code === 0 ? "" : `npm run ${name} ended ${code}\n`}`);
        done(code === 0);
      });
    }),
);
if (!(await Promise.all(ended)).every(Boolean)) process.exitCode = 1;
