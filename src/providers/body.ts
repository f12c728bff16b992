import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { trouble } from "./trouble.ts";

/** Most bytes of one answer, packed or not: a page of a hundred tickets with long descriptions takes a tenth of it. */
const MOST_BYTES = 10 * 1024 * 1024;

const UNPACK = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/** What a server may pack its answers by. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

/**
 * The text of an answer, unpacked, as UTF-8 unless another `charset` is asked for. `encoding`: its `content-encoding`. Throws Fault("unavailable") for an answer
 * that is too long, before or after it is unpacked, or packed in another way.
 */
export async function readBody(
  remote: string,
  body: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  most: number = MOST_BYTES,
  charset: "utf8" | "latin1" = "utf8",
): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.byteLength;
    if (bytes > most) throw tooLong(remote, most);
    parts.push(part);
  }
  return (await unpacked(remote, Buffer.concat(parts), encoding, most)).toString(charset);
}

async function unpacked(
  remote: string,
  packed: Buffer,
  encoding = "identity",
  most: number,
): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === "" || name === "identity") return packed;
  if (!isKnown(name))
    throw trouble("unavailable", `${remote} packs its answers in a way that we can't read.`, { found: name });
  try {
    return await UNPACK[name](packed, { maxOutputLength: most });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLong(remote, most);
    throw trouble("unavailable", `${remote} answered with something that can't be unpacked.`, {
      found: name,
      cause,
    });
  }
}

function isKnown(name: string): name is keyof typeof UNPACK {
  return Object.hasOwn(UNPACK, name);
}

function tooLong(remote: string, most: number): Error {
  return trouble("unavailable", `${remote} answered with more than ${most / 1024 / 1024} MiB.`);
}
