/** How data goes in and out; `None` drops it. */
export type DataFormat = 'Text' | 'XML' | 'None';

/** What the command line asks for (about_Pwsh). */
export interface CliRequest {
  readonly action: 'file' | 'command' | 'interactive' | 'version' | 'help' | 'sshServer';
  /** Script path, or the command's text; `-` reads it from standard input. */
  readonly text: string;
  /** Words after the script or command. */
  readonly args: readonly string[];
  /** `-CommandWithArgs`: `args` become `$args`; with `-Command` they are part of the text. */
  readonly passArgs: boolean;
  /** Standard input is read with prompts, as at a terminal. */
  readonly prompts: boolean;
  /** Lines of standard input follow, each after a prompt. */
  readonly noExit: boolean;
  readonly nonInteractive: boolean;
  readonly noProfile: boolean;
  readonly noLogo: boolean;
  /** Undefined where nothing was said: text. */
  readonly outputFormat: DataFormat | undefined;
  readonly inputFormat: DataFormat;
  /** The command came as -EncodedCommand. */
  readonly wasEncoded: boolean;
  /** CLIXML of a list of values for `$args`, from -EncodedArguments. */
  readonly values: string | undefined;
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
  /** Shortest accepted form; every prefix of `name` from there on is accepted. The whole name if left out. */
  readonly shortest?: string;
  readonly aliases?: readonly string[];
  /** Takes one more word. */
  readonly value?: 'needed';
  /** Takes all remaining words and ends the switches. */
  readonly rest?: true;
  /** Nothing behind it is looked at. */
  readonly last?: true;
  apply(draft: Draft, value: string, rest: readonly string[]): void;
}

const ignore = () => {};

function format(value: string, name: string): DataFormat {
  const found = (['Text', 'XML', 'None'] as const).find((it) => it.toLowerCase() === value.toLowerCase());
  if (found) return found;
  throw new CommandLineError(`-${name} takes Text, XML or None, not "${value}".`);
}

function decode(value: string, name: string): string {
  const bytes = Buffer.from(value, 'base64');
  if (
    bytes.length === 0 ||
    bytes.length % 2 !== 0 ||
    bytes.toString('base64').replace(/=+$/, '') !== value.replace(/=+$/, '')
  )
    throw new CommandLineError(`-${name} takes the base64 form of UTF-16LE text; this is not base64.`);
  return bytes.toString('utf16le');
}

const policies = ['AllSigned', 'Bypass', 'Default', 'RemoteSigned', 'Restricted', 'Undefined', 'Unrestricted'];

/** Policies are taken and have no effect, as everywhere but on Windows (about_Execution_Policies). */
function checkPolicy(value: string): void {
  if (policies.some((it) => it.toLowerCase() === value.toLowerCase())) return;
  throw new CommandLineError(`-ExecutionPolicy takes one of ${policies.join(', ')}, not "${value}".`);
}

/** A script file with its arguments; `-` means the lines of standard input. */
function fileOf(draft: Draft, path: string, args: readonly string[]): void {
  draft.action = path === '-' ? 'command' : 'file';
  draft.prompts = path === '-';
  draft.text = path;
  draft.args = args;
}

/** A switch of `pwsh` that says clearly that it does nothing here. */
function refused(name: string, shortest: string, hasValue: boolean, why = 'is not supported by Nacre.'): Switch {
  return {
    name: name.toLowerCase(),
    shortest,
    ...(hasValue ? { value: 'needed' as const } : {}),
    apply() {
      throw new CommandLineError(`-${name} ${why}`);
    },
  };
}

const windowsOnly = 'works on Windows only.';

// Where one word could mean several switches, the first of them counts.
const switches: readonly Switch[] = [
  { name: 'version', shortest: 'v', last: true, apply: (d) => void (d.action = 'version') },
  { name: 'help', shortest: 'h', aliases: ['?'], apply: (d) => void (d.action = 'help') },
  { name: 'login', shortest: 'l', apply: ignore },
  { name: 'noexit', shortest: 'noe', apply: (d) => void (d.noExit = true) },
  { name: 'noprofile', shortest: 'nop', apply: (d) => void (d.noProfile = true) },
  { name: 'nologo', shortest: 'nol', apply: (d) => void (d.noLogo = true) },
  { name: 'noninteractive', shortest: 'noni', apply: (d) => void (d.nonInteractive = true) },
  refused('SocketServerMode', 'so', false),
  refused('ServerMode', 's', false, 'is not supported by Nacre; -SSHServerMode is.'),
  refused('NamedPipeServerMode', 'nam', false),
  { name: 'sshservermode', shortest: 'sshs', apply: (d) => void (d.action = 'sshServer') },
  { name: 'noprofileloadtime', apply: ignore },
  { name: 'interactive', shortest: 'i', apply: (d) => void (d.nonInteractive = false) },
  refused('ConfigurationFile', 'configurationfile', true),
  refused('ConfigurationName', 'config', true),
  refused('CustomPipeName', 'cus', true),
  {
    name: 'commandwithargs',
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
  refused('WindowStyle', 'w', true, windowsOnly),
  {
    name: 'file',
    shortest: 'f',
    rest: true,
    apply(d, v, rest) {
      fileOf(d, v, rest);
    },
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
  { name: 'executionpolicy', shortest: 'ex', aliases: ['ep'], value: 'needed', apply: (_d, v) => checkPolicy(v) },
  {
    name: 'encodedcommand',
    shortest: 'e',
    aliases: ['ec'],
    value: 'needed',
    apply(d, v) {
      d.action = 'command';
      d.text = decode(v, 'EncodedCommand');
      d.wasEncoded = true;
    },
  },
  {
    name: 'encodedarguments',
    shortest: 'encodeda',
    aliases: ['ea'],
    value: 'needed',
    apply: (d, v) => void (d.values = decode(v, 'EncodedArguments')),
  },
  refused('SettingsFile', 'settings', true),
  refused('STA', 'sta', false, windowsOnly),
  refused('MTA', 'mta', false, windowsOnly),
  {
    name: 'workingdirectory',
    shortest: 'wo',
    aliases: ['wd'],
    value: 'needed',
    apply: (d, v) => void (d.workingDirectory = v),
  },
];

function find(word: string): Switch | undefined {
  const name = word.toLowerCase();
  return switches.find(
    (s) => s.aliases?.includes(name) || (name.length >= (s.shortest ?? s.name).length && s.name.startsWith(name)),
  );
}

/** What to say about a switch that is none: those that have the word in their names. */
function unknown(word: string): CommandLineError {
  const bare = word.replace(/^[-/]+/, '').toLowerCase();
  const near = switches.filter((s) => bare !== '' && s.name.includes(bare)).map((s) => `-${s.name}`);
  const hint = near.length > 0 ? `did you mean ${near.join(', ')}?` : 'nacre -Help lists them.';
  return new CommandLineError(`"${word}" is no switch of nacre; ${hint}`);
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
    prompts: false,
    noExit: false,
    nonInteractive: false,
    noProfile: false,
    noLogo: false,
    outputFormat: undefined,
    inputFormat: 'Text',
    wasEncoded: false,
    values: undefined,
    workingDirectory: undefined,
  };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (!/^(?:--?|\/)./.test(word) || (word.startsWith('/') && !find(word.slice(1)))) {
      fileOf(draft, word, argv.slice(i + 1));
      return draft;
    }
    const found = find(word.replace(/^(?:--?|\/)/, ''));
    if (!found) throw unknown(word);
    if (!found.value && !found.rest) {
      found.apply(draft, '', []);
      if (found.last) return draft;
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
