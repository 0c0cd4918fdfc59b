import type { AttributeAst, AttributeBaseAst, NamedAttributeArgumentAst } from '../ast/definitions.ts';
import type { ExpressionAst, StringConstantExpressionAst } from '../ast/expressions.ts';
import { bareWord, errorExpression } from '../build/expressions.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags } from '../tokens/token-kinds.ts';
import { tokenTypes as t } from '../tokens/token-types.ts';
import type { Located } from './base-parser.ts';
import { TypeRules } from './type-rules.ts';

interface AttributeArguments {
  readonly positional: ExpressionAst[];
  readonly named: NamedAttributeArgumentAst[];
  /** The last thing of the list, to end the attribute when its brackets are missing. */
  last: Located;
}

/** Rules for what stands in brackets before parameters, members, statements and expressions. */
export abstract class AttributeRules extends TypeRules {
  /** Attributes and types, if any come next; undefined when there are none. */
  protected maybeAttributes(idx: number, inExpression: boolean): readonly AttributeBaseAst[] | undefined {
    let attributes: readonly AttributeBaseAst[] | undefined;
    this.option(idx, {
      GATE: () => this.peekBracket(),
      DEF: () => {
        attributes = this.subrule(idx, this.attributes, { ARGS: [inExpression] });
      },
    });
    return attributes;
  }

  // attributes = attribute, { NL*, attribute } ;
  readonly attributes = this.RULE('attributes', (inExpression = false): readonly AttributeBaseAst[] | undefined => {
    const list: AttributeBaseAst[] = [];
    let more = true;
    let isFirst = true;
    this.atLeastOne(0, {
      GATE: () => isFirst || (more && this.peekBracket()),
      DEF: () => {
        isFirst = false;
        const attribute = this.subrule(0, this.attribute);
        this.ACTION(() => {
          more = attribute !== undefined;
          if (attribute !== undefined) list.push(attribute);
          if (more && (!inExpression || attribute?.kind === 'AttributeAst')) this.newlines();
        });
      },
    });
    return list.length === 0 ? undefined : list;
  });

  /** An attribute or type, if one comes next. */
  protected maybeAttribute(idx: number): AttributeBaseAst | undefined {
    let attribute: AttributeBaseAst | undefined;
    this.option(idx, {
      GATE: () => this.peekBracket(),
      DEF: () => {
        attribute = this.subrule(idx, this.attribute);
      },
    });
    return attribute;
  }

  // attribute = "[", NL*, type-name, [ "(", [ attribute-arguments ], NL*, ")", NL* ], "]" ;
  readonly attribute = this.RULE('attribute', (): AttributeBaseAst | undefined => {
    const opening = this.take(0, t.LBracket);
    this.newlines();
    const typeName = this.maybeTypeName(0, true);
    let list: AttributeArguments | undefined;
    let openParen: Token | undefined;
    let closeParen: Token | undefined;
    this.option(1, {
      GATE: () => typeName !== undefined,
      DEF: () => {
        openParen = this.take(0, t.LParen);
        this.newlines();
        const mode = this.setMode('Expression');
        list = this.subrule(0, this.attributeArguments, { ARGS: [openParen] });
        this.setMode(mode);
        this.newlines();
        closeParen = this.takeIf(2, t.RParen);
        this.ACTION(() => this.checkAttributeParen(closeParen, list?.last));
        this.newlines();
      },
    });
    let closing: Token | undefined;
    this.option(3, {
      GATE: () => typeName !== undefined,
      DEF: () => {
        closing = this.take(3, t.RBracket);
      },
    });
    return this.ACTION((): AttributeBaseAst | undefined => {
      if (typeName === undefined) {
        this.resync(opening.startOffset);
        this.reporter.incomplete(this.behind(opening), 'MissingTypename');
        return undefined;
      }
      if (list === undefined) {
        const end = closing ?? this.reportOpenType(typeName.extent);
        return { kind: 'TypeConstraintAst', extent: this.span(opening, end), typeName };
      }
      if (closing === undefined && closeParen !== undefined) {
        this.reporter.incomplete(this.behind(closeParen), 'EndSquareBracketExpectedAtEndOfAttribute');
      }
      this.markAttributeName(typeName.extent.startOffset);
      return {
        kind: 'AttributeAst',
        extent: this.span(opening, closing ?? closeParen ?? list.last),
        typeName,
        positionalArguments: list.positional,
        namedArguments: list.named,
      };
    });
  });

