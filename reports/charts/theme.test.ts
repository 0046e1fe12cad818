import { describe, expect, test } from "vitest";
import { COMPONENT_COLOURS, type Colour, css, DEPLOYMENTS, MEMORY_COLOURS, PAGE, PROPERTIES, withLightColours } from "./theme.ts";

type Vector = readonly [number, number, number];
type Matrix = readonly [Vector, Vector, Vector];

/** Simulation of full colour blindness on linear RGB: Machado, Oliveira, Fernandes, IEEE TVCG 2009, severity 1.0. */
const VISION: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** sRGB transfer function, IEC 61966-2-1. */
const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
const rgb = (hex: string): Vector => [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Vector;
const times = (matrix: Matrix, [x, y, z]: Vector): Vector => matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Vector;
const clamp = (vector: Vector): Vector => vector.map((x) => Math.min(1, Math.max(0, x))) as unknown as Vector;

/** OKLab, B. Ottosson 2020. */
function oklab(colour: Vector): Vector {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l, m, s],
  );
}

/** Distance of two colours as someone with this vision sees them; 2 is just noticeable side by side, 100 is black against white. */
function distance(a: string, b: string, vision: Matrix): number {
  const [x, y] = [a, b].map((hex) => oklab(clamp(times(vision, rgb(hex)))));
  return 100 * Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

/** Contrast ratio, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [x, y] = [a, b].map((hex) => {
    const [red, green, blue] = rgb(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const FAMILIES: Readonly<Record<string, Readonly<Record<string, Colour>>>> = {
  deployments: DEPLOYMENTS,
  components: COMPONENT_COLOURS,
  memory: MEMORY_COLOURS,
};
const THEMES = ["light", "dark"] as const;
const CASES = Object.keys(FAMILIES).flatMap((family) => THEMES.map((theme) => ({ family, theme })));

describe.each(CASES)("$family, $theme", ({ family, theme }) => {
  const colours = Object.entries(FAMILIES[family]).map(([name, colour]) => [name, colour[theme]] as const);

  test.each(Object.keys(VISION))("every two can be told apart with %s vision", (vision) => {
    const close = colours.flatMap(([a, first], index) =>
      colours
        .slice(index + 1)
        .filter(([, second]) => distance(first, second, VISION[vision]) < 10)
        .map(([b]) => `${a} and ${b}`),
    );
    expect(close).toEqual([]);
  });
});

/** One colour has one meaning: also colours of different families can be told apart, by most readers. */
test.each(THEMES)("%s: no colour means two things", (theme) => {
  const all = Object.entries(FAMILIES).flatMap(([family, members]) =>
    Object.entries(members).map(([name, colour]) => ({ family, name, colour: colour[theme] })),
  );
  const close = all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => a.family !== b.family && distance(a.colour, b.colour, VISION["usual"]) < 7)
      .map((b) => `${a.name} and ${b.name}`),
  );
  expect(close).toEqual([]);
});

test.each(THEMES)("%s: curves and bars of deployments stand out from the page (WCAG 1.4.11: 3 to 1)", (theme) => {
  for (const [name, colour] of Object.entries(DEPLOYMENTS))
    expect(contrast(colour[theme], PAGE.paper[theme]), name).toBeGreaterThanOrEqual(3);
});

test.each(THEMES)("%s: text can be read on the page and on every coloured area (WCAG 1.4.3: 4.5 to 1)", (theme) => {
  for (const name of ["ink", "muted", "accent", "limit"]) {
    expect(contrast(PAGE[name][theme], PAGE.paper[theme]), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast(PAGE[name][theme], PAGE.raised[theme]), name).toBeGreaterThanOrEqual(4.5);
  }
  const values = new Map(PROPERTIES);
  const areas = PROPERTIES.filter(([property]) => /^--(part|memory)-/.test(property));
  expect(areas.length).toBeGreaterThan(10);
  for (const [property, area] of areas) {
    const text = values.get(property.replace("--", "--on-"));
    expect(contrast(text?.[theme] ?? "", area[theme]), property).toBeGreaterThanOrEqual(4.5);
  }
});

test("a colour carries its light value for drawings that stand alone", () => {
  expect(css("--deployment-vm")).toBe(`var(--deployment-vm,${DEPLOYMENTS.vm.light})`);
  expect(withLightColours(`{"fill":"${css("--deployment-vm")}"}`)).toBe(`{"fill":"${DEPLOYMENTS.vm.light}"}`);
  expect(() => css("--deployment-nobody")).toThrow("no colour --deployment-nobody");
});
