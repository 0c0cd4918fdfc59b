import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { expandPath } from '../../providers/globber.ts';
import { decodeText } from '../../text/text-encoding.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { FileInfo } from '../../values/file-system-info.ts';
import { MatchInfo } from '../../values/match-info.ts';
import type { NetEncoding } from '../../values/net-encoding.ts';
import { baseOf } from '../../values/ps-object.ts';
import { encodingOf, encodingParameter } from '../management/content.ts';
import { reporting, scopeOf } from '../management/item-paths.ts';
import { LineMatcher } from './line-matcher.ts';
import { type ContextSize, contextsOf } from './match-context.ts';

const file = { mandatory: true, position: 1, pipeline: 'property' } as const;
const literal = { mandatory: true, pipeline: 'property' } as const;
const object = { mandatory: true, pipeline: 'value' } as const;

const selectStringParameters = {
  Culture: parameter(type.string, {
    validate: [{ kind: 'notNull' }],
    help: 'With -SimpleMatch: the culture that compares.',
  }),
  InputObject: parameter(type.psobject, {
    sets: { Object: object, ObjectRaw: object },
    allowNull: true,
    allowEmptyString: true,
    help: 'The lines.',
  }),
  Pattern: parameter(type.strings, {
    mandatory: true,
    position: 0,
    help: 'Regular expressions, or with -SimpleMatch texts.',
  }),
  Path: parameter(type.strings, {
    sets: { File: file, FileRaw: file },
    supportsWildcards: true,
    help: 'The files; wildcards are allowed.',
  }),
  LiteralPath: parameter(type.strings, {
    aliases: ['PSPath', 'LP'],
    sets: { LiteralFile: literal, LiteralFileRaw: literal },
    help: 'The files; every character stands for itself.',
  }),
  Raw: parameter(type.switch, {
    sets: { ObjectRaw: { mandatory: true }, FileRaw: { mandatory: true }, LiteralFileRaw: { mandatory: true } },
    help: 'Gives the lines only.',
  }),
  SimpleMatch: parameter(type.switch, { help: 'The patterns are plain texts.' }),
  CaseSensitive: parameter(type.switch, { help: 'Tells upper from lower case.' }),
  Quiet: parameter(type.switch, {
    set: ['Object', 'File', 'LiteralFile'],
    help: 'Says only whether there is a match.',
  }),
  List: parameter(type.switch, { help: 'Only the first match of each file.' }),
  NoEmphasis: parameter(type.switch, { help: 'Does not emphasize what matched.' }),
  Include: parameter(type.strings, {
    validate: [{ kind: 'notNullOrEmpty' }],
    help: 'Wildcards of which a file must match one.',
  }),
  Exclude: parameter(type.strings, {
    validate: [{ kind: 'notNullOrEmpty' }],
    help: 'Wildcards of which a file must match none.',
  }),
  NotMatch: parameter(type.switch, { help: 'The lines that do not match.' }),
  AllMatches: parameter(type.switch, { help: 'All matches in a line, not only the first.' }),
  Encoding: parameter(encodingParameter.type, {
    ...encodingParameter.options,
    help: 'The encoding of the files; a mark in a file counts more.',
  }),
  Context: parameter(type.ints, {
    validate: [
      { kind: 'notNullOrEmpty' },
      { kind: 'count', min: 1, max: 2 },
      { kind: 'range', min: 0, max: 2147483647 },
    ],
    help: 'Lines to show before and after a match.',
  }),
} as const;

interface Request {
  readonly Context?: readonly number[] | undefined;
  readonly Raw?: boolean | undefined;
  readonly Quiet?: boolean | undefined;
  readonly List?: boolean | undefined;
  readonly NoEmphasis?: boolean | undefined;
  readonly CaseSensitive?: boolean | undefined;
  readonly Encoding?: NetEncoding | undefined;
}

