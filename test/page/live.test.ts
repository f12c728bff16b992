import { expect, test } from "vitest";
import { listen } from "../../src/live/listen.ts";
import { noBrowser, withPage } from "../action/page.ts";
import { auditFixture } from "../reports/audit-fixture.ts";
import { pageText } from "./written.ts";

test.skipIf(noBrowser !== null)(
  `a reader of a served page stays with what was, or is thrown back to its beginning ${noBrowser ?? ""}`.trim(),
  async () => {
    const audit = auditFixture({ commits: 40 });
    let state: { readonly version: string; readonly fault: string | null } = { version: "1", fault: null };
    const served = await listen({
      port: 0,
      secret: "secret-of-the-test",
      once: false,
      async content(place) {
        return place === "page"
          ? { mediaType: "text/html; charset=utf-8", body: [pageText(audit, state.version)] }
          : { mediaType: "application/json", body: [JSON.stringify(state)] };
      },
    });
    try {
      await withPage(new URL(served.url), async ({ page, complaints, requests }) => {
        await page.evaluate("location.hash = '#view=commits&q=cart'");
        await page.evaluate("window.isOld = true");
        state = { version: "1", fault: "The policy can't be read." };
        await expect.poll(() => page.locator(".live").textContent()).toContain("policy");
        state = { version: "2", fault: null };
        await expect.poll(() => page.evaluate("window.isOld === true")).toBe(false);
        await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("cart");
        expect(page.url()).toBe(`${served.url}#view=commits&q=cart`);
        served.end();
        await served.ended;
        await expect.poll(() => page.locator(".live").textContent()).toContain("ended");
        expect({
          requests,
          complaints: complaints.filter((text) => !text.includes("ERR_CONNECTION_REFUSED")),
        }).toEqual({ requests: [], complaints: [] });
      });
    } finally {
      served.end();
    }
  },
);
