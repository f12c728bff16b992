import { Fault } from "../core/fault.ts";
import type { Report } from "../core/report.ts";
import { type FormatName, formats } from "../reports/index.ts";
import type { RenderOptions } from "../reports/options.ts";
import type { Io } from "./io.ts";
import type { Words } from "./words.ts";

/** Where one format goes; null: standard output. */
export interface Target<Format extends string = FormatName> {
  readonly format: Format;
  readonly file: string | null;
}

/**
 * What `--format`, `--json` and `--output` ask for. Standard output gets text where no format was sent there. `names`: the formats that
 * the command can answer in.
 */
export function targetsOf<Format extends string>(
  words: Words,
  names: readonly Format[],
): readonly Target<Format | "text">[] {
  const asked = [...words.all("format"), ...(words.has("json") ? ["json"] : [])];
  const named = asked.map((value) => target(value, names));
  const output = words.one("output");
  const targets = output === null ? named : sendTo(output, named);
  const open = targets.filter(({ file }) => file === null);
  if (new Set(open.map(({ format }) => format)).size > 1) {
    throw new Fault("usage", "Two formats can't share standard output.", {
      found: open.map(({ format }) => format).join(", "),
      wanted: "--format NAME=FILE for all but one",
    });
  }
  return open.length > 0
    ? [...targets.filter(({ file }) => file !== null), ...open.slice(0, 1)]
    : [...targets, { format: "text", file: null }];
}

function target<Format extends string>(value: string, names: readonly Format[]): Target<Format> {
  const [name = "", ...rest] = value.split("=");
  const file = rest.length === 0 ? null : rest.join("=");
  const format = names.find((one) => one === name);
  if (format === undefined)
    throw new Fault("usage", "There is no such format.", { found: name, wanted: names.join(", ") });
  if (file === "") throw new Fault("usage", "A format names no file after its =.", { found: value });
  return { format, file };
}

/** `--output FILE` is where the format without a file goes: text, if none was named. */
function sendTo<Format extends string>(
  file: string,
  named: readonly Target<Format>[],
): readonly Target<Format | "text">[] {
  const open = named.filter((one) => one.file === null);
  const format = open[0]?.format ?? "text";
  return [...named.filter((one) => one.file !== null), ...open.slice(1), { format, file }];
}

/** Renders a report to every target: files first, so that what a reader of standard output is told exists. `report`: as it may be shown. */
export async function writeReport(
  io: Io,
  report: Report,
  targets: readonly Target[],
  options: Omit<RenderOptions, "color" | "columns">,
): Promise<void> {
  await writeTargets(io, targets, async ({ format, ...how }) => {
    const load = await formats[format]();
    return load({ ...options, ...how })(report).body;
  });
}

/** What a renderer is told of one target. */
export interface Rendering<Format extends string = FormatName> {
  readonly format: Format;
  readonly color: boolean;
  readonly columns: number;
}

/** Writes what `render` makes for each target, in their order. Files are for programs and have no colours. */
export async function writeTargets<Format extends string>(
  io: Io,
  targets: readonly Target<Format>[],
  render: (how: Rendering<Format>) => Promise<Iterable<string>>,
): Promise<void> {
  for (const { format, file } of targets) {
    const color = file === null && io.stdout.color;
    const body = await render({ format, color, columns: io.stdout.columns });
    if (file !== null) await io.writeFile(file, body);
    else for (const text of body) io.stdout.write(text);
  }
}
