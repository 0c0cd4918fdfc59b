import type { IndexExpressionAst, MemberExpressionAst } from '../../parser/index.ts';
import { PropertySite } from '../members/call-site.ts';
import { getMember, getStatic } from '../members/get-member.ts';
import { setMember, setStatic } from '../members/set-member.ts';
import { typeSystemOf } from '../types/type-system.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { elementAt, setElement } from './indexing.ts';
import { compileMemberName, typeOfTarget } from './members.ts';

/** A place that can be read and written; what leads to it was evaluated once. */
export interface Reference {
  get(): Eventually<PSValue>;
  set(value: PSValue): Eventually<void>;
}

/** Evaluates what leads to a place. */
export type ReferenceCode = (frame: Frame) => Eventually<Reference>;

type Make = (frame: Frame, target: PSValue, name: PSValue) => Reference;

/** A property or element as a place. */
export function compileReference(ast: MemberExpressionAst | IndexExpressionAst, c: Compile): ReferenceCode {
  if (ast.kind === 'IndexExpressionAst') return pair(c.expression(ast.target), c.expression(ast.index), element);
  const name = compileMemberName(ast.member, c);
  const target = c.expression(ast.expression);
  if (typeof name !== 'string') return pair(target, name, ast.static ? shared : property);
  return ast.static ? pair(target, () => name, shared) : named(target, name);
}

function pair(target: Evaluate, name: Evaluate, make: Make): ReferenceCode {
  return (frame) => {
    const t = target(frame);
    if (t instanceof Promise) return t.then(async (x) => make(frame, x ?? null, (await name(frame)) ?? null));
    const n = name(frame);
    if (n instanceof Promise) return n.then((x) => make(frame, t ?? null, x ?? null));
    return make(frame, t ?? null, n ?? null);
  };
}

/** A property with a fixed name. */
function named(target: Evaluate, name: string): ReferenceCode {
  const site = new PropertySite(name);
  const make = ({ engine }: Frame, value: PSValue): Reference => ({
    get: () => site.read(engine, value),
    set: (stored) => site.write(engine, value, stored),
  });
  return (frame) => {
    const t = target(frame);
    return t instanceof Promise ? t.then((value) => make(frame, value)) : make(frame, t);
  };
}

const element: Make = (frame, target, index) => ({
  get: () => elementAt(frame, target, index),
  set: (value) => setElement(frame, target, index, value ?? null),
});

const property: Make = ({ engine }, target, name) => ({
  get: () => getMember(engine, target, name),
  set: (value) => setMember(engine, target, name, value ?? null),
});

const shared: Make = ({ engine }, target, name) => {
  const type = typeOfTarget(target);
  const text = typeof name === 'string' ? name : typeSystemOf(engine).toText(name);
  return {
    get: () => getStatic(engine, type, text),
    set: (value) => setStatic(engine, type, text, value ?? null),
  };
};
