import { useMemo, useRef, useState } from "preact/hooks";
import { count, share } from "../reports/layout.ts";
import { Meter } from "./bits.tsx";
import {
  contentsOf,
  type Folder,
  foldersOf,
  type Measure,
  shadeOf,
  type Tile,
  tilesOf,
  wayTo,
} from "./folders.ts";
import { usePage } from "./page-context.ts";
import { placeIn } from "./route.ts";
import { useMedia } from "./use-media.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT = 420;
const NARROW_HEIGHT = 260;
/** Smaller than this nothing can be pointed at, and nothing read. */
const SMALLEST = 5;

/** Where in the tree the thread is thin: a map to look at, and the same as a table to read. */
export function Treemap() {
  const { model } = usePage();
  const folders = useMemo(() => foldersOf(model.head.folders), [model]);
  const [path, setPath] = useState(".");
  const [by, setBy] = useState<Measure>("files");
  const folder = folders.get(path);
  if (folder === undefined) return null;
  const openable = (one: Folder): void => {
    if (one.path !== path && folders.get(one.path)?.below.length !== 0) setPath(one.path);
  };
  return (
    <section class="card folders" aria-labelledby="folders">
      <div class="card-head">
        <h2 id="folders">By folder</h2>
        <Way way={wayTo(folders, path)} go={setPath} />
        <div class="switch" role="group" aria-label="Size is the number of">
          {(["files", "lines"] as const).map((name) => (
            <button key={name} type="button" aria-pressed={by === name} onClick={() => setBy(name)}>
              {name === "files" ? "Files" : "Lines"}
            </button>
          ))}
        </div>
      </div>
      <div class="folders-both">
        <FolderMap folder={folder} by={by} open={openable} />
        <Contents folder={folder} folders={folders} open={openable} />
      </div>
    </section>
  );
}

function Way({ way, go }: { readonly way: readonly Folder[]; go(path: string): void }) {
  return (
    <nav class="way" aria-label="Folder">
      {way.map(({ path, name }, at) => (
        <span key={path}>
          {at === 0 ? null : <span aria-hidden="true"> / </span>}
          <button
            type="button"
            class="link"
            {...(at === way.length - 1 ? { "aria-current": "location" as const } : {})}
            onClick={() => go(path)}
          >
            {path === "." ? "all folders" : name}
          </button>
        </span>
      ))}
    </nav>
  );
}

interface MapProps {
  readonly folder: Folder;
  readonly by: Measure;
  open(folder: Folder): void;
}

/** For the pointer alone: whoever reads or types has the table beside it. */
function FolderMap({ folder, by, open }: MapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const height = useMedia("(max-width: 760px)") ? NARROW_HEIGHT : HEIGHT;
  const tiles = useMemo(
    () => (width === 0 ? [] : tilesOf(folder, { width, height }, by)),
    [folder, by, width, height],
  );
  return (
    <div>
      <div class="map" ref={frame} style={{ height: `${height}px` }} aria-hidden="true">
        {tiles
          .filter((tile) => tile.x1 - tile.x0 >= SMALLEST && tile.y1 - tile.y0 >= SMALLEST)
          .map((tile) => (
            <TileBox key={`${tile.data.path} ${tile.data.name}`} tile={tile} open={open} />
          ))}
      </div>
      <Scale isKnown={folder.covered >= 0} />
    </div>
  );
}

function Scale({ isKnown }: { readonly isKnown: boolean }) {
  if (!isKnown) return <p class="scale">No ticket is known, so nobody can say which files have one.</p>;
  return (
    <p class="scale" aria-hidden="true">
      <span>30 % or less of the files have a ticket</span>
      {[0, 1, 2, 3, 4, 5, 6].map((step) => (
        <i key={step} class={`shade-${step}`} />
      ))}
      <span>all of them</span>
    </p>
  );
}

function TileBox({ tile, open }: { readonly tile: Tile; open(folder: Folder): void }) {
  const { data, x0, x1, y0, y1, children, depth } = tile;
  const [wide, high] = [x1 - x0, y1 - y0];
  const isGroup = children !== undefined;
  const hasName = wide > 44 && high > (isGroup ? 0 : 18);
  return (
    <div
      class={`tile ${isGroup ? "group" : `shade-${shadeOf(data)}`} depth-${depth}`}
      title={`${data.path === "." ? "files at the top" : data.path}: ${told(data)}`}
      style={{ left: `${x0}px`, top: `${y0}px`, width: `${wide}px`, height: `${high}px` }}
      onClick={() => open(data)}
    >
      {hasName ? (
        <span class="tile-name">
          {data.name}
          {(high > 36 || isGroup) && data.covered >= 0 ? (
            <small>{` ${share(data.covered, data.files)}`}</small>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}

function told({ files, covered, lines }: Folder): string {
  const part =
    covered < 0 ? `${count(files)} files` : `${count(covered)} of ${count(files)} files have a ticket`;
  return `${part}, ${count(lines)} lines`;
}

function Contents(props: {
  readonly folder: Folder;
  readonly folders: ReadonlyMap<string, Folder>;
  open(folder: Folder): void;
}) {
  const rows = [...contentsOf(props.folder)].sort((a, b) => b.files - b.covered - (a.files - a.covered));
  const list = rows.length === 0 ? [props.folder] : rows;
  const isKnown = props.folder.covered >= 0;
  return (
    <section class="scroll contents" tabIndex={0} aria-label="Folders as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Folder</th>
            <th scope="col">{isKnown ? "Covered" : "Files"}</th>
            <th scope="col">{isKnown ? "Without a ticket" : "Lines"}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={`${one.path} ${one.name}`}>
              <th scope="row">
                {one.below.length > 0 && one !== props.folder ? (
                  <button type="button" class="link" onClick={() => props.open(one)}>
                    {one.name}
                  </button>
                ) : (
                  one.name
                )}
              </th>
              {isKnown ? <Covered folder={one} /> : <Sizes folder={one} />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Sizes({ folder: { files, lines } }: { readonly folder: Folder }) {
  return (
    <>
      <td>{count(files)}</td>
      <td>{count(lines)}</td>
    </>
  );
}

function Covered({ folder: { path, files, covered } }: { readonly folder: Folder }) {
  const { go } = usePage();
  return (
    <>
      <td>
        <span class="with-meter">
          <Meter percent={files === 0 ? 0 : (covered / files) * 100} />
          {files === 0 ? "exempt" : share(covered, files)}
        </span>
      </td>
      <td>
        <button
          type="button"
          class="link"
          onClick={() => go(placeIn("files", { folder: path, gap: "file-without-ticket" }))}
          aria-label={`${count(files - covered)} files of ${path} without a ticket`}
        >
          {count(files - covered)}
        </button>
      </td>
    </>
  );
}
