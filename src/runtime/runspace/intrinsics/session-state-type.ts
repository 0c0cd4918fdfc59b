import { eventsOf } from '../../cmdlets/events/event-manager.ts';
import { commandEngine } from '../../commands/call-frame.ts';
import { automationEnum } from '../../commands/types/automation-enums.ts';
import { NetException } from '../../errors/net-exception.ts';
import { SessionState } from '../../scope/session-state.ts';
import { defineType } from '../../types/define-type.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { CommandIntrinsics } from './command-intrinsics.ts';
import { PathIntrinsics } from './path-intrinsics.ts';
import { VariableIntrinsics } from './variable-intrinsics.ts';

/** `$ExecutionContext` */
export class EngineIntrinsics extends NetObject {
  readonly state: SessionState;
  readonly host: object;

  constructor(state: SessionState, host: object) {
    super();
    this.state = state;
    this.host = host;
  }
}

const automation = (name: string) => `System.Management.Automation.${name}`;

/** The types behind `$ExecutionContext`, `$PSCmdlet.SessionState` and `$module.SessionState`. */
export const sessionStateTypes = [
  defineType({
    name: automation('SessionState'),
    jsClass: SessionState,
    members: {
      'prop InvokeCommand CommandInvocationIntrinsics get': (self: SessionState) => new CommandIntrinsics(self),
      'prop LanguageMode PSLanguageMode get set': {
        get: () => automationEnum('PSLanguageMode', 'FullLanguage'),
        set: (_self: SessionState, mode: EnumValue) => {
          if (Number(mode.value) === 0) return;
          throw new NetException(
            automation('PSNotSupportedException'),
            'Only FullLanguage is supported: scripts cannot be kept to a part of the language here.',
          );
        },
      },
      'prop Module PSModuleInfo get': (self: SessionState) => self.module,
      'prop Path PathIntrinsics get': (self: SessionState) => new PathIntrinsics(self),
      'prop PSVariable PSVariableIntrinsics get': (self: SessionState) => new VariableIntrinsics(self),
      'prop Applications List<string> get': () => ['*'],
      'prop Scripts List<string> get': () => ['*'],
    },
  }),
  defineType({
    name: automation('EngineIntrinsics'),
    jsClass: EngineIntrinsics,
    members: {
      'prop Events PSEventManager get'() {
        return eventsOf(commandEngine(this));
      },
      'prop Host PSHost get': (self: EngineIntrinsics) => self.host,
      'prop InvokeCommand CommandInvocationIntrinsics get': (self: EngineIntrinsics) =>
        new CommandIntrinsics(self.state),
      'prop SessionState SessionState get': (self: EngineIntrinsics) => self.state,
    },
  }),
];
