import { contentPolicy } from "./content-policy.ts";
import { type MarkupValue, markup } from "./markup.ts";

/**
 * The head of a page, up to its body: nothing is loaded, and nothing runs but the script that is named, so text from outside could not
 * even if it were not escaped. `page`: what `contentPolicy` takes.
 */
export function documentHead(title: MarkupValue, page: Parameters<typeof contentPolicy>[0]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
${markup`<title>${title}</title>`.markup}
<style>${page.style}</style>
</head>
<body>
`;
}
