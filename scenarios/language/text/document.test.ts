import { describe, expect, test } from "vitest";
import { InputDocument, parseDocumentText } from "./document.ts";

function read(text: string, file = "s.yaml"): InputDocument {
  const document = parseDocumentText(file, text);
  if (!(document instanceof InputDocument)) throw new Error(document.diagnostics.map(({ message }) => message).join("; "));
  return document;
}

function errors(text: string, file = "s.yaml") {
  const document = parseDocumentText(file, text);
  return document instanceof InputDocument ? [] : document.diagnostics;
}

describe("values", () => {
  test("are those of YAML 1.2: no is a text, 010 is ten", () =>
    expect(read("a: no\nb: 010\nc: 1..200").value).toEqual({ a: "no", b: 10, c: "1..200" }));
  test("may be JSON, indented with tabs", () =>
    expect(read('{\n\t"a": [1, "x"],\n\t"b": {"c": true}\n}', "s.json").value).toEqual({ a: [1, "x"], b: { c: true } }));
  test("come without x- keys, which may hold anchors for others", () => {
    const text = "x-base: &base { a: 1, b: 2 }\none: { <<: *base, b: 3 }\ntwo: *base\nx-note: hello";
    expect(read(text).value).toEqual({ one: { a: 1, b: 3 }, two: { a: 1, b: 2 } });
  });
  test("of a merged map give way to the map's own, wherever those stand", () => {
    expect(read("x-b: &b { a: 1 }\nm: { a: 2, <<: *b }").value).toEqual({ m: { a: 2 } });
    expect(read("x-b: &b { a: 1, c: 1 }\nx-d: &d { a: 2 }\nm: { <<: [*b, *d] }").value).toEqual({ m: { a: 1, c: 1 } });
  });
});

describe("places", () => {
  const document = read("a:\n  b: [10, { c: 20 }]\n  d:\n");
  const at = (path: (string | number)[], part?: "key" | "value") => document.source.position(document.locate(path, part).start);
  test("of values", () => expect(at(["a", "b", 1, "c"])).toEqual({ line: 2, column: 16 }));
  test("of keys", () => expect(at(["a", "b", 1, "c"], "key")).toEqual({ line: 2, column: 13 }));
  test("of empty values are their keys", () => expect(at(["a", "d"])).toEqual({ line: 3, column: 3 }));
  test("of what is missing are what it is missing from", () => expect(at(["a", "b", 1, "x"])).toEqual({ line: 2, column: 11 }));
  test("at the top, the beginning of the file", () => expect(at(["missing"])).toEqual({ line: 1, column: 1 }));
});

describe("errors", () => {
  test("a key written twice", () =>
    expect(errors("a: 1\nb: 2\na: 3")[0]).toMatchObject({ line: 3, column: 1, message: expect.stringContaining("twice") }));
  test("a tab that indents", () => expect(errors("a:\n\tb: 1")[0]).toMatchObject({ line: 2, fix: "replace the tab by two spaces" }));
  test("several at once", () => expect(errors("a: 1\na: 2\nb: 1\nb: 2")).toHaveLength(2));
  test("an alias to nothing", () => expect(errors("a: *nothing")[0]).toMatchObject({ line: 1 }));
  test("an alias to itself", () => expect(errors("a: &a { b: *a }")[0]).toMatchObject({ message: 'alias "*a" contains itself' }));
  test("a second document", () => expect(errors("a: 1\n---\nb: 2")[0]).toMatchObject({ fix: "remove the `---`" }));
  test("nothing at all", () => expect(errors("# only a comment\n")[0]).toMatchObject({ message: "the file has no content" }));
  test("broken JSON", () => expect(errors('{"a": [1, 2}', "s.json").length).toBeGreaterThan(0));
  test("depth", () => expect(errors(`${"[".repeat(100)}${"]".repeat(100)}`)[0]).toMatchObject({ message: "values are nested too deeply" }));

  test("an alias bomb is stopped early", () => {
    const levels = Array.from({ length: 20 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array.from({ length: 10 }, () => `*l${i}`).join(", ")}]`);
    const found = errors(`l0: &l0 [x, x]\n${levels.join("\n")}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ message: "aliases multiply beyond reason" });
  });
});
