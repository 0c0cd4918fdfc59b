import {
  Extent,
  type ParseError,
  type ParseResult,
  parse,
  type ScriptRequirements,
  Token,
  TokenFlags,
  type TypeCatalogue,
  type TypeName,
  tokenKinds,
  type VariablePath,
} from '../../../parser/index.ts';
import type { EngineContext } from '../../engine.ts';
import { decodeText, markedEncoding } from '../../text/text-encoding.ts';
import { ReadOnlyCollection } from '../../values/net-list.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defineEnum } from '../define-enum.ts';
import { defineType, type RefSlot, type TypeSpec } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { pathArgument, readBytes } from '../system-io/file-calls.ts';
import { typeCatalogue } from '../type-catalogue.ts';
import { typeTable } from '../type-table.ts';
import { constantValue, reflectionType } from './ast-special.ts';
import { parserTypeName } from './ast-value.ts';

const prefix = 'System.Management.Automation.Language.';

/** A point of a script: IScriptPosition. */
class ScriptPosition extends NetObject {
  readonly extent: Extent;
  readonly offset: number;

  constructor(extent: Extent, offset: number) {
    super();
    this.extent = extent;
    this.offset = offset;
  }
}

function answer(result: ParseResult, tokens: RefSlot, errors: RefSlot): PSValue {
  const table = typeTable();
  tokens.value = new TypedArray(table.get(`${prefix}Token`), [...result.tokens]);
  errors.value = new TypedArray(table.get(`${prefix}ParseError`), [...result.errors]);
  return result.ast;
}

function parseInput(
  engine: EngineContext,
  text: string | null,
  file: string | null,
  tokens: RefSlot,
  errors: RefSlot,
): PSValue {
  if (text === null) throw argumentNull('input');
  const types = catalogueOf(engine);
  return answer(parse(text, file === null ? { types } : { file, types }), tokens, errors);
}

function catalogueOf(engine: EngineContext): TypeCatalogue {
  return typeCatalogue((name) => engine.resolveType(name));
}

function parseFile(engine: EngineContext, name: string | null, tokens: RefSlot, errors: RefSlot) {
  if (name === null) throw argumentNull('fileName');
  return andThen(readBytes(engine, name), (bytes) => {
    const text = decodeText(bytes, markedEncoding(bytes));
    return answer(parse(text, { file: pathArgument(engine, name), types: catalogueOf(engine) }), tokens, errors);
  });
}

/** Which class of token one is. */
function tokenTypeName(token: Token): string {
  switch (token.value.is) {
    case 'number':
      return `${prefix}NumberToken`;
    case 'string':
      return `${prefix}StringLiteralToken`;
    case 'expandable':
      return `${prefix}StringExpandableToken`;
    case 'parameter':
      return `${prefix}ParameterToken`;
    case 'variable':
      return `${prefix}VariableToken`;
    case 'label':
      return `${prefix}LabelToken`;
    case 'file':
      return `${prefix}FileRedirectionToken`;
    case 'merge':
      return `${prefix}MergingRedirectionToken`;
    case 'input':
      return `${prefix}InputRedirectionToken`;
    default:
      return `${prefix}Token`;
  }
}

/** A field of what a token carries. */
const carried = (field: string) => (token: Token) => (token.value as Readonly<Record<string, PSValue>>)[field] ?? null;

const tokenTypes: readonly TypeSpec[] = [
  defineType({
    name: `${prefix}Token`,
    jsClass: Token as never,
    typeNameOf: tokenTypeName,
    members: {
      'prop Text string get': (t: Token) => t.text,
      'prop TokenFlags TokenFlags get': (t: Token) => t.flags,
      'prop Kind TokenKind get': (t: Token) => tokenKinds.indexOf(t.kind),
      'prop HasError bool get': (t: Token) => t.hasError,
      'prop Extent IScriptExtent get': (t: Token) => t.extent,
      'ToString() string': (t: Token) => (t.kind === 'EndOfInput' ? '<eof>' : t.text),
    },
  }),
  defineType({
    name: `${prefix}NumberToken`,
    base: `${prefix}Token`,
    members: {
      'prop Value object get': (t: Token) =>
        t.value.is === 'number' && t.value.number ? constantValue(t.value.number) : null,
    },
  }),
  defineType({
    name: `${prefix}ParameterToken`,
    base: `${prefix}Token`,
    members: {
      'prop ParameterName string get': carried('parameterName'),
      'prop UsedColon bool get': carried('usedColon'),
    },
  }),
  defineType({
    name: `${prefix}VariableToken`,
    base: `${prefix}Token`,
    members: {
      'prop Name string get': (t: Token) => (t.value.is === 'variable' ? t.value.variablePath.userPath : null),
      'prop VariablePath VariablePath get': carried('variablePath'),
    },
  }),
  defineType({
    name: `${prefix}StringToken`,
    base: `${prefix}Token`,
    isAbstract: true,
    members: { 'prop Value string get': carried('string') },
  }),
  defineType({ name: `${prefix}StringLiteralToken`, base: `${prefix}StringToken` }),
  defineType({
    name: `${prefix}StringExpandableToken`,
    base: `${prefix}StringToken`,
    members: {
      'prop NestedTokens ReadOnlyCollection<Token> get': (t: Token) =>
        t.value.is === 'expandable' ? new ReadOnlyCollection({ items: t.value.nestedTokens }) : null,
    },
  }),
  defineType({
    name: `${prefix}LabelToken`,
    base: `${prefix}Token`,
    members: { 'prop LabelText string get': carried('labelText') },
  }),
  defineType({ name: `${prefix}RedirectionToken`, base: `${prefix}Token`, isAbstract: true }),
  defineType({
    name: `${prefix}FileRedirectionToken`,
    base: `${prefix}RedirectionToken`,
    members: { 'prop Append bool get': carried('append') },
  }),
  defineType({ name: `${prefix}MergingRedirectionToken`, base: `${prefix}RedirectionToken` }),
  defineType({ name: `${prefix}InputRedirectionToken`, base: `${prefix}RedirectionToken` }),
];

