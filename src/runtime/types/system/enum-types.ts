import { defineEnum } from '../define-enum.ts';
import type { TypeSpec } from '../define-type.ts';

/*
 * Enums of .NET by namespace. A row is `Name: A B C=4 D`, with `flags` or an underlying type between name and colon;
 * a name without value follows the one before it.
 */
const table: Readonly<Record<string, string>> = {
  System: `
    DayOfWeek: Sunday Monday Tuesday Wednesday Thursday Friday Saturday
    DateTimeKind: Unspecified Utc Local
    StringComparison: CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal
      OrdinalIgnoreCase
    StringSplitOptions flags: None RemoveEmptyEntries TrimEntries
    MidpointRounding: ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity
    TypeCode: Empty Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double
      Decimal DateTime String=18
    ConsoleColor: Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red
      Magenta Yellow White
    ConsoleKey: None Backspace=8 Tab Clear=12 Enter Pause=19 Escape=27 Spacebar=32 PageUp PageDown End Home
      LeftArrow UpArrow RightArrow DownArrow Select Print Execute PrintScreen Insert Delete Help D0 D1 D2 D3 D4 D5
      D6 D7 D8 D9 A=65 B C D E F G H I J K L M N O P Q R S T U V W X Y Z LeftWindows RightWindows Applications
      Sleep=95 NumPad0 NumPad1 NumPad2 NumPad3 NumPad4 NumPad5 NumPad6 NumPad7 NumPad8 NumPad9 Multiply Add
      Separator Subtract Decimal Divide F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21
      F22 F23 F24 BrowserBack=166 BrowserForward BrowserRefresh BrowserStop BrowserSearch BrowserFavorites
      BrowserHome VolumeMute VolumeDown VolumeUp MediaNext MediaPrevious MediaStop MediaPlay LaunchMail
      LaunchMediaSelect LaunchApp1 LaunchApp2 Oem1=186 OemPlus OemComma OemMinus OemPeriod Oem2 Oem3 Oem4=219 Oem5
      Oem6 Oem7 Oem8 Oem102=226 Process=229 Packet=231 Attention=246 CrSel ExSel EraseEndOfFile Play Zoom NoName Pa1
      OemClear
    ConsoleModifiers flags: None Alt Shift Control=4
    ConsoleSpecialKey: ControlC ControlBreak
    Base64FormattingOptions flags: None InsertLineBreaks
    UriKind: RelativeOrAbsolute Absolute Relative
    UriPartial: Scheme Authority Path Query
    UriHostNameType: Unknown Basic Dns IPv4 IPv6
    UriComponents flags: Scheme=1 UserInfo Host=4 Port=8 SchemeAndServer=13 Path=16 Query=32 PathAndQuery=48
      HttpRequestUrl=61 Fragment=64 AbsoluteUri=127 StrongPort HostAndPort=132 StrongAuthority=134
      NormalizedHost=256 KeepDelimiter=1073741824 SerializationInfoString=-2147483648
    UriFormat: UriEscaped=1 Unescaped SafeUnescaped
    Environment+SpecialFolder: Desktop Programs=2 MyDocuments=5 Personal=5 Favorites Startup Recent SendTo
      StartMenu=11 MyMusic=13 MyVideos DesktopDirectory=16 MyComputer NetworkShortcuts=19 Fonts Templates
      CommonStartMenu CommonPrograms CommonStartup CommonDesktopDirectory ApplicationData PrinterShortcuts
      LocalApplicationData InternetCache=32 Cookies History CommonApplicationData Windows System ProgramFiles
      MyPictures UserProfile SystemX86 ProgramFilesX86 CommonProgramFiles CommonProgramFilesX86 CommonTemplates
      CommonDocuments CommonAdminTools AdminTools CommonMusic=53 CommonPictures CommonVideos Resources
      LocalizedResources CommonOemLinks CDBurning
    Environment+SpecialFolderOption: None DoNotVerify=16384 Create=32768
    EnvironmentVariableTarget: Process User Machine
    PlatformID: Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other
    AttributeTargets flags: Assembly=1 Module Class=4 Struct=8 Enum=16 Constructor=32 Method=64 Property=128
      Field=256 Event=512 Interface=1024 Parameter=2048 Delegate=4096 ReturnValue=8192 GenericParameter=16384
      All=32767
    GCCollectionMode: Default Forced Optimized Aggressive`,
  'System.Threading': `
    ThreadState flags: Running StopRequested SuspendRequested Background=4 Unstarted=8 Stopped=16 WaitSleepJoin=32
      Suspended=64 AbortRequested=128 Aborted=256
    ThreadPriority: Lowest BelowNormal Normal AboveNormal Highest
    ApartmentState: STA MTA Unknown
    LazyThreadSafetyMode: None PublicationOnly ExecutionAndPublication
    EventResetMode: AutoReset ManualReset
    LockRecursionPolicy: NoRecursion SupportsRecursion`,
  'System.Threading.Tasks': `
    TaskStatus: Created WaitingForActivation WaitingToRun Running WaitingForChildrenToComplete RanToCompletion
      Canceled Faulted
    TaskCreationOptions flags: None PreferFairness LongRunning AttachedToParent=4 DenyChildAttach=8 HideScheduler=16
      RunContinuationsAsynchronously=64
    TaskContinuationOptions flags: None PreferFairness LongRunning AttachedToParent=4 DenyChildAttach=8
      HideScheduler=16 LazyCancellation=32 RunContinuationsAsynchronously=64 NotOnRanToCompletion=65536
      NotOnFaulted=131072 OnlyOnCanceled=196608 NotOnCanceled=262144 OnlyOnFaulted=327680
      OnlyOnRanToCompletion=393216 ExecuteSynchronously=524288`,
  'System.Diagnostics': `
    ProcessPriorityClass: Normal=32 Idle=64 High=128 RealTime=256 BelowNormal=16384 AboveNormal=32768
    ProcessWindowStyle: Normal Hidden Minimized Maximized
    TraceLevel: Off Error Warning Info Verbose
    DebuggerBrowsableState: Never Collapsed=2 RootHidden`,
  'System.Globalization': `
    GregorianCalendarTypes: Localized=1 USEnglish MiddleEastFrench=9 Arabic TransliteratedEnglish
      TransliteratedFrench
    UnicodeCategory: UppercaseLetter LowercaseLetter TitlecaseLetter ModifierLetter OtherLetter NonSpacingMark
      SpacingCombiningMark EnclosingMark DecimalDigitNumber LetterNumber OtherNumber SpaceSeparator LineSeparator
      ParagraphSeparator Control Format Surrogate PrivateUse ConnectorPunctuation DashPunctuation OpenPunctuation
      ClosePunctuation InitialQuotePunctuation FinalQuotePunctuation OtherPunctuation MathSymbol CurrencySymbol
      ModifierSymbol OtherSymbol OtherNotAssigned
    NumberStyles flags: None AllowLeadingWhite AllowTrailingWhite AllowLeadingSign=4 Integer=7 AllowTrailingSign
      AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64 Number=111 AllowExponent=128 Float=167
      AllowCurrencySymbol=256 Currency=383 Any=511 AllowHexSpecifier HexNumber=515 AllowBinarySpecifier=1024
      BinaryNumber=1027
    DateTimeStyles flags: None AllowLeadingWhite AllowTrailingWhite AllowInnerWhite=4 AllowWhiteSpaces=7
      NoCurrentDateDefault AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 RoundtripKind=128
    TimeSpanStyles flags: None AssumeNegative
    CultureTypes flags: NeutralCultures=1 SpecificCultures InstalledWin32Cultures=4 AllCultures=7 UserCustomCulture
      ReplacementCultures=16 WindowsOnlyCultures=32 FrameworkCultures=64
    CompareOptions flags: None IgnoreCase IgnoreNonSpace IgnoreSymbols=4 IgnoreKanaType=8 IgnoreWidth=16
      NumericOrdering=32 OrdinalIgnoreCase=268435456 StringSort=536870912 Ordinal=1073741824
    CalendarWeekRule: FirstDay FirstFullWeek FirstFourDayWeek
    CalendarAlgorithmType: Unknown SolarCalendar LunarCalendar LunisolarCalendar
    DigitShapes: Context None NativeNational`,
  'System.Text': `
    NormalizationForm: FormC=1 FormD FormKC=5 FormKD`,
  'System.Text.RegularExpressions': `
    RegexOptions flags: None IgnoreCase Multiline ExplicitCapture=4 Compiled=8 Singleline=16
      IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512 NonBacktracking=1024
    RegexParseError: Unknown AlternationHasTooManyConditions AlternationHasMalformedCondition
      InvalidUnicodePropertyEscape MalformedUnicodePropertyEscape UnrecognizedEscape UnrecognizedControlCharacter
      MissingControlCharacter InsufficientOrInvalidHexDigits QuantifierOrCaptureGroupOutOfRange
      UndefinedNamedReference UndefinedNumberedReference MalformedNamedReference UnescapedEndingBackslash
      UnterminatedComment InvalidGroupingConstruct AlternationHasNamedCapture AlternationHasComment
      AlternationHasMalformedReference AlternationHasUndefinedReference CaptureGroupNameInvalid CaptureGroupOfZero
      UnterminatedBracket ExclusionGroupNotLast ReversedCharacterRange ShorthandClassInCharacterRange
      InsufficientClosingParentheses ReversedQuantifierRange NestedQuantifiersNotParenthesized
      QuantifierAfterNothing InsufficientOpeningParentheses UnrecognizedUnicodeProperty`,
  'System.IO': `
    FileOptions flags: None Encrypted=16384 DeleteOnClose=67108864 SequentialScan=134217728 RandomAccess=268435456
      Asynchronous=1073741824 WriteThrough=-2147483648`,
  'System.IO.Compression': `
    CompressionMode: Decompress Compress
    CompressionLevel: Optimal Fastest NoCompression SmallestSize`,
  'System.Net': `
    HttpStatusCode: Continue=100 SwitchingProtocols Processing EarlyHints OK=200 Created Accepted
      NonAuthoritativeInformation NoContent ResetContent PartialContent MultiStatus AlreadyReported IMUsed=226
      MultipleChoices=300 Ambiguous=300 MovedPermanently Moved=301 Found Redirect=302 SeeOther RedirectMethod=303
      NotModified UseProxy Unused TemporaryRedirect RedirectKeepVerb=307 PermanentRedirect BadRequest=400
      Unauthorized PaymentRequired Forbidden NotFound MethodNotAllowed NotAcceptable ProxyAuthenticationRequired
      RequestTimeout Conflict Gone LengthRequired PreconditionFailed RequestEntityTooLarge RequestUriTooLong
      UnsupportedMediaType RequestedRangeNotSatisfiable ExpectationFailed MisdirectedRequest=421 UnprocessableEntity
      UnprocessableContent=422 Locked FailedDependency UpgradeRequired=426 PreconditionRequired=428 TooManyRequests
      RequestHeaderFieldsTooLarge=431 UnavailableForLegalReasons=451 InternalServerError=500 NotImplemented
      BadGateway ServiceUnavailable GatewayTimeout HttpVersionNotSupported VariantAlsoNegotiates InsufficientStorage
      LoopDetected NotExtended=510 NetworkAuthenticationRequired
    WebExceptionStatus: Success NameResolutionFailure ConnectFailure ReceiveFailure SendFailure PipelineFailure
      RequestCanceled ProtocolError ConnectionClosed TrustFailure SecureChannelFailure ServerProtocolViolation
      KeepAliveFailure Pending Timeout ProxyNameResolutionFailure UnknownError MessageLengthLimitExceeded
      CacheEntryNotFound RequestProhibitedByCachePolicy RequestProhibitedByProxy
    SecurityProtocolType flags: SystemDefault Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288
    DecompressionMethods flags: None GZip Deflate Brotli=4 All=-1`,
  'System.Net.Sockets': `
    AddressFamily: Unspecified Unix InterNetwork ImpLink Pup Chaos NS Ipx=6 Iso Osi=7 Ecma DataKit Ccitt Sna DecNet
      DataLink Lat HyperChannel AppleTalk NetBios VoiceView FireFox Banyan=21 Atm InterNetworkV6 Cluster Ieee12844
      Irda NetworkDesigners=28 Max Packet=65536 ControllerAreaNetwork Unknown=-1
    SocketType: Stream=1 Dgram Raw Rdm Seqpacket Unknown=-1
    ProtocolType: IP IPv6HopByHopOptions=0 Unspecified=0 Icmp Igmp Ggp IPv4 Tcp=6 Pup=12 Udp=17 Idp=22 IPv6=41
      IPv6RoutingHeader=43 IPv6FragmentHeader IPSecEncapsulatingSecurityPayload=50 IPSecAuthenticationHeader
      IcmpV6=58 IPv6NoNextHeader IPv6DestinationOptions ND=77 Raw=255 Ipx=1000 Spx=1256 SpxII Unknown=-1`,
  'System.Reflection': `
    BindingFlags flags: Default IgnoreCase DeclaredOnly Instance=4 Static=8 Public=16 NonPublic=32
      FlattenHierarchy=64 InvokeMethod=256 CreateInstance=512 GetField=1024 SetField=2048 GetProperty=4096
      SetProperty=8192 PutDispProperty=16384 PutRefDispProperty=32768 ExactBinding=65536 SuppressChangeType=131072
      OptionalParamBinding=262144 IgnoreReturn=16777216 DoNotWrapExceptions=33554432`,
  'System.Runtime.InteropServices': `
    Architecture: X86 X64 Arm Arm64 Wasm S390x LoongArch64 Armv6 Ppc64le RiscV64
    CharSet: None=1 Ansi Unicode Auto`,
  'System.ComponentModel': `
    ListSortDirection: Ascending Descending
    EditorBrowsableState: Always Never Advanced`,
  'System.Security.Cryptography': `
    CipherMode: CBC=1 ECB OFB CFB CTS
    PaddingMode: None=1 PKCS7 Zeros ANSIX923 ISO10126`,
  'System.Xml': `
    ConformanceLevel: Auto Fragment Document`,
  'System.Text.Json': `
    JsonValueKind System.Byte: Undefined Object Array String Number True False Null`,
  'System.Collections.Specialized': `
    NotifyCollectionChangedAction: Add Remove Replace Move Reset`,
  'System.Security': `
    SecurityZone: MyComputer Intranet Trusted Internet Untrusted NoZone=-1`,
  'System.Security.Authentication': `
    SslProtocols flags: None Ssl2=12 Ssl3=48 Tls=192 Default=240 Tls11=768 Tls12=3072 Tls13=12288`,
  'System.Management.Automation': `
    PSCredentialTypes flags: Generic=1 Domain Default
    PSCredentialUIOptions flags: None Default ValidateUserNameSyntax=1 AlwaysPrompt ReadOnlyUserName`,
};

const head = /^(\w+(?:\+\w+)?)( flags)?(?: (System\.\w+))?: (.*)$/s;

function enumsOf(namespace: string, text: string): TypeSpec[] {
  // A row that is indented further goes on with the one before it.
  const rows = text.trim().split(/\n {4}(?! )/);
  return rows.map((row) => {
    const match = head.exec(row);
    if (!match) throw new Error(`not a row of the enum table: ${row}`);
    const [, name = '', flags, underlying, names = ''] = match;
    const options = { flags: flags !== undefined, ...(underlying ? { underlying } : {}) };
    return defineEnum(`${namespace}.${name}`, names, options);
  });
}

/** The enums of .NET that belong to no emulated type's own file. */
export const enumTypes: readonly TypeSpec[] = Object.entries(table).flatMap(([namespace, text]) =>
  enumsOf(namespace, text),
);
