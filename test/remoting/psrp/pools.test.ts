import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClientPool } from '../../../src/remoting/psrp/client-pool.ts';
import { LocalProtocolError, RemoteProtocolError } from '../../../src/remoting/psrp/errors.ts';
import type { ClientEvent, ServerEvent } from '../../../src/remoting/psrp/events.ts';
import { messageTable } from '../../../src/remoting/psrp/message-table.ts';
import { runspaceHostInfo } from '../../../src/remoting/psrp/messages/host-info.ts';
import { type CreatePipeline, noMerging } from '../../../src/remoting/psrp/messages/pipeline.ts';
import { primitiveDictionary } from '../../../src/remoting/psrp/property-bag.ts';
import { EndState, ServerPool } from '../../../src/remoting/psrp/server-pool.ts';
import { plainFormat } from './plain-format.ts';

const poolId = '11111111-2222-3333-4444-555555555555';
const pipeline = '68e9b430-fb9b-4151-aaed-2fc544308952';

function createPipeline(text: string): string {
  const payload: CreatePipeline = {
    noInput: false,
    apartmentState: 2,
    streamOptions: 0,
    addToHistory: false,
    hostInfo: runspaceHostInfo,
    statements: [[{ text, isScript: true, useLocalScope: null, merging: noMerging, arguments: [] }]],
    history: null,
    redirectErrors: false,
    isNested: false,
  };
  return plainFormat.write(messageTable.CreatePipeline.codec.encode(payload));
}

/** Two ends joined by a wire that delivers in pieces of the sizes `cut` gives. */
class Pair {
  readonly client: ClientPool;
  readonly server: ServerPool;
  readonly seen: string[] = [];
  readonly #cut: () => number;
  onServer: (event: ServerEvent) => void = () => {};
  onClient: (event: ClientEvent) => void = () => {};

  constructor(cut: () => number = () => 1 << 20, packetSize = 32 * 1024) {
    this.client = new ClientPool({ poolId, format: plainFormat, packetSize });
    this.server = new ServerPool({ format: plainFormat, packetSize });
    this.#cut = cut;
  }

  open(): void {
    this.client.open({
      minRunspaces: 1,
      maxRunspaces: 1,
      threadOptions: 0,
      apartmentState: 2,
      hostInfo: runspaceHostInfo,
      applicationArguments: null,
    });
    this.run();
  }

  run(): void {
    for (let busy = true; busy; ) {
      busy = this.#move(this.client, this.server) || this.#move(this.server, this.client);
    }
  }

  #move(from: ClientPool | ServerPool, to: ClientPool | ServerPool): boolean {
    const bytes = from.dataToSend();
    for (let at = 0; bytes && at < bytes.length; ) {
      const size = Math.max(1, this.#cut());
      to.receive(bytes.subarray(at, at + size));
      at += size;
      this.#drain(to);
    }
    return bytes !== undefined;
  }

  #drain(end: ClientPool | ServerPool): void {
    if (end === this.server) {
      for (let event = this.server.nextEvent(); event; event = this.server.nextEvent()) {
        this.seen.push(`server ${event.kind}`);
        if (event.kind === 'InitRunspacePool') this.server.opened(primitiveDictionary([]));
        this.onServer(event);
      }
    } else {
      for (let event = this.client.nextEvent(); event; event = this.client.nextEvent()) {
        this.seen.push(`client ${event.kind}`);
        this.onClient(event);
      }
    }
  }
}

