/**
 * What engine/ and models/ must not use, because it differs between machines, Node versions or runs. Two lists of what is ALLOWED,
 * globals and members of Math, so that whatever a new version of the language brings is refused until someone has thought about it.
 */
import ts from "typescript";

/** Built-in names that give the same result everywhere. */
const GLOBALS = new Set(
  `undefined NaN Infinity Object Array Map Set WeakMap Symbol String Number Boolean BigInt JSON Math Promise Proxy Reflect
  Error TypeError RangeError SyntaxError AggregateError isNaN isFinite parseInt parseFloat
  ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array
  Float32Array Float64Array Iterator Generator structuredClone`.split(/\s+/),
);

/** Exact by the language's definition: IEEE 754 requires a correctly rounded square root, the others only move or compare bits. */
const MATH = new Set(
  `abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2`.split(/\s+/),
);

const PORTABLE = "use the function of the same meaning in `portable` (engine/random), which gives the same bits everywhere";
const CLOCK = "simulated time is `simulation.now`; the wall clock is read in bench/ and cli/ only";
const BROWSER = "engine and models run unchanged in a browser; pass the value in";
const LANGUAGE = "the result depends on the machine's language and its ICU version; compare with < and format in reports/";

/** What to use instead. */
const INSTEAD: Record<string, string> = {
  Date: CLOCK,
  performance: CLOCK,
  setTimeout: "schedule an event with `simulation.after`",
  setInterval: "schedule an event with `simulation.after`",
  setImmediate: "schedule an event with `simulation.after(0, ...)`",
  queueMicrotask: "schedule an event with `simulation.after(0, ...)`",
  crypto: "draw from a named stream, `simulation.stream(name)`",
  process: BROWSER,
  require: BROWSER,
  console: "return the finding, or attach a tracer; models print nothing",
  globalThis: "name what you need, so that this check can see it",
  global: "name what you need, so that this check can see it",
  window: "name what you need, so that this check can see it",
  self: "name what you need, so that this check can see it",
  eval: "write the code out, so that this check can see it",
  Function: "write the code out, so that this check can see it",
  Intl: LANGUAGE,
  WeakRef: "what the garbage collector does differs between runs",
  FinalizationRegistry: "what the garbage collector does differs between runs",
  "Math.random": "draw from a named stream, `simulation.stream(name)`",
  "Math.pow": "multiply, or use `portable.pow` (engine/random); Node 20 and 24 differ in the last bit",
};

/** Members that no object may be asked for. */
const MEMBERS: Record<string, string> = {
  toLocaleString: LANGUAGE,
  toLocaleLowerCase: LANGUAGE,
  toLocaleUpperCase: LANGUAGE,
  toLocaleDateString: LANGUAGE,
  toLocaleTimeString: LANGUAGE,
  localeCompare: LANGUAGE,
  constructor: "it is a way round this check to `Function`; name the class",
};

/** Sentences "file:line:column ...", one for each banned use in `files` (path to text); empty when all is well. */
export function banViolations(files: ReadonlyMap<string, string>): string[] {
  const sources = new Map([...files].map(([path, text]) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)]));
  // A program without any library: a name that then resolves to nothing is a global, whatever else in the file has the same name.
  const options: ts.CompilerOptions = {
    noLib: true,
    noResolve: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
  };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getSourceFile: (path) => sources.get(path),
    fileExists: (path) => sources.has(path),
    getCurrentDirectory: () => "",
  };
  const checker = ts.createProgram([...sources.keys()], options, host).getTypeChecker();
  return [...sources].flatMap(([path, source]) => violationsIn(path, source, checker));
}

function violationsIn(path: string, source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const report = (node: ts.Node, what: string, instead: string) => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push(`${path}:${line + 1}:${character + 1} uses ${what}: ${instead}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionWithTypeArguments(node) && ts.isHeritageClause(node.parent) && ts.isClassLike(node.parent.parent)) {
      if (node.parent.token === ts.SyntaxKind.ExtendsKeyword) visit(node.expression); // TypeScript calls it a type; it is a value
      return;
    }
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return; // erased by the compiler
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken) {
      report(node.operatorToken, "**", INSTEAD["Math.pow"]!);
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) {
      report(node.operatorToken, "**=", INSTEAD["Math.pow"]!);
    } else if (ts.isPropertyAccessExpression(node) && Object.hasOwn(MEMBERS, node.name.text) && !makesAnother(node)) {
      report(node.name, `.${node.name.text}`, MEMBERS[node.name.text]!);
    } else if (ts.isStringLiteralLike(node) && ts.isElementAccessExpression(node.parent) && Object.hasOwn(MEMBERS, node.text)) {
      report(node, `["${node.text}"]`, MEMBERS[node.text]!);
    } else if (ts.isBindingElement(node) && Object.hasOwn(MEMBERS, (node.propertyName ?? node.name).getText(source))) {
      const name = (node.propertyName ?? node.name).getText(source);
      report(node, `{ ${name} }`, MEMBERS[name]!);
    } else if (ts.isIdentifier(node) && isGlobalValue(node, checker)) {
      if (node.text === "Math") checkMath(node, report);
      else if (!GLOBALS.has(node.text))
        report(
          node,
          node.text,
          INSTEAD[node.text] ?? "add it to the list in checks/determinism-ban.ts if it gives the same result everywhere",
        );
    } else if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      report(node, "import.meta", BROWSER);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `new (array.constructor as ...)(length)`: another object of the same class, which may be had. */
function makesAnother(node: ts.PropertyAccessExpression): boolean {
  let outer: ts.Node = node.parent;
  while (ts.isAsExpression(outer) || ts.isParenthesizedExpression(outer)) outer = outer.parent;
  return node.name.text === "constructor" && ts.isNewExpression(outer);
}

/** Math.name with an allowed name is fine; any other use (Math["pow"], const { pow } = Math, const M = Math) would hide one that is not. */
function checkMath(math: ts.Identifier, report: (node: ts.Node, what: string, instead: string) => void): void {
  const { parent } = math;
  if (!ts.isPropertyAccessExpression(parent) || parent.expression !== math) {
    report(math, "Math as a value", "write Math.name, so that this check can see which function it is");
  } else if (!MATH.has(parent.name.text)) {
    const name = `Math.${parent.name.text}`;
    report(parent, name, INSTEAD[name] ?? PORTABLE);
  }
}

/** A name in the place of a value that is declared nowhere, neither in the file nor by an import. */
function isGlobalValue(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isQualifiedName(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isImportClause(parent)) return false;
  if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent) === undefined;
  if ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node)
    return false;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  if (ts.isBreakOrContinueStatement(parent) || ts.isLabeledStatement(parent) || ts.isMetaProperty(parent)) return false;
  const symbol = checker.getSymbolAtLocation(node);
  return symbol === undefined || !symbol.declarations?.length;
}
