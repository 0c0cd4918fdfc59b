import { constantText } from '../ast/constant-text.ts';
import { before } from '../source.ts';
import { check } from './check.ts';

/** `switch -parallel` does not exist. */
export const switchParameters = check('SwitchStatementAst', (node, { reporter }) => {
  if (node.flags.includes('Parallel')) {
    reporter.error(node.extent, 'KeywordParameterReservedForFutureUse', 'switch', 'parallel');
  }
});

/** `foreach -parallel` and its throttle limit do not exist. */
export const foreachParameters = check('ForEachStatementAst', (node, { reporter }) => {
  const isParallel = node.flags === 'Parallel';
  if (isParallel) reporter.error(node.extent, 'KeywordParameterReservedForFutureUse', 'foreach', 'parallel');
  if (node.throttleLimit === undefined) return;
  reporter.error(node.extent, 'KeywordParameterReservedForFutureUse', 'foreach', 'throttlelimit');
  if (!isParallel) reporter.error(node.extent, 'ThrottleLimitRequiresParallelFlag');
});

/** The catch block without types comes last, and no exception is caught twice. */
export const catchOrder = check('TryStatementAst', (node, { reporter, types, namespaces }) => {
  const { catchClauses } = node;
  const resolved = catchClauses.map(({ catchTypes }) =>
    catchTypes.map(({ extent, typeName }) => ({ extent, type: types?.resolve(typeName, 'type', namespaces) })),
  );
  for (const [i, first] of catchClauses.entries()) {
    for (const [j, second] of catchClauses.entries()) {
      if (j <= i) continue;
      if (first.catchTypes.length === 0) {
        reporter.error(before(second.extent), 'EmptyCatchNotLast');
        break;
      }
      for (const { type } of resolved[i] ?? []) {
        for (const { extent, type: later } of resolved[j] ?? []) {
          if (type === undefined || later === undefined) continue;
          if (type.fullName === later.fullName || later.isSubclassOf(type)) {
            reporter.error(extent, 'ExceptionTypeAlreadyCaught', later.fullName);
          }
        }
      }
    }
  }
});

/** `parallel` and `sequence` blocks stand in workflows only, and those do not exist. */
export const workflowBlocks = check('BlockStatementAst', (node, { reporter }) => {
  reporter.error(node.keyword.extent, 'UnexpectedKeyword', node.keyword.text);
});

const namespacePattern =
  /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}\p{Cf}_]*(?:\.[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}\p{Cf}_]*)*$/u;
const usingKinds: readonly string[] = ['Namespace', 'Assembly', 'Module'];

/** Only namespaces, assemblies and modules can be used, and without an alias. */
export const usingStatements = check('UsingStatementAst', (node, { reporter }) => {
  if (!usingKinds.includes(node.usingStatementKind) || node.alias !== undefined) {
    reporter.error(node.extent, 'UsingStatementNotSupported');
  }
  if (node.usingStatementKind !== 'Namespace' || node.name === undefined) return;
  if (!namespacePattern.test(node.name.value)) reporter.error(node.name.extent, 'InvalidNamespaceValue');
});

/** No key stands twice in a hash literal. */
export const hashKeys = check('HashtableAst', (node, { reporter }) => {
  const seen = new Set<string>();
  for (const { key } of node.keyValuePairs) {
    if (key.kind !== 'StringConstantExpressionAst' && key.kind !== 'ConstantExpressionAst') continue;
    const text = key.kind === 'ConstantExpressionAst' ? constantText(key.value) : key.value;
    const folded = text.toLowerCase();
    if (seen.has(folded)) reporter.error(key.extent, 'DuplicateKeyInHashLiteral', text);
    seen.add(folded);
  }
});
