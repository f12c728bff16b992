import { createHash } from "node:crypto";
import limiter from "p-limit";
import { Fault } from "../core/fault.ts";
import type { ForgeHome } from "../core/forge.ts";
import { remembered } from "../core/once.ts";
import { askOctokit, type Octokit } from "./octokit.ts";

/** Requests that may be under way at once; GitHub asks for no more than a few. */
const WIDTH = 8;

/** Blobs of one query: a whole backlog is asked for by hundreds, a verdict needs a handful. */
const BATCH = 50;

/** Blobs by id, each asked for once. */
export type Blobs = (oid: string) => Promise<Uint8Array>;

interface Waiting {
  readonly oid: string;
  settle(bytes: Promise<Uint8Array>): void;
}

/**
 * Reads blobs over the API. What is wanted at one time is asked for together: one alone by REST, which tells every byte, several by one query, which
 * tells text. Whatever comes is what its id says, or it is asked for again.
 */
export function openBlobs(octokit: Octokit, { repository }: Pick<ForgeHome, "repository">): Blobs {
  const [owner = "", repo = ""] = repository.split("/");
  const limit = limiter(WIDTH);
  const waiting: Waiting[] = [];

  const one = async (oid: string): Promise<Uint8Array> => {
    const asked = limit(() => octokit.rest.git.getBlob({ owner, repo, file_sha: oid }));
    const told = await askOctokit(`the content ${oid}`, asked);
    const { content, encoding } = told?.data ?? { content: "", encoding: "" };
    const bytes = Buffer.from(content, encoding === "base64" ? "base64" : "utf8");
    if (idOf(bytes, oid.length) === oid) return bytes;
    throw new Fault("unavailable", "GitHub does not tell a file of the repository.", { found: oid });
  };
  const many = async (oids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    const told = await limit(() => octokit.graphql(queryFor(oids), { owner, repo })).catch(() => null);
    return new Map(oids.flatMap((oid, at) => textAt(told, `b${at}`, oid)));
  };
  const flush = (): void => {
    const all = waiting.splice(0);
    for (let at = 0; at < all.length; at += BATCH) {
      const batch = all.slice(at, at + BATCH);
      const told = batch.length === 1 ? null : many(batch.map(({ oid }) => oid));
      for (const { oid, settle } of batch)
        settle(told === null ? one(oid) : told.then((texts) => texts.get(oid) ?? one(oid)));
    }
  };
  return remembered(
    (oid) =>
      new Promise((settle) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ oid, settle });
      }),
  );
}

/** The ids are hex digits, so they can stand in the text. */
function queryFor(oids: readonly string[]): string {
  const blobs = oids.map((oid, at) => `b${at}: object(oid: "${oid}") { ... on Blob { text } }`);
  return `query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${blobs.join(" ")} } }`;
}

/** Text that was cut, or was none, has another id. */
function textAt(told: unknown, name: string, oid: string): readonly (readonly [string, Uint8Array])[] {
  const text = at(at(at(told, "repository"), name), "text");
  if (typeof text !== "string") return [];
  const bytes = Buffer.from(text, "utf8");
  return idOf(bytes, oid.length) === oid ? [[oid, bytes]] : [];
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : null;
}

/** A blob's id is a digest of its length and bytes (gitformat-loose). */
function idOf(bytes: Buffer, digits: number): string {
  const hash = createHash(digits === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
