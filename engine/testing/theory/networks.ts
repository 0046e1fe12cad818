/** Product-form networks of queues: open ones by Jackson's theorem, closed ones by mean value analysis. Rates [1/s], times [s]. */
import { mmcResponse } from "./erlang.ts";
import { solve } from "./sharing.ts";

/** A station of an open network: exponential service by parallel servers, and where customers go next. */
export interface NetworkStation {
  readonly servers: number;
  /** Mean service time [s]. */
  readonly service: number;
  /** Arrivals from outside [1/s]. */
  readonly outside: number;
  /** Probability of each station as the next one; the rest leaves. */
  readonly next: readonly number[];
}

/** Arrival rate at each station: solution of the traffic equations rate_k = outside_k + sum over j of rate_j next_jk. */
export function trafficRates(stations: readonly NetworkStation[]): number[] {
  return solve(
    stations.map((_, to) => stations.map(({ next }, from) => (from === to ? 1 : 0) - next[to])),
    stations.map(({ outside }) => outside),
  );
}

/**
 * Mean number present at each station and mean time from entry to exit: every station behaves like an M/M/c of its own.
 * Source: Jackson, Operations Research 5(4), 1957.
 */
export function jackson(stations: readonly NetworkStation[]): { readonly present: number[]; readonly response: number } {
  const rates = trafficRates(stations);
  const present = stations.map(({ servers, service }, k) => rates[k] * mmcResponse(servers, rates[k], 1 / service));
  const entering = stations.reduce((sum, { outside }) => sum + outside, 0);
  return { present, response: present.reduce((sum, n) => sum + n, 0) / entering };
}

/**
 * Closed interactive system: `users` think for `think` on average, then visit queueing stations with the total demands given, first come,
 * first served with exponential service or processor sharing with any. Source: Reiser and Lavenberg, J. ACM 27(2), 1980.
 */
export function meanValueAnalysis(
  users: number,
  think: number,
  demands: readonly number[],
): { readonly throughput: number; readonly response: number; readonly present: readonly number[] } {
  let present = demands.map(() => 0);
  let throughput = 0;
  let response = 0;
  for (let n = 1; n <= users; n++) {
    const responses = demands.map((demand, k) => demand * (1 + present[k]));
    response = responses.reduce((sum, each) => sum + each, 0);
    throughput = n / (think + response);
    present = responses.map((each) => throughput * each);
  }
  return { throughput, response, present };
}
