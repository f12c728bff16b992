/** GitHub's own parser. It imports JSON without saying so, which Node does not take: it is bundled before it is loaded. */
export { parseWorkflow } from "@actions/workflow-parser";
export { parseAction } from "@actions/workflow-parser/actions/action-parser";
