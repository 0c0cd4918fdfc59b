import { readFileSync } from 'node:fs';
import type { AnyAuthMethod, AuthenticationType, AuthHandlerMiddleware, NextAuthHandler, ParsedKey } from 'ssh2';
import { loadSsh2 } from './ssh-packages.ts';
import type { SshPrompter } from './ssh-prompter.ts';
import type { SshSettings, SshTarget } from './ssh-settings.ts';
import { TransportError } from './transport-error.ts';

/** One thing to try, made only when its turn comes. */
type Attempt = {
  readonly type: AuthenticationType;
  make(): Promise<AnyAuthMethod | undefined>;
};

/** What was tried with what result, for the message when nothing worked. */
export interface AuthenticationLog {
  readonly tried: string[];
  /** Methods that the server still accepts. */
  left: readonly string[];
}

/**
 * The authentication of a client: keys first (the named file, the agent, the configured files), then
 * keyboard-interactive and password, each where the server and ssh_config allow it.
 */
export function sshAuthentication(
  target: SshTarget,
  settings: SshSettings,
  prompter: SshPrompter,
  log: AuthenticationLog,
): AuthHandlerMiddleware {
  const attempts = [
    ...keyAttempts(target, settings, prompter, log),
    ...secretAttempts(target, settings, prompter, log),
  ];
  let isFirst = true;
  const advance = async (left: readonly AuthenticationType[] | null, next: NextAuthHandler): Promise<void> => {
    for (let attempt = attempts.shift(); attempt; attempt = attempts.shift()) {
      const wanted = attempt.type === 'agent' ? 'publickey' : attempt.type;
      if (left && !left.includes(wanted)) continue;
      const method = await attempt.make();
      if (method) return next(method);
    }
    // ssh2 takes false for "nothing left"; its types do not say so
    next(false as unknown as AuthenticationType);
  };
  return (left, _partial, next) => {
    log.left = left ?? log.left;
    if (isFirst) {
      isFirst = false;
      next({ type: 'none', username: settings.userName });
    } else void advance(left, next);
  };
}

function keyAttempts(
  target: SshTarget,
  settings: SshSettings,
  prompter: SshPrompter,
  log: AuthenticationLog,
): Attempt[] {
  if (!settings.allowPublicKey) return [];
  const { userName: username, agent } = settings;
  const key = (name: string, read: () => Buffer | string, isExplicit: boolean): Attempt => ({
    type: 'publickey',
    make: async () => {
      const parsed = await parseKey(name, read, isExplicit, target, prompter, log);
      if (!parsed) return undefined;
      log.tried.push(`key ${name}`);
      return { type: 'publickey', username, key: parsed };
    },
  });
  const files = settings.identityFiles.map((file) => key(file, () => readFileSync(file), file === target.keyFile));
  const own = target.privateKey === undefined ? [] : [key('given as text', () => target.privateKey ?? '', true)];
  const fromAgent: Attempt[] =
    agent === undefined || settings.identitiesOnly
      ? []
      : [{ type: 'agent', make: async () => agentMethod(username, agent, log) }];
  const explicitCount = target.keyFile === undefined ? 0 : 1;
  return [...own, ...files.slice(0, explicitCount), ...fromAgent, ...files.slice(explicitCount)];
}

function agentMethod(username: string, agent: string, log: AuthenticationLog): AnyAuthMethod {
  log.tried.push('agent');
  return { type: 'agent', username, agent };
}

/** Reads a private key; asks for its passphrase. A named one that cannot be used is an error, others are passed over. */
async function parseKey(
  name: string,
  read: () => Buffer | string,
  isExplicit: boolean,
  target: SshTarget,
  prompter: SshPrompter,
  log: AuthenticationLog,
): Promise<ParsedKey | undefined> {
  const { utils } = loadSsh2();
  let problem = '';
  try {
    const text = read();
    let parsed = utils.parseKey(text, target.passphrase);
    if (parsed instanceof Error && /passphrase|encrypted/i.test(parsed.message) && target.passphrase === undefined) {
      const passphrase = await prompter.secret(`Passphrase of the key ${name}: `);
      parsed = passphrase === undefined ? parsed : utils.parseKey(text, passphrase);
    }
    const key = Array.isArray(parsed) ? parsed[0] : parsed;
    if (key && !(key instanceof Error) && key.isPrivateKey()) return key;
    problem = key instanceof Error ? key.message : 'it holds no private key';
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  if (isExplicit) log.tried.push(`key ${name} (not usable: ${problem})`);
  return undefined;
}

function secretAttempts(
  target: SshTarget,
  settings: SshSettings,
  prompter: SshPrompter,
  log: AuthenticationLog,
): Attempt[] {
  const { userName: username, alias } = settings;
  const mayAsk = !settings.batchMode;
  const attempts: Attempt[] = [];
  if (settings.allowKeyboard && (mayAsk || target.password !== undefined)) {
    attempts.push({
      type: 'keyboard-interactive',
      make: async () => {
        log.tried.push('keyboard-interactive');
        return { type: 'keyboard-interactive', username, prompt: keyboardPrompt(target, settings, prompter) };
      },
    });
  }
  if (settings.allowPassword) {
    attempts.push({
      type: 'password',
      make: async () => {
        const password =
          target.password ?? (mayAsk ? await prompter.secret(`${username}@${alias}'s password: `) : undefined);
        if (password === undefined) return undefined;
        log.tried.push('password');
        return { type: 'password', username, password };
      },
    });
  }
  return attempts;
}

type KeyboardMethod = Extract<AnyAuthMethod, { type: 'keyboard-interactive' }>;

/** Answers a single hidden question with the password, everything else by asking. */
function keyboardPrompt(target: SshTarget, settings: SshSettings, prompter: SshPrompter): KeyboardMethod['prompt'] {
  const answers = async (prompts: readonly { prompt: string; echo?: boolean }[]): Promise<string[]> => {
    const given: string[] = [];
    for (const { prompt, echo } of prompts) {
      const useful = target.password !== undefined && echo !== true && prompts.length === 1;
      const text = `(${settings.userName}@${settings.alias}) ${prompt}`;
      const answer = useful
        ? target.password
        : echo === true
          ? await prompter.answer(text)
          : await prompter.secret(text);
      given.push(answer ?? '');
    }
    return given;
  };
  return (_name, _instructions, _lang, prompts, finish) => {
    void answers(prompts).then(finish);
  };
}

/** The error for a refused login. */
export function authenticationError(settings: SshSettings, log: AuthenticationLog): TransportError {
  const tried =
    log.tried.length > 0 ? `Tried: ${log.tried.join(', ')}.` : 'There was no key, agent or password to try.';
  const accepted = log.left.length > 0 ? ` The server accepts: ${log.left.join(', ')}.` : '';
  return new TransportError(
    'authentication',
    settings.alias,
    `${settings.alias} (port ${settings.port}) did not let the user ${settings.userName} in. ${tried}${accepted} Give -KeyFilePath, -Credential or an IdentityFile in ssh_config, and check that the key is among the server's authorized_keys.`,
  );
}
