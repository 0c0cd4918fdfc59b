import type {
  AttributeAst,
  AttributeBaseAst,
  FunctionDefinitionAst,
  MemberAst,
  ParameterAst,
  TypeConstraintAst,
} from '../ast/definitions.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { ScriptBlockAst } from '../ast/script-block.ts';
import type { CommandBaseAst, StatementAst } from '../ast/statements.ts';
import { parseVariablePath } from '../ast/variable-path.ts';
import { errorStatement } from '../build/statements.ts';
import type { Extent } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags } from '../tokens/token-kinds.ts';
import { categories as c, tokenTypes as t } from '../tokens/token-types.ts';
import { attributesOnly } from './attribute-rules.ts';
import type { Located } from './base-parser.ts';
import type { ArgumentList } from './member-rules.ts';
import { ScriptRules } from './script-rules.ts';

/** What stands before a member. */
interface MemberHead {
  readonly attributes: AttributeAst[];
  type: TypeConstraintAst | undefined;
  start: Located | undefined;
  /** The last attribute or modifier. */
  last: Located | undefined;
  staticToken: Token | undefined;
  hiddenToken: Token | undefined;
}

/** A member, or what is left of one that could not be parsed. */
interface FoundMember {
  readonly member: MemberAst | undefined;
  readonly leftOver: readonly Ast[];
}

/** The call of the base constructor, as far as it was found. */
interface BaseCall {
  readonly keyword: Token | undefined;
  readonly args: ArgumentList | undefined;
  /** Where the part that is there ends, once something was missing. */
  readonly end: Located | undefined;
}

/** Rules for classes. */
export abstract class ClassRules extends ScriptRules {
  // class-statement = "class", NL*, [ IDENTIFIER, NL*, [ base-types ], "{", { class-member }, "}" ] ;
  readonly classStatement = this.RULE(
    'classStatement',
    (attributes: readonly AttributeBaseAst[] = []): StatementAst => {
      const keyword = this.take(0, t.Class);
      this.newlines();
      const name = this.definitionName(0);
      if (this.ACTION(() => name === undefined) === true) return this.missingName(keyword);
      this.ACTION(() => {
        if (name !== undefined) name.flags = (name.flags & ~TokenFlags.MemberName) | TokenFlags.TypeName;
      });
      this.newlines();
      const mode = this.setMode('Signature');
      const baseTypes: TypeConstraintAst[] = [];
      this.option(1, () => {
        this.subrule(0, this.baseTypes, { ARGS: [baseTypes] });
      });
      const members: MemberAst[] = [];
      const leftOver: Ast[] = [];
      let opening: Token | undefined;
      let closing: Token | undefined;
      let last: Located | undefined;
      this.option(2, () => {
        opening = this.take(1, t.LCurly);
        last = opening;
        let more = true;
        this.many(0, {
          GATE: () => more && this.peekMember(),
          DEF: () => {
            const found = this.subrule(0, this.classMember, { ARGS: [name] });
            this.ACTION(() => {
              more = found.member !== undefined || found.leftOver.length > 0;
              if (found.member !== undefined) members.push(found.member);
              leftOver.push(...found.leftOver);
              last = found.leftOver.at(-1)?.extent ?? found.member?.extent ?? last;
            });
          },
        });
        closing = this.takeIf(3, t.RCurly);
      });
      const statement = this.ACTION(() => {
        if (opening === undefined)
          return this.missingBody(keyword, baseTypes.at(-1)?.extent ?? name ?? keyword, baseTypes);
        if (closing === undefined) {
          this.reporter.incompleteAt(this.behind(opening), this.peekToken().extent, 'MissingEndCurlyBrace');
        }
        const extent = this.span(attributes[0]?.extent ?? keyword, closing ?? last ?? opening);
        return this.typeDefinition(extent, attributes, name, 'Class', baseTypes, members, leftOver);
      });
      this.setMode(mode);
      return statement;
    },
  );

