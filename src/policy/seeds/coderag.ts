import type { Json } from "../json.ts";
import type { Schemas } from "../schemas.ts";
import { mappingOf, type Reading } from "./reading.ts";
import { readRemote, trackerKind } from "./remote.ts";

/** The backlog section of `.coderag.yaml`, `.coderag.local.yaml` merged over it already. One tracker only. */
export function readCoderag(value: Json, file: string, schemas: Schemas): Reading {
  const backlog = mappingOf(value.backlog);
  const kind = trackerKind(backlog.provider);
  if (kind === null) {
    const detail = "azure-devops, jira or clickup";
    return {
      remotes: {},
      sections: {},
      carried: [],
      left: [{ file, key: "backlog.provider", why: "unusable", detail }],
    };
  }
  const name = kind === "azure-devops" ? "boards" : kind;
  return readRemote(kind, mappingOf(backlog.config), { file, at: "backlog.config", name }, schemas);
}
