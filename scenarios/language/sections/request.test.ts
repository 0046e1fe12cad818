import { expect, test } from "vitest";
import { app, onlyError, type Refusal } from "../testing/scenario.ts";

test.each<Refusal>([
  [
    "a reply in the middle",
    app({ request: "[{ reply: 1 B }, { write: 4 KiB }]" }),
    { message: "steps follow after the reply", fix: "move it to the end" },
  ],
  ["no reply", app({ request: "[{ write: 4 KiB }]" }), { message: "no step sends an answer", fix: 'add "- reply: 512 B" at the end' }],
  [
    "two replies",
    app({ request: "[{ reply: 1 B }, { reply: 1 B }]" }),
    { message: "there are several replies", fix: "move it to the end" },
  ],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
