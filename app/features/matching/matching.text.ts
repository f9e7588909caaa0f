import { formatDay } from '#app/core/dates.ts';
import { counted, plural } from '#app/ui/numbers.ts';
import type { LoadWarning } from '../mentor-profiles/workload.ts';
import type { PairRule } from '../mentorships/mentorship-rules.ts';
import type { ChangeCode, Refusal } from './matching.ts';
import type { EngineRule } from './pool-rules.ts';
import { engineRuleWords, scorePartWords } from './score.text.ts';

/** What a part says about a candidate, in a few words. */
export const partWords = scorePartWords;

/** The rule that refused, with its facts. */
export const refusalWords: Record<PairRule | EngineRule, (values: Refusal['values']) => string> = {
  avoided: () => engineRuleWords.avoided.rule,
  'direct-subordination': () => engineRuleWords['direct-subordination'].rule,
  'format-not-common': () => engineRuleWords['format-not-common'].rule,
  'no-common-time': () => engineRuleWords['no-common-time'].rule,
  'mentor-is-mentee': () => 'Это сам наставляемый',
  'already-paired': () => 'Уже в паре с этим человеком',
  'mirror-pair': () => 'Сейчас наставляемый сам учит этого человека',
  'outside-employment': () => 'Период выходит за время работы',
  'mentor-post': () => 'Должность не педагогическая и не руководящая',
  'mentor-young': () => 'Сам молодой педагог: стаж не больше трёх лет',
  'mentor-without-results': () => 'Нет категории и подтверждённых результатов',
  'not-taking': () => 'Пока не берёт новых наставляемых',
  'not-ready-remote': () => 'Не отметил готовность работать дистанционно',
  'no-capacity': ({ taken = 0, limit = 0 }) => `Предел нагрузки: ${taken} из ${limit}`,
  'no-hours': ({ hours = 0, mostHours = 0 }) => `Предел часов в неделю: занято ${hours} из ${mostHours}`,
};

/** What is said of the load before it refuses (BR-07). */
export const warningWords: Record<LoadWarning, { mark: string; text: string }> = {
  'people-near-limit': {
    mark: 'много наставляемых',
    text: 'Наставляемых станет больше, чем советует локальный акт. Предложить можно, но спросите наставника, хватит ли сил.',
  },
  'hours-near-limit': {
    mark: 'много часов',
    text: 'Часов в неделю станет больше, чем советует локальный акт. Предложить можно, но спросите наставника, хватит ли времени.',
  },
};

/** What would change a refusal. */
export const changeWords: Record<ChangeCode, (day: string | null) => string> = {
  nothing: () => 'Ничего: нужен другой человек',
  'place-frees': (day) => (day ? `Место освободится ${formatDay(day)}` : 'Когда место освободится'),
  'raise-limit': () => 'Предел нагрузки выше: свой меняет наставник в анкете, предел организации — руководитель',
  'end-of-pair': (day) => (day ? `Наставничество завершится ${formatDay(day)}` : 'Завершение прежнего наставничества'),
  'reverse-kind': () => 'Реверсивный вид наставничества',
  'longer-employment': () => 'Период внутри дат приёма и увольнения обеих сторон',
  'other-post': () => 'Педагогическая или руководящая должность',
  'more-experience': () => 'Стаж больше трёх лет или реверсивный вид',
  'fewer-hours': () => 'Меньше часов в неделю',
  'confirmed-result': () => 'Результат с подтверждением в анкете или квалификационная категория',
  'pause-ends': (day) => (day ? `Пауза до ${formatDay(day)}` : 'Когда наставник снова откроет приём в анкете'),
  'other-form': () => engineRuleWords['direct-subordination'].change,
  'common-format': () => engineRuleWords['no-common-time'].change,
  'ready-remote': () => 'Отметка о готовности в анкете или другой вид',
};

