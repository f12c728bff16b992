import type { PullRequestChange } from "../core/change.ts";
import type { Found, Place, Reference } from "../core/reference.ts";
import { parseMessage, placeAt } from "../references/message.ts";
import type { Scanner } from "../references/scan.ts";
import type { RemoteOf } from "./remotes.ts";

/** Finds references and says where each stands and whose it is. */
export interface Reader {
  readonly scan: Scanner;
  readonly remoteOf: RemoteOf;
}

/** References in a stored commit message. `commit`: its index in the change. */
export function messageReferences(reader: Reader, message: string, commit: number): readonly Reference[] {
  const found = reader.scan(message, "commit");
  if (found.length === 0) return [];
  const parts = parseMessage(message);
  return found.map((one) => located(reader, one, placeAt(parts, one.start), commit));
}

/**
 * What somebody wrote down alone, by every form in which a message names a ticket by it, the plain one first: ids of trackers that write
 * none in text want a sign or an address around them. Forms that name nothing are left out.
 */
export function* writtenReferences(reader: Reader, written: string): Iterable<readonly Reference[]> {
  for (const form of [written, `AB#${written}`, `CU-${written}`, `https://www.notion.so/${written}`]) {
    const found = messageReferences(reader, form, 0);
    if (found.length > 0) yield found;
  }
}

/** References in a branch's short name. */
export function branchReferences(reader: Reader, branch: string): readonly Reference[] {
  return reader.scan(branch, "branch").map((one) => located(reader, one, "branch", null));
}

/** References in a pull request's title and body; what stands between our own marks in a body is none. */
export function pullRequestReferences(
  reader: Reader,
  { title, body }: Pick<PullRequestChange, "title" | "body">,
): readonly Reference[] {
  return [
    ...reader.scan(title, "pr-title").map((one) => located(reader, one, "title", null)),
    ...reader.scan(body, "pr-body").map((one) => located(reader, one, "pr-body", null)),
  ];
}

function located(reader: Reader, found: Found, place: Place, commit: number | null): Reference {
  return { ...found, remote: reader.remoteOf(found), place, commit };
}
