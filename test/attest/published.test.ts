import Ajv from "ajv";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { CLAIM_TYPE } from "../../src/attest/statement.ts";
import { statementLine, statements } from "../../src/attest/statements.ts";
import { auditFixture } from "../reports/audit-fixture.ts";
import { columns, finding, historyReport, named } from "../reports/reports.ts";
import { statementSchema, svrSchema } from "./published.ts";

const context = {
  repository: "https://github.com/acme/shop",
  ...{ targetRef: "refs/heads/main", event: "push", phase: "post-merge" as const },
  ...{ invocation: "https://github.com/acme/shop/actions/runs/17", attempt: 1 },
};

const ajv = new Ajv.default({ strict: false });
addFormats.default(ajv);
const [isStatement, isSvr] = [ajv.compile(statementSchema), ajv.compile(svrSchema)];

const ticket = { ticket: "TASK-1" };
const passes = ["ticket-exists", "ticket-authorised"].map((rule) =>
  finding({ rule, code: "authorised", outcome: "pass", about: { kind: "ticket", ...ticket }, args: ticket }),
);

const reports = [
  ["a whole audit", auditFixture({ commits: 1500 }).report, 0],
  ["an audit of hostile texts", auditFixture({ hostile: true }).report, 0],
  [
    "what passed",
    historyReport({
      verdict: "pass",
      commits: columns([0]),
      keys: [
        { count: 1, example: 0, verdict: "pass", findings: [named, ...passes], tickets: ["tasks:TASK-1"] },
      ],
    }),
    1,
  ],
] as const;

test.each(reports)("statements of %s are what in-toto publishes", (_name, report, claims) => {
  const told = [...statements(report, context)].map((one) => JSON.parse(statementLine(one)));
  expect(told.length).toBeGreaterThan(0);
  for (const statement of told) {
    isStatement(statement);
    expect(isStatement.errors).toBeNull();
  }
  const claimed = told.filter(({ predicateType }) => predicateType === CLAIM_TYPE);
  expect(claimed).toHaveLength(claims);
  for (const { predicate } of claimed) {
    isSvr(predicate);
    expect(isSvr.errors).toBeNull();
  }
});
