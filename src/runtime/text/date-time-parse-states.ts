/** A token of a date text together with what follows it. */
export type DateToken =
  | 'End'
  | 'NumEnd'
  | 'NumAmPm'
  | 'NumSpace'
  | 'NumDateSep'
  | 'NumTimeSep'
  | 'MonthEnd'
  | 'MonthSpace'
  | 'MonthDateSep'
  | 'NumDateSuffix'
  | 'NumTimeSuffix'
  | 'Weekday'
  | 'YearSpace'
  | 'YearDateSep'
  | 'YearEnd'
  | 'Zone'
  | 'Era';

/**
 * States of reading: N a number, M a month name, Y a year of three or more digits, T a time, S parts with
 * suffixes; a small d or t a separator behind it. Those that start with "=" are complete dates or times.
 */
export type DateState =
  | 'begin'
  | 'N'
  | 'NN'
  | 'Nd'
  | 'dNN'
  | 'NNd'
  | 'M'
  | 'MN'
  | 'NM'
  | 'MNd'
  | 'NS'
  | 'Y'
  | 'YN'
  | 'YNd'
  | 'YM'
  | 'YMd'
  | 'S'
  | 'TS'
  | 'Tt'
  | 'TTt'
  | CompleteState;

/** A state that has read a whole date (=D…) or time (=T…). */
export type CompleteState =
  | '=DNN'
  | '=DNNN'
  | '=DMN'
  | '=DNM'
  | '=DMNN'
  | '=DS'
  | '=DSN'
  | '=DNS'
  | '=DNNS'
  | '=DYNN'
  | '=DNNY'
  | '=DYMN'
  | '=DYN'
  | '=DYM'
  | '=TN'
  | '=TNN'
  | '=TNNN'
  | '=TS';

type Row = Readonly<Partial<Record<DateToken, DateState>>>;

const yearThenNumbers: Row = {
  NumEnd: '=DYNN',
  NumAmPm: '=DYNN',
  NumSpace: '=DYNN',
  MonthEnd: '=DYMN',
  MonthSpace: '=DYMN',
  Weekday: 'YN',
  Era: 'YN',
};

const twoNumbers: Row = {
  End: '=DNN',
  NumEnd: '=DNNN',
  NumAmPm: '=TN',
  NumSpace: '=DNNN',
  NumTimeSep: 'Tt',
  MonthEnd: '=DMNN',
  MonthSpace: '=DMNN',
  NumTimeSuffix: 'TS',
  YearSpace: '=DNNY',
  YearEnd: '=DNNY',
};

const monthAndNumber: Row = {
  NumEnd: '=DMNN',
  NumAmPm: '=DMNN',
  NumSpace: '=DMNN',
  NumTimeSep: 'Tt',
  NumDateSuffix: '=DS',
  NumTimeSuffix: 'TS',
  YearSpace: '=DYMN',
  YearEnd: '=DYMN',
};

