import { constantText } from '../ast/constant-text.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { RequiredModule } from '../ast/script-block.ts';
import type { StatementAst } from '../ast/statements.ts';
import { pureExpression } from '../checks/assignments.ts';

const keys: readonly string[] = ['modulename', 'guid', 'moduleversion', 'requiredversion', 'maximumversion'];
const guidPattern = /^(?:[\da-f]{32}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/i;

/**
 * The module that a name or a hash literal asks for (about_Requires, about_Using), or the text of what is wrong with it.
 * The expression must be constant.
 */
export function moduleSpecification(node: ExpressionAst): RequiredModule | string {
  if (node.kind === 'HashtableAst') return fromEntries(node);
  if (node.kind === 'ParenExpressionAst') {
    const inner = node.pipeline.kind === 'PipelineAst' ? pureExpression(node.pipeline) : undefined;
    return inner === undefined ? node.extent.text : moduleSpecification(inner);
  }
  const name = literalText(node);
  if (name === undefined || name === '') return node.extent.text;
  return { name, guid: undefined, version: undefined, requiredVersion: undefined, maximumVersion: undefined };
}

function fromEntries(node: Extract<ExpressionAst, { readonly kind: 'HashtableAst' }>): RequiredModule | string {
  const entries = new Map<string, string>();
  for (const { key, value } of node.keyValuePairs) {
    const word = (literalText(key) ?? key.extent.text).toLowerCase();
    if (!keys.includes(word)) return key.extent.text;
    entries.set(word, statementText(value));
  }
  const name = entries.get('modulename');
  const guid = entries.get('guid');
  const version = entries.get('moduleversion');
  const requiredVersion = entries.get('requiredversion');
  const maximumVersion = entries.get('maximumversion');
  const hasLimits = (version ?? maximumVersion) !== undefined;
  const isWhole = name !== undefined && name !== '' && hasLimits !== (requiredVersion !== undefined);
  const isValid =
    (guid === undefined || guidPattern.test(guid.replace(/^([{(])(.*)[})]$/, '$2'))) &&
    [version, requiredVersion, maximumVersion?.replace(/\.\*$/, '.0')].every(isVersionOrNone);
  return isWhole && isValid ? { name, guid, version, requiredVersion, maximumVersion } : node.extent.text;
}

function isVersionOrNone(text: string | undefined): boolean {
  if (text === undefined) return true;
  return /^\d+(?:\.\d+){1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 0x7fffffff);
}

function literalText(node: ExpressionAst): string | undefined {
  if (node.kind === 'StringConstantExpressionAst') return node.value;
  return node.kind === 'ConstantExpressionAst' ? constantText(node.value) : undefined;
}

function statementText(node: StatementAst): string {
  const expression = node.kind === 'PipelineAst' ? pureExpression(node) : undefined;
  return expression === undefined ? node.extent.text : (literalText(expression) ?? expression.extent.text);
}
