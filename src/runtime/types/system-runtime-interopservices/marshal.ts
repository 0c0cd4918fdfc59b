import type { EngineContext } from '../../engine.ts';
import type { SecureString } from '../../values/secure-string.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { IntPtr, type Pointer } from '../system/int-ptr.ts';

/** Texts that a script put into unmanaged memory, by address. */
class Memory {
  readonly texts = new Map<bigint, string>();
  #next = 0x7f00_0000_1000n;

  allocate(text: string): IntPtr {
    const address = this.#next;
    this.#next += BigInt(text.length * 2 + 16);
    this.texts.set(address, text);
    return new IntPtr(address);
  }
}

const memories = new WeakMap<EngineContext, Memory>();

function memoryOf(engine: EngineContext): Memory {
  let found = memories.get(engine);
  if (!found) memories.set(engine, (found = new Memory()));
  return found;
}

function reveal(this: EngineContext, secret: SecureString | null): IntPtr {
  if (!secret) throw argumentNull('s');
  return memoryOf(this).allocate(secret.text);
}

function copy(this: EngineContext, text: string | null): IntPtr {
  return text === null ? new IntPtr(0n) : memoryOf(this).allocate(text);
}

function read(this: EngineContext, pointer: Pointer): string | null {
  return pointer.value === 0n ? null : (memoryOf(this).texts.get(pointer.value) ?? '');
}

function readPart(this: EngineContext, pointer: Pointer, length: number): string | null {
  return pointer.value === 0n ? null : (memoryOf(this).texts.get(pointer.value) ?? '').slice(0, length);
}

function free(this: EngineContext, pointer: Pointer): void {
  memoryOf(this).texts.delete(pointer.value);
}

const allocators = [
  'SecureStringToBSTR',
  'SecureStringToCoTaskMemUnicode',
  'SecureStringToGlobalAllocUnicode',
  'SecureStringToCoTaskMemAnsi',
  'SecureStringToGlobalAllocAnsi',
];
const copies = [
  'StringToBSTR',
  'StringToCoTaskMemUni',
  'StringToHGlobalUni',
  'StringToHGlobalAuto',
  'StringToHGlobalAnsi',
];
const readers = ['PtrToStringAuto', 'PtrToStringBSTR', 'PtrToStringUni', 'PtrToStringAnsi', 'PtrToStringUTF8'];
const freers = [
  'FreeBSTR',
  'FreeCoTaskMem',
  'FreeHGlobal',
  'ZeroFreeBSTR',
  'ZeroFreeCoTaskMemUnicode',
  'ZeroFreeGlobalAllocUnicode',
  'ZeroFreeCoTaskMemAnsi',
  'ZeroFreeGlobalAllocAnsi',
];

const members: MemberTable = Object.fromEntries<MemberTable[string]>([
  ...allocators.map((name) => [`static ${name}(SecureString s) IntPtr`, reveal] as const),
  ...copies.map((name) => [`static ${name}(string s) IntPtr`, copy] as const),
  ...readers.map((name) => [`static ${name}(IntPtr ptr) string`, read] as const),
  ...readers.map((name) => [`static ${name}(IntPtr ptr, int len) string`, readPart] as const),
  ...freers.map((name) => [`static ${name}(IntPtr s) void`, free] as const),
]);

/** System.Runtime.InteropServices.Marshal: as far as scripts use it to read secure strings. */
export const marshalType = defineType({
  name: 'System.Runtime.InteropServices.Marshal',
  isAbstract: true,
  isSealed: true,
  members,
});
