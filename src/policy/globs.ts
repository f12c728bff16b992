/** Characters that picomatch reads as parts of a regular expression or an extended glob; here they are letters. */
const LITERAL = /[()|+@!^$]/g;

/** Turns a glob that the schema accepted into the source of a RegExp over root-relative paths. */
export type GlobCompiler = (glob: string) => string;

/** `*`, `**`, `?`, `[a-z]` and `{a,b}`, dot files included. A folder's name with a closing `/` means all below it. */
export async function globCompiler(): Promise<GlobCompiler> {
  const { default: picomatch } = await import("picomatch");
  return (glob) => {
    const whole = glob.endsWith("/") ? `${glob}**` : glob;
    return picomatch.makeRe(whole.replace(LITERAL, "\\$&"), { dot: true, strictBrackets: true }).source;
  };
}
