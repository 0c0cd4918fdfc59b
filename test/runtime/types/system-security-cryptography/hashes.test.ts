import { rowsOf } from '../script-rows.ts';

rowsOf('Hashes', [
  [
    "foreach ($n in 'MD5', 'SHA1', 'SHA256', 'SHA384', 'SHA512') { $h = (\"System.Security.Cryptography.$n\" -as [type])::Create(); [Convert]::ToHexString($h.ComputeHash([Text.Encoding]::UTF8.GetBytes('abc'))); $h.HashSize; $h.Dispose() }",
    '900150983CD24FB0D6963F7D28E17F72|128|A9993E364706816ABA3E25717850C26C9CD0D89D|160|BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD|256|CB00753F45A35E8BB5A03D699AC65007272C32AB0EDED1631A8B605A43FF5BED8086072BA1E7CC2358BAECA134C825A7|384|DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA3C23A3FEEBBD454D4423643CE80E2A9AC94FA54CA49F|512',
  ],
  [
    '[Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([byte[]]@())); [Convert]::ToHexString([System.Security.Cryptography.SHA1]::HashData([IO.MemoryStream]::new([byte[]](97, 98, 99)))); $h = [System.Security.Cryptography.SHA256]::Create(); [Convert]::ToHexString($h.ComputeHash([byte[]](0, 97, 98, 99, 0), 1, 3)); $h.Hash.Count',
    'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855|A9993E364706816ABA3E25717850C26C9CD0D89D|BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD|32',
  ],
  [
    "$h = [System.Security.Cryptography.MD5]::Create(); $null = $h.TransformBlock([byte[]](97), 0, 1, $null, 0); $null = $h.TransformFinalBlock([byte[]](98, 99), 0, 2); [Convert]::ToHexString($h.Hash); [System.Security.Cryptography.HashAlgorithm]::Create('SHA256').GetType().BaseType.Name",
    '900150983CD24FB0D6963F7D28E17F72|SHA256',
  ],
  [
    '[Convert]::ToHexString([System.Security.Cryptography.SHA512]::HashData([byte[]](0..255 * 5)))',
    'C93F55CCF2FA8C82699FF9B58AFE3591242B135D908A6D865E17E38ADB41C21D1D5359E51273036373D54D20B5659CC87E6E7B381FF027D33F971416CC590F90',
  ],
]);

rowsOf('Keyed hashes', [
  [
    "foreach ($n in 'HMACMD5', 'HMACSHA1', 'HMACSHA256', 'HMACSHA384', 'HMACSHA512') { $h = (\"System.Security.Cryptography.$n\" -as [type])::new([Text.Encoding]::UTF8.GetBytes('key')); [Convert]::ToHexString($h.ComputeHash([Text.Encoding]::UTF8.GetBytes('The quick brown fox'))) }",
    'D006BC60C92FF6E54F615474FE835E02|22F9E077A3CEBD09248154F85D9A56C79941FD96|203D1E5CEDD2D18F8C5A3BEFF0BD9C1EBCB97097DFCB288C46B00C9227FDE2C0|60638FA0AA4B044FC6F50D5C4A11DD5C26863CD335E3AAC16AC6434FC79505DFB05BC3D02A556E271979B41C9379F579|36F44B125A8A90639DC46733039571792E081E0FD8685FF746784B02ED14AA35629D562C7117CDE4A701570551FAA5A5E1B7EF1EB5C3BCD4CC1FDB8923FCF14E',
  ],
  [
    '[Convert]::ToHexString([System.Security.Cryptography.HMACSHA256]::HashData([byte[]](1..100), [byte[]](1, 2))); [System.Security.Cryptography.HMACSHA256]::new([byte[]](1)).Key.Count',
    '7A2FFC6E7500C59FA3AD708B7B1FD083D1A09319CF1CC2668BF933EBDD156714|1',
  ],
]);

rowsOf('Random numbers', [
  [
    "[System.Security.Cryptography.RandomNumberGenerator]::GetBytes(5).Count; $b = [byte[]]::new(8); [System.Security.Cryptography.RandomNumberGenerator]::Fill($b); ($b -join '') -ne '00000000'; $n = [System.Security.Cryptography.RandomNumberGenerator]::GetInt32(3, 5); $n -ge 3 -and $n -lt 5; [System.Security.Cryptography.RandomNumberGenerator]::GetHexString(6).Length; $g = [System.Security.Cryptography.RandomNumberGenerator]::Create(); $g.GetBytes($b); $g.Dispose()",
    '5|True|True|6',
  ],
  ['[System.Security.Cryptography.RandomNumberGenerator]::GetInt32(0)', '!ArgumentOutOfRangeException'],
]);

rowsOf('Keys from passwords', [
  [
    "$k = [Security.Cryptography.Rfc2898DeriveBytes]::new('pw', [byte[]](1..8), 100, [Security.Cryptography.HashAlgorithmName]::SHA256); [Convert]::ToHexString($k.GetBytes(20)); [Convert]::ToHexString($k.GetBytes(20)); $k.IterationCount; $k.Reset(); [Convert]::ToHexString($k.GetBytes(4)); $k.HashAlgorithm; [Convert]::ToHexString([Security.Cryptography.Rfc2898DeriveBytes]::Pbkdf2('pw', [byte[]](1..8), 10, 'SHA512', 40))",
    'CD26756526EECF8F31BBEC44BDC8C6B021464972|F31D33B5B936F7E5DB6F0613C0444398B66B94AD|100|CD267565|SHA256|3F43D9629640EB98A773A368872D03CCD95531D8120D8CA333C16FE2416CE4C50B59CCAA5A62205E',
  ],
  ["[Security.Cryptography.Rfc2898DeriveBytes]::new('pw', [byte[]](1..8), 0, 'SHA1')", '!ArgumentOutOfRangeException'],
  [
    "$n = [Security.Cryptography.HashAlgorithmName]::SHA256; $n; $n -eq [Security.Cryptography.HashAlgorithmName]'SHA256'; [Security.Cryptography.HashAlgorithmName]::new('x').Name",
    'SHA256|True|x',
  ],
]);
