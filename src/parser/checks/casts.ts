import type { ExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { TypeName } from '../ast/type-names.ts';
import { find } from '../ast/visit.ts';
import type { Extent } from '../source.ts';
import { isReferenceType } from '../types.ts';
import { type CheckContext, check, outer } from './check.ts';

const maxArrayDepth = 200;

function checkDepth(name: TypeName, extent: Extent, { reporter }: CheckContext): void {
  let depth = 0;
  for (let type = name; type.kind === 'ArrayTypeName'; type = type.elementType) depth++;
  if (depth > maxArrayDepth) reporter.error(extent, 'ScriptTooComplicated');
}

/** Arrays of arrays nest 200 deep at most. */
export const typeDepth = check('TypeConstraintAst', (node, context) => checkDepth(node.typeName, node.extent, context));

/** Arrays of arrays nest 200 deep at most, also in type literals. */
export const typeLiteralDepth = check('TypeExpressionAst', (node, context) => {
  checkDepth(node.typeName, node.extent, context);
});

/** [ordered] stands before hash literals only; [ref] is not combined with other casts. */
export const casts = check('ConvertExpressionAst', (node, context) => {
  const { fullName } = node.type.typeName;
  if (fullName.toLowerCase() === 'ordered') {
    if (node.child.kind !== 'HashtableAst') {
      context.reporter.error(node.extent, 'OrderedAttributeOnlyOnHashLiteralNode', fullName);
    }
    return;
  }
  if (!isReferenceType(node.type.typeName)) return;
  if (!checkRepeated(node.child, context)) checkOuter(node, context);
});

/** Reports [ref] inside [ref]. */
function checkRepeated(child: ExpressionAst, { reporter }: CheckContext): boolean {
  let repeated = false;
  let inner = child;
  while (inner.kind === 'ConvertExpressionAst' || inner.kind === 'AttributedExpressionAst') {
    if (inner.kind === 'ConvertExpressionAst' && isReferenceType(inner.type.typeName)) {
      repeated = true;
      reporter.error(inner.type.extent, 'ReferenceNeedsToBeByItselfInTypeSequence');
    }
    inner = inner.child;
  }
  return repeated;
}

/** Reports [ref] behind another cast, except where something is assigned: there it is reported otherwise. */
function checkOuter(node: Extract<Ast, { readonly kind: 'ConvertExpressionAst' }>, context: CheckContext): void {
  const parent = outer(context);
  if (parent?.kind !== 'ConvertExpressionAst' || isReferenceType(parent.type.typeName)) return;
  for (const above of context.around.slice(0, -1).reverse()) {
    if (above.kind === 'AssignmentStatementAst') {
      if (find(above.left, (other) => other === node, true) !== undefined) return;
      break;
    }
    if (above.kind === 'CommandExpressionAst') break;
  }
  context.reporter.error(node.type.extent, 'ReferenceNeedsToBeLastTypeInTypeConversion');
}
