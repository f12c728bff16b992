import type { KeyObject } from "node:crypto";
import { firstLink, type Link, linkAfter } from "../../src/attest/chain.ts";
import type { AuditContext } from "../../src/attest/context.ts";
import { type EvidenceSigner, keySigner, signStatements } from "../../src/attest/sign.ts";
import { statementParts } from "../../src/attest/statements.ts";
import type { Report } from "../../src/core/report.ts";
import { privateKeyOf } from "../../src/ledger/dsse.ts";
import { newKey } from "../../src/ledger/new-key.ts";
import type { TemporaryRepository } from "../git/repo.ts";
import { backlogRepository, judge } from "../history/judged.ts";

/** A key that signs evidence. */
export interface EvidenceKey {
  readonly key: KeyObject;
  readonly spki: string;
  readonly pem: string;
}

export function evidenceKey(): EvidenceKey {
  const { pem } = newKey();
  const opened = privateKeyOf(pem);
  if (opened === null) throw new Error("no key");
  return { ...opened, pem };
}

const ADDRESS = "https://github.com/acme/shop";

/** A push as CI tells it. */
export function pushed(base: string, head: string, more: Partial<AuditContext> = {}): AuditContext {
  return {
    ...{ repository: ADDRESS, targetRef: "refs/heads/main", event: "push", phase: "post-merge" },
    ...{ invocation: null, attempt: 1, base, head, lawAt: base === "" ? null : base },
    ...more,
  };
}

/** The lines of one report, and the link behind them. */
export async function linesOf(
  report: Report,
  context: AuditContext,
  how: { readonly signer: EvidenceSigner | null; readonly link?: Link },
): Promise<{ readonly lines: readonly string[]; readonly next: Link }> {
  const { signer, link = firstLink(report, context) } = how;
  const lines: string[] = [];
  for await (const line of signStatements(statementParts(report, context), { signer, link }))
    lines.push(line);
  return { lines, next: linkAfter(link, lines.at(-1)?.trimEnd() ?? "") };
}

/** Three pushes to a real repository, one record and one claim each, in one log. */
export interface ThreePushes {
  readonly repo: TemporaryRepository;
  readonly ids: readonly string[];
  readonly lines: readonly string[];
  readonly reports: readonly Report[];
}

export async function threePushes(key: EvidenceKey, address = ADDRESS): Promise<ThreePushes> {
  const repo = backlogRepository();
  repo.git("remote", "add", "origin", `${address}.git`);
  const ids = [repo.git("rev-parse", "HEAD")];
  const lines: string[] = [];
  const reports: Report[] = [];
  let link: Link | undefined;
  for (const number of [1, 2, 3]) {
    const base = ids.at(-1) ?? "";
    const head = repo.commit(`Work on it (TASK-1): ${number}`, { "a.txt": `${number}` });
    const report = await judge(repo, { range: `${base}..${head}` });
    const context = pushed(base, head, { repository: address });
    const made = await linesOf(report, context, { signer: keySigner(key), ...(link ? { link } : {}) });
    lines.push(...made.lines);
    link = made.next;
    ids.push(head);
    reports.push(report);
  }
  return { repo, ids, lines, reports };
}
