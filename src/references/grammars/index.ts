import type { GrammarId } from "../../core/reference.ts";
import type { Grammar } from "../grammar.ts";
import { azure } from "./azure.ts";
import { clickup } from "./clickup.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { jira } from "./jira.ts";
import { linear } from "./linear.ts";
import { notion } from "./notion.ts";
import { tasks } from "./tasks.ts";

/** Every grammar by its id. The order decides who is asked first where two know a form: `AB#1` before `#1`, tasks before trackers. */
export const grammarList: readonly (readonly [GrammarId, Grammar])[] = [
  ["azure", azure],
  ["tasks", tasks],
  ["linear", linear],
  ["jira", jira],
  ["github", github],
  ["gitlab", gitlab],
  ["clickup", clickup],
  ["notion", notion],
];
