import axe from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "../action/page.ts";
import { sharedBrowser } from "./shared.ts";
import { writtenPage } from "./written.ts";

const withPage = sharedBrowser();
const isSkipped = noBrowser !== null;
const note = noBrowser === null ? "" : ` ${noBrowser}`;

/** Whatever the audit's size. */
const MOST_NODES = 5_000;

/** Written once for all that look at nothing special in it. */
const plain = lazily(() => writtenPage({ commits: 400 }));

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const HASHES = [
  "#view=overview",
  "#view=commits",
  "#view=commits&standing=unauthorised",
  "#view=tickets",
  "#view=files",
  "#view=evidence",
];

async function at(page: Page, hash: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))");
}

/** Rows that a reader sees through the list, and whether they leave a hole: `first`, `last`, `filled`. */
const SEEN = `(() => {
  const pane = document.querySelector(".pane").getBoundingClientRect();
  const rows = [...document.querySelectorAll(".pane .row")].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > pane.top + 1 && top < pane.bottom - 1;
  });
  const first = rows[0].getBoundingClientRect();
  const last = rows.at(-1).getBoundingClientRect();
  return {
    first: Number(rows[0].id.slice(4)),
    last: Number(rows.at(-1).id.slice(4)),
    filled: first.top <= pane.top + 1 && last.bottom >= Math.min(pane.bottom, innerHeight) - 1,
    whole: rows.every((row) => row.querySelector(".cell-id, .cell-subject").textContent !== ""),
  };
})()`;

interface Seen {
  readonly first: number;
  readonly last: number;
  readonly filled: boolean;
  readonly whole: boolean;
}

async function scrolledTo(page: Page, share: number): Promise<Seen> {
  await page.evaluate(`(() => {
    const list = document.querySelector(".rows");
    list.scrollTop = (list.scrollHeight - list.clientHeight) * ${share};
  })()`);
  await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  return page.evaluate(SEEN);
}

describe("a history is long, and whoever wrote it is not known", () => {
  test.skipIf(isSkipped)(
    `100,000 rows can't be scrolled to their end without a hole, or fill the document${note}`,
    async () => {
      const count = 100_000;
      await withPage(writtenPage({ commits: count }).url, async ({ page, complaints }) => {
        for (const [width, height] of [
          [1300, 800],
          [390, 800],
        ] as const) {
          await page.setViewportSize({ width, height });
          await at(page, "#view=commits");
          for (const share of [0.13, 0.5, 0.77]) {
            const { first, last, ...seen } = await scrolledTo(page, share);
            expect(seen).toEqual({ filled: true, whole: true });
            expect(Math.abs((first + last) / 2 - share * count)).toBeLessThan(40);
          }
          expect(await scrolledTo(page, 1)).toMatchObject({ last: count - 1, filled: true });
          expect(await scrolledTo(page, 0)).toMatchObject({ first: 0, filled: true });
          expect(await page.evaluate("document.querySelectorAll('*').length")).toBeLessThanOrEqual(
            MOST_NODES,
          );
          await at(page, "#view=overview");
          expect(await page.evaluate("document.querySelectorAll('*').length")).toBeLessThanOrEqual(
            MOST_NODES,
          );
        }
        expect(complaints).toEqual([]);
      });
    },
  );

  test.skipIf(isSkipped)(
    `a title, subject, name or path becomes markup, runs, or asks another host${note}`,
    async () => {
      await withPage(
        writtenPage({ commits: 400, hostile: true }).url,
        async ({ page, complaints, requests }) => {
          const dialogs: string[] = [];
          page.on("dialog", (dialog) => dialogs.push(dialog.message()));
          const foreign =
            "document.querySelectorAll('#app img, #app script, #app style, #app [onclick], #app [onerror]').length";
          const unseen = String.raw`/[\u202a-\u202e\u2066-\u2069\u200b]/.test(document.body.innerText)`;
          for (const hash of [
            ...HASHES,
            "#ticket=jira:SHOP-001002",
            "#ticket=jira:SHOP-001007",
            "#view=commits&q=%3Cscript%3E",
          ]) {
            await at(page, hash);
            expect([hash, await page.evaluate(foreign), await page.evaluate(unseen)]).toEqual([
              hash,
              0,
              false,
            ]);
            await page.keyboard.press("Enter");
          }
          expect({ dialogs, complaints, requests }).toEqual({ dialogs: [], complaints: [], requests: [] });
        },
      );
    },
  );

  test.skipIf(isSkipped)(`paper has no rows, or more than anybody prints${note}`, () =>
    withPage(plain().url, async ({ page }) => {
      await at(page, "#view=commits&standing=authorised");
      await page.emulateMedia({ media: "print" });
      await expect.poll(() => page.locator(".paper tbody tr").count()).toBeGreaterThan(100);
      expect(await page.locator(".paper tbody tr").count()).toBeLessThanOrEqual(200);
      expect(await page.locator(".paper").isVisible()).toBe(true);
      expect(await page.locator(".filters").isVisible()).toBe(false);
      expect((await page.pdf()).length).toBeGreaterThan(20_000);
      await page.emulateMedia({ media: "screen" });
      await expect.poll(() => page.locator(".paper tbody tr").count()).toBe(0);
    }),
  );
});

describe("nobody is kept out", () => {
  const run = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 160)).join(" | ")))`;

  test.skipIf(isSkipped).each(["light", "dark"] as const)(
    `axe finds a serious fault in a view, %s${note}`,
    (colorScheme) =>
      withPage(plain().url, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        // The page's own policy lets no script in; axe comes in past it, as an extension of the browser does.
        await page.evaluate(axe.source);
        const faults: string[] = [];
        for (const hash of [...HASHES, "#ticket=SHOP-1007", "#view=commits&commit=none"]) {
          await at(page, hash);
          faults.push(...(await page.evaluate<string[]>(run)).map((fault) => `${hash} ${fault}`));
        }
        expect(faults).toEqual([]);
      }),
  );

  test.skipIf(isSkipped)(`a narrow window cuts something off${note}`, () =>
    withPage(plain().url, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      for (const hash of HASHES) {
        await at(page, hash);
        expect([hash, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([hash, 390]);
      }
    }),
  );
});