/** What each token leads to; a token that is not in a row is an error there. */
export const DATE_STATES: Readonly<Record<Exclude<DateState, CompleteState>, Row>> = {
  begin: {
    End: 'begin',
    NumAmPm: '=TN',
    NumSpace: 'N',
    NumDateSep: 'Nd',
    NumTimeSep: 'Tt',
    MonthSpace: 'M',
    MonthDateSep: 'M',
    NumDateSuffix: 'S',
    NumTimeSuffix: 'TS',
    Weekday: 'begin',
    YearSpace: 'Y',
    YearDateSep: 'Y',
    Zone: 'begin',
    Era: 'begin',
  },
  N: {
    NumEnd: '=DNN',
    NumSpace: 'NN',
    NumDateSep: 'NNd',
    MonthEnd: '=DNM',
    MonthSpace: 'NM',
    MonthDateSep: 'MNd',
    NumDateSuffix: 'NS',
    Weekday: 'N',
    YearSpace: 'YN',
    YearDateSep: 'YNd',
    YearEnd: '=DYN',
    Zone: 'N',
    Era: 'N',
  },
  NN: { ...twoNumbers, Weekday: 'NN', Zone: 'NN', Era: 'NN' },
  Nd: {
    NumEnd: '=DNN',
    NumSpace: 'dNN',
    NumDateSep: 'NNd',
    MonthEnd: '=DNM',
    MonthSpace: 'MN',
    MonthDateSep: 'MNd',
    Weekday: 'Nd',
    YearSpace: 'YN',
    YearDateSep: 'YNd',
    YearEnd: '=DYN',
    Era: 'Nd',
  },
  dNN: { ...twoNumbers, NumDateSuffix: '=DS', Weekday: 'dNN', Era: 'dNN' },
  NNd: {
    NumEnd: '=DNNN',
    NumAmPm: '=DNNN',
    NumSpace: '=DNNN',
    MonthEnd: '=DMNN',
    MonthSpace: '=DMNN',
    NumDateSuffix: '=DS',
    Weekday: 'NNd',
    YearSpace: '=DNNY',
    YearEnd: '=DNNY',
    Era: 'NNd',
  },
  M: {
    NumEnd: '=DMN',
    NumSpace: 'MN',
    NumDateSep: 'MNd',
    Weekday: 'M',
    YearSpace: 'YM',
    YearDateSep: 'YMd',
    YearEnd: '=DYM',
    Era: 'M',
  },
  MN: { ...monthAndNumber, End: '=DMN', Weekday: 'MN', Era: 'MN' },
  NM: { ...monthAndNumber, End: '=DNM', Weekday: 'NM', Era: 'NM' },
  MNd: { NumEnd: '=DMNN', NumSpace: '=DMNN', Weekday: 'MNd', YearSpace: '=DYMN', YearEnd: '=DYMN', Era: 'MNd' },
  NS: {
    End: '=DNS',
    NumEnd: '=DNNS',
    NumAmPm: '=DNNS',
    NumSpace: '=DNNS',
    NumTimeSep: 'Tt',
    NumDateSuffix: 'NS',
    NumTimeSuffix: 'TS',
    Weekday: 'NS',
    Era: 'NS',
  },
  Y: {
    NumEnd: '=DYN',
    NumSpace: 'YN',
    NumDateSep: 'YNd',
    MonthEnd: '=DYM',
    MonthSpace: 'YM',
    MonthDateSep: 'YMd',
    NumDateSuffix: 'YM',
    Weekday: 'Y',
    Era: 'Y',
  },
  YN: { ...yearThenNumbers, End: '=DYN' },
  YNd: yearThenNumbers,
  YM: { End: '=DYM', NumEnd: '=DYMN', NumAmPm: '=DYMN', NumSpace: '=DYMN', Weekday: 'YM', Era: 'YM' },
  YMd: { NumEnd: '=DYMN', NumAmPm: '=DYMN', NumSpace: '=DYMN', Weekday: 'YM', Era: 'YM' },
  S: {
    End: '=DS',
    NumEnd: '=DSN',
    NumAmPm: '=TN',
    NumSpace: 'Tt',
    NumTimeSep: 'Tt',
    NumDateSuffix: 'S',
    NumTimeSuffix: 'TS',
    Weekday: 'S',
    Era: 'S',
  },
  TS: {
    End: '=TS',
    NumEnd: '=TS',
    NumAmPm: '=TS',
    NumSpace: 'Tt',
    NumDateSep: 'Nd',
    NumDateSuffix: 'S',
    NumTimeSuffix: 'TS',
    Weekday: 'TS',
    Zone: 'TS',
    Era: 'TS',
  },
  Tt: {
    NumEnd: '=TNN',
    NumAmPm: '=TNN',
    NumSpace: '=TNN',
    NumTimeSep: 'TTt',
    MonthEnd: '=DNM',
    MonthSpace: 'NM',
    NumTimeSuffix: 'TS',
  },
  TTt: { NumEnd: '=TNNN', NumAmPm: '=TNNN', NumSpace: '=TNNN', NumTimeSuffix: 'TS', Weekday: 'TTt' },
};
