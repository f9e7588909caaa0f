/** Words that the writers of documents and workbooks add by themselves. */
export const reportsText = {
  /** The maker named in every file's metadata. */
  product: 'Рядом',
  number: '№',
  blankDate: '«___» ____________ 20___ г.',
  blankNumber: '________',
  acquaintance: { name: 'Фамилия, имя, отчество', signature: 'Подпись', date: 'Дата' },
  /** What stands beside the barcode, for those who have only paper. */
  check: ({ address, code }: { address: string; code: string }) =>
    `Проверить документ: ${address.slice(0, address.lastIndexOf('/'))}\nКод проверки: ${code}`,
  barcode: 'QR-код: адрес страницы, где проверяют документ',
  /** Names of paragraph styles in DOCX. */
  styles: {
    text: 'Текст документа',
    point: 'Пункт',
    requisite: 'Реквизит',
    kind: 'Вид документа',
    small: 'Реквизит мелкий',
    cell: 'Ячейка таблицы',
    heading: 'Заголовок столбца',
    mark: 'Отметка',
    foot: 'Нижняя строка',
  },
  /** Words of a bundle of papers. */
  bundle: {
    contents: 'Содержание',
    ordinal: '№',
    paper: 'Документ',
    note: 'Номер и дата',
    page: 'Страница',
    count: (page: number) => `Страница сборника ${page}`,
    fontFolder: 'Шрифты',
  },
  sheet: 'Лист',
  table: 'Таблица',
  /** The alphabet by sound, for dividing words at line ends. */
  letters: { vowels: 'аеёиоуыэюя', consonants: 'бвгджзклмнпрстфхцчшщ', signs: 'йьъ' },
};
