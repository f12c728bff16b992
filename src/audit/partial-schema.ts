import Ajv from "ajv/dist/2020.js";
import { ledger, part, scope, ticketFactsKeys, where } from "../reports/audit-json-schema.ts";
import { checkKeys, findingKeys, objectId } from "../reports/json-schema.ts";
import { index, list, orNull, record, type SchemaNode, text, textOrNull } from "../reports/schema-nodes.ts";
import type { PartialHeader } from "./file.ts";
import { MOST_SHARDS } from "./partial.ts";

const finding = record({
  ...findingKeys,
  fix: record({ argv: orNull(list(text)), note: text }),
});

/** A pair as a list of two. */
function pair(first: SchemaNode, second: SchemaNode): SchemaNode {
  return { type: "array", prefixItems: [first, second], minItems: 2, items: false };
}

/** What a report of an audit has of its own is counted anew, so nobody reads what a frame says of that. */
const COUNTED: Readonly<Record<string, SchemaNode>> = { "commits?": {}, "keys?": {}, "counts?": {} };

function frame(): SchemaNode {
  const { verdict: _, statement: __, commits: ___, keys: ____, counts: _____, ...keys } = checkKeys;
  return record({ ...keys, ...COUNTED, findings: list(finding) });
}

/** As `--as-of` has it once it was read. */
const time: SchemaNode = {
  type: "string",
  pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ$",
};

const shardNumber: SchemaNode = { type: "integer", minimum: 1, maximum: MOST_SHARDS };

const tree = record({
  paths: list(text),
  oids: list(text),
  references: list(record({ at: text, provider: text, remote: text, id: text })),
  skipped: list(text),
  named: list(pair(index, list(record({ reference: index, line: { type: "integer", minimum: 1 }, where })))),
});

function header(): SchemaNode {
  return record({
    head: record({
      tool: text,
      asOf: time,
      scope,
      ledger: orNull(ledger),
      parts: list(part),
      frame: frame(),
      commits: index,
      beforeBaseline: index,
      bots: list(text),
      terms: record({ disclosure: { enum: ["id", "title", "full"] }, own: textOrNull }),
    }),
    shard: record({ number: shardNumber, of: shardNumber }),
    count: index,
    idBytes: { enum: [20, 32] },
    authors: list(text),
    keys: list(record({ identity: text, findings: list(finding) })),
    sets: list(list(record({ at: text, place: { enum: ["subject", "body", "trailer"] } }))),
    proofs: list(
      record({
        row: index,
        kind: { enum: ["revert", "cherry-pick", "autosquash", "evil-merge"] },
        target: orNull(objectId),
        tickets: list(text),
      }),
    ),
    pathNames: list(text),
    tree: orNull(tree),
    blamed: orNull(record({ commits: list(objectId), files: list(pair(text, index)) })),
    tickets: list(record(ticketFactsKeys)),
  });
}

const isHeader = new Ajv.default({ strict: true, allowUnionTypes: true }).compile<PartialHeader>(header());

/** Whether something has the shape of a partial's header; places that it names in columns are not looked at. */
export function isPartialHeader(value: unknown): value is PartialHeader {
  return isHeader(value);
}
