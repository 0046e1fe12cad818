// The classics: output as stored beside the example, and theory within the 99.9 % confidence interval.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { meanInterval } from "../index.ts";
import { bank } from "./bank.ts";
import { carWash } from "./car-wash.ts";
import { ferry } from "./ferry.ts";
import { gasStation } from "./gas-station.ts";
import { interactiveSystem } from "./interactive-system.ts";
import { jacksonNetwork } from "./jackson-network.ts";
import { machineShop } from "./machine-shop.ts";
import { processorSharing } from "./processor-sharing.ts";
import { repairman } from "./repairman.ts";
import { tandem } from "./tandem.ts";

test.each([
  ["bank", bank],
  ["car-wash", carWash],
  ["ferry", ferry],
  ["gas-station", gasStation],
  ["interactive-system", interactiveSystem],
  ["jackson-network", jacksonNetwork],
  ["machine-shop", machineShop],
  ["processor-sharing", processorSharing],
  ["repairman", repairman],
  ["tandem", tandem],
])("%s", async (name, example) => {
  const { text, estimates } = example();
  for (const { what, values, theory } of estimates) {
    const { mean, low, high, halfWidth } = meanInterval(values, 0.999);
    const told = `${what}: theory ${theory}, simulated ${mean} ± ${halfWidth}`;
    expect(theory, told).toBeGreaterThanOrEqual(low);
    expect(theory, told).toBeLessThanOrEqual(high);
    expect(halfWidth, told).toBeLessThan(0.15 * theory);
  }
  await expect(text).toMatchFileSnapshot(`./${name}.txt`);
  const lines = readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines.length, "an example has fewer than 60 lines").toBeLessThan(60);
});