/** Words of the pages of matching. */
export const matchingText = {
  title: 'Люди без наставника',
  requests: 'Запросы на наставника',
  lede: (count: number) => `Найдено: ${count}. Сначала те, кто начал преподавать позже других.`,
  who: 'Кого показать',
  whoOptions: { young: 'молодых педагогов', all: 'всех работающих' },
  search: 'Имя или фамилия',
  sinceUnknown: 'стаж не указан',
  sinceDay: (day: string) => `преподаёт с ${day}`,
  choose: 'Подобрать',
  forAll: 'Подобрать всем',
  scenarios: 'Сценарии подбора',
  weightsLink: 'Веса подбора',
  mentors: 'Наставники и нагрузка',
  kinds: 'Вид наставничества',
  usualKind: 'Обычное',
  reverseKind: 'Реверсивное: учат и учатся оба',
  changeWeights: 'Изменить веса',
  emptyYoung: 'У всех молодых педагогов есть наставник или предложение. Можно посмотреть остальных работающих.',
  emptyAll: 'Людей без наставника нет. Если список работников ещё не загружен, начните с него.',
  emptyFound: 'Никто не подошёл. Измените поиск или отбор.',
  matchTitle: (name: string) => `${name}: подбор наставника`,
  menteeLine: (work: string, experience: string) => [work, experience].filter(Boolean).join(', '),
  suitable: (count: number) =>
    count === 0
      ? 'Пока никто не подходит'
      : `${plural(count, 'Подходит', 'Подходят', 'Подходят')} ${counted(count, 'человек', 'человека', 'человек')}`,
  period: (from: string, to: string) => `Места и даты посчитаны на период ${from} – ${to}.`,
  elsewhere: 'другая организация',
  propose: 'Предложить',
  nobody: 'Никто из организации сейчас не подходит. Ниже видно, что помешало и что это изменит.',
  nobodyAtAll: 'Кроме этого человека, в организации никто не работает. Загрузите список работников.',
  more: (count: number) => `Остальные, кто подходит: ${counted(count, 'человек', 'человека', 'человек')}`,
  refused: (count: number) =>
    `Почему не ${plural(count, 'предложен', 'предложены', 'предложены')} ещё ${counted(count, 'человек', 'человека', 'человек')}`,
  cut: (shown: number, all: number) => `Показаны первые ${shown} из ${all}.`,
  refusedCaption: 'Кто не предложен и почему',
  whoColumn: 'Кто',
  rule: 'Правило',
  change: 'Что изменило бы',
  liveLine: (name: string) => `Наставничество уже есть или предложено: ${name}`,
  weights: 'Как посчитаны баллы',
  weightsText: (parts: string) =>
    `Баллы складываются из шести частей: ${parts}. Решаете вы: баллы только помогают не пропустить подходящего человека.`,
  weight: (name: string, ceiling: number) => `${name} — до ${ceiling}`,
  back: 'Люди без наставника',
  proposeTitle: 'Предложить наставничество',
  proposeLede: (mentor: string, mentee: string) => `${mentor} — наставник, ${mentee} — наставляемый.`,
  proposeNote:
    'Обе стороны увидят эти условия слово в слово и ответят на своей странице. Отказ ни на что не влияет. Наставничество начнётся только после приказа.',
  labels: {
    formCode: 'Форма',
    kindCode: 'Вид',
    legalBasis: 'Основание',
    focus: 'О чём наставничество',
    hoursPerWeek: 'Часов в неделю',
    startedOn: 'Первый день',
    endedOn: 'Последний день',
  },
  toDirectories: 'Что значит каждая форма и каждый вид',
  focusHint: 'Содержание работы: с чем помочь, чему научить. Это увидят обе стороны.',
  hoursHint: 'Сколько времени это займёт у наставника. Пусто — считаем один час.',
  hindrances: (from: string, to: string, rules: string) =>
    `Предложить на период ${from} – ${to} сейчас нельзя. ${rules}. Другие даты или другой вид могут это изменить.`,
  send: 'Отправить обоим',
  sent: 'Предложение отправлено. Когда обе стороны ответят, вы получите уведомление.',
  backToMatch: 'К подбору',
};
