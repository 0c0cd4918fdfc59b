import type { PSHost } from '../../runtime/host/ps-host.ts';
import type { SshPrompter } from '../transport/ssh-prompter.ts';

/** Asks through a host's console; nobody is there when the host is not interactive. Questions come one at a time. */
export function consolePrompter(host: PSHost): SshPrompter {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    if (!host.ui.interactive) return Promise.resolve(undefined);
    const asked = last.then(ask, ask);
    last = asked.catch(() => undefined);
    return asked;
  };
  return {
    confirmHostKey: (name, keyType, fingerprint) =>
      inTurn(async () => {
        const message = `${name} is not a known host. It shows the ${keyType} key ${fingerprint}. Go on connecting and remember the key?`;
        const choices = [
          { label: '&Yes', helpMessage: 'Trusts the key from now on.' },
          { label: '&No', helpMessage: 'Does not connect.' },
        ];
        return (await host.ui.promptForChoice('Unknown host', message, choices, [1], false))[0] === 0;
      }),
    secret: (prompt) =>
      inTurn(async () => {
        await host.ui.write(prompt);
        return host.ui.readSecret();
      }),
    answer: (prompt) =>
      inTurn(async () => {
        await host.ui.write(prompt);
        return host.ui.readLine();
      }),
  };
}
