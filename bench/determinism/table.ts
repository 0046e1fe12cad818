/** What was compared, as a table for people, and the judgement. */

export interface Row {
  readonly name: string;
  readonly workers?: number;
  /** One hash per thing compared, or why there is none. */
  readonly outcome: readonly string[] | { readonly skipped: string } | { readonly failed: string };
}

const OK = "same";

/** Compares every row with the first; columns that nobody fills are left out. `good`: nothing failed or differs, and at least two runs could be compared. */
export function judge(rows: readonly Row[], compared: readonly string[]): { readonly text: string; readonly good: boolean } {
  const reference = rows[0]?.outcome;
  const expected = reference !== undefined && "join" in reference ? reference.join() : undefined;
  const cells = rows.map(({ name, workers = "", outcome }) => {
    if ("skipped" in outcome) return [name, `${workers}`, ...compared.map(() => ""), `skipped: ${outcome.skipped}`];
    if ("failed" in outcome) return [name, `${workers}`, ...compared.map(() => ""), `FAILED: ${outcome.failed}`];
    return [name, `${workers}`, ...outcome.map((sum) => sum.slice(0, 16)), outcome.join() === expected ? OK : "DIFFERENT"];
  });
  const all = [["runtime", "workers", ...compared, "against the first"], ...cells];
  const filled = all[0].map((_, column) => cells.some((row) => row[column] !== ""));
  const table = all.map((row) => row.filter((_, column) => filled[column]));
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
  const summary = `${same} gave the same bytes, ${bad} did not, ${skipped} skipped`;
  return { text: `${lines.join("\n")}\n\n${summary}\n`, good: bad === 0 && same >= 2 };
}
