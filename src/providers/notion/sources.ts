import { Fault } from "../../core/fault.ts";
import { type Asking, askJson, compact, type Space } from "./ask.ts";
import { type DataSource, database, dataSource } from "./schema.ts";

/** Reads data sources, each once a connection. A failure is not kept. */
export function sourceBook(asking: Asking): Space["source"] {
  const known = new Map<string, Promise<DataSource | null>>();
  return (id) => {
    const key = compact(id);
    const held = known.get(key) ?? read(asking, id);
    known.set(key, held);
    held.catch(() => known.delete(key));
    return held;
  };
}

async function read(asking: Asking, id: string): Promise<DataSource | null> {
  const path = `/data_sources/${encodeURIComponent(id)}`;
  return orNull(askJson(asking, { path }, { shape: dataSource, about: `data source ${id}` }));
}

/** The policy's data source; where it names a database, all that are in it. */
export async function ownSources(space: Space): Promise<readonly DataSource[]> {
  const { data_source: id } = space.settings;
  const source = await space.source(id);
  if (source !== null) return [source];
  const path = `/databases/${encodeURIComponent(id)}`;
  const { data_sources } = await askJson(space, { path }, { shape: database, about: `data source ${id}` });
  const all = await Promise.all(data_sources.map((one) => space.source(one.id)));
  return all.filter((one) => one !== null);
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof Fault && (thrown.code === "absent" || thrown.code === "forbidden")) return null;
    throw thrown;
  }
}
