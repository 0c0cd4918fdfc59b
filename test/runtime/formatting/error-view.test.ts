import { describe, expect, it } from 'vitest';
import { Extent, Source } from '../../../src/parser/source.ts';
import { ErrorRecord } from '../../../src/runtime/errors/error-record.ts';
import { Invocation } from '../../../src/runtime/errors/invocation-info.ts';
import { errorText } from '../../../src/runtime/formatting/error-view.ts';
import type { FormatContext } from '../../../src/runtime/formatting/format-context.ts';
import { plainContext } from './plain-context.ts';

function record(script: string, marked: string, file: string | undefined, message = 'It failed.'): ErrorRecord {
  const source = new Source(script, file);
  const start = script.indexOf(marked);
  const made = ErrorRecord.from({ id: 'X', category: 'InvalidOperation', message });
  made.invocationInfo = new Invocation({
    extent: new Extent(source, start, start + marked.length),
    invocationName: 'Do-It',
  });
  return made;
}

const text = (made: ErrorRecord, changes: Partial<FormatContext> = {}): unknown =>
  errorText(made, plainContext([], changes));

describe('ConciseView', () => {
  it('shows one line for what was typed', () => {
    expect(text(record('Do-It', 'Do-It', undefined))).toBe('Do-It: It failed.');
  });

  it('shows the place, the line and the message for a script', () => {
    expect(text(record('1\n  Do-It 5 # x\n', 'Do-It 5', '/s.ps1'))).toBe(
      'Do-It: /s.ps1:2\nLine |\n   2 |    Do-It 5 # x\n     |    ~~~~~~~\n     | It failed.\n',
    );
  });

  it('breaks a long message between words, below the bar', () => {
    const shown = String(text(record('Do-It', 'Do-It', '/s.ps1', 'word '.repeat(20))));
    expect(shown.split('\n').slice(4)).toEqual([
      `     | ${'word '.repeat(14).trimEnd()}`,
      `     | ${'word '.repeat(6).trimEnd()}`,
      '',
    ]);
  });

  it('says Exception for what was thrown, and leaves out the place in a module', () => {
    const thrown = record("throw 'x'", "throw 'x'", '/m.psm1', 'x');
    thrown.exception.wasThrown = true;
    expect(text(thrown)).toBe('Exception: x\n');
  });

  it('cuts a long line around what failed', () => {
    const line = `${'a '.repeat(40)}Do-It ${'b '.repeat(40)}`;
    const shown = String(text(record(line, 'Do-It', '/s.ps1'))).split('\n');
    expect(shown[2]?.length).toBeLessThan(85);
    expect(shown[2]).toContain('… ');
    const marks = shown[3]?.indexOf('~') ?? -1;
    expect(shown[2]?.slice(marks, marks + 5)).toBe('Do-It');
  });
});

describe('NormalView', () => {
  it('shows the command, the place, category and id', () => {
    const objects = { ...plainContext().objects, get: () => 'InvalidOperation: (:) [], RuntimeException' };
    expect(text(record('Do-It', 'Do-It', '/s.ps1'), { errorView: () => 'NormalView', objects })).toBe(
      [
        'Do-It : It failed.',
        'At /s.ps1:1 char:1',
        '+ Do-It',
        '+ ~~~~~',
        '+ CategoryInfo          : InvalidOperation: (:) [], RuntimeException',
        '+ FullyQualifiedErrorId : X',
      ].join('\n'),
    );
  });
});
