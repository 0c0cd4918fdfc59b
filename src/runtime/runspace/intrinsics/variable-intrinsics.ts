import type { Scope } from '../../scope/scope.ts';
import type { SessionState } from '../../scope/session-state.ts';
import type { PSVariable } from '../../scope/variable.ts';
import { assignIn, findVariable } from '../../scope/variable-access.ts';
import { defineType } from '../../types/define-type.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type PSValue } from '../../values/ps-value.ts';

/** `$ExecutionContext.SessionState.PSVariable` */
export class VariableIntrinsics extends NetObject {
  readonly state: SessionState;

  constructor(state: SessionState) {
    super();
    this.state = state;
  }

  /** The scope its names are looked up from: the running one where that belongs to the session state, else its own. */
  get scope(): Scope {
    const { currentScope } = this.state.shared;
    return currentScope.sessionState === this.state ? currentScope : this.state.topScope;
  }

  /** A scope prefix of a name, and the rest. */
  split(name: string): { readonly scope: Scope; readonly key: string; readonly bare: string } {
    const match = /^(global|script|local|private|variable):(.+)$/i.exec(name);
    const bare = match?.[2] ?? name;
    const prefix = match?.[1]?.toLowerCase();
    const scope =
      prefix === 'global' ? this.state.globalScope : prefix === 'script' ? this.scope.scriptScope : this.scope;
    return { scope, key: bare.toLowerCase(), bare };
  }
}

/** System.Management.Automation.PSVariableIntrinsics */
export const variableIntrinsicsType = defineType({
  name: 'System.Management.Automation.PSVariableIntrinsics',
  jsClass: VariableIntrinsics,
  members: {
    'Get(string name) PSVariable'(self: VariableIntrinsics, name: string) {
      const { scope, key } = self.split(name);
      return findVariable(scope, key)?.object ?? null;
    },
    'GetValue(string name) object'(self: VariableIntrinsics, name: string) {
      const { scope, key } = self.split(name);
      return findVariable(scope, key)?.value ?? null;
    },
    'GetValue(string name, object defaultValue) object'(self: VariableIntrinsics, name: string, fallback: PSValue) {
      const { scope, key } = self.split(name);
      const found = findVariable(scope, key);
      return found ? found.value : fallback;
    },
    'Remove(string name) void'(self: VariableIntrinsics, name: string) {
      const { scope, key } = self.split(name);
      scope.removeLocal(key);
      return undefined;
    },
    'Remove(PSVariable variable) void'(self: VariableIntrinsics, { variable }: PSVariable) {
      self.scope.removeLocal(variable.name.toLowerCase());
      return undefined;
    },
    'Set(string name, object value) void'(self: VariableIntrinsics, name: string, value: PSValue) {
      const { scope, key, bare } = self.split(name);
      return andThen(assignIn(scope, bare, key, value), () => undefined);
    },
    'Set(PSVariable variable) void'(self: VariableIntrinsics, { variable }: PSVariable) {
      self.scope.setCell(variable);
      return undefined;
    },
  },
});
