import type { World } from "../core/ports.ts";
import { exitCode } from "../core/verdict.ts";
import { json, terminal } from "../reports/escape.ts";
import { plural } from "../reports/layout.ts";
import { envelope } from "./envelope.ts";
import type { Io } from "./io.ts";
import type { Words } from "./words.ts";

/** Says whether policy and waivers can be used. Throws `Fault("policy")` with every problem at once. */
export async function configValidate(words: Words, io: Io, world: World): Promise<number> {
  const [{ openPolicy }, { loadPolicy, policyFault }, { schemasFor }, { seedProblems }] = await Promise.all([
    import("../gate/law.ts"),
    import("../policy/load.ts"),
    import("../policy/schemas.ts"),
    import("../policy/seeds/read.ts"),
  ]);
  const { input } = await openPolicy(world, { place: "hook" });
  const law = await loadPolicy(input);
  const problems = await seedProblems(input.tree, await schemasFor(input.rules));
  if (words.has("strict") && problems.length > 0) throw policyFault(problems);
  if (words.has("json")) {
    const { digest, preset, sources } = law;
    const answer = {
      ...envelope("config-validate"),
      policyDigest: digest,
      preset,
      sources,
      warnings: problems,
    };
    io.stdout.write(`${json(answer)}\n`);
    return exitCode("pass");
  }
  const files =
    law.sources.length === 0 ? "No policy file: presets and detection stand in." : law.sources.join(", ");
  const facts = [
    `preset ${law.preset}`,
    plural(law.remotes.length, "remote"),
    plural(law.scopes.length, "scope"),
    `digest ${law.digest.slice(0, 12)}`,
  ];
  io.stdout.write(`${terminal(files)}\nThe policy can be used: ${facts.join(", ")}.\n`);
  for (const { file, line, column, key, message } of problems) {
    io.stderr.write(`${terminal(`warning: ${file}:${line}:${column} ${key}: ${message}`)}\n`);
  }
  return exitCode("pass");
}
