import type { ParserMethod } from 'chevrotain';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { CommandAst, CommandElementAst, RedirectionAst } from '../ast/statements.ts';
import { bareWord, errorExpression } from '../build/expressions.ts';
import { scanVerbatim } from '../scanner/lookahead.ts';
import { streams } from '../scanner/state.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags } from '../tokens/token-kinds.ts';
import { categories as c, tokenTypes as t } from '../tokens/token-types.ts';
import type { Located } from './base-parser.ts';
import { GroupRules } from './group-rules.ts';

interface Alternative<Result> {
  ALT: () => Result;
}

/** What an argument is for; only plain arguments can be lists with commas. */
export type ArgumentUse = 'name' | 'invokedName' | 'file' | 'argument' | 'switchCondition';

/** The word behind which the rest of the line is passed on as it is. */
const verbatimMark = '--%';

/** A command while its elements are collected. */
class CommandParts {
  readonly elements: CommandElementAst[] = [];
  readonly redirections: RedirectionAst[] = [];
  use: ArgumentUse = 'name';
  /** The last thing that belongs to the command. */
  end: Located;
  operator: Token | undefined;
  sawDashes = false;
  done = false;

  constructor(first: Located) {
    this.end = first;
  }

  /** The command begins with `.` or `&`. */
  invoke(operator: Token): void {
    this.operator = operator;
    this.use = 'invokedName';
  }

  get expectsName(): boolean {
    return this.use === 'name' || this.use === 'invokedName';
  }

  add(element: CommandElementAst): void {
    this.elements.push(element);
    this.end = element.extent;
  }
}

/** Rules for commands, their arguments and redirections. */
export abstract class CommandRules extends GroupRules {
  private readonly noParts = new CommandParts({ startOffset: 0, endOffset: 0 });
  private parts = this.noParts;
  private elementAlternatives: Alternative<void>[] | undefined;
  private itemAlternatives: Alternative<ExpressionAst>[] | undefined;
  private use: ArgumentUse = 'argument';

