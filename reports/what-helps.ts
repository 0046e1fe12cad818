/** By how much single changes would move a load line, in a sentence. */
import type { LoadLine, StudyRecord } from "../scenarios/study/record.ts";
import { list, percentText, standings } from "./standings.ts";

type Help = LoadLine["whatHelps"][number];

/** "320 (320 to 325, +77 %)": the line with a change. Where four times the load was carried, no more was tried. */
function lineWith({ tenants, atMost, endOfRange, relative }: Help): string {
  const open = endOfRange || atMost === null;
  const interval = open || atMost === tenants ? "" : `${tenants} to ${atMost}`;
  const inside = [interval, relative === null ? "" : percentText(relative)].filter((part) => part !== "").join(", ");
  return `${open ? `at least ${tenants}` : tenants}${inside === "" ? "" : ` (${inside})`}`;
}

/** One sentence a deployment: "What would help containers: twice the memory 320 (320 to 325, +77 %); twice the cores changes nothing." */
export function helpSentences(record: StudyRecord): readonly string[] {
  return standings(record).flatMap(({ name, deployment }) => {
    const changes = deployment.loadLine?.whatHelps ?? [];
    if (changes.length === 0) return [];
    const moves = changes.filter(({ relative }) => relative !== 0).map((help) => `${help.change} ${lineWith(help)}`);
    const stays = changes.filter(({ relative }) => relative === 0).map(({ change }) => change);
    if (moves.length === 0) return [`What would help ${name}: none of ${list(stays)} moves the line.`];
    const rest = stays.length === 0 ? "" : `; ${list(stays)} ${stays.length === 1 ? "changes" : "change"} nothing`;
    return [`What would help ${name}: ${moves.join(", ")}${rest}.`];
  });
}
