import { formatDay } from '#app/core/dates.ts';
import type { Directory, DirectoryRule, EntryRule, FormList, Party, TRAITS } from './directory.ts';

/** Names of the lists of forms. */
export const listNames: Record<FormList, string> = {
  teacher: 'Наставничество педагогов',
  student_s3: 'Наставничество обучающихся',
  student_r145: 'Наставничество обучающихся по Р-145',
  reverse: 'Реверсивное наставничество',
};

/** Who may stand on a side. */
export const partyNames: Record<Party, string> = {
  employee: 'работник организации',
  leader: 'руководитель',
  lecturer: 'педагог вуза или колледжа',
  partner: 'представитель партнёра',
  student: 'студент',
  pupil: 'ученик',
};

/** What each trait says when it holds and when it does not. */
export const traitNames: Record<(typeof TRAITS)[number], { label: string; yes: string; no: string }> = {
  underLabourLaw: {
    label: 'Применяется трудовое право',
    yes: 'трудовое право',
    no: 'без трудового права',
  },
  needsOrder: { label: 'Нужен приказ', yes: 'по приказу', no: 'приказ не нужен' },
  hasRolesPerTopic: { label: 'Роли закреплены за темами (оба учат и учатся)', yes: 'роли по темам', no: '' },
  isEvent: { label: 'Разовое событие без долгого закрепления', yes: 'событие', no: '' },
  isGroup: { label: 'Несколько наставляемых', yes: 'группа', no: '' },
};

/** One sentence per rule about choosing an entry in a proposal. */
export const entrySentences: Record<EntryRule, string> = {
  'entry-unknown': 'Такой формы или такого вида нет в справочнике. Выберите из списка.',
  'entry-not-in-force': 'На день начала эта строка справочника не действует. Выберите другую или другой день.',
  'entry-off': 'В вашем регионе эта строка справочника на день начала выключена. Выберите другую.',
  'side-not-for-form':
    'Эта форма не для этих двоих: в справочнике записано, кто может быть наставником и наставляемым. Выберите другую форму.',
  'form-needs-topics': 'В этой форме учат и учатся оба. Выберите реверсивный вид.',
};

/** One sentence per rule a change of a directory may break. */
export const directorySentences: Record<
  DirectoryRule | 'form-version-overlaps' | 'kind-version-overlaps' | 'form-already-switched' | 'kind-already-switched',
  string
> = {
  'version-in-past': 'Начало уже прошло. Прошлое справочника не меняют: укажите сегодня или позже.',
  'version-not-later': 'На этот день или позже уже назначена другая редакция. Укажите день после её начала.',
  'version-ends-before-start': 'Последний день раньше первого.',
  'form-without-sides': 'Отметьте, кто может стоять на этой стороне.',
  'form-without-list': 'Отметьте хотя бы один перечень, к которому относится форма.',
  'switch-in-past': 'Этот день уже прошёл. Укажите сегодня или позже.',
  'already-off': 'На этот день строка уже выключена.',
  'already-on': 'На этот день строка и так включена.',
  'nothing-left-on': 'Это последняя включённая строка справочника: без неё нельзя будет предложить ни одной пары.',
  'form-version-overlaps': 'Другую редакцию этой формы записали раньше вас. Обновите страницу.',
  'kind-version-overlaps': 'Другую редакцию этого вида записали раньше вас. Обновите страницу.',
  'form-already-switched': 'Эту форму уже выключили. Обновите страницу.',
  'kind-already-switched': 'Этот вид уже выключили. Обновите страницу.',
};

/** Words of the pages. */
export const directoryText = {
  title: 'Формы и виды наставничества',
  lede: 'Кто кого сопровождает, как работает пара и что для этого нужно. Из этих строк куратор выбирает, предлагая наставничество.',
  ledeRegion: (region: string) => `Показано так, как действует сегодня: ${region}.`,

  kinds: 'Виды: как идёт работа',
  list: 'Перечень',
  anyList: 'все формы и виды',
  onlyKinds: 'Виды',
  region: 'Регион',
  name: 'Название',
  meaning: 'Что значит',
  sides: 'Кто с кем',
  sidesOf: (mentor: string, mentee: string) => `${mentor} → ${mentee}`,
  or: ' или ',
  traits: 'Особенности',
  state: 'Состояние',
  open: 'действует',
  off: 'выключено',
  notInForce: 'не действует',
  own: 'своё',
  empty: 'В этом перечне пока ничего нет.',
  toLegal: 'Правовые акты',
  toCalendar: 'Производственный календарь',
  back: 'Формы и виды',
  since: 'Действует с',
  period: 'Срок действия',
  source: 'Откуда',
  periodOf: (startedOn: string, endedOn: string | null) =>
    endedOn ? `${formatDay(startedOn)}\u00a0– ${formatDay(endedOn)}` : `с ${formatDay(startedOn)}`,
  lists: 'Перечни',
  versions: 'Редакции',
  versionsEmpty: 'Редакций пока нет.',
  switches: (region: string) => `Когда выключено: ${region}`,
  switchesEmpty: 'В регионе эту строку не выключали.',

  add: { form: 'Добавить форму', kind: 'Добавить вид' } as Readonly<Record<Directory, string>>,
  addTitle: { form: 'Новая форма наставничества', kind: 'Новый вид наставничества' } as Readonly<
    Record<Directory, string>
  >,
  addLede:
    'Строка появится в выборе у кураторов с указанного дня. Код у неё постоянный, смысл можно будет менять редакциями.',
  keeper: 'Чья строка',
  added: 'Строка добавлена в справочник.',
  versionAdd: 'Новая редакция',
  versionTitle: (name: string) => `Новая редакция: ${name}`,
  versionLede:
    'Прежняя редакция закончится накануне. Уже предложенные и действующие пары остаются на тех условиях, на которых их начали.',
  versionAdded: 'Новая редакция записана.',
  save: 'Записать',
  switchOff: 'Выключить в регионе',
  switchOn: 'Включить в регионе',
  switchTitle: (name: string, isOff: boolean) => (isOff ? `Выключить: ${name}` : `Включить: ${name}`),
  switchOffLede:
    'С указанного дня кураторы региона не смогут выбрать эту строку в новых предложениях. Пары, которые уже начались, продолжатся.',
  switchOnLede: 'С указанного дня кураторы региона снова смогут выбирать эту строку.',
  switched: { off: 'Строка выключена в регионе.', on: 'Строка снова включена в регионе.' },
  meaningHint: 'Одно-два предложения простыми словами: их прочтёт куратор, когда будет выбирать.',
  sourceHint: 'Документ или решение, на котором основана строка.',
  endedHint: 'Оставьте пустым, если срок не ограничен.',

  labels: {
    unitId: 'Чья строка',
    lists: 'Перечни',
    name: 'Название',
    meaning: 'Что значит',
    source: 'Откуда',
    mentorSides: 'Кто может быть наставником',
    menteeSides: 'Кто может быть наставляемым',
    traits: 'Что из этого следует',
    startedOn: 'С какого дня',
    endedOn: 'По какой день',
    from: 'С какого дня',
    isOff: 'Включить или выключить',
    regionId: 'Регион',
  },
};
