import { formatDay } from '#app/core/dates.ts';
import { counted } from '#app/ui/numbers.ts';
import type {
  Format,
  MenteeCategory,
  Occasion,
  RemoteReason,
  RequestRule,
  RequestState,
  Wish,
} from './mentoring-request.ts';

/** Occasions (002-20). */
export const occasionNames: Record<Occasion, string> = {
  young_specialist: 'начинаю работать, молодой специалист',
  new_organisation: 'осваиваюсь в новой организации',
  new_position: 'вступаю в новую должность',
  after_attestation: 'есть рекомендации после аттестации',
  technology: 'внедряю технологию или методику',
  exchange: 'хочу обменяться опытом',
};

/** Occasions as others read them. */
export const occasionOf: Record<Occasion, string> = {
  young_specialist: 'молодой специалист',
  new_organisation: 'адаптация в новой организации',
  new_position: 'вступление в новую должность',
  after_attestation: 'рекомендации после аттестации',
  technology: 'внедрение технологии',
  exchange: 'обмен опытом',
};

/** Categories of mentees (002-11). */
export const menteeCategoryNames: Record<MenteeCategory, string> = {
  beginner: 'начинающий педагог',
  new_skill: 'опытный педагог, нужна новая технология или навык',
  new_to_staff: 'недавно в коллективе',
  other_education: 'без педагогического образования',
};

/** Ways of working together. */
export const formatNames: Record<Format, string> = {
  in_person: 'очно',
  remote: 'дистанционно',
  hybrid: 'смешанно',
};

/** Reasons of remote work (000-2). */
export const remoteReasonNames: Record<RemoteReason, string> = {
  rural: 'далеко ехать: сельская школа',
  travel_cost: 'нет средств на поездки',
  inclusive: 'нужен специалист по инклюзии, рядом такого нет',
  nobody_near: 'рядом нет педагога по этому предмету',
};

/** States in lists. */
export const requestStateNames: Record<RequestState, string> = {
  open: 'ищем наставника',
  matched: 'наставник найден',
  withdrawn: 'снят',
};

/** Wishes about colleagues. */
export const wishNames: Record<Wish, string> = { prefer: 'хотелось бы', avoid: 'лучше не надо' };

/** One sentence per rule. */
export const requestSentences: Record<RequestRule | 'request-area-area-fk', string> = {
  'not-employed': 'Запрос подаёт тот, кто сейчас работает в организации. Проверьте в карточке места работы.',
  'request-already-open': 'Открытый запрос уже есть. Откройте его и дополните: второй не нужен.',
  'remote-needs-reason': 'Отмечено только «дистанционно». Выберите почему: так легче найти подходящего человека.',
  'request-not-open': 'Запрос уже закрыт: наставник найден или запрос сняли. Обновите страницу.',
  'wish-for-self': 'Это вы сами. Выберите коллегу.',
  'request-area-area-fk': 'Такой области нет в справочнике. Выберите из списка.',
};

