import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { KnownHosts, keyTypeOf, knownHostLine, knownHostName } from './known-hosts.ts';
import type { SshPrompter } from './ssh-prompter.ts';
import type { SshSettings } from './ssh-settings.ts';
import { TransportError } from './transport-error.ts';

/** How keys are shown to people: SHA256 of the key, as ssh prints it. */
export function fingerprint(key: Uint8Array): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** Decides about the keys hosts show, by the known_hosts files and StrictHostKeyChecking. */
export class HostKeyCheck {
  readonly #settings: SshSettings;
  readonly #prompter: SshPrompter;
  readonly #known: KnownHosts;
  readonly #names: readonly string[];
  /** Why the key was refused. */
  failure: TransportError | undefined;

  constructor(settings: SshSettings, prompter: SshPrompter) {
    this.#settings = settings;
    this.#prompter = prompter;
    const files = [...settings.userKnownHosts, ...settings.globalKnownHosts];
    this.#known = new KnownHosts(files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8')));
    this.#names = [settings.hostKeyAlias ?? knownHostName(settings.hostName, settings.port)];
  }

  /** Key types to ask the host for first: those it is known with. */
  get preferredTypes(): readonly string[] {
    return this.#known.keyTypes(this.#names);
  }

  /** Whether to go on with a host that shows this key. */
  async accept(key: Uint8Array): Promise<boolean> {
    const verdict = this.#known.judge(this.#names, key);
    const { alias, hostKeyPolicy } = this.#settings;
    const shown = `${keyTypeOf(key)} key ${fingerprint(key)}`;
    switch (verdict.kind) {
      case 'known':
        return true;
      case 'revoked':
        return this.#refuse(`${alias} shows the ${shown}, which known_hosts marks as revoked.`);
      case 'changed':
        if (hostKeyPolicy === 'no') return true;
        return this.#refuse(
          `${alias} shows the ${shown}, but known_hosts holds another key for it. Either the host was set up anew, or someone stands between. When you are sure, remove the old line: ssh-keygen -R '${this.#names[0]}'.`,
        );
      case 'unknown':
        return this.#meet(key, shown);
    }
  }

  async #meet(key: Uint8Array, shown: string): Promise<boolean> {
    const { alias, hostKeyPolicy, batchMode } = this.#settings;
    if (hostKeyPolicy === 'no' || hostKeyPolicy === 'accept-new') return this.#remember(key);
    if (hostKeyPolicy === 'ask' && !batchMode) {
      const answer = await this.#prompter.confirmHostKey(alias, keyTypeOf(key), fingerprint(key));
      if (answer === true) return this.#remember(key);
      if (answer === false) return this.#refuse(`The ${shown} of ${alias} was not accepted.`);
    }
    return this.#refuse(
      `${alias} is not among the known hosts; it shows the ${shown}. Connect once with ssh to add it, or allow new hosts with the ssh option StrictHostKeyChecking=accept-new.`,
    );
  }

  #remember(key: Uint8Array): true {
    const file = this.#settings.userKnownHosts[0];
    if (file === undefined || file === '/dev/null') return true;
    const { hostKeyAlias, hostName, port } = this.#settings;
    const line = hostKeyAlias === undefined ? knownHostLine(hostName, port, key) : knownHostLine(hostKeyAlias, 22, key);
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      const isCut = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8'));
      appendFileSync(file, `${isCut ? '\n' : ''}${line}\n`, { mode: 0o600 });
    } catch {
      // a read-only home must not keep anyone from connecting; the host is asked about again next time
    }
    return true;
  }

  #refuse(message: string): false {
    this.failure = new TransportError('host-key', this.#settings.alias, message);
    return false;
  }
}
