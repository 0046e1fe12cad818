/** The machines of a record in words: each deployment is said to run on its own. */
import type { DeploymentRecord, HostDescription, StudyRecord } from "../scenarios/study/record.ts";
import { formatBytes } from "./format.ts";

/** "a Raspberry Pi 4", "an x86 server" */
function withArticle(label: string): string {
  if (/^(an?|the|this|one|two) /i.test(label)) return label;
  const vowelSound = /^([aeio]|8|11|18|x\d|[FHLMNRSX](?=[A-Z\d]))/;
  return `${vowelSound.test(label) || vowelSound.test(label.charAt(0).toLowerCase()) ? "an" : "a"} ${label}`;
}

export const hostsOf = (record: StudyRecord, { hosts }: DeploymentRecord): readonly HostDescription[] =>
  record.hosts.filter(({ name }) => hosts.includes(name));

/** All deployments run on the same machines: one name stands for all. */
export const shareMachines = ({ deployments }: StudyRecord): boolean =>
  deployments.every(({ hosts }) => hosts.join("\n") === deployments[0].hosts.join("\n"));

/** "a Raspberry Pi 4 Model B, 4 GB", "3 hosts (Small x86 server)", "2 hosts (Raspberry Pi 5, 8 GB; Small x86 server)" */
export function machineText(hosts: readonly HostDescription[]): string {
  const labels = [...new Set(hosts.map(({ label }) => label))];
  return hosts.length === 1 ? withArticle(labels[0]) : `${hosts.length} hosts (${labels.join("; ")})`;
}

/** The same in a table or beside a list: "Raspberry Pi 4 Model B, 4 GB" */
export const machineLabel = (hosts: readonly HostDescription[]): string => (hosts.length === 1 ? hosts[0].label : machineText(hosts));

function sizeText({ label, cores, memory, swap }: HostDescription): string {
  const swapText = swap > 0 ? `${formatBytes(swap)} swap` : "no swap";
  return `${label}: ${cores} ${cores === 1 ? "core" : "cores"}, ${formatBytes(memory)} memory, ${swapText}`;
}

/** Each machine with its size. */
export function machineSizes({ hosts }: StudyRecord): string {
  const counts = new Map<string, number>();
  for (const host of hosts) counts.set(sizeText(host), (counts.get(sizeText(host)) ?? 0) + 1);
  return [...counts].map(([text, count]) => (count === 1 ? text : `${count} × ${text}`)).join("; ");
}
