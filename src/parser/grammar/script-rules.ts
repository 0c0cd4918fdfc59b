import type { AttributeBaseAst, FunctionDefinitionAst, ParameterAst, UsingStatementAst } from '../ast/definitions.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { NamedBlockAst, ParamBlockAst, ScriptBlockAst } from '../ast/script-block.ts';
import type { CommandBaseAst, StatementAst, StatementBlockAst } from '../ast/statements.ts';
import { parseVariablePath } from '../ast/variable-path.ts';
import { errorStatement } from '../build/statements.ts';
import { type Extent, spanning } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags } from '../tokens/token-kinds.ts';
import { categories as c, tokenTypes as t } from '../tokens/token-types.ts';
import { attributesOnly } from './attribute-rules.ts';
import type { Located } from './base-parser.ts';
import type { StatementList } from './group-rules.ts';
import { HandlerRules } from './handler-rules.ts';

/** What a script block is for, as far as its body depends on it. */
export interface BlockUse {
  /** Its statements run once for each input object. */
  readonly isFilter: boolean;
  /** A statement put before those of the body: the call of the base constructor. */
  readonly first: CommandBaseAst | undefined;
}

/** The named blocks of a script block, by kind. */
type NamedBlocks = Partial<Record<NamedBlockAst['blockKind'], NamedBlockAst>>;

/** The body of a script block and the stretch that the whole block covers. */
interface Body {
  readonly blocks: NamedBlocks;
  readonly extent: Extent;
}

/** A parameter list in parentheses, as far as it is there. */
export interface ParameterDeclaration {
  readonly parameters: readonly ParameterAst[] | undefined;
  readonly closing: Token | undefined;
  /** Where the part that is there ends, when the parenthesis is missing. */
  readonly end: Located | undefined;
}

const plainBlock: BlockUse = { isFilter: false, first: undefined };

/** Rules for scripts, script blocks and functions. */
export abstract class ScriptRules extends HandlerRules {
  // script = NL*, { using-statement, SEPARATOR* }, [ param-block ], SEPARATOR*, script-body, END ;
  readonly script = this.RULE('script', (): ScriptBlockAst => {
    this.newlines();
    const usingStatements: UsingStatementAst[] = [];
    this.many(0, () => {
      const statement = this.subrule(0, this.usingStatement);
      this.ACTION(() => {
        if (statement.kind === 'UsingStatementAst') usingStatements.push(statement);
        this.newlinesAndSemicolons();
      });
    });
    this.ACTION(() => this.resync(this.peekToken().startOffset));
    const paramBlock = this.maybeParamBlock(0);
    this.newlinesAndSemicolons();
    const body = this.subrule(0, this.scriptBody, { ARGS: [undefined, paramBlock, plainBlock] });
    return this.ACTION(() => this.buildScriptBlock(body, usingStatements, paramBlock));
  });

  // braces = "{", NL*, [ param-block ], SEPARATOR*, script-body, "}" ;
  readonly braces = this.RULE('braces', (use: BlockUse = plainBlock): ScriptBlockAst => {
    this.nest();
    const opening = this.take(0, t.LCurly);
    this.setMode('Command');
    this.newlines();
    const paramBlock = this.maybeParamBlock(0);
    this.newlinesAndSemicolons();
    const body = this.subrule(0, this.scriptBody, { ARGS: [opening, paramBlock, use] });
    this.unnest();
    return this.ACTION(() => this.buildScriptBlock(body, [], paramBlock));
  });

  private buildScriptBlock(
    { blocks, extent }: Body,
    usingStatements: readonly UsingStatementAst[],
    paramBlock: ParamBlockAst | undefined,
  ): ScriptBlockAst {
    return {
      kind: 'ScriptBlockAst',
      extent,
      attributes: [],
      usingStatements,
      paramBlock,
      dynamicParamBlock: blocks.Dynamicparam,
      beginBlock: blocks.Begin,
      processBlock: blocks.Process,
      endBlock: blocks.End,
      cleanBlock: blocks.Clean,
      scriptRequirements: undefined,
    };
  }

