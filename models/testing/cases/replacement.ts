/** Page replacement of the host's memory, the clock, under Zipf references: against the clock in closed form, and against LRU. */
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import { referTo } from "../page-references.ts";
import { missRatio, residentByClock, residentByLru, zipfPopularity } from "../theory/replacement.ts";

const PAGES = 8000;
const REFERENCES = 120_000;

/** Reclaim keeps a batch of 16 frames and a thousandth of all free. */
const capacity = (frames: number): number => frames - 16 - frames / 1000;

function zipf(exponent: number, frames: number): ValidationCase {
  let known: Readonly<Record<string, number>> | undefined; // takes a tenth of a second to solve
  return {
    name: `Zipf ${exponent}, ${frames} of ${PAGES} pages fit`,
    source: "the clock in closed form; LRU by Che, Tung, Wang, JSAC 20(7), 2002",
    agreement: { kind: "within", relative: 0.05 },
    expected() {
      const popularity = zipfPopularity(PAGES, exponent);
      known ??= {
        "misses of the clock [1]": missRatio(popularity, capacity(frames), residentByClock),
        "misses of LRU [1]": missRatio(popularity, capacity(frames), residentByLru),
      };
      return known;
    },
    simulate(_, length) {
      const misses = referTo({ kind: "zipf", exponent }, PAGES, frames, REFERENCES * length).missRatio;
      return { "misses of the clock [1]": misses, "misses of LRU [1]": misses };
    },
  };
}

export const replacementCases: readonly ValidationCase[] = [0.6, 0.8, 1, 1.2].flatMap((exponent) =>
  [800, 2400, 5600].map((frames) => zipf(exponent, frames)),
);
