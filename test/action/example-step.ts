import { examples, OURS } from "../house/workflow-files.ts";
import type { Permissions } from "../servers/github/permissions.ts";
import type { Happening } from "./scene.ts";

/** What a copied workflow gives a step of ours: permissions, inputs, variables, and the clone before it. */
export function stepOf(name: string, given: Readonly<Record<string, string>> = {}): Happening {
  const [job] = Object.values(examples.find((one) => one.name === `examples/${name}`)?.workflow.jobs ?? {});
  const step = job?.steps.find(({ uses }) => uses === OURS);
  if (job === undefined || step === undefined) throw new Error(`${name} has no step of ours`);
  const filled = (value: unknown) =>
    String(value).replaceAll(/\$\{\{ *inputs\.(\w+) *\}\}/g, (_, input: string) => given[input] ?? "");
  const permissions: Permissions = Object.fromEntries(
    Object.entries(job.permissions ?? {}).map(([scope, level]) => [scope.replaceAll("-", "_"), level]),
  );
  const checkout = job.steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
  const depth = checkout?.with?.["fetch-depth"];
  return {
    permissions,
    inputs: Object.fromEntries(
      Object.entries(step.with ?? {}).map(([input, value]) => [input, filled(value)]),
    ),
    // A secret that nobody has set is an empty text.
    env: Object.fromEntries(Object.keys(step.env ?? {}).map((variable) => [variable, ""])),
    clone: checkout === undefined ? "none" : depth === 0 ? "full" : "shallow",
  };
}
