import { expect, test } from "vitest";
import { SIZES, type Spec } from "./chart.ts";
import { Drawing, gridOf } from "./drawing.ts";

const [WIDE] = SIZES;

test("a text takes the first place that has room, and none if there is none", () => {
  const drawing = new Drawing(WIDE);
  drawing.text({ x: 100, y: 50 }, "taken");
  expect(drawing.textWhereFree([{ x: 110, y: 52 }], "other")).toBe(false);
  expect(
    drawing.textWhereFree(
      [
        { x: 110, y: 52 },
        { x: 110, y: 90 },
      ],
      "other",
    ),
  ).toBe(true);
  expect(drawing.textWhereFree([{ x: WIDE.width - 3, y: 200 }], "outside")).toBe(false);
});

test("a label keeps off curves if another place is free, but is never lost for one", () => {
  const placeOf = (candidates: readonly { readonly x: number; readonly y: number }[]) => {
    const drawing = new Drawing(WIDE);
    drawing.avoid([
      { x: 0, y: 100 },
      { x: 800, y: 100 },
    ]);
    drawing.textWhereFree(candidates, "label");
    const [layer] = drawing.spec(300)["layer"] as readonly { readonly data: { readonly values: readonly { readonly y: number }[] } }[];
    return layer.data.values[0].y;
  };
  expect(
    placeOf([
      { x: 50, y: 100 },
      { x: 50, y: 150 },
    ]),
  ).toBe(150);
  expect(placeOf([{ x: 50, y: 100 }])).toBe(100);
});

test("what looks alike is one layer, in the order areas, bars, lines, marks, texts", () => {
  const drawing = new Drawing(WIDE);
  drawing.text({ x: 1, y: 1 }, "a");
  drawing.bar({ x: 0, x2: 5, y: 0, y2: 5 }, "red");
  drawing.bar({ x: 9, x2: 15, y: 0, y2: 5 }, "red");
  drawing.area([{ x: 0, low: 1, high: 2 }], "red", 0.2);
  const layers = drawing.spec(10)["layer"] as readonly { readonly mark: Spec; readonly data: { readonly values: readonly unknown[] } }[];
  expect(layers.map(({ mark, data }) => [mark["type"], data.values.length])).toEqual([
    ["area", 1],
    ["rect", 2],
    ["text", 1],
  ]);
});

test("small multiples: as many columns as have the least width, in as few rows, without a lone last one if that can be", () => {
  expect(gridOf(3, 820, 250, 20).columns).toBe(3);
  expect(gridOf(4, 820, 250, 20)).toMatchObject({ columns: 2, rows: 2 });
  expect(gridOf(10, 820, 250, 20)).toMatchObject({ columns: 3, rows: 4 });
  expect(gridOf(5, 200, 250, 20)).toMatchObject({ columns: 1, rows: 5, width: 200 });
});
