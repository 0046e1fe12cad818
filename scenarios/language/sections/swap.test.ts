import { expect, test } from "vitest";
import { host, loadHost, onlyError, type Refusal } from "../testing/scenario.ts";

const GiB = 1024 * 1024 * 1024;

test("swap is on a disk, in compressed memory, or both", async () => {
  const os = async (swap: string) => (await loadHost(host(`swap: ${swap}`))).os;
  const zram = { name: "lzo-arm", size: GiB, ratio: 1.62, decompress: 10e-6, compress: 20e-6, speed: 289 };
  expect(await os("{ zram: { size: 1 GiB } }")).toMatchObject({ swap: undefined, zram });
  expect(await os("{ size: 2 GiB, zram: { size: 1 GiB, preset: zstd, ratio: 3 } }")).toMatchObject({
    swap: { disk: "main" },
    zram: { name: "zstd", ratio: 3, decompress: 5.7e-6 },
  });
});

test.each<Refusal>([
  [
    "swap on a disk that is not there",
    host("disks: { main: nvme }, swap: { on: mian, size: 1 GiB }"),
    { message: 'unknown disk "mian"', fix: 'did you mean "main"?' },
  ],
  [
    "swap that its disk cannot hold",
    host("disks: { main: { preset: microsd-a1, size: 8 GiB } }, swap: { size: 9 GiB }"),
    {
      message: "9 GiB of swap on a disk of 8 GiB",
      fix: 'write less swap, or give the disk its size: "disks: { main: { size: ... } }"',
    },
  ],
  ["swap beyond reason", host("disks: { main: nvme }, swap: { size: 100 GiB }"), { message: "100 GiB of swap on 4 GiB of memory" }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));

test("compressed memory that would fill all there is is refused", async () =>
  expect(await onlyError(host("memory: 4 GiB, swap: { zram: { size: 7 GiB } }"))).toMatchObject({
    line: 2,
    message: "7 GiB compressed 1.62 times would fill the memory of 4 GiB",
    expected: "at most 6635 MiB",
  }));
