/**
 * `npm run net`: simulates the runs of the net, stores their digests and prints what moved.
 * `npm run net -- --values NAME`: prints the numbers of one run instead and stores nothing, to be compared with those of another state of the source.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { simulate } from "../../models/index.ts";
import { DIGESTS_FILE, type Digests, digestOf, moved, storedDigests } from "./digest.ts";
import { netRuns } from "./runs.ts";
import { valuesOf } from "./values.ts";

const { values: options } = parseArgs({ options: { values: { type: "string" } } });
const runs = await netRuns();
if (options.values === undefined) renew();
else printValues(options.values);

function renew(): void {
  const stored = storedDigests();
  const found: Digests = Object.fromEntries(runs.map(({ name, spec }) => [name, digestOf(simulate(spec))]));
  const news = [
    ...Object.entries(found).flatMap(([name, digest]) => moved(name, digest, stored[name])),
    ...Object.keys(stored).flatMap((name) => (name in found ? [] : [`${name}: there is no such run any more`])),
  ];
  writeFileSync(DIGESTS_FILE, `${JSON.stringify(found, null, 2)}\n`);
  console.log(news.length === 0 ? `${runs.length} runs, nothing moved` : news.join("\n"));
}

function printValues(name: string): void {
  const run = runs.find((each) => each.name === name);
  if (run === undefined) {
    console.error(`there is no run "${name}"; there are:\n${runs.map((each) => each.name).join("\n")}`);
    process.exitCode = 2;
    return;
  }
  for (const { section, name: what, value } of valuesOf(simulate(run.spec))) console.log(`${section}: ${what} = ${value}`);
}
