import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import type { Explained, Origin } from "../policy/explain.ts";
import { json, terminal } from "../reports/escape.ts";
import { type Row, rows } from "../reports/layout.ts";
import { painter } from "../reports/paint.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import { PLACES } from "./place.ts";
import type { Words } from "./words.ts";

/** Says for every value at or below a key where it comes from and what it overrules. Without a key: for all of them. */
export async function configExplain(words: Words, io: Io, world: World): Promise<number> {
  const told = words.one("place") ?? "hook";
  const place = PLACES.find((name) => name === told);
  if (place === undefined) {
    throw new Fault("usage", "There is no such place.", { found: told, wanted: PLACES.join(", ") });
  }
  const [{ openPolicy }, { policyFault, readPolicy }, { explainKey }] = await Promise.all([
    import("../gate/law.ts"),
    import("../policy/load.ts"),
    import("../policy/explain.ts"),
  ]);
  const { input } = await openPolicy(world, { place });
  const { layers, compiled } = await readPolicy(input);
  if (compiled.law === null) throw policyFault(compiled.problems);
  const { law, resolved } = compiled;
  const values = explainKey(words.positionals[1] ?? "", { layers, resolved, law, rules: input.rules });
  const answer = { ...envelope("config-explain"), policyDigest: law.digest, place, values };
  io.stdout.write(words.has("json") ? `${json(answer)}\n` : asText(values, io));
  return exitCode("pass");
}

function asText(values: readonly Explained[], { stdout }: Io): string {
  const paint = painter(stdout.color);
  const list = values.flatMap(({ key, value, origin, overruled }): readonly Row[] => [
    { label: terminal(key), text: `${shown(value)}  (${whence(origin)})` },
    ...overruled.map((under) => ({
      label: "",
      text: `over ${shown(under.value)}  (${whence(under.origin)})`,
    })),
  ]);
  return `${rows(list, { indent: 0, columns: stdout.columns, label: paint.bold }).join("\n")}\n`;
}

function shown(value: unknown): string {
  if (value === null) return "not set";
  return terminal(typeof value === "string" ? value : JSON.stringify(value));
}

function whence(origin: Origin): string {
  switch (origin.kind) {
    case "file":
      return terminal(`${origin.file}:${origin.line}:${origin.column}`);
    case "preset":
      return `preset ${origin.preset}`;
    case "detected":
      return "detected";
    case "section":
      return "follows the policy's sections";
    case "default":
      return "default";
  }
}
