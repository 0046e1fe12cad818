import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { foldersBelow, mappedFolders, means, recipes, unlisted } from "./contributing.ts";
import { LAYERS } from "./layers.ts";
import { root } from "./source-files.ts";

const page = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");

describe("the map", () => {
  const mapped = mappedFolders(page);
  const there = LAYERS.flatMap((layer) => foldersBelow(layer, 3));

  test("has every folder of the product, two levels deep", () => {
    const product = there.filter((folder) => !/^(bench|checks)\//.test(folder));
    expect(product.length).toBeGreaterThan(40);
    expect(product.filter((folder) => !mapped.some((each) => means(each, folder)))).toEqual([]);
  });

  test("has no folder that is not there, and none twice", () => {
    expect(mapped.filter((each) => !there.some((folder) => means(each, folder)))).toEqual([]);
    expect(mapped.filter((each, index) => mapped.indexOf(each) !== index)).toEqual([]);
  });
});

describe("the table of what to touch", () => {
  const rows = recipes(page);

  test("names only what is there", () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.flatMap(({ paths }) => paths).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test.each(rows.filter(({ folder, list }) => folder?.startsWith("scenarios/") === false && list !== undefined && folder !== "models/"))(
    "$what: $list leads to every file of $folder",
    ({ folder, list }) => {
      expect(unlisted(folder!, list!)).toEqual([]);
    },
  );

  test("units: every folder with a unit.ts is listed", () => {
    const { list } = rows.find(({ folder }) => folder === "models/")!;
    const units = foldersBelow("models", 2).filter((folder) => existsSync(join(root, folder, "unit.ts")));
    expect(units).toContain("models/vm");
    // The contract itself lies in service/unit.ts.
    expect(units.flatMap((folder) => unlisted(folder, list!))).toEqual([]);
  });
});

test("a file that no list leads to is found, and a line that is none of the map", () => {
  expect(unlisted("cli/commands/", "cli/exit-codes.ts")).toContain("cli/commands/run.ts");
  expect(() => mappedFolders("## Map\n\n```text\nengine  simulation\n```\n")).toThrow("is not a line of the map");
});
