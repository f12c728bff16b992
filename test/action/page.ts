import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

/** Where Debian puts it; nothing is ever downloaded. */
const PROGRAM = "/usr/bin/chromium";

/** Null where a browser is there; else why a test of pages is skipped, for its name. */
export const noBrowser: string | null = existsSync(PROGRAM)
  ? null
  : "skipped: Debian's chromium is not installed";

/** Without these it looks for hosts of its own, which a closed network refuses many at a time. */
const ALONE = [
  ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  ...["--disable-component-update", "--disable-sync"],
];

/** What a browser made of a page. */
export interface OpenedPage {
  readonly page: Page;
  /** What the page wrote into the console, and what it failed at. */
  readonly complaints: readonly string[];
  /** Addresses other than the page's own that it asked for: none is reached. */
  readonly requests: readonly string[];
}

/** Opens a file in Chromium, with a new profile and no network, and hands it to `look`. */
export async function withPage<T>(url: URL, look: (opened: OpenedPage) => Promise<T>): Promise<T> {
  const browser: Browser = await chromium.launch({
    executablePath: PROGRAM,
    chromiumSandbox: false,
    args: [...ALONE],
  });
  try {
    const page = await browser.newPage();
    const [complaints, requests]: [string[], string[]] = [[], []];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.route("**/*", (route) => {
      const asked = route.request().url();
      // What its own server has beside it is asked for in earnest.
      if (asked === url.href || (url.protocol === "http:" && asked.startsWith(url.href)))
        return route.continue();
      requests.push(asked);
      return route.abort();
    });
    await page.goto(url.href);
    return await look({ page, complaints, requests });
  } finally {
    await browser.close();
  }
}
