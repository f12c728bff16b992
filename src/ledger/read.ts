import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { Law } from "../core/law.ts";
import type { Lookup } from "../core/ticket.ts";
import { secondsOf } from "../core/time.ts";
import { isSameAudience } from "./audience.ts";
import { type Envelope, fromBase64, isSealedBy, publicKeyOf, readEnvelope } from "./dsse.ts";
import { LEDGER_TYPE, type LedgerHeader, type LedgerRow, MOST_LEDGER_BYTES } from "./format.ts";
import { indexRows, type RowLines } from "./lines.ts";
import { lookUpIn, rowAt } from "./look-up.ts";
import { type LedgerRefusal, refused } from "./refusal.ts";
import { isHeader, parsedLine } from "./shape.ts";

/** What a ledger is held against. Null: not asked, for those who read an old one. */
export interface LedgerTerms {
  readonly keys: NonNullable<Law["ledger"]>["keys"];
  /** `host/owner/repo` that it must be made for. */
  readonly audience: string;
  /** Milliseconds. */
  readonly maxAgeMs: number | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly policyDigest: string | null;
  /** The highest number that was seen of this audience; null: none was. */
  readonly highestSeq: number | null;
}

/** A ledger whose every byte is what a known key signed. */
export interface Ledger {
  readonly status: "valid";
  readonly header: LedgerHeader;
  /** Id of the key, as the policy names it. */
  readonly keyId: string;
  /** By `lookupKey(remote, id)`. */
  lookup(key: string): Lookup;
  row(key: string): LedgerRow | null;
  rows(): Iterable<LedgerRow>;
}

/** What reading a ledger comes to. */
export type LedgerAnswer = Ledger | LedgerRefusal;

/** Clocks of those who issue and those who read may differ by as much. */
const SKEW_MS = 5 * 60_000;
/** Signatures of one envelope: two keys overlap, and some are left over. Each that is checked costs time, before anything is believed. */
const MOST_SIGNATURES = 8;
/** What an envelope is longer than its payload in base64. */
const ENVELOPE_ROOM = 16 * 1024;
const NEWLINE = 10;
const RETURN = 13;

/** Reads a ledger: everything is verified before anything of it counts. Never throws. */
export function readLedger(data: Uint8Array, terms: LedgerTerms): LedgerAnswer {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.length > MOST_LEDGER_BYTES)
    return refused(
      "malformed",
      `The ledger has ${bytes.length} bytes; at most ${MOST_LEDGER_BYTES} are read.`,
    );
  const first = bytes.indexOf(NEWLINE);
  const second = first < 0 ? -1 : bytes.indexOf(NEWLINE, first + 1);
  if (first <= 0 || !isUtf8(bytes.subarray(0, first)))
    return refused("malformed", "This is no ledger: it does not begin with a line of JSON.");
  if (bytes[first - 1] === RETURN)
    return refused(
      "malformed",
      "The ledger's lines end in CRLF: git or an editor rewrote it on its way (in .gitattributes: *.jsonl -text).",
    );
  if (second - first > Math.ceil(first / 3) * 4 + ENVELOPE_ROOM)
    return refused("malformed", "The ledger's second line is longer than an envelope of its first can be.");
  const payload = bytes.subarray(0, first);
  const sealed = second < 0 ? null : sealOf(bytes.toString("utf8", first + 1, second), payload, terms);
  if (sealed === null)
    return refused(
      "unsigned",
      "The ledger has no signature: its second line is no DSSE envelope of its first.",
    );
  if ("status" in sealed) return sealed;
  const header = parsedLine(payload.toString("utf8"));
  if (!isHeader(header))
    return refused("malformed", "The ledger's first line is not that of a ledger that this version reads.");
  const objection = keyPast(header, sealed) ?? byTerms(header, terms);
  if (objection !== null) return objection;
  const lines = rowsOf(bytes, second + 1, header);
  return "status" in lines ? lines : ledgerOf(header, lines, sealed[0]?.id ?? "", terms);
}

function ledgerOf(header: LedgerHeader, lines: RowLines, keyId: string, { maxAgeMs }: LedgerTerms): Ledger {
  const expires = millisecondsAt(header.expiresAt);
  const end = maxAgeMs === null ? expires : Math.min(expires, millisecondsAt(header.issuedAt) + maxAgeMs);
  const until = new Date(end).toISOString();
  return {
    status: "valid",
    header,
    keyId,
    lookup: (key) => lookUpIn(header, lines, key, until),
    row: (key) => rowAt(lines.find(key)),
    *rows() {
      for (let index = 0; index < lines.count; index++) {
        const row = rowAt(lines.at(index));
        if (row !== null) yield row;
      }
    },
  };
}

type Key = LedgerTerms["keys"][number];

