/** By how much one change each would move the load line: a drawing a deployment, the most helpful change first. */
import type { DeploymentRecord, LoadLine, StudyRecord } from "../../scenarios/study/record.ts";
import { formatCount } from "../format.ts";
import { displayName } from "../select.ts";
import { percentText } from "../standings.ts";
import { RESOURCE_WORDS } from "../details.ts";
import { type Chart, type Size, type Spec, textWidth } from "./chart.ts";
import { Drawing, gridOf } from "./drawing.ts";
import { identityOf } from "./identity.ts";
import { shortDeployments, shortName } from "./names.ts";
import { linearScale } from "./scale.ts";
import { css } from "./theme.ts";

type Help = LoadLine["whatHelps"][number];

interface Panel {
  readonly deployment: DeploymentRecord;
  readonly line: LoadLine;
  readonly helps: readonly Help[];
}

const panelsOf = (record: StudyRecord): readonly Panel[] =>
  record.deployments.flatMap((deployment): Panel[] => {
    const line = deployment.loadLine;
    if (line === null || line.whatHelps.length === 0) return [];
    return [{ deployment, line, helps: line.whatHelps }];
  });

const HEAD = 54; // [px]
const ROW = 33;
const BAR = 9;
const LEAST = { wide: 300, narrow: 300 } as const;

/** It moves the line by less than can be told. */
const tells = ({ relative }: Help): boolean => relative !== 0;

/** "203 (+12 %)", "at least 400 (+121 %)", "87 (no difference)" */
function movedText(help: Help): string {
  const reached = help.endOfRange || help.atMost === null ? `at least ${formatCount(help.tenants)}` : formatCount(help.tenants);
  if (!tells(help)) return `${reached} (no difference)`;
  return help.relative === null ? reached : `${reached} (${percentText(help.relative)})`;
}

function spec(record: StudyRecord, panels: readonly Panel[], size: Size): Spec {
  const drawing = new Drawing(size);
  const grid = gridOf(panels.length, size.width - 2, LEAST[size.name], 30);
  const nameOf = shortDeployments(record, Math.floor(grid.width / textWidth("n")));
  let top = 0;
  for (let row = 0; row < grid.rows; row++) {
    const inRow = panels.map((panel, index) => ({ panel, index })).filter(({ index }) => grid.row(index) === row);
    for (const { panel, index } of inRow) drawPanel(drawing, record, panel, { x: grid.left(index), y: top, width: grid.width, nameOf });
    top += HEAD + ROW * Math.max(...inRow.map(({ panel }) => panel.helps.length)) + 16;
  }
  return drawing.spec(top);
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly nameOf: (deployment: DeploymentRecord) => string;
}

function drawPanel(drawing: Drawing, record: StudyRecord, { deployment, line, helps }: Panel, { x, y: top, width, nameOf }: Frame): void {
  const { colour } = identityOf(record, deployment.name);
  // Each has a scale of its own: what matters is how far its line moves.
  const most = Math.max(1, line.tenants, ...helps.map(({ tenants, atMost }) => Math.max(tenants, atMost ?? 0)));
  const scale = linearScale(most, [x, x + width]);
  const present = scale.place(line.tenants);
  drawing.text({ x, y: top + 10 }, nameOf(deployment), { weight: 600 });
  drawing.text({ x, y: top + 28 }, `now ${formatCount(line.tenants)}`, { size: 12, colour: css("--page-muted") });
  for (const [index, help] of helps.entries()) {
    const y = top + HEAD + ROW * index;
    const moved = movedText(help);
    const strong = tells(help);
    const look = { size: 12, ...(strong ? { weight: 600 } : { colour: css("--page-muted") }) };
    const room = Math.floor((width - textWidth(moved, 12) * 1.06 - 8) / textWidth("n", 12));
    drawing.text({ x, y }, shortName(help.change, room), look);
    drawing.text({ x: x + width, y }, moved, { ...look, align: "right" });
    const bar = { y: y + 10, y2: y + 10 + BAR };
    const end = scale.place(help.tenants);
    drawing.bar({ x, x2: Math.min(present, end), ...bar }, css("--page-muted"), 0.35);
    if (end > present) drawing.bar({ x: present, x2: end, ...bar }, colour);
    drawing.rule({ x: present, y: bar.y - 2 }, { x: present, y: bar.y2 + 2 }, { colour: css("--page-ink"), width: 1.5 });
    const furthest = scale.place(Math.max(help.tenants, help.atMost ?? 0));
    if (furthest > end) drawing.bar({ x: Math.max(end, present), x2: Math.max(furthest, present), ...bar }, colour, 0.32);
  }
}

export function whatHelpsChart(record: StudyRecord): Chart | undefined {
  const panels = panelsOf(record);
  if (panels.length === 0) return undefined;
  const words = panels.map(({ deployment, helps: [first] }) => `${displayName(deployment).text}: ${first.change}, ${movedText(first)}`);
  return {
    id: "what-helps",
    title: "What would help",
    description: `Bars from the present load line to the one with a change, ranked. Most helpful: ${words.join("; ")}.`,
    legend: [],
    spec: (size) => spec(record, panels, size),
    table: {
      columns: [
        { title: "deployment", align: "left" },
        { title: "change", align: "left" },
        { title: "of", align: "left" },
        { title: "line now", align: "right" },
        { title: "line then", align: "right" },
        { title: "at most", align: "right" },
      ],
      rows: panels.flatMap(({ deployment, line, helps }) =>
        helps.map((help) => [
          displayName(deployment).text,
          help.change,
          RESOURCE_WORDS[help.resource],
          formatCount(line.tenants),
          movedText(help),
          help.atMost === null ? "–" : formatCount(help.atMost),
        ]),
      ),
    },
  };
}
