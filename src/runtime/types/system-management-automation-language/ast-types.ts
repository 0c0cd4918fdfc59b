import { type Ast, find, findAll } from '../../../parser/index.ts';
import type { EngineContext } from '../../engine.ts';
import { EnumValue } from '../../values/enum-value.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { NetList, ReadOnlyCollection } from '../../values/net-list.ts';
import { NetTuple } from '../../values/net-tuple.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import {
  defineType,
  type MemberFunction,
  type MemberImplementation,
  type MemberTable,
  type TypeSpec,
} from '../define-type.ts';
import { filterItems, findPosition } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';
import { specialProperties } from './ast-special.ts';
import { abstractClasses, astTable } from './ast-table.ts';
import { safeAstValue } from './safe-value.ts';

const prefix = 'System.Management.Automation.Language.';

/** The declared type of a property, from the table's notation. */
function declaredType(notation: string): string {
  const pair = /^\((\w+), (\w+)\)\[\]$/.exec(notation);
  if (pair) return `ReadOnlyCollection<Tuple<${pair[1]}, ${pair[2]}>>`;
  if (notation.endsWith('[]')) return `ReadOnlyCollection<${notation.slice(0, -2)}>`;
  return notation.startsWith('#') ? notation.slice(1) : notation;
}

/** Makes of a field what PowerShell has there. */
function adapter(notation: string): (value: PSValue) => PSValue {
  if (notation.startsWith('(')) return (value) => tuples(notation, value);
  if (notation.endsWith('[]')) return list;
  if (!notation.startsWith('#')) return (value) => value ?? null;
  const type = notation.slice(1);
  return (value) => enumValue(type, value);
}

function list(value: PSValue): PSValue {
  return Array.isArray(value) ? new ReadOnlyCollection({ items: value }) : null;
}

function tuples(notation: string, value: PSValue): PSValue {
  if (!Array.isArray(value)) return null;
  const table = typeTable();
  const [a = 'Ast', b = 'Ast'] = notation.slice(1, -3).split(', ');
  const type = table.signatureType(`Tuple<${a}, ${b}>`);
  const items = value.map((pair: object) => {
    const [first, second] = Object.values(pair) as PSValue[];
    const tuple = new NetTuple([first, second], false);
    tuple.netType = type;
    return tuple;
  });
  return new ReadOnlyCollection({ items });
}

function enumValue(name: string, value: PSValue): PSValue {
  const type = typeTable().signatureType(name);
  let bits = 0;
  for (const word of String(value ?? '').split(', ')) bits |= Number(EnumValue.named(type, word)?.value ?? 0);
  return EnumValue.of(type, bits);
}

function fieldOf(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function property(className: string, name: string, notation: string): readonly [string, MemberImplementation] {
  const adapt = adapter(notation);
  const special = specialProperties[`${className}.${name}`];
  const field = fieldOf(name);
  const get: MemberFunction = special
    ? function (this: EngineContext, node: PSValue) {
        return adapt(special.call(this, node as never));
      }
    : (node) => adapt((node as Readonly<Record<string, PSValue>>)[field]);
  return [`prop ${name} ${declaredType(notation)} get`, get];
}

function search(engine: EngineContext, node: Ast, predicate: NetDelegate | null, nested: boolean): Eventually<NetList> {
  return andThen(
    filterItems(
      engine,
      findAll(node, () => true, nested),
      predicate,
    ),
    (found) => {
      const made = new NetList(found);
      made.netType = typeTable().signatureType('List<Ast>');
      return made;
    },
  );
}

function first(engine: EngineContext, node: Ast, predicate: NetDelegate | null, nested: boolean): Eventually<PSValue> {
  const all = findAll(node, () => true, nested);
  return andThen(findPosition(engine, all, predicate), (at) => all[at] ?? null);
}

function commandName(node: Extract<Ast, { readonly kind: 'CommandAst' }>): PSValue {
  const [name] = node.commandElements;
  return name?.kind === 'StringConstantExpressionAst' ? name.value : null;
}

/** Methods by class. */
const methods: Readonly<Record<string, MemberTable>> = {
  Ast: {
    'Copy() Ast': (node) => node,
    'Find(Func<Ast, bool> predicate, bool searchNestedScriptBlocks) Ast'(
      node: Ast,
      predicate: NetDelegate | null,
      nested: boolean,
    ) {
      return first(this, node, predicate, nested);
    },
    'FindAll(Func<Ast, bool> predicate, bool searchNestedScriptBlocks) IEnumerable<Ast>'(
      node: Ast,
      predicate: NetDelegate | null,
      nested: boolean,
    ) {
      return search(this, node, predicate, nested);
    },
    'SafeGetValue() object'(node: Ast) {
      return safeAstValue(this, node);
    },
    'SafeGetValue(bool skipHashtableSizeCheck) object'(node: Ast) {
      return safeAstValue(this, node);
    },
    'ToString() string': (node: Ast) => node.extent.text,
  },
  CommandAst: { 'GetCommandName() string': commandName },
  ScriptBlockAst: {
    'GetScriptBlock() ScriptBlock'(node: Ast) {
      const block = typeTable().get('System.Management.Automation.ScriptBlock');
      const text = find(node, () => true, true)?.extent.text ?? '';
      return typeSystemOf(this).invokeStatic(block, 'Create', [text]);
    },
  },
  PipelineBaseAst: {
    'GetPureExpression() ExpressionAst': (node: Ast) => {
      const only =
        node.kind === 'PipelineAst' && node.pipelineElements.length === 1 ? node.pipelineElements[0] : undefined;
      return only?.kind === 'CommandExpressionAst' && only.redirections.length === 0 ? only.expression : null;
    },
  },
  VariableExpressionAst: {
    'IsConstantVariable() bool': (node: Extract<Ast, { readonly kind: 'VariableExpressionAst' }>) =>
      /^(true|false|null)$/i.test(node.variablePath.userPath),
  },
};

function classSpec(line: string): TypeSpec {
  const colon = line.indexOf(':');
  const head = colon < 0 ? line : line.slice(0, colon);
  const [name = '', base] = head.split(' < ');
  const properties = colon < 0 ? [] : line.slice(colon + 1).split(';');
  const members = Object.fromEntries(
    properties.map((text) => {
      const trimmed = text.trim();
      const space = trimmed.indexOf(' ');
      return property(name, trimmed.slice(0, space), trimmed.slice(space + 1));
    }),
  );
  return defineType({
    name: prefix + name,
    ...(base ? { base: prefix + base } : {}),
    isAbstract: abstractClasses.has(name),
    assembly: 'System.Management.Automation',
    members: { ...members, ...methods[name] },
  });
}

/** The classes of the tree. */
export const astTypes: readonly TypeSpec[] = astTable.trim().split('\n').map(classSpec);
