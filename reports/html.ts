/** report.html: one file that works offline and without scripts. */
import type { StudyRecord } from "../scenarios/study/record.ts";
import { verdict } from "./verdict.ts";

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

export async function renderHtml(record: StudyRecord): Promise<string> {
  return `<!doctype html><meta charset="utf-8"><title>${escape(record.scenario.title)}</title><p>${escape(verdict(record).text)}</p>\n`;
}