/** Select-String: lines that match a pattern. */
export const selectString = defineCmdlet({
  name: 'Select-String',
  aliases: ['sls'],
  synopsis: 'Finds lines that match a pattern.',
  defaultParameterSet: 'File',
  outputs: ['System.Boolean', 'Microsoft.PowerShell.Commands.MatchInfo', 'System.String'],
  effects: ['fs:read'],
  parameters: selectStringParameters,
  examples: [{ title: 'Lines with digits', code: "('a1', 'b', 'c2' | Select-String '\\d').Line", output: 'a1\nc2' }],
  invoke(ctx) {
    let matcher: LineMatcher | undefined;
    let done = false;
    /** Whether a file of the current record had a match that -Quiet told of. */
    let told = false;
    let lineNumber = 0;
    const held: string[] = [];

    function* emit(info: MatchInfo, args: Request): Flow<void> {
      if (args.Quiet) {
        told = true;
        yield* settle(ctx.write(true));
      } else yield* settle(ctx.write(args.Raw ? info.line : info));
    }

    /** Writes a match in a text; -Quiet tells of the first one only. */
    function* emitLast(info: MatchInfo, args: Request): Flow<void> {
      yield* emit(info, args);
      done = told;
    }

    function* searchLines(lines: readonly string[], path: string | undefined, args: Request): Flow<void> {
      const found = matchesIn(ctx, lines, path, matcher, args);
      for (const info of args.List && path !== undefined ? found.slice(0, 1) : found) {
        yield* emit(info, args);
        if (told) return;
      }
    }

    function* searchFiles(paths: readonly string[], args: Request & FileFilter): Flow<void> {
      told = false;
      for (const path of paths) {
        yield* reporting(ctx, searchFile(path, args));
        if (told) return;
      }
      if (args.Quiet) yield* settle(ctx.write(args.List ? null : false));
    }

    function* filesOf(paths: readonly string[], literal: boolean): Flow<string[]> {
      const files: string[] = [];
      for (const path of paths) {
        const found = yield* reporting(ctx, expandPath(ctx.engine.drives, scopeOf(ctx), path, { literal }));
        for (const at of found ?? []) {
          const stat = yield* settle(ctx.engine.fs.stat(at.path));
          if (stat?.kind !== 'directory') files.push(at.path);
        }
      }
      return files;
    }

    function* searchPaths(paths: readonly string[], literal: boolean, args: Request & FileFilter): Flow<void> {
      yield* searchFiles(yield* filesOf(paths, literal), args);
    }

    function* searchFile(path: string, args: Request & FileFilter): Flow<void> {
      if (!meets(path, args)) return;
      let text: string;
      try {
        text = decodeText(yield* settle(ctx.engine.fs.readFile(path)), encodingOf(args.Encoding));
      } catch (thrown) {
        throw fileFailure(thrown, 'ProcessingFile', 'NotSpecified');
      }
      const lines = text.split(/\r\n|\n|\r/);
      if (lines.at(-1) === '') lines.pop();
      yield* searchLines(lines, path, args);
    }

    return {
      begin(args) {
        const settings = {
          patterns: args.Pattern,
          simple: args.SimpleMatch === true,
          caseSensitive: args.CaseSensitive === true,
          all: args.AllMatches === true,
          not: args.NotMatch === true,
        };
        try {
          matcher = new LineMatcher(settings, { budget: ctx.engine.budget });
        } catch (thrown) {
          const { exception } = ctx.engine.toErrorRecord(thrown);
          ctx.throwTerminating({
            id: 'InvalidRegex',
            category: 'InvalidArgument',
            exceptionType: 'System.ArgumentException',
            message: `The pattern is no regular expression: ${exception.message}`,
          });
        }
      },
      process(args) {
        if (done) return undefined;
        const paths = args.LiteralPath ?? args.Path;
        if (paths) return runFlow(searchPaths(paths, args.LiteralPath !== undefined, args));
        const input = baseOf(args.InputObject);
        if (input instanceof FileInfo) return runFlow(searchFiles([input.fullName], args));
        const line = input === null || input === undefined ? '' : typeSystemOf(ctx.engine).toText(args.InputObject);
        if (args.Context) {
          held.push(line);
          return undefined;
        }
        const info = matchOf(ctx, line, ++lineNumber, undefined, matcher, args);
        return info && runFlow(emitLast(info, args));
      },
      end: (args) => (held.length > 0 ? runFlow(searchLines(held, undefined, args)) : undefined),
    };
  },
});

interface FileFilter {
  readonly Include?: readonly string[] | undefined;
  readonly Exclude?: readonly string[] | undefined;
}

function meets(path: string, { Include, Exclude }: FileFilter): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const fits = (patterns: readonly string[]): boolean =>
    patterns.map(wildcardMatcher).some((matches) => matches(path) || matches(name));
  return (!Include || fits(Include)) && !(Exclude && fits(Exclude));
}

function matchOf(
  ctx: CmdletContext,
  line: string,
  lineNumber: number,
  path: string | undefined,
  matcher: LineMatcher | undefined,
  args: Request,
): MatchInfo | undefined {
  const found = matcher?.match(line);
  if (!found) return undefined;
  const info = new MatchInfo();
  info.ignoreCase = !args.CaseSensitive;
  info.line = line;
  info.lineNumber = lineNumber;
  info.path = path;
  info.pattern = found.pattern;
  info.matches = found.matches;
  if (!args.NoEmphasis && ctx.engine.host.supportsVirtualTerminal) info.places = found.places;
  return info;
}

function matchesIn(
  ctx: CmdletContext,
  lines: readonly string[],
  path: string | undefined,
  matcher: LineMatcher | undefined,
  args: Request,
): MatchInfo[] {
  const found = lines.flatMap((line, i) => matchOf(ctx, line, i + 1, path, matcher, args) ?? []);
  if (!args.Context) return found;
  const [before = 0, after = before] = args.Context;
  const size: ContextSize = { before, after };
  const contexts = contextsOf(
    lines,
    found.map((info) => info.lineNumber - 1),
    size,
  );
  found.forEach((info, i) => {
    info.context = contexts[i] ?? null;
  });
  return found;
}
