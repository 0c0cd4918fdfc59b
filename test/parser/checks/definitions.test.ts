import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/parser/index.ts';

const cases: readonly (readonly [source: string, errors: string])[] = [
  ['class C { $a; static $A }', 'MemberAlreadyDefined 14..23'],
  ['class C { m([int]$a) { } m([System.Int32]$b) { } }', 'MemberAlreadyDefined 25..26'],
  ['class C { m([int]$a) { } m([int[]]$a) { } m() { } }', ''],
  ['class C { C() { } C() { } static C() { } }', 'MemberAlreadyDefined 18..19'],
  ['class C { static C($x, $y) { } }', 'StaticConstructorCantHaveParameters 19..25'],
  ['class C : int[] { }', 'SubtypeArray 10..15'],
  ['class C : D { } class D { }', 'TypeNotFound 10..11'],
  ['class C : E { } enum E { a }', 'TypeNotFound 10..11'],
  ['class B { B($x) { } } class C : B { }', 'BaseClassNoDefaultCtor 22..37'],
  ['class B { B($x) { } } class C : B { C() : base(1) { } }', ''],
  ['enum E { a; A; b }', 'MemberAlreadyDefined 12..14'],
  ['enum E { a = $x }', 'EnumeratorValueMustBeConstant 13..15'],
  ['enum E { a = [E]::b; b }', 'EnumeratorValueMustBeConstant 13..19; EnumeratorValueOutOfBounds 21..22'],
  ['enum E { a = [F]::x } enum F { y }', 'EnumeratorValueMustBeConstant 13..19'],
  ['enum E { a = "x" }', 'CannotConvertValue 13..16'],
  ['enum E { a = 1 + 1; b = "2"; c = $true; d = [int]1 }', ''],
  ['enum E { a = 2147483647; b }', 'EnumeratorValueOutOfBounds 25..26'],
  ['enum E : byte { a = 255; b; c }', 'EnumeratorValueOutOfBounds 25..27; EnumeratorValueOutOfBounds 28..29'],
  ['enum E : ulong { a = 18446744073709551615 }', ''],
  ['enum E { a = [F]::b } enum F { b = [E]::a }', 'CycleInEnumInitializers 0..21; CycleInEnumInitializers 22..43'],
  ['if ($false) { enum E { a; a } }', 'MemberAlreadyDefined 26..27'],
  ['class C { $a; $a; [int]$b = $($x) 1 }', ''],
];

describe('faults found when types are made', () => {
  it.each(cases)('%s', (source, expected) => {
    const { definitionErrors } = parse(source);
    const found = definitionErrors.map((e) => `${e.errorId} ${e.extent.startOffset}..${e.extent.endOffset}`);
    expect(found.join('; ')).toBe(expected);
  });
});
