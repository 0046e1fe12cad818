import { expect, test } from "vitest";
import { PRESET_KINDS } from "../language/sections/kinds.ts";
import { isPresetValue, type PresetKind, type PresetValues } from "../language/text/presets.ts";
import { type Fields, isField } from "../language/text/tables.ts";
import { describePreset, findPresets, listPresets, suggestPreset } from "./index.ts";
import { presetsOf } from "./library.ts";

const all = PRESET_KINDS.flatMap(({ kind }) => [...presetsOf(kind).values()]);

const kindOf = (name: string): PresetKind => PRESET_KINDS.find(({ kind }) => kind === name) as PresetKind;

/** Fields that a preset of this kind may fill. */
function fieldsOf(name: string): Fields {
  const { fields, extras } = kindOf(name);
  return { ...fields, ...extras };
}

function leaves(values: PresetValues, prefix = ""): { path: string; entry: { value: unknown; source: string; range?: string } }[] {
  return Object.entries(values).flatMap(([key, entry]) =>
    isPresetValue(entry) ? [{ path: prefix + key, entry }] : leaves(entry, `${prefix}${key}.`),
  );
}

function fieldAt(fields: Fields, path: string) {
  const [key = "", ...below] = path.split(".");
  const entry = fields[key];
  if (entry === undefined) return undefined;
  if (isField(entry)) return below.length === 0 ? entry : undefined;
  return fieldAt(entry.fields, below.join("."));
}

test.each(all.map((preset) => [`${preset.kind}/${preset.name}`, preset] as const))(
  "%s: every value is known, valid and has a source",
  (_, preset) => {
    const wrong: string[] = [];
    for (const { path, entry } of leaves(preset.values)) {
      if (entry.source.trim().length < 3) wrong.push(`${path}: no source`);
      if (path === "disk") {
        if (!presetsOf("disks").has(String(entry.value))) wrong.push(`${path}: unknown disk`);
        continue;
      }
      const field = fieldAt(fieldsOf(preset.kind), path);
      const parsed = field?.parse(entry.value);
      if (parsed === undefined) wrong.push(`${path}: unknown key`);
      else if ("problem" in parsed) wrong.push(`${path}: ${parsed.problem.message}`);
    }
    expect(wrong).toEqual([]);
  },
);

test.each(all.map((preset) => [`${preset.kind}/${preset.name}`, preset] as const))("%s is complete, has title and text", (_, preset) => {
  const given = new Set(leaves(preset.values).map(({ path }) => path));
  const needed = (fields: Fields, prefix = ""): string[] =>
    Object.entries(fields).flatMap(([key, entry]) =>
      isField(entry) ? (entry.fallback === undefined ? [prefix + key] : []) : needed(entry.fields, `${prefix}${key}.`),
    );
  expect(needed(kindOf(preset.kind).fields).filter((path) => !given.has(path))).toEqual([]);
  expect(preset.title.length * preset.about.length).toBeGreaterThan(0);
});

test("a range that is given in the value's own unit holds the value", () => {
  const outside: string[] = [];
  let checked = 0;
  for (const preset of all) {
    for (const { path, entry } of leaves(preset.values)) {
      const field = fieldAt(fieldsOf(preset.kind), path);
      const [low, high] = (entry.range ?? "").split("..").map((text) => field?.parse(/^\d+$/.test(text) ? Number(text) : text));
      const value = field?.parse(entry.value);
      if (low === undefined || high === undefined || value === undefined || !("value" in low) || !("value" in high) || !("value" in value))
        continue;
      checked++;
      if (!((low.value as number) <= (value.value as number) && (value.value as number) <= (high.value as number)))
        outside.push(`${preset.name}.${path}`);
    }
  }
  expect(outside).toEqual([]);
  expect(checked).toBeGreaterThan(100);
});

test("variants take what they do not say from the preset that they vary", () => {
  const hosts = presetsOf("hosts");
  expect(hosts.get("raspberry-pi-4-1gb")?.values["memory"]).toMatchObject({ value: "1 GiB" });
  expect(hosts.get("raspberry-pi-4-1gb")?.values["cpu"]).toEqual(hosts.get("raspberry-pi-4")?.values["cpu"]);
});

test("presets are listed, described with sources, and suggested", () => {
  expect(listPresets().find(({ name }) => name === "raspberry-pi-4-4gb")).toMatchObject({
    kind: "hosts",
    title: "Raspberry Pi 4 Model B, 4 GB",
  });
  const kvm = describePreset("kvm");
  const trap = kvm?.groups.find(({ name }) => name === "traps")?.values.find(({ key }) => key === "arm64.ioOut");
  expect(trap).toMatchObject({ value: "6024 cycles", source: expect.stringContaining("ISCA 2016") });
  expect(describePreset("n100-gateway")?.groups.find(({ name }) => name === "nic")?.values[0]?.range).toBe("1000..2500 Mbit/s");
  expect(describePreset("raspberry-pi-4")?.variants).toContain("raspberry-pi-4-4gb");
  expect(describePreset("raspberry-pi-4-4gb")?.variantOf).toBe("raspberry-pi-4");
  expect(describePreset("nonsense")).toBeUndefined();
  expect(suggestPreset("rasberry-pi-4")).toBe("raspberry-pi-4");
});

test("presets are found by parts of their names and titles, in whatever case", () => {
  const namesOf = (text: string) => findPresets(text).map(({ name }) => name);
  expect(namesOf("RASPBERRY")).toEqual(expect.arrayContaining(["raspberry-pi-4", "raspberry-pi-5-16gb", "raspberry-pi-zero-2"]));
  expect(namesOf("raspberry 1gb")).toEqual(["raspberry-pi-4-1gb"]);
  expect(namesOf("solid")).toEqual([]);
  expect(namesOf("ssd")).toEqual(expect.arrayContaining(["nvme", "sata-ssd", "usb-ssd"]));
});

test("names are unique over all kinds, so that `plimsoll presets NAME` shows one thing", () => {
  const names = all.map((preset) => preset.name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
