import { childrenOf } from '../ast/child-keys.ts';
import type { FunctionDefinitionAst } from '../ast/definitions.ts';
import type { ExpressionAst, VariableExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type {
  AssignmentStatementAst,
  IfStatementAst,
  StatementBlockAst,
  SwitchStatementAst,
  TryStatementAst,
} from '../ast/statements.ts';
import { find } from '../ast/visit.ts';
import { pureExpression } from './assignments.ts';
import { isConstantVariable } from './constants.ts';

/** What following the ways through a method has shown. */
export interface MethodFlow {
  /** Whether each way ends in return, throw or exit. */
  readonly returns: boolean;
  /** Variables read where they may not have been assigned. */
  readonly unassigned: readonly VariableExpressionAst[];
}

/** Names assigned on every way to a point; undefined where no way leads. */
type Names = ReadonlySet<string> | undefined;

interface Loop {
  readonly label: string;
  readonly breaks: Names[];
  readonly continues: Names[];
}

/** Variables that every method has, or that it may read from outside. */
const givenNames: ReadonlySet<string> = new Set(
  [
    [
      '_',
      'args',
      'this',
      'input',
      'pscmdlet',
      'psboundparameters',
      'myinvocation',
      'psscriptroot',
      'pscommandpath',
      '?',
    ],
    ['lastexitcode', 'error', 'stacktrace', 'outputencoding', 'nestedpromptlevel', 'pwd', 'matches', 'psitem'],
  ].flat(),
);

/** Commands that make or remove variables by name, so that nothing can be known before the method runs. */
const variableCommands: ReadonlySet<string> = new Set(
  ['new-variable', 'remove-variable', 'set-variable', 'set-psbreakpoint']
    .flatMap((name) => [name, `microsoft.powershell.utility\\${name}`])
    .concat('nv', 'rv', 'sbp', 'sv', 'set'),
);

/** Follows the ways through a method in the order of its text; ways back to the start of a loop do not count. */
export function analyzeMethod(method: FunctionDefinitionAst): MethodFlow {
  return new Analysis(method).run();
}

class Analysis {
  private readonly method: FunctionDefinitionAst;
  private readonly loops: Loop[] = [];
  private readonly unassigned: VariableExpressionAst[] = [];
  private readonly everAssigned = new Set<string>();
  private readonly loose = new Set<string>();
  private names: Names;

  constructor(method: FunctionDefinitionAst) {
    this.method = method;
    this.names = new Set((method.parameters ?? []).map(({ name }) => nameOf(name)));
  }

  run(): MethodFlow {
    const { body } = this.method;
    for (const block of [body.dynamicParamBlock, body.beginBlock, body.processBlock, body.endBlock, body.cleanBlock]) {
      for (const statement of block?.statements ?? []) this.follow(statement);
    }
    const returns = this.names === undefined;
    const dynamic = find(body, makesVariables, false) !== undefined;
    const unassigned = this.unassigned.filter((variable) => {
      const name = nameOf(variable);
      return !(this.everAssigned.has(name) && (dynamic || this.loose.has(name)));
    });
    return { returns, unassigned };
  }

  private follow(node: Ast): void {
    if (this.names === undefined) return;
    switch (node.kind) {
      case 'VariableExpressionAst':
        this.read(node);
        return;
      case 'FunctionDefinitionAst':
      case 'TypeDefinitionAst':
      case 'ScriptBlockExpressionAst':
      case 'TrapStatementAst':
      case 'ErrorStatementAst':
      case 'ErrorExpressionAst':
        return;
      case 'AssignmentStatementAst':
        this.assign(node);
        return;
      case 'IfStatementAst':
        this.followIf(node);
        return;
      case 'SwitchStatementAst':
        this.followSwitch(node);
        return;
      case 'TryStatementAst':
        this.followTry(node);
        return;
      case 'ReturnStatementAst':
      case 'ThrowStatementAst':
      case 'ExitStatementAst':
        if (node.pipeline !== undefined) this.follow(node.pipeline);
        this.names = undefined;
        return;
      case 'BreakStatementAst':
        this.jump(node.label, 'breaks');
        return;
      case 'ContinueStatementAst':
        this.jump(node.label, 'continues');
        return;
      default:
        this.followMore(node);
    }
  }

  private followMore(node: Ast): void {
    switch (node.kind) {
      case 'WhileStatementAst':
        this.loop(node.label, node.condition, node.body, undefined);
        return;
      case 'ForStatementAst':
        if (node.initializer !== undefined) this.follow(node.initializer);
        this.loop(node.label, node.condition, node.body, node.iterator);
        return;
      case 'ForEachStatementAst':
        this.follow(node.condition);
        this.followForeach(node.label, node.variable, node.body);
        return;
      case 'DoWhileStatementAst':
      case 'DoUntilStatementAst':
        this.doLoop(node.label, node.condition, node.body);
        return;
      case 'TernaryExpressionAst':
        this.follow(node.condition);
        this.branch([() => this.follow(node.ifTrue), () => this.follow(node.ifFalse)]);
        return;
      case 'BinaryExpressionAst':
        this.follow(node.left);
        if (!shortCircuits.has(node.operator)) {
          this.follow(node.right);
          return;
        }
        this.branch([() => this.follow(node.right), () => {}]);
        return;
      case 'DataStatementAst':
        this.follow(node.body);
        if (node.variable !== undefined) this.add(node.variable.toLowerCase(), '');
        return;
      case 'InvokeMemberExpressionAst':
      case 'MemberExpressionAst':
        for (const child of childrenOf(node)) this.follow(child);
        return;
      default:
        for (const child of childrenOf(node)) this.follow(child);
    }
  }

  private read(node: VariableExpressionAst): void {
    const name = nameOf(node);
    if (!isOwn(node) || givenNames.has(name) || isConstantVariable(node)) return;
    if (this.names?.has(name) === false) this.unassigned.push(node);
  }

  private add(name: string, type: string): void {
    const known = this.types.get(name);
    if (known === undefined) this.types.set(name, type);
    else if (known !== type && (type !== '' || this.names?.has(name) === false)) this.loose.add(name);
    this.everAssigned.add(name);
    if (this.names !== undefined) this.names = new Set(this.names).add(name);
  }

  private readonly types = new Map<string, string>();

  private assign(node: AssignmentStatementAst): void {
    this.follow(node.right);
    for (const target of targetsOf(node.left)) {
      let inner = target;
      let casts = 0;
      let hasAttribute = false;
      let type = '';
      while (inner.kind === 'ConvertExpressionAst' || inner.kind === 'AttributedExpressionAst') {
        casts++;
        if (inner.kind === 'ConvertExpressionAst') type = inner.type.typeName.fullName.toLowerCase();
        else hasAttribute = true;
        inner = inner.child;
      }
      if (inner.kind !== 'VariableExpressionAst') this.follow(target);
      else if (isOwn(inner) && !hasAttribute && casts <= 1) this.add(nameOf(inner), type);
    }
  }

  /** Follows several ways from here and goes on where they meet. */
  private branch(ways: readonly (() => void)[]): void {
    const before = this.names;
    const ends = ways.map((way) => {
      this.names = before;
      way();
      return this.names;
    });
    this.names = meet(ends);
  }

  private followIf({ clauses, elseClause }: IfStatementAst): void {
    const ends: Names[] = [];
    for (const { condition, body } of clauses) {
      this.follow(condition);
      const before = this.names;
      this.follow(body);
      ends.push(this.names);
      this.names = before;
    }
    if (elseClause !== undefined) this.follow(elseClause);
    this.names = meet([...ends, this.names]);
  }

  private followSwitch(node: SwitchStatementAst): void {
    this.follow(node.condition);
    this.addSilently('switch');
    this.inLoop(node.label, () => {
      for (const { condition, body } of node.clauses) {
        this.follow(condition);
        this.branch([() => this.follow(body), () => {}]);
      }
      const fallback = node.default;
      if (fallback !== undefined) this.branch([() => this.follow(fallback), () => {}]);
    });
  }

  private addSilently(name: string): void {
    if (this.names !== undefined) this.names = new Set(this.names).add(name);
  }

  /** A loop whose body may not run at all; answers nothing, goes on behind it. */
  private inLoop(label: string | undefined, body: () => void, mayBeSkipped = true): void {
    const loop: Loop = { label: (label ?? '').toLowerCase(), breaks: [], continues: [] };
    const before = this.names;
    this.loops.push(loop);
    body();
    this.loops.pop();
    this.names = meet(mayBeSkipped ? [before, ...loop.breaks] : loop.breaks);
  }

  private loop(label: string | undefined, condition: Ast | undefined, body: Ast, iterator: Ast | undefined): void {
    if (condition !== undefined) this.follow(condition);
    this.inLoop(
      label,
      () => {
        this.follow(body);
        const last = this.loops.at(-1);
        if (last !== undefined) this.names = meet([this.names, ...last.continues]);
        if (iterator !== undefined) this.follow(iterator);
      },
      condition !== undefined,
    );
  }

  private followForeach(label: string | undefined, variable: VariableExpressionAst, body: Ast): void {
    this.addSilently('foreach');
    if (isOwn(variable)) this.add(nameOf(variable), '');
    this.inLoop(label, () => this.follow(body));
  }

  private doLoop(label: string | undefined, condition: Ast, body: Ast): void {
    this.inLoop(
      label,
      () => {
        this.follow(body);
        const last = this.loops.at(-1);
        if (last === undefined) return;
        this.names = meet([this.names, ...last.continues]);
        this.follow(condition);
        last.breaks.push(this.names);
      },
      false,
    );
  }

  private jump(label: ExpressionAst | undefined, where: 'breaks' | 'continues'): void {
    const name = label?.kind === 'StringConstantExpressionAst' ? label.value.toLowerCase() : undefined;
    const loop = label === undefined ? this.loops.at(-1) : this.loops.findLast((candidate) => candidate.label === name);
    loop?.[where].push(this.names);
    this.names = undefined;
  }

  private followTry({ body, catchClauses, finally: last }: TryStatementAst): void {
    const before = this.names;
    this.follow(body);
    const ends = [this.names];
    for (const clause of catchClauses) {
      this.names = before;
      this.followBlock(clause.body);
      ends.push(this.names);
    }
    this.names = meet(ends);
    if (last === undefined) return;
    const reachesEnd = this.names !== undefined;
    if (!reachesEnd) this.names = before;
    this.followBlock(last);
    if (!reachesEnd) this.names = undefined;
  }

  private followBlock(block: StatementBlockAst): void {
    for (const statement of block.statements) this.follow(statement);
  }
}

const shortCircuits: ReadonlySet<string> = new Set(['And', 'Or', 'QuestionQuestion']);

/** Names that every one of several ways has assigned; ways that lead nowhere do not count. */
function meet(ways: readonly Names[]): Names {
  const open = ways.filter((names) => names !== undefined);
  const [first, ...rest] = open;
  if (first === undefined || rest.length === 0) return first;
  return new Set([...first].filter((name) => rest.every((names) => names.has(name))));
}

function nameOf({ variablePath }: VariableExpressionAst): string {
  const name = variablePath.unqualifiedPath.toLowerCase();
  return name === 'psitem' ? '_' : name;
}

function isOwn({ variablePath }: VariableExpressionAst): boolean {
  return variablePath.isVariable && (variablePath.isUnscopedVariable || variablePath.isLocal || variablePath.isPrivate);
}

function targetsOf(left: ExpressionAst): readonly ExpressionAst[] {
  if (left.kind === 'ArrayLiteralAst') return left.elements.flatMap(targetsOf);
  if (left.kind !== 'ParenExpressionAst') return [left];
  const inner = pureExpression(left.pipeline);
  return inner === undefined ? [] : targetsOf(inner);
}

function makesVariables(node: Ast): boolean {
  if (node.kind === 'VariableExpressionAst') return node.variablePath.isPrivate;
  if (node.kind !== 'CommandAst') return false;
  const name = node.commandElements[0];
  if (node.invocationOperator === 'Dot') return true;
  return name?.kind === 'StringConstantExpressionAst' && variableCommands.has(name.value.toLowerCase());
}
