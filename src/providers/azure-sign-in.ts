import type { HttpReply } from "../core/http.ts";

/** Azure DevOps sends who it does not know to sign in: 203 is a page that is called a success, a redirect leads to one. */
export function isSignIn({ status, headers, text }: HttpReply): boolean {
  if (status === 203 || status === 401 || (status >= 300 && status < 400)) return true;
  return /html/i.test(headers["content-type"] ?? "") && /sign ?in/i.test(text.slice(0, 5000));
}

/** Why it does not, as far as it tells. */
export function signInReason({ status, headers }: HttpReply): string {
  return `${status} ${decoded(headers["x-tfs-serviceerror"] ?? "a sign-in page")}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
