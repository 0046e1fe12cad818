/** `--check`: one load as a test. */
import { checkSentence, overloaded } from "../../reports/check.ts";
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";

/** Exit code of a single load; anything but 0 is said with its reason. */
export function judge(record: StudyRecord, terminal: Terminal): ExitCode {
  const code = codeOf(record);
  if (code !== EXIT.ok) terminal.say(`check failed: ${checkSentence(record)}\n`);
  return code;
}

function codeOf({ deployments: [{ refused, points, excluded }] }: StudyRecord): ExitCode {
  const [point] = points;
  if (refused !== undefined || excluded.length > 0) return EXIT.objective;
  if (point === undefined) throw new Error("a run without a result was judged");
  switch (point.verdict) {
    case "met":
      return EXIT.ok;
    case "undecided":
    case "unsettled":
      return EXIT.precision;
    case "missed":
      return overloaded(point) ? EXIT.unstable : EXIT.objective;
  }
}
