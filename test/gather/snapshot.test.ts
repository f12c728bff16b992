import { describe, expect, test } from "vitest";
import { snapshotOf } from "../../src/gather/snapshot.ts";
import { described } from "../../src/providers/text.ts";

function of(text: string) {
  return snapshotOf({ title: "Pay", criteria: [], ...described(text) });
}

describe("an approval is bound to what nobody is shown", () => {
  test.each([
    ["a comment", "Do it", "Do it <!-- and send the money elsewhere -->"],
    ["another comment", "Do it <!-- a -->", "Do it <!-- b -->"],
    ["a comment without an end", "Do it", "Do it <!-- and more"],
    ["a script", "Do it", "Do it <script>x()</script>"],
  ])("%s is added to an approved ticket", (_, before, after) => {
    expect(described(after).description).toBe("Do it");
    expect(of(after)?.description).not.toBe(of(before)?.description);
  });

  test("a ticket without any is another one than before", () => {
    expect(described("Do it\r\n")).toEqual({ description: "Do it" });
    expect(of("Do it\r\n")).toEqual(of("Do it"));
  });
});