const position = (end: boolean) => (e: Extent) => new ScriptPosition(e, end ? e.endOffset : e.startOffset);

const extentTypes: readonly TypeSpec[] = [
  defineType({ name: `${prefix}IScriptExtent`, kind: 'interface' }),
  defineType({ name: `${prefix}IScriptPosition`, kind: 'interface' }),
  defineType({ name: `${prefix}ITypeName`, kind: 'interface' }),
  defineType({
    name: `${prefix}InternalScriptExtent`,
    jsClass: Extent,
    interfaces: 'IScriptExtent',
    members: {
      'prop File string get': (e: Extent) => e.file ?? null,
      'prop StartScriptPosition IScriptPosition get': position(false),
      'prop EndScriptPosition IScriptPosition get': position(true),
      'prop StartLineNumber int get': (e: Extent) => e.startLineNumber,
      'prop StartColumnNumber int get': (e: Extent) => e.startColumnNumber,
      'prop EndLineNumber int get': (e: Extent) => e.endLineNumber,
      'prop EndColumnNumber int get': (e: Extent) => e.endColumnNumber,
      'prop Text string get': (e: Extent) => e.text,
      'prop StartOffset int get': (e: Extent) => e.startOffset,
      'prop EndOffset int get': (e: Extent) => e.endOffset,
      'ToString() string': (e: Extent) => e.text,
    },
  }),
  defineType({
    name: `${prefix}InternalScriptPosition`,
    jsClass: ScriptPosition,
    interfaces: 'IScriptPosition',
    members: {
      'prop File string get': (p: ScriptPosition) => p.extent.file ?? null,
      'prop LineNumber int get': (p: ScriptPosition) => p.extent.source.lineAt(p.offset),
      'prop ColumnNumber int get': (p: ScriptPosition) => p.extent.source.columnAt(p.offset),
      'prop Line string get': (p: ScriptPosition) => p.extent.source.lineText(p.extent.source.lineAt(p.offset)),
      'prop Offset int get': (p: ScriptPosition) => p.offset,
      'GetFullScript() string': (p: ScriptPosition) => p.extent.source.text,
    },
  }),
];

function typeNameType(name: string): TypeSpec {
  return defineType({
    name: `${prefix}${name}`,
    interfaces: 'ITypeName',
    members: {
      'prop FullName string get': (t: TypeName) => t.fullName,
      'prop Name string get': (t: TypeName) => t.name,
      'prop AssemblyName string get': (t: TypeName) => t.assemblyName ?? null,
      'prop IsArray bool get': (t: TypeName) => t.kind === 'ArrayTypeName',
      'prop IsGeneric bool get': (t: TypeName) => t.kind === 'GenericTypeName',
      'prop Extent IScriptExtent get': (t: TypeName) => t.extent,
      'prop ElementType ITypeName get': (t: TypeName) => (t.kind === 'ArrayTypeName' ? t.elementType : null),
      'prop Rank int get': (t: TypeName) => (t.kind === 'ArrayTypeName' ? t.rank : 0),
      'prop TypeName ITypeName get': (t: TypeName) => (t.kind === 'GenericTypeName' ? t.typeName : null),
      'prop GenericArguments ReadOnlyCollection<ITypeName> get': (t: TypeName) =>
        t.kind === 'GenericTypeName' ? new ReadOnlyCollection({ items: t.genericArguments }) : null,
      'GetReflectionType() Type'(t: TypeName) {
        return reflectionType(this, t);
      },
      'GetReflectionAttributeType() Type'(t: TypeName) {
        return reflectionType(this, t);
      },
      'ToString() string': (t: TypeName) => t.fullName,
    },
  });
}

