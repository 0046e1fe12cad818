/** The last section: the command that was run, what it reads, and what has to come out of it. */
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { renderJson } from "../json.ts";
import { sha256 } from "../manifest.ts";
import { commandLine, neededFiles } from "../recipe.ts";
import { escapeHtml } from "./escape.ts";
import type { Section } from "./parts.ts";

/** A browser makes one line end of CR and LF, unless CR is written as a reference. */
const code = (text: string, className = ""): string =>
  `<code${className === "" ? "" : ` class="${className}"`}>${escapeHtml(text).replaceAll("\r", "&#13;")}</code>`;

export function reproduce(record: StudyRecord): Section {
  const [scenario, ...others] = neededFiles(record);
  const beside =
    others.length === 0
      ? ""
      : ` Beside it the scenario reads ${others.length === 1 ? "a file" : `${others.length} files`}, looked for at ${others.length === 1 ? "this path" : "these paths"} from its folder: ${others.map(({ name }) => code(name)).join(", ")}.`;
  const hashes = [
    [scenario.name, scenario.sha256],
    ...others.map(({ name, sha256: hash }) => [name, hash]),
    ["report/summary.json", sha256(renderJson(record))],
  ];
  const unfinished = record.complete
    ? ""
    : `<p class="note">This study was interrupted: run to its end the command gives more than what is here, and another <code>summary.json</code>.</p>`;
  return {
    id: "reproduce",
    short: "How to reproduce",
    title: "Scenario, and how to reproduce it",
    lead: "The same scenario, options, seed and version give the same bytes on any machine, in any folder, with any number of workers.",
    content: [
      `<p>Save the scenario below as ${code(scenario.name)}.${beside} Run in its folder, with Plimsoll ${escapeHtml(record.plimsoll)} (seed ${escapeHtml(String(record.experiment.seed))}):</p>`,
      `<pre tabindex="0">${code(commandLine(record), "command")}</pre>`,
      unfinished,
      `<p class="note">SHA-256 of what goes in and of what comes out: ${hashes.map(([name, hash]) => `<br>${code(name)} ${code(hash, "hash")}`).join("")}</p>`,
      `<pre tabindex="0">${code(record.scenario.text, "scenario")}</pre>`,
      `<p class="note">An editor may change the end of the file; <code>manifest.json</code> has the text to the byte.</p>`,
    ]
      .filter((part) => part !== "")
      .join("\n"),
  };
}