/** Runs one command with input, an answer for each object, and the end; what the client got. */
function conversation(
  cut: () => number,
  packetSize: number,
  inputs: readonly string[],
): { outputs: unknown[]; pair: Pair } {
  const pair = new Pair(cut, packetSize);
  const outputs: unknown[] = [];
  pair.onServer = (event) => {
    if (event.kind === 'PipelineInput')
      pair.server.sendPipeline(event.pipelineId, 'PipelineOutput', plainFormat.write(`<${String(event.payload)}>`));
    if (event.kind === 'EndOfPipelineInput') pair.server.end(event.pipelineId, EndState.Completed, null);
  };
  pair.onClient = (event) => {
    if (event.kind === 'PipelineOutput') outputs.push(event.payload);
    if (event.kind === 'PipelineState') pair.client.release(event.pipelineId);
  };
  pair.open();
  pair.client.startPipeline(pipeline, 'CreatePipeline', createPipeline('x'.repeat(100)));
  for (const input of inputs) pair.client.sendInput(pipeline, plainFormat.write(input));
  pair.client.endInput(pipeline);
  pair.run();
  return { outputs, pair };
}

describe('client and server', () => {
  it('open, run a command and close', () => {
    const { outputs, pair } = conversation(() => 1 << 20, 32768, ['a', 'b']);
    expect(outputs).toEqual(['<a>', '<b>']);
    expect(pair.client.protocolVersion).toBe('2.4');
    pair.onServer = (event) => {
      if (event.kind === 'CloseRequested') pair.server.closed();
    };
    pair.client.close();
    pair.run();
    expect([pair.client.state, pair.server.state]).toEqual(['Closed', 'Closed']);
    expect(pair.seen).toContain('client PipelineReleased');
    expect(pair.seen.filter((line) => line === 'client RunspacePoolState')).toHaveLength(3);
  });

  it('understand each other byte by byte', () => {
    const { outputs } = conversation(() => 1, 32768, ['one', 'two']);
    expect(outputs).toEqual(['<one>', '<two>']);
  });

  it('understand each other in any pieces and any packet size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 22, max: 300 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 6 }),
        (sizes, packetSize, inputs) => {
          let i = 0;
          const { outputs } = conversation(() => sizes[i++ % sizes.length] ?? 1, packetSize, inputs);
          expect(outputs).toEqual(inputs.map((input) => `<${input}>`));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('stop a command and stay usable', () => {
    const pair = new Pair();
    pair.onServer = (event) => {
      if (event.kind === 'StopRequested') pair.server.end(event.pipelineId, EndState.Stopped, null);
    };
    pair.onClient = (event) => {
      if (event.kind === 'PipelineState') pair.client.release(event.pipelineId);
    };
    pair.open();
    pair.client.startPipeline(pipeline, 'CreatePipeline', createPipeline('while ($true) {}'));
    pair.run();
    pair.client.stop(pipeline);
    pair.client.sendInput(pipeline, plainFormat.write('late'));
    pair.run();
    expect(pair.seen.slice(-4)).toEqual(
      [
        'server StopRequested',
        'client StopAcknowledged',
        'client PipelineState',
        'server PipelineReleased',
        'client PipelineReleased',
      ].slice(-4),
    );
    expect([pair.client.state, pair.server.state]).toEqual(['Opened', 'Opened']);
    expect(pair.seen).not.toContain('server PipelineInput');
  });

  it('stop a command that was only announced', () => {
    const pair = new Pair();
    pair.open();
    pair.client.startPipeline(pipeline, 'CreatePipeline', createPipeline('1'));
    pair.client.stop(pipeline);
    pair.run();
    expect(pair.seen).not.toContain('server CreatePipeline');
    pair.client.release(pipeline);
    pair.run();
    expect(pair.seen.slice(-2)).toEqual(['server PipelineReleased', 'client PipelineReleased']);
  });

  it('hold input back while the server is busy', () => {
    const pair = new Pair(undefined, 64);
    pair.onServer = (event) => {
      if (event.kind === 'CreatePipeline') pair.server.pauseInput(event.pipelineId);
    };
    pair.open();
    pair.client.startPipeline(pipeline, 'CreatePipeline', createPipeline('1'));
    for (let i = 0; i < 10; i++) pair.client.sendInput(pipeline, plainFormat.write('input '.repeat(20)));
    pair.run();
    expect(pair.client.queuedInput(pipeline)).toBeGreaterThan(1000);
    pair.server.resumeInput(pipeline);
    pair.run();
    expect(pair.client.queuedInput(pipeline)).toBe(0);
    expect(pair.seen.filter((line) => line === 'server PipelineInput')).toHaveLength(10);
  });

  it('acknowledge input for a command that has ended', () => {
    const pair = new Pair(undefined, 64);
    pair.onServer = (event) => {
      if (event.kind === 'CreatePipeline') pair.server.end(event.pipelineId, EndState.Completed, null);
    };
    pair.open();
    pair.client.startPipeline(pipeline, 'CreatePipeline', createPipeline('1'));
    pair.client.sendInput(pipeline, plainFormat.write('x'.repeat(500)));
    pair.run();
    expect(pair.client.queuedInput(pipeline)).toBe(0);
    expect(pair.server.state).toBe('Opened');
  });
});

describe('versions', () => {
  const capability = (version: string) => {
    const client = new ClientPool({ poolId, format: plainFormat });
    client.open({
      minRunspaces: 1,
      maxRunspaces: 1,
      threadOptions: 0,
      apartmentState: 2,
      hostInfo: runspaceHostInfo,
      applicationArguments: null,
    });
    const server = new ServerPool({ format: plainFormat });
    const patched = Buffer.from(client.dataToSend() ?? []).toString();
    const at = /PSGuid='[^']*'>([^<]*)</.exec(patched)?.[1] ?? '';
    const bytes = Buffer.from(at, 'base64')
      .toString('latin1')
      .replace('<Version N="protocolversion">2.4<', `<Version N="protocolversion">${version}<`);
    server.receive(Buffer.from(patched.replace(at, Buffer.from(bytes, 'latin1').toString('base64'))));
    const events: ServerEvent[] = [];
    for (let e = server.nextEvent(); e; e = server.nextEvent()) events.push(e);
    return { server, events };
  };

  it.each([
    ['2.0', '2.0'],
    ['2.3', '2.3'],
    ['2.4', '2.4'],
    ['2.9', '2.4'],
  ])('a client of %s is answered with %s', (offered, answered) => {
    expect(capability(offered).server.protocolVersion).toBe(answered);
  });

  it('a client of another protocol is refused', () => {
    const { server, events } = capability('3.0');
    expect(server.state).toBe('Broken');
    expect(events.at(-1)).toMatchObject({
      kind: 'StateChanged',
      state: 'Broken',
      reason: expect.any(RemoteProtocolError),
    });
  });
});

describe('what is not allowed', () => {
  it('a pipeline needs an open session', () => {
    const client = new ClientPool({ poolId, format: plainFormat });
    expect(() => client.startPipeline(pipeline, 'CreatePipeline', '')).toThrow(LocalProtocolError);
  });

  it.each([
    ['an acknowledgement sent to a server', "<DataAck PSGuid='00000000-0000-0000-0000-000000000000' />\n"],
    ['base64 that is none', "<Data Stream='Default' PSGuid='00000000-0000-0000-0000-000000000000'>***</Data>\n"],
    [
      'a stream that does not exist',
      "<Data Stream='Other' PSGuid='00000000-0000-0000-0000-000000000000'>AAAA</Data>\n",
    ],
    ['a GUID that is none', "<Command PSGuid='x' />\n"],
    ['a command before the session is open', `<Command PSGuid='${pipeline}' />\n`],
  ])('%s breaks the session', (_, line) => {
    const server = new ServerPool({ format: plainFormat });
    server.receive(Buffer.from(line));
    const event = server.nextEvent();
    expect(event).toMatchObject({ kind: 'StateChanged', state: 'Broken', reason: expect.any(RemoteProtocolError) });
  });

  it('banner text is reported and does no harm', () => {
    const client = new ClientPool({ poolId, format: plainFormat });
    client.receive(Buffer.from('Welcome\r\n<not a packet>\n'));
    expect([client.nextEvent(), client.nextEvent()]).toEqual([
      { kind: 'StrayText', text: 'Welcome' },
      { kind: 'StrayText', text: '<not a packet>' },
    ]);
    expect(client.state).toBe('Idle');
  });
});
