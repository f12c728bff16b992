import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { type Member, memberRow, membersIn, organisationOf } from "../audit/organisation.ts";
import type { AuditRequest } from "../audit/request.ts";
import { audit } from "../audit.ts";
import type { Audit } from "../core/audit.ts";
import type { Minimum } from "../core/covered.ts";
import { Fault } from "../core/fault.ts";
import type { MemberRow, Organisation } from "../core/organisation.ts";
import type { World } from "../core/ports.ts";
import { timeOf } from "../core/time.ts";
import { exitCode } from "../core/verdict.ts";
import { organisationFormats } from "../reports/organisations.ts";
import { type AuditWriting, TEXT_COLUMNS, writeAuditFolder } from "./audit-write.ts";
import type { Io } from "./io.ts";

/** What is asked of an organisation's repositories. */
export interface OrganisationRequest {
  readonly manifest: string;
  /** Each repository's audit gets a folder of its own here. */
  readonly out: string;
  /** Formats of each repository's audit; none: every format. */
  readonly formats: readonly string[];
  readonly request: AuditRequest;
  /** What an audit is held against. */
  readonly minimums: (audit: Audit) => readonly Minimum[];
}

/** Audits every repository of a manifest, as of one time; one that can't be audited is a row that says why, and leaves the whole undecided. */
export async function auditOrganisation(
  writing: AuditWriting,
  { manifest, out, formats, request, minimums }: OrganisationRequest,
): Promise<number> {
  const { io, world } = writing;
  const asOf = request.asOf ?? timeOf(Math.floor(world.now().getTime() / 1000));
  const members = membersIn(read(manifest, await io.readFile(manifest)), manifest);
  const rows: MemberRow[] = [];
  for (const member of members) {
    const cwd = resolve(io.cwd, dirname(manifest), member.path);
    const asked = { request: { ...request, asOf }, formats, minimums, folder: join(out, member.name) };
    rows.push(await audited({ ...world, cwd }, member, asked, writing));
  }
  const organisation = organisationOf(asOf, rows);
  await write(organisation, out, formats, io);
  return exitCode(organisation.verdict);
}

/** Every format of the whole into the folder, and what it says as text to who waits for it. */
async function write(
  organisation: Organisation,
  out: string,
  formats: readonly string[],
  io: Io,
): Promise<void> {
  const hasPages = formats.length === 0 || formats.includes("html");
  for (const load of Object.values(organisationFormats)) {
    const { name, body } = (await load())({ color: false, columns: TEXT_COLUMNS, hasPages })(organisation);
    await io.writeFile(join(out, name), body);
  }
  const { color, columns } = io.stdout;
  const { body } = (await organisationFormats.text())({ color, columns, hasPages })(organisation);
  for (const text of body) io.stdout.write(text);
  io.stdout.write(`${join(out, "organisation.html")}\n`);
}

async function audited(
  world: World,
  { name, ref }: Member,
  asked: Pick<OrganisationRequest, "request" | "formats" | "minimums"> & { readonly folder: string },
  writing: AuditWriting,
): Promise<MemberRow> {
  try {
    const whole = await audit(world, { ...asked.request, ref });
    await writeAuditFolder(whole, asked.folder, asked.formats, { ...writing, world });
    return memberRow(name, whole, asked.minimums(whole));
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
