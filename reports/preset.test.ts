import { expect, test } from "vitest";
import { describePreset, listPresets, type PresetDescription } from "../scenarios/presets/index.ts";
import { renderPreset } from "./preset.ts";
import { displayWidth } from "./table.ts";
import { plainStyle } from "./terminal.ts";

const described = (name: string): PresetDescription => describePreset(name) as PresetDescription;
const words = (text: string): string => text.replaceAll(/\s+/g, " ");

test.each([60, 80, 100, 140])("every preset at %i columns: nothing wider, nothing lost", (columns) => {
  for (const { name } of listPresets()) {
    const preset = described(name);
    const page = renderPreset(preset, { columns, style: plainStyle });
    const tooWide = page.split("\n").filter((line) => displayWidth(line) > columns);
    expect(tooWide, name).toEqual([]);
    const unwrapped = words(page.replaceAll(/\n {10,}/g, " ")); // sources beside their values go on below themselves
    for (const { values } of preset.groups)
      for (const { key, value, source } of values) {
        expect(unwrapped, name).toContain(words(`${key} ${value}`));
        expect(unwrapped, name).toContain(words(source));
      }
  }
});

const small: PresetDescription = {
  kind: "disks",
  name: "drum",
  title: "Drum",
  about: "A magnetic drum.",
  noun: "disk",
  variants: ["drum-small"],
  variantOf: undefined,
  groups: [
    { name: "", values: [{ key: "parallel", value: "1", range: "", source: "it turns" }] },
    {
      name: "time",
      values: [
        { key: "turn", value: "17 ms", range: "10..20 ms", source: "assumption: one turn of it, as it was measured by those who had one" },
      ],
    },
  ],
};

test("sources stand beside the values where there is room for them", () => {
  expect(renderPreset(small, { columns: 76, style: plainStyle })).toBe(`drum: Drum (disk)
A magnetic drum.
Variants: drum-small.

  parallel  1                 it turns

time
  turn      17 ms  10..20 ms  assumption: one turn of it, as it was measured
                              by those who had one

Values with their plausible range, if one is known, and where they come
from.
`);
});

test("and below them where there is not", () => {
  expect(renderPreset({ ...small, variants: [], variantOf: "drum" }, { columns: 60, style: plainStyle })).toBe(`drum: Drum (disk)
A magnetic drum.
A variant of drum.

  parallel  1
    it turns

time
  turn      17 ms  10..20 ms
    assumption: one turn of it, as it was measured by those
    who had one

Values with their plausible range, if one is known, and
where they come from.
`);
});
