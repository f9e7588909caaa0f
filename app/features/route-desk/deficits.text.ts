import { counted } from '#app/ui/numbers.ts';
import type { Area } from '../people/competence-area.ts';

/** Short names of the areas for the heads of columns. */
export const shortAreaNames: Record<Area, string> = {
  scientific_theoretical: 'Научно-теор.',
  legal: 'Нормат.-прав.',
  subject: 'Предметная',
  psychological_pedagogical: 'Психол.-пед.',
  methodical: 'Методика',
  ict: 'ИКТ',
  digitalisation: 'Цифров.',
  extracurricular: 'Внеурочная',
  health: 'Здоровье',
};

/** Words of the map of deficits. */
export const deficitText = {
  title: 'Карта дефицитов',
  lede: 'Сколько педагогов школы закрывают дефицит в каждой из девяти областей. Число ведёт к людям, если вам их видно, и к предложениям.',
  withheld: 'Числа меньше пяти скрыты, чтобы по ним нельзя было узнать человека: вместо них стоит «мало».',
  few: 'мало',
  routes: 'По диагностике маршрутов',
  requests: 'По запросам на наставника',
  requestsLede: 'Сколько наставляемых назвали область трудной в открытом запросе.',
  requested: (people: number | null) =>
    people === null
      ? 'В открытых запросах на наставника эту область назвали трудной меньше пяти человек.'
      : `В открытых запросах на наставника эту область назвали трудной: ${counted(people, 'человек', 'человека', 'человек')}.`,
  school: 'Организация',
  total: 'Всего',
  offers: 'Предложений в реестре',
  noOffers: 'нет',
  empty: 'Пока ни у кого нет открытых дефицитов в маршрутах.',
  cellTitle: (area: string) => `Область: ${area}`,
  cellLede: (unit: string, people: number | null) =>
    people === null
      ? `${unit}. Педагогов с открытым дефицитом меньше пяти.`
      : `${unit}. С открытым дефицитом: ${counted(people, 'педагог', 'педагога', 'педагогов')}.`,
  people: 'Педагоги',
  peopleHidden: 'Имена видны тьютору педагога и руководителю центра.',
  nobody: 'Открытых дефицитов в этой области нет.',
  suggested: 'Что предложить',
  noOffer: 'Предложений для этой области пока нет.',
  addOffer: 'Добавить предложение',
  allOffers: 'Все предложения области',
  propose: 'Предложить нескольким',
  open: 'Маршрут',
  notCounted: 'не засчитывается',
  legend: 'Чем темнее клетка, тем больше педагогов.',
};
