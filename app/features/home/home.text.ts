import { formatDay, formatDayAndMonth } from '#app/core/dates.ts';
import { counted, plural } from '#app/ui/numbers.ts';
import type { HomeFigure, shortList, TaskKind } from './home.ts';

/** What each task says, why it waits and what its button does. */
export const taskWords: Record<TaskKind, { title: (about: string) => string; why: string; act: string }> = {
  match: {
    title: (about) => `Подобрать наставника: ${about}`,
    why: 'Молодой педагог, наставника пока нет',
    act: 'Подобрать',
  },
  'consent-mine': {
    title: (about) => `Ответить на предложение: ${about}`,
    why: 'Без вашего согласия ничего не начнётся. Отказ ни на что не влияет',
    act: 'Посмотреть',
  },
  'consents-missing': {
    title: (about) => `Ждём согласия: ${about}`,
    why: 'Ответили ещё не все. Бумажное согласие можно внести самим',
    act: 'Открыть',
  },
  'terms-to-set': {
    title: (about) => `Записать условия: ${about}`,
    why: 'Наставник соглашается на известные условия: содержание, срок, форму и оплату',
    act: 'Заполнить',
  },
  'zero-pay-to-ground': {
    title: (about) => `Решить о работе без оплаты: ${about}`,
    why: 'По статье\u00a0351.8 нужно ваше письменное основание, иначе приказ не утвердить',
    act: 'Решить',
  },
  'supplement-to-draw-up': {
    title: (about) => `Составить соглашение: ${about}`,
    why: 'Условия записаны, осталось составить и подписать соглашение с наставником',
    act: 'Составить',
  },
  'supplement-to-sign': {
    title: (about) => `Отметить подписание: ${about}`,
    why: 'Соглашение составлено. Когда подпишут обе стороны, внесите даты',
    act: 'Отметить',
  },
  'programme-to-begin': {
    title: (about) => `Начать программу: ${about}`,
    why: 'Приказ утверждают вместе с программой',
    act: 'Начать',
  },
  'order-to-draw-up': {
    title: (about) => `Подготовить приказ: ${about}`,
    why: 'Обе стороны согласны, осталось оформить',
    act: 'Подготовить',
  },
  'order-returned': {
    title: (about) => `Исправить документ: ${about}`,
    why: 'Руководитель вернул его с замечанием',
    act: 'Открыть',
  },
  'order-to-approve': {
    title: (about) => `Утвердить: ${about}`,
    why: 'Документ готов и ждёт вашего решения',
    act: 'Прочитать',
  },
  'act-to-review': {
    title: (about) => `Посмотреть текст: ${about}`,
    why: 'Вас попросили сказать, всё ли верно, до решения руководителя',
    act: 'Прочитать',
  },
  'act-to-read': {
    title: (about) => `Ознакомиться: ${about}`,
    why: 'Документ утверждён и касается вас. Прочитайте и подтвердите',
    act: 'Прочитать',
  },
  'programme-missing': {
    title: (about) => `Составить программу: ${about}`,
    why: 'Пара работает, а программы с целями и сроками ещё нет',
    act: 'Составить',
  },
  'programme-to-approve': {
    title: (about) => `Утвердить программу: ${about}`,
    why: 'Цели и план заполнены',
    act: 'Прочитать',
  },
  'stimulus-to-approve': {
    title: (about) => `Решить о поощрении: ${about}`,
    why: 'Куратор предложил, решаете вы',
    act: 'Открыть',
  },
  'stimulus-to-pay': { title: (about) => `Отметить выплату: ${about}`, why: 'Руководитель утвердил', act: 'Открыть' },
  'profile-missing': {
    title: (about) => `Дополнить анкету наставника: не хватает ${about}`,
    why: 'По анкете вас выбирают и подбирают пары; начать можно с телефона',
    act: 'Посмотреть',
  },
  'result-to-confirm': {
    title: (about) => `Подтвердить результат наставника: ${about}`,
    why: 'Без подтверждённого результата или категории пару предложить нельзя',
    act: 'Посмотреть',
  },
  'plan-item': { title: (about) => about, why: 'Мероприятие вашей программы', act: 'Отметить' },
  'route-step-mine': {
    title: (about) => about,
    why: 'Шаг вашего маршрута закрывается с продуктом и вашим отношением к результату',
    act: 'Закрыть шаг',
  },
  'route-product-waits': { title: (about) => about, why: 'Продукт ждёт вашего взгляда', act: 'Прочитать' },
  'route-product-more': { title: (about) => about, why: 'Тьютор просит дополнить продукт', act: 'Дополнить' },
  'route-proposal': { title: (about) => about, why: 'Тьютор предлагает это в ваш маршрут', act: 'Ответить' },
  'route-transfer': {
    title: (about) => `Передать маршрут: ${about}`,
    why: 'Вы работаете в новой организации, маршрут ждёт вашего решения',
    act: 'Решить',
  },
  'move-to-answer': { title: (about) => about, why: 'Педагог сообщил, что перешёл к вам', act: 'Ответить' },
  'route-step-overdue': { title: (about) => about, why: 'Шаг маршрута ждёт продукта', act: 'Открыть' },
  'component-offer': {
    title: (about) => `Ответить на предложение: ${about}`,
    why: 'Муниципалитет или регион готов обеспечить этот компонент',
    act: 'Посмотреть',
  },
  'contour-gaps': {
    title: (about) => `Закрыть пробелы: ${about}`,
    why: 'Этих компонентов системы наставничества сейчас никто не обеспечивает',
    act: 'Открыть',
  },
  'staff-list': {
    title: (about) => `Список проверен: ${about}`,
    why: 'Посмотрите, что изменится, и примените',
    act: 'Посмотреть',
  },
  'calendar-year': {
    title: (about) => `Внести производственный календарь: ${about}`,
    why: 'Без него не посчитать сроки в рабочих днях',
    act: 'Внести',
  },
  invitation: {
    title: (about) => `Приглашение не использовано: ${about}`,
    why: 'Человек ещё не придумал пароль. Ссылку можно передать снова',
    act: 'Открыть',
  },
  'survey-mine': {
    title: () => 'Ответить на опрос: нужен ли вам наставник',
    why: 'Минута времени, участие добровольное',
    act: 'Ответить',
  },
  'choose-mentor': {
    title: () => 'Выбрать наставника по вашему запросу',
    why: 'Показаны самые подходящие коллеги, попросить можно одного',
    act: 'Выбрать',
  },
  'ask-mine': {
    title: (about) => `Вас просят о наставничестве: ${about}`,
    why: 'Отказ ни на что не влияет, и о нём никто не узнает',
    act: 'Ответить',
  },
  'outward-mine': {
    title: (about) => `Другая организация просит о наставничестве: ${about}`,
    why: 'Отказ ни на что не влияет, и о нём никто не узнает',
    act: 'Ответить',
  },
  'pair-ready': {
    title: (about) => `Предложить готовую пару: ${about}`,
    why: 'Наставник согласен помочь, осталось предложить и оформить',
    act: 'Предложить',
  },
  'request-waits': {
    title: (about) => `Запрос ждёт наставника: ${about}`,
    why: 'Никого ещё не попросили. Можно выбрать вместе или предложить пару самим',
    act: 'Выбрать',
  },
  'request-nobody': {
    title: (about) => `Внутри некому помочь: ${about}`,
    why: 'Подходящих не осталось. Предложите человеку поискать в других организациях',
    act: 'Посмотреть',
  },
  'outward-home': {
    title: (about) => `Вашего педагога просят в наставники: ${about}`,
    why: 'Другой организации нужен наставник, нужен ваш ответ',
    act: 'Ответить',
  },
  'home-agreement': {
    title: (about) => `Согласовать наставника в другую организацию: ${about}`,
    why: 'Без ответа вашей организации приказ там не утвердят',
    act: 'Ответить',
  },
  'erasure-due': {
    title: (about) => `Уничтожить данные по отозванным согласиям: ${about}`,
    why: 'Закон даёт 30\u00a0дней после отзыва; акт составит система',
    act: 'Открыть',
  },
  'guardian-withdrew': {
    title: (about) => `Завершить наставничество: ${about}`,
    why: 'Законный представитель отозвал согласие на участие несовершеннолетнего',
    act: 'Завершить',
  },
  'request-unmet': {
    title: (about) => `Подобрать наставника извне: ${about}`,
    why: 'В своей организации помочь некому, человек согласен искать снаружи',
    act: 'Подобрать',
  },
};

