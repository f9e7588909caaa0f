import type { Standard } from '#reports/issue.ts';

/** Words of the page where the standard of requisites is chosen. */
export const outputText = {
  title: 'Оформление документов',
  lede: 'По какому стандарту печатать документы организации. Утверждённый текст от этого не меняется.',
  labels: { standard: 'Стандарт', unitId: 'Организация', version: 'Версия' },
  standards: {
    '2025': 'ГОСТ Р 7.0.97-2025 — действует с 18 августа 2025 года: с QR-кодом проверки',
    '2016': 'ГОСТ Р 7.0.97-2016 — для перепечатки прежних документов: без QR-кода',
  } satisfies Record<Standard, string>,
  names: { '2025': 'ГОСТ Р 7.0.97-2025', '2016': 'ГОСТ Р 7.0.97-2016' } satisfies Record<Standard, string>,
  bundles: 'Сборники',
  saved: 'Стандарт оформления сохранён. Новые файлы будут по нему.',
  unshownTitle: 'Эти знаки не напечатать',
  unshown: (signs: string) =>
    `В тексте есть знаки, которых нет в шрифте документов: ${signs}. На их месте будет «◊». Замените их буквами или словами.`,
  former: 'PDF по ГОСТ 2016 года',
  checkLine: (code: string) => `Код проверки: ${code}`,
  checkLink: 'Страница проверки',
};
