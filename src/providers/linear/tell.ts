import type { CodeLink, Identity } from "../../core/tracker.ts";
import { codeLink } from "../code-link.ts";
import { cleanLine } from "../text.ts";
import { ask, type Client } from "./client.ts";
import { personOf } from "./map.ts";
import { nodesOf } from "./pages.ts";
import { pageShape, userShape } from "./schema.ts";

/** Entries of a connection asked for at a time. */
const PAGE = 50;

/** Whose key it is. */
export async function whoAmI(client: Client): Promise<Identity> {
  const { viewer } = await ask(client, {
    query: "query Viewer { viewer { id name displayName email } }",
    variables: {},
    shape: (z) => z.object({ viewer: userShape(z) }),
    about: "the account",
  });
  const { email, account = viewer.id, ...names } = personOf(viewer);
  return { account, ...names, email: email === "" ? null : email, rights: null };
}

/** What is attached to an issue, told by the shape of its address. */
export async function linksOf(client: Client, id: string): Promise<readonly CodeLink[]> {
  const links: CodeLink[] = [];
  for await (const { url, title } of nodesOf((after) => attachments(client, id, after)))
    links.push(codeLink(url, title ? cleanLine(title) : null, "mentions"));
  return links;
}

async function attachments(client: Client, id: string, after: string | null) {
  const { issue } = await ask(client, {
    query: `query Links($id: String!, $first: Int!, $after: String) {
      issue(id: $id) { attachments(first: $first, after: $after) { nodes { url title } pageInfo { hasNextPage endCursor } } }
    }`,
    variables: { id, first: PAGE, after },
    shape: (z) => {
      const node = z.object({ url: z.string(), title: z.string().nullish() });
      return z.object({ issue: z.object({ attachments: pageShape(() => node)(z) }) });
    },
    about: id,
  });
  return issue.attachments;
}
