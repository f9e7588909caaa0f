/** Words that the writers of documents and workbooks add by themselves. */
export const reportsText = {
  /** The maker named in every file's metadata. */
  product: 'Рядом',
  number: '№',
  blankDate: '«___» ____________ 20___ г.',
  blankNumber: '________',
  acquaintance: { name: 'Фамилия, имя, отчество', signature: 'Подпись', date: 'Дата' },
  sheet: 'Лист',
  table: 'Таблица',
  /** The alphabet by sound, for dividing words at line ends. */
  letters: { vowels: 'аеёиоуыэюя', consonants: 'бвгджзклмнпрстфхцчшщ', signs: 'йьъ' },
};
