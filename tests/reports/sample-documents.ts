import { type Block, type Document, paragraph, plain } from '#reports/document.ts';

/** A document of the given blocks, an upright report without a footer. */
export function documentOf(blocks: Block[], special: Partial<Document> = {}): Document {
  const { language, title, kind, profile, orientation, footer } = sampleOrder;
  return { language, title, kind, profile, orientation, footer, blocks, ...special };
}

/** An order of assignment as a school issues it. */
export const sampleOrder: Document = {
  language: 'ru',
  title: 'Приказ о закреплении наставников',
  kind: 'assignment-order',
  profile: 'orders',
  orientation: 'portrait',
  footer: 'Рядом · приказ № 112-од',
  blocks: [
    {
      kind: 'letterhead',
      layout: 'centred',
      organisation: ['МБОУ «Средняя школа № 5»'],
      details: ['с. Заречное, ул. Школьная, 12'],
      documentKind: 'ПРИКАЗ',
      date: '31.08.2026',
      number: '112-од',
      place: 'с. Заречное',
    },
    { kind: 'subject', text: 'О закреплении наставников' },
    paragraph('В целях реализации Положения о системе наставничества педагогических работников школы'),
    { kind: 'paragraph', runs: [{ text: 'ПРИКАЗЫВАЮ:', bold: true }], align: 'left', firstLineIndent: false },
    {
      kind: 'points',
      startAt: 1,
      points: [
        { runs: plain('Закрепить наставника за молодым педагогом:'), points: [{ runs: plain('Иванову М. П.') }] },
        { runs: plain('Контроль за исполнением приказа оставляю за собой.') },
      ],
    },
    { kind: 'signature', post: 'Директор', name: 'И. О. Сидоренко', mark: 'Подписано 31.08.2026, код 4F7A' },
    { kind: 'acquaintance', title: 'С приказом ознакомлены:', names: ['Иванова Мария Петровна'] },
  ],
};

/** A table of `count` numbered rows with one header row. */
export function tableOf(count: number): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    caption: 'Наставнические пары',
    columns: [
      { share: 1, align: 'right' },
      { share: 5, align: 'left' },
    ],
    headerRows: [['Номер', 'Наставник']],
    rows: Array.from({ length: count }, (_, index) => [`r${index + 1}`, 'Константинопольская Александра Владимировна']),
    totals: ['', 'Всего пар'],
  };
}
