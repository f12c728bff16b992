import { mkdirSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { checkFolders, type Member, memberRow, membersIn, organisationOf } from "../audit/organisation.ts";
import type { AuditRequest } from "../audit/request.ts";
import { audit } from "../audit.ts";
import { checkAuditFormats } from "../audit-folder.ts";
import type { Audit } from "../core/audit.ts";
import type { Minimum } from "../core/covered.ts";
import { Fault, type FaultCode } from "../core/fault.ts";
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
  checkAuditFormats(formats);
  const members = membersIn(read(manifest, await io.readFile(manifest)), manifest);
  const folderOf = ({ path }: Member) => resolve(io.cwd, dirname(manifest), path);
  checkFolders(members, manifest, (member) => realFolder(folderOf(member)));
  makeFolder(resolve(io.cwd, out));
  const rows: MemberRow[] = [];
  for (const member of members) {
    const cwd = folderOf(member);
    const asked = { request: { ...request, asOf }, formats, minimums, folder: join(out, member.name) };
    rows.push(await audited({ ...world, cwd }, member, asked, writing));
  }
  const organisation = organisationOf(asOf, rows);
  await write(organisation, out, formats, io);
  return exitCode(organisation.verdict);
}

/** One that is not there is told in its row. */
function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** Where no repository can be audited, nobody else makes it. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Fault("storage", "The folder of the audits can't be made.", {
      found: folder,
      wanted: "a folder, or a name that is free",
      fix: "golden-thread audit --manifest FILE --out ANOTHER",
      cause,
    });
  }
}

/** What would be wrong of every repository, and is no answer of one. */
const OF_ALL: readonly FaultCode[] = ["internal", "storage", "usage"];

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
    if (!(thrown instanceof Fault) || OF_ALL.includes(thrown.code)) throw thrown;
    return { name, state: "unavailable", why: thrown.message };
  }
}

function read(file: string, bytes: Uint8Array): unknown {
  try {
    return parse(Buffer.from(bytes).toString("utf8"));
  } catch (cause) {
    throw new Fault("usage", "The manifest is no YAML.", {
      found: file,
      wanted: "repositories: [{ name, path, ref? }]",
      fix: "golden-thread audit --manifest FILE --out DIR, once the file is mended",
      cause,
    });
  }
}
