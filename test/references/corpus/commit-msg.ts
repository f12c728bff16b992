import { GITHUB, type Group, JIRA } from "./group.ts";

const own = (...numbers: readonly number[]) => numbers.map((number) => `acme/shop#${number}`).join(" ");
const SCISSORS = "------------------------ >8 ------------------------";

export const commitMsg: readonly Group[] = [
  {
    fear: "what git will remove from a message is taken",
    kind: "commit-msg",
    config: GITHUB,
    cases: [
      ["Tidy #1\n# On branch fix/#2\n# Changes: #3\n", own(1)],
      ["#1 is a comment here\nTidy #2\n", own(2)],
      ["Tidy\n\n #3 is none\n#4 is one\n", own(3)],
      [`Tidy #1\n# ${SCISSORS}\n# Do not modify\ndiff --git a/x b/x\n+ fixes #2\n`, own(1)],
      [`Tidy #1\n# ${SCISSORS} \n+ fixes #2\n`, own(1, 2)],
      [`# ${SCISSORS}\nTidy #1\n`, ""],
      [`Tidy #1\r\n# ${SCISSORS}\r\n+ #2\r\n`, own(1)],
      [`Tidy #1\n# ${SCISSORS}`, own(1)],
      ["", ""],
      ["# all of it #1\n", ""],
      ["Tidy `#1`\n# `\n#2` #3\n", ""],
    ],
  },
  {
    fear: "another comment character is not honoured",
    kind: "commit-msg",
    config: GITHUB,
    commentChar: ";",
    cases: [
      ["#1 tidy\n; #2\n", own(1)],
      [`#1 tidy\n; ${SCISSORS}\n#2\n`, own(1)],
      [`#1 tidy\n# ${SCISSORS}\n#2\n`, own(1, 2)],
    ],
  },
  {
    fear: "a comment string of several characters is not honoured",
    kind: "commit-msg",
    config: JIRA,
    commentChar: "//",
    cases: [
      ["PROJ-1 tidy\n// PROJ-2\n/ PROJ-3\n", "PROJ-1 PROJ-3"],
      [`PROJ-1\n// ${SCISSORS}\nPROJ-2\n`, "PROJ-1"],
    ],
  },
  {
    fear: "a stored line that begins with a number sign is taken for a comment",
    kind: "commit",
    config: GITHUB,
    cases: [
      ["#1 tidy\n#2\n# 3\n", own(1, 2)],
      [`Tidy\n# ${SCISSORS}\n#4\n`, own(4)],
    ],
  },
];
