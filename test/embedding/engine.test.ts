import { describe, expect, it } from 'vitest';
import {
  createEngine,
  defineCmdlet,
  defineCommand,
  memoryFs,
  overlayFs,
  parameter,
  ps,
  quoteArgument,
  ScriptError,
  type,
} from '../../src/index.ts';

describe('createEngine', () => {
  it('gives everything of a run when it is awaited', async () => {
    const engine = await createEngine();
    const result = await engine.run("1; 'two'; Write-Warning careful; Write-Error bad; Write-Host shown; exit 3");
    expect(result).toMatchObject({ output: [1, 'two'], warnings: ['careful'], information: ['shown'], exitCode: 3 });
    expect(result.errors.map((e) => e.id)).toEqual(['Microsoft.PowerShell.Commands.WriteErrorException']);
  });

  it('gives output lazily and stops upstream when the loop is left', async () => {
    const engine = await createEngine();
    const seen: unknown[] = [];
    for await (const value of engine.run('foreach ($i in 1..1000000) { $global:last = $i; $i }')) {
      seen.push(value);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3]);
    expect(engine.get('last')).toBeLessThan(1000);
  });

  it('can be consumed once', async () => {
    const run = (await createEngine()).run('1');
    await run;
    await expect(Promise.resolve(run)).rejects.toThrow(TypeError);
  });

  it('throws what ended an iteration', async () => {
    const engine = await createEngine();
    const collect = async () => {
      for await (const _ of engine.run("throw 'no'"));
    };
    await expect(collect()).rejects.toThrow(ScriptError);
  });

  it('reports a text that does not parse with its position', async () => {
    const { errors, exitCode } = await (await createEngine()).run('1 +', { file: '/a.ps1' });
    expect(errors[0]).toMatchObject({ id: 'ExpectedValueExpression', position: { file: '/a.ps1', line: 1 } });
    expect(exitCode).toBe(1);
  });

  it('keeps its session between runs and shares nothing with another engine', async () => {
    const [one, two] = [await createEngine(), await createEngine()];
    await one.run('$x = 5; function twice($n) { $n * 2 }');
    expect((await one.run('twice $x')).output).toEqual([10]);
    expect(two.get('x')).toBeUndefined();
    expect((await two.run('twice 1')).errors[0]?.id).toBe('CommandNotFoundException');
  });

  it('evaluates at once', async () => {
    const engine = await createEngine();
    expect(engine.evalSync('1 + 1')).toBe(2);
    expect(engine.evalSync('1..3')).toEqual([1, 2, 3]);
    expect(() => engine.evalSync('function g { g }; g')).toThrow(expect.objectContaining({ id: 'CallDepthOverflow' }));
    expect(() => engine.evalSync('Start-Sleep 1')).toThrow();
  });
});

describe('values', () => {
  it.each([
    ['null', null],
    ['a boolean', true],
    ['text', 'x'],
    ['an integer', 7],
    ['a fraction', 1.5],
    ['a large integer', 2n ** 60n],
    ['an array', [1, 'a', null]],
    ['a plain object', { A: 1, B: { C: [2] } }],
    ['a map', new Map([['k', 1]])],
    ['bytes', new Uint8Array([1, 2])],
    ['a date', new Date(Date.UTC(2024, 1, 29, 12, 30, 15, 250))],
  ])('%s comes back as it went', async (_name, value) => {
    const engine = await createEngine();
    engine.set('value', value);
    expect(engine.get('value')).toEqual(value);
  });

  it('have the types the table says', async () => {
    const engine = await createEngine();
    for (const [name, value] of Object.entries({
      i: 3,
      d: 2.5,
      l: 5n,
      t: new Date(0),
      b: new Uint8Array(1),
      m: new Map(),
      o: {},
      r: /x/i,
    }))
      engine.set(name, value);
    const { output } = await engine.run(
      '$i, $d, $l, $t, $m, $o, $r | ForEach-Object { $_.GetType().Name }; $b.GetType().Name',
    );
    expect(output).toEqual([
      'Int32',
      'Double',
      'Int64',
      'DateTime',
      'OrderedDictionary',
      'PSCustomObject',
      'Regex',
      'Byte[]',
    ]);
  });

  it('that cannot cross are refused', async () => {
    const engine = await createEngine();
    expect(() => engine.set('f', () => 1)).toThrow(TypeError);
  });

  it('travel in a template as variables', async () => {
    const engine = await createEngine();
    const evil = "'; exit 9; '";
    expect((await engine.run(ps`Write-Output ${evil}; Write-Output ${[1, 2]}`)).output).toEqual([evil, 1, 2]);
    expect((await engine.run(`Write-Output ${quoteArgument("it's")}`)).output).toEqual(["it's"]);
  });

  it('come in as pipeline input', async () => {
    const engine = await createEngine();
    expect((await engine.run('$input | ForEach-Object { $_ * 2 }', { input: [1, 2, 3] })).output).toEqual([2, 4, 6]);
  });
});

