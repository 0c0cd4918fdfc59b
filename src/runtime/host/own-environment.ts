import type { EnvironmentVariables } from './clock.ts';

/** Environment variables that live in an engine only, beginning with those given. */
export function ownEnvironment(initial: Iterable<readonly [name: string, value: string]> = []): EnvironmentVariables {
  const values = new Map(initial);
  return {
    get: (name) => values.get(name),
    set(name, value) {
      if (value === undefined) values.delete(name);
      else values.set(name, value);
    },
    names: () => [...values.keys()],
  };
}

/** Names and values of environment variables. */
export function* environmentEntries(environment: EnvironmentVariables): Generator<readonly [string, string]> {
  for (const name of environment.names()) yield [name, environment.get(name) ?? ''];
}
