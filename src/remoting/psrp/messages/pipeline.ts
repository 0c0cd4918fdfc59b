import type { PSValue } from '../../../runtime/values/ps-value.ts';
import { RemoteProtocolError } from '../errors.ts';
import type { PayloadCodec } from '../payload-codec.ts';
import { type BagReader, bag } from '../property-bag.ts';
import {
  apartmentStates,
  apartmentStateValue,
  commandTypesValue,
  type EnumNames,
  resultTypes,
  resultTypesValue,
  streamOptionsValue,
} from '../protocol-enums.ts';
import { decodeHostInfo, encodeHostInfo, type HostInfo } from './host-info.ts';

/** PipelineResultTypes: where a command's streams go. */
export const ResultTypes = {
  None: 0,
  Output: 1,
  Error: 2,
  Warning: 3,
  Verbose: 4,
  Debug: 5,
  Information: 6,
  All: 7,
  Null: 8,
} as const;

/** An argument of a remote command; without a name it is positional. */
export interface CommandArgument {
  readonly name: string | null;
  readonly value: PSValue;
}

/** How a command's streams are merged, as numbers of PipelineResultTypes. */
export interface CommandMerging {
  readonly myResult: number;
  readonly toResult: number;
  /** What of the commands before it this one takes in: 3 on Out-Default means output and errors. */
  readonly previousResults: number;
  readonly error: number;
  readonly warning: number;
  readonly verbose: number;
  readonly debug: number;
  readonly information: number;
}

/** One command of a pipeline, MS-PSRP 2.2.3.12. */
export interface RemoteCommand {
  /** A command name, or script text. */
  readonly text: string;
  readonly isScript: boolean;
  /** Null leaves the choice to the server: a new scope for commands, none for scripts. */
  readonly useLocalScope: boolean | null;
  readonly merging: CommandMerging;
  readonly arguments: readonly CommandArgument[];
}

/** CREATE_PIPELINE, MS-PSRP 2.2.2.10. */
export interface CreatePipeline {
  /** No input follows. */
  readonly noInput: boolean;
  readonly apartmentState: number;
  /** Bits of RemoteStreamOptions. */
  readonly streamOptions: number;
  readonly addToHistory: boolean;
  readonly hostInfo: HostInfo;
  /** The statements in order, each a pipeline of commands; more than one travels as ExtraCmds. */
  readonly statements: readonly (readonly RemoteCommand[])[];
  /** The line for Get-History. */
  readonly history: string | null;
  readonly redirectErrors: boolean;
  readonly isNested: boolean;
}

/** GET_COMMAND_METADATA, MS-PSRP 2.2.2.14. */
export interface GetCommandMetadata {
  readonly names: readonly string[];
  readonly commandType: number;
  readonly namespaces: readonly string[];
  readonly argumentList: PSValue;
}

/** PIPELINE_STATE, MS-PSRP 2.2.2.21. */
export interface PipelineStateMessage {
  /** 3 Stopped 4 Completed 5 Failed; others are never sent by a real server. */
  readonly state: number;
  readonly error: PSValue;
}

/** How a pipeline of a script is asked for: in no history, on its own, all errors sent back. */
export const plainRequest = {
  apartmentState: 2,
  streamOptions: 0,
  addToHistory: false,
  history: null,
  redirectErrors: true,
  isNested: false,
} as const satisfies Partial<CreatePipeline>;

/** No merging at all. */
export const noMerging: CommandMerging = {
  myResult: 0,
  toResult: 0,
  previousResults: 0,
  error: 0,
  warning: 0,
  verbose: 0,
  debug: 0,
  information: 0,
};

const mergeProperties = {
  MergeMyResult: 'myResult',
  MergeToResult: 'toResult',
  MergePreviousResults: 'previousResults',
  MergeError: 'error',
  MergeWarning: 'warning',
  MergeVerbose: 'verbose',
  MergeDebug: 'debug',
  MergeInformation: 'information',
} as const satisfies Record<string, keyof CommandMerging>;

function encodeCommand(command: RemoteCommand): PSValue {
  const merges: Record<string, PSValue> = {};
  for (const [property, key] of Object.entries(mergeProperties))
    merges[property] = resultTypesValue(command.merging[key]);
  return bag({
    Cmd: command.text,
    IsScript: command.isScript,
    UseLocalScope: command.useLocalScope,
    ...merges,
    Args: command.arguments.map((it) => bag({ N: it.name, V: it.value ?? null })),
  });
}

