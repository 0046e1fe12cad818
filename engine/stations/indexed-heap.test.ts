import { expect, test } from "vitest";
import { createStream } from "../random/stream.ts";
import { ExactSum } from "./exact-sum.ts";
import { HeapIndex, IndexedHeap } from "./indexed-heap.ts";
import { NumberTable } from "./shared-processor/number-table.ts";

test("IndexedHeap: after random pushes, removals and changes of key, items leave by key and rank", () => {
  const stream = createStream(1, "heap");
  const index = new HeapIndex();
  index.reserve(200);
  const heap = new IndexedHeap(index);
  const present = new Set<number>();
  for (let step = 0; step < 4_000; step++) {
    const item = stream.integer(200);
    index.key[item] = stream.integer(50) || Infinity; // many ties
    if (!present.has(item)) {
      heap.push(item);
      present.add(item);
    } else if (stream.integer(2) === 0) {
      heap.update(item);
    } else {
      heap.remove(item);
      present.delete(item);
    }
    const first = [...present].sort((a, b) => index.key[a] - index.key[b] || a - b)[0];
    expect(heap.size).toBe(present.size);
    if (present.size > 0) expect(heap.top).toBe(first);
  }
  const expected = [...present].sort((a, b) => index.key[a] - index.key[b] || a - b);
  expect(Array.from(expected, () => heap.pop())).toEqual(expected);
});

test("NumberTable agrees with a Map", () => {
  const stream = createStream(2, "table");
  const table = new NumberTable();
  const map = new Map<number, number>();
  const free = Array.from({ length: 300 }, (_, value) => value);
  for (let step = 0; step < 4_000; step++) {
    const key = stream.integer(400) / 7;
    table.key = key;
    expect(table.find()).toBe(map.get(key) ?? -1);
    if (map.has(key)) {
      table.remove();
      free.push(map.get(key) as number);
      map.delete(key);
    } else if (free.length > 0) {
      const value = free.pop() as number;
      table.insert(value);
      map.set(key, value);
    }
  }
  expect(map.size).toBeGreaterThan(100);
});

test("ExactSum: what is added and taken out again leaves nothing, whatever the sizes", () => {
  const stream = createStream(3, "sum");
  const sum = new ExactSum();
  const terms = Array.from({ length: 10_000 }, () => stream.next() * 10 ** (stream.integer(18) - 9));
  for (const term of terms) {
    sum.term = term;
    sum.add();
  }
  sum.term = 0.1;
  sum.add();
  for (const term of terms) {
    sum.term = -term;
    sum.add();
  }
  expect(Math.abs(sum.value - 0.1)).toBeLessThan(1e-16);
});
