import type { Answer } from "../kit.ts";
import { PULLS } from "../pull-model.ts";
import { REPOSITORY } from "./pull-json.ts";
import { type PullAsk, values } from "./pulls.ts";

/** Policies of one branch, disabled ones among them. */
export function policies(ask: PullAsk): Answer {
  const { query } = ask.call;
  if (query.get("repositoryId") !== REPOSITORY.id) ask.world.problems.push("policies of no repository");
  if (query.get("refName") !== `refs/heads/${PULLS.protectedBranch}`) return values(ask, []);
  const policy = (id: string, settings: object, isEnabled = true) => ({
    isEnabled,
    isBlocking: true,
    type: { id },
    settings,
  });
  return values(ask, [
    policy("fa4e907d-c16b-4a4c-9dfa-4906e5d171dd", {
      minimumApproverCount: PULLS.approvals,
      creatorVoteCounts: false,
    }),
    policy("fa4e907d-c16b-4a4c-9dfa-4906e5d171dd", { minimumApproverCount: 7 }, false),
    policy("cbdc66da-9728-4af8-aada-9a5a32e4a226", {
      statusName: PULLS.check,
      statusGenre: "golden-thread",
      authorId: "b0e5",
    }),
    policy("fd2167ab-b0be-447a-8ec8-39368250530e", {
      requiredReviewerIds: ["0a11"],
      filenamePatterns: ["/azure-pipelines.yml", "/golden-thread.yml"],
    }),
    policy("fa4e907d-c16b-4a4c-9dfa-4916e5d171ab", { allowSquash: true }),
  ]);
}
