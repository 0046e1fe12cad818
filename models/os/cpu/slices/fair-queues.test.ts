import { describe, expect, test } from "vitest";
import { createStream } from "../../../../engine/index.ts";
import { MS } from "../testing/fidelities.ts";
import { FairQueues, NONE } from "./fair-queues.ts";

describe("a queue by virtual deadline", () => {
  const SLICE = 3 * MS;

  /** Runs whoever is picked to the end of its slice, `turns` times: in which order. */
  function order(weights: readonly number[], turns: number): number[] {
    const queues = new FairQueues();
    const queue = queues.addQueue(SLICE, SLICE, 0);
    for (const weight of weights) {
      const entity = queues.addEntity();
      queues.weight[entity] = weight;
      queues.enter(entity, queue);
    }
    return Array.from({ length: turns }, () => {
      const picked = queues.pick(queue);
      queues.findRemaining(queue);
      queues.charge(queue, queues.remaining === Infinity ? SLICE : queues.remaining);
      queues.putBack(queue);
      return picked;
    });
  }

  test("equal ones take turns, first come first", () => {
    expect(order([1, 1, 1], 6)).toEqual([0, 1, 2, 0, 1, 2]);
  });

  test("one with three times the weight has three of four turns, spread as the theory says", () => {
    // Deadlines: the heavy one at 1/3, 2/3, 1, ...; the light one at 1, 2, ... By turns its lag never exceeds a slice.
    const turns = order([3, 1], 400);
    let lag = 0;
    for (const entity of turns) {
      lag += entity === 0 ? 1 - 0.75 : -0.75;
      expect(Math.abs(lag)).toBeLessThanOrEqual(1);
    }
    expect(turns.filter((entity) => entity === 0)).toHaveLength(300);
  });

  test("no lag beyond a slice with any weights (Stoica and Abdel-Wahab 1995, theorem 1)", () => {
    const stream = createStream(5, "weights");
    for (let round = 0; round < 50; round++) {
      const weights = Array.from({ length: 2 + stream.integer(8) }, () => 0.2 + 5 * stream.next());
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const had = weights.map(() => 0);
      let worst = 0;
      order(weights, 300).forEach((entity, turn) => {
        had[entity]++;
        weights.forEach((weight, k) => {
          worst = Math.max(worst, Math.abs(had[k] - ((turn + 1) * weight) / total));
        });
      });
      expect(worst).toBeLessThanOrEqual(1 + 1e-6);
    }
  });

  test("has nobody to pick when empty, and keeps its virtual time", () => {
    const queues = new FairQueues();
    const queue = queues.addQueue(SLICE, SLICE, 0);
    expect(queues.pick(queue)).toBe(NONE);
    const entity = queues.addEntity();
    queues.weight[entity] = 2;
    queues.enter(entity, queue);
    queues.pick(queue);
    queues.charge(queue, 10 * MS);
    queues.leave(entity);
    queues.findVirtualTime(queue);
    expect(queues.virtualTime).toBe(5 * MS);
  });
});
