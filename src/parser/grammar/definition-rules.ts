import type { AttributeBaseAst, PropertyMemberAst, TypeConstraintAst, UsingStatementKind } from '../ast/definitions.ts';
import type { ExpressionAst, HashtableAst, StringConstantExpressionAst } from '../ast/expressions.ts';
import type { StatementAst } from '../ast/statements.ts';
import type { TypeName } from '../ast/type-names.ts';
import { errorStatement } from '../build/statements.ts';
import type { Token } from '../tokens/token.ts';
import type { TokenKind } from '../tokens/token-kinds.ts';
import { tokenTypes as t } from '../tokens/token-types.ts';
import type { Located } from './base-parser.ts';
import { ClassRules } from './class-rules.ts';

/** What a `using` statement has been found to say. */
interface UsingParts {
  kind: UsingStatementKind | undefined;
  directive: Token | undefined;
  item: ExpressionAst | undefined;
  itemToken: Token | undefined;
}

/** Rules for enums, `using` and configurations. */
export abstract class DefinitionRules extends ClassRules {
  // enum-statement = "enum", NL*, [ IDENTIFIER, [ ":", NL*, [ type-name ] ], NL*, "{", { enum-member }, "}" ] ;
  readonly enumStatement = this.RULE('enumStatement', (attributes: readonly AttributeBaseAst[] = []): StatementAst => {
    const keyword = this.take(0, t.Enum);
    this.newlines();
    const name = this.definitionName(0);
    if (this.ACTION(() => name === undefined) === true) return this.missingName(keyword);
    const mode = this.setMode('Signature');
    const baseTypes: TypeConstraintAst[] = [];
    this.option(1, () => {
      const colon = this.take(0, t.Colon);
      this.newlines();
      const typeName = this.maybeTypeName(2, false);
      this.ACTION(() => {
        if (typeName === undefined) this.reporter.incomplete(this.behind(colon), 'TypeNameExpected');
        else baseTypes.push(this.underlyingType(typeName));
      });
    });
    this.newlines();
    const members: PropertyMemberAst[] = [];
    let opening: Token | undefined;
    let end: Located | undefined;
    this.option(3, () => {
      const brace = this.take(0, t.LCurly);
      this.many(0, {
        GATE: () => this.skippedNewlines() && this.peekSimpleName(),
        DEF: () => {
          members.push(this.subrule(0, this.enumMember));
        },
      });
      const closing = this.takeIf(4, t.RCurly);
      this.ACTION(() => {
        opening = brace;
        end = closing ?? this.unclosedEnum(brace);
      });
    });
    const statement = this.ACTION(() => {
      if (opening === undefined || end === undefined) return this.missingBody(keyword, name ?? keyword, []);
      const start = attributes[0]?.extent ?? keyword;
      const extent = this.span(start, end);
      const definition = this.typeDefinition(extent, attributes, name, 'Enum', baseTypes, members, []);
      if (definition.kind !== 'ErrorStatementAst') return definition;
      return { ...definition, extent: this.span(start, start) };
    });
    this.setMode(mode);
    return statement;
  });

  /** The type that an enum is stored as; text and dates cannot store one, nor can types that do not exist. */
  private underlyingType(typeName: TypeName): TypeConstraintAst {
    const unknown = this.types !== undefined && this.types.resolve(typeName, 'type', []) === undefined;
    if (unknown || /^(?:system\.)?(?:string|datetime)$/i.test(typeName.fullName)) {
      this.reporter.error(typeName.extent, 'InvalidUnderlyingType', typeName.name);
    }
    return { kind: 'TypeConstraintAst', extent: typeName.extent, typeName };
  }

  private unclosedEnum(opening: Token): Token {
    const next = this.peekToken();
    this.reporter.incompleteAt(this.behind(opening), next.extent, 'MissingEndCurlyBrace');
    return next;
  }

  // enum-member = IDENTIFIER, [ "=", [ expression ] ], SEPARATOR* ;
  readonly enumMember = this.RULE('enumMember', (): PropertyMemberAst => {
    const name = this.take(0, t.Identifier);
    const mode = this.setMode('Expression');
    let equals: Token | undefined;
    let initialValue: ExpressionAst | undefined;
    this.option(0, () => {
      const token = this.take(0, t.Equals);
      this.ACTION(() => {
        equals = token;
      });
      initialValue = this.maybeExpression(1);
    });
    this.setMode(mode);
    return this.ACTION(() => {
      const isMissing = equals !== undefined && initialValue === undefined;
      if (isMissing && equals !== undefined) {
        this.reporter.error(this.behind(equals), 'ExpectedValueExpression', '=');
      }
      const word = this.memberNameOf(name);
      const last = initialValue?.extent ?? equals ?? name;
      const end = this.memberTerminator(last, !isMissing) ?? last;
      this.newlinesAndSemicolons();
      return {
        kind: 'PropertyMemberAst',
        extent: this.span(name, end),
        name: word.value,
        propertyType: undefined,
        attributes: [],
        isStatic: true,
        isHidden: false,
        isLiteral: true,
        initialValue,
      };
    });
  });

