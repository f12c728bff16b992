import { isMapping, type Json } from "../json.ts";
import type { Schemas } from "../schemas.ts";
import { type Carried, firstOf, type Left, mappingOf, type Reading, textsOf } from "./reading.ts";
import { readRemote, trackerKind } from "./remote.ts";

const RISKS = ["low", "medium", "high", "critical"];

/** `remotes:` (and `compliance:`, `sync:`) of a Backlog.md `config.yml`. The file itself says that there are tasks. */
export function readSatellite(value: Json, file: string, schemas: Schemas): Reading {
  const named = Object.entries(mappingOf(value.remotes)).map(([name, settings]) =>
    readNamed(name, settings, file, schemas),
  );
  const compliance = readCompliance(mappingOf(value.compliance), file);
  const staying = ["sync"].filter((key) => value[key] !== undefined);
  return {
    remotes: Object.assign({ tasks: { kind: "markdown" } }, ...named.map((reading) => reading.remotes)),
    sections: compliance.sections,
    carried: [...named.flatMap((reading) => reading.carried), ...compliance.carried],
    left: [
      ...named.flatMap((reading) => reading.left),
      ...compliance.left,
      ...staying.map((key) => ({ file, key, why: "stays", detail: null }) as const),
    ],
  };
}

function readNamed(name: string, settings: unknown, file: string, schemas: Schemas): Reading {
  const at = `remotes.${name}`;
  const leave = (why: Left["why"], detail: string | null): Reading => ({
    remotes: {},
    sections: {},
    carried: [],
    left: [{ file, key: at, why, detail }],
  });
  if (!isMapping(settings)) return leave("unusable", "a mapping");
  const kind = trackerKind(firstOf(settings, ["kind", "type", "provider"])?.value ?? name);
  if (kind === null) return leave("unusable", "a tracker that golden-thread knows");
  if (settings.enabled === false) return leave("disabled", null);
  const { kind: _kind, type: _type, provider: _provider, ...fields } = settings;
  return readRemote(kind, fields, { file, at, name }, schemas);
}

interface Compliance {
  readonly sections: Json;
  readonly carried: readonly Carried[];
  readonly left: readonly Left[];
}

/** The part of the satellite's compliance settings that a policy can say too. */
function readCompliance(compliance: Json, file: string): Compliance {
  const strict = compliance.strict_mode === true;
  const fields = textsOf(compliance.required_fields);
  const risks = textsOf(compliance.approval_required_for).filter((risk) => RISKS.includes(risk));
  const linked = fields.includes("upstream.id") && !strict;
  const found = [
    ...(strict ? [["strict_mode", "preset", { preset: "strict" }] as const] : []),
    ...(linked ? [["required_fields", "authority", { authority: "linked" }] as const] : []),
    ...(fields.includes("spec.path")
      ? [["required_fields", "spec.required", { spec: { required: true } }] as const]
      : []),
    ...(risks.length > 0
      ? [
          [
            "approval_required_for",
            "authorise.approval",
            { authorise: { approval: approval(risks) } },
          ] as const,
        ]
      : []),
  ];
  const taken = found.map(([key]) => String(key));
  const staying = Object.keys(compliance).filter((key) => !taken.includes(key));
  return {
    sections: Object.assign({}, ...found.map(([, , section]) => section)),
    carried: found.map(([key, to]) => ({ file, from: `compliance.${key}`, to })),
    left: staying.map((key) => ({ file, key: `compliance.${key}`, why: "stays", detail: null })),
  };
}

function approval(risks: readonly string[]): Json {
  return { when: { risk: risks }, label: "approved" };
}
