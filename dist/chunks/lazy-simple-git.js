import { A, Ae, Ht, Kt, O, Sn, Vt, at, c, wo, xe, zt } from "./simple-git.js";

export { wo as simpleGit };