import { Invocation, type InvocationInfo } from '../../errors/invocation-info.ts';
import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { BoundParameters, CommandInvocation } from '../command-invocation.ts';
import { automationEnum } from './automation-enums.ts';

const prefix = 'System.Management.Automation.';

const invocationType = defineType({
  name: `${prefix}InvocationInfo`,
  jsClass: [Invocation, CommandInvocation],
  members: {
    'prop BoundParameters object get': (self: InvocationInfo) => self.boundParameters ?? new BoundParameters(),
    'prop CommandOrigin CommandOrigin get': (self: InvocationInfo) =>
      automationEnum('CommandOrigin', self.commandOrigin),
    'prop DisplayScriptPosition object get': (self: InvocationInfo) => self.extent,
    'prop ExpectingInput bool get': (self: InvocationInfo) => self.expectingInput,
    'prop HistoryId long get': (self: InvocationInfo) => BigInt(self.historyId),
    'prop InvocationName string get': (self: InvocationInfo) => self.invocationName,
    'prop Line string get': (self: InvocationInfo) => lineOf(self),
    'prop MyCommand CommandInfo get': (self: InvocationInfo) => self.myCommand ?? null,
    'prop OffsetInLine int get': (self: InvocationInfo) => self.extent?.startColumnNumber ?? 0,
    'prop PipelineLength int get': (self: InvocationInfo) => self.pipelineLength,
    'prop PipelinePosition int get': (self: InvocationInfo) => self.pipelinePosition,
    'prop PositionMessage string get': (self: InvocationInfo) => positionMessage(self),
    'prop PSCommandPath string get': (self: InvocationInfo) => self.extent?.file ?? '',
    'prop PSScriptRoot string get': (self: InvocationInfo) => folderOf(self.extent?.file ?? ''),
    'prop ScriptLineNumber int get': (self: InvocationInfo) => self.extent?.startLineNumber ?? 0,
    'prop ScriptName string get': (self: InvocationInfo) => self.extent?.file ?? '',
    'prop Statement string get': (self: InvocationInfo) => self.extent?.text ?? '',
    'prop UnboundArguments object get': (self: InvocationInfo) => [...self.unboundArguments],
  },
});

function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash > 0 ? file.slice(0, slash) : slash === 0 ? '/' : '';
}

/** The source line of the call with its line end. */
function lineOf({ extent }: InvocationInfo): string {
  if (!extent) return '';
  const { source, startLineNumber } = extent;
  const text = source.lineText(startLineNumber);
  return startLineNumber < source.lineCount ? `${text}\n` : text;
}

/** Where the call stands: file and place, the line, and the call marked in it. */
function positionMessage({ extent }: InvocationInfo): string {
  if (!extent) return '';
  const { source, startLineNumber, startColumnNumber } = extent;
  const line = source.lineText(startLineNumber);
  const indent = line.length - line.trimStart().length;
  const length =
    extent.endLineNumber === startLineNumber
      ? extent.endOffset - extent.startOffset
      : line.length - startColumnNumber + 1;
  const place = extent.file === undefined ? `At line:${startLineNumber}` : `At ${extent.file}:${startLineNumber}`;
  const marks = ' '.repeat(Math.max(0, startColumnNumber - 1 - indent)) + '~'.repeat(Math.max(1, length));
  return `${place} char:${startColumnNumber}\n+ ${line.trim()}\n+ ${marks}`;
}

const boundParametersType = defineType({
  name: `${prefix}PSBoundParametersDictionary`,
  base: 'System.Collections.Generic.Dictionary<string, object>',
  jsClass: BoundParameters,
});

/** `$MyInvocation` and `$PSBoundParameters`. */
export const invocationTypes: readonly TypeSpec[] = [invocationType, boundParametersType];
