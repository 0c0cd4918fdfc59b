import type { TypeName } from '../ast/type-names.ts';
import { arrayTypeName, genericTypeName, simpleTypeName } from '../build/type-names.ts';
import { scanAssemblyName } from '../scanner/words.ts';
import type { Extent } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { tokenTypes as t } from '../tokens/token-types.ts';
import { BaseParser, type Located } from './base-parser.ts';

/** Name of a type argument that is missing. */
const errorTypeName = ':ErrorTypeName:';
const maxRank = 32;

interface Dimensions {
  readonly end: Located;
  readonly rank: number;
}

interface TypeArguments {
  readonly end: Located;
  readonly names: readonly TypeName[];
}

/** Rules for the names of types between brackets. */
export abstract class TypeRules extends BaseParser {
  /** A type name, if one comes next, scanned as such; with an assembly where the caller allows one. */
  protected maybeTypeName(idx: number, allowAssembly: boolean): TypeName | undefined {
    let name: TypeName | undefined;
    const mode = this.setMode('TypeName');
    this.option(idx, () => {
      name = this.subrule(idx, this.typeName, { ARGS: [allowAssembly, false] });
    });
    this.setMode(mode);
    return name;
  }

  // type-name = IDENTIFIER, [ "[", ( dimensions | type-arguments ), { "[", dimensions } ], [ assembly ] ;
  readonly typeName = this.RULE('typeName', (allowAssembly = true, isArgument = false): TypeName => {
    const name = this.take(0, t.Identifier);
    let args: TypeArguments | undefined;
    const arrays: Dimensions[] = [];
    let suffix: 'none' | 'read' | 'broken' = 'none';
    this.option(0, () => {
      const opening = this.take(0, t.LBracket);
      suffix = 'read';
      this.newlines();
      this.or(0, [
        { ALT: () => this.addTo(arrays, this.subrule(0, this.dimensions)) },
        {
          ALT: () => {
            args = this.subrule(0, this.typeArguments);
          },
        },
        {
          ALT: () => {
            suffix = 'broken';
            this.ACTION(() => this.recoverTypeSuffix(opening));
          },
        },
      ]);
    });
    this.many(0, {
      GATE: () => suffix === 'read',
      DEF: () => {
        this.take(1, t.LBracket);
        this.addTo(arrays, this.subrule(1, this.dimensions));
      },
    });
    let assembly: string | undefined;
    this.option(1, {
      GATE: () => !isArgument && suffix !== 'broken' && (suffix === 'read' || allowAssembly),
      DEF: () => {
        assembly = this.subrule(0, this.assembly);
      },
    });
    return this.ACTION(() => this.buildTypeName(name, args, arrays, assembly));
  });

  private addTo(arrays: Dimensions[], dimensions: Dimensions | undefined): void {
    if (dimensions !== undefined) arrays.push(dimensions);
  }

  private recoverTypeSuffix(opening: Token): void {
    const token = this.advance();
    if (token.kind === 'EndOfInput') {
      this.putBack(token);
      this.reporter.incomplete(this.behind(opening), 'MissingTypename');
    } else {
      this.reporter.error(token.extent, 'UnexpectedToken', token.text);
      this.skipTo(true, 'RBracket');
    }
  }

  private buildTypeName(
    name: Token,
    args: TypeArguments | undefined,
    arrays: readonly Dimensions[],
    assembly: string | undefined,
  ): TypeName {
    const plain = args === undefined && arrays.length === 0 && assembly !== undefined;
    const nameExtent: Extent = plain ? this.span(name, this.scanner.currentExtent()) : name.extent;
    const simple = simpleTypeName(nameExtent, name.text, assembly);
    let result: TypeName = args === undefined ? simple : genericTypeName(this.span(name, args.end), simple, args.names);
    for (const { end, rank } of arrays) result = arrayTypeName(this.span(name, end), result, rank);
    return result;
  }

  // dimensions = "]" | ",", { "," }, "]" ;
  readonly dimensions = this.RULE('dimensions', (): Dimensions | undefined => {
    return this.or<readonly { ALT: () => Dimensions | undefined }[]>(0, [
      {
        ALT: () => {
          const closing = this.take(0, t.RBracket);
          return { end: closing, rank: 1 };
        },
      },
      {
        ALT: () => {
          const commas: Token[] = [];
          this.atLeastOne(0, () => {
            commas.push(this.take(0, t.Comma));
          });
          const closing = this.takeIf(1, t.RBracket);
          return this.ACTION(() => this.checkDimensions(commas, closing));
        },
      },
      { ALT: () => this.ACTION(() => this.recoverDimensions()) },
    ]);
  });

