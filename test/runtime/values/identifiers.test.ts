import { describe, expect, test } from 'vitest';
import { NetException } from '../../../src/runtime/errors/net-exception.ts';
import { Guid } from '../../../src/runtime/values/guid.ts';
import { SemanticVersion } from '../../../src/runtime/values/semantic-version.ts';
import { Version } from '../../../src/runtime/values/version.ts';

function failure(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof NetException ? error.typeName : String(error);
  }
}

describe('Version', () => {
  test.each([
    ['1.2', '1.2'],
    [' 1.2 ', '1.2'],
    ['1 .+2.03', '1.2.3'],
    ['1', 'System.ArgumentException'],
    ['1.2.3.4.5', 'System.ArgumentException'],
    ['1.-2', 'System.ArgumentOutOfRangeException'],
    ['1.2.', 'System.FormatException'],
    ['1.2147483648', 'System.OverflowException'],
  ])('parse %j', (text, expected) => {
    const actual = failure(() => Version.parse(text));
    expect(actual === 'none' ? Version.parse(text).toText() : actual).toBe(expected);
    expect(Version.tryParse(text)?.toText()).toBe(actual === 'none' ? expected : undefined);
  });

  test('an absent part is below 0', () => {
    expect(Version.parse('1.2').compareTo(Version.parse('1.2.0'))).toBe(-1);
    expect(Version.parse('1.2.3.4').toText(2)).toBe('1.2');
    expect(failure(() => Version.parse('1.2').toText(3))).toBe('System.ArgumentException');
  });
});

describe('SemanticVersion', () => {
  test.each(['1', '1.2', '1.2.3-alpha.1+build.5', '1-rc', '01.2.3', '1.2.3+b'])('takes %j', (text) => {
    expect(SemanticVersion.tryParse(text)).toBeDefined();
  });

  test.each(['', '1.2.3.4', '1.2.3-', '1.2.3+', '1.2.3-a..b', '1.2.3-01', ' 1.2.3', '1.2.3-a+b+c', 'v1.2.3'])(
    'refuses %j',
    (text) => {
      expect(SemanticVersion.tryParse(text)).toBeUndefined();
    },
  );

  test('orders labels by semver and ignores the build', () => {
    const ordered = ['1.0.0-2', '1.0.0-10', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0'];
    const versions = ordered.map((text) => SemanticVersion.parse(text));
    expect([...versions].reverse().sort((a, b) => a.compareTo(b))).toEqual(versions);
    expect(SemanticVersion.parse('1.0.0+a').equals(SemanticVersion.parse('1.0.0+b'))).toBe(true);
    expect(SemanticVersion.fromVersion(new Version(1, 2)).toText()).toBe('1.2.0');
  });
});

describe('Guid', () => {
  const text = '0f8fad5b-d9cb-469f-a165-70867728950e';
  test('reads and writes all forms', () => {
    for (const format of ['N', 'D', 'B', 'P', 'X']) {
      const written = Guid.parse(text).toText(format);
      expect(Guid.parse(` ${written.toUpperCase().replaceAll('0X', '0x')} `).text).toBe(text);
      expect(Guid.tryParseExact(written, format)?.text).toBe(text);
    }
    expect(Guid.tryParse(`{${text}`)).toBeUndefined();
    expect(failure(() => Guid.parse('nope'))).toBe('System.FormatException');
    expect(failure(() => Guid.empty.toText('Q'))).toBe('System.FormatException');
  });

  test('has the byte order of System.Guid', () => {
    expect([...Guid.parse(text).toBytes().slice(0, 4)]).toEqual([91, 173, 143, 15]);
    const counted = Guid.fromBytes(Uint8Array.from({ length: 16 }, (_, i) => i + 1));
    expect(counted.text).toBe('04030201-0605-0807-090a-0b0c0d0e0f10');
    expect(Guid.fromRandomBytes(new Uint8Array(16).fill(255)).text[14]).toBe('4');
  });
});