  // using-statement = "using", [ USING_KIND, [ command-argument, [ "=", [ command-argument ] ], ( NEWLINE | ";" ) ] ] ;
  readonly usingStatement = this.RULE('usingStatement', (): StatementAst => {
    const keyword = this.take(0, t.Using);
    const parts: UsingParts = { kind: undefined, directive: undefined, item: undefined, itemToken: undefined };
    this.option(0, () => {
      const directive: Token = this.or(0, [
        { ALT: () => this.take(0, t.Namespace) },
        { ALT: () => this.take(0, t.Type) },
        { ALT: () => this.take(0, t.Module) },
        { ALT: () => this.take(0, t.Command) },
        { ALT: () => this.take(0, t.Assembly) },
      ]);
      this.ACTION(() => {
        parts.directive = directive;
        parts.kind = usingKinds.get(directive.kind);
        parts.itemToken = this.peekToken();
      });
      this.option(1, {
        GATE: () => parts.itemToken?.kind !== 'Comma',
        DEF: () => {
          parts.item = this.subrule(0, this.commandArgument, { ARGS: ['argument'] });
        },
      });
    });
    let failed = this.ACTION(() => this.checkUsingItem(keyword, parts));
    let equals: Token | undefined;
    let aliasToken: Token | undefined;
    let alias: ExpressionAst | undefined;
    this.option(2, {
      GATE: () => failed === undefined && takesAlias(parts),
      DEF: () => {
        const token = this.take(2, t.Equals);
        this.ACTION(() => {
          equals = token;
          aliasToken = this.peekToken();
        });
        this.option(3, {
          GATE: () => aliasToken?.kind !== 'Comma',
          DEF: () => {
            alias = this.subrule(1, this.commandArgument, { ARGS: ['argument'] });
          },
        });
      },
    });
    return this.ACTION((): StatementAst => {
      if (failed === undefined && equals !== undefined && aliasToken !== undefined) {
        failed = this.checkAlias(keyword, equals, aliasToken, parts, alias);
      } else if (failed === undefined && requiresAlias(parts)) {
        failed = this.missingAlias(keyword, parts);
      }
      if (failed !== undefined) return failed;
      this.needsSymbols ||= parts.kind === 'Module';
      this.checkAssembly(parts);
      this.requireTerminator();
      return this.buildUsing(keyword, parts, alias, aliasToken);
    });
  });

  /** Assemblies are named by path; whether one exists is found out when the script is run. */
  private checkAssembly({ kind, item }: UsingParts): void {
    if (kind !== 'Assembly' || item?.kind !== 'StringConstantExpressionAst') return;
    if (/^[\\/]{2}/.test(item.value)) {
      this.reporter.error(item.extent, 'CannotLoadAssemblyFromUncPath', item.value);
    } else if (/^(?!file:)[a-z][a-z\d+.-]*:\/\/[^/]/i.test(item.value)) {
      this.reporter.error(item.extent, 'CannotLoadAssemblyWithUriSchema', item.value);
    }
  }

  private checkUsingItem(keyword: Token, parts: UsingParts): StatementAst | undefined {
    const { directive, itemToken, item, kind } = parts;
    if (directive === undefined || itemToken === undefined) {
      this.reporter.incomplete(this.behind(keyword), 'MissingUsingStatementDirective');
      return errorStatement(keyword.extent, []);
    }
    if (itemEnds.has(itemToken.kind)) {
      this.advance();
      this.reporter.incomplete(this.behind(directive), 'MissingUsingItemName');
      return errorStatement(this.span(keyword, directive), []);
    }
    if (item === undefined) {
      this.reporter.error(itemToken.extent, 'InvalidValueForUsingItemName', itemToken.text);
      this.skipTo(true, 'Semi', 'NewLine');
      return errorStatement(this.span(keyword, itemToken), []);
    }
    if (item.kind === 'StringConstantExpressionAst' || (kind === 'Module' && item.kind === 'HashtableAst')) {
      return undefined;
    }
    this.reporter.error(item.extent, 'InvalidValueForUsingItemName', item.extent.text);
    return errorStatement(this.span(keyword, item.extent), []);
  }

