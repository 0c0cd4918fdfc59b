/** Asks the person in front what an SSH connection needs to know; every answer undefined means "no one to ask". */
export interface SshPrompter {
  /** Whether to trust a host whose key is not known. */
  confirmHostKey(host: string, keyType: string, fingerprint: string): Promise<boolean | undefined>;
  /** A password, passphrase or one answer of keyboard-interactive authentication. */
  secret(prompt: string): Promise<string | undefined>;
  /** An answer that may be shown while it is typed. */
  answer(prompt: string): Promise<string | undefined>;
}

/** Nobody can be asked. */
export const noPrompter: SshPrompter = {
  confirmHostKey: async () => undefined,
  secret: async () => undefined,
  answer: async () => undefined,
};
