import { defineType } from '../types/define-type.ts';
import { utcOf, zoneOf } from '../types/engine-zone.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { EnumValue } from '../values/enum-value.ts';
import type { PSValue } from '../values/ps-value.ts';
import { toLocalTime } from '../values/time-zone.ts';
import { HostInformationMessage, InformationalRecord, InformationRecord, ProgressRecord } from './records.ts';

const automation = (name: string) => `System.Management.Automation.${name}`;
const names = { warning: 'WarningRecord', verbose: 'VerboseRecord', debug: 'DebugRecord' } as const;

/** The types of what travels on the streams besides output and errors (about_Output_Streams). */
export const recordTypes = [
  defineType({
    name: automation('InformationalRecord'),
    jsClass: InformationalRecord,
    typeNameOf: (record: InformationalRecord) => automation(names[record.kind]),
    isAbstract: true,
    members: {
      'prop InvocationInfo InvocationInfo get': (self: InformationalRecord) => self.invocationInfo,
      'prop Message string get': (self: InformationalRecord) => self.message,
      'ToString() string': (self: InformationalRecord) => self.message,
    },
  }),
  ...(['warning', 'verbose', 'debug'] as const).map((kind) =>
    defineType({
      name: automation(names[kind]),
      base: automation('InformationalRecord'),
      members: { 'new(string message)': (message: string) => new InformationalRecord(kind, message) },
    }),
  ),
  defineType({
    name: automation('InformationRecord'),
    jsClass: InformationRecord,
    members: {
      'new(object messageData, string source)'(data: PSValue, source: string) {
        return new InformationRecord(data, source, this.clock.now());
      },
      'prop Computer string get': (self: InformationRecord) => self.computer,
      'prop MessageData object get': (self: InformationRecord) => self.messageData,
      'prop ProcessId uint get': (self: InformationRecord) => self.processId,
      'prop Source string get': (self: InformationRecord) => self.source,
      'prop Tags List<string> get': (self: InformationRecord) => self.tags,
      'prop TimeGenerated DateTime get'(self: InformationRecord) {
        return toLocalTime(utcOf(self.timeGenerated), zoneOf(this));
      },
      'prop User string get': (self: InformationRecord) => self.user,
      'ToString() string'(self: InformationRecord) {
        const { messageData } = self;
        return messageData instanceof HostInformationMessage
          ? messageData.message
          : typeSystemOf(this).toText(messageData);
      },
    },
  }),
  defineType({
    name: automation('HostInformationMessage'),
    jsClass: HostInformationMessage,
    members: {
      'new()': () => new HostInformationMessage('', false),
      'prop Message string get': (self: HostInformationMessage) => self.message,
      'prop NoNewLine bool get': (self: HostInformationMessage) => self.noNewLine,
      'prop ForegroundColor Nullable<ConsoleColor> get'(self: HostInformationMessage) {
        const type = this.resolveType('System.ConsoleColor');
        return self.foreground === undefined || !type ? null : EnumValue.of(type, self.foreground);
      },
      'prop BackgroundColor Nullable<ConsoleColor> get'(self: HostInformationMessage) {
        const type = this.resolveType('System.ConsoleColor');
        return self.background === undefined || !type ? null : EnumValue.of(type, self.background);
      },
      'ToString() string': (self: HostInformationMessage) => self.message,
    },
  }),
  defineType({
    name: automation('ProgressRecord'),
    jsClass: ProgressRecord,
    members: {
      'new(int activityId, string activity, string statusDescription)': (
        id: number,
        activity: string,
        status: string,
      ) => new ProgressRecord(id, activity, status),
      'prop Activity string get': (self: ProgressRecord) => self.activity,
      'prop ActivityId int get': (self: ProgressRecord) => self.activityId,
      'prop CurrentOperation string get': (self: ProgressRecord) => self.currentOperation,
      'prop ParentActivityId int get': (self: ProgressRecord) => self.parentActivityId,
      'prop PercentComplete int get': (self: ProgressRecord) => self.percentComplete,
      'prop SecondsRemaining int get': (self: ProgressRecord) => self.secondsRemaining,
      'prop StatusDescription string get': (self: ProgressRecord) => self.statusDescription,
    },
  }),
];
