import { formatDay } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { ConsentTextRule, Purpose, TextInForce } from './consent-text.ts';

/** Names of purposes, as titles of documents. */
export const purposeNames: Record<Purpose, string> = {
  data_processing: 'Обработка данных сверх трудовых отношений',
  dissemination: 'Публикация на сайте организации',
  centre_transfer: 'Передача данных в ЦНППМ',
  minor_participation: 'Участие несовершеннолетнего (подписывает законный представитель)',
};

/** Whose text it is. */
export const sourceNames: Record<TextInForce['source'], string> = {
  builtIn: 'готовый текст системы',
  region: 'текст региона',
  organisation: 'текст организации',
};

/** One sentence per rule. */
export const consentTextSentences: Record<ConsentTextRule, string> = {
  'consent-text-starts-in-past': 'Новый текст начинает действовать сегодня или позже: задним числом его не вводят.',
  'consent-text-starts-too-late': 'До начала больше года. Проверьте дату.',
  'consent-text-ends-before-start': 'Последний день раньше первого. Исправьте одну из дат.',
  'consent-text-overlaps': 'На эти дни уже записан другой текст этого согласия. Выберите другой первый день.',
};

/** Words of the pages. */
export const consentTextText = {
  title: 'Тексты согласий',
  lede: 'Каждое согласие — отдельный документ для одной цели. Здесь видно, какой текст подписывают сейчас. Регион или организация может поставить свой.',
  purpose: 'Для чего',
  whose: 'Чей текст действует',
  since: (day: Day | null) => (day === null ? '' : `, с ${formatDay(day)}`),
  add: 'Записать свой текст',
  addTitle: (name: string) => `Свой текст: ${name}`,
  addLede:
    'Заголовок и первая фраза с именем и организацией остаются. Ниже стоят действующие пункты: исправьте их. Один пункт — одна строка, номера поставит система. Тех, кто подписал прежний текст, система попросит подписать новый; до этого их согласие действует.',
  added: 'Текст записан. С первого дня его увидят все, кого попросят о согласии.',
  own: 'Записанные тексты',
  ownEmpty: 'Своих текстов нет: действуют готовые.',
  unit: 'Чей',
  period: 'Действует',
  periodOf: (from: Day, to: Day | null) =>
    to === null ? `с ${formatDay(from)}` : `с ${formatDay(from)} по ${formatDay(to)}`,
  endHint: 'Оставьте пустым, если текст без срока. Потом снова будет действовать текст региона или готовый.',
  labels: { unitId: 'Чей текст', body: 'Пункты согласия', startedOn: 'Действует с', endedOn: 'Последний день' },
} as const;
