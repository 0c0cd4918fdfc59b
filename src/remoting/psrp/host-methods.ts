/** How one parameter or result of a host call is encoded on the wire (MS-PSRP 2.2.6.1). */
export type HostValueKind =
  | 'void'
  | 'value'
  | 'string'
  | 'bool'
  | 'int'
  | 'long'
  | 'secureString'
  | 'credential'
  | 'color'
  | 'coordinates'
  | 'size'
  | 'rectangle'
  | 'bufferCell'
  | 'bufferCells'
  | 'keyInfo'
  | 'progress'
  | 'fields'
  | 'choices'
  | 'intList'
  | 'valueMap'
  | 'runspace';

/** One host call: its id on the wire, its name in RemoteHostMethodId, its parameters and its result. */
export interface HostMethod {
  readonly id: number;
  readonly name: string;
  readonly parameters: readonly HostValueKind[];
  readonly result: HostValueKind;
}

type Row = readonly [number, string, readonly HostValueKind[], HostValueKind];

const rows: readonly Row[] = [
  [1, 'GetName', [], 'string'],
  [2, 'GetVersion', [], 'value'],
  [3, 'GetInstanceId', [], 'value'],
  [4, 'GetCurrentCulture', [], 'value'],
  [5, 'GetCurrentUICulture', [], 'value'],
  [6, 'SetShouldExit', ['int'], 'void'],
  [7, 'EnterNestedPrompt', [], 'void'],
  [8, 'ExitNestedPrompt', [], 'void'],
  [9, 'NotifyBeginApplication', [], 'void'],
  [10, 'NotifyEndApplication', [], 'void'],
  [11, 'ReadLine', [], 'string'],
  [12, 'ReadLineAsSecureString', [], 'secureString'],
  [13, 'Write1', ['string'], 'void'],
  [14, 'Write2', ['color', 'color', 'string'], 'void'],
  [15, 'WriteLine1', [], 'void'],
  [16, 'WriteLine2', ['string'], 'void'],
  [17, 'WriteLine3', ['color', 'color', 'string'], 'void'],
  [18, 'WriteErrorLine', ['string'], 'void'],
  [19, 'WriteDebugLine', ['string'], 'void'],
  [20, 'WriteProgress', ['long', 'progress'], 'void'],
  [21, 'WriteVerboseLine', ['string'], 'void'],
  [22, 'WriteWarningLine', ['string'], 'void'],
  [23, 'Prompt', ['string', 'string', 'fields'], 'valueMap'],
  [24, 'PromptForCredential1', ['string', 'string', 'string', 'string'], 'credential'],
  [25, 'PromptForCredential2', ['string', 'string', 'string', 'string', 'int', 'int'], 'credential'],
  [26, 'PromptForChoice', ['string', 'string', 'choices', 'int'], 'int'],
  [27, 'GetForegroundColor', [], 'color'],
  [28, 'SetForegroundColor', ['color'], 'void'],
  [29, 'GetBackgroundColor', [], 'color'],
  [30, 'SetBackgroundColor', ['color'], 'void'],
  [31, 'GetCursorPosition', [], 'coordinates'],
  [32, 'SetCursorPosition', ['coordinates'], 'void'],
  [33, 'GetWindowPosition', [], 'coordinates'],
  [34, 'SetWindowPosition', ['coordinates'], 'void'],
  [35, 'GetCursorSize', [], 'int'],
  [36, 'SetCursorSize', ['int'], 'void'],
  [37, 'GetBufferSize', [], 'size'],
  [38, 'SetBufferSize', ['size'], 'void'],
  [39, 'GetWindowSize', [], 'size'],
  [40, 'SetWindowSize', ['size'], 'void'],
  [41, 'GetWindowTitle', [], 'string'],
  [42, 'SetWindowTitle', ['string'], 'void'],
  [43, 'GetMaxWindowSize', [], 'size'],
  [44, 'GetMaxPhysicalWindowSize', [], 'size'],
  [45, 'GetKeyAvailable', [], 'bool'],
  [46, 'ReadKey', ['int'], 'keyInfo'],
  [47, 'FlushInputBuffer', [], 'void'],
  [48, 'SetBufferContents1', ['rectangle', 'bufferCell'], 'void'],
  [49, 'SetBufferContents2', ['coordinates', 'bufferCells'], 'void'],
  [50, 'GetBufferContents', ['rectangle'], 'bufferCells'],
  [51, 'ScrollBufferContents', ['rectangle', 'coordinates', 'rectangle', 'bufferCell'], 'void'],
  [52, 'PushRunspace', ['runspace'], 'void'],
  [53, 'PopRunspace', [], 'void'],
  [54, 'GetIsRunspacePushed', [], 'bool'],
  [55, 'GetRunspace', [], 'runspace'],
  [56, 'PromptForChoiceMultipleSelection', ['string', 'string', 'choices', 'intList'], 'intList'],
];

/** All host calls by id (MS-PSRP 2.2.3.17). */
export const hostMethods: ReadonlyMap<number, HostMethod> = new Map(
  rows.map(([id, name, parameters, result]) => [id, { id, name, parameters, result }]),
);

/** All host calls by name. */
export const hostMethodsByName: ReadonlyMap<string, HostMethod> = new Map(
  [...hostMethods.values()].map((method) => [method.name, method]),
);

/** The call id of a host call that wants no answer. */
export const VOID_CALL_ID = -100n;
