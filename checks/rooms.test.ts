import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importsOf } from "./layers.ts";
import { MOST_LOOSE_FILES, ROOMS, roomViolations } from "./rooms.ts";
import { root, sourceFiles } from "./source-files.ts";

test("every file of a room imports only what its room may", () => {
  const files = sourceFiles([...new Set(ROOMS.map(({ folder }) => folder.slice(0, folder.indexOf("/"))))]);
  for (const { folder } of ROOMS) expect(files.filter((file) => file.startsWith(folder)).length, folder).toBeGreaterThan(0);
  expect(files.flatMap((file) => roomViolations(file, importsOf(file, readFileSync(join(root, file), "utf8"))))).toEqual([]);
});

test("every folder of the models has its floor, and few files lie loose", () => {
  const below = sourceFiles(["models"]).map((file) => file.split("/"));
  const folders = new Set(below.filter((parts) => parts.length > 2).map(([, folder]) => `models/${folder}`));
  folders.delete("models/testing");
  for (const folder of folders) expect(ROOMS.map((room) => room.folder)).toContain(folder);
  expect(below.filter((parts) => parts.length === 2).length).toBeLessThanOrEqual(MOST_LOOSE_FILES);
});

test.each([
  ["models/hardware/disk/disk.ts", 'import type { Memory } from "../../os/memory/memory.ts";', "hardware knows no kernel"],
  ["models/os/system.ts", 'import type { Host } from "../host/host.ts";', "the same on a host and in a guest"],
  ["models/instance/start.ts", 'import { Guest } from "../vm/guest.ts";', "the unit puts its costs into the template"],
  ["models/vm/unit.ts", 'import { UNITS } from "../fleet/units.ts";', "a unit knows no other kind"],
  ["models/container/unit.ts", 'import { vmUnit } from "../vm/unit.ts";', "a unit knows no other kind"],
  ["models/fleet/member.ts", 'import type { World } from "../run/world.ts";', "how a run is measured is above"],
  ["scenarios/language/text/fields.ts", 'import type { AppSpec } from "../../../models/index.ts";', "the text kit knows no subject"],
  ["scenarios/language/text/resolve.ts", 'import { presetsOf } from "../../presets/library.ts";', "the text kit knows no subject"],
  ["scenarios/language/text/maps.ts", 'import { vm } from "../sections/vm.ts";', "the text kit knows no subject"],
  ["scenarios/language/sections/vm.ts", 'import { presetsOf } from "../../presets/library.ts";', "presets handed in"],
  ["scenarios/language/sections/vm.ts", 'import { parseScenario } from "../load.ts";', "put together with the others"],
])("a planted violation is found: %s: %s", (path, text, reason) => {
  const [violation, ...others] = roomViolations(path, importsOf(path, text));
  expect(violation).toContain(reason);
  expect(others).toEqual([]);
});

test("tests, packages and other folders are free", () => {
  expect(roomViolations("scenarios/language/text/fields.test.ts", ["../load.ts"])).toEqual([]);
  expect(roomViolations("scenarios/language/text/fields.ts", ["zod", "./problem.ts"])).toEqual([]);
  expect(roomViolations("scenarios/language/load.ts", ["../presets/library.ts"])).toEqual([]);
});
