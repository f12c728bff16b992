import type { CodeLink } from "../../core/tracker.ts";
import { codeUrl, codeUrlsIn } from "../code-url.ts";
import type { Workspace } from "./ask.ts";
import { read } from "./many.ts";

/**
 * What a task leads to: the API does not tell what the panel for GitHub shows, so it is its fields of type url, and the
 * addresses of forges in its description.
 */
export async function links(workspace: Workspace, id: string): Promise<readonly CodeLink[]> {
  const { custom_fields, markdown_description, description } = await read(workspace, id);
  const ofFields = (custom_fields ?? []).flatMap(({ type, name, value }) =>
    type === "url" && typeof value === "string" ? (codeUrl(value, name ?? null) ?? []) : [],
  );
  const all = [...ofFields, ...codeUrlsIn(markdown_description ?? description ?? "")];
  return [...new Map(all.toReversed().map((link) => [link.url, link])).values()].toReversed();
}
