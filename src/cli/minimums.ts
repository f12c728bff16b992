import type { MeasureName } from "../core/covered.ts";
import { isMeasure, MEASURE_NAMES } from "../trace/measures.ts";
import type { CommandManual, OptionManual } from "./manual.ts";
import { usage, type Words } from "./words.ts";

/** How a minimum of coverage is asked for. */
export const MIN_OPTION: OptionManual = {
  name: "min",
  value: "NAME=PERCENT",
  values: MEASURE_NAMES,
  does: `at least so much of ${MEASURE_NAMES.join(", ")}; may be repeated`,
};

/** A minimum as it was asked for. */
interface Wanted {
  readonly name: MeasureName;
  readonly percent: number;
}

/** The minimums that words ask for. Throws Fault("usage") for one that is not written as `commits=95.5`. */
export function wantedMinimums(manual: Pick<CommandManual, "name">, words: Words): readonly Wanted[] {
  return words.all("min").map((told) => {
    const [, name = "", number = ""] = /^([a-z-]+)=(\d{1,3}(?:\.\d{1,3})?)%?$/.exec(told) ?? [];
    const percent = Number(number);
    if (isMeasure(name) && number !== "" && percent <= 100) return { name, percent };
    throw usage(manual, "--min needs a measure and a percentage.", {
      found: told,
      wanted: `${MEASURE_NAMES.join(", ")}, and 0 to 100, as commits=95.5`,
    });
  });
}
