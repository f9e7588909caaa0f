import { counted } from '#app/ui/numbers.ts';
import { productFileSentences } from '../product-files/product-file.text.ts';
import type { ProductFileRule } from '../product-files/product-file.ts';
import type { MasteryLevel } from './mastery.ts';
import type { RouteRule, RouteState, StepKind } from './route.ts';
import type { PositionNumber, PositionRule } from './route-position.ts';
import type { RevisionCause } from './route-revision.ts';
import type { PresentationLevel } from './route-step.ts';

/** Names of the seven positions (002-36). */
export const positionNames: Record<PositionNumber, string> = {
  1: 'Самоопределение: образ себя, к которому иду',
  2: 'Диагностика достижений и сильных сторон',
  3: 'Диагностика затруднений и дефицитов',
  4: 'Дорожная карта',
  5: 'Осуществление',
  6: 'Корректировка',
  7: 'Рефлексивный анализ',
};

/** What the note of a position is about. */
export const positionHints: Record<PositionNumber, string> = {
  1: 'Каким профессионалом вы хотите стать и почему выбрали именно это.',
  2: 'На что вы уже опираетесь: удачные практики, сильные области.',
  3: 'Что пока даётся трудно и в каких областях нужна помощь.',
  4: 'Почему выбраны именно эти шаги и в этом порядке.',
  5: 'Что сделано и что получилось.',
  6: 'Что менялось в маршруте и по какой причине.',
  7: 'Что изменилось по каждому дефициту и насколько вы близки к желаемому образу.',
};

/** Names of kinds, as the timeline's lanes and in choices. */
export const stepKindNames: Record<StepKind, { lane: string; full: string }> = {
  course: { lane: 'Курсы', full: 'программа обучения, курс' },
  trial: { lane: 'Пробы', full: 'пробно-поисковое действие с обучающимися' },
  innovation: { lane: 'Проекты', full: 'инновационный проект, исследование' },
  measure: { lane: 'Меры', full: 'отдельное мероприятие' },
};

/** Names of states. */
export const routeStateNames: Record<RouteState, string> = {
  active: 'идёт',
  completed: 'завершён',
  stopped: 'остановлен',
};

/** One sentence per rule. */
export const routeSentences: Record<RouteRule | PositionRule | ProductFileRule, string> = {
  ...productFileSentences,
  'route-years-four-or-five': 'Маршрут строится на 4 года или на 5 лет. Выберите один из двух сроков.',
  'route-already-over': 'С таким началом маршрут уже закончился бы. Укажите более позднее начало.',
  'route-starts-too-late': 'Начало маршрута слишком далеко: укажите день не позже чем через год.',
  'route-overlaps': 'У этого педагога уже есть действующий маршрут на эти годы. Второй открыть нельзя.',
  'route-unit-closed':
    'Центр или организация педагога закрывается раньше, чем маршрут закончится. Сначала переведите педагога.',
  'route-not-active': 'Маршрут уже завершён или остановлен, изменить его нельзя.',
  'not-a-tutor': 'У этого человека нет роли тьютора в вашем центре на этот день. Выберите другого тьютора.',
  'tutor-day-outside-route': 'День назначения должен попадать в срок маршрута.',
  'tutor-already-assigned': 'Этот тьютор уже сопровождает маршрут.',
  'route-tutor-overlaps': 'На эти дни у маршрута уже назначен другой тьютор. Укажите более поздний день.',
  'step-outside-route': 'Шаг выходит за срок маршрута. Укажите дни внутри него.',
  'step-without-gap':
    'В этой области у маршрута нет открытого дефицита, а шаг делают ради дефицита. Выберите другую область или сначала назовите дефицит.',
  'correction-needs-cause':
    'Дорожная карта уже согласована. Выберите причину корректировки и объясните её: без причины план не меняют.',
  'product-link-not-web':
    'Ссылка на продукт должна вести на страницу или документ и начинаться с https:// или http://. Программы и сценарии не принимаются.',
  'route-step-due-before-start': 'Срок шага раньше его начала. Поправьте одну из дат.',
  'step-already-closed': 'Этот шаг уже закрыт.',
  'step-needs-product-and-attitude':
    'Шаг закрывают, когда есть и продукт, и ваше отношение к результату. Напишите оба текста.',
  'position-already-completed': 'Эта позиция уже пройдена.',
  'position-not-open': 'Эта позиция ещё не открыта.',
  'earlier-position-open': 'Позиции проходят по порядку. Сначала завершите предыдущую.',
  'no-strengths-told': 'Сначала запишите достижения и ресурсы хотя бы в одной из девяти областей.',
  'diagnosis-incomplete': 'Самооценка охватывает не все девять областей. Оцените каждую.',
  'no-outside-diagnosis':
    'Затруднения смотрят с двух сторон: самооценка уже есть, результатов внешней диагностики ещё нет. Их вносит тьютор или центр; шаги маршрута можно намечать уже сейчас.',
  'no-final-reflection':
    'Маршрут завершают итоговой рефлексией: по каждому дефициту и о близости к желаемому образу. Сначала запишите её.',
  'no-target-image': 'Сначала опишите желаемый образ себя: с него начинается маршрут.',
  'roadmap-empty': 'В дорожной карте ещё нет ни одного шага. Добавьте первый.',
  'steps-still-open': 'Остались незакрытые шаги. Закройте их с продуктом или перенесите срок.',
};

