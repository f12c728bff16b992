/** How a language tells comments and strings from code; as much of it as references need. */
export interface Syntax {
  /** Source of an expression for what begins a comment that runs to the line's end; empty: none. */
  readonly line: string;
  /** Comments that may span lines: what opens and what closes them. */
  readonly blocks: readonly (readonly [open: string, close: string])[];
  /** Strings and docs that may span lines; what opens one closes it. */
  readonly long: readonly string[];
  /** Quotes that open a string on one line. */
  readonly quotes: string;
  /** May `#1` stand in code? `never`: it is syntax there (a colour, a selector, an immediate). */
  readonly hash: "never" | "free";
  /** Does `<<END` begin a text of several lines? */
  readonly heredoc: boolean;
}

/** `markup`: HTML and its kin. `prose`: Markdown and plain text. */
export type Language = Syntax | "markup" | "prose";

function syntax(given: Partial<Syntax>): Syntax {
  return { line: "", blocks: [], long: [], quotes: `"'`, hash: "free", heredoc: false, ...given };
}

const C_COMMENT = ["/*", "*/"] as const;

/** `#` opens a comment at a line's start and behind a blank or a closing mark, not inside a word. */
const HASH = "(?<![^\\s;)}\\],])#";

const c = syntax({ line: "\\/\\/", blocks: [C_COMMENT], quotes: `"` });
const script = syntax({ line: "\\/\\/", blocks: [C_COMMENT], long: ["`"] });
const css = syntax({ line: "(?<!:)\\/\\/", blocks: [C_COMMENT], hash: "never" });
const hash = syntax({ line: HASH, heredoc: true });
const python = syntax({ line: HASH, long: ['"""', "'''"] });
const dashes = syntax({ line: "--", blocks: [["--[[", "]]"], ["{-", "-}"], C_COMMENT] });
const lisp = syntax({ line: ";", blocks: [["#|", "|#"]], quotes: `"`, hash: "never" });
const percent = syntax({ line: "(?<!\\\\)%", quotes: "", hash: "never" });
const assembler = syntax({
  line: "\\/\\/|[;@]|(?<![^\\s])#(?![\\d-])",
  blocks: [C_COMMENT],
  quotes: `"`,
  hash: "never",
});
const pascal = syntax({
  line: "\\/\\/",
  blocks: [
    ["{", "}"],
    ["(*", "*)"],
  ],
  quotes: "'",
  hash: "never",
});
const verilog = syntax({ line: "\\/\\/", blocks: [C_COMMENT], quotes: `"`, hash: "never" });
const ml = syntax({ line: "\\/\\/", blocks: [["(*", "*)"]], quotes: `"` });
const php = syntax({ line: `\\/\\/|${HASH}(?!\\[)`, blocks: [C_COMMENT], heredoc: true });
const standardMl = syntax({ blocks: [["(*", "*)"]], quotes: `"`, hash: "never" });
const bang = syntax({ line: "!", quotes: `"'` });
const basic = syntax({ line: "'", quotes: `"`, hash: "never" });
const vim = syntax({ line: '(?:^|(?<=\\n))[ \\t]*"', quotes: "'" });
const json = syntax({ quotes: `"` });

/** Which language a file's last extension, or its whole name in lower case, stands for. */
const NAMES: readonly (readonly [Language, string])[] = [
  [
    c,
    "c h xpm cc cpp cxx hh hpp hxx m mm java kt kts scala groovy gradle cs swift rs go dart d zig proto thrift idl al glsl hlsl cu cuh ino vala sol jenkinsfile y l g4 jsonnet",
  ],
  [script, "js jsx mjs cjs ts tsx mts cts snap json5 jsonc es6 as qml"],
  [css, "css scss sass less styl pcss"],
  [
    hash,
    "sh bash zsh fish ksh pl pm t rb rake gemspec ru podspec r yml yaml ini cnf ks sls cfg conf properties mk cmake ps1 psm1 tcl awk sed tf hcl nix cr coffee nim gn bzl bazel star feature po pot ac am spec env desktop service gitignore gitattributes dockerignore editorconfig npmrc makefile gnumakefile dockerfile containerfile gemfile rakefile vagrantfile podfile brewfile procfile codeowners cmakelists.txt build.bazel justfile robot graphql gql rego pyproject pylintrc in pro pri bats ebuild",
  ],
  [python, "py pyi pyx pxd toml ex exs jl pyw wscript sconstruct build meson.build"],
  [dashes, "lua hs lhs elm sql ada adb ads vhd vhdl purs cabal psql"],
  [lisp, "el lisp lsp cl clj cljs cljc edn scm rkt ss"],
  [percent, "tex latex bst lbx bbx cbx sty cls ltx bib dtx erl hrl prolog"],
  [assembler, "s asm arm x68 a65"],
  [pascal, "pas dpr pp lpr dfm"],
  [verilog, "v sv vh svh"],
  [standardMl, "sml fun sig nb wl"],
  [ml, "ml mli fs fsi fsx"],
  [php, "php inc phtml php3 php4 php5 phpt"],
  [bang, "f f90 f95 f03 for"],
  [basic, "vb vbs bas bi spin"],
  [vim, "vim vimrc"],
  [json, "json geojson ipynb webmanifest lock arb har map"],
  [
    "markup",
    "html htm xhtml tmtheme tmlanguage lvclass xml xsd xsl xslt svg vue svelte jsp erb hbs ejs twig jinja j2 ftl plist xaml resx csproj vcxproj pom xlf xliff wxs fxml xib storyboard mustache liquid cshtml razor astro gsp jelly",
  ],
];

const BY_NAME: ReadonlyMap<string, Language> = new Map(
  NAMES.flatMap(([language, names]) => names.split(" ").map((name) => [name, language] as const)),
);

/** The language of a file by its name, or by its `#!` line where the name says nothing. Unknown names are prose. */
export function languageOf(path: string, text: string): Language {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const extension = name.slice(name.lastIndexOf(".") + 1);
  const known = BY_NAME.get(name) ?? BY_NAME.get(extension);
  if (known !== undefined) return known;
  if (text.startsWith("#!"))
    return /^#![^\n]*python/.test(text) ? python : /^#![^\n]*node/.test(text) ? script : hash;
  return "prose";
}

/** Syntax of the scripts and styles inside markup. */
export const embedded = { script, style: css } as const;

/** YAML's texts of several lines have their own rule. */
export function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}
