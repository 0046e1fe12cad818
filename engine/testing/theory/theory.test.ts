// The formulae themselves: against published tables, against each other in their common cases, and against laws they must obey.
import { describe, expect, test } from "vitest";
import {
  birthDeath,
  erlangB,
  erlangC,
  jackson,
  mdcResponse,
  meanValueAnalysis,
  mmcK,
  mmcResponse,
  nonPreemptivePriorities,
  pollaczekKhinchine,
  preemptiveResumePriorities,
  processorSharing,
  sharingClasses,
  trafficRates,
  twoSharingClasses,
} from "./index.ts";

describe("servers in parallel", () => {
  test("Erlang B: the traffic tables' offered loads at 1 % loss are 4.46 for 10 trunks and 12.03 for 20", () => {
    expect(erlangB(10, 4.4612)).toBeCloseTo(0.01, 5);
    expect(erlangB(20, 12.031)).toBeCloseTo(0.01, 5);
  });

  test("Erlang C of one server is its load, of two rho^2 * 2 / (1 + rho)", () => {
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 14);
    expect(erlangC(2, 1.4)).toBeCloseTo((0.7 * 0.7 * 2) / 1.7, 14);
  });

  test("M/M/c/K has Erlang B at K = c and tends to M/M/c as K grows", () => {
    expect(mmcK(5, 5, 4, 1).loss).toBeCloseTo(erlangB(5, 4), 14);
    expect(mmcK(3, 300, 2.4, 1).response).toBeCloseTo(mmcResponse(3, 2.4, 1), 10);
  });

  test("M/D/c: Pollaczek-Khinchine for one server; between no waiting and M/M/c for four", () => {
    expect(mdcResponse(1, 0.7, 1)).toBeCloseTo(pollaczekKhinchine(0.7, 1, 0), 9);
    const wait = mdcResponse(4, 3.2, 1) - 1;
    // Half of the wait of M/M/c is the heavy-traffic value (Cosmetatos 1975 puts it a little higher below that).
    const half = (mmcResponse(4, 3.2, 1) - 1) / 2;
    expect(wait / half).toBeGreaterThan(1);
    expect(wait / half).toBeLessThan(1.1);
  });

  test("birth and death with equal rates is uniform", () => {
    for (const p of birthDeath(
      () => 1,
      () => 1,
      4,
    ))
      expect(p).toBeCloseTo(0.2, 14);
  });
});

describe("one server", () => {
  test("exponential service waits twice as long as constant service", () => {
    expect(pollaczekKhinchine(0.5, 1, 1) - 1).toBeCloseTo(2 * (pollaczekKhinchine(0.5, 1, 0) - 1), 14);
    expect(pollaczekKhinchine(0.5, 1, 1)).toBeCloseTo(processorSharing(0.5, 1), 14);
  });

  test("Kleinrock's conservation law: sum of load * wait does not depend on the order of non-preemptive service", () => {
    const classes = [
      { arrivalRate: 0.2, service: 1, cv2: 0 },
      { arrivalRate: 0.1, service: 3, cv2: 4 },
      { arrivalRate: 0.5, service: 0.5 },
    ];
    const total = (order: typeof classes) =>
      nonPreemptivePriorities(order).reduce((sum, t, k) => sum + order[k].arrivalRate * order[k].service * (t - order[k].service), 0);
    expect(total(classes)).toBeCloseTo(total([...classes].reverse()), 12);
  });

  test("preemptive-resume: the most urgent class sees nobody else", () => {
    const [first] = preemptiveResumePriorities([
      { arrivalRate: 0.3, service: 1, cv2: 2 },
      { arrivalRate: 0.2, service: 2 },
    ]);
    expect(first).toBeCloseTo(pollaczekKhinchine(0.3, 1, 2), 14);
  });
});

describe("discriminatory processor sharing", () => {
  const small = { arrivalRate: 0.4, service: 0.5 };
  const large = { arrivalRate: 0.15, service: 3 };

  test("the closed form for two classes solves the equations for any number", () => {
    const classes = [
      { ...small, weight: 1 },
      { ...large, weight: 4 },
    ] as const;
    const [first, second] = sharingClasses(classes);
    expect(twoSharingClasses(...classes)[0]).toBeCloseTo(first, 12);
    expect(twoSharingClasses(...classes)[1]).toBeCloseTo(second, 12);
  });

  test("equal weights are processor sharing; overwhelming ones are preemptive priority", () => {
    const equal = sharingClasses([
      { ...small, weight: 3 },
      { ...large, weight: 3 },
    ]);
    expect(equal[0]).toBeCloseTo(small.service / (1 - 0.65), 12);
    expect(equal[1]).toBeCloseTo(large.service / (1 - 0.65), 12);
    const first = sharingClasses([
      { ...small, weight: 1e9 },
      { ...large, weight: 1 },
    ]);
    expect(first[0]).toBeCloseTo(small.service / (1 - 0.2), 6);
  });
});

describe("networks", () => {
  test("traffic equations: half of the customers of one station come back", () => {
    expect(trafficRates([{ servers: 1, service: 1, outside: 0.3, next: [0.5] }])[0]).toBeCloseTo(0.6, 14);
  });

  test("Jackson: a line of M/M/1 is the sum of its stations", () => {
    const line = [
      { servers: 1, service: 1, outside: 0.5, next: [0, 1] },
      { servers: 1, service: 1.5, outside: 0, next: [0, 0] },
    ];
    expect(jackson(line).response).toBeCloseTo(processorSharing(0.5, 1) + processorSharing(0.5, 1.5), 12);
  });

  test("mean value analysis: the machine repairman as a birth and death process", () => {
    const p = birthDeath(
      (n) => (6 - n) / 10,
      () => 1 / 2,
      6,
    );
    const { throughput, present } = meanValueAnalysis(6, 10, [2]);
    expect(throughput).toBeCloseTo((1 - p[0]) / 2, 12);
    expect(present[0]).toBeCloseTo(
      p.reduce((sum, probability, n) => sum + n * probability, 0),
      12,
    );
  });
});
