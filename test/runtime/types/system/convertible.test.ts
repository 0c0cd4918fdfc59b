import { rowsOf } from '../script-rows.ts';

rowsOf('Simple types have the methods of IConvertible', [
  [
    "(5).ToInt16($null).GetType().Name; ('7').ToInt32($null); ([char]'a').ToInt32($null); ([DayOfWeek]::Friday).ToInt32($null)",
    'Int16|7|97|5',
  ],
  ["(5).ToType([string], $null).GetType().Name; ('x').ToType($null, $null)", '!ArgumentNullException'],
  ["('x').ToDouble($null)", '!FormatException'],
  [
    "(5).psobject.Methods['ToInt16'].OverloadDefinitions",
    'short IConvertible.ToInt16(System.IFormatProvider provider)',
  ],
  ["$null -eq [int].GetMethod('ToInt16')", 'True'],
]);
