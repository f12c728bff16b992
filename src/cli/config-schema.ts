import { exitCode } from "../core/verdict.ts";
import type { Io } from "./io.ts";
import type { Words } from "./words.ts";

/** Prints the JSON Schema of the policy file; it is JSON with and without `--json`. */
export async function configSchema(_words: Words, io: Io): Promise<number> {
  const { jsonSchema } = await import("../policy/json-schema.ts");
  io.stdout.write(`${JSON.stringify(await jsonSchema(), null, 2)}\n`);
  return exitCode("pass");
}
