import type { Minimum } from "../core/covered.ts";

/** What a minimum that is not met says, a sentence each. Nothing for one that is. */
export function minimumTexts(minimums: readonly Minimum[]): readonly string[] {
  return minimums.filter(({ met }) => met !== true).map(textOf);
}

function textOf({ name, wanted, found, met }: Minimum): string {
  const why = met === null ? "not looked at, or only in part" : `${found?.percent?.toFixed(1)} %`;
  return `Minimum of ${name} ${met === null ? "not known" : "missed"}: ${why}, at least ${wanted} % wanted.`;
}
