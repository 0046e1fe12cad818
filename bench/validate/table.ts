/** Findings as the tables of docs/validation.md. */
import type { Finding, ValidationCase } from "../../engine/testing/validation.ts";
import type { CaseGroup } from "./cases.ts";

const BEGIN = "<!-- written by npm run validate: begin -->";
const END = "<!-- written by npm run validate: end -->";

const number = (value: number): string => (value === 0 ? "0" : String(Number(value.toPrecision(5))));

/** A deviation relative to what was expected; where that is zero, the deviation itself. */
function percent(value: number, expected: number): string {
  if (value === 0) return "0";
  if (expected === 0) return number(value);
  const share = (100 * value) / expected;
  return Math.abs(share) < 0.005 ? "< 0.01 %" : `${share.toFixed(2)} %`;
}

/** One quantity of a case as a row: `| case, quantity | source | expected | simulated | error | interval | verdict |`. */
export function row(finding: Finding, { name, source, agreement }: ValidationCase): string {
  const { quantity, expected, simulated, halfWidth, passes } = finding;
  const allowed =
    agreement.kind === "within"
      ? `within ${percent(agreement.relative, 1)}`
      : `± ${percent(halfWidth, expected)}${agreement.approximation ? `, theory ± ${percent(agreement.approximation, 1)}` : ""}`;
  const cells = [
    `${name}: ${quantity}`,
    source,
    number(expected),
    number(simulated),
    percent(simulated - expected, expected),
    allowed,
    passes ? "ok" : "**FAIL**",
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** First cell of a row: what tells it from all others. */
const subject = (line: string): string => line.slice(2, line.indexOf(" | "));

/** The rows that a page has, by their first cell. */
export const rowsOf = (page: string): Map<string, string> =>
  new Map(
    page
      .split("\n")
      .filter((line) => /^\| (?!case |---)/.test(line))
      .map((line) => [subject(line), line]),
  );

/** The tables of all groups, a section each, of the new findings (by case name) and, for cases that were not run, the rows that there are. */
export function tables(
  groups: readonly CaseGroup[],
  findings: ReadonlyMap<string, readonly Finding[]>,
  existing: ReadonlyMap<string, string> = new Map(),
): string {
  const rowsOfCase = (each: ValidationCase): string[] =>
    findings.get(each.name)?.map((finding) => row(finding, each)) ??
    Object.keys(each.expected()).flatMap((quantity) => existing.get(`${each.name}: ${quantity}`) ?? []);
  return groups
    .map(({ title, cases }) =>
      [
        `## ${title}`,
        "",
        "| case | source of the expectation | expected | simulated | error | 99.9 % interval, or tolerance | |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        ...cases.flatMap(rowsOfCase),
      ].join("\n"),
    )
    .join("\n\n");
}

/** `page` with the text between its markers replaced. @throws Error if it has no markers */
export function replaceTables(page: string, text: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`the page has no lines "${BEGIN}" and "${END}"; put them where the tables belong`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${text}\n\n${page.slice(end)}`;
}
