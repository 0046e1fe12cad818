/** Which folder may import what. The order is the plan of the house: each may import those to its left, never to its right. */
import { posix } from "node:path";
import ts from "typescript";

export const LAYERS = ["engine", "models", "scenarios", "reports", "cli", "bench", "checks"] as const;
export type Layer = (typeof LAYERS)[number];

/** Packages that the shipped code of a folder may import; the names end the question "who else uses this library?". */
const PACKAGES: Record<Layer, readonly string[] | "any"> = {
  engine: ["seedrandom", "simple-statistics", "@stdlib/"],
  models: ["simple-statistics"],
  scenarios: ["node:", "yaml", "zod", "tinypool"],
  reports: ["node:", "zod", "vega", "vega-lite", "csv-stringify", "picocolors"],
  cli: ["node:", "commander", "picocolors"],
  bench: "any",
  checks: "any",
};

/** What a folder should do instead of importing the one to its right. */
const FIX: Record<Layer, string> = {
  engine: "the engine knows nothing of what it simulates; pass a callback or a number in",
  models: "models take plain read-only specs; pass the spec in",
  scenarios: "a study returns a record; let the caller render it",
  reports: "reports render a record; put what they need into the record",
  cli: "only benches and checks come after the command line",
  bench: "move what both need to the folder of the product that it is about",
  checks: "",
};

const layerOf = (path: string): Layer | undefined => LAYERS.find((layer) => path.startsWith(`${layer}/`));
const isTest = (path: string) => /\.test\.m?ts$/.test(path) || path.includes("/testing/");

/** The specifiers of every import of a file: static, dynamic, re-exported, type-only, and `new URL("...", import.meta.url)`. */
export function importsOf(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      found.push(node.moduleSpecifier.text);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push(node.argument.literal.text);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      // A computed specifier can't be checked, so it counts as one that nobody may use.
      found.push(argument && ts.isStringLiteralLike(argument) ? argument.text : "(computed)");
    } else if (ts.isNewExpression(node) && node.expression.getText() === "URL" && node.arguments?.[1]?.getText() === "import.meta.url") {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument) && /\.m?[jt]s$/.test(argument.text)) {
        found.push(argument.text.startsWith(".") ? argument.text : `./${argument.text}`); // a URL is relative without saying so
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  return found;
}

/** Sentences, one for each of the imports of `path` that breaks the plan; empty when all is well. */
export function layerViolations(path: string, imports: readonly string[]): string[] {
  const layer = layerOf(path);
  if (layer === undefined) return [`${path} lies in none of ${LAYERS.join(", ")}; move it or extend the plan in checks/layers.ts`];
  return imports.flatMap((specifier) => {
    const problem = specifier.startsWith(".") ? wrongFile(path, layer, specifier) : wrongPackage(path, layer, specifier);
    return problem === undefined ? [] : [`${path} imports ${specifier}: ${problem}`];
  });
}

function wrongFile(path: string, layer: Layer, specifier: string): string | undefined {
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  if (target === "package.json" || target.startsWith("dist/")) return layer === "engine" || layer === "models" ? "pass it in" : undefined;
  const targetLayer = layerOf(target);
  if (targetLayer === undefined) return "it lies outside every folder of the plan";
  if (LAYERS.indexOf(targetLayer) > LAYERS.indexOf(layer)) {
    const allowed = LAYERS.slice(0, LAYERS.indexOf(layer));
    return `${layer} may import ${allowed.length === 0 ? "nothing but itself" : `${allowed.join(", ")} only`}; ${FIX[layer]}`;
  }
  const isShipped = !isTest(path) && LAYERS.indexOf(layer) < LAYERS.indexOf("bench");
  if (isTest(target) && isShipped) return "shipped code must not lean on a test; move what both need to a file of its own";
  return undefined;
}

function wrongPackage(path: string, layer: Layer, specifier: string): string | undefined {
  const allowed = PACKAGES[layer];
  if (isTest(path) || allowed === "any") return undefined;
  if (specifier === "(computed)") return "a computed import can't be checked; write the name out";
  const matches = (name: string) =>
    /[:/]$/.test(name) ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`);
  if (allowed.some(matches)) return undefined;
  if (specifier.startsWith("node:")) return `${layer} runs unchanged in a browser; pass in what Node would have given`;
  return `${layer} may use ${allowed.join(", ")} only; do it elsewhere, or add the package in checks/layers.ts with the reason in the commit`;
}
