/** Exponential or arbitrary service by c servers: Erlang's formulae and their finite and constant-service relatives. Rates [1/s], times [s]. */
import { portable } from "../../random/portable-math.ts";

/**
 * Probability that an arrival finds all of `servers` busy and is lost, M/G/c/c; depends on the offered load `a` = arrival rate * mean
 * service time only. Source: Erlang 1917, by the usual recursion (e.g. Kleinrock, Queueing Systems I, 3.5).
 */
export function erlangB(servers: number, a: number): number {
  let blocking = 1;
  for (let c = 1; c <= servers; c++) blocking = (a * blocking) / (c + a * blocking);
  return blocking;
}

/** Probability that an arrival has to wait, M/M/c; offered load `a` < servers. Source: Erlang 1917. */
export function erlangC(servers: number, a: number): number {
  const blocking = erlangB(servers, a);
  return blocking / (1 - (a / servers) * (1 - blocking));
}

/** Mean response time of M/M/c; the same under processor sharing with one core a job at most, as the number present has the same rates. */
export function mmcResponse(servers: number, arrivalRate: number, serviceRate: number): number {
  return 1 / serviceRate + erlangC(servers, arrivalRate / serviceRate) / (servers * serviceRate - arrivalRate);
}

/** M/M/c/K: `capacity` customers at most, waiting or in service. Loss probability, and mean response time of those who got in. */
export function mmcK(
  servers: number,
  capacity: number,
  arrivalRate: number,
  serviceRate: number,
): { readonly loss: number; readonly response: number } {
  const p = birthDeath(
    () => arrivalRate,
    (n) => Math.min(n, servers) * serviceRate,
    capacity,
  );
  const present = p.reduce((sum, probability, n) => sum + n * probability, 0);
  return { loss: p[capacity], response: present / (arrivalRate * (1 - p[capacity])) };
}

/** Steady-state probabilities of 0, 1, ..., last customers, from the rates of arrival at n and of departure at n. */
export function birthDeath(arrival: (n: number) => number, departure: (n: number) => number, last: number): number[] {
  const weights = [1];
  for (let n = 1; n <= last; n++) weights.push((weights[n - 1] * arrival(n - 1)) / departure(n));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Mean response time of M/D/c, exact: what is in service at t has left at t + D, so the number present at t, t + D, t + 2D, ... is the chain
 * N' = max(N - c, 0) + Poisson(arrivalRate * D), here iterated to its steady state; then Little's law. Source: Crommelin 1932.
 */
export function mdcResponse(servers: number, arrivalRate: number, service: number): number {
  const states = 400;
  const arriving = poisson(arrivalRate * service, states);
  let p = arriving;
  for (let change = 1; change > 1e-14; ) {
    const next = new Array<number>(states).fill(0);
    for (let n = 0; n < states; n++) {
      if (p[n] === 0) continue;
      const left = Math.max(n - servers, 0);
      for (let k = 0; left + k < states; k++) next[left + k] += p[n] * arriving[k];
    }
    change = Math.max(...next.map((probability, n) => Math.abs(probability - p[n])));
    p = next;
  }
  return p.reduce((sum, probability, n) => sum + n * probability, 0) / arrivalRate;
}

/** Probabilities of 0, 1, ..., count - 1 events where `mean` are expected. */
export function poisson(mean: number, count: number): number[] {
  const probabilities = [portable.exp(-mean)];
  for (let n = 1; n < count; n++) probabilities.push((probabilities[n - 1] * mean) / n);
  return probabilities;
}
