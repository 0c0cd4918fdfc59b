import { type Ast, type CommandAst, childrenOf, type FunctionDefinitionAst, parse } from '../../parser/index.ts';
import type { CallFrame } from '../commands/call-frame.ts';
import { normalize } from '../commands/discovery/file-lookup.ts';
import { type Flow, settle } from '../commands/flow.ts';
import { hasWildcards, wildcardMatcher } from '../commands/wildcard-name.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import type { Version } from '../values/version.ts';
import { readManifest } from './manifest.ts';

/** What a module file exports, as far as its text tells. */
export interface FileExports {
  readonly functions: readonly string[];
  readonly aliases: readonly string[];
  readonly cmdlets: readonly string[];
  readonly version: Version | undefined;
}

const nothing: FileExports = { functions: [], aliases: [], cmdlets: [], version: undefined };

/** Works out exports of module files without running them; remembers them by time of change. */
export class ExportAnalysis {
  readonly #known = new Map<string, { readonly modified: number; readonly exports: FileExports }>();

  /** Whether a module file exports a command of that name. */
  *exports(frame: CallFrame, path: string, command: string): Flow<boolean> {
    const { functions, aliases, cmdlets } = yield* this.of(frame, path);
    const wanted = command.toLowerCase();
    return [functions, aliases, cmdlets].some((list) => list.some((name) => name.toLowerCase() === wanted));
  }

  *versionOf(frame: CallFrame, path: string): Flow<Version | undefined> {
    return (yield* this.of(frame, path)).version;
  }

  /** The exports of one file. */
  *of(frame: CallFrame, path: string): Flow<FileExports> {
    const stat = yield* settle(frame.engine.fs.stat(path));
    if (!stat) return nothing;
    const known = this.#known.get(path);
    if (known?.modified === stat.modified) return known.exports;
    let exports: FileExports;
    try {
      exports = /\.psd1$/i.test(path) ? yield* this.#ofManifest(frame, path) : yield* this.#ofScript(frame, path);
    } catch (error) {
      if (!(error instanceof TerminatingError)) throw error;
      exports = nothing;
    }
    this.#known.set(path, { modified: stat.modified, exports });
    return exports;
  }

  *#ofManifest(frame: CallFrame, path: string): Flow<FileExports> {
    const manifest = yield* readManifest(frame, path);
    const { version } = manifest.details;
    const lists = [manifest.functions, manifest.aliases, manifest.cmdlets];
    const isPlain = lists.every((list) => list !== undefined && !list.some(hasWildcards));
    const code = isPlain
      ? nothing
      : yield* this.#codeOf(
          frame,
          path,
          manifest.rootModule,
          manifest.nestedModules.map((n) => n.name),
        );
    return {
      functions: limited(manifest.functions, code.functions),
      aliases: limited(manifest.aliases, code.aliases),
      cmdlets: limited(manifest.cmdlets, code.cmdlets),
      version,
    };
  }

  *#codeOf(frame: CallFrame, path: string, root: string | undefined, nested: readonly string[]): Flow<FileExports> {
    const folder = path.slice(0, path.lastIndexOf('/'));
    const functions: string[] = [];
    const aliases: string[] = [];
    for (const name of [...(root === undefined ? [] : [root]), ...nested]) {
      const base = normalize(`${folder}/${name.replaceAll('\\', '/')}`);
      for (const file of [base, `${base}.psm1`]) {
        const stat = yield* settle(frame.engine.fs.stat(file));
        if (stat?.kind !== 'file' || !/\.(psm1|ps1)$/i.test(file)) continue;
        const found = yield* this.#ofScript(frame, file);
        functions.push(...found.functions);
        aliases.push(...found.aliases);
        break;
      }
    }
    return { functions, aliases, cmdlets: [], version: undefined };
  }

  *#ofScript(frame: CallFrame, path: string): Flow<FileExports> {
    const bytes = yield* settle(frame.engine.fs.readFile(path));
    const { ast } = parse(new TextDecoder().decode(bytes), { file: path });
    const found = new ScriptFindings();
    found.visit(ast);
    return found.result();
  }
}

/** With explicit names the list counts, with patterns what the code has of them. */
function limited(list: readonly string[] | undefined, code: readonly string[]): readonly string[] {
  if (list === undefined) return code;
  const names = list.filter((name) => !hasWildcards(name));
  const matchers = list.filter(hasWildcards).map(wildcardMatcher);
  return [...names, ...code.filter((name) => matchers.some((matches) => matches(name)))];
}

/** Functions, aliases and export lists at the top of a script. */
class ScriptFindings {
  readonly #functions: string[] = [];
  readonly #aliases: string[] = [];
  #exportedFunctions: string[] | undefined;
  #exportedAliases: string[] | undefined;

  visit(ast: Ast): void {
    if (ast.kind === 'FunctionDefinitionAst') {
      this.#function(ast);
      return;
    }
    if (ast.kind === 'CommandAst') this.#command(ast);
    if (ast.kind === 'ScriptBlockExpressionAst') return;
    for (const child of childrenOf(ast)) this.visit(child);
  }

  #function({ name }: FunctionDefinitionAst): void {
    this.#functions.push(name.replace(/^(global|script|local|private):/i, ''));
  }

  #command(ast: CommandAst): void {
    const [head] = ast.commandElements;
    const name = head?.kind === 'StringConstantExpressionAst' ? head.value.toLowerCase() : '';
    const args = literalArguments(ast);
    if (name === 'set-alias' || name === 'new-alias')
      this.#aliases.push(...(args.get('name') ?? args.get('')?.slice(0, 1) ?? []));
    if (name !== 'export-modulemember') return;
    this.#exportedFunctions = [...(this.#exportedFunctions ?? []), ...(args.get('function') ?? args.get('') ?? [])];
    this.#exportedAliases = [...(this.#exportedAliases ?? []), ...(args.get('alias') ?? [])];
  }

  result(): FileExports {
    const pick = (all: readonly string[], listed: readonly string[] | undefined) => {
      if (!listed) return all;
      return limited(listed, all);
    };
    return {
      functions: pick(this.#functions, this.#exportedFunctions),
      aliases: pick(this.#aliases, this.#exportedAliases),
      cmdlets: [],
      version: undefined,
    };
  }
}

/** Constant arguments of a call by parameter name in lower case; unnamed ones under ''. */
function literalArguments(ast: CommandAst): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let name = '';
  for (const element of ast.commandElements.slice(1)) {
    if (element.kind === 'CommandParameterAst') {
      name = fullName(element.parameterName);
      continue;
    }
    found.set(name, [...(found.get(name) ?? []), ...constantsIn(element)]);
    name = '';
  }
  return found;
}

function fullName(prefix: string): string {
  const wanted = prefix.toLowerCase();
  return ['function', 'alias', 'variable', 'cmdlet', 'name', 'value'].find((name) => name.startsWith(wanted)) ?? wanted;
}

function constantsIn(ast: Ast): string[] {
  if (ast.kind === 'StringConstantExpressionAst') return [ast.value];
  return childrenOf(ast).flatMap(constantsIn);
}
