import type { OfferEntry } from '#app/features/offers/offer.ts';

type Seed = Pick<OfferEntry, 'kind' | 'title' | 'providerName' | 'providerKind' | 'areas'> & Partial<OfferEntry>;

const university = { providerName: 'Педагогический университет', providerKind: 'state' } as const;
const institute = { providerName: 'Институт развития образования', providerKind: 'state' } as const;
const methodical = { providerName: 'Методический центр округа', providerKind: 'municipal' } as const;
const school = { providerName: 'Гимназия, площадка региона', providerKind: 'municipal' } as const;

/** Entries of the federal register. */
export const federalOffers: readonly Seed[] = [
  {
    kind: 'programme',
    title: 'Функциональная грамотность на уроках',
    areas: ['subject', 'methodical'],
    hours: 72,
    ...university,
  },
  { kind: 'programme', title: 'Обновлённые стандарты: рабочая программа', areas: ['legal'], hours: 36, ...university },
  {
    kind: 'programme',
    title: 'Цифровые ресурсы и безопасность',
    areas: ['digitalisation', 'ict'],
    hours: 48,
    ...university,
  },
  {
    kind: 'programme',
    title: 'Работа с детьми с особыми потребностями',
    areas: ['psychological_pedagogical'],
    hours: 72,
    ...university,
  },
  {
    kind: 'programme',
    title: 'Исследование в школе: от вопроса к выводу',
    areas: ['scientific_theoretical'],
    hours: 36,
    ...university,
  },
  { kind: 'event', title: 'Всероссийская неделя открытых уроков', areas: ['methodical', 'subject'], ...university },
  {
    kind: 'community',
    title: 'Сообщество наставников страны',
    areas: ['psychological_pedagogical', 'methodical'],
    ...university,
  },
  {
    kind: 'programme',
    title: 'Воспитание во внеурочной деятельности',
    areas: ['extracurricular'],
    hours: 36,
    ...university,
  },
];

/** Entries of the register of a region. */
export const regionalOffers: readonly Seed[] = [
  { kind: 'programme', title: 'Формирующее оценивание', areas: ['methodical'], hours: 36, places: 25, ...institute },
  {
    kind: 'programme',
    title: 'Практикум по решению задач повышенной сложности',
    areas: ['subject'],
    hours: 54,
    places: 20,
    ...institute,
  },
  {
    kind: 'programme',
    title: 'Электронный журнал и цифровая среда школы',
    areas: ['digitalisation'],
    hours: 18,
    places: 40,
    ...institute,
  },
  {
    kind: 'programme',
    title: 'Разговор с родителями: трудные случаи',
    areas: ['psychological_pedagogical'],
    hours: 24,
    places: 30,
    ...institute,
  },
  { kind: 'programme', title: 'Здоровьесберегающий урок', areas: ['health'], hours: 18, places: 30, ...institute },
  {
    kind: 'programme',
    title: 'Скоростной курс цифрового дизайна',
    areas: ['ict'],
    hours: 16,
    providerName: 'Учебная студия',
    providerKind: 'private',
  },
  {
    kind: 'site',
    title: 'Стажировка в лаборатории естественных наук',
    areas: ['subject', 'scientific_theoretical'],
    hours: 24,
    places: 6,
    ...school,
  },
  {
    kind: 'site',
    title: 'Стажировочная площадка наставников',
    areas: ['methodical'],
    places: 10,
    isShared: true,
    ...school,
  },
  {
    kind: 'practice',
    title: 'Урок-исследование с рабочими листами',
    areas: ['methodical', 'subject'],
    isShared: true,
    ...school,
  },
  {
    kind: 'practice',
    title: 'Утренний круг в пятом классе',
    areas: ['extracurricular', 'psychological_pedagogical'],
    ...school,
  },
  { kind: 'practice', title: 'Динамические паузы на уроках в старшей школе', areas: ['health'], ...school },
  { kind: 'practice', title: 'Карта нормативных документов учителя', areas: ['legal'], ...methodical },
  { kind: 'community', title: 'Клуб молодых педагогов', areas: ['psychological_pedagogical'], ...methodical },
  { kind: 'community', title: 'Объединение учителей-предметников', areas: ['subject', 'methodical'], ...methodical },
  { kind: 'community', title: 'Цифровая мастерская', areas: ['ict', 'digitalisation'], ...methodical },
  {
    kind: 'event',
    title: 'Ярмарка педагогических практик',
    areas: ['methodical', 'extracurricular'],
    places: 120,
    ...institute,
  },
  {
    kind: 'event',
    title: 'Конференция «Наука на уроке»',
    areas: ['scientific_theoretical', 'subject'],
    places: 200,
    ...institute,
  },
  { kind: 'event', title: 'День правовых знаний педагога', areas: ['legal'], places: 80, ...methodical },
  { kind: 'event', title: 'Марафон внеурочных занятий', areas: ['extracurricular'], places: 60, ...methodical },
  {
    kind: 'programme',
    title: 'Подготовка ко второй позиции маршрута',
    areas: ['scientific_theoretical'],
    hours: 18,
    places: 15,
    ...institute,
  },
  {
    kind: 'programme',
    title: 'Цифровые инструменты обратной связи',
    areas: ['ict', 'methodical'],
    hours: 24,
    places: 25,
    ...institute,
  },
  { kind: 'site', title: 'Неделя в школе-партнёре', areas: ['extracurricular', 'methodical'], places: 4, ...school },
];

/** What tutor, owner and curator say about a step of the demonstration. */
export const talkWords = {
  tutor: 'Предлагаю показать этот шаг на методическом объединении в декабре.',
  curator: 'Согласовано с учебной частью: часы поставим во второй четверти.',
  more: 'Хорошее начало. Добавьте, пожалуйста, критерии, по которым ученики оценивают работу.',
  handed: 'Маршрут идёт второй год. Важно вернуться к дефициту в предметной области.',
  product: 'Разработка занятия и лист самооценки',
};
