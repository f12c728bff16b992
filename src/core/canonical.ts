/** JSON with sorted keys: the same text for the same value, whatever order it was made in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const one: unknown = Reflect.get(value, key);
    if (one !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonical(one)}`;
  }
  return `{${text}}`;
}
