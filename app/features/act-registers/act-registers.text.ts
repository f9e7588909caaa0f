import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type { SetItem, SetState } from './act-set.ts';
import type { PaperActRule } from './paper-act.ts';

/** One sentence per rule about acts on paper. */
export const paperActSentences: Record<PaperActRule | 'number-mask-of-journal', string> = {
  'paper-in-future': 'Дата документа ещё не наступила.',
  'paper-in-force-before': 'Документ не может действовать раньше своей даты.',
  'paper-kind-unknown': 'Выберите вид документа из списка.',
  'number-mask-of-journal': 'Образец только что изменил другой человек. Откройте страницу снова.',
};

/** Titles of the set. */
export const setNames: Record<SetItem, string> = {
  introduction_order: 'Приказ о внедрении системы наставничества',
  regulation: 'Положение о системе наставничества',
  road_map: 'Дорожная карта',
  assignment_order: 'Приказы о закреплении пар',
  programme: 'Персонализированные программы',
};

/** Words of the register, numbers and the set. */
export const registersText = {
  setTitle: 'Обязательные документы',
  setLede: (unit: string, isWhole: boolean) =>
    isWhole ? `${unit}: все документы на месте.` : `${unit}: что есть, чего нет и что пора пересмотреть.`,
  setNote:
    'Состав — по методическим рекомендациям: приказ с положением, дорожная карта, приказы о закреплении, программы.',
  setStates: {
    there: 'есть',
    old: 'пора пересмотреть',
    inWork: 'готовится',
    missing: 'нет',
  } satisfies Record<SetState['kind'], string>,
  since: (day: string) => `действует с ${formatDay(day)}`,
  noPairs: 'пар без документа нет',
  wanting: (count: number) => `не хватает ${counted(count, 'паре', 'парам', 'парам')}`,
  make: 'Составить',
  renew: 'Новая редакция',
  open: 'Открыть',
  toPapers: 'Каких бумаг не хватает',
  published: 'Страница на сайте',
  noUnit: 'У вас нет организации, документы которой вы ведёте.',
  unit: 'Организация',

  numberingTitle: 'Номера документов',
  numberingLede: (unit: string, year: number) =>
    `${unit}, ${year} год. Номер присваивается при утверждении и никому больше не достаётся.`,
  journal: 'Журнал',
  mask: 'Образец',
  next: 'Следующий номер',
  given: 'Присвоено',
  change: 'Изменить образец',
  gaps: 'Пропущенные номера',
  gapsEmpty: 'Пропущенных номеров нет: все идут подряд.',
  gap: 'Номера',
  reason: 'Почему пропущены',
  skip: 'Пропустить номера',
  paper: 'Внести бумажный документ',

  maskTitle: 'Образец номера',
  maskLede: (journal: string, sample: string) => `${journal}. Сейчас следующий номер будет «${sample}».`,
  maskHint: '{n} — порядковый номер, {nnn} — с нулями впереди, {yy} и {yyyy} — год. Например: {n}-Н, {n}/{yy}',
  maskSaved: 'Образец изменён. Уже присвоенные номера не меняются.',
  skipTitle: 'Пропустить номера',
  skipLede:
    'Если часть номеров этого года занята на бумаге или оставлена для других документов, запишите какие и почему.',
  skipped: 'Номера пропущены, причина записана.',
  paperTitle: 'Бумажный документ',
  paperLede:
    'Документ, который составили до системы. Внесите его номер и даты, чтобы на него можно было ссылаться; текст останется на бумаге.',
  paperSaved: 'Документ внесён в журнал.',
  paperBody: 'Документ составлен на бумаге и хранится в организации. В систему внесены его реквизиты.',
  labels: {
    unitId: 'Организация',
    journal: 'Журнал',
    mask: 'Образец',
    version: 'Версия',
    year: 'Год',
    first: 'С номера по порядку',
    last: 'По номер (включительно)',
    reason: 'Причина',
    kind: 'Вид документа',
    heading: 'Название',
    number: 'Номер',
    registeredOn: 'Дата',
    inForceOn: 'Действует с',
  },
  lastHint: 'Если пропускаете один номер, повторите его',

  sheet: 'Документы',
  columns: {
    kind: 'Вид',
    heading: 'Название',
    number: 'Номер',
    registeredOn: 'Дата',
    state: 'Состояние',
    from: 'Действует с',
    to: 'Действует по',
    author: 'Составил',
    unit: 'Организация',
  },
  asOf: (day: string) => `По состоянию на ${formatDay(day)}`,
};
