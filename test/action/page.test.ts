import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../git/repo.ts";
import { noBrowser, withPage } from "./page.ts";

test.skipIf(noBrowser !== null)(
  `a page that runs scripts or asks another host does not go unnoticed ${noBrowser ?? ""}`.trim(),
  async () => {
    const file = join(temporaryFolder(), "page.html");
    writeFileSync(
      file,
      '<h1>Fine</h1><img src="https://example.test/x.png"><script>console.log("ran"); nothing()</script>',
    );
    const seen = await withPage(pathToFileURL(file), async ({ page, complaints, requests }) => ({
      heading: await page.textContent("h1"),
      complaints: [...complaints],
      requests: [...requests],
    }));
    expect(seen.heading).toBe("Fine");
    expect(seen.complaints.join("\n")).toMatch(/ran[\s\S]*nothing is not defined/);
    expect(seen.requests).toEqual(["https://example.test/x.png"]);
  },
);
