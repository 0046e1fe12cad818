/** How to get the same bytes again: the command that was asked, and the files that it reads. */
import type { StudyRecord } from "../scenarios/study/record.ts";

/** Where the origin of a seed says that it is the command line's. */
const FROM_COMMAND_LINE = "--seed";

/** Quotes a word for a POSIX shell where it needs it. */
const shellWord = (text: string): string => (/^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** A name of a file that begins with a dash is no option. */
const fileWord = (name: string): string => shellWord(name.startsWith("-") ? `./${name}` : name);

/** The words of the command line: what was asked, and every option that changes a result. */
export function commandWords(record: StudyRecord): readonly string[] {
  const { question, scenario, experiment, values } = record;
  const seeded = values.some(({ path, origin }) => path === "experiment.seed" && origin === FROM_COMMAND_LINE);
  return [
    "plimsoll",
    question.kind,
    fileWord(scenario.file),
    ...(question.kind === "run" ? [`--deployment=${shellWord(question.deployment)}`] : []),
    ...(question.kind === "run" && question.tenants !== null ? [`--tenants=${question.tenants}`] : []),
    ...(question.causes ? [] : ["--no-causes"]),
    ...(seeded ? [`--seed=${shellWord(String(experiment.seed))}`] : []),
    "--out=report",
  ];
}

/** To be pasted into a shell, in the folder that has the files. */
export const commandLine = (record: StudyRecord): string => commandWords(record).join(" ");

/** The scenario and what else it reads, by the names under which the command looks for them, with their hashes. */
export const neededFiles = ({ scenario, files }: StudyRecord): readonly { readonly name: string; readonly sha256: string }[] => [
  { name: scenario.file, sha256: scenario.sha256 },
  ...files,
];
