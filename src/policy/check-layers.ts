import type { Problem } from "../core/fault.ts";
import { findTokens, holdsRandomRun } from "../core/secrets.ts";
import { VERSION } from "../core/version.ts";
import { isMapping } from "./json.ts";
import type { FileLayer } from "./layers.ts";
import { problemsOf } from "./problems.ts";
import type { Schemas } from "./schemas.ts";
import { dotted } from "./show.ts";
import { satisfies } from "./version-range.ts";

/** Keys whose values are random by nature. */
const RANDOM_BY_NATURE =
  /^(?:\$schema|baseline\.commit|extends(?:\..*)?|(?:ledger|evidence)\.keys\.\d+\.spki|(?:ledger|evidence)\.identities\.\d+\.(?:issuer|subject)|remotes\.[^.]+\.data_source|people\..+)$/;

/** Checks each file of the law by itself. A file that asks for another version is judged by nothing else. */
export function checkLayers(layers: readonly FileLayer[], schemas: Schemas): readonly Problem[] {
  const older = layers.flatMap(tooOld);
  if (older.length > 0) return older;
  return layers.flatMap((layer) => {
    const parsed = schemas.policy.safeParse(layer.value);
    const issues = parsed.success ? [] : parsed.error.issues;
    return [
      ...problemsOf(issues, { source: layer, schema: schemas.json }),
      ...secretsIn(layer, layer.value, []),
    ];
  });
}

function tooOld(layer: FileLayer): readonly Problem[] {
  const { requires } = layer.value;
  if (typeof requires !== "string" || !/^[<>=0-9. ]+$/.test(requires) || satisfies(VERSION, requires))
    return [];
  const message = "this policy is for another version of golden-thread";
  const place = layer.place(["requires"]);
  return [{ file: layer.file, ...place, key: "requires", message, found: VERSION, wanted: requires }];
}

/** Random-looking values. What has a known token's shape was found in the file's text already. */
function secretsIn(layer: FileLayer, value: unknown, path: readonly PropertyKey[]): readonly Problem[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => secretsIn(layer, one, [...path, index]));
  if (isMapping(value))
    return Object.entries(value).flatMap(([key, one]) => secretsIn(layer, one, [...path, key]));
  if (typeof value !== "string" || findTokens(value).length > 0 || !holdsRandomRun(value)) return [];
  if (RANDOM_BY_NATURE.test(path.join("."))) return [];
  const message = "this looks like a token; it must not stand in a file that is committed, so revoke it";
  return [
    {
      file: layer.file,
      ...layer.place(path),
      key: dotted(path),
      message,
      wanted: "tokens in the environment",
    },
  ];
}
