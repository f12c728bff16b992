import { expect, test } from "vitest";
import { changeIn } from "../../src/git/named-change.ts";

test.each([
  ["Merge pull request #7 from me/branch\n\nA title", 7],
  ["A title (#12)", 12],
  ['Revert "A title (#12)" (#13)', 13],
  ['Revert "A title (#12)"', null],
  ["Merged PR 14: A title of Azure Repos (#3)", 14],
  ["Merge pull request 443 from hotfix/2.17.7 into master", 443],
  ["Merged in feature/x (pull request #15)\n\nA title", 15],
  ["Merge pull request #16 in PRJ/repo from x to main", 16],
  ["Pull request #17: A title\n\nMerge in PRJ/repo from x to main", 17],
  ["Pull request #17: said nobody's button", null],
  ["Merge branch 'x' into 'main'\n\nA title\n\nSee merge request group/project!18", 18],
  ["Follow-up of PR 14: see #3", null],
  ["Merge branch 'x'", null],
  ["Merged PR 99999999999: no number of anybody's", null],
])(
  "the pull request that a forge's button wrote is not read, or is read where none wrote it: %j",
  (message, number) => {
    expect(changeIn(message)).toBe(number);
  },
);
