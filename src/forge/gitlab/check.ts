import type { ForgeCheck } from "../../core/forge.ts";
import { expect } from "../../providers/refusal.ts";
import { shortened } from "../shortened.ts";
import type { Gitlab } from "./line.ts";
import { anyShape } from "./schema.ts";

/** Characters of a status's description. */
const LONGEST_DESCRIPTION = 255;

const STATES = { pass: "success", fail: "failed", undecided: "failed", pending: "pending" } as const;

/** A commit status. GitLab takes no second one that says the same; it stands already. */
export async function check(
  gitlab: Gitlab,
  { commit, name, verdict, title, url }: ForgeCheck,
): Promise<void> {
  const state = STATES[verdict];
  const description = shortened(title, LONGEST_DESCRIPTION);
  const json = { state, name, description, ...(url === null ? {} : { target_url: url }) };
  const path = `${gitlab.path}/statuses/${encodeURIComponent(commit)}`;
  const reply = await gitlab.send({ method: "POST", path, json });
  if (reply.status === 400 && (await gitlab.said(reply)).includes(`from :${state} `)) return;
  await expect(gitlab, `check ${name} of ${commit}`, { reply, shape: anyShape, wanted: 201 });
}
