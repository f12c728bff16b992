import { boards } from "./boards.ts";
import { branches } from "./branches.ts";
import { commitMsg } from "./commit-msg.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import type { Group } from "./group.ts";
import { jira } from "./jira.ts";
import { linear } from "./linear.ts";
import { markup } from "./markup.ts";
import { noise } from "./noise.ts";
import { sourceCode } from "./source-code.ts";
import { sourceFiles } from "./source-files.ts";
import { tasks } from "./tasks.ts";

/** Every case of the scanner's own corpus. Shapes are those of real repositories; the sentences are ours. */
export const corpus: readonly Group[] = [
  ...github,
  ...gitlab,
  ...jira,
  ...linear,
  ...boards,
  ...tasks,
  ...markup,
  ...branches,
  ...commitMsg,
  ...noise,
  ...sourceCode,
  ...sourceFiles,
];
