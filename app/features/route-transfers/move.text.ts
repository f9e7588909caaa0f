import { counted } from '#app/ui/numbers.ts';
import type { MoveState } from './move.queries.server.ts';
import type { EarlyReason, MoveRule, PauseReason } from './move.ts';
import type { TransferState } from './transfer.queries.server.ts';

/** One sentence per rule. */
export const moveSentences: Record<MoveRule, string> = {
  'move-already-asked':
    'Вы уже написали о переходе, и организация ещё не ответила. Отзовите прежнее сообщение или подождите.',
  'person-move-elsewhere': 'Вы уже числитесь в этой организации. Выберите другую.',
  'move-too-early': 'Переход записывают не раньше первого рабочего дня. Вернитесь сюда в этот день.',
  'move-too-late':
    'Этот день был больше трёх месяцев назад. Попросите кадровую службу новой организации записать работу.',
  'move-answered': 'На это сообщение уже есть ответ.',
  'move-unit-closed': 'Эта организация закрывается или закрыта. Выберите другую.',
  'transfer-answered': 'Решение о передаче маршрута уже принято.',
  'transfer-no-centre':
    'В новом регионе пока нет центра, который мог бы сопровождать маршрут. Маршрут останется у прежнего.',
  'route-already-paused': 'Маршрут уже на паузе.',
  'route-not-paused': 'Маршрут не на паузе.',
  'pause-expected-before-start': 'День возвращения раньше начала паузы. Поправьте одну из дат.',
  'pause-outside-route': 'Пауза начинается внутри срока маршрута и не позже сегодняшнего дня.',
  'return-before-pause': 'День возвращения не может быть раньше начала паузы.',
  'plan-item-not-own': 'Этот пункт не из вашей программы наставничества. Выберите пункт из списка.',
  'plan-item-taken': 'Этот пункт уже служит другому шагу маршрута.',
};

/** Why a route rests. */
export const pauseReasonNames: Record<PauseReason, string> = {
  parental: 'отпуск по уходу за ребёнком',
  illness: 'болезнь',
  service: 'служба',
  study: 'учёба',
  other: 'другое',
};

/** Why a route ends before its term. */
export const earlyReasonNames: Record<EarlyReason, string> = {
  reached: 'цели маршрута достигнуты раньше',
  left_profession: 'ухожу из профессии',
  other_path: 'выбираю другой путь развития',
  other: 'другая причина',
};

/** How a word about moving stands. */
export const moveStateNames: Record<MoveState, string> = {
  asked: 'ждёт ответа',
  accepted: 'принят',
  declined: 'не принят',
  withdrawn: 'отозвано',
};

/** How a transfer stands. */
export const transferStateNames: Record<TransferState, string> = {
  pending: 'решает педагог',
  done: 'передан',
  kept: 'остаётся',
};

