/** What XML 1.0 allows in a document (production 2, "Char"). */
const CHARS = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/;
const TEXT = /^(?:[^<&]|&(?:amp|lt|gt|quot|#39|#96);)*$/;
const TAG = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g;

/** Whether a text is a well-formed document of elements, attributes and text: nothing else may be in it. */
export function isWellFormed(xml: string): boolean {
  if (!CHARS.test(xml) || !DECLARATION.test(xml)) return false;
  const body = xml.replace(DECLARATION, "");
  const open: string[] = [];
  let end = 0;
  let roots = 0;
  for (const match of body.matchAll(TAG)) {
    const [tag, closing, name = "", attributes = "", empty] = match;
    if (!TEXT.test(body.slice(end, match.index)) || !TEXT.test(attributes)) return false;
    if (open.length === 0) roots += 1;
    end = match.index + tag.length;
    if (closing === "/") {
      if (open.pop() !== name) return false;
    } else if (empty !== "/") open.push(name);
  }
  return open.length === 0 && roots === 1 && body.slice(end).trim() === "";
}
