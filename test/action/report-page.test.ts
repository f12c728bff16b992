import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/core/report.ts";
import { renderer } from "../../src/reports/html.ts";
import type { RenderOptions } from "../../src/reports/options.ts";
import { temporaryFolder } from "../git/repo.ts";
import { CORPUS, hostileOptions, hostileReport } from "../reports/hostile.ts";
import { passedReport, pullOptions, pullReport } from "../reports/pulls.ts";
import { noBrowser, type OpenedPage, withPage } from "./page.ts";

function opened<T>(
  report: Report,
  options: RenderOptions,
  look: (page: OpenedPage) => Promise<T>,
): Promise<T> {
  const file = join(temporaryFolder(), "report.html");
  writeFileSync(file, [...renderer(options)(report).body].join(""));
  return withPage(pathToFileURL(file), look);
}

describe.skipIf(noBrowser !== null)(`the page in a browser ${noBrowser ?? ""}`.trim(), () => {
  test.each([
    ["Failed", pullReport()],
    ["Passed", passedReport()],
  ])("%s: it is styled, it runs only its own script, and asks nobody for anything", async (word, report) => {
    const seen = await opened(report, pullOptions, async ({ page, complaints, requests }) => {
      const light = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      const copies = await page.locator(".run button").count();
      const commands = await page.locator(".run code").count();
      const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
      const heading = await page.textContent("h1");
      return { light, dark, copies, commands, wide, heading, complaints, requests };
    });
    expect(seen).toMatchObject({ heading: word, wide: false, complaints: [], requests: [] });
    expect([seen.light, seen.dark]).toEqual(["rgb(250, 248, 243)", "rgb(21, 20, 16)"]);
    expect(seen.copies).toBe(seen.commands);
  });

  test("nothing that somebody wrote runs or loads", async () => {
    const text = CORPUS.join(" ");
    const seen = await opened(
      hostileReport(text),
      hostileOptions(text),
      async ({ page, complaints, requests }) => ({
        ...{ complaints, requests, heading: await page.textContent("h1") },
        images: await page.locator("img, iframe, object, form").count(),
        scripts: await page.locator("script").count(),
      }),
    );
    expect(seen).toEqual({ complaints: [], requests: [], heading: "Failed", images: 0, scripts: 1 });
  });
});