  // command = ( "." | "&" | command-element ), { command-element } ;
  readonly command = this.RULE('command', (): CommandAst | undefined => {
    const mode = this.setMode('Command');
    const first = this.ACTION(() => this.peekToken());
    const parts = new CommandParts(first);
    this.or(0, {
      DEF: [
        { ALT: () => parts.invoke(this.take(0, t.Dot)) },
        { ALT: () => parts.invoke(this.take(0, t.Ampersand)) },
        { ALT: () => this.subrule(0, this.commandElement, { ARGS: [parts] }) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.many(0, {
      GATE: () => !parts.done,
      DEF: () => {
        this.subrule(1, this.commandElement, { ARGS: [parts] });
      },
    });
    this.setMode(mode);
    return this.ACTION(() => this.buildCommand(first, parts));
  });

  private buildCommand(first: Token, parts: CommandParts): CommandAst | undefined {
    const { operator } = parts;
    if (parts.elements.length === 0) {
      if (operator !== undefined) this.reporter.error(operator.extent, 'MissingExpression', operator.text);
      return undefined;
    }
    const invocationOperator = operator === undefined ? 'Unknown' : operator.kind === 'Dot' ? 'Dot' : 'Ampersand';
    return {
      kind: 'CommandAst',
      extent: this.span(first, parts.end),
      commandElements: parts.elements,
      invocationOperator,
      redirections: inStreamOrder(parts.redirections),
    };
  }

  // command-element = "--" | "," | PARAMETER, [ command-argument ] | REDIRECTION, [ argument-item ] | command-argument ;
  readonly commandElement = this.RULE('commandElement', (parts = this.noParts): void => {
    this.elementAlternatives ??= this.commandElements();
    this.parts = parts;
    this.or(0, { DEF: this.elementAlternatives, IGNORE_AMBIGUITIES: true });
    parts.use = 'argument';
  });

  private commandElements(): Alternative<void>[] {
    return [
      { ALT: () => this.dashesElement(this.take(0, t.MinusMinus)) },
      { ALT: () => this.commaElement(this.take(0, t.Comma)) },
      { ALT: () => this.parameterElement(this.take(0, t.Parameter)) },
      { ALT: () => this.redirectionElement(this.take(0, c.AnyRedirection)) },
      { ALT: () => this.argumentElement() },
    ];
  }

  private dashesElement(token: Token): void {
    const { parts } = this;
    this.ACTION(() => this.addDashes(token, parts));
  }

  private commaElement(token: Token): void {
    const { parts } = this;
    this.ACTION(() => this.skipComma(token, parts));
  }

  private parameterElement(token: Token): void {
    const { parts } = this;
    let argument: ExpressionAst | undefined;
    this.option(1, {
      GATE: () => this.takesArgument(token, parts),
      DEF: () => {
        argument = this.subrule(0, this.commandArgument, { ARGS: ['argument'] });
      },
    });
    this.ACTION(() => this.addParameter(token, argument, parts));
  }

  private redirectionElement(token: Token): void {
    const { parts } = this;
    let location: ExpressionAst | undefined;
    this.option(2, {
      GATE: () => !parts.expectsName && token.value.is !== 'merge',
      DEF: () => {
        location = this.subrule(1, this.commandArgument, { ARGS: ['file'] });
      },
    });
    this.ACTION(() => this.addRedirection(token, location, parts));
  }

  private argumentElement(): void {
    const { parts } = this;
    const first = this.ACTION(() => this.peekToken());
    const argument = this.subrule(2, this.commandArgument, { ARGS: [parts.use] });
    this.ACTION(() => this.addArgument(first, argument, parts));
  }

  private addDashes(token: Token, parts: CommandParts): void {
    const { extent } = token;
    if (parts.sawDashes) parts.add(bareWord(extent, token.text));
    else parts.add(commandParameter(extent, '-', undefined, extent));
    parts.sawDashes = true;
  }

  private skipComma(token: Token, parts: CommandParts): void {
    parts.end = token;
    this.reporter.error(token.extent, 'MissingArgument');
    this.newlines();
  }

  private takesArgument(token: Token, parts: CommandParts): boolean {
    if (parts.expectsName || parts.sawDashes) return false;
    return token.value.is === 'parameter' && token.value.usedColon && this.peekKind() !== 'Comma';
  }

  private addParameter(token: Token, argument: ExpressionAst | undefined, parts: CommandParts): void {
    if (parts.expectsName || parts.sawDashes) {
      token.flags |= TokenFlags.CommandName;
      parts.add(bareWord(token.extent, token.text));
      return;
    }
    const usedColon = token.value.is === 'parameter' && token.value.usedColon;
    if (argument === undefined && usedColon && this.peekKind() !== 'Comma') {
      this.reporter.error(this.behind(token), 'ParameterRequiresArgument', token.text);
    }
    const name = token.value.is === 'parameter' ? token.value.parameterName : '';
    const extent = this.span(token, argument?.extent ?? token);
    parts.add(commandParameter(extent, name, argument, token.extent));
  }

  private addRedirection(token: Token, location: ExpressionAst | undefined, parts: CommandParts): void {
    if (parts.expectsName) {
      parts.add(bareWord(token.extent, token.text));
      return;
    }
    parts.end = this.redirect(token, location, parts.redirections);
  }

  private addArgument(first: Token, argument: ExpressionAst | undefined, parts: CommandParts): void {
    if (argument === undefined) return;
    parts.add(argument);
    if (wordOf(first) !== verbatimMark) return;
    if (this.hasPeeked && this.peekKind() !== 'Parameter') return;
    this.putBack(undefined);
    const rest = scanVerbatim(this.scanner);
    parts.add(bareWord(rest.extent, rest.text));
    parts.done = true;
  }

  // command-argument = argument-item, { ",", NL*, argument-item } ;
  readonly commandArgument: ParserMethod<[use?: ArgumentUse], ExpressionAst | undefined> = this.RULE(
    'commandArgument',
    (use: ArgumentUse = 'argument'): ExpressionAst | undefined => {
      const first = this.subrule(0, this.argumentItem, { ARGS: [use] });
      if (use !== 'argument') return first;
      let list: ExpressionAst[] | undefined;
      let trailing: Token | undefined;
      this.many(0, {
        GATE: () => trailing === undefined && !isVerbatimMark(first, list),
        DEF: () => {
          const comma = this.take(0, t.Comma);
          list ??= [first];
          this.newlines();
          let next: ExpressionAst | undefined;
          this.option(0, () => {
            next = this.subrule(1, this.argumentItem, { ARGS: [use] });
          });
          this.ACTION(() => {
            if (next === undefined) trailing = comma;
            else list?.push(next);
          });
        },
      });
      return this.ACTION(() => (list === undefined ? first : this.finishList(list, trailing)));
    },
  );

  private finishList(list: readonly ExpressionAst[], trailing: Token | undefined): ExpressionAst | undefined {
    const first = list[0];
    const last = list.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (trailing === undefined) {
      return { kind: 'ArrayLiteralAst', extent: this.span(first.extent, last.extent), elements: list };
    }
    this.reporter.incomplete(this.behind(trailing), 'MissingExpression', ',');
    return errorExpression(this.span(first.extent, trailing), list);
  }

  // argument-item = primary-expression | GENERIC | WORD ;
  readonly argumentItem: ParserMethod<[use?: ArgumentUse], ExpressionAst> = this.RULE(
    'argumentItem',
    (use: ArgumentUse = 'argument'): ExpressionAst => {
      this.use = use;
      this.itemAlternatives ??= [
        { ALT: () => this.subrule(0, this.primaryExpression, withMembers) },
        { ALT: () => this.genericWord(this.take(0, t.Generic), this.use) },
        { ALT: () => this.word(this.take(0, c.Word), this.use) },
      ];
      return this.or(0, { DEF: this.itemAlternatives, IGNORE_AMBIGUITIES: true });
    },
  );

  private genericWord(token: Token, use: ArgumentUse): ExpressionAst {
    return this.ACTION(() => {
      if (use === 'name' || use === 'invokedName') token.flags |= TokenFlags.CommandName;
      if (token.value.is === 'expandable' && use !== 'name') return this.expandable(token);
      return bareWord(token.extent, wordOf(token) ?? token.text);
    });
  }

  private word(token: Token, use: ArgumentUse): ExpressionAst {
    return this.ACTION(() => {
      token.flags &= ~TokenFlags.Keyword;
      if (use === 'name' || use === 'invokedName') token.flags |= TokenFlags.CommandName;
      else if (token.kind !== 'Identifier') token.kind = 'Generic';
      return bareWord(token.extent, token.text);
    });
  }

  /** A single argument in the words of commands, if one comes next. */
  protected maybeArgument(idx: number, use: ArgumentUse): ExpressionAst | undefined {
    let argument: ExpressionAst | undefined;
    let mode = this.mode;
    this.option(idx, {
      GATE: () => {
        const kind = this.peekKind();
        if (kind === 'Comma' || kind === 'EndOfInput') return false;
        mode = this.setMode('Command');
        return true;
      },
      DEF: () => {
        argument = this.subrule(idx, this.commandArgument, { ARGS: [use] });
      },
    });
    this.setMode(mode);
    return argument;
  }

  protected override strayArgument(): ExpressionAst | undefined {
    const kind = this.peekKind();
    if (kind === 'Comma' || kind === 'EndOfInput') return undefined;
    const mode = this.setMode('Command');
    const argument = noArgument.has(this.peekKind()) ? undefined : this.subrule(9, this.commandArgument);
    this.setMode(mode);
    return argument;
  }

  /** Adds the redirection of a token, reporting what is wrong with it; answers where it ends. */
  protected redirect(token: Token, location: ExpressionAst | undefined, redirections: RedirectionAst[]): Located {
    const redirection = this.redirectionOf(token, location);
    if (redirection === undefined) return this.span(token, location?.extent ?? token);
    if (redirections.some(({ fromStream }) => fromStream === redirection.fromStream)) {
      this.reporter.error(redirection.extent, 'StreamAlreadyRedirected', streamNames[redirection.fromStream]);
    } else {
      redirections.push(redirection);
    }
    return redirection.extent;
  }

  private redirectionOf(token: Token, location: ExpressionAst | undefined): RedirectionAst | undefined {
    const { value } = token;
    if (value.is === 'merge') {
      const { fromStream, toStream } = value;
      if (toStream !== 'Output' || fromStream === toStream) {
        this.reporter.error(token.extent, 'RedirectionNotSupported', token.text);
      }
      return { kind: 'MergingRedirectionAst', extent: token.extent, fromStream, toStream: 'Output' };
    }
    if (location === undefined) this.reporter.error(this.behind(token), 'MissingFileSpecification');
    const file = location ?? errorExpression(token.extent, []);
    if (value.is !== 'file') {
      this.reporter.error(token.extent, 'RedirectionNotSupported', token.text);
      return undefined;
    }
    const extent = this.span(token, file.extent);
    return {
      kind: 'FileRedirectionAst',
      extent,
      fromStream: value.fromStream,
      location: file,
      append: value.append,
    };
  }
}

const withMembers: { ARGS: [boolean] } = { ARGS: [true] };

const streamNames: Readonly<Record<RedirectionAst['fromStream'], string>> = {
  All: 'all',
  Output: 'output',
  Error: 'error',
  Warning: 'warning',
  Verbose: 'verbose',
  Debug: 'debug',
  Information: 'information',
};

const noArgument: ReadonlySet<string> = new Set([
  'Pipe',
  'RCurly',
  'RParen',
  'EndOfInput',
  'NewLine',
  'Semi',
  'Redirection',
  'RedirectInStd',
  'AndAnd',
  'OrOr',
  'Ampersand',
  'MinusMinus',
  'Comma',
]);

/** Redirections in the order of their streams. */
export function inStreamOrder(redirections: RedirectionAst[]): readonly RedirectionAst[] {
  if (redirections.length < 2) return redirections;
  return redirections.sort((a, b) => streams.indexOf(a.fromStream) - streams.indexOf(b.fromStream));
}

function commandParameter(
  extent: CommandElementAst['extent'],
  parameterName: string,
  argument: ExpressionAst | undefined,
  errorPosition: CommandElementAst['extent'],
): CommandElementAst {
  return { kind: 'CommandParameterAst', extent, parameterName, argument, errorPosition };
}

/** What a string or word token stands for, or undefined for other tokens. */
function wordOf(token: Token): string | undefined {
  const { value } = token;
  return value.is === 'string' || value.is === 'expandable' ? value.string : undefined;
}

function isVerbatimMark(first: ExpressionAst, list: readonly ExpressionAst[] | undefined): boolean {
  const last = list?.at(-1) ?? first;
  return (
    last.kind === 'StringConstantExpressionAst' && last.stringConstantType === 'BareWord' && last.value === verbatimMark
  );
}
