/** HTML of code in which nothing is left to Markdown, to a forge's references or to whoever searches the source. One line. */
export function inertCode(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]|\n/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A block of code as HTML on one line, so that no container around it can tear it. `info`: what stood behind its fence. */
export function inertBlock(text: string, info: string): string {
  const language = /^[A-Za-z][\w+-]{0,30}/.exec(info.trim())?.[0] ?? "";
  return `<pre${language === "" ? "" : ` lang="${language}"`}><code>${inertCode(text)}</code></pre>`;
}

/** Code that could be more than code to a parser which sees its borders elsewhere. */
export function isDull(code: string): boolean {
  return !/[@#!&](?=\w)|<(?=[a-z/!?])|\]\(|\]:|\b[A-Z]\w+-\d|^[ \t>]*\/[a-z]|javascript:|https?:/im.test(
    code,
  );
}

/** Code at a text's own margin that acts all the same: GitLab reads closing words anywhere, and our markers count anywhere. */
export function actsAnywhere(code: string): boolean {
  return /<!--\s*golden-thread:/i.test(code) || CLOSES.test(code);
}

/** Words by which a forge or tracker closes what is named behind them, in all of their tenses. */
export const CLOSING_WORDS =
  "(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|complet(?:e[sd]?|ing)|implement(?:s|ed|ing)?)";

const CLOSED = new RegExp(
  `\\b(${CLOSING_WORDS}:?\\s{1,20}(?:issues?\\s{1,20})?)(https?:\\S{0,300}|[\\w./-]{0,200}#\\d+|[A-Z]\\w{0,50}-\\d+)`,
  "gi",
);

/** A title, whose words may become a commit's subject: what would close a ticket there stands in quotes. */
export function inertTitle(title: string): string {
  return title.replace(CLOSED, '$1"$2"');
}

const CLOSES = new RegExp(
  `\\b${CLOSING_WORDS}\\b:?\\s{1,20}(?:issues?\\s{1,20})?(?:https?:|[\\w./-]{0,200}#\\d|[A-Z]\\w{0,50}-\\d)`,
  "i",
);
