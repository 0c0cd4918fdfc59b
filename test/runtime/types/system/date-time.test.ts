import { rowsOf } from '../script-rows.ts';

rowsOf('DateTime is made of parts and taken apart', [
  [
    "$t = [datetime]::new(2024, 2, 29, 13, 45, 30, 250); $t.ToString('o'); $t.Year; $t.DayOfYear; $t.DayOfWeek; $t.TimeOfDay; $t.Millisecond; $t.Ticks; $t.Kind",
    '2024-02-29T13:45:30.2500000|2024|60|Thursday|13:45:30.2500000|250|638448111302500000|Unspecified',
  ],
  [
    "[datetime]::new(638000000000000000).ToString('o'); [datetime]::new(2024, 1, 1).Date -eq [datetime]'2024-01-01'",
    '2022-09-28T22:13:20.0000000|True',
  ],
  ['[datetime]::new(2023, 2, 29)', '!ArgumentOutOfRangeException'],
  [
    "[datetime]::MinValue.ToString('s'); [datetime]::MaxValue.ToString('o'); [datetime]::UnixEpoch.Kind",
    '0001-01-01T00:00:00|9999-12-31T23:59:59.9999999|Utc',
  ],
  [
    '[datetime]::DaysInMonth(2024, 2); [datetime]::IsLeapYear(1900); [datetime]::DaysInMonth(2024, 13)',
    '!ArgumentOutOfRangeException',
  ],
]);

rowsOf('DateTime calculates', [
  [
    "$t = [datetime]'2024-01-31'; $t.AddMonths(1).ToString('d'); $t.AddYears(1).ToString('d'); $t.AddDays(1.5).ToString('g'); $t.AddMilliseconds(1).Ticks - $t.Ticks",
    '2/29/2024|1/31/2025|2/1/2024 12:00 PM|10000',
  ],
  [
    "([datetime]'2024-03-01') - ([datetime]'2024-02-01'); ([datetime]'2024-03-01') - [timespan]'1.00:00'; ([datetime]'2024-03-01') + [timespan]'12:00'",
    '29.00:00:00|02/29/2024 00:00:00|03/01/2024 12:00:00',
  ],
  [
    "[datetime]'2024-03-01' -lt [datetime]'2024-03-02'; ([datetime]'2024-03-01').CompareTo([datetime]'2024-02-01'); ([datetime]'2024-03-01').Equals([datetime]'2024-03-01')",
    'True|1|True',
  ],
  ['[datetime]::MaxValue.AddDays(1)', '!ArgumentOutOfRangeException'],
  [
    "([datetime]'2024-03-01').Subtract([datetime]'2024-02-01').TotalDays; [datetime]::Compare([datetime]'2024-01-01', [datetime]'2025-01-01')",
    '29|-1',
  ],
]);

