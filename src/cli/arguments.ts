/** What the command line asks for (about_Pwsh). */
export interface CliRequest {
  readonly action: 'file' | 'command' | 'interactive' | 'version' | 'help' | 'sshServer';
  /** Script path, or the command's text; `-` reads it from standard input. */
  readonly text: string;
  /** Words after the script or command. */
  readonly args: readonly string[];
  /** `-CommandWithArgs`: `args` become `$args`; with `-Command` they are part of the text. */
  readonly passArgs: boolean;
  readonly noExit: boolean;
  readonly nonInteractive: boolean;
  readonly noProfile: boolean;
  readonly noLogo: boolean;
  readonly outputFormat: 'Text' | 'XML';
  readonly inputFormat: 'Text' | 'XML';
  readonly workingDirectory: string | undefined;
}

/** A command line that cannot be taken: exit code 64 (EX_USAGE). */
export class CommandLineError extends Error {
  readonly exitCode = 64;
}

type Draft = { -readonly [K in keyof CliRequest]: CliRequest[K] };

interface Switch {
  /** Full name, lower case. */
  readonly name: string;
  /** Shortest accepted form; every prefix of `name` from there on is accepted. */
  readonly shortest: string;
  readonly aliases?: readonly string[];
  /** Takes one more word. */
  readonly value?: 'needed';
  /** Takes all remaining words and ends the switches. */
  readonly rest?: true;
  apply(draft: Draft, value: string, rest: readonly string[]): void;
}

const ignore = () => {};

function format(value: string, name: string): 'Text' | 'XML' {
  if (/^t(e(xt?)?)?$/i.test(value)) return 'Text';
  if (/^x(ml?)?$/i.test(value)) return 'XML';
  throw new CommandLineError(`-${name} takes Text or XML, not "${value}".`);
}

function decode(value: string): string {
  const bytes = Buffer.from(value, 'base64');
  if (
    bytes.length === 0 ||
    bytes.length % 2 !== 0 ||
    bytes.toString('base64').replace(/=+$/, '') !== value.replace(/=+$/, '')
  )
    throw new CommandLineError('-EncodedCommand takes the base64 form of UTF-16LE text; this is not base64.');
  return bytes.toString('utf16le');
}

const switches: readonly Switch[] = [
  { name: 'version', shortest: 'v', apply: (d) => void (d.action = 'version') },
  { name: 'help', shortest: 'h', aliases: ['?'], apply: (d) => void (d.action = 'help') },
  { name: 'login', shortest: 'l', apply: ignore },
  { name: 'noexit', shortest: 'noe', apply: (d) => void (d.noExit = true) },
  { name: 'noprofile', shortest: 'nop', apply: (d) => void (d.noProfile = true) },
  { name: 'nologo', shortest: 'nol', apply: (d) => void (d.noLogo = true) },
  { name: 'noninteractive', shortest: 'noni', apply: (d) => void (d.nonInteractive = true) },
  { name: 'noprofileloadtime', shortest: 'noprofilel', apply: ignore },
  { name: 'sshservermode', shortest: 'sshs', apply: (d) => void (d.action = 'sshServer') },
  { name: 'interactive', shortest: 'i', apply: ignore },
  { name: 'sta', shortest: 'sta', apply: ignore },
  { name: 'mta', shortest: 'mta', apply: ignore },
  { name: 'executionpolicy', shortest: 'ex', aliases: ['ep'], value: 'needed', apply: ignore },
  {
    name: 'configurationname',
    shortest: 'config',
    value: 'needed',
    apply: (_d, v) => unsupported('ConfigurationName', v),
  },
  {
    name: 'configurationfile',
    shortest: 'configurationf',
    value: 'needed',
    apply: (_d, v) => unsupported('ConfigurationFile', v),
  },
  { name: 'custompipename', shortest: 'cus', value: 'needed', apply: (_d, v) => unsupported('CustomPipeName', v) },
  { name: 'settingsfile', shortest: 'settings', value: 'needed', apply: (_d, v) => unsupported('SettingsFile', v) },
  { name: 'windowstyle', shortest: 'w', value: 'needed', apply: (_d, v) => unsupported('WindowStyle', v) },
  {
    name: 'workingdirectory',
    shortest: 'wo',
    aliases: ['wd'],
    value: 'needed',
    apply: (d, v) => void (d.workingDirectory = v),
  },
  {
    name: 'outputformat',
    shortest: 'o',
    aliases: ['of'],
    value: 'needed',
    apply: (d, v) => void (d.outputFormat = format(v, 'OutputFormat')),
  },
  {
    name: 'inputformat',
    shortest: 'inp',
    aliases: ['if'],
    value: 'needed',
    apply: (d, v) => void (d.inputFormat = format(v, 'InputFormat')),
  },
  {
    name: 'encodedcommand',
    shortest: 'e',
    aliases: ['ec'],
    value: 'needed',
    apply(d, v) {
      d.action = 'command';
      d.text = decode(v);
    },
  },
  {
    name: 'commandwithargs',
    shortest: 'commandw',
    aliases: ['cwa'],
    rest: true,
    apply(d, v, rest) {
      d.action = 'command';
      d.text = v;
      d.args = rest;
      d.passArgs = true;
    },
  },
  {
    name: 'command',
    shortest: 'c',
    rest: true,
    apply(d, v, rest) {
      d.action = 'command';
      d.text = v === '-' ? v : [v, ...rest].join(' ');
      if (v === '-' && rest.length > 0)
        throw new CommandLineError('-Command - reads standard input and takes no further words.');
    },
  },
  {
    name: 'file',
    shortest: 'f',
    rest: true,
    apply(d, v, rest) {
      d.action = v === '-' ? 'command' : 'file';
      d.text = v;
      d.args = rest;
    },
  },
];

function unsupported(name: string, value: string): never {
  throw new CommandLineError(`-${name} (${value}) is not supported by Nacre.`);
}

function find(word: string): Switch | undefined {
  const name = word.toLowerCase();
  return switches.find(
    (s) => s.aliases?.includes(name) || (name.length >= s.shortest.length && s.name.startsWith(name)),
  );
}

/**
 * Reads a command line as `pwsh` does: switches by prefix, in any order, `-Command` and `-File` take the rest, a first
 * word that is no switch is a script file.
 *
 * @throws CommandLineError for an unknown switch, a missing or an impossible value
 */
export function parseCommandLine(argv: readonly string[]): CliRequest {
  const draft: Draft = {
    action: 'interactive',
    text: '',
    args: [],
    passArgs: false,
    noExit: false,
    nonInteractive: false,
    noProfile: false,
    noLogo: false,
    outputFormat: 'Text',
    inputFormat: 'Text',
    workingDirectory: undefined,
  };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (!/^(?:--?|\/)./.test(word) || (word.startsWith('/') && !find(word.slice(1)))) {
      draft.action = word === '-' ? 'command' : 'file';
      draft.text = word;
      draft.args = argv.slice(i + 1);
      return draft;
    }
    const found = find(word.replace(/^(?:--?|\/)/, ''));
    if (!found) throw new CommandLineError(`"${word}" is no switch of nacre; nacre -Help lists them.`);
    if (!found.value && !found.rest) {
      found.apply(draft, '', []);
      continue;
    }
    const value = argv[i + 1];
    if (value === undefined) throw new CommandLineError(`-${found.name} needs a value after it.`);
    found.apply(draft, value, argv.slice(i + 2));
    if (found.rest) return draft;
    i++;
  }
  return draft;
}