  /** A param block, if one comes next; attributes that belong to something else are put back. */
  private maybeParamBlock(idx: number): ParamBlockAst | undefined {
    const restorePoint = this.ACTION(() => this.restorePoint());
    const position = this.getLexerPosition();
    const attributes = this.maybeAttributes(idx, false);
    this.newlines();
    let block: ParamBlockAst | undefined;
    this.option(idx + 1, () => {
      block = this.subrule(idx, this.paramBlock, { ARGS: [attributes ?? []] });
    });
    this.ACTION(() => {
      if (block === undefined && this.getLexerPosition() !== position) this.resync(restorePoint);
    });
    return block;
  }

  // param-block = "param", NL*, [ "(", parameter-list, NL*, ")" ] ;
  readonly paramBlock = this.RULE(
    'paramBlock',
    (attributes: readonly AttributeBaseAst[] = []): ParamBlockAst | undefined => {
      const keyword = this.take(0, t.Param);
      let opening: Token | undefined;
      let closing: Token | undefined;
      let parameters: readonly ParameterAst[] = [];
      this.newlines();
      this.option(0, () => {
        opening = this.take(0, t.LParen);
        parameters = this.subrule(0, this.parameterList);
        this.newlines();
        closing = this.takeIf(1, t.RParen);
      });
      return this.ACTION(() => {
        if (opening === undefined) return undefined;
        const end = closing ?? this.missingListEnd(parameters, opening);
        for (const { kind, extent, typeName } of attributes) {
          if (kind === 'TypeConstraintAst') this.reporter.error(extent, 'TypeNotAllowedBeforeParam', typeName.fullName);
        }
        const extent = this.span(keyword, end);
        return { kind: 'ParamBlockAst', extent, attributes: attributesOnly(attributes), parameters };
      });
    },
  );

  private missingListEnd(parameters: readonly ParameterAst[], opening: Token): Located {
    const last = parameters.at(-1)?.extent ?? opening;
    this.reporter.incomplete(this.behind(last), 'MissingEndParenthesisInFunctionParameterList');
    return this.ahead(this.peekToken());
  }

  // parameter-list = [ parameter, { NL*, ",", [ parameter ] } ] ;
  readonly parameterList = this.RULE('parameterList', (): readonly ParameterAst[] => {
    const parameters: ParameterAst[] = [];
    let more = true;
    const one = (idx: number, comma: Token | undefined): void => {
      const parameter = this.subrule(idx, this.parameter);
      this.ACTION(() => {
        more = parameter !== undefined;
        if (parameter !== undefined) {
          parameters.push(parameter);
          this.newlines();
        } else if (comma !== undefined) {
          this.reporter.incomplete(this.behind(comma), 'MissingExpressionAfterToken', ',');
        }
      });
    };
    one(0, undefined);
    this.many(0, { GATE: () => more, DEF: () => one(1, this.take(0, t.Comma)) });
    return parameters;
  });

  // parameter = NL*, [ attributes ], NL*, [ VARIABLE, [ NL*, "=", NL*, expression ] ] ;
  readonly parameter = this.RULE('parameter', (): ParameterAst | undefined => {
    const separates = this.commaSeparates;
    this.commaSeparates = true;
    const mode = this.setMode('Expression');
    this.newlines();
    const attributes = this.maybeAttributes(0, false);
    this.newlines();
    let name: Token | undefined;
    let defaultValue: ExpressionAst | undefined;
    let broken: ParameterAst | undefined;
    this.option(1, () => {
      name = this.take(0, c.AnyVariable);
      this.newlines();
      this.option(2, () => {
        const equals = this.take(0, t.Equals);
        this.newlines();
        defaultValue = this.maybeExpression(3);
        this.ACTION(() => {
          if (defaultValue !== undefined) return;
          this.reporter.incomplete(this.behind(equals), 'MissingExpressionAfterToken', '=');
        });
      });
    });
    this.ACTION(() => {
      if (name === undefined && attributes !== undefined) broken = this.nameless(attributes);
    });
    this.commaSeparates = separates;
    this.setMode(mode);
    return this.ACTION(() => {
      if (name === undefined) return broken;
      const variable = this.variable(name);
      const start = attributes?.[0]?.extent ?? name;
      const extent = this.span(start, defaultValue?.extent ?? name);
      return { kind: 'ParameterAst', extent, name: variable, attributes: attributes ?? [], defaultValue };
    });
  });

