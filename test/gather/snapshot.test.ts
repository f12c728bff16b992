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

  test.each([
    ["an invisible character hides an element", "<\u200bobject a>\n\nDo A.", "<\u200bobject a>\n\nDrop all."],
    ["an invisible character hides a comment", "x <!\u200b-- do A --> y", "x <!\u200b-- do B --> y"],
    ["a cut makes the next one", "<scr<!-- -->ipt>do A</script>", "<scr<!-- -->ipt>do B</script>"],
    ["a link that is made harmless", "[spec](file:///srv/a)", "[spec](file:///srv/b)"],
    [
      "what looks like a token",
      "see pk_aaaaaaaaaaaaaaaaaaaa.do-A",
      "see pk_aaaaaaaaaaaaaaaaaaaa.do-B-instead",
    ],
    ["an invisible character is added", "Do it", "Do\u200b it"],
  ])("%s and what people see changes unseen", (_, before, after) => {
    expect(of(after)?.description).not.toBe(of(before)?.description);
  });

  test("ticking a box beside a comment takes the approval away", () => {
    expect(of("- [x] a <!-- b -->\r\n")).toEqual(of("- [ ] a <!-- b -->"));
  });

  test("a ticket without any is another one than before", () => {
    expect(described("Do it\r\n")).toEqual({ description: "Do it" });
    expect(of("Do it\r\n")).toEqual(of("Do it"));
  });
});
