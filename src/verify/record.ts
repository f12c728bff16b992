import Ajv from "ajv/dist/2020.js";
import { predicateSchema } from "../attest/json-schema.ts";
import { CLAIM_TYPE, FACTS_TYPE, STATEMENT_TYPE } from "../attest/statement.ts";
import type { DoorPlace } from "../core/law.ts";
import { list, record, type SchemaNode, text } from "../reports/schema-nodes.ts";
import type { ToldTicket } from "./told-schema.ts";

/** What a check of evidence reads of the facts; the shipped schema says that it is there. */
export interface Facts {
  readonly evaluatedAt: string;
  readonly phase: string;
  readonly result: string;
  /** Left out: it is the only one of its judgement. */
  readonly part?: { readonly number: number; readonly of: number };
  readonly gate: {
    readonly id: string;
    readonly version: Readonly<Record<string, string>>;
    readonly place: DoorPlace;
  };
  readonly policy: {
    readonly digest: { readonly sha256: string };
    readonly annotations: { readonly sources: readonly string[]; readonly commit?: string };
  };
  readonly change: {
    readonly repository: string;
    readonly complete: boolean;
    readonly targetRef?: string;
    readonly base?: CommitName;
    readonly head?: CommitName;
    readonly beside?: readonly CommitName[];
    readonly since?: string;
    readonly tree?: { readonly digest: { readonly gitTree: string } };
  };
  readonly implementation: {
    readonly commits: readonly (CommitName & { readonly result: string })[];
    readonly coverage: Readonly<
      Record<"total" | "linked" | "passed" | "failed" | "undecided" | "beforeBaseline", number>
    > & { readonly exempt: Readonly<Record<string, number>> };
  };
  readonly intent: readonly ToldTicket[];
  readonly checks: readonly { readonly id: string; readonly result: string; readonly enforced: boolean }[];
  readonly logId?: string;
  readonly seq?: number;
  readonly previous?: { readonly digest: { readonly sha256: string } };
}

interface CommitName {
  readonly digest: { readonly gitCommit: string };
}

/** What is claimed of a record. */
export interface Claim {
  readonly verifier: { readonly id: string };
  readonly timeCreated: string;
  readonly properties: readonly string[];
}

/** A statement of in-toto, whatever it says. */
export interface AnyStatement {
  readonly _type: string;
  readonly predicateType: string;
  readonly subject: readonly {
    readonly name?: string;
    readonly uri?: string;
    readonly digest: Readonly<Record<string, string>>;
  }[];
  readonly predicate: unknown;
}

/** The shapes of statement, facts and claim, each as a test that tells a reader what it has. */
export interface Shapes {
  isStatement(value: unknown): value is AnyStatement;
  isFacts(value: unknown): value is Facts;
  isClaim(value: unknown): value is Claim;
  /** Every name that a statement of ours knows. */
  readonly names: ReadonlySet<string>;
}

const STATEMENT: SchemaNode = {
  ...record({
    _type: { const: STATEMENT_TYPE },
    predicateType: { enum: [FACTS_TYPE, CLAIM_TYPE] },
    subject: {
      ...list({
        type: "object",
        properties: { name: text, uri: text, digest: { type: "object", additionalProperties: text } },
        required: ["digest"],
      }),
      minItems: 1,
    },
    predicate: { type: "object" },
  }),
  additionalProperties: true,
};

const CLAIM: SchemaNode = {
  type: "object",
  properties: {
    verifier: { type: "object", properties: { id: text }, required: ["id"] },
    timeCreated: text,
    properties: { type: "array", items: text, minItems: 1 },
  },
  required: ["verifier", "timeCreated", "properties"],
};

/** Compiles the shapes, which takes some milliseconds. */
export function compileShapes(): Shapes {
  const ajv = new Ajv.default({ strict: true, allowUnionTypes: true });
  const schema = predicateSchema();
  const facts: object = typeof schema === "object" && schema !== null ? schema : {};
  const isFacts = ajv.compile<Facts>(facts);
  const isClaim = ajv.compile<Claim>(CLAIM);
  const isStatement = ajv.compile<AnyStatement>(STATEMENT);
  return {
    isStatement: (value): value is AnyStatement => isStatement(value),
    isFacts: (value): value is Facts => isFacts(value),
    isClaim: (value): value is Claim => isClaim(value),
    names: namesIn([facts, CLAIM, STATEMENT]),
  };
}

/** Names of properties that a schema tells of, at any depth. */
function namesIn(schemas: readonly object[]): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting: unknown[] = [...schemas];
  for (const one of waiting) {
    if (typeof one !== "object" || one === null) continue;
    for (const [key, inner] of Object.entries(one)) {
      if (key === "properties" && typeof inner === "object" && inner !== null)
        for (const name of Object.keys(inner)) names.add(name);
      waiting.push(inner);
    }
  }
  return names;
}