  private checkAlias(
    keyword: Token,
    equals: Token,
    aliasToken: Token,
    parts: UsingParts,
    alias: ExpressionAst | undefined,
  ): StatementAst | undefined {
    if (aliasToken.kind === 'Comma') {
      this.advance();
      this.reporter.error(aliasToken.extent, 'UnexpectedUnaryOperator', aliasToken.text);
      return errorStatement(this.span(keyword, aliasToken), []);
    }
    if (itemEnds.has(aliasToken.kind)) {
      this.reporter.incomplete(this.behind(equals), 'MissingNamespaceAlias');
      return errorStatement(this.span(keyword, equals), []);
    }
    if (alias?.kind === 'StringConstantExpressionAst') return undefined;
    if (alias?.kind === 'HashtableAst' && parts.kind === 'Module') return undefined;
    const extent = alias?.extent ?? aliasToken.extent;
    this.reporter.error(extent, 'InvalidValueForUsingItemName', extent.text);
    return errorStatement(this.span(keyword, extent), [parts.item, alias]);
  }

  private missingAlias(keyword: Token, { item, itemToken }: UsingParts): StatementAst {
    this.reporter.incomplete(this.behind(itemToken ?? keyword), 'MissingEqualsInUsingAlias');
    return errorStatement(this.span(keyword, item?.extent ?? keyword), [item]);
  }

  /** A using statement ends with its line, a semicolon or the script. */
  private requireTerminator(): void {
    const token = this.peekToken();
    if (token.kind === 'NewLine' || token.kind === 'Semi') this.advance();
    else if (token.kind !== 'EndOfInput') this.reporter.incomplete(token.extent, 'MissingStatementTerminator');
  }

  private buildUsing(
    keyword: Token,
    { kind = 'Module', item }: UsingParts,
    alias: ExpressionAst | undefined,
    aliasToken: Token | undefined,
  ): StatementAst {
    const specification: HashtableAst | undefined = [item, alias].find((node) => node?.kind === 'HashtableAst');
    return {
      kind: 'UsingStatementAst',
      extent: this.span(keyword, aliasToken ?? item?.extent ?? keyword),
      usingStatementKind: kind,
      name: constantOf(item),
      alias: constantOf(alias),
      moduleSpecification: specification,
    };
  }

  // configuration-statement = "configuration", NL*, [ command-argument ], NL*, [ script-block-expression ] ;
  readonly configurationStatement = this.RULE('configurationStatement', (): StatementAst | undefined => {
    const keyword = this.take(0, t.Configuration);
    this.newlines();
    let name: ExpressionAst | undefined;
    this.option(0, {
      GATE: () => this.peekKind() !== 'LCurly' && this.peekKind() !== 'Comma',
      DEF: () => {
        name = this.subrule(0, this.commandArgument, { ARGS: ['argument'] });
      },
    });
    this.newlines();
    let hasBody = false;
    this.option(1, () => {
      this.subrule(0, this.scriptBlockExpression);
      this.ACTION(() => {
        hasBody = true;
      });
    });
    return this.ACTION(() => {
      if (name === undefined) this.reporter.error(this.behind(keyword), 'MissingConfigurationName');
      else if (!hasBody) this.reporter.incomplete(this.behind(name.extent), 'MissingCurlyInConfigurationStatement');
      else this.reporter.error(keyword.extent, 'ConfigurationNotSupported', keyword.text);
      return errorStatement(this.span(keyword, name?.extent ?? keyword), [name]);
    });
  });
}

const usingKinds: ReadonlyMap<TokenKind, UsingStatementKind> = new Map<TokenKind, UsingStatementKind>([
  ['Namespace', 'Namespace'],
  ['Type', 'Type'],
  ['Module', 'Module'],
  ['Command', 'Command'],
  ['Assembly', 'Assembly'],
]);

const itemEnds: ReadonlySet<TokenKind> = new Set<TokenKind>(['EndOfInput', 'NewLine', 'Comma', 'Semi']);

function requiresAlias({ kind }: UsingParts): boolean {
  return kind === 'Type' || kind === 'Command';
}

function takesAlias({ kind, item }: UsingParts): boolean {
  return kind !== 'Assembly' && item?.kind !== 'HashtableAst';
}

function constantOf(node: ExpressionAst | undefined): StringConstantExpressionAst | undefined {
  return node?.kind === 'StringConstantExpressionAst' ? node : undefined;
}
