import type { FigureLanguage } from '../figure-language.ts';

/** Japanese; its numerals are read by their characters. */
export const ja: FigureLanguage = {
  minus: 'マイナス 氷点下 零下',
  labels: '第 版 条 章 節',
  percent: 'パーセント ％ 割',
  am: '午前 朝',
  pm: '午後 夜',
  currencies: {
    USD: 'ドル',
    EUR: 'ユーロ',
    GBP: 'ポンド',
    CNY: '元 人民元',
    JPY: '円',
    RUB: 'ルーブル',
    KRW: 'ウォン',
    INR: 'ルピー',
    CHF: 'フラン',
  },
  units: {
    kilometer: 'キロメートル キロ',
    meter: 'メートル',
    centimeter: 'センチメートル センチ',
    millimeter: 'ミリメートル ミリ',
    kilogram: 'キログラム キロ',
    gram: 'グラム',
    liter: 'リットル',
    mile: 'マイル',
    foot: 'フィート',
    inch: 'インチ',
    acre: 'エーカー',
    hectare: 'ヘクタール',
    'square-kilometer': '平方キロメートル 平方キロ',
    celsius: '度',
    pound: 'ポンド',
  },
};
