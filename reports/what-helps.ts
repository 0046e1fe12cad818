/** By how much single changes would move a load line, in a sentence. */
import type { LoadLine, StudyRecord } from "../scenarios/study/record.ts";
import { percentText, standings } from "./standings.ts";

type Help = LoadLine["whatHelps"][number];

/** "320 (320 to 325, +77 %)", "181 (no change)": a load line with one change, against the one without. */
export function helpText({ tenants, atMost, endOfRange }: Help, without: number): string {
  const number = endOfRange ? `at least ${tenants}` : String(tenants);
  const interval = endOfRange || atMost === null || atMost === tenants ? "" : `${tenants} to ${atMost}`;
  const change = without === 0 || tenants === without ? (tenants === without ? "no change" : "") : percentText(tenants / without - 1);
  const inside = [interval, change].filter((part) => part !== "").join(", ");
  return inside === "" ? number : `${number} (${inside})`;
}

/** One sentence a deployment: "What would help containers: twice the memory 320 (+77 %), twice the cores 181 (no change)." */
export function helpSentences(record: StudyRecord): readonly string[] {
  return standings(record).flatMap(({ name, low, deployment }) => {
    const changes = deployment.loadLine?.whatHelps ?? [];
    if (changes.length === 0) return [];
    return [`What would help ${name}: ${changes.map((help) => `${help.change} ${helpText(help, low)}`).join(", ")}.`];
  });
}
