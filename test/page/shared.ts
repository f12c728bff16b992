import { afterAll } from "vitest";
import { type OpenedPage, openBrowser } from "../action/page.ts";

/**
 * One browser for all tests of a file, a page of its own with storage of its own for each: most of a short test is the start of a browser.
 */
export function sharedBrowser(): <T>(url: URL, look: (opened: OpenedPage) => Promise<T>) => Promise<T> {
  let opened: ReturnType<typeof openBrowser> | null = null;
  afterAll(async () => {
    await (await opened)?.close();
  });
  return async (url, look) => {
    opened ??= openBrowser();
    return (await opened).show(url, look);
  };
}
