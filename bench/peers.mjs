import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder that golden-thread stands in. */
export const home = resolve(new URL("..", import.meta.url).pathname);

/** commitlint with its conventional preset; it finds fault with most messages, which is work done all the same. */
export function commitlint(cwd, args) {
  const config = join(cwd, "commitlint.config.mjs");
  const preset = join(home, "node_modules/@commitlint/config-conventional/lib/index.js");
  writeFileSync(config, `export default { extends: [${JSON.stringify(preset)}] };\n`);
  const cli = join(home, "node_modules/@commitlint/cli/cli.js");
  return {
    name: "commitlint",
    argv: [process.execPath, cli, "--config", config, ...args],
    cwd,
    codes: [0, 1],
  };
}
