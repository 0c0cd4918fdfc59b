/** What the host's Intl data does not tell of a culture: name, LCID, Windows' language code. */
const table = `ar 1 ARA|ar-AE 14337 ARU|ar-EG 3073 ARE|ar-SA 1025 ARA|bg 2 BGR|bg-BG 1026 BGR|ca 3 CAT|ca-ES 1027 CAT
cs 5 CSY|cs-CZ 1029 CSY|da 6 DAN|da-DK 1030 DAN|de 7 DEU|de-AT 3079 DEA|de-CH 2055 DES|de-DE 1031 DEU|de-LI 5127 DEC
de-LU 4103 DEL|el 8 ELL|el-GR 1032 ELL|en 9 ENU|en-AU 3081 ENA|en-CA 4105 ENC|en-GB 2057 ENG|en-IE 6153 ENI
en-IN 16393 ENN|en-NZ 5129 ENZ|en-PH 13321 ENP|en-SG 18441 ENE|en-US 1033 ENU|en-ZA 7177 ENS|es 10 ESP|es-AR 11274 ESS
es-CL 13322 ESL|es-CO 9226 ESO|es-ES 3082 ESN|es-MX 2058 ESM|es-PE 10250 ESR|es-US 21514 EST|es-VE 8202 ESV|et 37 ETI
et-EE 1061 ETI|eu 45 EUQ|eu-ES 1069 EUQ|fa 41 FAR|fa-IR 1065 FAR|fi 11 FIN|fi-FI 1035 FIN|fr 12 FRA|fr-BE 2060 FRB
fr-CA 3084 FRC|fr-CH 4108 FRS|fr-FR 1036 FRA|fr-LU 5132 FRL|ga-IE 2108 IRE|gl-ES 1110 GLC|he 13 HEB|he-IL 1037 HEB
hi 57 HIN|hi-IN 1081 HIN|hr 26 HRV|hr-HR 1050 HRV|hu 14 HUN|hu-HU 1038 HUN|id 33 IND|id-ID 1057 IND|is 15 ISL
is-IS 1039 ISL|it 16 ITA|it-CH 2064 ITS|it-IT 1040 ITA|ja 17 JPN|ja-JP 1041 JPN|ko 18 KOR|ko-KR 1042 KOR|lt 39 LTH
lt-LT 1063 LTH|lv 38 LVI|lv-LV 1062 LVI|ms 62 MSL|ms-MY 1086 MSL|nb 31764 NOR|nb-NO 1044 NOR|nl 19 NLD|nl-BE 2067 NLB
nl-NL 1043 NLD|nn-NO 2068 NON|no 20 NOR|pl 21 PLK|pl-PL 1045 PLK|pt 22 PTB|pt-BR 1046 PTB|pt-PT 2070 PTG|ro 24 ROM
ro-RO 1048 ROM|ru 25 RUS|ru-RU 1049 RUS|sk 27 SKY|sk-SK 1051 SKY|sl 36 SLV|sl-SI 1060 SLV|sr 31770 SRB
sr-Cyrl-RS 10266 SRO|sr-Latn-RS 9242 SRM|sv 29 SVE|sv-FI 2077 SVF|sv-SE 1053 SVE|th 30 THA|th-TH 1054 THA|tr 31 TRK
tr-TR 1055 TRK|uk 34 UKR|uk-UA 1058 UKR|vi 42 VIT|vi-VN 1066 VIT|zh 30724 CHS|zh-CN 2052 CHS|zh-HK 3076 ZHH
zh-Hans 4 CHS|zh-Hant 31748 ZHH|zh-MO 5124 ZHM|zh-SG 4100 ZHI|zh-TW 1028 CHT`;

/** ISO 639-2 codes by ISO 639-1. */
const languages = `ar ara bg bul ca cat cs ces da dan de deu el ell en eng es spa et est eu eus fa fas fi fin fr fra ga gle
gl glg he heb hi hin hr hrv hu hun id ind is isl it ita ja jpn ko kor lt lit lv lav ms msa nb nob nl nld nn nno no nor
pl pol pt por ro ron ru rus sk slk sl slv sr srp sv swe th tha tr tur uk ukr vi vie zh zho`;

/** Code pages by language: ANSI, OEM, Macintosh, EBCDIC. */
const codePages = `ar 1256 720 10004 20420|bg 1251 866 10007 21025|cs 1250 852 10029 500|da 1252 850 10000 20277
de 1252 850 10000 20273|el 1253 737 10006 20273|en 1252 437 10000 37|en-AU 1252 850 10000 500|en-CA 1252 850 10000 37
en-GB 1252 850 10000 20285|es 1252 850 10000 20284|fa 1256 720 10004 20420|fi 1252 850 10000 20278
fr 1252 850 10000 20297|he 1255 862 10005 500|hi 0 1 2 500|hu 1250 852 10029 500|it 1252 850 10000 20280
ja 932 932 10001 20290|ko 949 949 10003 20833|nb 1252 850 10000 20277|nl 1252 850 10000 500|pl 1250 852 10029 20880
pt 1252 850 10000 500|ru 1251 866 10007 20880|sr 1250 852 10029 500|sv 1252 850 10000 20278|th 874 874 10021 20838
tr 1254 857 10081 20905|uk 1251 866 10017 500|zh 936 936 10008 500|zh-HK 950 950 10002 500|zh-Hant 950 950 10002 500
zh-MO 950 950 10002 500|zh-TW 950 950 10002 500`;

/** One row of the table. */
export interface CultureRow {
  readonly name: string;
  readonly lcid: number;
  readonly windowsCode: string;
}

let rows: Map<string, CultureRow> | undefined;

function cultureRows(): Map<string, CultureRow> {
  rows ??= new Map(
    table.split(/[|\n]/).map((row) => {
      const [name = '', lcid = '', windowsCode = ''] = row.split(' ');
      return [name.toLowerCase(), { name, lcid: Number(lcid), windowsCode }];
    }),
  );
  return rows;
}

/** What the table says of a culture; undefined when it has none such. */
export function cultureRow(name: string): CultureRow | undefined {
  return cultureRows().get(name.toLowerCase());
}

/** The culture with an LCID. */
export function cultureOfLcid(lcid: number): string | undefined {
  for (const row of cultureRows().values()) if (row.lcid === lcid) return row.name;
  return undefined;
}

/** The three letters of ISO 639-2 for a language; empty for one that is not known. */
export function isoLanguage(language: string): string {
  if (language === '') return 'ivl';
  const words = languages.split(/\s+/);
  const at = words.indexOf(language);
  return at >= 0 && at % 2 === 0 ? (words[at + 1] ?? '') : '';
}

let pages: Map<string, readonly number[]> | undefined;

/** Code pages of a culture: ANSI, OEM, Macintosh, EBCDIC. */
export function codePagesOf(name: string): readonly number[] {
  pages ??= new Map(
    codePages.split(/[|\n]/).map((row) => {
      const [culture = '', ...numbers] = row.split(' ');
      return [culture, numbers.map(Number)];
    }),
  );
  return pages.get(name) ?? pages.get(name.replace(/-.*/, '')) ?? [1252, 437, 10000, 37];
}

/** The list separator: a semicolon where the comma is the decimal separator. */
export function listSeparatorOf(name: string, decimalSeparator: string): string {
  if (/^fa(-|$)/.test(name)) return '؛';
  if (/^(ar|de-CH)(-|$)/.test(name)) return ';';
  return decimalSeparator === ',' ? ';' : ',';
}
