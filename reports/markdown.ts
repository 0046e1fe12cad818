/** The verdict and the table as Markdown, for pull requests and notes. */
import type { StudyRecord } from "../scenarios/study/record.ts";
import { comparisonTable, precisionText } from "./comparison.ts";
import { markdownTable } from "./table.ts";
import { verdict } from "./verdict.ts";

export function renderMarkdown(record: StudyRecord): string {
  const { headline, details } = verdict(record);
  const sentence = headline.map(({ text, strong }) => (strong ? `**${text}**` : text)).join("");
  return [
    `# ${record.scenario.title}`,
    sentence,
    ...(details.length > 0 ? [details.join(" ")] : []),
    markdownTable(comparisonTable(record)),
    precisionText(record),
  ]
    .join("\n\n")
    .concat("\n");
}
