import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownHosts, keyTypeOf, knownHostLine, knownHostName } from '../../../src/remoting/transport/known-hosts.ts';

/** A public key blob of a type, told apart by one byte. */
function blob(type: string, byte: number): Buffer {
  const name = Buffer.from(type);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  return Buffer.concat([length, name, Buffer.from([byte])]);
}

const ed = blob('ssh-ed25519', 1);
const other = blob('ssh-ed25519', 2);
const rsa = blob('ssh-rsa', 3);
const b64 = (key: Buffer) => key.toString('base64');

function hashed(name: string): string {
  const salt = Buffer.from('0123456789abcdef0123');
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`;
}

describe('known hosts', () => {
  it.each([
    ['a plain name', `web1 ssh-ed25519 ${b64(ed)}`, 'web1', ed, 'known'],
    ['a list of names', `web1,10.0.0.1 ssh-ed25519 ${b64(ed)} comment`, '10.0.0.1', ed, 'known'],
    ['a name with port', `[web1]:2222 ssh-ed25519 ${b64(ed)}`, '[web1]:2222', ed, 'known'],
    ['the wrong port', `[web1]:2222 ssh-ed25519 ${b64(ed)}`, 'web1', ed, 'unknown'],
    ['a pattern', `*.lan,!bad.lan ssh-ed25519 ${b64(ed)}`, 'web1.lan', ed, 'known'],
    ['a negated pattern', `*.lan,!bad.lan ssh-ed25519 ${b64(ed)}`, 'bad.lan', ed, 'unknown'],
    ['a hashed name', `${hashed('web1')} ssh-ed25519 ${b64(ed)}`, 'web1', ed, 'known'],
    ['another hashed name', `${hashed('web1')} ssh-ed25519 ${b64(ed)}`, 'web2', ed, 'unknown'],
    ['another key of the type', `web1 ssh-ed25519 ${b64(other)}`, 'web1', ed, 'changed'],
    ['a key of another type only', `web1 ssh-rsa ${b64(rsa)}`, 'web1', ed, 'changed'],
    ['a revoked key', `@revoked * ssh-ed25519 ${b64(ed)}\nweb1 ssh-ed25519 ${b64(ed)}`, 'web1', ed, 'revoked'],
    ['comments and blank lines', `# web1 ssh-ed25519 ${b64(ed)}\n\n`, 'web1', ed, 'unknown'],
  ])('%s', (_, text, name, key, verdict) => {
    expect(new KnownHosts([text]).judge([name], key).kind).toBe(verdict);
  });

  it('names hosts as ssh does and writes lines that are found again', () => {
    expect([knownHostName('Web1', 22), knownHostName('web1', 2222), keyTypeOf(rsa)]).toEqual([
      'web1',
      '[web1]:2222',
      'ssh-rsa',
    ]);
    expect(new KnownHosts([knownHostLine('web1', 2222, ed)]).judge(['[web1]:2222'], ed).kind).toBe('known');
    expect(new KnownHosts([`web1 ssh-rsa ${b64(rsa)}\nweb1 ssh-ed25519 ${b64(ed)}`]).keyTypes(['web1'])).toEqual([
      'ssh-rsa',
      'ssh-ed25519',
    ]);
  });
});
