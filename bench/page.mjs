import { execFileSync } from "node:child_process";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { median, time } from "./measure.mjs";
import { home } from "./peers.mjs";
import { POLICY, repository } from "./range.mjs";

const PROGRAM = "/usr/bin/chromium";
const ROUNDS = 5;
/** Half a minute each. */
const SLOW_ROUNDS = 2;
const PATIENCE = 300_000;

/** An audit's page of `commits` beside a page that holds all of its rows, and beside one of a tenth of them. */
export async function benchPage(folder, commits, report, print) {
  const large = await pageOf(folder, commits);
  const small = await pageOf(folder, commits / 10);
  report(
    `writing the page of ${commits} commits : git log`,
    { ratio: large.writing / large.log, base: large.log, subject: large.writing, rounds: ROUNDS },
    "<= 0.7",
  );
  print("bytes of the page for each commit", (large.bytes - small.bytes) / (commits * 0.9), "<= 130");
  if (!existsSync(PROGRAM)) return print("no Chromium here: the browser's part was not measured", 0, "");
  const rows = join(folder, "rows.html");
  writeFileSync(rows, allRows(large.clone));
  const browser = await chromium.launch({ executablePath: PROGRAM, chromiumSandbox: false });
  try {
    const ready = async (file, hash, times = ROUNDS) => {
      const rounds = [];
      for (let round = 0; round < times; round++) rounds.push(await readyAt(browser, file, hash));
      return median(rounds);
    };
    const all = await ready(rows, "", SLOW_ROUNDS);
    for (const view of ["overview", "commits"]) {
      const [own, tenth] = [
        await ready(large.file, `#view=${view}`),
        await ready(small.file, `#view=${view}`),
      ];
      report(`${view} is there : a page with all rows`, ratioOf(all, own), "<= 0.05");
      report(`${view} is there : a tenth of the commits`, ratioOf(tenth, own), "(for scale)");
    }
    const { nodes, filter } = await used(browser, large.file);
    print("nodes of the document", nodes, "<= 5000");
    print("milliseconds from a search to its rows", filter, "(for scale)");
  } finally {
    await browser.close();
  }
}

function ratioOf(base, subject) {
  return { ratio: subject / base, base, subject, rounds: ROUNDS };
}

/** The page, how large it is, and how long it takes to write above an audit that writes next to nothing. */
async function pageOf(folder, commits) {
  const clone = await repository(folder, `page-${commits}`, commits, POLICY);
  const file = join(folder, `page-${commits}.html`);
  const audit = (format) => ({
    name: `audit --format ${format}`,
    argv: [process.execPath, join(home, "dist/cli.js"), "audit", "--format", format, "--output", file],
    cwd: clone,
    codes: [0, 1, 3],
  });
  const log = { name: "git log", argv: ["git", "log", "-z", "--format=%H%x00%B"], cwd: clone };
  time(audit("html"));
  const rounds = Array.from({ length: ROUNDS }, () => [time(audit("badge")), time(audit("html")), time(log)]);
  return {
    clone,
    file,
    bytes: statSync(file).size,
    writing: median(rounds.map(([badge, html]) => html - badge)),
    log: median(rounds.map(([, , plain]) => plain)),
  };
}

/** What a report without a script would be: every commit a row of a table. */
function allRows(clone) {
  const text = execFileSync("git", ["log", "--format=%h%x09%cs%x09%an%x09%s"], {
    cwd: clone,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const row = (line) => `<tr><td>No ticket</td><td>${line.split("\t").join("</td><td>")}</td></tr>`;
  return `<!doctype html><meta charset="utf-8"><table>${text.trimEnd().split("\n").map(row).join("\n")}</table>`;
}

/** Milliseconds from the first byte that is asked for till what is to be seen was painted. */
async function readyAt(browser, file, hash) {
  const page = await browser.newPage();
  try {
    await page.goto(`${pathToFileURL(file).href}${hash}`, { waitUntil: "load", timeout: PATIENCE });
    return await page.evaluate(PAINTED);
  } finally {
    await page.close();
  }
}

const PAINTED =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))";

async function used(browser, file) {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(file).href}#view=commits`);
  const nodes = await page.evaluate("document.querySelectorAll('*').length");
  const times = [];
  for (const word of ["retry", "broker cache", "PROJ-77", "flaky", "nobody-wrote-this"])
    times.push(
      await page.evaluate(`new Promise((done) => {
        const before = document.querySelector(".amount").textContent;
        const start = performance.now();
        location.hash = "view=commits&q=" + encodeURIComponent(${JSON.stringify(word)});
        const look = () => document.querySelector(".amount").textContent === before
          ? requestAnimationFrame(look) : done(performance.now() - start);
        look();
      })`),
    );
  await page.close();
  return { nodes, filter: median(times) };
}
