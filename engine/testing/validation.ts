/**
 * A validation case: numbers that a theory, a publication or an exact reference knows and that a simulation estimates. The tests run each case
 * short, `npm run validate` runs it longer and writes the table in docs/validation.md.
 */
import { type Interval, meanInterval } from "../index.ts";

/** Numbers by name, the unit in the name: { "response time [ms]": 2.5 }. */
export type Quantities = Readonly<Record<string, number>>;

/** When simulated and expected numbers count as the same. */
export type Agreement =
  /**
   * The expected value lies in the confidence interval of the mean of independent runs, and the interval is no wider than +-`precision` of it.
   * `approximation`: what is expected is itself off by up to this share, for a reason that the case states; the interval may miss it by as much.
   */
  | { readonly kind: "interval"; readonly runs: number; readonly precision: number; readonly approximation?: number }
  /** A single run, no further off than `relative`: for exact references, and for measurements or approximations whose own error is known. */
  | { readonly kind: "within"; readonly relative: number };

export interface ValidationCase {
  readonly name: string;
  /** Where the expected numbers come from: formula and author, or measurement. */
  readonly source: string;
  readonly agreement: Agreement;
  expected(): Quantities;
  /** One run: an estimate of each expected quantity. `length` 1 is that of the tests, longer runs are more precise. */
  simulate(seed: string, length: number): Quantities;
}

/**
 * Level of each interval: 0.1 % of them miss although nothing is wrong. With a hundred quantities that is one or more in at most 10 % of all sets
 * of seeds (Bonferroni), so a miss is looked at with longer runs before anything is changed. Seeds are fixed: what passes once passes always.
 */
export const CONFIDENCE = 0.999;

/** One quantity of a case, as expected and as simulated. */
export interface Finding {
  readonly case: string;
  readonly quantity: string;
  readonly expected: number;
  readonly simulated: number;
  /** Half-width of the confidence interval; 0 for a single run that is compared within a tolerance. */
  readonly halfWidth: number;
  readonly passes: boolean;
}

/** Runs a case `length` times as long as the tests do. Each case has seeds of its own, so that chance does not push all of them the same way. */
export function validate(each: ValidationCase, length = 1): Finding[] {
  const expected = each.expected();
  const runs = each.agreement.kind === "interval" ? each.agreement.runs : 1;
  const results = Array.from({ length: runs }, (_, run) => each.simulate(`${each.name} / run ${run + 1}`, length));
  return Object.entries(expected).map(([quantity, value]) => {
    const estimates = results.map((result) => result[quantity]);
    const { simulated, halfWidth, passes } = judge(each.agreement, value, estimates);
    return { case: each.name, quantity, expected: value, simulated, halfWidth, passes };
  });
}

function judge(agreement: Agreement, expected: number, estimates: readonly number[]): Pick<Finding, "simulated" | "halfWidth" | "passes"> {
  if (agreement.kind === "within") {
    const [simulated] = estimates;
    return { simulated, halfWidth: 0, passes: Math.abs(simulated - expected) <= agreement.relative * Math.abs(expected) };
  }
  const { mean, low, high, halfWidth }: Interval = meanInterval(estimates, CONFIDENCE);
  const narrow = halfWidth <= agreement.precision * Math.abs(expected);
  const slack = (agreement.approximation ?? 0) * Math.abs(expected);
  return { simulated: mean, halfWidth, passes: narrow && low <= expected + slack && expected - slack <= high };
}

/** A finding as a sentence, for the message of a failing test. */
export function describeFinding({ case: name, quantity, expected, simulated, halfWidth }: Finding): string {
  const share = (value: number): string => `${((100 * value) / expected).toFixed(3)} %`;
  return `${name}, ${quantity}: expected ${expected}, simulated ${simulated} (${share(simulated - expected)} off) ± ${share(halfWidth)}`;
}
