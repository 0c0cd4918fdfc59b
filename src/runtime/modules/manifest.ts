import type { CallFrame } from '../commands/call-frame.ts';
import { type Flow, settle } from '../commands/flow.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { parseScript } from '../evaluate/parse-script.ts';
import { dictionaryGet, isDictionary } from '../members/dictionary-access.ts';
import { elementsOf } from '../members/enumerate.ts';
import { decodeText } from '../text/text-encoding.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { Guid } from '../values/guid.ts';
import { Hashtable } from '../values/hashtable.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { forbiddenInManifest, manifestProblems, missingMember } from './manifest-check.ts';
import { invalidManifest } from './module-errors.ts';
import { ModuleSpecification, versionOf } from './module-specification.ts';
import type { ModuleDetails } from './ps-module-info.ts';

/** A module manifest (about_Module_Manifests), its values in usable form; undefined lists were not written. */
export interface Manifest {
  readonly path: string;
  readonly rootModule: string | undefined;
  readonly nestedModules: readonly ModuleSpecification[];
  readonly requiredModules: readonly ModuleSpecification[];
  readonly scriptsToProcess: readonly string[];
  readonly typesToProcess: readonly string[];
  readonly formatsToProcess: readonly string[];
  readonly functions: readonly string[] | undefined;
  readonly cmdlets: readonly string[] | undefined;
  readonly aliases: readonly string[] | undefined;
  readonly variables: readonly string[] | undefined;
  readonly details: Partial<ModuleDetails>;
}

/** Reads a .psd1 file; fails where it cannot be used. */
export function* readManifest(frame: CallFrame, path: string): Flow<Manifest> {
  const table = yield* manifestTable(frame, path);
  const [problem] = manifestProblems(frame, path, table);
  if (problem) throw new TerminatingError(problem);
  return manifestOf(frame, path, table);
}

/** The hashtable in a manifest file, which may hold restricted language only. */
export function* manifestTable(frame: CallFrame, path: string): Flow<Hashtable> {
  const text = decodeText(yield* settle(frame.engine.fs.readFile(path)));
  const broken = (why: string): TerminatingError => new TerminatingError(invalidManifest(path, why, missingMember));
  let value: PSValue;
  try {
    const block = parseScript(text, frame.sessionState, path);
    const why = forbiddenInManifest(block.ast);
    if (why !== undefined) throw broken(why);
    value = yield* settle(frame.engine.invokeBlock(block));
  } catch (error) {
    if (!(error instanceof TerminatingError) || isManifestError(error)) throw error;
    throw broken(error.record.exception.message);
  }
  const table = baseOf(value);
  if (!(table instanceof Hashtable)) throw broken('it must be one hashtable.');
  return table;
}

/** A manifest's table in usable form. */
export function manifestOf(frame: CallFrame, path: string, table: Hashtable): Manifest {
  const reader = new ManifestReader(frame, table);
  return {
    path,
    rootModule: reader.text('RootModule') ?? reader.text('ModuleToProcess'),
    nestedModules: reader.items('NestedModules').map((one) => ModuleSpecification.of(one)),
    requiredModules: reader.items('RequiredModules').map((one) => ModuleSpecification.of(one)),
    scriptsToProcess: reader.texts('ScriptsToProcess') ?? [],
    typesToProcess: reader.texts('TypesToProcess') ?? [],
    formatsToProcess: reader.texts('FormatsToProcess') ?? [],
    functions: reader.texts('FunctionsToExport'),
    cmdlets: reader.texts('CmdletsToExport'),
    aliases: reader.texts('AliasesToExport'),
    variables: reader.texts('VariablesToExport'),
    details: detailsOf(reader, versionOf(reader.value('ModuleVersion'))),
  };
}

function detailsOf(reader: ManifestReader, version: ReturnType<typeof versionOf>): Partial<ModuleDetails> {
  const psData = reader.nested('PrivateData')?.nested('PSData');
  const guid = reader.text('GUID');
  const details: Partial<ModuleDetails> = {
    author: reader.text('Author') ?? '',
    companyName: reader.text('CompanyName') ?? '',
    copyright: reader.text('Copyright') ?? '',
    description: reader.text('Description') ?? '',
    helpInfoUri: reader.text('HelpInfoURI') ?? '',
    prefix: reader.text('DefaultCommandPrefix') ?? '',
    rootModule: reader.text('RootModule') ?? reader.text('ModuleToProcess') ?? null,
    powerShellVersion: versionOf(reader.value('PowerShellVersion')) ?? null,
    compatiblePSEditions: reader.texts('CompatiblePSEditions') ?? [],
    fileList: reader.texts('FileList') ?? [],
    requiredAssemblies: reader.texts('RequiredAssemblies') ?? [],
    scripts: reader.texts('ScriptsToProcess') ?? [],
    moduleList: reader.items('ModuleList'),
    privateData: reader.value('PrivateData') ?? null,
    tags: psData?.texts('Tags') ?? [],
    projectUri: psData?.text('ProjectUri') ?? null,
    licenseUri: psData?.text('LicenseUri') ?? null,
    iconUri: psData?.text('IconUri') ?? null,
    releaseNotes: psData?.text('ReleaseNotes') ?? null,
  };
  if (version) details.version = version;
  const parsed = guid === undefined ? undefined : Guid.tryParse(guid);
  if (parsed) details.guid = parsed;
  return details;
}

/** Values of a manifest by key. */
class ManifestReader {
  readonly #frame: CallFrame;
  readonly #table: Hashtable;

  constructor(frame: CallFrame, table: Hashtable) {
    this.#frame = frame;
    this.#table = table;
  }

  value(key: string): PSValue {
    const found = dictionaryGet(this.#table, key);
    return found === null ? undefined : found;
  }

  text(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    const text = typeSystemOf(this.#frame.engine).toText(value);
    return text === '' ? undefined : text;
  }

  items(key: string): readonly PSValue[] {
    const value = baseOf(this.value(key));
    if (value === undefined || value === null) return [];
    return elementsOf(value) ?? [value];
  }

  texts(key: string): readonly string[] | undefined {
    if (this.value(key) === undefined) return undefined;
    return this.items(key).map((one) => typeSystemOf(this.#frame.engine).toText(one));
  }

  nested(key: string): ManifestReader | undefined {
    const table = baseOf(this.value(key));
    return isDictionary(table) ? new ManifestReader(this.#frame, table as Hashtable) : undefined;
  }
}

/** Whether a thrown value is the record of a manifest that cannot be used. */
export function isManifestError(error: unknown): boolean {
  return (
    error instanceof TerminatingError &&
    error.record instanceof ErrorRecord &&
    error.record.fullyQualifiedErrorId.startsWith('Modules_')
  );
}
