import { isCi } from "../ci/variables.ts";
import type { DoorPlace } from "../core/law.ts";
import type { Io } from "./io.ts";
import type { CommandManual, OptionManual } from "./manual.ts";
import { usage, type Words } from "./words.ts";

/** Where a verdict can be asked for. */
export const PLACES = ["hook", "ci", "server"] as const;

/** `--place`, the same for every command that judges. */
export const PLACE_OPTION: OptionManual = {
  name: "place",
  value: "PLACE",
  values: PLACES,
  does: "hook, ci or server: whose rules for what is unknown apply (ci where CI is set, else hook)",
};

/** Where the verdict is asked for: as told, else by the variable that CI systems set. */
export function placeOf(manual: Pick<CommandManual, "name">, words: Words, { env }: Io): DoorPlace {
  const told = words.one("place");
  const place = PLACES.find((name) => name === told);
  if (place !== undefined) return place;
  if (told !== null)
    throw usage(manual, "There is no such place.", { found: told, wanted: PLACES.join(", ") });
  return inCi({ env }) ? "ci" : "hook";
}

/** Whether this is a run of CI. */
export function inCi({ env }: Pick<Io, "env">): boolean {
  return isCi(env);
}
