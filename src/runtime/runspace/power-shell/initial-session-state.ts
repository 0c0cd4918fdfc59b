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

/** A function that a new runspace has from the start. */
export class SessionStateFunctionEntry extends NetObject {
  readonly name: string;
  readonly definition: string;

  constructor(name: string, definition: string) {
    super();
    this.name = name;
    this.definition = definition;
  }
}

/** System.Management.Automation.Runspaces.InitialSessionState: what a new runspace starts with. */
export class InitialSessionState extends NetObject {
  readonly variables: SessionStateVariableEntry[] = [];
  readonly functions: SessionStateFunctionEntry[] = [];
  /** Modules that are imported before anything runs. */
  readonly modules: string[] = [];
}

/** `$initialSessionState.Commands` */
export class CommandEntries extends NetObject {
  readonly state: InitialSessionState;

  constructor(state: InitialSessionState) {
    super();
    this.state = state;
  }
}

/** `$initialSessionState.Variables` */
export class VariableEntries extends NetObject {
  readonly state: InitialSessionState;

  constructor(state: InitialSessionState) {
    super();
    this.state = state;
  }
}
