import type { AuditRequest } from "../audit/request.ts";
import type { Audit } from "../core/audit.ts";
import type { World } from "../core/ports.ts";
import type { Io } from "./io.ts";
import type { CommandManual, OptionManual } from "./manual.ts";
import { PLACE_OPTION, placeOf } from "./place.ts";
import { SINCE_OPTION, sinceOf } from "./since.ts";
import { watched } from "./watched.ts";
import { usage, type Words } from "./words.ts";

/** What every command asks that answers from an audit. */
export const EXTENT_OPTIONS: readonly OptionManual[] = [
  {
    name: "range",
    value: "A..B|REV",
    does: "these commits, or everything that is reachable from REV (HEAD)",
  },
  SINCE_OPTION,
  { name: "policy-ref", value: "REV", does: "read policy and tasks there, not in the working tree" },
  PLACE_OPTION,
];

/** The audit that the words ask for, as it may be shown. */
export async function audited(
  manual: Pick<CommandManual, "name">,
  words: Words,
  { io, world, parts }: { readonly io: Io; readonly world: World; readonly parts: AuditRequest["parts"] },
): Promise<Audit> {
  const policyRef = words.one("policy-ref");
  if (words.all("range").length > 1) {
    throw usage(manual, `${manual.name} looks at one history at a time.`, {
      found: words.all("range").join(" "),
    });
  }
  const place = placeOf(manual, words, io);
  const under = policyRef === null ? {} : { policyRef };
  const request = {
    range: words.one("range"),
    ref: null,
    since: sinceOf(manual, words),
    asOf: null,
    parts,
    place,
    ...under,
  };
  const { audit } = await import("../audit.ts");
  return watched(io, (progress) => audit(world, { ...request, progress }));
}
