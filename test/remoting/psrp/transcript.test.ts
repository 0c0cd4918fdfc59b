import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodePayload } from '../../../src/remoting/psrp/decode-payload.ts';
import { Destination, type RawMessage } from '../../../src/remoting/psrp/message.ts';
import { messagesByType, messageTable } from '../../../src/remoting/psrp/message-table.ts';
import { plainFormat } from './plain-format.ts';

/** The messages of the recorded conversation, with who receives them. */
function recorded(): RawMessage[] {
  const lines = readFileSync(new URL('./data/psrp-2.3-transcript.txt', import.meta.url), 'utf8').split('\n');
  const messages: RawMessage[] = [];
  lines.forEach((line, i) => {
    const found = /^obj=\d+ frag=\d+ dest=(\d) type=([0-9A-F]+) rpid=(\w+) pid=(\w+)$/.exec(line);
    if (!found) return;
    messages.push({
      destination: Number(found[1]),
      type: Number.parseInt(found[2] ?? '', 16),
      poolId: found[3] ?? '',
      pipelineId: found[4] ?? '',
      payload: (lines[i + 1] ?? '').trim(),
    });
  });
  return messages;
}

describe('a recorded PSRP 2.3 conversation', () => {
  const messages = recorded();

  it('is read message by message', () => {
    const receiver = (m: RawMessage) => (m.destination === 1 ? Destination.Client : Destination.Server);
    const events = messages.map((m) => decodePayload(m, receiver(m), plainFormat));
    expect(events.map((e) => e.kind)).toEqual([
      'SessionCapability',
      'InitRunspacePool',
      'SessionCapability',
      'ApplicationPrivateData',
      'RunspacePoolState',
      'CreatePipeline',
      'PipelineInput',
      'EndOfPipelineInput',
      'PipelineState',
      'PipelineOutput',
      'PipelineHostCall',
      'PipelineHostCall',
      'PipelineHostResponse',
      'ProgressRecord',
      'VerboseRecord',
      'PipelineState',
      'GetCommandMetadata',
      'PublicKey',
      'EncryptedSessionKey',
    ]);
    expect(events[0]?.payload).toEqual({ protocolVersion: '2.3', psVersion: '2.0', serializationVersion: '1.1.0.1' });
    expect(events[1]?.payload).toMatchObject({
      minRunspaces: 1,
      maxRunspaces: 1,
      threadOptions: 0,
      apartmentState: 2,
      hostInfo: {
        isHostNull: false,
        useRunspaceHost: false,
        defaults: { foreground: 7, window: { width: 120, height: 30 }, title: 't' },
      },
    });
    expect(events[5]?.payload).toMatchObject({
      noInput: false,
      addToHistory: true,
      redirectErrors: true,
      history: null,
      hostInfo: { useRunspaceHost: true },
      statements: [
        [
          {
            text: 'Get-Process',
            isScript: false,
            useLocalScope: null,
            arguments: [
              { name: 'Name', value: 'x' },
              { name: null, value: 1 },
            ],
          },
          { text: 'Out-Default', arguments: [], merging: { myResult: 0, error: 0 } },
        ],
      ],
    });
    expect(events[6]?.payload).toBe('input1');
    expect(events[10]?.payload).toEqual({ callId: -100n, methodId: 16, parameters: ['text'] });
    expect(events[12]?.payload).toEqual({ callId: 1n, methodId: 11, result: 'Jordan', error: null });
    expect(events[13]?.payload).toMatchObject({
      activity: 'act',
      activityId: 1,
      statusDescription: 'status',
      completed: false,
    });
    expect(events[16]?.payload).toMatchObject({ names: ['Out-Default', 'Exit-PSSession'], commandType: 383 });
  });

  it('is understood the same after we have written it', () => {
    for (const m of messages) {
      const spec = messagesByType.get(m.type);
      if (!spec) throw new Error('unknown message');
      const receiver = m.destination === 1 ? Destination.Client : Destination.Server;
      const event = decodePayload(m, receiver, plainFormat);
      // one row's codec fits the payload that the same row decoded
      const payload = plainFormat.write(spec.codec.encode(event.payload as never));
      expect(decodePayload({ ...m, payload }, receiver, plainFormat).payload, spec.name).toEqual(event.payload);
    }
  });

  it('has every message number once', () => {
    expect(messagesByType.size).toBe(Object.keys(messageTable).length);
  });
});