/** Causes of a correction (002-40). */
export const causeNames: Record<RevisionCause, string> = {
  education: 'изменилось образование',
  requests: 'изменились мои запросы и интересы',
  organisation: 'изменилась организация',
};

/** Levels of presentation. */
export const presentationLevelNames: Record<PresentationLevel, string> = {
  organisation: 'в организации',
  municipality: 'в муниципалитете',
  region: 'в регионе',
  country: 'в стране',
};

/** Levels of mastery. */
export const masteryNames: Record<MasteryLevel, string> = {
  deficit: 'дефицит',
  basic: 'базовый уровень',
  strength: 'опора',
};

/** Words of the pages of routes. */
export const routeText = {
  title: 'Маршруты',
  ledeTutor: 'Маршруты, которые вы сопровождаете. Сверху те, где что-то просрочено.',
  ledeRegion: 'Маршруты педагогов региона. Сверху те, где что-то просрочено.',
  lede: 'Индивидуальные образовательные маршруты: где стоит каждый и что закрыто.',
  empty: 'Маршрутов пока нет. Когда центр откроет маршрут, он появится здесь.',
  emptyTutor: 'Вы пока не сопровождаете ни одного маршрута. Откройте маршрут педагога или дождитесь назначения.',
  emptyFiltered: 'С таким отбором маршрутов нет. Измените имя или сбросьте отбор.',
  open: 'Открыть маршрут',
  search: 'Имя педагога',
  show: 'Показать',
  filters: { all: 'все', overdue: 'с просроченными шагами', untutored: 'без тьютора', completed: 'завершённые' },
  figures: {
    active: 'маршрутов идёт',
    overdueRoutes: 'с просроченными шагами',
    overdueSteps: 'шагов просрочено',
    untutored: 'без тьютора',
    closed: 'шагов закрыто с продуктом',
  },
  figure: {
    position: 'позиция маршрута',
    waiting: 'продуктов ждут вашего взгляда',
    overdueFor: (days: number) => `просрочено, дольше всего ${counted(days, 'день', 'дня', 'дней')}`,
  },
  columns: {
    person: 'Педагог',
    school: 'Организация',
    year: 'Год',
    position: 'Позиция',
    steps: 'Шаги закрыты',
    overdue: 'Просрочено',
    tutor: 'Тьютор',
  },
  ofTotal: (part: number, total: number) => `${part} из ${total}`,
  overdueSteps: (steps: number) => counted(steps, 'шаг', 'шага', 'шагов'),
  noTutor: 'не назначен',
  heading: (owner: string) => `Маршрут: ${owner}`,
  ownHeading: 'Мой маршрут',
  routeLine: (year: number, years: number, from: string, to: string) => `${year}-й год из ${years}, ${from} – ${to}`,
  tutorLine: (tutor: string | null) => (tutor ? `тьютор ${tutor}` : 'тьютор не назначен'),
  back: 'Маршруты',
  backToRoute: 'К маршруту',
  roadmap: 'Дорожная карта',
  roadmapEmpty: 'В дорожной карте пока нет шагов. Добавьте первый: курс, пробу, проект или меру.',
  roadmapEmptyReader: 'В дорожной карте пока нет шагов.',
  asPicture: 'Картина по годам',
  positions: 'Семь позиций',
  positionStates: { done: 'пройдена', open: 'открыта', later: 'впереди' },
  completedOn: (day: string) => `завершена ${day}`,
  openedOn: (day: string) => `открыта ${day}`,
  complete: 'Завершить позицию',
  tasks: 'Ждут вас',
  moreTasks: (count: number) => `Ещё ${count} в таблице шагов`,
  tasksEmpty: 'Сейчас ничего не ждёт вашего решения.',
  taskClose: 'Закрыть шаг',
  taskNote: 'Посмотреть и написать',
  taskMove: 'Изменить срок',
  productWaits: 'Продукт ждёт вашего взгляда',
  stepClosedOn: (day: string) => `закрыт ${day}`,
  overdueBy: (days: number) => `просрочен на ${counted(days, 'день', 'дня', 'дней')}`,
  stepDue: (day: string) => `срок ${day}`,
  image: 'Желаемый образ',
  imageEmpty: 'Образ пока не описан.',
  imageTitle: 'Желаемый образ себя',
  imageLede: 'Каким профессионалом вы хотите стать за эти годы. Образ можно уточнять, пока маршрут идёт.',
  imageSaved: 'Образ записан.',
  writeImage: 'Описать образ',
  stateOnly: 'Вам видны позиция, сроки и доля закрытых шагов. Содержание маршрута принадлежит педагогу и его тьютору.',
  stepFacts: {
    kind: 'Вид',
    area: 'Область',
    title: 'Шаг',
    term: 'Срок',
    state: 'Состояние',
    expected: 'Ожидаемый продукт',
    product: 'Продукт',
    attitude: 'Отношение к результату',
    note: 'Заметка тьютора',
    result: 'Результат',
    acts: 'Действия',
    goal: 'Цель',
    gap: 'Дефицит',
    learning: 'Где учусь',
    presentation: 'Представление',
    choice: 'Почему этот шаг',
    alternatives: 'Другие варианты',
  },
  noArea: 'не указана',
  term: (from: string, to: string) => `${from} – ${to}`,
  learningPlace: (organisation: string, number: string, hours: number | null) =>
    [organisation, number && `реестр № ${number}`, hours && `${hours} ч`].filter(Boolean).join(', '),
  gapChoice: (area: string, description: string) => (description ? `${area}: ${description}` : area),
  noGaps:
    'Открытых дефицитов пока нет, а шаг делают ради дефицита. Пройдите самооценку затруднений или назовите дефицит сами.',
  diagnosis: 'Диагностика',
  instruments: 'Инструменты диагностики',
  importResults: 'Результаты из файла',
  toDiagnosis: 'К диагностике',
  optionalPart: 'Где, сколько часов, как представлю (необязательно)',
  addStep: 'Добавить шаг',
  numbered: (number: number) => `№ ${number}`,
  addStepTitle: 'Новый шаг маршрута',
  addStepLede: (from: string, to: string) => `Шаг ставят внутри срока маршрута: с ${from} по ${to}.`,
  stepAdded: 'Шаг добавлен в дорожную карту.',
  editStep: 'Изменить',
  editStepTitle: 'Изменить шаг',
  stepSaved: 'Шаг изменён.',
  closeStep: 'Закрыть',
  closeStepTitle: 'Закрыть шаг',
  closeStepLede:
    'Что осталось после шага, словами или файлом, и как вы сами относитесь к результату. Без обоих шаг не закрыть.',
  stepClosed: 'Шаг закрыт, продукт записан.',
  noteStep: 'Заметка',
  talkStep: 'Обсудить',
  itemsStep: 'Наставничество',
  filesStep: 'Файлы',
  life: 'События',
  noteStepTitle: 'Заметка тьютора',
  stepNoted: 'Заметка сохранена.',
  positionTitle: (number: number, name: string) => `Позиция ${number}. ${name}`,
  positionCompleted: 'Позиция завершена.',
  routeCompleted: 'Все семь позиций пройдены, маршрут завершён.',
  tutorTitle: 'Тьютор маршрута',
  tutorLede: (owner: string) => `Кто сопровождает маршрут: ${owner}. Срок прежнего тьютора закончится накануне.`,
  assign: 'Назначить',
  assignTutor: 'Назначить тьютора',
  changeTutor: 'Сменить тьютора',
  tutorAssigned: 'Тьютор назначен.',
  noTutors: 'В центре пока нет ни одного тьютора. Откройте сотруднику роль тьютора.',
  noOtherTutors: 'Других тьюторов в центре пока нет. Откройте роль тьютора ещё одному сотруднику.',
  tutorPeriods: 'Кто сопровождал',
  periodOpen: (from: string) => `с ${from}`,
  openTitle: 'Открыть маршрут',
  openLede: 'Найдите педагога региона по имени и выберите его из списка.',
  openLedeChosen: (name: string, school: string) =>
    `${name}, ${school}. Семь позиций появятся сразу, первая откроется.`,
  openSearchShort: 'Напишите хотя бы три буквы имени.',
  openNobody: 'Педагогов с таким именем в регионе нет. Проверьте, как пишется фамилия.',
  openNoCentre: 'В вашем регионе нет действующего центра, который мог бы открыть маршрут.',
  choose: 'Выбрать',
  hasRoute: 'маршрут уже открыт',
  chooseAnother: 'Выбрать другого педагога',
  opened: 'Маршрут открыт. Педагог получил уведомление.',
  tutorLater: 'назначу позже',
  years: { 4: '4 года', 5: '5 лет' },
  found: (count: number) => `Найдено: ${counted(count, 'человек', 'человека', 'человек')}.`,
  labels: {
    personId: 'Педагог',
    centreId: 'Центр',
    years: 'Срок маршрута',
    startedOn: 'Начало',
    tutorId: 'Тьютор',
    targetImage: 'Желаемый образ',
    from: 'С какого дня',
    note: 'Заметка',
    kind: 'Вид шага',
    area: 'Какой дефицит закрываю',
    title: 'Что делаю',
    expectedProduct: 'Ожидаемый продукт',
    dueOn: 'Срок',
    product: 'Продукт',
    productLink: 'Ссылка на продукт',
    files: 'Файлы продукта',
    attitude: 'Моё отношение к результату',
    goal: 'Измеримая цель',
    choiceReason: 'Почему именно этот шаг',
    alternatives: 'Какие ещё варианты рассматривали',
    organisation: 'Организация',
    registerNumber: 'Номер программы в реестре',
    hours: 'Часов',
    presentationForm: 'Форма представления продукта',
    presentationLevel: 'Уровень представления',
    presentationPlace: 'Где представляю',
    presentedOn: 'Когда представляю',
    cause: 'Причина корректировки',
    reason: 'Что изменилось',
    version: 'Версия',
  },
  hints: {
    expectedProduct: 'Например, разработка урока, диагностика, сценарий, методика.',
    product: 'Что именно получилось. Если прикладываете файл, можно не писать: запишем его название.',
    productLink: 'Адрес страницы или документа, если он есть в сети.',
    goal: 'По чему будет видно, что получилось: сколько, у кого, к какому сроку.',
    choiceReason: 'Что убедило выбрать именно его.',
    alternatives: 'Другие курсы, стажировки, пробы, из которых выбирали.',
    presentationForm: 'Например, открытый урок, мастер-класс, публикация.',
    correction: 'Дорожная карта согласована: изменение станет корректировкой, прежняя редакция сохранится.',
    reason: 'Одна-две фразы: почему план теперь другой.',
    attitude: 'Довольны ли вы, что удалось, что сделали бы иначе.',
    positionNote: 'Позиция 6 идёт вместе с позицией 5 и завершается после неё.',
  },
};