/** The keys whose signature holds, or why none does; null: there is no signature at all. */
function sealOf(line: string, payload: Buffer, { keys }: LedgerTerms): readonly Key[] | LedgerRefusal | null {
  const envelope = readEnvelope(line);
  if (envelope === null || envelope.payloadType !== LEDGER_TYPE) return null;
  const count = envelope.signatures.length;
  if (count > MOST_SIGNATURES)
    return refused("malformed", `The ledger has ${count} signatures; at most ${MOST_SIGNATURES} are read.`);
  if (fromBase64(envelope.payload)?.equals(payload) !== true)
    return refused("bad-signature", "The ledger's first line is not what was signed.");
  const named = keys.filter(({ id }) => envelope.signatures.some(({ keyid }) => keyid === id));
  if (named.length === 0) return unknownKey(envelope, keys);
  const holding = named.filter((key) => holds(envelope, payload, key));
  return holding.length > 0
    ? holding
    : refused("bad-signature", `The signature is not that of the policy's key ${namesOf(named)}.`);
}

function holds(envelope: Envelope, payload: Buffer, { id, spki }: Key): boolean {
  const key = publicKeyOf(spki);
  return key !== null && isSealedBy(envelope, payload, id, key);
}

function unknownKey({ signatures }: Envelope, keys: readonly Key[]): LedgerRefusal {
  const found = short(signatures.map(({ keyid }) => keyid).join(", "));
  const wanted = keys.length === 0 ? "and the policy names no key" : `not by the policy's ${namesOf(keys)}`;
  return refused("unknown-key", `The ledger is signed by the key ${found}, ${wanted}.`);
}

/** What others wrote, as far as a sentence has room for it. */
function short(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}

function namesOf(keys: readonly Key[]): string {
  return keys.map(({ id }) => id).join(", ");
}

/** A key verifies to the end of its last day what was issued until then. */
function keyPast({ issuedAt }: LedgerHeader, keys: readonly Key[]): LedgerRefusal | null {
  const issued = millisecondsAt(issuedAt);
  if (keys.some(({ until }) => until === null || issued <= Date.parse(`${until}T23:59:59.999Z`))) return null;
  const [key] = keys;
  return refused(
    "key-past",
    `The ledger was issued at ${issuedAt}, after the last day of the key ${key?.id}: ${key?.until}.`,
  );
}

function byTerms(header: LedgerHeader, terms: LedgerTerms): LedgerRefusal | null {
  const { audience, seq, policyDigest } = header;
  if (!isSameAudience(audience, terms.audience))
    return refused("foreign", `The ledger is made for ${short(audience)}; wanted: ${terms.audience}.`);
  const late = tooLate(header, terms);
  if (late !== null) return refused("expired", late);
  if (terms.highestSeq !== null && seq < terms.highestSeq)
    return refused(
      "rolled-back",
      `The ledger has the number ${seq}, and number ${terms.highestSeq} was seen here before.`,
    );
  if (terms.policyDigest !== null && policyDigest !== terms.policyDigest)
    return refused(
      "other-policy",
      `The ledger was made under other remotes or another authorise section (${policyDigest.slice(0, 12)}; wanted: ${terms.policyDigest.slice(0, 12)}).`,
    );
  return null;
}

function tooLate({ issuedAt, expiresAt }: LedgerHeader, { maxAgeMs, now }: LedgerTerms): string | null {
  if (maxAgeMs === null) return null;
  const [issued, expires] = [millisecondsAt(issuedAt), millisecondsAt(expiresAt)];
  const clock = new Date(now).toISOString();
  if (issued > now + SKEW_MS) return `The ledger was issued at ${issuedAt}, and it is ${clock} here.`;
  if (now > expires) return `The ledger expired at ${expiresAt}.`;
  if (now > issued + maxAgeMs) {
    const end = new Date(issued + maxAgeMs).toISOString();
    return `The ledger was issued at ${issuedAt}; by the policy's ledger.max_age it counted until ${end}.`;
  }
  return null;
}

/** The shape of a header lets no other times in. */
function millisecondsAt(time: string): number {
  return (secondsOf(time) ?? 0) * 1000;
}

function rowsOf(bytes: Buffer, start: number, { bodySha256, count }: LedgerHeader): RowLines | LedgerRefusal {
  const body = bytes.subarray(start);
  if (createHash("sha256").update(body).digest("hex") !== bodySha256)
    return refused("body-changed", "The ledger's rows are not those that were signed.");
  const indexed = indexRows(bytes, start, count);
  if (indexed.ok) return indexed.lines;
  const line = indexed.line + 3;
  return indexed.why === "order"
    ? refused("reordered", `The ledger's rows are out of order, or one is there twice, at line ${line}.`)
    : refused(
        "malformed",
        `The ledger tells of ${count} rows, and line ${line} is not as it must be for that.`,
      );
}
