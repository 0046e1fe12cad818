/** What was compared, as a table for people, and the judgement. */

export interface Row {
  readonly name: string;
  readonly workers?: number;
  /** One sha256 per file, or why there is none. */
  readonly outcome: readonly string[] | { readonly skipped: string } | { readonly failed: string };
}

const OK = "same";

/** Compares every row with the first. `good`: nothing failed or differs, and at least two runs could be compared. */
export function judge(rows: readonly Row[], files: readonly string[]): { readonly text: string; readonly good: boolean } {
  const reference = rows[0]?.outcome;
  const expected = reference !== undefined && "join" in reference ? reference.join() : undefined;
  const cells = rows.map(({ name, workers = "", outcome }) => {
    if ("skipped" in outcome) return [name, `${workers}`, ...files.map(() => ""), `skipped: ${outcome.skipped}`];
    if ("failed" in outcome) return [name, `${workers}`, ...files.map(() => ""), `FAILED: ${outcome.failed}`];
    return [name, `${workers}`, ...outcome.map((sum) => sum.slice(0, 16)), outcome.join() === expected ? OK : "DIFFERENT"];
  });
  const table = [["runtime", "workers", ...files, "against the first"], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
  const same = cells.filter((row) => row.at(-1) === OK).length;
  const skipped = rows.filter(({ outcome }) => "skipped" in outcome).length;
  const bad = rows.length - same - skipped;
  const summary = `${same} runs gave the same bytes, ${bad} did not, ${skipped} skipped`;
  return { text: `${lines.join("\n")}\n\n${summary}\n`, good: bad === 0 && same >= 2 };
}