  /** The name behind `class` or `enum`, if it is there. */
  protected definitionName(idx: number): Token | undefined {
    let name: Token | undefined;
    this.option(idx, {
      GATE: () => this.peekSimpleName(),
      DEF: () => {
        const token = this.take(idx, t.Identifier);
        this.ACTION(() => {
          name = token;
          this.memberNameOf(token);
        });
      },
    });
    return name;
  }

  protected missingName(keyword: Token): StatementAst {
    this.reporter.incomplete(this.behind(keyword), 'MissingNameAfterKeyword', keyword.text);
    return errorStatement(keyword.extent, []);
  }

  protected missingBody(keyword: Token, last: Located, nested: readonly Ast[]): StatementAst {
    this.reporter.incomplete(this.behind(last), 'MissingTypeBody', keyword.text.toLowerCase());
    return errorStatement(this.span(keyword, last), nested);
  }

  /** A finished type definition; types before the keyword, or members that could not be parsed, spoil it. */
  protected typeDefinition(
    extent: Extent,
    attributes: readonly AttributeBaseAst[],
    name: Token | undefined,
    typeAttributes: 'Class' | 'Enum',
    baseTypes: readonly TypeConstraintAst[],
    members: readonly MemberAst[],
    leftOver: readonly Ast[],
  ): StatementAst {
    this.needsSymbols = true;
    const definition: StatementAst = {
      kind: 'TypeDefinitionAst',
      extent,
      name: name?.text ?? '',
      attributes: attributesOnly(attributes),
      baseTypes,
      members,
      typeAttributes,
    };
    const types = attributes.filter(({ kind }) => kind === 'TypeConstraintAst');
    if (types.length === 0 && leftOver.length === 0) return definition;
    const spoiled = types.length === 0 ? leftOver : [...leftOver, ...types, definition];
    return errorStatement(extent, spoiled);
  }

  // base-types = ":", NL*, [ type-name, NL*, { ",", NL*, [ type-name ], NL* } ] ;
  readonly baseTypes = this.RULE('baseTypes', (list: TypeConstraintAst[] = []): void => {
    const colon = this.take(0, t.Colon);
    let more = true;
    const one = (idx: number, before: Token): void => {
      this.newlines();
      const typeName = this.maybeTypeName(idx, false);
      this.ACTION(() => {
        more = typeName !== undefined;
        if (typeName === undefined) {
          this.reporter.incomplete(this.behind(before), 'TypeNameExpected');
          return;
        }
        list.push({ kind: 'TypeConstraintAst', extent: typeName.extent, typeName });
        this.newlines();
      });
    };
    one(1, colon);
    this.many(0, { GATE: () => more, DEF: () => one(2, this.take(0, t.Comma)) });
  });

  /** Scans ahead for the first token of a member. */
  private peekMember(): boolean {
    this.newlines();
    this.peekBracket();
    return true;
  }

  // class-member = { attribute | "static" | "hidden" }, ( property | method ) ;
  readonly classMember = this.RULE('classMember', (className?: Token): FoundMember => {
    const head: MemberHead = {
      attributes: [],
      type: undefined,
      start: undefined,
      last: undefined,
      staticToken: undefined,
      hiddenToken: undefined,
    };
    let found: FoundMember | undefined;
    let more = true;
    this.many(0, {
      GATE: () => more && this.peekMember(),
      DEF: () => {
        this.or(0, [
          {
            ALT: () => {
              const attribute = this.subrule(0, this.attribute);
              this.ACTION(() => {
                more = attribute !== undefined;
                this.addAttribute(head, attribute);
              });
            },
          },
          {
            ALT: () => {
              const token = this.take(0, t.Static);
              this.ACTION(() => {
                this.checkQualifier(head, head.staticToken, token);
                head.staticToken = token;
              });
            },
          },
          {
            ALT: () => {
              const token = this.take(0, t.Hidden);
              this.ACTION(() => {
                this.checkQualifier(head, head.hiddenToken, token);
                head.hiddenToken = token;
              });
            },
          },
        ]);
      },
    });
    this.option(0, () => {
      const result = this.or<readonly { ALT: () => FoundMember | undefined }[]>(1, [
        { ALT: () => this.subrule(0, this.property, { ARGS: [head] }) },
        { ALT: () => this.subrule(0, this.method, { ARGS: [head, className] }) },
      ]);
      this.ACTION(() => {
        found = result;
      });
    });
    return this.ACTION(() => found ?? this.incompleteMember(head));
  });