/** Words of the pages of requests. */
export const requestText = {
  title: 'Запросы на наставника',
  lede: (total: number) => `Найдено: ${total}. Сначала те, кто ждёт дольше.`,
  newTitle: 'Запрос на наставника',
  newLede: 'Минута — и коллеги узнают, с чем вам помочь. Всё можно изменить потом.',
  newFor: (name: string) => `Вы заполняете за человека: ${name}. Он увидит запрос и сможет его поправить.`,
  fill: 'Заполнить запрос',
  alreadyOpen: 'Открытый запрос уже есть.',
  openIt: 'Открыть его',
  send: 'Сохранить и выбрать области',
  saved: 'Запрос сохранён. Отметьте области, и можно выбирать наставника.',
  changed: 'Запрос изменён.',
  editTitle: 'Изменить запрос',
  areasTitle: 'В каких областях нужна помощь',
  areasLede: 'Отметьте одну или несколько. Если ни одна не подходит, просто сохраните: слов в запросе достаточно.',
  areasSaved: 'Области отмечены.',
  areas: 'Области',
  noAreas: 'не отмечены',
  wishesTitle: 'Пожелания о наставнике',
  wishesLede:
    'Это видите только вы. Кого вы просите не предлагать, тех система молча не предложит; об этом не узнает никто, и куратор тоже.',
  wishSaved: 'Пожелание записано.',
  noWishes: 'Пожеланий пока нет: подойдёт любой из коллег.',
  wishes: 'Ваши пожелания',
  wishOptions: { prefer: 'хотелось бы именно его или её', avoid: 'лучше не предлагать', none: 'без пожеланий' },
  withdrawTitle: 'Снять запрос',
  withdrawLede: 'Запрос закроется, коллегам больше ничего не придёт. Новый можно подать в любой день.',
  withdraw: 'Снять запрос',
  withdrawn: 'Запрос снят.',
  search: 'Имя или фамилия',
  stateFilter: 'Какие показать',
  stateOptions: { open: 'ищем наставника', all: 'все' },
  anyArea: 'любая',
  area: 'Область',
  emptyOwn: 'Запросов пока нет. Если нужен наставник, заполните запрос: это займёт минуту.',
  emptyFound: 'По этому отбору запросов нет. Измените поиск или отбор.',
  since: (day: string) => `с ${formatDay(day)}`,
  outside: 'вышел за пределы школы',
  asking: 'ждём ответа коллеги',
  nobody: 'внутри никто не подходит',
  open: 'Открыть',
  who: 'Кто',
  unit: 'Организация',
  onBehalf: 'Заполнил куратор. Вы можете всё поправить.',
  anyFormat: 'любой',
  noSubject: 'не указан',
  sharedYes: 'видят коллеги, которые могут помочь',
  sharedNo: 'видите вы, куратор и тот, кого вы попросите',
  words: 'Ваши слова',
  choose: 'Выбрать наставника',
  offeredOutside: 'Муниципальный координатор предложил наставника из другой организации. Ждём ответа его и его школы.',
  foundOutside: 'Наставник из другой организации согласен, и его школа тоже. Куратор предложит наставничество обоим.',
  findOutside: 'Подобрать наставника',
  goOutside: 'Искать в других школах',
  stayInside: 'Не искать в других школах',
  outsideKey: 'Другие организации',
  outsideSince: (day: string) => `с ${formatDay(day)} запрос видит муниципальный координатор`,
  surveys: 'Опросы потребностей',
  matchedLine: 'Наставничество предложено по этому запросу.',
  toMentorship: 'Открыть',
  edit: 'Изменить',
  toAreas: 'Области',
  toWishes: 'Пожелания',
  back: 'К запросам',
  backToRequest: 'К запросу',
  state: 'Состояние',
  opened: 'Подан',
  count: (count: number) => counted(count, 'запрос', 'запроса', 'запросов'),
  labels: {
    personId: 'Кто',
    occasion: 'Повод',
    menteeCategory: 'Кто вы',
    subject: 'Предмет',
    difficulties: 'С чем нужна помощь',
    expectation: 'Какого наставника ждёте',
    formats: 'Как удобно работать',
    remoteReason: 'Почему дистанционно',
    isShared: 'Показать мои слова коллегам, которые могут помочь',
    areas: 'Области',
    mentorId: 'Коллега',
    wish: 'Пожелание',
    version: 'Версия',
  },
  hints: {
    difficulties: 'Своими словами, двух предложений хватит. Без имён учеников.',
    expectation: 'Например: «спокойно объяснит, придёт на урок, поделится материалами».',
    formats: 'Ничего не отмечено — подойдёт любой способ.',
    remoteReason: 'Нужно, если отмечено только «дистанционно».',
    isShared:
      'Без отметки коллеги видят только предмет, области и повод, без имени и слов. Тот, кого вы попросите сами, увидит всё.',
  },
};
