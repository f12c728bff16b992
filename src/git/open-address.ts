import { platform } from "node:os";
import type { Env } from "./env.ts";
import { runTool } from "./tool.ts";

/** A browser that is up takes an address in a moment; one that starts goes on without us. */
const OPENER_MS = 5_000;

/** Hands an address to the system's opener, as one argument and without a shell. False: there is none, or it refused. */
export async function openAddress(env: Env, url: string): Promise<boolean> {
  const ran = await runTool([...openerOf(platform()), url], { env, ms: OPENER_MS });
  return ran?.code === 0;
}

/** `start` of Windows is a word of its shell; this is the program behind it. */
function openerOf(system: string): readonly string[] {
  switch (system) {
    case "darwin":
      return ["open"];
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler"];
    default:
      return ["xdg-open"];
  }
}