  /** Attributes without a parameter: the rest of the list is skipped. */
  private nameless(attributes: readonly AttributeBaseAst[]): ParameterAst | undefined {
    const first = attributes[0];
    const last = attributes.at(-1);
    if (first === undefined || last === undefined) return undefined;
    this.reporter.incomplete(this.behind(last.extent), 'InvalidFunctionParameter');
    this.skipTo(true, 'RParen');
    const extent = this.span(first.extent, last.extent);
    const variablePath = parseVariablePath('__error__');
    const name = { kind: 'VariableExpressionAst', extent, variablePath, splatted: false } as const;
    return { kind: 'ParameterAst', extent, name, attributes, defaultValue: undefined };
  }

  // script-body = named-blocks | statement-list ;
  readonly scriptBody = this.RULE(
    'scriptBody',
    (opening?: Token, paramBlock?: ParamBlockAst, use: BlockUse = plainBlock): Body => {
      let named: Body | undefined;
      this.option(0, () => {
        const body = this.subrule(0, this.namedBlocks, { ARGS: [opening, paramBlock] });
        this.ACTION(() => {
          named = body;
        });
      });
      return named ?? this.statementsBody(opening, paramBlock, use);
    },
  );

  private statementsBody(opening: Token | undefined, paramBlock: ParamBlockAst | undefined, use: BlockUse): Body {
    const list: StatementList = this.subrule(0, this.statementList);
    const closing = this.takeIf(1, t.RCurly);
    return this.ACTION(() => {
      const statements = use.first === undefined ? list.statements : [use.first, ...list.statements];
      const all: StatementList = { statements, traps: list.traps, extent: list.extent };
      let extent = paramBlock?.extent ?? list.extent;
      if (paramBlock !== undefined && list.extent !== undefined) extent = this.span(paramBlock.extent, list.extent);
      if (opening === undefined) extent = this.restOfScript(closing, all, extent);
      const whole = opening === undefined ? this.scanner.textExtent() : this.closeBraces(opening, closing, extent);
      if (opening !== undefined && closing !== undefined && extent === undefined) {
        extent = this.insideOf(opening, closing);
      }
      const block = this.blockOf(all, extent ?? this.source.empty);
      const blockKind = use.isFilter ? 'Process' : 'End';
      return { blocks: { [blockKind]: namedBlock(block.extent, blockKind, block, true) }, extent: whole };
    });
  }

  /** What stands behind the last statement of a script is an error each time, and statements go on behind it. */
  private restOfScript(
    closing: Token | undefined,
    list: StatementList,
    extent: Extent | undefined,
  ): Extent | undefined {
    let covered = extent;
    let token = closing ?? this.advance();
    while (token.kind !== 'EndOfInput') {
      this.reporter.error(token.extent, 'UnexpectedToken', token.text);
      const more = this.subrule(1, this.statementList);
      list.statements.push(...more.statements);
      list.traps.push(...more.traps);
      if (more.extent !== undefined) covered = covered === undefined ? more.extent : spanning(covered, more.extent);
      token = this.advance();
    }
    this.putBack(token);
    return covered;
  }