rowsOf('DateTime is parsed', [
  [
    "[datetime]::Parse('2024-05-06 07:08:09').ToString('o'); [datetime]::Parse('6 May 2024').ToString('s'); [datetime]::Parse('May 6, 2024 7:08 PM').ToString('s')",
    '2024-05-06T07:08:09.0000000|2024-05-06T00:00:00|2024-05-06T19:08:00',
  ],
  [
    "[datetime]::Parse('2024-05-06T07:08:09Z').Kind; [datetime]::Parse('2024-05-06T07:08:09+02:00').ToUniversalTime().ToString('o')",
    'Local|2024-05-06T05:08:09.0000000Z',
  ],
  [
    "[datetime]::ParseExact('20240506', 'yyyyMMdd', $null).ToString('s'); [datetime]::ParseExact('06/05/24 7', 'dd/MM/yy H', [cultureinfo]::InvariantCulture).ToString('s')",
    '2024-05-06T00:00:00|2024-05-06T07:00:00',
  ],
  [
    "[datetime]::ParseExact('2024-5-6', [string[]]('yyyy-MM-dd', 'yyyy-M-d'), [cultureinfo]::InvariantCulture, 'None').ToString('s')",
    '2024-05-06T00:00:00',
  ],
  ["[datetime]::ParseExact('nope', 'yyyyMMdd', $null)", '!FormatException'],
  ["[datetime]::Parse('32 May 2024')", '!FormatException'],
  [
    "$r = [datetime]::MinValue; [datetime]::TryParse('2024-05-06', [ref]$r); $r.ToString('s'); [datetime]::TryParse('x', [ref]$r); $r.ToString('s')",
    'True|2024-05-06T00:00:00|False|0001-01-01T00:00:00',
  ],
  [
    "$r = [datetime]::MinValue; [datetime]::TryParseExact('06.05.2024', 'dd.MM.yyyy', [cultureinfo]'de-DE', 'None', [ref]$r); $r.ToString('s')",
    'True|2024-05-06T00:00:00',
  ],
  [
    "[datetime]::Parse('5/6/2024', [cultureinfo]'de-DE').ToString('s'); [datetime]::Parse('2024-05-06T07:08:09+02:00', $null, 'AdjustToUniversal').ToString('o'); [datetime]::Parse('07:08', $null, 'NoCurrentDateDefault').ToString('s')",
    '2024-06-05T00:00:00|2024-05-06T05:08:09.0000000Z|0001-01-01T07:08:00',
  ],
]);

rowsOf('DateTime is formatted', [
  [
    "$t = [datetime]'2024-05-06 07:08:09.123'; foreach ($f in 'd', 'D', 'f', 'F', 'g', 'G', 'm', 'o', 'R', 's', 't', 'T', 'u', 'y') { $t.ToString($f) }",
    '5/6/2024|Monday, May 6, 2024|Monday, May 6, 2024 7:08 AM|Monday, May 6, 2024 7:08:09 AM|5/6/2024 7:08 AM|5/6/2024 7:08:09 AM|May 6|2024-05-06T07:08:09.1230000|Mon, 06 May 2024 07:08:09 GMT|2024-05-06T07:08:09|7:08 AM|7:08:09 AM|2024-05-06 07:08:09Z|May 2024',
  ],
  [
    "foreach ($f in 'yyyy-MM-dd HH:mm:ss.fff', 'ddd dd MMM yy', 'dddd, MMMM', 'h:mm tt', '%d', \"yyyy'T'zzz\", 'FFF', 'fffffff', 'HH\\h', 'gg', 'K') { $t.ToString($f) }",
    '!FormatException',
  ],
  [
    "$t.ToString('D', [cultureinfo]'de-DE'); $t.ToString('d', [cultureinfo]'ja-JP'); $t.ToString([cultureinfo]'fr-FR'); $t.ToString([cultureinfo]::InvariantCulture)",
    'Montag, 6. Mai 2024|2024/05/06|06/05/2024 07:08:09|05/06/2024 07:08:09',
  ],
  [
    "$t.ToLongDateString(); $t.ToShortDateString(); $t.ToLongTimeString(); $t.ToShortTimeString(); $t.ToString('qqq')",
    'Monday, May 6, 2024|5/6/2024|7:08:09 AM|7:08 AM|qqq',
  ],
  ["$t.ToString('z'); $t.ToString('j')", '!FormatException'],
]);

rowsOf('DateTime changes its representation', [
  [
    "([datetime]'2024-05-06').ToOADate(); [datetime]::FromOADate(45418.5).ToString('s'); ([datetime]'2024-05-06').ToFileTimeUtc(); [datetime]::FromFileTimeUtc(133594272000000000).ToString('o')",
    '45418|2024-05-06T12:00:00|133594272000000000|2024-05-06T00:00:00.0000000Z',
  ],
  [
    "$b = ([datetime]'2024-05-06').ToBinary(); [datetime]::FromBinary($b).ToString('o'); [datetime]::SpecifyKind([datetime]'2024-05-06', 'Utc').ToString('o')",
    '2024-05-06T00:00:00.0000000|2024-05-06T00:00:00.0000000Z',
  ],
]);

