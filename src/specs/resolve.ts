import type { Tree } from "../core/ports.ts";
import type { Spec, SpecAnswer, SpecSource } from "../core/spec.ts";
import type { Ticket } from "../core/ticket.ts";
import type { ParsedTask } from "../tasks/parse.ts";
import { treePath } from "../tasks/tree-path.ts";
import { specDigest, specText } from "./digest.ts";
import { documentsFor, type SpecDocument } from "./documents.ts";
import { taskSpecText } from "./task-body.ts";

/** Bytes. Nobody reads a longer spec, and every one is read whole. */
const LARGEST = 1024 * 1024;

/** Where specs are looked for. */
export interface SpecGround {
  /** As the change has it. */
  readonly tree: Tree;
  /** The policy's, in their order. */
  readonly sources: readonly SpecSource[];
  /** The policy's `spec.paths`. */
  readonly paths: readonly string[];
  /** Documents of type `specification`; asked only where it comes to them. */
  documents(): Promise<readonly SpecDocument[]>;
}

/** A ticket whose spec is wanted. */
export interface SpecSubject {
  readonly ticket: Pick<Ticket, "remote" | "id" | "key" | "title" | "url">;
  /** The task files that are this ticket, or are linked to it. */
  readonly tasks: readonly ParsedTask[];
  /** What its tracker shows as its description; null: nobody asked. */
  readonly description: string | null;
}

/** A place that may hold the spec. `named`: somebody wrote just this path down for it, so that it has to be there. */
interface Candidate {
  readonly path: string;
  readonly named: boolean;
}

/**
 * The spec of a ticket: of the first source that has one. Several in one source are an error, never a choice. Paths are root-relative; a
 * symbolic link is no file. Throws nothing that a change can cause.
 */
export async function resolveSpec(subject: SpecSubject, ground: SpecGround): Promise<SpecAnswer> {
  for (const source of ground.sources) {
    const answer = await ofSource(source, subject, ground);
    if (answer.status !== "none") return answer;
  }
  return { status: "none" };
}

async function ofSource(source: SpecSource, subject: SpecSubject, ground: SpecGround): Promise<SpecAnswer> {
  const own = subject.tasks.map(({ path }) => path);
  switch (source) {
    case "frontmatter": {
      const linked = subject.tasks
        .flatMap(({ spec }) => spec?.path ?? [])
        .filter((path) => !own.includes(path));
      return ofFiles(source, linked.map(namedPath), subject, ground);
    }
    case "documentation":
      return ofFiles(source, documentation(subject.tasks), subject, ground);
    case "document": {
      const paths = documentsFor(await ground.documents(), namesOf(subject));
      return ofFiles(source, paths.map(namedPath), subject, ground);
    }
    case "path":
      return ofFiles(source, patternPaths(subject, ground.paths), subject, ground);
    case "body":
      return ofBodies(subject);
    case "upstream":
      return ofUpstream(subject);
  }
}

function namedPath(path: string): Candidate {
  return { path, named: true };
}

async function ofFiles(
  source: SpecSource,
  candidates: readonly Candidate[],
  subject: SpecSubject,
  { tree }: SpecGround,
): Promise<SpecAnswer> {
  const distinct = [...new Map(candidates.map((one) => [treePath(one.path) ?? one.path, one]))];
  const read = await Promise.all(
    distinct.map(async ([path, { named }]) => ({ path, named, file: await readText(tree, path) })),
  );
  const there = read.filter(({ file, named }) => named || file.text !== null || file.detail !== "absent");
  const [first, ...others] = there;
  if (first === undefined) return { status: "none" };
  if (others.length > 0)
    return { status: "ambiguous", source, candidates: there.map(({ path }) => path).sort() };
  const { path, file } = first;
  if (file.text === null) return { status: "unreadable", path, detail: SENTENCES[file.detail] };
  return found(subject, source, path, file.text);
}

const SENTENCES = {
  outside: "the path leaves the repository",
  absent: "there is no such file, or it is a symbolic link",
  large: `it has more than ${LARGEST} bytes`,
  binary: "it is no UTF-8 text",
} as const;

type FileText = { readonly text: string } | { readonly text: null; readonly detail: keyof typeof SENTENCES };

async function readText(tree: Tree, written: string): Promise<FileText> {
  const path = treePath(written);
  if (path === null || path === "") return { text: null, detail: "outside" };
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const entry = (await tree.list(folder)).find((one) => one.path === path);
  if (entry === undefined || !entry.mode.startsWith("100")) return { text: null, detail: "absent" };
  if ((entry.size ?? 0) > LARGEST) return { text: null, detail: "large" };
  const bytes = await tree.read(path, 2 * LARGEST);
  if (bytes === null) return { text: null, detail: "absent" };
  if (bytes.length > LARGEST) return { text: null, detail: "large" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? { text: null, detail: "binary" } : { text };
  } catch {
    return { text: null, detail: "binary" };
  }
}

function found(subject: SpecSubject, source: SpecSource, path: string | null, raw: string): SpecAnswer {
  const text = specText(raw);
  const { remote, id, key, title, url } = subject.ticket;
  const spec: Spec = { remote, id, key, title, url, source, path, text, digest: specDigest(text) };
  return { status: "found", spec };
}

/** Entries that are Markdown files. Where some are called specs, the others are not. */
function documentation(tasks: readonly ParsedTask[]): readonly Candidate[] {
  const entries = tasks.flatMap(({ details }) => details?.documentation ?? []);
  const files = entries.filter((entry) => /\.(?:md|markdown)$/i.test(entry) && treePath(entry) !== null);
  const specs = files.filter((path) =>
    /(?:^|[/._-])(?:spec|specs|specification|prd)(?:[/._-]|$)/i.test(path),
  );
  if (specs.length > 0) return specs.map(namedPath);
  return files.map((path) => ({ path, named: false }));
}

/** How the ticket and its tasks are named in paths and documents. */
function namesOf({ ticket, tasks }: SpecSubject): readonly string[] {
  return [ticket.key, ticket.id, ...tasks.flatMap((task) => task.ticket?.key ?? [])];
}

function patternPaths(subject: SpecSubject, patterns: readonly string[]): readonly Candidate[] {
  const parts = new Set(namesOf(subject).flatMap((name) => lastPart(name) ?? []));
  return patterns.flatMap((pattern) =>
    [...parts].map((part) => ({ path: pattern.replaceAll("{id}", part), named: false })),
  );
}

/** `PROJ-7` of itself, `42` of `acme/shop#42`; null: nothing that may stand in a path. */
function lastPart(name: string): string | null {
  const part = name.split(/[/#!]/).at(-1) ?? "";
  return /^[A-Za-z0-9._-]+$/.test(part) && !part.includes("..") && part !== "." ? part : null;
}

function ofBodies(subject: SpecSubject): SpecAnswer {
  const bodies = subject.tasks.flatMap((task) => {
    const text = taskSpecText(task);
    return text === null ? [] : [{ path: task.path, text }];
  });
  const [first, ...others] = bodies;
  if (first === undefined) return { status: "none" };
  if (others.length > 0)
    return { status: "ambiguous", source: "body", candidates: bodies.map(({ path }) => path).sort() };
  return found(subject, "body", first.path, first.text);
}

function ofUpstream(subject: SpecSubject): SpecAnswer {
  const { description } = subject;
  if (description === null || description.trim() === "") return { status: "none" };
  return found(subject, "upstream", null, description);
}
