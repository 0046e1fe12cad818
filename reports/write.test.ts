import { mkdtempSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { sha256 } from "./manifest.ts";
import { asOutputError, OutputError } from "./output-error.ts";
import { sampleRecord } from "./testing/record.ts";
import { prepareDirectory, writeReports } from "./write.ts";

const ENVIRONMENT = { node: "20.20.2", argv: ["compare", "iot-gateway.yaml"], facts: { platform: "linux", seconds: 12 } };
let directory = "";

/** The sample's four files, written once for all tests that only read them. */
const shared = mkdtempSync(join(tmpdir(), "plimsoll-reports-"));
let written: ReturnType<typeof writeReports> | undefined;
const writeSample = () => (written ??= writeReports(sampleRecord(), join(shared, "a", "b"), ENVIRONMENT));
afterAll(() => rm(shared, { recursive: true, force: true }));

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "plimsoll-reports-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test("writes the four files and nothing else, also into a folder that isn't there yet", async () => {
  const paths = await writeSample();
  const out = join(shared, "a", "b");
  expect((await readdir(out)).sort()).toEqual(["manifest.json", "report.html", "results.csv", "summary.json"]);
  expect(Object.values(paths).every((path) => path.startsWith(out))).toBe(true);
});

test("the manifest names everything needed to produce the files again, and their hashes", async () => {
  const record = sampleRecord();
  const paths = await writeSample();
  const manifest = JSON.parse(await readFile(paths.manifest, "utf8"));
  expect(manifest).toMatchObject({
    schemaVersion: 1,
    tool: { name: "plimsoll", version: "0.1.0", node: "20.20.2" },
    argv: ["compare", "iot-gateway.yaml"],
    seed: 1,
    scenario: { file: "iot-gateway.yaml", sha256: record.scenario.sha256, text: record.scenario.text },
    environment: { platform: "linux", seconds: 12 },
  });
  expect(manifest.sha256["summary.json"]).toBe(sha256(await readFile(paths.summary, "utf8")));
  expect(manifest.sha256["results.csv"]).toBe(sha256(await readFile(paths.results, "utf8")));
  expect(manifest.scenario.resolved["experiment.warmup"]).toBe("auto");
  expect(manifest.fingerprints.vm["17"]).toBe(record.deployments[0].points.find(({ tenants }) => tenants === 17)?.fingerprint);
});

test("only the manifest knows the machine: the other files are the same bytes on any", async () => {
  const first = await writeSample();
  const second = await writeReports(sampleRecord(), directory, { node: "26.1.0", argv: ["run"], facts: { platform: "win32" } });
  for (const file of ["html", "summary", "results"] as const) {
    expect((await readFile(first[file])).equals(await readFile(second[file]))).toBe(true);
  }
});

test("a failed write leaves the old file as it was and no rubbish", async () => {
  await writeFile(join(directory, "summary.json"), "old");
  await mkdir(join(directory, "results.csv")); // in the way
  await expect(writeReports(sampleRecord(), directory, ENVIRONMENT)).rejects.toThrow(OutputError);
  const left = await readdir(directory);
  expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(left).not.toContain("manifest.json");
});

test("a file where a folder should be: what and what to do", async () => {
  const file = join(directory, "taken");
  await writeFile(file, "");
  await expect(prepareDirectory(file)).rejects.toThrow(
    `can't write ${file}: a file with this name is in the way; choose another folder with --out`,
  );
  await expect(prepareDirectory(join(file, "sub"))).rejects.toMatchObject({ name: "OutputError", code: "ENOTDIR" });
});

test.skipIf(process.platform !== "linux")("a place where the system allows no folders: an answer, not a loop", async () => {
  await expect(prepareDirectory("/proc/plimsoll")).rejects.toMatchObject({ name: "OutputError" });
});

test.skipIf(process.platform !== "linux")("a full disk: said, the old file kept, nothing left behind", async () => {
  await writeFile(join(directory, "summary.json"), "old");
  // /dev/full takes every write and fails as a full disk does.
  await symlink("/dev/full", join(directory, `summary.json.${process.pid}.tmp`));
  await expect(writeReports(sampleRecord(), directory, ENVIRONMENT)).rejects.toThrow(/the disk is full; free some space/);
  expect(await readdir(directory)).toEqual(["summary.json"]);
  expect(await readFile(join(directory, "summary.json"), "utf8")).toBe("old");
});

test.each([
  ["EACCES", /permission denied; choose a folder you may write to/],
  ["EROFS", /read-only; choose another folder/],
  ["ENOSPC", /disk is full/],
  ["EWEIRD", /the operating system says EWEIRD/],
])("%s is told in words", (code, words) => {
  const error = asOutputError("/out", Object.assign(new Error("boom"), { code }));
  expect(error).toBeInstanceOf(OutputError);
  expect((error as OutputError).message).toMatch(words);
});

test("what is no error of the file system passes through: it is a bug", () => {
  const bug = new TypeError("undefined is not a function");
  expect(asOutputError("/out", bug)).toBe(bug);
});