  private addAttribute(head: MemberHead, attribute: AttributeBaseAst | undefined): void {
    if (attribute === undefined) return;
    head.last = attribute.extent;
    head.start ??= attribute.extent;
    if (attribute.kind === 'AttributeAst') head.attributes.push(attribute);
    else if (head.type === undefined) head.type = attribute;
    else this.reporter.error(attribute.extent, 'TooManyTypes');
  }

  private checkQualifier(head: MemberHead, before: Token | undefined, token: Token): void {
    head.start ??= token;
    head.last = token;
    if (before !== undefined) this.reporter.error(token.extent, 'DuplicateQualifier', token.text);
  }

  private leftOf(head: MemberHead, ...more: readonly (Ast | undefined)[]): FoundMember {
    const leftOver = [...head.attributes, head.type, ...more].filter((node) => node !== undefined);
    return { member: undefined, leftOver };
  }

  private incompleteMember(head: MemberHead): FoundMember {
    if (head.last === undefined) return { member: undefined, leftOver: [] };
    this.reporter.incomplete(this.behind(head.last), 'IncompleteMemberDefinition');
    return this.leftOf(head);
  }

  // property = VARIABLE, [ "=", NL*, [ expression ] ], SEPARATOR* ;
  readonly property = this.RULE('property', (head?: MemberHead): FoundMember | undefined => {
    const name = this.take(0, t.Variable);
    let initialValue: ExpressionAst | undefined;
    this.option(0, () => {
      this.take(0, t.Equals);
      this.newlines();
      initialValue = this.maybeExpression(1);
    });
    return this.ACTION(() => {
      if (head === undefined || name.value.is !== 'variable') return undefined;
      const last = initialValue?.extent ?? name;
      const end = this.memberTerminator(last, true) ?? last;
      this.newlinesAndSemicolons();
      const { unqualifiedPath } = name.value.variablePath;
      if (unqualifiedPath === '') return this.leftOf(head, initialValue);
      const member: MemberAst = {
        kind: 'PropertyMemberAst',
        extent: this.span(head.start ?? name, end),
        name: unqualifiedPath,
        propertyType: head.type,
        attributes: head.attributes,
        isStatic: head.staticToken !== undefined,
        isHidden: head.hiddenToken !== undefined,
        isLiteral: false,
        initialValue,
      };
      return { member, leftOver: [] };
    });
  });

  /** Reports a member that does not end here when asked; a semicolon that ends it belongs to it. */
  protected memberTerminator(last: Located, report: boolean): Token | undefined {
    const token = this.peekToken();
    if (token.kind === 'Semi') return token;
    if (report && token.kind !== 'NewLine' && token.kind !== 'RCurly') {
      this.reporter.incomplete(this.behind(last), 'MissingPropertyTerminator');
    }
    return undefined;
  }

  // method = MEMBER_NAME, [ parameter-declaration ], [ base-call ], braces ;
  readonly method = this.RULE('method', (head?: MemberHead, className?: Token): FoundMember | undefined => {
    const name = this.take(0, c.MemberName);
    const isConstructor = this.ACTION(() => {
      name.flags = TokenFlags.None;
      return head?.staticToken === undefined && name.text.toLowerCase() === className?.text.toLowerCase();
    });
    let declaration: {
      parameters: readonly ParameterAst[] | undefined;
      closing?: Token | undefined;
      end?: Located | undefined;
    } = { parameters: [] };
    let hasParameters = false;
    this.option(0, {
      GATE: () => this.peekKind() === 'LParen',
      DEF: () => {
        declaration = this.subrule(0, this.methodParameters);
        this.ACTION(() => {
          hasParameters = true;
        });
      },
    });
    this.ACTION(() => {
      if (!hasParameters) this.reporter.incomplete(this.behind(name), 'MissingMethodParameterList');
    });
    let base: BaseCall = { keyword: undefined, args: undefined, end: undefined };
    if (isConstructor !== false) {
      this.newlines();
      const mode = this.setMode('Signature');
      this.option(1, () => {
        const call = this.subrule(0, this.baseCall);
        this.ACTION(() => {
          base = call;
        });
      });
      this.setMode(mode);
    }
    let body: ScriptBlockAst | undefined;
    const failedAt = this.ACTION(() => base.end ?? declaration.end);
    this.option(2, {
      GATE: () => failedAt === undefined,
      DEF: () => {
        const mode = this.mode;
        const first = isConstructor === true ? this.baseConstructorCall(base) : undefined;
        body = this.subrule(0, this.braces, { ARGS: [{ isFilter: false, first }] });
        this.setMode(mode);
      },
    });
    return this.ACTION(() => {
      if (head === undefined) return undefined;
      if (body === undefined) return this.failedMethod(head, name, failedAt, declaration.closing);
      const definition = this.functionDefinition(
        this.span(name, body.extent),
        undefined,
        name,
        declaration.parameters,
        body,
      );
      return { member: this.methodMember(head, definition, className), leftOver: [] };
    });
  });

