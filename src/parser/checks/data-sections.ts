import type { Ast, AstKind } from '../ast/index.ts';
import type { CommandAst, DataStatementAst } from '../ast/statements.ts';
import { visit } from '../ast/visit.ts';
import type { ErrorId } from '../diagnostics.ts';
import type { Reporter } from '../reporter.ts';
import { TokenFlags, type TokenKind, tokenTraits } from '../tokens/token-kinds.ts';
import { isSimpleName, type TypeCatalogue } from '../types.ts';
import { check } from './check.ts';

/** What restricted language allows besides constants (about_Data_Sections, about_Data_Files). */
export interface RestrictedRules {
  /** Commands that may be called; undefined allows all. */
  readonly commands: readonly string[] | undefined;
  /** Variables that may be read besides the usual ones; `*` allows all. */
  readonly variables: readonly string[];
  readonly environment: boolean;
}

const usualVariables: readonly string[] = ['PSCulture', 'PSUICulture', 'true', 'false', 'null'];

/** Kinds of nodes that restricted language never has, and the error that each is. */
const forbidden: Partial<Record<AstKind, ErrorId>> = {
  ScriptBlockAst: 'ScriptBlockNotSupportedInDataSection',
  ParamBlockAst: 'ParameterDeclarationNotSupportedInDataSection',
  AttributeAst: 'AttributeNotSupportedInDataSection',
  FunctionDefinitionAst: 'FunctionDeclarationNotSupportedInDataSection',
  TrapStatementAst: 'TrapStatementNotSupportedInDataSection',
  SwitchStatementAst: 'SwitchStatementNotSupportedInDataSection',
  DataStatementAst: 'DataSectionStatementNotSupportedInDataSection',
  ForEachStatementAst: 'ForeachStatementNotSupportedInDataSection',
  DoWhileStatementAst: 'DoWhileStatementNotSupportedInDataSection',
  DoUntilStatementAst: 'DoWhileStatementNotSupportedInDataSection',
  ForStatementAst: 'ForWhileStatementNotSupportedInDataSection',
  WhileStatementAst: 'ForWhileStatementNotSupportedInDataSection',
  TryStatementAst: 'TryStatementNotSupportedInDataSection',
  BreakStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  ContinueStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  ReturnStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  ExitStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  ThrowStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  AssignmentStatementAst: 'AssignmentStatementNotSupportedInDataSection',
  MergingRedirectionAst: 'RedirectionNotSupportedInDataSection',
  FileRedirectionAst: 'RedirectionNotSupportedInDataSection',
  MemberExpressionAst: 'PropertyReferenceNotSupportedInDataSection',
  InvokeMemberExpressionAst: 'MethodCallNotSupportedInDataSection',
  IndexExpressionAst: 'ArrayReferenceNotSupportedInDataSection',
  AttributedExpressionAst: 'AttributeNotSupportedInDataSection',
  BlockStatementAst: 'ParallelAndSequenceBlockNotSupportedInDataSection',
  ScriptBlockExpressionAst: 'ScriptBlockNotSupportedInDataSection',
};

/** Reports everything at and below a node that restricted language does not allow. */
export function checkRestricted(
  root: Ast,
  rules: RestrictedRules,
  reporter: Reporter,
  types: TypeCatalogue | undefined,
): void {
  visit(root, (node) => {
    const id = forbidden[node.kind];
    if (id !== undefined) reporter.error(node.extent, id);
    else checkNode(node, rules, reporter, types);
    return 'continue';
  });
}

function checkNode(node: Ast, rules: RestrictedRules, reporter: Reporter, types: TypeCatalogue | undefined): void {
  switch (node.kind) {
    case 'CommandAst':
      checkCommand(node, rules, reporter);
      return;
    case 'BinaryExpressionAst':
      if (!isAllowed(node.operator)) reportOperator(node.errorPosition, node.operator, reporter);
      return;
    case 'UnaryExpressionAst':
      if (!isAllowed(node.tokenKind)) reportOperator(node.extent, node.tokenKind, reporter);
      return;
    case 'VariableExpressionAst': {
      const { userPath, driveName } = node.variablePath;
      const allowed = [...usualVariables, ...rules.variables];
      if (rules.variables.includes('*') || allowed.some((name) => name.toLowerCase() === userPath.toLowerCase()))
        return;
      if (rules.environment && driveName?.toLowerCase() === 'env') return;
      const shown = allowed.map((name) => `$${name}`).join(', ');
      reporter.error(node.extent, 'VariableReferenceNotSupportedInDataSection', shown);
      return;
    }
    case 'TypeConstraintAst':
    case 'TypeExpressionAst': {
      const element = node.typeName.kind === 'ArrayTypeName' ? node.typeName.elementType : node.typeName;
      const isSimple = types === undefined ? isSimpleName(element) : types.resolve(element, 'type', [])?.isSimple;
      if (isSimple === true) return;
      reporter.error(node.extent, 'TypeNotAllowedInDataSection', node.typeName.fullName);
      return;
    }
    default:
  }
}

function isAllowed(operator: TokenKind): boolean {
  return (tokenTraits[operator].flags & TokenFlags.DisallowedInRestrictedMode) === 0;
}

function reportOperator(extent: Ast['extent'], operator: TokenKind, reporter: Reporter): void {
  reporter.error(extent, 'OperatorNotSupportedInDataSection', tokenTraits[operator].text);
}

function checkCommand(node: CommandAst, { commands }: RestrictedRules, reporter: Reporter): void {
  if (node.invocationOperator === 'Dot') {
    reporter.error(node.extent, 'DotSourcingNotSupportedInDataSection');
    return;
  }
  if (commands === undefined) return;
  const first = node.commandElements[0];
  const name = first?.kind === 'StringConstantExpressionAst' ? first.value : undefined;
  if (name === undefined && node.invocationOperator === 'Ampersand') {
    reporter.error(node.extent, 'OperatorNotSupportedInDataSection', '&');
  } else if (name === undefined || !commands.some((command) => command.toLowerCase() === name.toLowerCase())) {
    reporter.error(node.extent, 'CmdletNotInAllowedListForDataSection', name ?? node.extent.text);
  }
}

function allowedCommands({ commandsAllowed }: DataStatementAst): readonly string[] | undefined {
  const names: string[] = ['ConvertFrom-StringData'];
  for (const command of commandsAllowed) {
    if (command.kind !== 'StringConstantExpressionAst') return undefined;
    names.push(command.value);
  }
  return names;
}

/** A data section holds restricted language. */
export const dataSections = check('DataStatementAst', (node, { reporter, types }) => {
  const rules = { commands: allowedCommands(node), variables: [], environment: false };
  checkRestricted(node.body, rules, reporter, types);
});
