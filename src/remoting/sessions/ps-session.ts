import type { EngineContext } from '../../runtime/engine.ts';
import { RunspaceConnection } from '../../runtime/pipeline/invocable-runspace.ts';
import type { Hashtable } from '../../runtime/values/hashtable.ts';
import { NetObject } from '../../runtime/values/net-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { RemoteRunspace } from '../client/remote-runspace.ts';
import type { QueuedResponder } from './queued-responder.ts';
import { SessionRunspace } from './session-runspace.ts';
import type { SessionTarget } from './session-target.ts';

/** The parts of a {@link ConnectionInfo}. */
export interface ConnectionParts {
  readonly computerName: string;
  readonly userName: string;
  readonly port: number;
  readonly keyFilePath: string;
  readonly subsystem: string;
  readonly connectingTimeout: number;
  readonly options?: Hashtable | null;
}

/** How a session reaches its machine; `SSHConnectionInfo` where the transport is SSH. */
export class ConnectionInfo extends RunspaceConnection {
  readonly computerName: string;
  readonly userName: string;
  readonly port: number;
  readonly keyFilePath: string;
  readonly subsystem: string;
  readonly connectingTimeout: number;
  /** Options of ssh_config by name. */
  readonly options: Hashtable | null;

  constructor(parts: ConnectionParts) {
    super();
    this.computerName = parts.computerName;
    this.userName = parts.userName;
    this.port = parts.port;
    this.keyFilePath = parts.keyFilePath;
    this.subsystem = parts.subsystem;
    this.connectingTimeout = parts.connectingTimeout;
    this.options = parts.options ?? null;
  }

  runspace(engine: EngineContext): SessionRunspace {
    return new SessionRunspace(this, engine);
  }
}

/** What a session is made of. */
export interface PSSessionParts {
  readonly id: number;
  readonly name: string;
  readonly transport: 'SSH' | 'Process';
  readonly runspace: RemoteRunspace;
  readonly responder: QueuedResponder;
  readonly connection: ConnectionInfo;
  /** Where it goes, for further sessions to the same place. */
  readonly target: SessionTarget;
}

/** Contract. System.Management.Automation.Runspaces.PSSession: a session that a script holds. */
export class PSSession extends NetObject {
  readonly id: number;
  name: string;
  readonly transport: 'SSH' | 'Process';
  readonly runspace: RemoteRunspace;
  readonly responder: QueuedResponder;
  readonly connection: ConnectionInfo;
  readonly target: SessionTarget;
  /** `$session.Runspace` */
  readonly runspaceObject: SessionRunspace;

  constructor(parts: PSSessionParts, engine: EngineContext) {
    super();
    this.id = parts.id;
    this.name = parts.name;
    this.transport = parts.transport;
    this.runspace = parts.runspace;
    this.responder = parts.responder;
    this.connection = parts.connection;
    this.target = parts.target;
    this.runspaceObject = new SessionRunspace(this.connection, engine, this);
  }

  get computerName(): string {
    return this.connection.computerName;
  }

  get instanceId(): string {
    return this.runspace.instanceId;
  }

  get privateData(): PSValue {
    return this.runspace.privateData;
  }
}
