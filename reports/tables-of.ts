/** The tables of a study in their order, the same for terminal and Markdown. */
import type { StudyRecord } from "../scenarios/study/record.ts";
import { appTables, type TitledTable } from "./by-app.ts";
import { comparisonTable } from "./comparison.ts";
import { loadTables, missedLoadsTable, singleLoad } from "./single-load.ts";

/** The one that stands under the verdict has no title. */
export function tablesOf(record: StudyRecord): readonly TitledTable[] {
  const single = singleLoad(record);
  if (single !== undefined) return loadTables(record, single.point);
  const missed = missedLoadsTable(record);
  return [{ title: "", table: comparisonTable(record) }, ...appTables(record), ...(missed === undefined ? [] : [missed])];
}
