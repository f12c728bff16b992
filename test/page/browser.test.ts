import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "../action/page.ts";
import { sharedBrowser } from "./shared.ts";
import { writtenPage } from "./written.ts";

const withPage = sharedBrowser();
const isSkipped = noBrowser !== null;
const note = noBrowser === null ? "" : ` ${noBrowser}`;

const { audit, url } = writtenPage({ commits: 3000 });

/** Puts the reader elsewhere, as a link would. */
async function at(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
}

/** Number that the page says it shows. */
async function shown(page: Page): Promise<number> {
  return Number((await page.locator(".amount b").textContent())?.replaceAll(",", ""));
}

/** Till the page shows so many rows. */
async function untilShown(page: Page, count: number): Promise<void> {
  await expect.poll(() => shown(page)).toBe(count);
}

function standing(name: string): readonly number[] {
  return Array.from({ length: audit.history.count }, (_, row) => row).filter(
    (row) => audit.history.standing(row) === name,
  );
}

describe("a reader finds what breaks the thread", () => {
  test.skipIf(isSkipped)(
    `search, filters and gaps show other rows than they name, or back does not lead back${note}`,
    () =>
      withPage(url, async ({ page, complaints }) => {
        await page.getByRole("button", { name: /Commits without a ticket/ }).click();
        await untilShown(page, standing("unreferenced").length);
        await page.getByRole("searchbox").fill("tax rounding");
        const subjects = standing("unreferenced").filter((row) =>
          /tax rounding/.test(audit.history.subject(row)),
        );
        await untilShown(page, subjects.length);
        expect(page.url()).toContain("gap=commit-without-ticket");
        expect(page.url()).toContain("q=tax+rounding");
        await page.getByRole("button", { name: "Clear" }).click();
        await untilShown(page, audit.history.count);
        await page.getByLabel("Any standing").selectOption("unauthorised");
        await untilShown(page, standing("unauthorised").length);
        await page.goBack();
        await untilShown(page, audit.history.count);
        await page.goBack();
        await page.goBack();
        expect(await page.locator("h1").textContent()).toContain("authorised ticket");
        expect(complaints).toEqual([]);
      }),
  );

  test.skipIf(isSkipped)(`a link to a commit or ticket opens something else, or not its chain${note}`, () =>
    withPage(url, async ({ page }) => {
      const [row = 0] = standing("unauthorised");
      const id = audit.report.commits?.id(row) ?? "";
      await at(page, `#commit=${id.slice(0, 12)}`);
      await page.reload();
      const detail = page.locator("aside.detail");
      await expect.poll(() => detail.locator("h2").textContent()).toBe(audit.history.subject(row));
      expect(await detail.locator("h3").allTextContents()).toEqual([
        "Intent: breaks here",
        expect.stringContaining("Plan"),
        "Implementation: holds",
        "Evidence: breaks here",
      ]);
      const ticket = audit.tickets[audit.history.tickets(row)[0] ?? 0];
      await detail.getByRole("button", { name: ticket?.key ?? "" }).click();
      await expect.poll(() => detail.locator("h2").textContent()).toContain(ticket?.key);
      await detail.getByRole("button", { name: /commits in the list/ }).click();
      await untilShown(page, ticket?.commits ?? 0);
      await at(page, "#ticket=nothing");
      await expect.poll(() => detail.textContent()).toContain("no such ticket");
    }),
  );

  test.skipIf(isSkipped)(
    `who has no pointer can't search, walk the rows, open one, leave it or find help${note}`,
    () =>
      withPage(url, async ({ page }) => {
        await page.keyboard.press("/");
        await expect.poll(() => page.evaluate("document.activeElement?.type")).toBe("search");
        await page.keyboard.type("cart");
        await expect.poll(() => page.url()).toContain("q=cart");
        await page.keyboard.press("Escape");
        await page.keyboard.press("j");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("k");
        expect(await page.locator(".rows").getAttribute("aria-activedescendant")).toBe("row-1");
        const wanted = await page.locator("#row-1 .cell-subject").textContent();
        await page.keyboard.press("Enter");
        await expect.poll(() => page.locator("aside h2").textContent()).toBe(wanted);
        await page.keyboard.press("End");
        const all = await shown(page);
        await expect
          .poll(() => page.locator(".row.opened").getAttribute("aria-rowindex"))
          .toBe(String(all + 1));
        await page.keyboard.press("Escape");
        await expect.poll(() => page.locator("aside").count()).toBe(0);
        await page.keyboard.press("?");
        await expect.poll(() => page.getByRole("dialog").isVisible()).toBe(true);
        await page.keyboard.press("Escape");
        await expect.poll(() => page.getByRole("dialog").isVisible()).toBe(false);
        await page.keyboard.press("3");
        await expect.poll(() => page.getByRole("grid").getAttribute("aria-label")).toBe("Tickets");
      }),
  );

  test.skipIf(isSkipped)(
    `the file of what is shown has other rows, or a cell that a spreadsheet calculates${note}`,
    async () => {
      const hostile = writtenPage({ commits: 400, hostile: true });
      await withPage(hostile.url, async ({ page }) => {
        await at(page, "#view=commits");
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "CSV" }).click(),
        ]);
        const rows: string[][] = parse(readFileSync(await download.path(), "utf8"));
        const ids = Array.from({ length: 400 }, (_, row) => hostile.audit.report.commits?.id(row));
        expect(rows.slice(1).map(([id]) => id)).toEqual(ids);
        expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      });
    },
  );
});