  // method-parameters = parameter-declaration ;
  readonly methodParameters = this.RULE('methodParameters', () => {
    return this.subrule(0, this.parameterDeclaration);
  });

  private failedMethod(
    head: MemberHead,
    name: Token,
    end: Located | undefined,
    closing: Token | undefined,
  ): FoundMember {
    if (end === undefined) this.reporter.incomplete(this.behind(closing ?? name), 'MissingFunctionBody');
    else if (this.peekKind() === 'LCurly') this.advance();
    this.skipTo(false, 'RCurly');
    return this.leftOf(head);
  }

  private methodMember(head: MemberHead, definition: FunctionDefinitionAst, className: Token | undefined): MemberAst {
    return {
      kind: 'FunctionMemberAst',
      extent: this.span(head.start ?? definition.extent, definition.extent),
      name: definition.name,
      returnType: head.type,
      attributes: head.attributes,
      isStatic: head.staticToken !== undefined,
      isHidden: head.hiddenToken !== undefined,
      isConstructor: definition.name.toLowerCase() === className?.text.toLowerCase(),
      functionDefinition: definition,
    };
  }

  // base-call = ":", NL*, [ "base", NL*, [ argument-list ], NL* ] ;
  readonly baseCall = this.RULE('baseCall', (): BaseCall => {
    const colon = this.take(0, t.Colon);
    let keyword: Token | undefined;
    let args: ArgumentList | undefined;
    this.newlines();
    this.option(0, () => {
      keyword = this.take(0, t.Base);
      this.newlines();
      this.option(1, () => {
        args = this.subrule(0, this.argumentList);
        this.newlines();
      });
    });
    return this.ACTION(() => {
      if (keyword === undefined) {
        this.reporter.incomplete(this.behind(colon), 'MissingBaseCtorCall');
        return { keyword, args, end: colon };
      }
      if (args !== undefined) return { keyword, args, end: undefined };
      this.reporter.incomplete(this.behind(keyword), 'MissingMethodParameterList');
      return { keyword, args, end: keyword };
    });
  });

  /** The statement that calls the base constructor, written or implied. */
  private baseConstructorCall({ keyword, args }: BaseCall): CommandBaseAst {
    const { empty } = this.source;
    const keywordExtent = keyword?.extent ?? empty;
    const extent = keyword === undefined || args === undefined ? empty : this.span(keyword, args.end);
    const list = args?.list ?? [];
    return {
      kind: 'CommandExpressionAst',
      extent,
      expression: {
        kind: 'BaseCtorInvokeMemberExpressionAst',
        extent,
        expression: {
          kind: 'VariableExpressionAst',
          extent: keywordExtent,
          variablePath: parseVariablePath('this'),
          splatted: false,
        },
        member: {
          kind: 'StringConstantExpressionAst',
          extent: keywordExtent,
          value: '.ctor',
          stringConstantType: 'BareWord',
        },
        arguments: list.length === 0 ? undefined : list,
        static: false,
        nullConditional: false,
        genericTypeArguments: undefined,
      },
      redirections: [],
    };
  }
}
