import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** A variable that a new runspace has from the start. */
export class SessionStateVariableEntry extends NetObject {
  readonly name: string;
  readonly value: PSValue;
  readonly description: string;

  constructor(name: string, value: PSValue, description: string) {
    super();
    this.name = name;
    this.value = value;
    this.description = description;
  }
}

/** System.Management.Automation.Runspaces.InitialSessionState: what a new runspace starts with. */
export class InitialSessionState extends NetObject {
  readonly variables: SessionStateVariableEntry[] = [];
}

/** `$initialSessionState.Variables` */
export class VariableEntries extends NetObject {
  readonly state: InitialSessionState;

  constructor(state: InitialSessionState) {
    super();
    this.state = state;
  }
}
