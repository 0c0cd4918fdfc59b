import { describe, expect, it } from 'vitest';
import { parseSshHostName } from '../../../src/remoting/sessions/ssh-host-name.ts';

describe('host names', () => {
  it.each([
    ['web1', 'web1', undefined, undefined],
    ['ops@web1', 'web1', 'ops', undefined],
    ['ops@web1:2222', 'web1', 'ops', 2222],
    ['web1:22', 'web1', undefined, 22],
    ['CORP\\ops@web1', 'web1', 'ops@CORP', undefined],
    ['ops@corp@web1', 'web1', 'ops@corp', undefined],
    ['[::1]:2222', '::1', undefined, 2222],
    ['::1', '::1', undefined, undefined],
    ['ops@[fe80::1%eth0]', 'fe80::1%eth0', 'ops', undefined],
  ])('%s', (text, host, userName, port) => {
    expect(parseSshHostName(text)).toEqual({ host, userName, port });
  });

  it.each(['', 'a b', 'web1:99999', 'web1:0', 'web1:x', '@', 'ops@'])('"%s" is none', (text) => {
    expect(parseSshHostName(text)).toBeUndefined();
  });
});
