import type { PlanItemKind, ProgrammeRule, ProgrammeState } from './programme.ts';

/** States of a programme. */
export const programmeStateNames: Record<ProgrammeState, string> = { draft: 'черновик', approved: 'утверждена' };

/** Kinds of plan items. */
export const planItemKindNames: Record<PlanItemKind, string> = {
  meeting: 'встреча',
  lesson_visit: 'посещение урока',
  training: 'обучение',
  trial: 'проба на уроке',
  innovation: 'инновационная работа',
  other: 'другое',
};

/** How an item stands. */
export const itemStateNames = { done: 'сделано', overdue: 'срок прошёл', ahead: 'впереди' };

/** One sentence a rule. */
export const programmeSentences: Record<ProgrammeRule, string> = {
  'programme-needs-problem': 'Опишите затруднение наставляемого: с чего начинается эта программа.',
  'programme-needs-aim': 'Напишите цель программы.',
  'programme-needs-goal': 'Добавьте хотя бы одну задачу с показателем, начальным и целевым значением.',
  'programme-goal-not-measurable': 'У одной из задач нет показателя, начального или целевого значения. Дополните её.',
  'programme-needs-item': 'Добавьте в план хотя бы одно мероприятие.',
  'plan-items-outside':
    'Срок одного из мероприятий выходит за даты программы. Поправьте срок мероприятия или даты программы.',
  'programme-exists': 'Программа этой пары уже начата. Откройте её и дополните.',
  'mentorship-not-ready': 'Программу составляют, пока пара готовится или работает. Это наставничество уже закрыто.',
  'programme-ends-before-start': 'Последний день программы раньше первого. Поправьте даты.',
  'programme-outside-mentorship': 'Даты программы выходят за срок наставничества. Поставьте дни внутри этого срока.',
  'programme-already-approved': 'Программа утверждена, её текст больше не меняется.',
  'programme-not-approved': 'Отметить мероприятие можно после того, как руководитель утвердит программу.',
  'programme-goal-position-taken': 'Задачу с этим номером только что добавил другой человек. Сохраните ещё раз.',
  'plan-item-outside-programme': 'Срок мероприятия должен быть внутри дат программы.',
  'plan-item-already-done': 'Это мероприятие уже отмечено выполненным.',
  'done-in-future': 'День выполнения ещё не наступил. Поставьте сегодняшний или прошедший день.',
  'done-before-start': 'День выполнения раньше начала программы.',
};

/** Labels of the fields. */
export const programmeLabels = {
  problem: 'Затруднение наставляемого',
  aim: 'Цель программы',
  startedOn: 'Первый день',
  endedOn: 'Последний день',
  version: 'Версия',
};

/** Labels of a goal's fields. */
export const goalLabels = {
  aim: 'Что хотим изменить',
  indicator: 'Показатель: по чему это будет видно',
  startValue: 'Сейчас',
  targetValue: 'К концу программы',
  version: 'Версия',
};

/** Labels of an item's fields. */
export const planItemLabels = {
  kind: 'Вид',
  topic: 'Тема',
  dueOn: 'Срок',
  product: 'Что должно получиться',
  doneOn: 'Когда сделано',
  resultNote: 'Что получилось',
  version: 'Версия',
};

/** Words of the pages of programmes. */
export const programmeText = {
  title: 'Программа наставничества',
  pair: (mentors: string, mentees: string) => [mentors, mentees].filter(Boolean).join(' — '),
  period: (from: string, to: string) => `${from}–${to}`,
  approvedBy: (name: string, day: string) => `Утвердил(а) ${name}, ${day}.`,
  toMentorship: 'Пара',
  toProgramme: 'Программа',
  none: 'Программы пока нет',
  noneLede: 'Программа отвечает на три вопроса: что беспокоит наставляемого, чего хотим достичь и по какому плану.',
  noneForHead:
    'Её составляют наставник, наставляемый или куратор. Когда всё заполнено, программа придёт вам на утверждение.',
  draft: 'Начать программу',
  draftTitle: 'Новая программа',
  draftLede: 'Достаточно дат: остальное можно дописать позже вместе со второй стороной.',
  drafted: 'Черновик создан. Добавьте задачи и план.',
  edit: 'Изменить',
  editTitle: 'Замысел и сроки',
  edited: 'Программа сохранена.',
  mentorshipPeriod: (from: string, to: string) => `Наставничество длится с ${from} по ${to}.`,
  idea: 'Замысел',
  form: 'Форма',
  kind: 'Вид',
  term: 'Сроки',
  missing: 'Чтобы руководитель утвердил программу, не хватает:',
  ready: 'Всё заполнено. Программа ждёт решения руководителя.',
  goals: 'Задачи',
  goalsEmpty: 'Задач пока нет. Запишите, что изменится и по какому показателю это будет видно.',
  goalsCaption: 'Задачи программы с показателями',
  goalAdd: 'Добавить задачу',
  goalAdded: 'Задача добавлена.',
  goalEditTitle: 'Задача',
  goalSaved: 'Задача сохранена.',
  goalRemove: 'Убрать',
  goalRemoveTitle: 'Убрать задачу?',
  goalRemoved: 'Задача убрана.',
  goalHint: 'Например: доля пятиклассников, которые объясняют решение вслух',
  acts: 'Действия',
  plan: 'План мероприятий',
  planCaption: 'План мероприятий программы',
  planEmpty: 'План пока пуст. Добавьте первую встречу или посещение урока.',
  planDone: (done: number, total: number) => `Сделано ${done} из ${total}`,
  itemAdd: 'Добавить мероприятие',
  itemAdded: 'Мероприятие добавлено в план.',
  itemEditTitle: 'Мероприятие',
  itemSaved: 'Мероприятие сохранено.',
  itemRemove: 'Убрать',
  itemRemoveTitle: 'Убрать мероприятие?',
  itemRemoved: 'Мероприятие убрано из плана.',
  itemDue: (from: string, to: string) => `День внутри программы: с ${from} по ${to}`,
  itemDone: 'Отметить',
  itemDoneTitle: 'Мероприятие сделано',
  itemDoneSubmit: 'Отметить сделанным',
  itemDoneHint: 'Одной-двумя фразами: что попробовали, что осталось после встречи',
  itemWasDone: 'Отмечено. Это видно второй стороне и куратору.',
  state: 'Состояние',
  next: 'Что дальше',
  until: (day: string) => `до ${day}`,
  allDone: 'Всё по плану сделано.',
  approve: 'Утвердить',
  approveTitle: 'Утвердить программу',
  approveOpen: 'Прочитать и утвердить',
  approveLede: 'Прочитайте замысел, задачи и план: утверждается ровно этот текст. После утверждения он не меняется.',
  approved: 'Программа утверждена, пара получила уведомление.',
  pdf: 'Скачать PDF',
  fileName: (mentees: string) => `Программа наставничества, ${mentees}`,
  planOnly: 'Вам как тьютору открыт план этой программы.',
};
