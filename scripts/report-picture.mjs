import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** `node scripts/report-picture.mjs [CHROMIUM]`: audits a made-up history of the first example and draws its page as docs/report-{light,dark}.png. */
const home = fileURLToPath(new URL("..", import.meta.url));
const [program = "/usr/bin/chromium"] = process.argv.slice(2);
const SIZE = { width: 1240, height: 830 };
const START = Date.UTC(2025, 1, 3, 9) / 1000;
const COMMITS = 420;
const PEOPLE = ["Ada Lindqvist", "Bo Okafor", "Chen Nakamura", "Dara Marsh", "Eli Petrov"];
const WORK = ["login", "limits", "session", "mail", "export", "search", "billing"];

const folder = mkdtempSync(join(tmpdir(), "golden-thread-picture-"));
const git = (...args) => execFileSync("git", args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });

/** The example's own files first, then work that learns to name its ticket. */
function history() {
  const example = join(home, "examples", "markdown-tasks");
  const files = readdirSync(example, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const put = (path, text) =>
    `M 100644 inline ${JSON.stringify(path)}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  const commit = (index, message, changes) => {
    const who = PEOPLE[(index * index + (index >> 3)) % PEOPLE.length];
    const when = START + index * 90_000;
    const mail = `${who.split(" ")[0].toLowerCase()}@example.com`;
    return `commit refs/heads/main\ncommitter ${who} <${mail}> ${when} +0000\ndata ${message.length}\n${message}\n${changes}`;
  };
  const first = files.map((one) => {
    const path = join(one.parentPath, one.name);
    return put(
      path.slice(example.length + 1),
      readFileSync(path, "utf8").replace(/(_date: ')2026-/g, (_, name) => `${name}2025-`),
    );
  });
  const texts = [commit(0, "Begin with the example (TASK-1)", first.join(""))];
  for (let index = 1; index < COMMITS; index++) {
    const area = WORK[(index * 7 + (index >> 4)) % WORK.length];
    const chance = (Math.imul(index, 2_654_435_761) >>> 8) % 100;
    const names = chance < 45 + (index / COMMITS) * 50;
    const ticket = names ? ` (TASK-${chance % 9 === 0 ? 2 : 1})` : "";
    const lines = `${`${index}\n`.repeat(3 + (chance % 40))}`;
    texts.push(
      commit(index, `Mend the ${area} of guests${ticket}`, put(`src/${area}/part-${index % 9}.ts`, lines)),
    );
  }
  return `${texts.join("\n")}\ndone\n`;
}

try {
  git("init", "-q", "-b", "main");
  git("remote", "add", "origin", "https://github.com/acme/shop");
  execFileSync("git", ["fast-import", "--quiet", "--done"], { cwd: folder, input: history() });
  git("reset", "-q", "--hard");
  const page = join(folder, "report.html");
  const cli = join(home, "dist", "cli.js");
  const words = ["audit", "--as-of", "2026-04-30", "--format", "html", "--output", page];
  const { status, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd: folder, encoding: "utf8" });
  if (status !== 0 && status !== 1) throw new Error(`the audit ended ${status}: ${stderr}`);
  const browser = await chromium.launch({ executablePath: program, chromiumSandbox: false });
  for (const colorScheme of ["light", "dark"]) {
    const shown = await browser.newPage({ viewport: SIZE, colorScheme });
    await shown.goto(pathToFileURL(page).href);
    await shown.waitForTimeout(200);
    await shown.screenshot({ path: join(home, "docs", `report-${colorScheme}.png`) });
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
