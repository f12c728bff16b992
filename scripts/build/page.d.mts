/** The plugin that puts the built page into the module that its renderer reads. */
export declare function pageInside(root: string): {
  readonly name: string;
  readonly enforce: "pre";
  readonly place: string;
  modules(): Promise<readonly string[]>;
  load(id: string): Promise<string | null>;
};
