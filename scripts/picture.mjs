import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";

/** `node scripts/picture.mjs`: plays the demo and draws what it printed, chapters 2, 3 and 5, as docs/demo.svg. */
const home = new URL("..", import.meta.url);
const cli = process.argv[2] ?? new URL("dist/cli.js", home).pathname;
const played = spawnSync(process.execPath, [cli, "demo"], {
  encoding: "utf8",
  env: { ...process.env, FORCE_COLOR: "1", NO_COLOR: "", CI: "" },
});
if (played.status !== 0) throw new Error(`the demo ended ${played.status}: ${played.stderr}`);

const COLORS = {
  31: "#ff7b72",
  32: "#7ee787",
  33: "#e3b341",
  34: "#79c0ff",
  35: "#d2a8ff",
  36: "#76e3ea",
  90: "#8b949e",
};
const LINE = 18;
const LEFT = 18;
const LONGEST = 104;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** One line of a terminal's text as tspans; only the codes that the demo uses. */
function spans(line) {
  let style = {};
  let out = "";
  for (const part of line.split(/(\x1b\[[0-9;]*m)/)) {
    const codes = /^\x1b\[([0-9;]*)m$/.exec(part)?.[1];
    if (codes === undefined) {
      const weight = style.bold ? ' font-weight="bold"' : "";
      const fill = style.color ?? (style.dim ? "#8b949e" : "#e6edf3");
      if (part !== "") out += `<tspan fill="${fill}"${weight}>${escaped(part)}</tspan>`;
      continue;
    }
    for (const code of codes.split(";").map(Number)) {
      if (code === 0) style = {};
      else if (code === 1) style = { ...style, bold: true };
      else if (code === 2) style = { ...style, dim: true };
      else if (code === 22) style = { ...style, bold: false, dim: false };
      else if (code === 39) style = { ...style, color: undefined };
      else if (COLORS[code]) style = { ...style, color: COLORS[code] };
    }
  }
  return out;
}

const plain = (line) => line.replace(/\x1b\[[0-9;]*m/g, "");

function chapters(text, wanted) {
  const lines = text.split("\n");
  const starts = lines.flatMap((line, index) => (/^\d {2}/.test(plain(line)) ? [index] : []));
  return wanted.flatMap((number) => {
    const start = starts[number - 1];
    return [...lines.slice(start, starts[number] ?? lines.length), ""];
  });
}

const folder = tmpdir();
const lines = chapters(played.stdout, [2, 3, 5])
  .filter((line, index, all) => !(plain(line) === "" && plain(all[index - 1] ?? "") === ""))
  .filter(
    (line) => !/The report is|In your own repository|message is kept|git commit -e -F/.test(plain(line)),
  )
  .map((line) => line.replaceAll(folder, "/tmp").replace(/golden-thread-demo-\w+/g, "demo"));
const height = lines.length * LINE + 40;
const rows = lines
  .map(
    (line, index) => `<text x="${LEFT}" y="${34 + index * LINE}" xml:space="preserve">${spans(line)}</text>`,
  )
  .join("\n");
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${LONGEST * 8.2 + 2 * LEFT}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" role="img" aria-label="The demo of golden-thread in a terminal">
<title>golden-thread demo: a commit without a ticket is rejected, one with an open ticket passes, a history is judged</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${rows}
</svg>
`;
mkdirSync(new URL("docs/", home), { recursive: true });
writeFileSync(new URL("docs/demo.svg", home), svg);
