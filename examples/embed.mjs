// A Node program with PowerShell as its scripting engine: its own command, values that travel as values, output as a
// stream of objects, and bounds that no script can cross.
import { createEngine, defineCommand, memoryFs, parameter, ps, type } from 'nacre';

const orders = new Map([
  [1, { Id: 1, Customer: "O'Neill", Total: 129.5 }],
  [2, { Id: 2, Customer: 'Ada', Total: 80 }],
]);

const engine = await createEngine({
  commands: [
    defineCommand({
      name: 'Get-Order',
      synopsis: 'Gets orders, all or one.',
      parameters: { Id: parameter(type.int, { position: 0, pipeline: 'value', help: 'Number of the order.' }) },
      run: ({ Id }) => (Id === undefined ? [...orders.values()] : orders.get(Id)),
    }),
  ],
  fs: memoryFs({ '/reports/note.txt': 'kept in memory' }),
  limits: { milliseconds: 5_000, steps: 5_000_000 },
});

// Everything at once.
const { output, errors } = await engine.run('Get-Order | Where-Object Total -gt 100 | Select-Object Id, Customer');
console.log(output, errors.length);

// Object by object; leaving the loop stops the commands upstream.
for await (const order of engine.run('1, 2 | Get-Order')) {
  console.log(order.Customer);
  break;
}

// Values travel as variables, never as text: no quoting, no injection.
const name = "O'Neill'; Remove-Item / -Recurse; '";
console.log((await engine.run(ps`"found: $(@(Get-Order | Where-Object Customer -eq ${name}).Count)"`)).output[0]);

// The session lives on between runs.
engine.set('rate', 1.25);
await engine.run('function Add-Rate($amount) { $amount * $rate }');
console.log(engine.evalSync('Add-Rate 8'));

// What goes wrong has an id, a category and a position.
const bad = await engine.run('Get-Content /reports/missing.txt');
console.log(bad.errors[0].id, bad.errors[0].position.line);

// A script that never ends, ends.
const endless = await engine.run('while ($true) { }', { limits: { steps: 100_000 } });
console.log(endless.errors[0].id);
