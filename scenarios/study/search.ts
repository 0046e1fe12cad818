/** The search for the load line: few evaluations, where they matter, instead of a grid. */
import type { Verdict } from "./record.ts";

export interface SearchResult {
  /** Largest number of tenants that met the objective, 0 if none did. */
  readonly tenants: number;
  /** Largest number that did not miss it for certain; null if the range ended before a miss. */
  readonly atMost: number | null;
  readonly endOfRange: boolean;
  /** Loads that had not settled, ascending. */
  readonly unsettled: readonly number[];
  /** Smallest number that was tried and did not meet the objective. */
  readonly firstBeyond: number | null;
}

/** Load is multiplied by this until the objective is no longer met; then the gap is bisected. */
const GROWTH = 3;

/**
 * Finds where `judge` goes from met through undecided or unsettled to missed, between `min` and `max` tenants. Assumes what queueing theory says of a
 * shared machine: more tenants never help. Uses about log3(max) + 2 log2(gap) evaluations.
 */
export async function searchLoadLine(min: number, max: number, judge: (tenants: number) => Promise<Verdict>): Promise<SearchResult> {
  const unsettled = new Set<number>();
  const verdictAt = async (tenants: number): Promise<Verdict> => {
    const verdict = await judge(tenants);
    if (verdict === "unsettled") unsettled.add(tenants);
    return verdict;
  };
  const result = await searchBorders(min, max, verdictAt);
  return { ...result, unsettled: [...unsettled].sort((a, b) => a - b) };
}

async function searchBorders(
  min: number,
  max: number,
  verdictAt: (tenants: number) => Promise<Verdict>,
): Promise<Omit<SearchResult, "unsettled">> {
  let met = min - 1;
  let beyond: number | null = null;
  let missed: number | null = null;
  const tryAt = async (tenants: number): Promise<void> => {
    const verdict = await verdictAt(tenants);
    if (verdict === "met") met = tenants;
    else beyond = tenants;
    if (verdict === "missed") missed = tenants;
  };
  for (let tenants = min; beyond === null && met < max; tenants = Math.min(max, tenants * GROWTH)) await tryAt(tenants);
  if (beyond === null) return { tenants: met, atMost: null, endOfRange: true, firstBeyond: null };

  while (beyond - met > 1) await tryAt(met + Math.ceil((beyond - met) / 2));

  // The line lies between the last load that met and the first that missed; undecided loads are in between.
  let undecided: number = beyond;
  if (missed === beyond) undecided = met;
  if (missed === null) {
    for (let tenants: number = beyond + 1; missed === null && tenants <= max; tenants = Math.min(max, Math.ceil(tenants * 1.1) + 1)) {
      const verdict = await verdictAt(tenants);
      if (verdict === "missed") missed = tenants;
      else undecided = tenants;
      if (tenants === max) break;
    }
  }
  if (missed === null) return { tenants: floorAtNone(met, min), atMost: null, endOfRange: false, firstBeyond: beyond };
  while (missed - undecided > 1) {
    const middle: number = undecided + Math.floor((missed - undecided) / 2);
    const verdict = await verdictAt(middle);
    if (verdict === "missed") missed = middle;
    else undecided = middle;
  }
  return { tenants: floorAtNone(met, min), atMost: Math.max(undecided, floorAtNone(met, min)), endOfRange: false, firstBeyond: beyond };
}

/** Below the range nothing was tried: the line is said to be 0. */
const floorAtNone = (met: number, min: number): number => (met < min ? 0 : met);
