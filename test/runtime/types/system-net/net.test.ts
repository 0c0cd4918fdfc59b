import { rowsOf } from '../script-rows.ts';

rowsOf('IPAddress and IPEndPoint', [
  [
    "$a = [ipaddress]'192.168.1.10'; $a; $a.AddressFamily; $a.GetAddressBytes() -join ','; [ipaddress]::Parse('2001:db8:0:0::1'); [ipaddress]::Loopback; [ipaddress]::IPv6Any; [ipaddress]::IsLoopback('127.0.0.5'); ([ipaddress]'::ffff:1.2.3.4').MapToIPv4(); ([ipaddress]'1.2.3.4').MapToIPv6(); $a.Equals([ipaddress]'192.168.1.10'); ([ipaddress]'fe80::1').IsIPv6LinkLocal; [ipaddress]::new([byte[]](10, 0, 0, 1)); [ipaddress]::NetworkToHostOrder([int]1)",
    '192.168.1.10|InterNetwork|192,168,1,10|2001:db8::1|127.0.0.1|::|True|1.2.3.4|::ffff:1.2.3.4|True|True|10.0.0.1|16777216',
  ],
  ["[ipaddress]::Parse('300.1.1.1')", '!FormatException'],
  [
    "$r = $null; [ipaddress]::TryParse('10.0.0.1', [ref]$r); $r; [ipaddress]::TryParse('x', [ref]$r); $e = [System.Net.IPEndPoint]::new([ipaddress]::Loopback, 80); $e; $e.Port; [System.Net.IPEndPoint]::Parse('[::1]:443').Address; [ipaddress]'0x7f.1'; [ipaddress]'1.2'",
    'True|10.0.0.1|False|127.0.0.1:80|80|::1|127.0.0.1|1.0.0.2',
  ],
]);

rowsOf('WebUtility and HttpUtility', [
  [
    "[System.Net.WebUtility]::HtmlEncode('<a href=\"x\">é&''</a>'); [System.Net.WebUtility]::HtmlDecode('&lt;&eacute;&#233;&#x41;&nope;&amp;'); [System.Net.WebUtility]::UrlEncode('a b&c=é/~*'); [System.Net.WebUtility]::UrlDecode('a+b%26%C3%A9')",
    '&lt;a href=&quot;x&quot;&gt;&#233;&amp;&#39;&lt;/a&gt;|<ééA&nope;&|a+b%26c%3D%C3%A9%2F%7E*|a b&é',
  ],
  [
    "[System.Web.HttpUtility]::UrlEncode('a b&c=é/'); [System.Web.HttpUtility]::UrlDecode('a+b%26'); [System.Web.HttpUtility]::HtmlEncode('<é\">'); [System.Web.HttpUtility]::HtmlAttributeEncode('<a \"b\">'); [System.Web.HttpUtility]::JavaScriptStringEncode(\"a'b`\"c`n</\"); $q = [System.Web.HttpUtility]::ParseQueryString('?a=1&b=x%20y&a=2'); $q['a']; $q['b']; $q.ToString(); $q.Count; $q.AllKeys -join ','",
    'a+b%26c%3d%c3%a9%2f|a b&|&lt;&#233;&quot;&gt;|&lt;a &quot;b&quot;>|a\\u0027b\\"c\\n\\u003c/|1,2|x y|a=1&a=2&b=x+y|2|a,b',
  ],
]);

rowsOf('MailAddress', [
  [
    "$m = [mailaddress]'Joe Doe <joe@example.com>'; $m.User; $m.Host; $m.DisplayName; $m.Address; $m; [mailaddress]::new('a@b.c').ToString(); ([mailaddress]'a@b.c').Equals([mailaddress]'A@b.c')",
    'joe|example.com|Joe Doe|joe@example.com|"Joe Doe" <joe@example.com>|a@b.c|True',
  ],
  ["[mailaddress]'nope'", '!PSInvalidCastException'],
]);

rowsOf('Credentials', [
  [
    "$c = [System.Net.NetworkCredential]::new('u', 'p', 'd'); $c.UserName; $c.Password; $c.Domain; $c.SecurePassword.Length; $s = [securestring]::new(); $s.AppendChar('a'); $s.AppendChar('b'); $s.InsertAt(0, 'x'); $s.RemoveAt(1); $s.Length; $s.MakeReadOnly(); $s.IsReadOnly(); [System.Net.NetworkCredential]::new('', $s).Password; $s",
    'u|p|d|1|2|True|xb|System.Security.SecureString',
  ],
  ["$s.AppendChar('c')", '!InvalidOperationException'],
]);
