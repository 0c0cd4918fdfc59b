import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parser/index.ts';

const nothing = {
  requiredApplicationId: undefined,
  requiredPSVersion: undefined,
  requiredPSEditions: [],
  requiredModules: [],
  requiredAssemblies: [],
  isElevationRequired: false,
};
const named = (name: string) => ({
  name,
  guid: undefined,
  version: undefined,
  requiredVersion: undefined,
  maximumVersion: undefined,
});

const cases: readonly (readonly [source: string, requirements: unknown])[] = [
  ['1', undefined],
  ['# requires -version 5', undefined],
  ['#requires -version 5', { ...nothing, requiredPSVersion: '5.0' }],
  ['#Requires -Version "7.4.1"', { ...nothing, requiredPSVersion: '7.4.1' }],
  ['1\n  #requires -v 3', { ...nothing, requiredPSVersion: '3.0' }],
  ['#requires -modules a, b', { ...nothing, requiredModules: [named('a'), named('b')] }],
  [
    "#requires -modules @{ ModuleName = 'a'; ModuleVersion = '1.2' }, c",
    { ...nothing, requiredModules: [{ ...named('a'), version: '1.2' }, named('c')] },
  ],
  [
    "#requires -modules @{ ModuleName = 'a'; MaximumVersion = '1.*'; Guid = '00000000-0000-0000-0000-000000000001' }",
    {
      ...nothing,
      requiredModules: [{ ...named('a'), maximumVersion: '1.*', guid: '00000000-0000-0000-0000-000000000001' }],
    },
  ],
  ['#requires -psedition Core', { ...nothing, requiredPSEditions: ['Core'] }],
  ['#requires -RunAsAdministrator', { ...nothing, isElevationRequired: true }],
  [
    '#requires -assembly a.dll\n#requires -shellid x',
    { ...nothing, requiredAssemblies: ['a.dll'], requiredApplicationId: 'x' },
  ],
  ['#requires -pssnapin s -version 1', nothing],
];

describe('#requires', () => {
  it.each(cases)('%s', (source, expected) => {
    const { ast, errors } = parse(source);
    expect(errors).toEqual([]);
    expect(ast.scriptRequirements).toEqual(expected);
  });
});
