import type { Code } from '../../src/model/content.ts';
import type { NodeSpec, SegmentSpec } from './page-build.ts';

/** A link's code. */
export const link = (href: string): Code => ({ type: 'link', parts: ['[', `](${href})`], href });

/** A paragraph of segments. */
export const paragraph = (...segments: readonly SegmentSpec[]): NodeSpec => ({ type: 'paragraph', segments });
const item = (segment: SegmentSpec, more: NodeSpec['more'] = {}, ...rest: readonly NodeSpec[]): NodeSpec => ({
  type: 'item',
  more,
  children: [{ type: 'paragraph', kind: 'item', segments: [segment] }, ...rest],
});
const cell = (segment: SegmentSpec): NodeSpec => ({
  type: 'cell',
  segments: [segment],
  more: { align: 'right' },
});

const reviewed = { state: 'reviewed', origin: 'human' } as const;

/** A document with every kind of block, code and state. */
export const STRUCTURE: readonly NodeSpec[] = [
  {
    type: 'frontMatter',
    children: [
      {
        type: 'frontMatter',
        key: 'description',
        segments: [
          { id: 's1meta001', text: 'What the forum asks for', targets: { fr: 'Ce que demande le forum' } },
        ],
      },
    ],
  },
  {
    type: 'heading',
    more: { level: 1 },
    segments: [
      {
        id: 's1head001',
        text: 'What we demand',
        targets: {
          hy: 'Ինչ ենք մենք պահանջում',
          ar: 'ما الذي نطالب به',
          fr: { text: 'Ce que nous exigeons', ...reviewed },
        },
      },
    ],
  },
  paragraph(
    {
      id: 's1para001',
      text: 'Read the <1>earlier statement</1> of 23 December 2022<2/> first.',
      codes: { '1': link('#'), '2': { type: 'footnote', parts: ['[^a]'], text: 'a' } },
      targets: {
        hy: 'Նախ կարդացեք 2022 թ. դեկտեմբերի 23-ի<2/> <1>նախորդ հայտարարությունը</1>։',
        ar: 'اقرأ أولًا <1>البيان السابق</1> الصادر في 23 ديسمبر 2022<2/>.',
        fr: {
          text: 'Lisez d’abord la <1>déclaration précédente</1> du 23 décembre 2022<2/>.',
          ...reviewed,
          stale: 'meaning',
        },
      },
    },
    {
      id: 's1para002',
      text: 'Write to <1/> or run <2/>; <3>it</3> is <4>not</4> H<5/>2<6/>O.',
      codes: {
        '1': {
          type: 'autolink',
          parts: ['<a@example.org>'],
          href: 'mailto:a@example.org',
          text: 'a@example.org',
        },
        '2': { type: 'code', parts: ['`hexapla check`'], text: 'hexapla check' },
        '3': { type: 'emphasis', parts: ['*', '*'] },
        '4': { type: 'strikethrough', parts: ['~~', '~~'] },
        '5': { type: 'html', parts: ['<sub onclick="x()">'] },
        '6': { type: 'html', parts: ['</sub>'] },
      },
      targets: {
        ar: { fallback: true },
        fr: { text: 'Écrivez à <1/> ou lancez <2/> ; <3>ce</3> n’est <4>pas</4> H<5/>2<6/>O.', ...reviewed },
      },
    },
  ),
  {
    type: 'list',
    more: { ordered: true, first: 3, tight: true },
    children: [
      item({
        id: 's1item001',
        text: 'Stop the attack',
        targets: { hy: 'Դադարեցնել հարձակումը', ar: 'أوقفوا الهجوم' },
      }),
      item(
        {
          id: 's1item002',
          text: 'Open the corridor',
          targets: { hy: 'Բացել միջանցքը', fr: { text: 'Ouvrir le corridor', ...reviewed } },
        },
        {},
        {
          type: 'list',
          more: { ordered: false, tight: true },
          children: [
            item(
              { id: 's1item003', text: 'for food', targets: { hy: 'սննդի համար', ar: 'للغذاء' } },
              { checked: true },
            ),
            item({ id: 's1item004', text: 'for medicine', targets: { ar: 'للدواء' } }, { checked: false }),
          ],
        },
      ),
    ],
  },
  {
    type: 'quote',
    children: [
      paragraph({
        id: 's1quot001',
        text: 'Peaceful dialogue should be the only option!',
        targets: {
          hy: 'Խաղաղ երկխոսությունը պետք է լինի միակ տարբերակը։',
          fr: { text: 'Le dialogue pacifique devrait être la seule option !', ...reviewed },
        },
      }),
    ],
  },
  {
    type: 'heading',
    more: { level: 4 },
    segments: [{ id: 's1head002', text: 'Figures', targets: { hy: 'Թվեր', ar: 'أرقام' } }],
  },
  {
    type: 'table',
    children: [
      {
        type: 'row',
        more: { head: true },
        children: [
          cell({ id: 's1cell001', text: 'Killed', targets: { hy: 'Սպանվածներ', ar: 'القتلى', fr: 'Tués' } }),
          cell({
            id: 's1cell002',
            text: 'Wounded',
            targets: { hy: 'Վիրավորներ', ar: 'الجرحى', fr: 'Blessés' },
          }),
        ],
      },
      {
        type: 'row',
        children: [
          cell({ id: 's1cell003', text: '200', targets: { hy: '200', ar: '200', fr: '200' } }),
          cell({
            id: 's1cell004',
            text: 'more than 400',
            targets: { hy: 'ավելի քան 400', ar: 'أكثر من 400', fr: 'plus de 400' },
          }),
        ],
      },
    ],
  },
  {
    ...paragraph({
      id: 's1imag001',
      text: 'The corridor: <1/>',
      codes: {
        '1': {
          type: 'image',
          parts: ['![', { unit: 'u1alt0001' }, '](map.png)'],
          href: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
        },
      },
      targets: { hy: 'Միջանցքը՝ <1/>', ar: 'الممر: <1/>', fr: 'Le corridor : <1/>' },
    }),
    inside: [
      {
        type: 'paragraph',
        kind: 'alt',
        unit: 'u1alt0001',
        segments: [
          { id: 's1alt0001', text: 'Map of the Lachin corridor', targets: { hy: 'Լաչինի միջանցքի քարտեզը' } },
        ],
      },
    ],
  },
  { type: 'codeBlock', more: { literal: 'hexapla build --locale hy\n', info: 'sh' } },
  { type: 'htmlBlock', more: { literal: '<script>alert("x")</script>\n<p>Hello</p>' } },
  { type: 'rule' },
  paragraph({
    id: 's1last001',
    text: 'This sentence has an old translation.',
    targets: {
      hy: { text: 'Այս նախադասությունը հին թարգմանություն ունի։', stale: 'wording' },
      ar: { text: 'لهذه الجملة ترجمة قديمة.', stale: 'unknown-base', origin: 'human' },
      fr: { text: 'Cette phrase a une ancienne traduction.', ...reviewed },
    },
  }),
  {
    type: 'footnote',
    more: { label: 'A' },
    children: [
      {
        type: 'paragraph',
        kind: 'footnote',
        segments: [
          {
            id: 's1note001',
            text: 'By the co-chairs.',
            targets: { hy: 'Համանախագահների կողմից։', fr: 'Par les coprésidents.' },
          },
        ],
      },
    ],
  },
];
