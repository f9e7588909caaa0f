import { counted } from '#app/ui/numbers.ts';
import { categoryNames } from '../people/person.text.ts';
import type { EngineRule } from './pool-rules.ts';
import type { PartValues, Tier } from './score.ts';
import type { PartCode, WeightsRule } from './weights.ts';

/** Names of the parts of the score. */
export const scorePartNames: Record<PartCode, string> = {
  strengths: 'сильные стороны',
  subject: 'предмет или должность',
  freeTime: 'общее время',
  distance: 'близость',
  loadLeft: 'свободная нагрузка',
  wishes: 'пожелания',
};

const tierWords: Record<Tier, string> = {
  organisation: 'своя организация',
  municipality: 'другая организация своего муниципалитета, нужен договор',
  region: 'другой муниципалитет, нужен договор',
  country: 'другой регион, нужен договор',
};

/** What a part says about a pair, in a few words. */
export const scorePartWords: Record<PartCode, (values: PartValues, points: number) => string> = {
  strengths: (values) => {
    if (values.isByExperience) return standingWords(values);
    const { shared = [], missing = [] } = values;
    if (shared.length === 0) return `не силён в том, о чём просят: ${missing.join(', ')}`;
    const helps = `поможет там, где трудно: ${shared.join(', ')}`;
    return missing.length > 0 ? `${helps}; не закрыто: ${missing.join(', ')}` : helps;
  },
  subject: ({ shared = [], own = [] }, points) => {
    if (shared.length > 0) return `тот же предмет: ${shared.join(', ')}`;
    if (points > 0) return own.length > 0 ? `та же должность, предмет другой: ${own.join(', ')}` : 'та же должность';
    return own.length > 0 ? `другой предмет: ${own.join(', ')}` : 'другая должность';
  },
  freeTime: ({ minutes = null, isRemote = false }) => {
    const remote = isRemote ? ', могут работать дистанционно' : '';
    if (minutes === null) return `свободное время не указано${remote}`;
    if (minutes === 0) return `общего свободного времени нет${remote}`;
    return `вместе свободны ${counted(minutes, 'минуту', 'минуты', 'минут')} в неделю${remote}`;
  },
  distance: ({ tier = 'organisation' }) => tierWords[tier],
  loadLeft: ({ taken = 0, limit = 0 }) => `мест занято ${taken} из ${limit}`,
  wishes: ({ isAsked = false, isOffered = false }) => {
    if (isAsked && isOffered) return 'хотят работать вместе';
    if (isAsked) return 'наставляемый сам назвал этого наставника';
    return isOffered ? 'наставник сам предложил помощь' : 'особых пожеланий нет';
  },
};

/** Years of teaching in words. */
export function experienceWords(years: number): string {
  return years === 0 ? 'первый год работы' : `стаж ${counted(years, 'год', 'года', 'лет')}`;
}

function standingWords({ years = null, category = 'none' }: PartValues): string {
  const known = years === null ? 'стаж не указан' : experienceWords(years);
  if (category === 'none') return `${known}, категории нет`;
  return category.endsWith('teacher')
    ? `${known}, ${categoryNames[category]}`
    : `${known}, категория ${categoryNames[category]}`;
}

/** A rule of the engine that refused, and what would change it. */
export const engineRuleWords: Record<EngineRule, { rule: string; change: string }> = {
  avoided: {
    rule: 'Сейчас эту пару предложить нельзя',
    change: 'Нужен другой человек',
  },
  'direct-subordination': {
    rule: 'Наставник — прямой руководитель',
    change: 'Форма «руководитель — педагог» или реверсивный вид',
  },
  'format-not-common': {
    rule: 'Хотят работать в разных форматах',
    change: 'Разрешить дистанционный формат или изменить форматы в анкете',
  },
  'no-common-time': {
    rule: 'Нет общего свободного времени',
    change: 'Разрешить дистанционный формат или изменить свободное время',
  },
};

/** One sentence per rule about weights. */
export const weightsSentences: Record<WeightsRule | 'once-different', string> = {
  'weights-not-hundred': 'Вместе веса должны давать ровно 100. Убавьте одни или прибавьте другие.',
  'weights-not-negative': 'Вес не бывает меньше нуля.',
  'weights-changed-meanwhile':
    'Пока страница была открыта, веса изменил кто-то другой. Откройте её заново и проверьте.',
  'once-different': 'Эта форма уже отправлена с другими данными. Откройте страницу заново.',
};

/** Words of the page of weights. */
export const weightsText = {
  title: 'Веса подбора',
  lede: 'Из чего складываются 100 баллов. Веса принадлежат вашей программе наставничества; прежние подборы остаются с прежними весами.',
  back: 'Люди без наставника',
  unit: 'Организация',
  labels: {
    unitId: 'Организация',
    strengths: 'Сильные стороны наставника против затруднений наставляемого',
    subject: 'Предмет или должность',
    freeTime: 'Общее свободное время и готовность к дистанционной работе',
    distance: 'Близость: своя организация, муниципалитет, регион',
    loadLeft: 'Свободная нагрузка наставника',
    wishes: 'Пожелания обеих сторон',
    seenNumber: 'Версия',
  },
  number: (number: number) => (number === 0 ? 'Сейчас действуют обычные веса.' : `Сейчас действует версия ${number}.`),
  preview: 'Посмотреть, что изменится',
  save: 'Сохранить веса',
  saved: 'Веса сохранены. Они действуют для новых подборов.',
  effectTitle: 'Что изменится',
  effect: (changed: number, all: number) =>
    all === 0
      ? 'Людей без наставника сейчас нет: сравнить не на ком.'
      : changed === 0
        ? `У всех, кто ждёт (${all}), первым остался бы тот же наставник.`
        : `Первым стал бы другой наставник: у ${changed} из ${all}.`,
  effectCaption: 'Кто стоял бы первым при прежних и при новых весах',
  who: 'Кто ждёт',
  before: 'Сейчас первый',
  after: 'Станет первым',
  nobody: 'никто не подходит',
  sum: (sum: number) => `Сейчас вместе ${sum}. Нужно ровно 100.`,
  history: 'Прежние версии',
  historyCaption: 'Версии весов',
  version: 'Версия',
  since: 'С какого дня',
  by: 'Кто установил',
  parts: 'Веса по порядку частей',
  points: (name: string, total: number) => `${name}, ${total}`,
};
