import { cfr11, iec62304, iso27001, pci, soc2 } from "./assurance.ts";
import type { ControlItem, Framework } from "./item.ts";
import { csf11, csf20 } from "./nist-csf.ts";
import { slsa } from "./slsa.ts";
import { ssdf } from "./ssdf.ts";

/** Which edition of the mapping it is: it changes with every row. */
export const MAPPING_VERSION = "1";

/** The registry of frameworks: a new one is a file here and a line below. */
const FRAMEWORKS: readonly Framework[] = [slsa, csf20, csf11, ssdf, soc2, iso27001, pci, iec62304, cfr11];

/** Every control of the shipped mapping, by framework. Support, never proof: an assessor says what is satisfied. */
export const CONTROLS: readonly ControlItem[] = FRAMEWORKS.flat();

/** Names of the frameworks, in the order of the mapping. */
export const frameworkNames: readonly string[] = [...new Set(CONTROLS.map(({ framework }) => framework))];
