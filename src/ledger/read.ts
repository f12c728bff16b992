import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { Law } from "../core/law.ts";
import type { Lookup, Ticket } from "../core/ticket.ts";
import { isSameAudience } from "./audience.ts";
import { type LedgerHeader, type LedgerRow, MOST_LEDGER_BYTES } from "./format.ts";
import { millisecondsAt } from "./header-time.ts";
import { indexRows, type RowLines } from "./lines.ts";
import { lookUpIn, rowAt, ticketsIn } from "./look-up.ts";
import { type LedgerRefusal, refused } from "./refusal.ts";
import { sealOf, sealPast, signerOf } from "./seal.ts";
import { isHeader, parsedLine } from "./shape.ts";
import { shortened } from "./shortened.ts";
import type { BundleCheck, LedgerSigner } from "./signer.ts";

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
  /** What judges a Sigstore bundle; left out: none is believed. */
  readonly bundle?: BundleCheck;
}

/** A ledger whose every byte is what a known key signed. */
export interface Ledger {
  readonly status: "valid";
  readonly header: LedgerHeader;
  readonly signer: LedgerSigner;
  /** By `lookupKey(remote, id)`. */
  lookup(key: string): Lookup;
  row(key: string): LedgerRow | null;
  rows(): Iterable<LedgerRow>;
  /** Every ticket of a remote. */
  tickets(remote: string): Iterable<Ticket>;
}

/** What reading a ledger comes to. */
export type LedgerAnswer = Ledger | LedgerRefusal;

/** Clocks of those who issue and those who read may differ by as much. */
const SKEW_MS = 5 * 60_000;
/** What an envelope or a bundle is longer than its payload in base64: a bundle has a certificate, log entries and timestamps. */
const ENVELOPE_ROOM = 32 * 1024;
/** As bundles are written into ledgers. */
const BUNDLE_START = '{"mediaType":"application/vnd.dev.sigstore.bundle';
const NEWLINE = 10;
const RETURN = 13;

/** Whether a ledger's second line is a Sigstore bundle, by its look alone. */
export function isBundled(data: Uint8Array): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const first = bytes.indexOf(NEWLINE);
  const start = bytes.subarray(first + 1, first + 1 + BUNDLE_START.length);
  return first > 0 && start.toString("latin1") === BUNDLE_START;
}

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
      "The ledger has no signature: its second line is neither a DSSE envelope of its first nor a Sigstore bundle.",
    );
  if ("status" in sealed) return sealed;
  const header = parsedLine(payload.toString("utf8"));
  if (!isHeader(header))
    return refused("malformed", "The ledger's first line is not that of a ledger that this version reads.");
  const objection = sealPast(header, sealed, SKEW_MS) ?? byTerms(header, terms);
  if (objection !== null) return objection;
  const lines = rowsOf(bytes, second + 1, header);
  return "status" in lines ? lines : ledgerOf(header, lines, signerOf(sealed), terms);
}

function ledgerOf(
  header: LedgerHeader,
  lines: RowLines,
  signer: LedgerSigner,
  { maxAgeMs }: LedgerTerms,
): Ledger {
  const expires = millisecondsAt(header.expiresAt);
  const end = maxAgeMs === null ? expires : Math.min(expires, millisecondsAt(header.issuedAt) + maxAgeMs);
  const until = new Date(end).toISOString();
  return {
    status: "valid",
    header,
    signer,
    lookup: (key) => lookUpIn(header, lines, key, until),
    row: (key) => rowAt(lines.find(key)),
    *rows() {
      for (let index = 0; index < lines.count; index++) {
        const row = rowAt(lines.at(index));
        if (row !== null) yield row;
      }
    },
    tickets: (remote) => ticketsIn(header, lines, remote),
  };
}

function byTerms(header: LedgerHeader, terms: LedgerTerms): LedgerRefusal | null {
  const { audience, seq, policyDigest } = header;
  if (!isSameAudience(audience, terms.audience))
    return refused("foreign", `The ledger is made for ${shortened(audience)}; wanted: ${terms.audience}.`);
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