  /** The extent of a script block in braces; reports when the closing one is missing. */
  private closeBraces(opening: Token, closing: Token | undefined, body: Located | undefined): Extent {
    if (closing === undefined) {
      this.reporter.incompleteAt(opening.extent, this.peekToken().extent, 'MissingEndCurlyBrace');
    }
    return this.span(opening, closing ?? body ?? opening);
  }

  /** The inside of empty braces, unless they touch. */
  private insideOf(opening: Token, closing: Token): Extent | undefined {
    const { source } = this;
    if (source.columnAt(opening.endOffset) === source.columnAt(closing.startOffset)) return undefined;
    return this.span({ startOffset: opening.endOffset, endOffset: 0 }, this.ahead(closing));
  }

  // named-blocks = BLOCK_NAME, [ statement-block ], SEPARATOR*, { BLOCK_NAME, [ statement-block ], SEPARATOR* } ;
  readonly namedBlocks = this.RULE('namedBlocks', (opening?: Token, paramBlock?: ParamBlockAst): Body => {
    const blocks: NamedBlocks = {};
    let start: Located | undefined = opening ?? paramBlock?.extent;
    let end: Located | undefined;
    this.atLeastOne(0, () => {
      const name = this.take(0, c.BlockName);
      start ??= name;
      const block = this.maybeBlock(0);
      this.ACTION(() => {
        end = this.addNamedBlock(blocks, name, block);
        this.newlinesAndSemicolons();
      });
    });
    const closing = this.takeIf(1, t.RCurly);
    return this.ACTION(() => {
      if (start === undefined || end === undefined) return { blocks, extent: this.source.empty };
      const body = this.span(start, end);
      return { blocks, extent: this.endNamedBlocks(opening, closing, body) };
    });
  });

  private endNamedBlocks(opening: Token | undefined, closing: Token | undefined, body: Extent): Extent {
    const next = this.peekIfAny(closing);
    const unexpected = closing === undefined && next !== undefined && next.kind !== 'EndOfInput' ? next : undefined;
    if (opening !== undefined) {
      if (unexpected === undefined) return this.closeBraces(opening, closing, body);
      this.reporter.error(unexpected.extent, 'MissingNamedBlocks', unexpected.text);
      return body;
    }
    if (unexpected !== undefined) {
      this.advance();
      this.reporter.error(unexpected.extent, 'MissingNamedBlocks', unexpected.text);
    } else if (closing !== undefined) {
      this.reporter.error(closing.extent, 'UnexpectedToken', closing.text);
    }
    return this.scanner.textExtent();
  }

  private peekIfAny(closing: Token | undefined): Token | undefined {
    return closing === undefined ? this.peekToken() : undefined;
  }

  private addNamedBlock(blocks: NamedBlocks, name: Token, found: StatementBlockAst | undefined): Located {
    const kind = blockKindOf(name);
    const word = name.text.toLowerCase();
    if (found === undefined) {
      this.reporter.incomplete(this.behind(name), 'MissingNamedStatementBlock', word);
    }
    const block = found ?? this.blockOf({ statements: [], traps: [], extent: undefined }, name.extent);
    const extent = this.span(name, found?.extent ?? name);
    if (blocks[kind] === undefined) blocks[kind] = namedBlock(extent, kind, block, false);
    else this.reporter.error(extent, 'DuplicateScriptCommandClause', word);
    return found?.extent ?? name;
  }

