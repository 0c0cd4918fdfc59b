import type { EngineContext } from '../../engine.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';

/** System.Runtime.InteropServices.OSPlatform: the name of a system. */
class OSPlatform extends NetObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  equalityText(): string {
    return `platform ${this.name.toUpperCase()}`;
  }
}

const fixed = (name: string) => () => new OSPlatform(name);

const names: Readonly<Record<string, string>> = { linux: 'LINUX', macos: 'OSX', windows: 'WINDOWS' };

/** Architecture by what hosts call it. */
const architectures: Readonly<Record<string, number>> = {
  ia32: 0,
  x64: 1,
  arm: 2,
  arm64: 3,
  wasm: 4,
  s390x: 5,
  loong64: 6,
  ppc64: 8,
  riscv64: 9,
};

const architecture = ({ platform }: EngineContext): number => architectures[platform.architecture] ?? 1;

function runtimeIdentifier({ platform }: EngineContext): string {
  const os = { linux: 'linux', macos: 'osx', windows: 'win' }[platform.os];
  const cpu = platform.architecture === 'ia32' ? 'x86' : platform.architecture;
  return `${os}-${cpu}`;
}

/** RuntimeInformation and OSPlatform. */
export const runtimeInformationTypes = [
  defineType({
    name: 'System.Runtime.InteropServices.OSPlatform',
    kind: 'struct',
    interfaces: 'IEquatable<OSPlatform>',
    jsClass: OSPlatform,
    defaultValue: () => new OSPlatform(''),
    members: {
      'static prop FreeBSD OSPlatform get': fixed('FREEBSD'),
      'static prop Linux OSPlatform get': fixed('LINUX'),
      'static prop OSX OSPlatform get': fixed('OSX'),
      'static prop Windows OSPlatform get': fixed('WINDOWS'),
      'static Create(string osPlatform) OSPlatform': (name: string | null) => {
        if (name === null) throw argumentNull('osPlatform');
        if (name === '') throw badArgument('The name must not be empty.', 'osPlatform');
        return new OSPlatform(name);
      },
      'ToString() string': (self: OSPlatform) => self.name,
    },
  }),
  defineType({
    name: 'System.Runtime.InteropServices.RuntimeInformation',
    isAbstract: true,
    isSealed: true,
    members: {
      'static prop FrameworkDescription string get': () => '.NET 10.0.0',
      'static prop OSArchitecture Architecture get'() {
        return architecture(this);
      },
      'static prop OSDescription string get'() {
        return this.platform.osDescription;
      },
      'static prop ProcessArchitecture Architecture get'() {
        return architecture(this);
      },
      'static prop RuntimeIdentifier string get'() {
        return runtimeIdentifier(this);
      },
      'static IsOSPlatform(OSPlatform osPlatform) bool'(asked: OSPlatform) {
        return asked.name.toUpperCase() === names[this.platform.os];
      },
    },
  }),
];