  private checkAttributeParen(closing: Token | undefined, last: Located | undefined): void {
    if (closing !== undefined || last === undefined) return;
    this.reporter.incomplete(this.behind(last), 'MissingEndParenthesisInExpression');
  }

  private reportOpenType(end: Located): Located {
    this.reporter.error(this.ahead(this.peekToken()), 'EndSquareBracketExpectedAtEndOfAttribute');
    return end;
  }

  private markAttributeName(offset: number): void {
    const { tokens } = this.scanner;
    for (let i = tokens.length - 1; i >= 0; i--) {
      const token = tokens[i];
      if (token === undefined || token.startOffset < offset) return;
      if (token.startOffset === offset) token.flags |= TokenFlags.AttributeName;
    }
  }

  // attribute-arguments = attribute-argument, { NL*, ",", attribute-argument } ;
  readonly attributeArguments = this.RULE('attributeArguments', (opening?: Token): AttributeArguments => {
    const list: AttributeArguments = { positional: [], named: [], last: opening ?? { startOffset: 0, endOffset: 0 } };
    const separates = this.commaSeparates;
    this.commaSeparates = true;
    this.newlines();
    this.subrule(0, this.attributeArgument, { ARGS: [list, undefined] });
    this.many(0, {
      GATE: () => this.skippedNewlines(),
      DEF: () => {
        const comma = this.take(0, t.Comma);
        list.last = comma;
        this.newlines();
        this.subrule(1, this.attributeArgument, { ARGS: [list, comma] });
      },
    });
    this.commaSeparates = separates;
    return list;
  });

  // attribute-argument = [ IDENTIFIER, [ "=", NL*, expression ] | expression ] ;
  readonly attributeArgument = this.RULE('attributeArgument', (list?: AttributeArguments, comma?: Token): void => {
    let name: Token | undefined;
    let value: ExpressionAst | undefined;
    this.option(0, {
      GATE: () => this.peekSimpleName(),
      DEF: () => {
        const word = this.take(0, t.Identifier);
        this.ACTION(() => {
          name = word;
        });
        this.option(1, () => {
          const equals = this.take(1, t.Equals);
          this.newlines();
          value = this.maybeExpression(2);
          this.ACTION(() => {
            value ??= this.recoverArgumentValue(equals);
            if (list !== undefined) list.last = value.extent;
          });
        });
      },
    });
    const positional = name === undefined ? this.maybeExpression(3) : undefined;
    this.ACTION(() => {
      if (list === undefined) return;
      if (name !== undefined) this.addNamed(list, name, value);
      else this.addPositional(list, positional, comma);
    });
  });

  private recoverArgumentValue(equals: Token): ExpressionAst {
    const extent = this.behind(equals);
    this.reporter.incomplete(extent, 'MissingExpressionInNamedArgument');
    this.skipTo(true, 'Comma', 'RParen', 'RBracket', 'NewLine');
    return errorExpression(extent, []);
  }

  private addNamed(list: AttributeArguments, token: Token, value: ExpressionAst | undefined): void {
    const name = this.memberNameOf(token);
    const argument = value ?? {
      kind: 'ConstantExpressionAst',
      extent: name.extent,
      value: { type: 'bool', value: true },
    };
    list.named.push({
      kind: 'NamedAttributeArgumentAst',
      extent: this.span(name.extent, argument.extent),
      argumentName: name.value,
      argument,
      expressionOmitted: value === undefined,
    });
  }

  private addPositional(list: AttributeArguments, value: ExpressionAst | undefined, comma: Token | undefined): void {
    if (value === undefined && comma === undefined) return;
    const extent = value?.extent ?? (comma === undefined ? this.source.empty : this.behind(comma));
    if (value === undefined) this.reporter.incomplete(extent, 'MissingExpressionAfterToken', ',');
    list.positional.push(value ?? errorExpression(extent, []));
    list.last = extent;
  }

  /** The bare word of a simple name, whose token is marked as a member's name. */
  protected memberNameOf(token: Token): StringConstantExpressionAst {
    token.flags |= TokenFlags.MemberName;
    return bareWord(token.extent, token.text);
  }
}

/** Those of a list that are attributes, not types. */
export function attributesOnly(list: readonly AttributeBaseAst[] | undefined): readonly AttributeAst[] {
  return list === undefined ? [] : list.filter((item) => item.kind === 'AttributeAst');
}