  // function-statement = ( "function" | "filter" | "workflow" ), NL*, [ FUNCTION_NAME, parameter-declaration, braces ] ;
  readonly functionStatement = this.RULE('functionStatement', (): StatementAst => {
    const keyword: Token = this.or(0, [
      { ALT: () => this.take(0, t.Function) },
      { ALT: () => this.take(0, t.Filter) },
      { ALT: () => this.take(0, t.Workflow) },
    ]);
    this.newlines();
    let name: Token | undefined;
    let head: ParameterDeclaration = { parameters: undefined, closing: undefined, end: undefined };
    let body: ScriptBlockAst | undefined;
    this.option(0, () => {
      const token = this.take(0, c.FunctionName);
      this.ACTION(() => {
        name = token;
        token.flags &= ~TokenFlags.Keyword;
      });
      head = this.subrule(0, this.parameterDeclaration);
      this.option(1, {
        GATE: () => head.end === undefined,
        DEF: () => {
          const inWorkflow = this.scanner.inWorkflow;
          this.scanner.inWorkflow = keyword.kind === 'Workflow';
          const use = { isFilter: keyword.kind === 'Filter', first: undefined };
          body = this.subrule(0, this.braces, { ARGS: [use] });
          this.scanner.inWorkflow = inWorkflow;
        },
      });
    });
    return this.ACTION(() => this.buildFunction(keyword, name, head, body));
  });

  private buildFunction(
    keyword: Token,
    name: Token | undefined,
    { parameters, closing, end }: ParameterDeclaration,
    body: ScriptBlockAst | undefined,
  ): StatementAst {
    if (name === undefined) {
      this.reporter.incomplete(this.behind(keyword), 'MissingNameAfterKeyword', keyword.text);
      return errorStatement(keyword.extent, []);
    }
    if (body === undefined) {
      const last = end ?? closing ?? name;
      if (end === undefined) this.reporter.incomplete(this.behind(last), 'MissingFunctionBody');
      else if (this.peekKind() === 'LCurly') this.advance();
      return errorStatement(this.span(keyword, last), parameters ?? []);
    }
    return this.functionDefinition(this.span(keyword, body.extent), keyword, name, parameters, body);
  }

  /** Makes a function definition. */
  protected functionDefinition(
    extent: Extent,
    keyword: Token | undefined,
    name: Token,
    parameters: readonly ParameterAst[] | undefined,
    body: ScriptBlockAst,
  ): FunctionDefinitionAst {
    const { value } = name;
    const isText = name.kind === 'Generic' && (value.is === 'string' || value.is === 'expandable');
    return {
      kind: 'FunctionDefinitionAst',
      extent,
      isFilter: keyword?.kind === 'Filter',
      isWorkflow: keyword?.kind === 'Workflow',
      name: isText ? value.string : name.text,
      parameters: parameters?.length === 0 ? undefined : parameters,
      body,
    };
  }

  // parameter-declaration = NL*, [ "(", parameter-list, NL*, ")", NL* ] ;
  readonly parameterDeclaration = this.RULE('parameterDeclaration', (): ParameterDeclaration => {
    this.newlines();
    let opening: Token | undefined;
    let closing: Token | undefined;
    let parameters: readonly ParameterAst[] | undefined;
    this.option(0, () => {
      opening = this.take(0, t.LParen);
      parameters = this.subrule(0, this.parameterList);
      this.newlines();
      closing = this.takeIf(1, t.RParen);
    });
    return this.ACTION(() => {
      let end: Located | undefined;
      if (opening !== undefined) {
        if (closing === undefined) {
          end = parameters?.at(-1)?.extent ?? opening;
          this.reporter.incomplete(this.behind(end), 'MissingEndParenthesisInFunctionParameterList');
        }
        this.newlines();
      }
      return { parameters, closing, end };
    });
  });
}

function blockKindOf(name: Token): NamedBlockAst['blockKind'] {
  switch (name.kind) {
    case 'Begin':
    case 'Process':
    case 'Clean':
    case 'Dynamicparam':
      return name.kind;
    default:
      return 'End';
  }
}

function namedBlock(
  extent: Extent,
  blockKind: NamedBlockAst['blockKind'],
  block: StatementBlockAst,
  unnamed: boolean,
): NamedBlockAst {
  return { kind: 'NamedBlockAst', extent, blockKind, unnamed, statements: block.statements, traps: block.traps };
}
