import { defineEnum } from '../define-enum.ts';

const flags = { flags: true } as const;

/** Enums of System and of its small namespaces. */
export const systemEnums = [
  defineEnum('System.Base64FormattingOptions', 'None InsertLineBreaks', flags),
  defineEnum(
    'System.ConsoleColor',
    'Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White',
  ),
  defineEnum('System.ConsoleModifiers', 'None=0 Alt=1 Shift=2 Control=4', flags),
  defineEnum('System.DateTimeKind', 'Unspecified Utc Local'),
  defineEnum('System.DayOfWeek', 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  defineEnum('System.EnvironmentVariableTarget', 'Process User Machine'),
  defineEnum('System.MidpointRounding', 'ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity'),
  defineEnum('System.PlatformID', 'Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other'),
  defineEnum(
    'System.StringComparison',
    'CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase',
  ),
  defineEnum('System.StringSplitOptions', 'None RemoveEmptyEntries TrimEntries', flags),
  defineEnum(
    'System.TypeCode',
    'Empty=0 Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal DateTime String=18',
  ),
  defineEnum('System.UriKind', 'RelativeOrAbsolute Absolute Relative'),
  defineEnum('System.UriPartial', 'Scheme Authority Path Query'),
  defineEnum(
    'System.UriComponents',
    'Scheme=1 UserInfo=2 Host=4 Port=8 Path=16 Query=32 Fragment=64 AbsoluteUri=127',
    flags,
  ),
  defineEnum('System.UriFormat', 'UriEscaped=1 Unescaped SafeUnescaped'),
  defineEnum('System.UriHostNameType', 'Unknown Basic Dns IPv4 IPv6'),
  defineEnum(
    'System.Environment+SpecialFolder',
    `Desktop=0 Programs=2 MyDocuments=5 Personal=5 Favorites=6 Startup=7 Recent=8 SendTo=9 StartMenu=11 MyMusic=13
    MyVideos=14 DesktopDirectory=16 MyComputer=17 NetworkShortcuts=19 Fonts=20 Templates=21 CommonStartMenu=22
    CommonPrograms=23 CommonStartup=24 CommonDesktopDirectory=25 ApplicationData=26 PrinterShortcuts=27
    LocalApplicationData=28 InternetCache=32 Cookies=33 History=34 CommonApplicationData=35 Windows=36 System=37
    ProgramFiles=38 MyPictures=39 UserProfile=40 SystemX86=41 ProgramFilesX86=42 CommonProgramFiles=43
    CommonProgramFilesX86=44 CommonTemplates=45 CommonDocuments=46 CommonAdminTools=47 AdminTools=48 CommonMusic=53
    CommonPictures=54 CommonVideos=55 Resources=56 LocalizedResources=57 CommonOemLinks=58 CDBurning=59`,
  ),
  defineEnum('System.Environment+SpecialFolderOption', 'None=0 DoNotVerify=16384 Create=32768'),
  defineEnum(
    'System.Globalization.NumberStyles',
    `None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 Integer=7 AllowTrailingSign=8 AllowParentheses=16
    AllowDecimalPoint=32 AllowThousands=64 Number=111 AllowExponent=128 Float=167 AllowCurrencySymbol=256 Currency=383
    Any=511 AllowHexSpecifier=512 HexNumber=515 AllowBinarySpecifier=1024 BinaryNumber=1027`,
    flags,
  ),
  defineEnum(
    'System.Globalization.DateTimeStyles',
    `None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4 AllowWhiteSpaces=7 NoCurrentDateDefault=8
    AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 RoundtripKind=128`,
    flags,
  ),
  defineEnum('System.Globalization.TimeSpanStyles', 'None AssumeNegative', flags),
  defineEnum(
    'System.Globalization.CompareOptions',
    `None=0 IgnoreCase=1 IgnoreNonSpace=2 IgnoreSymbols=4 IgnoreKanaType=8 IgnoreWidth=16 NumericOrdering=32
    OrdinalIgnoreCase=268435456 StringSort=536870912 Ordinal=1073741824`,
    flags,
  ),
  defineEnum('System.Globalization.CalendarWeekRule', 'FirstDay FirstFullWeek FirstFourDayWeek'),
  defineEnum(
    'System.Globalization.CultureTypes',
    'NeutralCultures=1 SpecificCultures=2 InstalledWin32Cultures=4 AllCultures=7 UserCustomCulture=8 ReplacementCultures=16',
    flags,
  ),
  defineEnum(
    'System.Globalization.UnicodeCategory',
    `UppercaseLetter LowercaseLetter TitlecaseLetter ModifierLetter OtherLetter NonSpacingMark SpacingCombiningMark
    EnclosingMark DecimalDigitNumber LetterNumber OtherNumber SpaceSeparator LineSeparator ParagraphSeparator Control
    Format Surrogate PrivateUse ConnectorPunctuation DashPunctuation OpenPunctuation ClosePunctuation
    InitialQuotePunctuation FinalQuotePunctuation OtherPunctuation MathSymbol CurrencySymbol ModifierSymbol OtherSymbol
    OtherNotAssigned`,
  ),
  defineEnum('System.Text.NormalizationForm', 'FormC=1 FormD=2 FormKC=5 FormKD=6'),
  defineEnum(
    'System.Text.RegularExpressions.RegexOptions',
    `None=0 IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8 Singleline=16 IgnorePatternWhitespace=32 RightToLeft=64
    ECMAScript=256 CultureInvariant=512 NonBacktracking=1024`,
    flags,
  ),
  defineEnum(
    'System.Reflection.BindingFlags',
    `Default=0 IgnoreCase=1 DeclaredOnly=2 Instance=4 Static=8 Public=16 NonPublic=32 FlattenHierarchy=64
    InvokeMethod=256 CreateInstance=512 GetField=1024 SetField=2048 GetProperty=4096 SetProperty=8192`,
    flags,
  ),
  defineEnum('System.Threading.ApartmentState', 'STA MTA Unknown'),
  defineEnum(
    'System.Runtime.InteropServices.Architecture',
    'X86 X64 Arm Arm64 Wasm S390x LoongArch64 Armv6 Ppc64le RiscV64',
  ),
  defineEnum('System.Security.SecurityZone', 'MyComputer=0 Intranet Trusted Internet Untrusted NoZone=-1'),
  defineEnum('System.Net.HttpStatusCode', httpStatusCodes()),
];

function httpStatusCodes(): string {
  return `Continue=100 SwitchingProtocols Processing EarlyHints OK=200 Created Accepted NonAuthoritativeInformation NoContent
    ResetContent PartialContent MultiStatus AlreadyReported IMUsed=226 MultipleChoices=300 MovedPermanently=301 Found=302
    SeeOther NotModified UseProxy Unused TemporaryRedirect PermanentRedirect BadRequest=400 Unauthorized PaymentRequired
    Forbidden NotFound MethodNotAllowed NotAcceptable ProxyAuthenticationRequired RequestTimeout Conflict Gone
    LengthRequired PreconditionFailed RequestEntityTooLarge RequestUriTooLong UnsupportedMediaType
    RequestedRangeNotSatisfiable ExpectationFailed MisdirectedRequest=421 UnprocessableEntity Locked FailedDependency
    UpgradeRequired=426 PreconditionRequired=428 TooManyRequests RequestHeaderFieldsTooLarge=431
    UnavailableForLegalReasons=451 InternalServerError=500 NotImplemented BadGateway ServiceUnavailable GatewayTimeout
    HttpVersionNotSupported VariantAlsoNegotiates InsufficientStorage LoopDetected NotExtended=510
    NetworkAuthenticationRequired`;
}