  private checkDimensions(commas: readonly Token[], closing: Token | undefined): Dimensions | undefined {
    const first = commas[0];
    const last = commas.at(-1);
    const rank = commas.length + 1;
    if (first === undefined || last === undefined) return undefined;
    if (rank > maxRank) {
      this.reporter.error(this.span(first, last), 'ArrayHasTooManyDimensions', String(rank));
      return undefined;
    }
    if (closing !== undefined) return { end: closing, rank };
    const next = this.peekToken();
    this.reporter.error(this.behind(last), 'EndSquareBracketExpectedAtEndOfAttribute');
    return { end: next, rank };
  }

  private recoverDimensions(): undefined {
    const token = this.advance();
    if (token.kind === 'EndOfInput') {
      this.putBack(token);
      this.reporter.error(this.ahead(token), 'EndSquareBracketExpectedAtEndOfAttribute');
    } else {
      this.reporter.error(token.extent, 'UnexpectedToken', token.text);
      this.skipTo(true, 'RBracket');
    }
    return undefined;
  }

  // assembly = ",", ASSEMBLY_NAME ;
  readonly assembly = this.RULE('assembly', (): string | undefined => {
    const comma = this.take(0, t.Comma);
    return this.ACTION(() => {
      const name = scanAssemblyName(this.scanner);
      if (name.trim() !== '') return name;
      this.reporter.error(this.behind(comma), 'MissingAssemblyNameSpecification');
      return undefined;
    });
  });

  // type-arguments = type-argument-list, "]" ;
  readonly typeArguments = this.RULE('typeArguments', (): TypeArguments => {
    const names = this.subrule(0, this.typeArgumentList);
    const closing = this.takeIf(0, t.RBracket);
    return this.ACTION(() => {
      if (closing !== undefined) return { names, end: closing };
      const extent = this.ahead(this.peekToken());
      this.reporter.incomplete(extent, 'EndSquareBracketExpectedAtEndOfAttribute');
      return { names, end: names.at(-1)?.extent ?? extent };
    });
  });

  // type-argument-list = type-argument, { NL*, ",", NL*, type-argument } ;
  readonly typeArgumentList = this.RULE('typeArgumentList', (): readonly TypeName[] => {
    this.nest();
    const names = [this.subrule(0, this.typeArgument)];
    this.many(0, {
      GATE: () => this.skippedNewlines(),
      DEF: () => {
        const comma = this.take(0, t.Comma);
        this.newlines();
        let name: TypeName | undefined;
        this.option(0, () => {
          name = this.subrule(1, this.typeArgument);
        });
        this.ACTION(() => {
          if (name === undefined) this.reporter.incomplete(this.behind(comma), 'MissingTypename');
          names.push(name ?? simpleTypeName(comma.extent, errorTypeName));
        });
      },
    });
    this.unnest();
    return names;
  });

  /** Skips line ends before a decision is taken; always true. */
  protected skippedNewlines(): true {
    this.newlines();
    return true;
  }

  // type-argument = type-name | "[", type-name, "]" ;
  readonly typeArgument = this.RULE('typeArgument', (): TypeName => {
    return this.or<readonly { ALT: () => TypeName }[]>(0, [
      { ALT: () => this.subrule(0, this.typeName, { ARGS: [true, true] }) },
      {
        ALT: () => {
          const opening = this.take(0, t.LBracket);
          let name: TypeName | undefined;
          let closing: Token | undefined;
          this.option(0, () => {
            name = this.subrule(1, this.typeName, { ARGS: [true, false] });
            closing = this.takeIf(1, t.RBracket);
          });
          return this.ACTION(() => this.checkBracketedArgument(opening, name, closing));
        },
      },
    ]);
  });

  private checkBracketedArgument(opening: Token, name: TypeName | undefined, closing: Token | undefined): TypeName {
    if (name === undefined) {
      this.reporter.incomplete(this.behind(this.peekToken()), 'MissingTypename');
      return simpleTypeName(opening.extent, errorTypeName);
    }
    if (closing === undefined) {
      this.reporter.incomplete(this.ahead(this.peekToken()), 'EndSquareBracketExpectedAtEndOfType');
    }
    return name;
  }
}
