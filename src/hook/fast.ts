import { accepts } from "./accept.ts";

/** The gate itself could not work; the same number as a fault's in core/verdict.ts, which is not loaded here. */
const FAULT = 4;

const args = process.argv.slice(2);
// Leaving at once spares Node taking its heap down piece by piece.
if (accepts({ args, cwd: process.cwd(), env: process.env, now: Date.now() })) process.exit(0);
void askEngine();

/** Everything but a sure and silent yes is the engine's: dist/engine.js, beside this file. */
async function askEngine(): Promise<void> {
  try {
    const { run } = await import("./main.ts");
    process.exitCode = await run(args);
  } catch (cause) {
    process.stderr.write(`golden-thread: the hook could not work, so git stops here.\n${String(cause)}\n`);
    process.exitCode = FAULT;
  }
}