const pathFlags = [
  'IsGlobal',
  'IsLocal',
  'IsPrivate',
  'IsScript',
  'IsUnscopedVariable',
  'IsVariable',
  'IsDriveQualified',
];

const plainTypes: readonly TypeSpec[] = [
  // Plain objects of the parser say their type themselves.
  defineType({ name: `${prefix}ParserObject`, jsClass: Object, typeNameOf: parserTypeName }),
  defineType({
    name: `${prefix}ParseError`,
    members: {
      'prop Extent IScriptExtent get': (e: ParseError) => e.extent,
      'prop ErrorId string get': (e: ParseError) => e.errorId,
      'prop Message string get': (e: ParseError) => e.message,
      'prop IncompleteInput bool get': (e: ParseError) => e.incomplete,
      'ToString() string': (e: ParseError) => e.message,
    },
  }),
  defineType({
    name: 'System.Management.Automation.VariablePath',
    members: {
      'prop UserPath string get': (p: VariablePath) => p.userPath,
      'prop DriveName string get': (p: VariablePath) => p.driveName ?? null,
      ...Object.fromEntries(
        pathFlags.map((name) => [
          `prop ${name} bool get`,
          (p: VariablePath) => p[(name.charAt(0).toLowerCase() + name.slice(1)) as keyof VariablePath],
        ]),
      ),
      'ToString() string': (p: VariablePath) => p.userPath,
    },
  }),
  defineType({
    name: `${prefix}ScriptRequirements`,
    members: {
      'prop RequiredApplicationId string get': (r: ScriptRequirements) => r.requiredApplicationId ?? null,
      'prop RequiredPSVersion object get': (r: ScriptRequirements) => r.requiredPSVersion ?? null,
      'prop RequiredPSEditions object get': (r: ScriptRequirements) => [...r.requiredPSEditions],
      'prop RequiredModules object get': (r: ScriptRequirements) => r.requiredModules.map((m) => m.name),
      'prop RequiredAssemblies object get': (r: ScriptRequirements) => [...r.requiredAssemblies],
      'prop IsElevationRequired bool get': (r: ScriptRequirements) => r.isElevationRequired,
    },
  }),
];

const enums: readonly TypeSpec[] = [
  defineEnum(`${prefix}TokenKind`, tokenKinds.join(' ')),
  defineEnum(
    `${prefix}TokenFlags`,
    Object.entries(TokenFlags)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
    { flags: true },
  ),
  defineEnum(`${prefix}RedirectionStream`, 'All Output Error Warning Verbose Debug Information'),
  defineEnum(
    `${prefix}StringConstantType`,
    'SingleQuoted SingleQuotedHereString DoubleQuoted DoubleQuotedHereString BareWord',
  ),
  defineEnum(`${prefix}UsingStatementKind`, 'Assembly Command Module Namespace Type'),
  defineEnum(`${prefix}ConfigurationType`, 'Resource Meta'),
  defineEnum(`${prefix}ForEachFlags`, 'None Parallel', { flags: true }),
  defineEnum(`${prefix}SwitchFlags`, 'None=0 File=1 Regex=2 Wildcard=4 Exact=8 CaseSensitive=16 Parallel=32', {
    flags: true,
  }),
  defineEnum(`${prefix}TypeAttributes`, 'None=0 Class=1 Interface=2 Enum=4', { flags: true }),
  defineEnum(`${prefix}MethodAttributes`, 'None=0 Public=1 Private=2 Static=16 Hidden=64', { flags: true }),
  defineEnum(`${prefix}PropertyAttributes`, 'None=0 Public=1 Private=2 Static=16 Literal=32 Hidden=64', {
    flags: true,
  }),
  defineEnum(`${prefix}AstVisitAction`, 'Continue SkipChildren StopVisit'),
];

/** Parser, tokens, extents and the other types of the language's own namespace that are no tree. */
export const parserTypes: readonly TypeSpec[] = [
  ...enums,
  ...extentTypes,
  ...tokenTypes,
  ...['TypeName', 'GenericTypeName', 'ArrayTypeName'].map(typeNameType),
  ...plainTypes,
  defineType({
    name: `${prefix}Parser`,
    isAbstract: true,
    members: {
      'static ParseInput(string input, out Token[] tokens, out ParseError[] errors) ScriptBlockAst'(
        text: string | null,
        tokens: RefSlot,
        errors: RefSlot,
      ) {
        return parseInput(this, text, null, tokens, errors);
      },
      'static ParseInput(string input, string fileName, out Token[] tokens, out ParseError[] errors) ScriptBlockAst'(
        text: string | null,
        file: string | null,
        tokens: RefSlot,
        errors: RefSlot,
      ) {
        return parseInput(this, text, file, tokens, errors);
      },
      'static ParseFile(string fileName, out Token[] tokens, out ParseError[] errors) ScriptBlockAst'(
        name: string | null,
        tokens: RefSlot,
        errors: RefSlot,
      ) {
        return parseFile(this, name, tokens, errors);
      },
    },
  }),
];
