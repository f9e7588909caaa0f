import type { Area } from './competence-area.ts';

/** Names of the nine areas (002-37). */
export const areaNames: Record<Area, string> = {
  scientific_theoretical: 'научно-теоретическая',
  legal: 'нормативно-правовая',
  subject: 'предметно-профессиональная',
  psychological_pedagogical: 'психолого-педагогическая (обучающиеся и родители)',
  methodical: 'методическая (содержание, методики, технологии)',
  ict: 'ИКТ-компетенции',
  digitalisation: 'цифровизация образования',
  extracurricular: 'внеурочная и воспитательная деятельность',
  health: 'здоровьесбережение',
};
