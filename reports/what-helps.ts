/** By how much single changes would move a load line, in a sentence. */
import type { LoadLine, StudyRecord } from "../scenarios/study/record.ts";
import { list, percentText, standings } from "./standings.ts";

type Help = LoadLine["whatHelps"][number];

/** "320 (320 to 325, +77 %)": the line with a change, against the one without. */
function lineWith({ tenants, atMost, endOfRange }: Help, without: number): string {
  const interval = endOfRange || atMost === null || atMost === tenants ? "" : `${tenants} to ${atMost}`;
  const inside = [interval, without === 0 ? "" : percentText(tenants / without - 1)].filter((part) => part !== "").join(", ");
  return `${endOfRange ? `at least ${tenants}` : tenants}${inside === "" ? "" : ` (${inside})`}`;
}

/** One sentence a deployment: "What would help containers: twice the memory 320 (320 to 325, +77 %); twice the cores changes nothing." */
export function helpSentences(record: StudyRecord): readonly string[] {
  return standings(record).flatMap(({ name, low, deployment }) => {
    const changes = deployment.loadLine?.whatHelps ?? [];
    if (changes.length === 0) return [];
    const moves = changes.filter(({ tenants }) => tenants !== low).map((help) => `${help.change} ${lineWith(help, low)}`);
    const stays = changes.filter(({ tenants }) => tenants === low).map(({ change }) => change);
    if (moves.length === 0) return [`What would help ${name}: none of ${list(stays)} moves the line.`];
    const rest = stays.length === 0 ? "" : `; ${list(stays)} ${stays.length === 1 ? "changes" : "change"} nothing`;
    return [`What would help ${name}: ${moves.join(", ")}${rest}.`];
  });
}