/** What each figure counts. */
export const figureWords: Record<HomeFigure['kind'], string> = {
  active: 'пар действуют',
  'in-preparation': 'оформляются',
  'without-mentor': 'молодых педагогов без наставника',
  routes: 'маршрутов сопровождаете',
  'route-steps-overdue': 'шагов просрочено',
  people: 'человек в организации',
  organisations: 'организаций',
  'with-gaps': 'организаций с пробелами в контурах',
  'requests-unmet': 'запросов ждут наставника извне',
};

const waiting = ({ shown: { length }, hasMore }: ReturnType<typeof shortList>) =>
  hasMore
    ? `Вас ждёт больше ${counted(length, 'дела', 'дел', 'дел')}.`
    : `${counted(length, 'дело', 'дела', 'дел')} ${plural(length, 'ждёт', 'ждут', 'ждут')} вас.`;

/** Words of the home page. */
export const homeText = {
  tabTitle: 'Сегодня',
  title: (day: string) => `Сегодня, ${formatDayAndMonth(day)}`,
  lede: (unit: string | null, schoolYear: string, tasks: ReturnType<typeof shortList>) =>
    [unit, `${schoolYear} учебный год.`].filter(Boolean).join(' · ') +
    (tasks.shown.length === 0 ? ' Сейчас ничего не ждёт вас.' : ` ${waiting(tasks)}`),
  waits: 'Ждёт вас',
  nothing: 'Дел нет: всё, что зависело от вас, сделано. Новое появится здесь само.',
  more: 'Показаны первые дела каждого вида. Когда сделаете их, появятся следующие.',
  numbers: 'В цифрах',
  since: (day: string) => `с ${formatDay(day)}`,
  until: (day: string) => `до ${formatDay(day)}`,
  late: (days: number) => `просрочено на ${counted(days, 'день', 'дня', 'дней')}`,
  quick: 'Куда дальше',
  ownRoute: 'Мой маршрут',
  offers: 'Что взять в маршрут',
  move: 'Перехожу в другую организацию',
  ownProfile: 'Моя анкета наставника',
  readiness: 'Готовность и кодекс наставляемого',
  freeTime: 'Моё свободное время',
  calendar: 'Производственный календарь',
  mentors: 'Наставники организации',
  requests: 'Нужен наставник? Мои запросы',
  monitoring: 'Открыть мониторинг',
  actSet: 'Обязательные документы',
  papers: 'Каких бумаг не хватает',
  documents: 'Мои документы',
  notices: (unread: number) => (unread === 0 ? 'Уведомления' : `Уведомления: новых ${unread}`),
  noRoles: 'У вас пока нет ролей. Попросите куратора или администратора открыть доступ.',
};

const NAMED_GAPS = 3;

/** A year in words. */
export function calendarYear(year: number): string {
  return `${year}\u00A0год`;
}

/** What an organisation lacks: the first few by name, the rest counted. */
export function contourGaps(missing: readonly string[]): string {
  const named = missing.slice(0, NAMED_GAPS).join(', ');
  const rest = missing.length - NAMED_GAPS;
  return rest > 0 ? `${named} и ещё ${rest}` : named;
}
