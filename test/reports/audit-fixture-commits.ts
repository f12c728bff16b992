import { type Lineage, STANDINGS, type Standing } from "../../src/core/audit.ts";
import { CORPUS } from "./hostile.ts";

/** Hour of the newest commit, seconds since 1970: 2026-03-02T09:00:00Z. */
export const NEWEST = 1_772_442_000;
const EIGHT_YEARS = 8 * 365 * 86_400;
const NAMES = ["Ada", "Bo", "Chen", "Dara", "Eli", "Fatou", "Goran", "Hana", "Ines", "Jonas", "Kemi", "Lars"];
const FAMILIES = ["Lindqvist", "Okafor", "Nakamura", "Marsh", "Petrov", "Silva", "Weber", "Young", "Zhao"];
const VERBS = ["Fix", "Add", "Move", "Handle", "Drop", "Speed up", "Test", "Document", "Rename", "Guard"];
const THINGS = [
  "the cart's totals",
  "login time-outs",
  "retries of webhooks",
  "the price cache",
  "tax rounding",
];
const WHERE = [
  "on slow networks",
  "for guests",
  "in the nightly export",
  "after a refund",
  "behind the flag",
  "",
];

/** Kinds of exemption, as codes of findings. */
export const EXEMPT_KINDS = ["clean-merge", "bot", "scope", "before-baseline"] as const;

/** What a made-up history is made of; entry i of each is commit i, newest first. */
export interface MadeCommits {
  readonly count: number;
  readonly standing: (index: number) => Standing;
  /** Number of its ticket; -1: none. */
  readonly ticket: (index: number) => number;
  readonly exempt: (index: number) => (typeof EXEMPT_KINDS)[number];
  readonly id: (index: number) => string;
  readonly time: (index: number) => number;
  readonly author: (index: number) => string;
  readonly subject: (index: number) => string;
  readonly lineage: (index: number) => Lineage | null;
  readonly change: (index: number) => number | null;
  readonly lines: (index: number) => { readonly added: number; readonly deleted: number };
}

/** A number of 32 bits that looks like chance and is none: the same for the same two. */
export function mix(index: number, salt: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 7, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** 0 up to 1. */
export function chance(index: number, salt: number): number {
  return mix(index, salt) / 2 ** 32;
}

function pick<T>(list: readonly T[], index: number, salt: number): T {
  const found = list[mix(index, salt) % list.length];
  if (found === undefined) throw new Error("an empty list has nothing to pick");
  return found;
}

/** A history of so many commits over so many tickets; `hostile`: one subject in ten is of those that people have tried. */
export function madeCommits(count: number, tickets: number, hostile: boolean): MadeCommits {
  const standing = (index: number): Standing => standingOf(index, index / count);
  const step = Math.min(EIGHT_YEARS / Math.max(1, count), 6 * 3600);
  const authors = 12 + Math.min(240, Math.floor(count / 400));
  const id = (index: number): string => idOf(index);
  return {
    count,
    standing,
    id,
    ticket: (index) => {
      const kind = standing(index);
      if (kind === "unreferenced" || kind === "exempt") return -1;
      if (chance(index, 11) < 0.06) return 7 % tickets;
      const near = Math.floor((1 - index / count) * tickets) - (mix(index, 12) % 9);
      return Math.max(0, Math.min(tickets - 1, near));
    },
    exempt: (index) => (index > count * 0.97 ? "before-baseline" : pick(EXEMPT_KINDS.slice(0, 3), index, 13)),
    time: (index) => NEWEST - Math.floor(index * step) - (mix(index, 14) % Math.max(1, Math.floor(step))),
    author: (index) => authorOf(Math.floor(chance(index, 15) ** 2.2 * authors), hostile),
    subject: (index) => subjectOf(index, hostile),
    lineage: (index) => lineageOf(index, count, standing(index)),
    change: (index) => (chance(index, 16) < 0.72 ? 1 + Math.floor((count - index) / 3) : null),
    lines: (index) => ({ added: mix(index, 17) % 90, deleted: mix(index, 18) % 40 }),
  };
}

/** It got better over the years. */
function standingOf(index: number, age: number): Standing {
  const bare = 0.015 + 0.3 * age ** 2.5;
  const shares = [1 - bare - 0.19, 0.13, 0.04, bare, 0.02];
  let left = chance(index, 10);
  for (const [at, share] of shares.entries()) {
    left -= share;
    if (left < 0) return STANDINGS[at] ?? "unknown";
  }
  return "unknown";
}

function idOf(index: number): string {
  const words = [1, 2, 3, 4, 5].map((salt) => mix(index, salt).toString(16).padStart(8, "0"));
  return words.join("");
}

function authorOf(number: number, hostile: boolean): string {
  if (hostile && number === 3) return "<script>alert(1)</script> =cmd()\u202e <x@example.com>";
  const name = `${NAMES[number % NAMES.length]} ${FAMILIES[Math.floor(number / 5) % FAMILIES.length]}`;
  return `${name} <${name.toLowerCase().replace(" ", ".")}${number}@example.com>`;
}

function subjectOf(index: number, hostile: boolean): string {
  if (hostile && index % 10 === 3) return CORPUS[Math.floor(index / 10) % CORPUS.length] ?? "";
  if (hostile && index === 10) return "long ".repeat(2_000);
  return `${pick(VERBS, index, 20)} ${pick(THINGS, index, 21)} ${pick(WHERE, index, 22)}`.trim();
}

function lineageOf(index: number, count: number, standing: Standing): Lineage | null {
  const target = idOf(Math.min(count - 1, index + 5));
  if (standing === "exempt" && mix(index, 13) % 3 === 0)
    return { kind: "merge", of: [idOf(index + 1), target], proved: true };
  const roll = mix(index, 23) % 200;
  if (roll === 0) return { kind: "evil-merge", of: [idOf(index + 1), target], proved: true };
  if (roll < 4) return { kind: "revert", of: [target], proved: roll < 3 };
  if (roll < 6) return { kind: "cherry-pick", of: [target], proved: true };
  if (roll === 6) return { kind: "backport", of: [target], proved: true };
  if (roll === 7) return { kind: "autosquash", of: [target], proved: true };
  return roll < 20 ? { kind: "squash", of: [`#${1 + Math.floor((count - index) / 3)}`], proved: true } : null;
}