function decodeCommand(read: BagReader): RemoteCommand {
  const merging: Record<keyof CommandMerging, number> = { ...noMerging };
  for (const [property, key] of Object.entries(mergeProperties)) {
    if (read.has(property)) merging[key] = read.int(property, resultTypes);
  }
  const scope = read.value('UseLocalScope');
  return {
    text: read.text('Cmd'),
    isScript: read.bool('IsScript'),
    useLocalScope: typeof scope === 'boolean' ? scope : null,
    merging,
    arguments: read.items('Args').map((item) => {
      const argument = read.of(item);
      return { name: argument.textOrNull('N'), value: argument.value('V') ?? null };
    }),
  };
}

function encodePowerShell(it: CreatePipeline): PSValue {
  const statements = it.statements.map((commands) => commands.map(encodeCommand));
  return bag({
    Cmds: statements[0] ?? [],
    ExtraCmds: statements.length > 1 ? statements.map((commands) => bag({ Cmds: commands })) : undefined,
    IsNested: it.isNested,
    History: it.history,
    RedirectShellErrorOutputPipe: it.redirectErrors,
  });
}

/** All statements: those of ExtraCmds where it is there (it repeats Cmds as its first), else Cmds alone. */
function decodeStatements(shell: BagReader): readonly (readonly RemoteCommand[])[] {
  const commands = (read: BagReader): RemoteCommand[] => read.items('Cmds').map((item) => decodeCommand(read.of(item)));
  const extra = shell.value('ExtraCmds');
  const statements =
    extra === undefined || extra === null
      ? [commands(shell)]
      : shell.items('ExtraCmds').map((item) => commands(shell.of(item)));
  const used = statements.filter((statement) => statement.length > 0);
  if (used.length === 0) throw new RemoteProtocolError('A CreatePipeline message holds no command.');
  return used;
}

export const createPipelineCodec: PayloadCodec<CreatePipeline> = {
  encode: (it) =>
    bag({
      NoInput: it.noInput,
      ApartmentState: apartmentStateValue(it.apartmentState),
      RemoteStreamOptions: streamOptionsValue(it.streamOptions),
      AddToHistory: it.addToHistory,
      HostInfo: encodeHostInfo(it.hostInfo),
      PowerShell: encodePowerShell(it),
      IsNested: it.isNested,
    }),
  decode: (read) => {
    const shell = read.bag('PowerShell');
    return {
      noInput: read.bool('NoInput'),
      apartmentState: read.has('ApartmentState') ? read.int('ApartmentState', apartmentStates) : 2,
      streamOptions: read.intOr('RemoteStreamOptions', 0),
      addToHistory: read.boolOr('AddToHistory', false),
      hostInfo: decodeHostInfo(read.bag('HostInfo')),
      statements: decodeStatements(shell),
      history: shell.textOrNull('History'),
      redirectErrors: shell.boolOr('RedirectShellErrorOutputPipe', false),
      isNested: read.boolOr('IsNested', shell.boolOr('IsNested', false)),
    };
  },
};

function texts(read: BagReader, name: string): readonly string[] {
  const value = read.value(name);
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return [value];
  return read.items(name).filter((item) => typeof item === 'string');
}

const commandTypeNames: EnumNames = { 383: 'All' };

export const getCommandMetadataCodec: PayloadCodec<GetCommandMetadata> = {
  encode: (it) =>
    bag({
      Name: [...it.names],
      CommandType: commandTypesValue(it.commandType),
      Namespace: it.namespaces.length === 0 ? null : [...it.namespaces],
      ArgumentList: it.argumentList ?? null,
    }),
  decode: (read) => ({
    names: texts(read, 'Name'),
    commandType: read.has('CommandType') ? read.int('CommandType', commandTypeNames) : 383,
    namespaces: texts(read, 'Namespace'),
    argumentList: read.value('ArgumentList') ?? null,
  }),
};

export const pipelineStateCodec: PayloadCodec<PipelineStateMessage> = {
  encode: (it) => bag({ PipelineState: it.state, ExceptionAsErrorRecord: it.error ?? undefined }),
  decode: (read) => ({ state: read.int('PipelineState'), error: read.value('ExceptionAsErrorRecord') ?? null }),
};

/** Input and output: the value itself. */
export const valueCodec: PayloadCodec<PSValue> = {
  encode: (value) => value ?? null,
  decode: (_, value) => value ?? null,
};
