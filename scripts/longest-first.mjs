import { BaseSequencer } from "vitest/node";

/** Rooms and files that take longest, the longest first: whichever is begun last is waited for alone. */
const LONGEST = [
  "house/dist",
  "house/rules-new",
  "trackers/",
  "action/",
  "hook/",
  "doors/",
  "satellite/",
  "check-pr/",
];

/** The order of test files in a run; a clean clone knows nothing of how long they took the last time. */
export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }) => {
      const at = LONGEST.findIndex((place) => moduleId.includes(`/test/${place}`));
      return at < 0 ? LONGEST.length : at;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
