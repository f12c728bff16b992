import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

/** JSON Schemas that editors and readers of our reports use; each is answered by the code that checks the same thing. */
const SCHEMAS = [
  { file: "golden-thread.schema.json", source: "src/policy/json-schema.ts", export: "jsonSchema" },
  { file: "report.schema.json", source: "src/reports/json-schema.ts", export: "jsonSchema" },
  { file: "audit.schema.json", source: "src/reports/audit-json-schema.ts", export: "auditSchema" },
  { file: "trace.schema.json", source: "src/reports/trace-schema.ts", export: "traceSchema" },
  { file: "ledger.schema.json", source: "src/reports/ledger-file-schema.ts", export: "ledgerSchema" },
  {
    file: "change-authorization.schema.json",
    source: "src/attest/json-schema.ts",
    export: "predicateSchema",
  },
  { file: "verify.schema.json", source: "src/reports/verify-schema.ts", export: "verifySchema" },
];

/** `schema/<file>` -> text. The sources are TypeScript, so they are bundled to a temporary file and asked. */
export async function schemasOf(root) {
  const staging = mkdtempSync(join(tmpdir(), "golden-thread-schema-"));
  try {
    const files = new Map();
    for (const schema of SCHEMAS) {
      if (!existsSync(join(root, schema.source))) throw new Error(`no source for ${schema.file}`);
      files.set(`schema/${schema.file}`, `${JSON.stringify(await answer(root, staging, schema), null, 2)}\n`);
    }
    return files;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

async function answer(root, staging, schema) {
  const build = await rolldown({
    cwd: root,
    input: join(root, schema.source),
    platform: "node",
    tsconfig: false,
  });
  const { output } = await build.generate({ format: "es", codeSplitting: false });
  await build.close();
  const file = join(staging, `${schema.file}.mjs`);
  writeFileSync(file, output[0].code);
  const module = await import(pathToFileURL(file).href);
  return module[schema.export]();
}