rowsOf('TimeSpan is made and shown', [
  [
    '[timespan]::new(1, 2, 3); [timespan]::new(1, 2, 3, 4); [timespan]::new(1, 2, 3, 4, 5); [timespan]::new(123456789); [timespan]::FromSeconds(90.5); [timespan]::FromDays(1.25); [timespan]::Zero',
    '01:02:03|1.02:03:04|1.02:03:04.0050000|00:00:12.3456789|00:01:30.5000000|1.06:00:00|00:00:00',
  ],
  [
    "$s = [timespan]'1.02:03:04.005'; $s.Days; $s.Hours; $s.TotalHours; $s.TotalMilliseconds; $s.Milliseconds; $s.Ticks; $s.Negate(); $s.Duration()",
    '1|2|26.0511125|93784005|5|937840050000|-1.02:03:04.0050000|1.02:03:04.0050000',
  ],
  [
    "[timespan]::Parse('6'); [timespan]::Parse('6:12'); [timespan]::Parse('-1.00:00:00'); [timespan]::Parse('x')",
    '!FormatException',
  ],
  ["[timespan]::ParseExact('03:04', 'mm\\:ss', $null); [timespan]::Parse('25:00:00')", '00:03:04|25.00:00:00'],
  [
    "foreach ($f in 'c', 'g', 'G', 'hh\\:mm', 'd\\.hh', 'fff', '%s') { $s.ToString($f) }",
    '1.02:03:04.0050000|1:2:03:04.005|1:02:03:04.0050000|02:03|1.02|005|4',
  ],
  [
    "[timespan]'01:00' + [timespan]'00:30'; [timespan]'01:00' -gt [timespan]'00:30'; [timespan]'01:00' / [timespan]'00:30'; [timespan]'01:00' * 2.5; -([timespan]'01:00')",
    '01:30:00|True|2|02:30:00|-01:00:00',
  ],
  ['[timespan]::FromHours(1e20)', '!OverflowException'],
  [
    "$r = [timespan]::Zero; [timespan]::TryParse('1:2:3', [ref]$r); $r; [timespan]::TryParse('y', [ref]$r); $r",
    'True|01:02:03|False|00:00:00',
  ],
]);

rowsOf('DateTimeOffset keeps its offset', [
  [
    "$o = [datetimeoffset]::new(2024, 5, 6, 7, 8, 9, [timespan]'02:00'); $o; $o.UtcDateTime.ToString('o'); $o.ToOffset([timespan]'-05:00').ToString('o'); $o.ToUnixTimeSeconds(); $o.ToUnixTimeMilliseconds()",
    '05/06/2024 07:08:09 +02:00|2024-05-06T05:08:09.0000000Z|2024-05-06T00:08:09.0000000-05:00|1714972089|1714972089000',
  ],
  [
    "[datetimeoffset]::FromUnixTimeSeconds(1700000000).ToString('o'); [datetimeoffset]::FromUnixTimeMilliseconds(-1).ToString('o'); [datetimeoffset]'2024-05-06T07:08:09+02:00' -eq [datetimeoffset]'2024-05-06T05:08:09Z'",
    '2023-11-14T22:13:20.0000000+00:00|1969-12-31T23:59:59.9990000+00:00|True',
  ],
  ["[datetimeoffset]::new([datetime]'2024-05-06', [timespan]'15:00')", '!ArgumentOutOfRangeException'],
  [
    "([datetimeoffset]'2024-05-06T07:08:09+02:00').DateTime.Kind; ([datetimeoffset]'2024-05-06T07:08:09+02:00').Offset; ([datetimeoffset]'2024-05-06T07:08:09+02:00').EqualsExact([datetimeoffset]'2024-05-06T05:08:09Z'); [datetimeoffset]::Parse('2024-05-06 +01:00').ToString('u')",
    'Unspecified|02:00:00|False|2024-05-05 23:00:00Z',
  ],
]);