describe('commands of the embedder', () => {
  it('are functions with typed parameters', async () => {
    const add = defineCommand({
      name: 'Add-Number',
      parameters: {
        Left: parameter(type.int, { mandatory: true, position: 0 }),
        Right: parameter(type.int, { position: 1 }),
      },
      run: ({ Left, Right }) => Left + (Right ?? 0),
    });
    const engine = await createEngine({ commands: [add] });
    expect((await engine.run('Add-Number 2 3; Add-Number -Left 0x10')).output).toEqual([5, 16]);
    expect((await engine.run('Add-Number x')).errors[0]?.id).toMatch(/^CannotConvertArgumentNoMessage,/);
  });

  it('may be asynchronous sequences', async () => {
    const count = defineCommand({
      name: 'Get-Count',
      parameters: {},
      async *run() {
        for (let i = 1; i <= 3; i++) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          yield i;
        }
      },
    });
    const engine = await createEngine({ commands: [count] });
    expect((await engine.run('Get-Count | ForEach-Object { $_ * 10 }')).output).toEqual([10, 20, 30]);
  });

  it('can be declared in full', async () => {
    const sum = defineCmdlet({
      name: 'Measure-Total',
      synopsis: 'Adds up.',
      effects: ['none'],
      parameters: { Value: parameter(type.int, { mandatory: true, pipeline: 'value' }) },
      invoke(ctx) {
        let total = 0;
        return {
          process({ Value }) {
            total += Value;
          },
          end: () => ctx.write(total),
        };
      },
    });
    const engine = await createEngine({ commands: [sum] });
    expect((await engine.run('1..4 | Measure-Total')).output).toEqual([10]);
  });
});

describe('what a script can touch', () => {
  it('is what the engine was given', async () => {
    const engine = await createEngine({ fs: memoryFs({ '/in.txt': 'one\ntwo\n' }), env: { COLOR: 'red' } });
    expect((await engine.run('Get-Content /in.txt; $env:COLOR; $env:PATH')).output).toEqual([
      'one',
      'two',
      'red',
      null,
    ]);
    expect((await engine.run('ls /')).errors[0]?.id).toBe('CommandNotFoundException');
  });

  it('stays in an overlay', async () => {
    const lower = memoryFs({ '/a.txt': 'lower' });
    const engine = await createEngine({ fs: overlayFs(lower) });
    const { output } = await engine.run(
      'Set-Content /a.txt upper; Get-Content /a.txt; Remove-Item /a.txt; Test-Path /a.txt',
    );
    expect(output).toEqual(['upper', false]);
    expect(new TextDecoder().decode(lower.readFile('/a.txt'))).toBe('lower');
  });

  it('is asked for with the command resolved and bound', async () => {
    const calls: string[] = [];
    const engine = await createEngine({
      fs: memoryFs({ '/a.txt': 'x' }),
      permit(call) {
        calls.push(`${call.command} ${[...call.parameters.keys()].sort().join(',')} ${call.effects.join(',')}`);
        return call.effects.includes('fs:delete') ? 'nothing is deleted here' : true;
      },
    });
    const { errors } = await engine.run('del /a.txt -Force');
    expect(calls).toEqual(['Remove-Item Force,Path fs:delete']);
    expect(errors[0]?.id).toMatch(/^CommandNotPermitted/);
    expect((await engine.run('Test-Path /a.txt')).output).toEqual([true]);
  });
});
