/** The verdict and the tables as Markdown, for pull requests and notes. */
import type { StudyRecord } from "../scenarios/study/record.ts";
import { precisionText } from "./comparison.ts";
import { markdownTable } from "./table.ts";
import { tablesOf } from "./tables-of.ts";
import { verdict } from "./verdict.ts";
import { helpSentences } from "./what-helps.ts";

export function renderMarkdown(record: StudyRecord): string {
  const { headline, details } = verdict(record);
  const sentence = headline.map(({ text, strong }) => (strong ? `**${text}**` : text)).join("");
  const helps = helpSentences(record).map((each) => `- ${each}`);
  return [
    `# ${record.scenario.title}`,
    sentence,
    ...(details.length > 0 ? [details.join(" ")] : []),
    ...(helps.length > 0 ? [helps.join("\n")] : []),
    ...tablesOf(record).flatMap(({ title, table }) => [...(title === "" ? [] : [`## ${title}`]), markdownTable(table)]),
    precisionText(record),
  ]
    .join("\n\n")
    .concat("\n");
}
