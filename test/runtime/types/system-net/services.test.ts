import { rowsOf } from '../script-rows.ts';

rowsOf('ServicePointManager remembers what is set', [
  [
    "[Net.ServicePointManager]::SecurityProtocol; [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; [Net.ServicePointManager]::SecurityProtocol; [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls13; [Net.ServicePointManager]::SecurityProtocol; [Net.ServicePointManager]::Expect100Continue; [Net.ServicePointManager]::DefaultConnectionLimit",
    'SystemDefault|Tls12|Tls12, Tls13|True|2',
  ],
]);

rowsOf('Windows accounts are refused', [
  ['[Security.Principal.WindowsIdentity]::GetCurrent()', '!PlatformNotSupportedException'],
  [
    '[Security.Principal.WindowsBuiltInRole]::Administrator; [int][Security.Principal.WindowsBuiltInRole]::Guest',
    'Administrator|546',
  ],
]);

rowsOf('Nullable', [
  [
    '[Nullable]::GetUnderlyingType([Nullable[int]]).Name; [Nullable]::GetUnderlyingType([int]); [Nullable]::Compare[int](1, 2); [Nullable]::Equals[int](1, $null)',
    'Int32|<null>|-1|False',
  ],
]);

rowsOf('HttpUtility works on pieces and writers', [
  [
    "[Web.HttpUtility]::UrlEncode([byte[]](97, 32, 98, 47), 1, 3); [Web.HttpUtility]::UrlDecode([byte[]][char[]]'xa%20b', 1, 5, [Text.Encoding]::UTF8); [Web.HttpUtility]::UrlEncodeToBytes('é', [Text.Encoding]::Latin1) -join ','; [Web.HttpUtility]::UrlEncodeUnicode('é a'); $w = [IO.StringWriter]::new(); [Web.HttpUtility]::HtmlEncode('<a>', $w); [Web.HttpUtility]::HtmlDecode('&lt;', $w); $w",
    '+b%2f|a b|37,101,57|%u00e9+a|&lt;a&gt;<',
  ],
]);
