import { rowsOf } from '../script-rows.ts';

rowsOf('CultureInfo', [
  [
    "$c = [cultureinfo]'de-DE'; $c.Name; $c.EnglishName; $c.NativeName; $c.TwoLetterISOLanguageName; $c.ThreeLetterISOLanguageName; $c.LCID; $c.Parent; $c.IsNeutralCulture; $c.IsReadOnly; [cultureinfo]::InvariantCulture.Name -eq ''; [cultureinfo]::InvariantCulture.EnglishName; [cultureinfo]::GetCultureInfo('fr').IsNeutralCulture; [cultureinfo]::CurrentCulture; [cultureinfo]::CreateSpecificCulture('de').Name; ([cultureinfo]1031).Name",
    'de-DE|German (Germany)|Deutsch (Deutschland)|de|deu|1031|de|False|False|True|Invariant Language (Invariant Country)|True|en-US|de-DE|de-DE',
  ],
  ["[cultureinfo]::GetCultureInfo('no_such!')", '!CultureNotFoundException'],
  [
    "[cultureinfo]'de-DE' -eq [cultureinfo]::new('de-DE'); [cultureinfo]::new('de-DE').IsReadOnly; [cultureinfo]::GetCultureInfo('DE-de').Name; ([cultureinfo]'zh-Hans-CN').Parent.Parent.Name; [cultureinfo]::GetCultures('AllCultures').Count -gt 200",
    'True|False|de-DE|zh|True',
  ],
]);

rowsOf('NumberFormatInfo', [
  [
    "$n = [cultureinfo]::GetCultureInfo('de-DE').NumberFormat; $n.NumberDecimalSeparator; $n.NumberGroupSeparator; $n.CurrencySymbol; $n.PercentSymbol; $n.NumberDecimalDigits; $n.NegativeSign; $n.NaNSymbol; $n.NumberGroupSizes -join ','; (1234.5).ToString('n1', $n); (1234.5).ToString('c', [cultureinfo]'fr-FR'); (0.25).ToString('p0', [cultureinfo]'en-US')",
    ',|.|€|%|3|-|NaN|3|1.234,5|1 234,50 €|25%',
  ],
  [
    "$n = [cultureinfo]::InvariantCulture.NumberFormat.Clone(); $n.NumberDecimalSeparator = ','; $n.NumberGroupSeparator = ' '; (1234.5).ToString('n2', $n); (-1.5).ToString($n); [double]::Parse('1,5', $n); [System.Globalization.NumberFormatInfo]::InvariantInfo.IsReadOnly; [System.Globalization.NumberFormatInfo]::GetInstance([cultureinfo]'de-DE').NumberDecimalSeparator",
    '1 234,50|-1,5|1.5|True|,',
  ],
  ['[System.Globalization.NumberFormatInfo]::InvariantInfo.NumberDecimalDigits = 3', '!InvalidOperationException'],
]);

rowsOf('DateTimeFormatInfo', [
  [
    "$f = [cultureinfo]::GetCultureInfo('de-DE').DateTimeFormat; $f.ShortDatePattern; $f.LongDatePattern; $f.ShortTimePattern; $f.FirstDayOfWeek; $f.DayNames -join ','; $f.AbbreviatedMonthNames -join ','; $f.GetMonthName(3); $f.GetAbbreviatedDayName('Monday'); $f.DateSeparator; $f.AMDesignator; [System.Globalization.DateTimeFormatInfo]::InvariantInfo.FullDateTimePattern; $f.MonthNames.Count; $f.CalendarWeekRule",
    'dd.MM.yyyy|dddd, d. MMMM yyyy|HH:mm|Monday|Sonntag,Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag|Jan,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez,|März|Mo|.|AM|dddd, dd MMMM yyyy HH:mm:ss|13|FirstFourDayWeek',
  ],
  [
    "$f = [System.Globalization.DateTimeFormatInfo]::new(); $f.ShortDatePattern = 'yyyy/MM/dd'; ([datetime]'2024-05-06').ToString('d', $f); $f.GetAllDateTimePatterns('d') -join ','",
    '2024/05/06|yyyy/MM/dd,MM/dd/yyyy,yyyy-MM-dd',
  ],
]);

rowsOf('TextInfo and CompareInfo', [
  [
    "$t = [cultureinfo]::GetCultureInfo('en-US').TextInfo; $t.ToTitleCase(\"war AND peace o'neil\"); $t.ToUpper('straße'); $t.ListSeparator; [cultureinfo]::GetCultureInfo('tr-TR').TextInfo.ToUpper('i'); [cultureinfo]::GetCultureInfo('tr-TR').TextInfo.ToLower('I')",
    "War AND Peace O'neil|STRAßE|,|İ|ı",
  ],
  [
    "$c = [cultureinfo]::InvariantCulture.CompareInfo; $c.Compare('a', 'B'); $c.Compare('a', 'A', 'IgnoreCase'); $c.Compare('a', 'A'); $c.IndexOf('Hello', 'L', 'IgnoreCase'); $c.IsPrefix('Hello', 'he', 'IgnoreCase'); $c.IsSuffix('abc', 'bc'); $c.Compare('é', 'e', 'IgnoreNonSpace'); $c.Compare('coop', 'co-op', 'IgnoreSymbols'); $c.Name",
    '!PSInvalidCastException',
  ],
]);

rowsOf('Calendars and regions', [
  [
    "$c = [System.Globalization.GregorianCalendar]::new(); $c.GetWeekOfYear([datetime]'2024-01-01', 'FirstFourDayWeek', 'Monday'); $c.GetDaysInMonth(2024, 2); $c.AddMonths([datetime]'2024-01-31', 1).ToString('d'); $c.GetEra([datetime]'2024-01-01'); $c.IsLeapYear(2024); $c.ToFourDigitYear(49)",
    '1|29|2/29/2024|1|True|2049',
  ],
  [
    "[System.Globalization.ISOWeek]::GetWeekOfYear([datetime]'2021-01-03'); [System.Globalization.ISOWeek]::GetYear([datetime]'2021-01-03'); [System.Globalization.ISOWeek]::ToDateTime(2024, 1, 'Monday').ToString('d'); [System.Globalization.ISOWeek]::GetWeeksInYear(2020)",
    '53|2020|1/1/2024|53',
  ],
  [
    "$r = [System.Globalization.RegionInfo]'DE'; $r.EnglishName; $r.ISOCurrencySymbol; $r.CurrencySymbol; $r.IsMetric; $r.TwoLetterISORegionName; $r.ThreeLetterISORegionName",
    'Germany|EUR|€|True|DE|DEU',
  ],
]);

rowsOf('StringInfo and CharUnicodeInfo', [
  [
    "[System.Globalization.StringInfo]::new(\"e$([char]0x301)😀x\").LengthInTextElements; [System.Globalization.StringInfo]::GetNextTextElement(\"e$([char]0x301)x\").Length; [System.Globalization.CharUnicodeInfo]::GetUnicodeCategory([char]'A'); [System.Globalization.CharUnicodeInfo]::GetNumericValue([char]'½'); [System.Globalization.CharUnicodeInfo]::GetDecimalDigitValue([char]'7')",
    '3|2|UppercaseLetter|0.5|7',
  ],
]);
