import { expect, test } from 'vitest';
import { lines } from '../evaluate/run-lines.ts';

test('an assembly knows its name, and a name its parts', async () => {
  const script = `$n = [string].Assembly.GetName(); $n.GetType().Name; $n.Name; "$($n.Version)"; $n.GetPublicKeyToken().Count
    $o = [Reflection.AssemblyName]::new('Own, Version=1.2.3.4, Culture=neutral, PublicKeyToken=null'); $o.Name; "$($o.Version)"; "[$($o.CultureName)]"`;
  const expected = ['AssemblyName', 'System.Private.CoreLib', '10.0.0.0', '8', 'Own', '1.2.3.4', '[]'];
  expect(await lines(script)).toEqual(expected);
});
