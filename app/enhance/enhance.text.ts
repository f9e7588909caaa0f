/** Every Russian word the browser's script says. */
export const enhanceText = {
  draftFound: 'Вы начинали заполнять эту форму и не отправили её. Вернуть набранное?',
  draftRestore: 'Вернуть',
  draftDrop: 'Не нужно',
  copied: 'Скопировано',
  copyYourself: 'Выделено: нажмите Ctrl + C',
  showPassword: 'Показать',
  hidePassword: 'Скрыть',
  showPasswordFull: 'Показать пароль',
  hidePasswordFull: 'Скрыть пароль',
  noResults: 'Ничего не нашлось',
  typeMore: (count: number) => `Наберите ещё знаков: ${count}`,
  selected: (option: string, place: number, length: number) => `${option}, ${place} из ${length}, выбрано`,
  results: (length: number, selected: string) => `Найдено: ${length}. ${selected}`,
  assistiveHint: 'Наберите часть названия, затем выбирайте стрелками вверх и вниз и клавишей Enter.',
} as const;
