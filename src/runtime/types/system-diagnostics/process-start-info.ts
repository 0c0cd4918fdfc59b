import type { EngineContext } from '../../engine.ts';
import { environmentEntries } from '../../host/own-environment.ts';
import { PlainDictionary } from '../../values/net-dictionary.ts';
import { NetCollection } from '../../values/net-list.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { itemsOf } from '../sequence.ts';
import { typeTable } from '../type-table.ts';

/** Further properties, which are kept but change nothing here: name, type, value at first. */
const kept: readonly (readonly [name: string, type: string, value: PSValue])[] = [
  ['CreateNewProcessGroup', 'bool', false],
  ['CreateNoWindow', 'bool', false],
  ['Domain', 'string', ''],
  ['ErrorDialog', 'bool', false],
  ['LoadUserProfile', 'bool', false],
  ['Password', 'SecureString', null],
  ['PasswordInClearText', 'string', null],
  ['RedirectStandardError', 'bool', false],
  ['RedirectStandardInput', 'bool', false],
  ['RedirectStandardOutput', 'bool', false],
  ['StandardErrorEncoding', 'Encoding', null],
  ['StandardInputEncoding', 'Encoding', null],
  ['StandardOutputEncoding', 'Encoding', null],
  ['UserName', 'string', ''],
  ['UseShellExecute', 'bool', false],
  ['Verb', 'string', ''],
  ['WindowStyle', 'ProcessWindowStyle', null],
  ['WorkingDirectory', 'string', ''],
];

/** System.Diagnostics.ProcessStartInfo. */
export class ProcessStartInfo extends NetObject {
  fileName: string;
  arguments: string;
  readonly argumentList: NetCollection;
  /** Made with the engine's variables when a script first asks. */
  environment: PlainDictionary | undefined = undefined;
  readonly properties: Map<string, PSValue> = new Map(kept.map(([name, , value]) => [name, value]));

  constructor(fileName = '', text = '', list: readonly string[] = []) {
    super();
    this.fileName = fileName;
    this.arguments = text;
    this.argumentList = new NetCollection([...list]);
    const table = typeTable();
    this.argumentList.netType = table.instantiate(table.get('System.Collections.ObjectModel.Collection`1'), [
      table.get('System.String'),
    ]);
  }

  flag(name: string): boolean {
    return this.properties.get(name) === true;
  }

  /** The arguments, from the list or else from the text. */
  get args(): string[] {
    return this.argumentList.items.length > 0 ? this.argumentList.items.map(String) : splitArguments(this.arguments);
  }
}

/**
 * Takes a command line apart as .NET does on Unix: blanks separate, double quotes group, a backslash before a quote
 * keeps it.
 */
export function splitArguments(text: string): string[] {
  const args: string[] = [];
  let current = '';
  let isOpen = false;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\\' && /^\\+"/.test(text.slice(i))) {
      const slashes = /^\\+/.exec(text.slice(i))?.[0].length ?? 0;
      current += '\\'.repeat(slashes >> 1);
      i += slashes - 1;
      isOpen = true;
      if (slashes % 2 === 1) {
        current += '"';
        i++;
      }
    } else if (c === '"') {
      isOpen = true;
      if (isQuoted && text.charAt(i + 1) === '"') {
        current += '"';
        i++;
      } else isQuoted = !isQuoted;
    } else if (!isQuoted && (c === ' ' || c === '\t')) {
      if (isOpen) args.push(current);
      current = '';
      isOpen = false;
    } else {
      current += c;
      isOpen = true;
    }
  }
  if (isOpen) args.push(current);
  return args;
}

/** The environment a process gets, as a dictionary that a script can change. */
export function environmentOf(engine: EngineContext, info: ProcessStartInfo): PlainDictionary {
  if (!info.environment) {
    const table = typeTable();
    const made = new PlainDictionary();
    const text = table.get('System.String');
    made.netType = table.instantiate(table.get('System.Collections.Generic.Dictionary`2'), [text, text]);
    for (const [name, value] of environmentEntries(engine.environment)) made.set(name, value);
    info.environment = made;
  }
  return info.environment;
}

const keptMembers: MemberTable = Object.fromEntries(
  kept.map(([name, type]) => [
    `prop ${name} ${type} get set`,
    {
      get: (self: ProcessStartInfo) => self.properties.get(name) ?? null,
      set: (self: ProcessStartInfo, value: PSValue) => {
        self.properties.set(name, value);
      },
    },
  ]),
);

/** System.Diagnostics.ProcessStartInfo */
export const processStartInfoType = defineType({
  name: 'System.Diagnostics.ProcessStartInfo',
  jsClass: ProcessStartInfo,
  isSealed: true,
  members: {
    'new()': () => new ProcessStartInfo(),
    'new(string fileName)': (file: string) => new ProcessStartInfo(file),
    'new(string fileName, string arguments)': (file: string, text: string | null) =>
      new ProcessStartInfo(file, text ?? ''),
    'new(string fileName, IEnumerable<string> arguments)': (file: string, list) =>
      new ProcessStartInfo(file, '', itemsOf(list, 'arguments').map(String)),
    'prop ArgumentList Collection<string> get': (self: ProcessStartInfo) => self.argumentList,
    'prop Arguments string get set': {
      get: (self: ProcessStartInfo) => self.arguments,
      set: (self: ProcessStartInfo, text: string | null) => {
        self.arguments = text ?? '';
      },
    },
    'prop Environment IDictionary<string, string> get'(self: ProcessStartInfo) {
      return environmentOf(this, self);
    },
    'prop EnvironmentVariables IDictionary get'(self: ProcessStartInfo) {
      return environmentOf(this, self);
    },
    'prop FileName string get set': {
      get: (self: ProcessStartInfo) => self.fileName,
      set: (self: ProcessStartInfo, text: string | null) => {
        self.fileName = text ?? '';
      },
    },
    ...keptMembers,
    'prop Verbs string[] get': () => [],
  },
});
