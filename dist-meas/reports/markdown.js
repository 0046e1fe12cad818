import { comparisonTable, precisionText } from "./comparison.js";
import { markdownTable } from "./table.js";
import { verdict } from "./verdict.js";
export function renderMarkdown(record) {
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
