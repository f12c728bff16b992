import { relative } from "node:path";
import { COMMANDS, type Command, commandIn } from "./commands.ts";

/** Annotations of one level that a step may make; the runner logs the others. */
const MOST_ANNOTATIONS = 10;

/** UTF-16 units of a message; the rest is cut. */
const LONGEST_MESSAGE = 4096;

/** Tokens of more characters are secrets. */
const SHORT_TOKEN = 6;

/** An annotation as the runner hands it on. */
export interface RunAnnotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title: string | null;
  /** Below the workspace, if it was in it. */
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly legacy: boolean;
}

/** What a step has said so far. */
export interface Said {
  /** Lines of both streams, with secrets masked. */
  readonly log: string[];
  readonly annotations: RunAnnotation[];
  /** Annotations above the limit. */
  dropped: number;
  /** Secrets that the step named. */
  readonly masks: string[];
  /** By the old commands, which still work. */
  readonly outputs: Record<string, string>;
  readonly state: Record<string, string>;
  /** What the runner has against it; each fails the step. */
  readonly errors: string[];
  readonly warnings: string[];
}

/** Reads a step's lines as the runner does, from both streams. `secrets`: what is masked from the start. */
export function openStep(workspace: string, secrets: readonly string[]) {
  const said: Said = {
    ...{ log: [], annotations: [], dropped: 0, masks: [], outputs: {}, state: {}, errors: [], warnings: [] },
  };
  const hidden = new Set(secrets.filter(Boolean));
  const known = new Set(COMMANDS);
  let stopped: string | null = null;
  const masked = (text: string) =>
    [...hidden]
      .sort((one, other) => other.length - one.length)
      .reduce((told, secret) => told.replaceAll(secret, "***"), text);
  const hide = (text: string) => {
    for (const part of [text, ...text.split(/\r\n|\r|\n/)]) if (part.trim() !== "") hidden.add(part);
  };
  const stop = (token: string) => {
    if (token === "" || token === "pause-logging" || known.has(token.toLowerCase())) {
      said.errors.push(`Invalid stop token '${token}'`);
      return;
    }
    stopped = token.toLowerCase();
    known.add(stopped);
    if (token.length > SHORT_TOKEN) hidden.add(token);
  };
  const line = (text: string): void => {
    const command = commandIn(text, known);
    if (command === null) {
      said.log.push(masked(text));
      return;
    }
    if (stopped !== null) {
      said.log.push(masked(text));
      if (command.name !== stopped) return;
      known.delete(stopped);
      stopped = null;
      return;
    }
    if (command.name === "stop-commands") {
      said.log.push(masked(text));
      stop(command.data);
    } else if (command.name !== "add-mask") {
      carryOut(said, { workspace, masked }, command);
    } else if (command.data.trim() === "") {
      said.warnings.push("Can't add secret mask for empty string");
    } else {
      said.masks.push(command.data);
      hide(command.data);
    }
  };
  return { said, line, masked };
}

/** What a command is carried out with. */
interface Means {
  readonly workspace: string;
  masked(text: string): string;
}

function carryOut(said: Said, { workspace, masked }: Means, command: Command): void {
  const { name, properties, data } = command;
  switch (name) {
    case "error":
    case "warning":
    case "notice":
      annotate(said, annotationOf(workspace, name, { ...command, data: masked(data) }));
      return;
    case "set-output":
    case "save-state": {
      const kept = name === "set-output" ? said.outputs : said.state;
      said.warnings.push(`The \`${name}\` command is deprecated`);
      if (!properties.name) said.errors.push(`Required field 'name' is missing in ##[${name}] command.`);
      else kept[properties.name] = data;
      return;
    }
    case "set-env":
    case "add-path":
      said.errors.push(`The \`${name}\` command is disabled.`);
      return;
    case "group":
    case "endgroup":
      said.log.push(`##[${name}]${masked(data)}`);
      return;
    default:
      return;
  }
}

function annotate(said: Said, annotation: RunAnnotation): void {
  said.log.push(`##[${annotation.level}]${annotation.message}`);
  const same = said.annotations.filter(({ level }) => level === annotation.level);
  if (same.length < MOST_ANNOTATIONS) said.annotations.push(annotation);
  else said.dropped += 1;
}

function annotationOf(
  workspace: string,
  level: RunAnnotation["level"],
  { properties, data, legacy }: Command,
): RunAnnotation {
  const { title = null, file = null } = properties;
  const endLine = numberIn(properties.endLine);
  const line = numberIn(properties.line) ?? endLine;
  const isBackwards = line !== null && endLine !== null && endLine < line;
  const below = file?.startsWith("/") ? relative(workspace, file) : file;
  return {
    ...{ level, title, legacy, message: data.slice(0, LONGEST_MESSAGE) },
    file: below?.startsWith("..") ? file : below,
    line: isBackwards ? null : line,
    endLine: isBackwards ? null : endLine,
  };
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
