import { formatDay } from '#app/core/dates.ts';
import { entrySentences } from '../directories/directory.text.ts';
import type { EntryRule } from '../directories/directory.ts';
import type { LegalBasis, Side, Stage } from './mentorship.ts';
import type { LackRule, MentorshipRule, PairRule, TermsRule } from './mentorship-rules.ts';

/** Names of stages in lists and exports. */
export const stageNames: Record<Stage, string> = {
  proposed: 'ждём согласия',
  consented: 'готовим приказ',
  active: 'действует',
  paused: 'приостановлено',
  closed: 'завершено',
  unheld: 'не состоялось',
  expired: 'без ответа',
};

/** Names of sides. */
export const sideNames: Record<Side, string> = { mentor: 'Наставник', mentee: 'Наставляемый' };

/** Two people as one pair. */
export const pairName = (mentor: string, mentee: string) => `${mentor} — ${mentee}`;

/** Legal bases: name, and what each means in plain words (DOMAIN 2.3). */
export const basisWords: Record<LegalBasis, { name: string; plain: string }> = {
  labor_351_8: {
    name: 'ст.\u00a0351.8 Трудового кодекса',
    plain:
      'Работник помогает другому работнику той же организации по поручению работодателя. Нужны письменное согласие и дополнительное соглашение: содержание, срок, форма и оплата. Каждая сторона может закончить раньше, предупредив за три рабочих дня.',
  },
  job_function: {
    name: 'входит в трудовую функцию',
    plain:
      'Помощь новичкам уже записана в должностной инструкции и учтена в окладе. Отдельной доплаты и соглашения не нужно.',
  },
  civil_contract: {
    name: 'гражданско-правовой договор',
    plain: 'С наставником, который не работает в организации, заключают договор об оказании услуг.',
  },
  cooperation_agreement: {
    name: 'договор о сотрудничестве организаций',
    plain: 'Наставник из другой школы, вуза или от партнёра: условия записаны в договоре между организациями.',
  },
  volunteer: {
    name: 'добровольчество',
    plain: 'Наставник помогает безвозмездно и по своей воле, трудовых отношений не возникает.',
  },
  student_activity: {
    name: 'учебная или общественная деятельность',
    plain: 'Для студентов и учеников: это не работа, трудовое право не применяется.',
  },
};

/** One sentence per rule about a pair. */
const pairSentences: Record<PairRule, string> = {
  'mentor-is-mentee': 'Человек не может быть наставником самому себе.',
  'already-paired': 'Эти двое уже работают в паре или получили такое предложение на эти дни.',
  'mirror-pair':
    'Сейчас эти люди в паре наоборот: наставляемый учит наставника. Так бывает только в реверсивном наставничестве — выберите этот вид.',
  'outside-employment':
    'Срок должен целиком приходиться на время, когда оба работают в организации. Проверьте даты и периоды работы в карточках.',
  'mentor-post': 'Наставник должен занимать педагогическую или руководящую должность.',
  'mentor-young':
    'Стаж наставника не больше трёх лет: ему самому положена поддержка. Возможно только реверсивное наставничество.',
  'mentor-without-results':
    'У наставника нет ни квалификационной категории, ни подтверждённого результата. Внесите результат с подтверждением в его анкету, и пару можно будет предложить.',
  'not-taking': 'Наставник пока не берёт новых наставляемых: так отмечено в его анкете. Выберите другого человека.',
  'not-ready-remote':
    'Для дистанционного вида наставник должен отметить в анкете, что готов переписываться и уверенно работает в интернете.',
  'no-capacity':
    'У наставника не осталось свободных мест на эти дни. Выберите другого наставника или другой срок; поднять предел для одного человека может руководитель.',
  'no-hours':
    'У наставника не осталось свободных часов в неделю на эти дни. Уменьшите часы, выберите другой срок или другого наставника; поднять предел может руководитель.',
};

