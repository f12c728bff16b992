import type { SpecGap } from "../core/spec-complete.ts";

/** What a spec lacks, as the end of a sentence about it. Parts of it are the spec's own words. */
export function gapText(gap: SpecGap): string {
  switch (gap.code) {
    case "heading-missing":
      return `the heading ${gap.detail} is missing`;
    case "placeholder":
      return `line ${gap.line} holds a placeholder: ${gap.detail}`;
    case "section-empty":
      return `nothing stands under ${gap.detail} in line ${gap.line}`;
    case "criteria-few":
      return `it has ${gap.count} acceptance criteria; at least ${gap.wanted} are wanted`;
    case "too-short":
      return `it has ${gap.count} characters; at least ${gap.wanted} are wanted`;
    case "too-long":
      return `it has ${gap.count} characters; at most ${gap.wanted} are wanted`;
  }
}
