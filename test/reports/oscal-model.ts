/**
 * The parts of OSCAL 1.2's assessment-results model that an audit writes, with the model's own patterns: nothing else may stand in it.
 * Not NIST's schema, which knows far more; where a copy of that is at hand, the test of the formats asks it too.
 */
const token = { type: "string", pattern: "^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$" };
const uuid = {
  type: "string",
  pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
};
const line = { type: "string", pattern: "^[^\\n]+$" };
const text = { type: "string", pattern: "^\\S(.*\\S)?$" };
const prose = { type: "string", minLength: 1 };
const time = { type: "string", format: "date-time", pattern: "T.*(Z|[+-]\\d\\d:\\d\\d)$" };
const address = { type: "string", format: "uri-reference" };

function record(properties: object, required: readonly string[]): object {
  return { type: "object", properties, required, additionalProperties: false };
}

function some(items: object): object {
  return { type: "array", minItems: 1, items };
}

const props = some(
  record({ name: token, ns: { type: "string", format: "uri" }, value: text, class: token }, [
    "name",
    "value",
  ]),
);

const observation = record(
  {
    uuid,
    title: line,
    description: prose,
    props,
    methods: some({ enum: ["EXAMINE", "INTERVIEW", "TEST", "UNKNOWN"] }),
    collected: time,
    "relevant-evidence": some(record({ href: address, description: prose }, ["description"])),
  },
  ["uuid", "description", "methods", "collected"],
);

const status = record(
  { state: { enum: ["satisfied", "not-satisfied"] }, reason: { enum: ["pass", "fail", "other"] } },
  ["state"],
);

const finding = record(
  {
    uuid,
    title: line,
    description: prose,
    target: record({ type: { enum: ["statement-id", "objective-id"] }, "target-id": token, status }, [
      "type",
      "target-id",
      "status",
    ]),
    "related-observations": some(record({ "observation-uuid": uuid }, ["observation-uuid"])),
  },
  ["uuid", "title", "description", "target"],
);

const selection = record(
  { description: prose, "include-controls": some(record({ "control-id": token }, ["control-id"])) },
  ["include-controls"],
);

const result = record(
  {
    uuid,
    title: line,
    description: prose,
    start: time,
    end: time,
    props,
    "reviewed-controls": record({ "control-selections": some(selection) }, ["control-selections"]),
    observations: some(observation),
    findings: some(finding),
    remarks: prose,
  },
  ["uuid", "title", "description", "start", "reviewed-controls"],
);

const resource = record(
  {
    uuid,
    title: line,
    description: prose,
    props,
    rlinks: some(record({ href: address, "media-type": text }, ["href"])),
  },
  ["uuid"],
);

/** JSON Schema of what an audit writes as OSCAL. */
export const assessmentResults = record(
  {
    "assessment-results": record(
      {
        uuid,
        metadata: record(
          { title: line, "last-modified": time, version: text, "oscal-version": text, props },
          ["title", "last-modified", "version", "oscal-version"],
        ),
        "import-ap": record({ href: address, remarks: prose }, ["href"]),
        results: some(result),
        "back-matter": record({ resources: some(resource) }, []),
      },
      ["uuid", "metadata", "import-ap", "results"],
    ),
  },
  ["assessment-results"],
);
