import { expect, test } from "vitest";
import { createStream } from "../../engine/index.ts";
import { MaxMin } from "./max-min.ts";

test("two links in line: the long flow and the short ones share each link, what the long one leaves is the short one's", () => {
  // Bertsekas and Gallager, Data Networks, figure 6.15 in small: capacities 1 and 2; one flow over both, one over each.
  const fair = new MaxMin([1, 2], [[0, 1], [0], [1]], [Infinity, Infinity, Infinity]);
  fair.flows.fill(1);
  fair.solve();
  expect([...fair.rate]).toEqual([0.5, 0.5, 1.5]);
});

test("a limit below the fair share leaves the rest to the others", () => {
  const fair = new MaxMin([10], [[0], [0], [0]], [1, Infinity, 4]);
  fair.flows.set([1, 1, 1]);
  fair.solve();
  expect([...fair.rate]).toEqual([1, 5, 4]);
  fair.flows.set([0, 5, 0]);
  fair.solve();
  expect(fair.rate[1]).toBe(2);
});

test("any network: links hold, and every flow is at its limit or has a full link on which nobody has more", () => {
  // That is the definition of max-min fairness in the form that can be checked (Bertsekas and Gallager, 6.5.2).
  const stream = createStream(1, "networks");
  for (let network = 0; network < 500; network++) {
    const capacity = Array.from({ length: 1 + stream.integer(6) }, () => 0.1 + stream.next());
    const links = Array.from({ length: 1 + stream.integer(10) }, () => {
      const chosen = capacity.map((_, k) => k).filter(() => stream.next() < 0.5);
      return chosen.length === 0 ? [stream.integer(capacity.length)] : chosen;
    });
    const limit = links.map(() => (stream.next() < 0.4 ? 0.2 * stream.next() : Infinity));
    const fair = new MaxMin(capacity, links, limit);
    links.forEach((_, path) => (fair.flows[path] = stream.integer(5)));
    fair.solve();
    const on = links.map((_, path) => path).filter((path) => fair.flows[path] > 0);
    const used = capacity.map((_, link) =>
      on.reduce((sum, path) => sum + (links[path].includes(link) ? fair.flows[path] * fair.rate[path] : 0), 0),
    );
    used.forEach((sum, link) => expect(sum).toBeLessThanOrEqual(capacity[link] * (1 + 1e-12)));
    for (const path of on) {
      const isAtLimit = fair.rate[path] === limit[path];
      const bottleneck = links[path].some(
        (link) =>
          used[link] > capacity[link] * (1 - 1e-9) &&
          on.every((other) => !links[other].includes(link) || fair.rate[other] <= fair.rate[path] * (1 + 1e-9)),
      );
      expect(isAtLimit || bottleneck, `network ${network}, path ${path}`).toBe(true);
    }
  }
});
