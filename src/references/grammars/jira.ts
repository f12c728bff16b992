import type { Grammar, Manner, Reading } from "../grammar.ts";
import { afterDashedWord, keySign, readKey } from "../keys.ts";

/** Standards, encodings, algorithms, licences and the like, which look like keys and are none. */
const NAMES = new Set(
  (
    "UTF UCS WTF SHA MD AES RSA CRC HMAC ISO IEC IEEE ANSI ASCII ECMA ES DIN EN BS ITU RFC STD BCP CVE CWE GHSA FIPS " +
    "NIST SP SP800 PEP JEP JSR KIP EIP ERC BIP RHSA DSA USN X HTTP TLS SSL IPV POSIX WCAG OWASP GPL LGPL AGPL MPL " +
    "EPL BSD BSL CC APACHE MIT GPT COVID JDK JAVA PHP PYTHON GCC MSVC VS X86 ARM USB PCI RS EIA IBM CP KOI LATIN " +
    "PKCS GH CU SHA1 SHA2 SHA3 UTC GMT RC ISO8859 WINDOWS ISBN ISSN ORA RIPEMD ARCFOUR POLY FNV RHBA"
  ).split(" "),
);

const URL = /^https?:\/\/[^\s/?#]+(?:\/[^\s?#]*)?\/browse\/([A-Z][A-Z0-9_]*-[1-9]\d*)\/?(?=$|[?#])/;

/** `TR-2024-01`: a year and what follows it is a dated name. */
const DATED = /^(?:19|20)\d\d-\d/;

/** Jira: `KEY-12` of the configured projects, or of any project (`true`), and addresses that end in `/browse/KEY-12`. */
export const jira: Grammar = ({ jira: keys, tasks = [], linear = [] }) => {
  if (keys === undefined) return null;
  const claimed = new Set(tasks.map((prefix) => prefix.toUpperCase()));
  const known = new Set(keys === true ? [] : keys.filter((key) => !claimed.has(key)));
  const others = new Set([...claimed, ...linear]);
  const counts = (key: string) => (keys === true ? !others.has(key) && !NAMES.has(key) : known.has(key));
  if (keys !== true && known.size === 0) return null;

  function read(text: string, at: number, sign: string, manner: Manner): Reading | null {
    if (!sign.endsWith("-") || !counts(sign.slice(0, -1))) return null;
    if (keys !== true) return readKey(text, at, sign, manner);
    if (sign !== sign.toUpperCase()) return null;
    if (afterDashedWord(text, at) || DATED.test(text.slice(at + sign.length, at + sign.length + 6)))
      return null;
    return readKey(text, at, sign, manner);
  }

  function url(address: string): Reading | null {
    const [whole, id = ""] = URL.exec(address) ?? [];
    if (whole === undefined || !counts(id.slice(0, id.lastIndexOf("-")))) return null;
    return { id, start: 0, end: address.indexOf(`/browse/${id}`) + "/browse/".length + id.length };
  }

  const sign = keys === true ? "(?<![A-Za-z0-9_])[A-Z][A-Z0-9]+-(?=[1-9])" : keySign([...known], true);
  return { provider: "jira", sign, read, hosts: "", address: "\\/browse\\/", url };
};