/** One sentence per rule about the terms. */
const termsSentences: Record<TermsRule, string> = {
  'ends-before-start': 'Последний день раньше первого.',
  'mentorship-too-long': 'Срок больше пяти лет. Укажите ближе: продлить можно будет новым приказом.',
  'starts-too-far-back': 'Начало больше чем 60\u00a0дней назад. Согласие и приказ не оформляют задним числом.',
  'starts-too-far-ahead': 'До начала больше года. Предложите ближе к делу: за год многое изменится.',
  'already-over': 'Этот срок уже закончился.',
  'basis-not-for-form':
    'К этой форме трудовое право не применяется: это не работа одного работника с другим. Выберите договор или другое основание.',
  'basis-needs-one-employer':
    'Это основание работает, только когда у обоих один работодатель. Выберите договор о сотрудничестве.',
  'not-reverse':
    'В реверсивном наставничестве учит тот, кто младше, с меньшим стажем или ниже по должности. Здесь это не так: поменяйте людей местами или выберите другой вид.',
  'minor-needs-unpaid-basis':
    'Один из участников моложе 18 лет: ему не платят и трудовых обязанностей не поручают. Выберите добровольчество или учебную деятельность.',
  'unit-closed': 'Организация закрывается раньше последнего дня. Укажите срок до её закрытия.',
};

/** One sentence per thing a mentorship may lack before its order. */
export const lackSentences: Record<LackRule, string> = {
  'topics-missing':
    'В реверсивном наставничестве нужны две темы с целями, по одной от каждого. Запишите обе на странице «Темы».',
};

/** One sentence per rule about answers, withdrawal, order and end. */
export const mentorshipSentences: Record<
  PairRule | TermsRule | MentorshipRule | EntryRule | 'mentorship-form-fk' | 'mentorship-kind-fk',
  string
> = {
  ...entrySentences,
  ...pairSentences,
  ...termsSentences,
  ...lackSentences,
  'topic-results-missing':
    'Сначала запишите результаты обеих тем: в реверсивном наставничестве они есть у каждого. Страница «Темы».',
  'not-awaiting-consent': 'Предложение уже не ждёт ответа: его отозвали или закрыли. От вас ничего не требуется.',
  'consent-already-answered': 'Ответ уже записан. Если что-то изменилось, скажите куратору.',
  'answered-in-future': 'Дата на согласии ещё не наступила.',
  'answered-too-early': 'Согласие датировано больше чем за 60\u00a0дней до предложения. Проверьте дату.',
  'not-withdrawable': 'Отозвать можно только предложение до приказа. Действующее наставничество завершают.',
  'named-in-order': 'Эта пара стоит в приказе, который готовится. Сначала отмените черновик приказа.',
  'not-active': 'Завершить можно только действующее наставничество. Обновите страницу.',
  'finish-before-start': 'Последний день раньше начала наставничества.',
  'finish-in-future': 'Последний день ещё не наступил. Запишите его, когда он пройдёт.',
  'finish-after-term': 'Последний день позже срока по приказу.',
  'mentorship-not-consented': 'Согласия есть не от всех, или предложение уже закрыто.',
  'consent-after-order': 'Согласие дано позже даты приказа.',
  'terms-not-ready':
    'Условия работы и оплаты ещё не записаны полностью. Согласие наставника даётся на известные условия: заполните их, потом вносите ответ.',
  'terms-changed': 'Условия изменились, пока вы читали. Ниже — новые: прочитайте их и ответьте ещё раз.',
  'no-capacity': pairSentences['no-capacity'],
  'no-hours': pairSentences['no-hours'],
  'mentorship-form-fk': 'Такой формы нет в справочнике. Выберите из списка.',
  'mentorship-kind-fk': 'Такого вида нет в справочнике. Выберите из списка.',
};

/** A period in words. */
export const periodWords = (startedOn: string, endedOn: string) =>
  `${formatDay(startedOn)}\u00a0– ${formatDay(endedOn)}`;