rowsOf('DateOnly and TimeOnly', [
  [
    "$o = [DateOnly]::new(2024, 5, 6); $o; $o.AddMonths(1).ToString('o'); $o.DayNumber; $o.ToDateTime([TimeOnly]::new(1, 2)).ToString('s'); [DateOnly]::FromDateTime([datetime]'2024-05-06 07:08').ToString('yyyy-MM-dd'); [DateOnly]::Parse('2024-05-06').DayOfWeek",
    '05/06/2024|2024-06-06|739011|2024-05-06T01:02:00|2024-05-06|Monday',
  ],
  [
    "$o = [TimeOnly]::new(23, 30, 5); $o; $o.AddHours(1).ToString('o'); $o.ToTimeSpan(); $o.IsBetween([TimeOnly]'22:00', [TimeOnly]'01:00'); [TimeOnly]::Parse('1:02 PM').ToString('HH:mm'); [TimeOnly]::MaxValue.Ticks",
    '23:30|00:30:05.0000000|23:30:05|True|13:02|863999999999',
  ],
  ['[DateOnly]::new(2024, 13, 1)', '!ArgumentOutOfRangeException'],
  [
    "[DateOnly]::ParseExact('2024/05/06', 'yyyy/MM/dd').DayOfYear; [DateOnly]::MinValue.ToString('o'); [DateOnly]'2024-05-06' -lt [DateOnly]'2024-05-07'",
    '127|0001-01-01|True',
  ],
]);

rowsOf('TimeZoneInfo converts', [
  [
    "$z = [TimeZoneInfo]::FindSystemTimeZoneById('Europe/Berlin'); $z.Id; $z.BaseUtcOffset; $z.StandardName; $z.DaylightName; $z.SupportsDaylightSavingTime; $z.DisplayName",
    'Europe/Berlin|01:00:00|Central European Standard Time|Central European Summer Time|True|(UTC+01:00) Central European Time (Berlin)',
  ],
  [
    "$z.GetUtcOffset([datetime]'2024-07-01'); $z.IsDaylightSavingTime([datetime]'2024-01-01'); $z.IsInvalidTime([datetime]'2024-03-31 02:30'); $z.IsAmbiguousTime([datetime]'2024-10-27 02:30')",
    '02:00:00|False|True|True',
  ],
  [
    "[TimeZoneInfo]::ConvertTimeFromUtc([datetime]::SpecifyKind([datetime]'2024-07-01 12:00', 'Utc'), $z).ToString('s'); [TimeZoneInfo]::ConvertTimeToUtc([datetime]'2024-01-01 12:00', $z).ToString('o')",
    '2024-07-01T14:00:00|2024-01-01T11:00:00.0000000Z',
  ],
  [
    "[TimeZoneInfo]::ConvertTimeBySystemTimeZoneId([datetimeoffset]'2024-07-01T12:00:00Z', 'America/New_York').ToString('o'); [TimeZoneInfo]::FindSystemTimeZoneById('W. Europe Standard Time').BaseUtcOffset",
    '2024-07-01T08:00:00.0000000-04:00|01:00:00',
  ],
  ["[TimeZoneInfo]::FindSystemTimeZoneById('Nowhere/City')", '!TimeZoneNotFoundException'],
  ["[TimeZoneInfo]::Utc.Id; [TimeZoneInfo]::Utc.Equals([TimeZoneInfo]::FindSystemTimeZoneById('UTC'))", 'UTC|True'],
  [
    "$w = ''; [TimeZoneInfo]::TryConvertIanaIdToWindowsId('Europe/Berlin', [ref]$w); $w; $i = ''; [TimeZoneInfo]::TryConvertWindowsIdToIanaId('Tokyo Standard Time', [ref]$i); $i",
    'True|W. Europe Standard Time|True|Asia/Tokyo',
  ],
]);