/** Words of the pages of moves. */
export const moveText = {
  title: 'Перехожу в другую организацию',
  lede: (unit: string) =>
    `Сейчас вы числитесь здесь: ${unit}. Напишите, куда перешли: новая организация подтвердит, что вы у неё работаете.`,
  find: 'Название новой организации',
  findHint: 'Напишите хотя бы три буквы и нажмите «Показать».',
  found: 'Организация',
  foundNothing: 'Такой организации не нашлось. Попробуйте другую часть названия.',
  send: 'Отправить',
  asked: 'Сообщение отправлено. Вы узнаете, когда новая организация ответит.',
  standing: (unit: string, day: string) => `${unit}, с ${day}`,
  standingTitle: 'Ваше последнее сообщение',
  withdraw: 'Отозвать',
  withdrawTitle: 'Отозвать сообщение о переходе',
  withdrawn: 'Сообщение отозвано.',
  backHome: 'На главную',
  takesRouteHint:
    'С этого дня маршрут целиком увидят центр и тьютор нового региона, а прежние перестанут видеть новое. Без отметки маршрут останется у прежнего центра, решить можно позже.',
  listTitle: 'Кто переходит к вам',
  listLede: 'Педагоги, которые сообщили о переходе в вашу организацию. Подтвердите тех, кто действительно принят.',
  listEmpty: 'Пока никто не сообщал о переходе к вам.',
  columns: { person: 'Педагог', from: 'Откуда', post: 'Должность', day: 'С какого дня', state: 'Ответ' },
  answer: 'Ответить',
  answerTitle: (name: string) => `${name} переходит к вам`,
  answerLede: (from: string, day: string) => `Сейчас числится: ${from}. Первый рабочий день у вас: ${day}.`,
  answerNote:
    'Если подтвердите, появится место работы в вашей организации. Прежнее место завершит прежняя кадровая служба.',
  choices: { accepted: 'Да, работает у нас', declined: 'Нет, у нас не работает' },
  answered: { accepted: 'Педагог принят, место работы записано.', declined: 'Ответ отправлен педагогу.' },
  backToList: 'Кто переходит к вам',

  transfersTitle: 'Передача маршрутов',
  transfersLede: 'Маршрут следует за педагогом только с его согласия. Здесь видно, кого ждём и что уже передано.',
  transfersEmpty: 'Передач пока не было.',
  transferColumns: { person: 'Педагог', from: 'Откуда', to: 'Куда', day: 'Предложено', state: 'Решение' },
  nameHidden: 'педагог другого региона',
  decideTitle: 'Передать маршрут в новую организацию?',
  decideLede: (unit: string, centre: string) =>
    `Вы теперь работаете здесь: ${unit}. Сопровождать маршрут мог бы центр: ${centre}.`,
  decideNote:
    'Если согласитесь, новый центр увидит весь маршрут, а прежние школа и центр с этого дня перестанут его видеть. Шаги, продукты и редакции сохранятся.',
  decide: 'Записать решение',
  decisions: { done: 'Да, передать маршрут', kept: 'Нет, оставить у прежнего центра' },
  decided: { done: 'Маршрут передан новому центру.', kept: 'Маршрут остаётся у прежнего центра.' },

  lifeTitle: 'События маршрута',
  lifeLede: 'Паузы, переходы и досрочное завершение. Содержание маршрута остаётся на его странице.',
  backToRoute: 'К маршруту',
  shiftReason: 'Возвращение после паузы: сроки сдвинуты по моему согласию',
  pauses: 'Паузы',
  pausesEmpty: 'Пауз не было.',
  transfers: 'Переходы',
  transfersNone: 'Маршрут всегда был в одной организации.',
  pauseLine: (from: string, to: string | null) => (to ? `${from} – ${to}` : `с ${from}, ещё идёт`),
  expected: (day: string) => `вернуться собирались ${day}`,
  shifted: (days: number) => `сроки шагов сдвинуты на ${counted(days, 'день', 'дня', 'дней')}`,
  pause: 'Поставить на паузу',
  pauseTitle: 'Поставить маршрут на паузу',
  pauseLede: 'На время долгого отпуска или болезни. Пока маршрут на паузе, ничего не считается просроченным.',
  paused: 'Маршрут на паузе. Возвращайтесь, когда сможете.',
  return: 'Вернуться к маршруту',
  returnTitle: 'Вернуться к маршруту',
  returnLede: 'Сроки шагов сами не меняются. Отметьте, если хотите сдвинуть их на время паузы.',
  returned: (steps: number) =>
    steps > 0
      ? `С возвращением. Сдвинуто: ${counted(steps, 'шаг', 'шага', 'шагов')}.`
      : 'С возвращением. Сроки шагов прежние.',
  end: 'Завершить досрочно',
  endTitle: 'Завершить маршрут досрочно',
  endLede: 'Всё сделанное сохранится. Продолжить этот маршрут потом нельзя, но можно открыть новый.',
  ended: 'Маршрут завершён досрочно.',
  endedLine: (reason: string, day: string) => `${day}: ${reason}`,
  earlyEnd: 'Досрочное завершение',

  itemsTitle: (title: string) => `Наставничество для шага: ${title}`,
  itemsLede:
    'Отметьте пункты вашей программы наставничества, которые и есть этот шаг. Тогда вы увидите их один раз, а не дважды.',
  itemsEmpty: 'В ваших утверждённых программах наставничества пока нет пунктов.',
  itemsSaved: 'Связь с программой наставничества записана.',
  itemDue: (day: string) => `срок ${day}`,
  itemDone: (day: string) => `сделано ${day}`,
  itemTaken: 'уже служит другому шагу',

  labels: {
    unitId: 'Организация',
    postCode: 'Должность',
    subject: 'Предмет',
    startsOn: 'Первый рабочий день',
    takesRoute: 'Согласие: передать мой образовательный маршрут вместе со мной',
    answer: 'Работает ли педагог у вас',
    decision: 'Ваше решение',
    reason: 'Причина',
    startedOn: 'С какого дня',
    expectedUntil: 'Когда собираетесь вернуться',
    returnedOn: 'Первый день после паузы',
    shifts: 'Сдвинуть сроки открытых шагов на время паузы',
    reflection: 'Что вы берёте с собой из этого маршрута',
    itemIds: 'Пункты программы',
    version: 'Версия',
  },
  hints: { shifts: 'Шаги не выйдут за последний день маршрута.', subject: 'Если ведёте предмет.' },
};
