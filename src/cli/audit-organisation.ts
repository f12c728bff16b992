import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { type Member, type MemberRow, memberRow, membersIn, organisationOf } from "../audit/organisation.ts";
import type { AuditRequest } from "../audit/request.ts";
import { audit } from "../audit.ts";
import { Fault } from "../core/fault.ts";
import type { World } from "../core/ports.ts";
import { timeOf } from "../core/time.ts";
import { exitCode } from "../core/verdict.ts";
import { type AuditWriting, writeAuditFolder } from "./audit-write.ts";

/** What is asked of an organisation's repositories. */
export interface OrganisationRequest {
  readonly manifest: string;
  /** Each repository's audit gets a folder of its own here. */
  readonly out: string;
  readonly request: AuditRequest;
}

/** Audits every repository of a manifest, as of one time; one that can't be audited is a row that says why, and leaves the whole undecided. */
export async function auditOrganisation(
  writing: AuditWriting,
  { manifest, out, request }: OrganisationRequest,
): Promise<number> {
  const { io, world } = writing;
  const asOf = request.asOf ?? timeOf(Math.floor(world.now().getTime() / 1000));
  const members = membersIn(read(manifest, await io.readFile(manifest)), manifest);
  const rows: MemberRow[] = [];
  for (const member of members) {
    const cwd = resolve(io.cwd, dirname(manifest), member.path);
    rows.push(
      await audited({ ...world, cwd }, { ...request, asOf }, member, join(out, member.name), writing),
    );
  }
  const organisation = organisationOf(asOf, rows);
  await io.writeFile(join(out, "organisation.json"), [`${JSON.stringify(organisation, null, 2)}\n`]);
  const { total, audited: done } = organisation.repositories;
  io.stdout.write(`Repositories audited: ${done} of ${total}. ${join(out, "organisation.json")}\n`);
  const isWhole = done === total;
  return exitCode(isWhole || organisation.verdict === "fail" ? organisation.verdict : "undecided");
}

async function audited(
  world: World,
  request: AuditRequest,
  { name, ref }: Member,
  folder: string,
  writing: AuditWriting,
): Promise<MemberRow> {
  try {
    const whole = await audit(world, { ...request, ref });
    await writeAuditFolder(whole, folder, [], { ...writing, world });
    return memberRow(name, whole);
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code === "internal" || thrown.code === "storage") throw thrown;
    return { name, state: "unavailable", why: thrown.message };
  }
}

function read(file: string, bytes: Uint8Array): unknown {
  try {
    return parse(Buffer.from(bytes).toString("utf8"));
  } catch (cause) {
    throw new Fault("usage", "The manifest is no YAML.", { found: file, cause });
  }
}
