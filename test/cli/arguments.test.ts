import { describe, expect, it } from 'vitest';
import { CommandLineError, parseCommandLine } from '../../src/cli/arguments.ts';

const base64 = (text: string) => Buffer.from(text, 'utf16le').toString('base64');

describe('a command line', () => {
  it.each<[string[], object]>([
    [['x.ps1', '-a', '1'], { action: 'file', text: 'x.ps1', args: ['-a', '1'] }],
    [['-f', 'x.ps1', '-c', '1'], { action: 'file', text: 'x.ps1', args: ['-c', '1'] }],
    [
      ['-NOP', '--noni', '/c', '1', '+', '2'],
      { action: 'command', text: '1 + 2', noProfile: true, nonInteractive: true },
    ],
    [['-noni', '-i', '-c', '1'], { nonInteractive: false }],
    [['-cwa', '$args', 'a', '-b'], { action: 'command', text: '$args', args: ['a', '-b'], passArgs: true }],
    [
      ['-e', base64('1'), '-ea', base64('<x/>'), '-o', 'xml'],
      { text: '1', values: '<x/>', outputFormat: 'XML', wasEncoded: true },
    ],
    [['-inp', 'none', '-wd', '/', '-c', '1'], { inputFormat: 'None', workingDirectory: '/' }],
    [['-ep', 'bypass', '-login', '-'], { action: 'command', text: '-' }],
    [['-'], { action: 'command', text: '-', prompts: true }],
    [['-c', '-'], { action: 'command', text: '-', prompts: false }],
    [['-v', '-anything'], { action: 'version' }],
    [['-?'], { action: 'help' }],
    [['-sshs'], { action: 'sshServer' }],
    [[], { action: 'interactive' }],
  ])('%j', (argv, expected) => {
    expect(parseCommandLine(argv)).toMatchObject(expected);
  });

  it.each<[string[], string]>([
    [['-Nonsense'], 'nacre -Help'],
    [['-format', 'x'], '-outputformat, -inputformat'],
    [['-commandw', 'x'], '-commandwithargs'],
    [['-o', 'x'], 'Text, XML or None'],
    [['-o'], 'needs a value'],
    [['-c'], 'needs a value'],
    [['-c', '-', 'more'], 'no further words'],
    [['-e', '?'], 'base64'],
    [['-ex', 'lax'], 'RemoteSigned'],
    [['-s'], 'SSHServerMode'],
    [['-sta'], 'Windows'],
    [['-config', 'x'], 'ConfigurationName'],
    [['-settings', 'x'], 'SettingsFile'],
    [['-cus', 'x'], 'CustomPipeName'],
  ])('refuses %j', (argv, said) => {
    expect(() => parseCommandLine(argv)).toThrow(CommandLineError);
    expect(() => parseCommandLine(argv)).toThrow(said);
  });
});
