import type { Ast, ExpressionAst, StatementAst, StatementBlockAst } from '../../parser/index.ts';
import { fail } from '../errors/terminating-error.ts';
import type { Layout } from '../scope/layout.ts';
import { compileAssignment, compileAssignmentValue } from './assignment.ts';
import { compileAttributed } from './attributed.ts';
import { compileBinary } from './binary.ts';
import { compileCast } from './casts.ts';
import type { Evaluate, Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Unit } from './compiled-block.ts';
import { compileIf, compileTernary } from './conditionals.ts';
import { compileData } from './data-statement.ts';
import { compileBreak, compileContinue, compileExit, compileReturn, compileThrow } from './flow.ts';
import { compileFunctionDefinition, compileScriptBlockExpression } from './functions.ts';
import { compileIndex } from './indexing.ts';
import { compileArrayLiteral, compileConstant, compileHashtable, compileTypeExpression } from './literals.ts';
import { compileDo, compileFor, compileForEach, compileWhile } from './loops.ts';
import { compileInvokeMember, compileMember } from './members.ts';
import { compileChain } from './pipeline-chain.ts';
import { compileCommandExpression, compilePipeline, compilePipelineValue } from './pipelines.ts';
import { compileStatements } from './statement-list.ts';
import { compileExpandable } from './strings.ts';
import { captureValue, compileArrayExpression, compileParen, compileSubExpression } from './sub-expressions.ts';
import { compileSwitch } from './switch.ts';
import { compileTry } from './try.ts';
import { compileUnary } from './unary.ts';
import { compileUsing } from './using.ts';
import { compileVariable } from './variables.ts';

/** Compiles the nodes of one block; the one place that knows all kinds of nodes. */
export class BlockCompiler implements Compile {
  readonly layout: Layout;
  readonly unit: Unit;
  readonly inMethod: boolean;
  readonly #loops = new Map<StatementAst, Execute>();

  constructor(layout: Layout, unit: Unit, inMethod: boolean) {
    this.layout = layout;
    this.unit = unit;
    this.inMethod = inMethod;
  }

  expression(ast: ExpressionAst): Evaluate {
    switch (ast.kind) {
      case 'VariableExpressionAst':
        return compileVariable(ast, this);
      case 'ConstantExpressionAst':
        return compileConstant(ast);
      case 'StringConstantExpressionAst': {
        const { value } = ast;
        return () => value;
      }
      case 'ExpandableStringExpressionAst':
        return compileExpandable(ast, this);
      case 'BinaryExpressionAst':
        return compileBinary(ast, this);
      case 'UnaryExpressionAst':
        return compileUnary(ast, this);
      case 'ConvertExpressionAst':
        return compileCast(ast, this);
      case 'AttributedExpressionAst':
        return compileAttributed(ast, this);
      case 'MemberExpressionAst':
        return compileMember(ast, this);
      case 'InvokeMemberExpressionAst':
      case 'BaseCtorInvokeMemberExpressionAst':
        return compileInvokeMember(ast, this);
      case 'IndexExpressionAst':
        return compileIndex(ast, this);
      case 'TypeExpressionAst':
        return compileTypeExpression(ast);
      case 'ArrayLiteralAst':
        return compileArrayLiteral(ast, this);
      case 'ArrayExpressionAst':
        return compileArrayExpression(ast, this);
      case 'HashtableAst':
        return compileHashtable(ast, this);
      case 'ParenExpressionAst':
        return compileParen(ast, this);
      case 'SubExpressionAst':
        return compileSubExpression(ast, this);
      case 'ScriptBlockExpressionAst':
        return compileScriptBlockExpression(ast, this);
      case 'TernaryExpressionAst':
        return compileTernary(ast, this);
      case 'UsingExpressionAst':
        return compileUsing(ast);
      case 'ErrorExpressionAst':
        return this.unsupported(ast, 'an expression that could not be parsed');
    }
  }

  statement(ast: StatementAst): Execute {
    switch (ast.kind) {
      case 'PipelineAst':
        return compilePipeline(ast, this);
      case 'PipelineChainAst':
        return compileChain(ast, this);
      case 'AssignmentStatementAst':
        return compileAssignment(ast, this);
      case 'IfStatementAst':
        return compileIf(ast, this);
      case 'ForEachStatementAst':
        return this.#once(ast, compileForEach);
      case 'ForStatementAst':
        return this.#once(ast, compileFor);
      case 'WhileStatementAst':
        return this.#once(ast, compileWhile);
      case 'DoWhileStatementAst':
      case 'DoUntilStatementAst':
        return this.#once(ast, compileDo);
      case 'SwitchStatementAst':
        return compileSwitch(ast, this);
      case 'TryStatementAst':
        return compileTry(ast, this);
      case 'ReturnStatementAst':
        return compileReturn(ast, this);
      case 'BreakStatementAst':
        return compileBreak(ast, this);
      case 'ContinueStatementAst':
        return compileContinue(ast, this);
      case 'ExitStatementAst':
        return compileExit(ast, this);
      case 'ThrowStatementAst':
        return compileThrow(ast, this);
      case 'FunctionDefinitionAst':
        return compileFunctionDefinition(ast, this);
      case 'DataStatementAst':
        return compileData(ast, this);
      case 'CommandExpressionAst':
        return compileCommandExpression(ast, this);
      case 'CommandAst':
        return compilePipeline(
          { kind: 'PipelineAst', extent: ast.extent, pipelineElements: [ast], background: false },
          this,
        );
      // Types are made when their block starts, using statements before it runs, traps with their block.
      case 'TypeDefinitionAst':
      case 'UsingStatementAst':
      case 'TrapStatementAst':
        return () => undefined;
      case 'ConfigurationDefinitionAst':
        return this.unsupported(ast, 'configuration');
      case 'DynamicKeywordStatementAst':
        return this.unsupported(ast, 'a dynamic keyword');
      case 'BlockStatementAst':
        return this.unsupported(ast, `${ast.keyword.text} blocks of workflows`);
      case 'ErrorStatementAst':
        return this.unsupported(ast, 'a statement that could not be parsed');
    }
  }

  /** Hot code compiles the statements it stands for again; loops in them keep what they know of themselves. */
  #once<T extends StatementAst>(ast: T, compile: (ast: T, c: Compile) => Execute): Execute {
    let run = this.#loops.get(ast);
    if (run === undefined) {
      run = compile(ast, this);
      this.#loops.set(ast, run);
    }
    return run;
  }

  value(ast: StatementAst): Evaluate {
    switch (ast.kind) {
      case 'PipelineAst':
        return compilePipelineValue(ast, this);
      case 'AssignmentStatementAst':
        return compileAssignmentValue(ast, this);
      case 'CommandExpressionAst':
        return ast.redirections.length === 0
          ? this.expression(ast.expression)
          : captureValue(compileCommandExpression(ast, this));
      default:
        return captureValue(this.statement(ast));
    }
  }

  block(ast: StatementBlockAst): Execute {
    return compileStatements(ast, this);
  }

  unsupported(_ast: Ast, what: string): () => never {
    return () => {
      throw fail({
        id: 'NotSupported',
        category: 'NotImplemented',
        exceptionType: 'System.Management.Automation.PSNotSupportedException',
        message: `This engine does not run ${what}.`,
      });
    };
  }
}
