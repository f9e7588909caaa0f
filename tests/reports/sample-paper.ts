import { type Document, paragraph, plain } from '#reports/document.ts';
import type { Issue } from '#reports/issue.ts';
import { documentOf, tableOf } from './sample-documents.ts';

const [, ...otherRows] = Array.from({ length: 45 }, (_, index) => [
  String(index),
  `Мероприятие ${index} дорожной карты: подготовка и проведение с участием наставников`,
  `${(index % 28) + 1}.09.2026`,
]);

/** A paper with every kind of block on several pages. */
export const samplePaper: Document = documentOf(
  [
    { kind: 'adoption', lines: ['ПРИНЯТО', 'педагогическим советом', 'протокол от 28.08.2026 № 1'] },
    { kind: 'approval', lines: ['УТВЕРЖДЕНО', 'приказом МБОУ «Средняя школа № 5»', 'от 31.08.2026 № 112-од'] },
    {
      kind: 'letterhead',
      layout: 'centred',
      organisation: ['Муниципальное бюджетное общеобразовательное учреждение', '«Средняя школа № 5»'],
      details: ['ул. Школьная, 12'],
      documentKind: 'ПОЛОЖЕНИЕ',
      date: '31.08.2026',
      number: '112-од',
      place: 'с. Заречное',
    },
    { kind: 'subject', text: 'О системе наставничества педагогических работников' },
    { kind: 'heading', level: 2, text: '1. Общие положения' },
    {
      kind: 'points',
      startAt: 1,
      section: 3,
      points: Array.from({ length: 9 }, (_, index) => ({
        runs: plain(
          `Настоящее положение определяет порядок организации наставничества, права и обязанности сторон (${index}).`,
        ),
        points: [
          { runs: plain('Участие в наставничестве добровольное; согласие даётся письменно.') },
          { runs: [{ text: 'Куратор', bold: true }, { text: ' ведёт учёт и готовит документы организации.' }] },
        ],
      })),
    },
    { kind: 'heading', level: 3, text: 'Срок действия' },
    paragraph('Положение действует до принятия нового. Изменения принимаются в том же порядке, что и само положение.'),
    {
      kind: 'signature',
      post: 'Директор муниципального бюджетного общеобразовательного учреждения',
      name: 'И. О. Сидоренко',
      mark: 'ДОКУМЕНТ ПОДПИСАН\nЭЛЕКТРОННОЙ ПОДПИСЬЮ\nСертификат 00A1B2C3D4\nВладелец Сидоренко Иван Олегович\nДействителен с 01.02.2026 по 01.05.2027',
    },
    { kind: 'acquaintance', title: 'С положением ознакомлены:', names: ['Иванова Мария Петровна', 'Пётр Ильич Юрьев'] },
    { kind: 'appendix', lines: ['Приложение № 1', 'к положению от 31.08.2026', '№ 112-од'] },
    { kind: 'heading', level: 1, text: 'ДОРОЖНАЯ КАРТА' },
    {
      kind: 'table',
      caption: 'Этапы',
      columns: [
        { share: 1, align: 'right' },
        { share: 6, align: 'left' },
        { share: 2, align: 'center' },
      ],
      headerRows: [['№', 'Мероприятие', 'Срок']],
      rows: otherRows,
      totals: ['', 'Всего мероприятий', '44'],
    },
    { ...tableOf(2), caption: null },
    { kind: 'bars', caption: 'Охват', maximum: 100, bars: [{ label: 'Школа № 5', value: 90, text: '90,0 %' }] },
    {
      kind: 'sides',
      sides: [
        {
          title: 'Работодатель',
          lines: ['МБОУ «Средняя школа № 5»', 'с. Заречное, ул. Школьная, 12'],
          name: 'И. О. Сидоренко',
          mark: null,
        },
        {
          title: 'Работник',
          lines: ['Константинопольская Александра Владимировна', 'учитель математики'],
          name: 'А. В. Константинопольская',
          mark: 'Подписано простой электронной подписью 31.08.2026',
        },
      ],
    },
  ],
  { title: 'Положение о наставничестве', footer: null },
);

/** Issued with a barcode by the standard in force. */
export const checkedIssue: Issue = {
  standard: '2025',
  check: { address: 'https://ryadom.example.ru/check/3f7a-92c1-0b4e-77aa', code: '3f7a-92c1-0b4e-77aa' },
};
