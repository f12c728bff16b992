import { cfr11, iec62304, iso27001, pci, soc2 } from "./assurance.ts";
import type { Framework, Mapping } from "./item.ts";
import { csf11, csf20 } from "./nist-csf.ts";
import { slsa } from "./slsa.ts";
import { ssdf } from "./ssdf.ts";

/** The registry of frameworks: a new one is a file here and a line below. */
const FRAMEWORKS: readonly Framework[] = [slsa, csf20, csf11, ssdf, soc2, iso27001, pci, iec62304, cfr11];

/** The shipped mapping, by framework. Support, never proof: an assessor says what is satisfied. */
export const MAPPING: Mapping = { version: "1", items: FRAMEWORKS.flat() };

/** Names of a mapping's frameworks, in its order. */
export function frameworksOf({ items }: Mapping): readonly string[] {
  return [...new Set(items.map(({ framework }) => framework))];
}
