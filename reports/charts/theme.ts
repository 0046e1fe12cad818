/**
 * Colours of charts and page. One colour has one meaning on a page: deployments have strong ones, components of the response time others, kinds of
 * memory the shades of a stone. The colours of one family stay apart for readers with protanopia, deuteranopia or tritanopia, and those of different
 * families for all others (a test computes it). Each is a CSS custom property with the light value as fallback, so that one SVG serves light and dark
 * and also stands alone.
 */
import type { Component, MemoryKind } from "../../models/vocabulary.ts";

export interface Colour {
  readonly light: string;
  readonly dark: string;
}

/** Text on a coloured area; the page's own colours. */
const DARK_TEXT = "#14171a";
const LIGHT_TEXT = "#ffffff";

export const PAGE: Readonly<Record<string, Colour>> = {
  paper: { light: "#ffffff", dark: DARK_TEXT },
  raised: { light: "#f4f6f8", dark: "#1d2227" },
  ink: { light: "#171b1f", dark: "#eceff2" },
  muted: { light: "#59636d", dark: "#a3adb7" },
  rule: { light: "#d9dfe4", dark: "#343c44" },
  limit: { light: "#b3261e", dark: "#ff8a80" },
  accent: { light: "#1659c7", dark: "#8ab4ff" },
};

/** By order of appearance, but each model prefers its own. */
export const DEPLOYMENTS: Readonly<Record<string, Colour>> = {
  container: { light: "#1659c7", dark: "#7dabfe" },
  vm: { light: "#db6d0b", dark: "#f0702c" },
  function: { light: "#1f9e8a", dark: "#2fe3c4" },
  mixed: { light: "#9b1d7b", dark: "#ad6ea3" },
  other: { light: "#125400", dark: "#c4da2a" },
};

export const COMPONENT_COLOURS: Readonly<Record<Component, Colour>> = {
  queueing: { light: "#f8ee94", dark: "#fdf293" },
  waiting: { light: "#f7ad44", dark: "#c9a224" },
  running: { light: "#254762", dark: "#6794ab" },
  steal: { light: "#6b2a00", dark: "#63070d" },
  throttled: { light: "#aa6ccd", dark: "#904cd2" },
  faults: { light: "#290043", dark: "#662497" },
  disk: { light: "#3d7939", dark: "#347158" },
  network: { light: "#a7adc1", dark: "#abc2cd" },
  coldStart: { light: "#9af1fd", dark: "#a1faff" },
};

/** What the memory map draws: kinds that answer the same question together. */
export const MEMORY_GROUPS = ["host", "guest", "runtime", "application", "shared", "free", "swapped"] as const;
export type MemoryGroup = (typeof MEMORY_GROUPS)[number];

export const MEMORY_COLOURS: Readonly<Record<MemoryGroup, Colour>> = {
  host: { light: "#35322d", dark: "#553c25" },
  guest: { light: "#66605c", dark: "#917e56" },
  runtime: { light: "#8d847e", dark: "#a7a29d" },
  application: { light: "#bca575", dark: "#d7c290" },
  shared: { light: "#cecdc5", dark: "#ece8dd" },
  free: { light: "#f7f6ec", dark: "#1a1c1c" },
  swapped: { light: "#c11a0b", dark: "#92495c" },
};

export const GROUP_OF: Readonly<Record<MemoryKind, MemoryGroup>> = {
  host: "host",
  guest: "guest",
  hypervisor: "guest",
  runtime: "runtime",
  platform: "runtime",
  code: "application",
  heap: "application",
  sharedCode: "shared",
  imageCache: "shared",
  data: "shared",
  zram: "host",
};

/** Brightness of a colour, 0 to 1: the WCAG luminance with a square in place of its curve, good enough to choose a text colour. */
function brightness(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue;
}

/** The text colour that reads better on `area`: white only on what is dark enough for it. */
const textOn = (area: string): string => (brightness(area) < 0.22 ? LIGHT_TEXT : DARK_TEXT);

const FAMILIES: Readonly<Record<string, Readonly<Record<string, Colour>>>> = {
  page: PAGE,
  deployment: DEPLOYMENTS,
  part: COMPONENT_COLOURS,
  memory: MEMORY_COLOURS,
};

/** Every custom property with its value in both themes. */
export const PROPERTIES: readonly (readonly [name: string, colour: Colour])[] = Object.entries(FAMILIES).flatMap(([family, colours]) =>
  Object.entries(colours).flatMap(([name, colour]): [string, Colour][] => {
    const own: [string, Colour] = [`--${family}-${name}`, colour];
    const text: [string, Colour] = [`--on-${family}-${name}`, { light: textOn(colour.light), dark: textOn(colour.dark) }];
    return family === "page" ? [own] : [own, text];
  }),
);

const VALUES = new Map(PROPERTIES);

/** A CSS colour for a chart or the page: `var(--part-running,#1f4fa3)`. Throws for a property that doesn't exist. */
export function css(property: string): string {
  const colour = VALUES.get(property);
  if (colour === undefined) throw new Error(`no colour ${property}`);
  return `var(${property},${colour.light})`;
}

/** Undoes `css`: the light value alone, for a specification that has to work outside the page. */
export const withLightColours = (text: string): string => text.replace(/var\(--[\w-]+,(#[0-9a-f]{6})\)/g, "$1");
