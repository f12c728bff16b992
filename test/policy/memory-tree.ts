import { Fault } from "../../src/core/fault.ts";
import type { Tree } from "../../src/core/ports.ts";

/** A tree made of texts. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): Tree {
  const entries = Object.keys(files).sort();
  return {
    label: "memory",
    async read(path, limit = Number.POSITIVE_INFINITY) {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      if (file === undefined) return null;
      const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
      if (bytes.byteLength > limit) throw new Fault("storage", "too long");
      return bytes;
    },
    async list(folder, options) {
      const inside = folder === "" ? entries : entries.filter((path) => path.startsWith(`${folder}/`));
      const depth = folder === "" ? 1 : folder.split("/").length + 1;
      const paths =
        options?.recursive === true
          ? inside
          : [...new Set(inside.map((path) => path.split("/").slice(0, depth).join("/")))];
      return paths.map((path) => ({ path, mode: entries.includes(path) ? "100644" : "040000", size: null }));
    },
  };
}
