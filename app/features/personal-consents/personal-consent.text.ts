import { formatDay, formatDayLong } from '#app/core/dates.ts';
import type { Tone } from '#app/ui/Tag.tsx';
import type { Day } from '#db/schema.ts';
import type { OwnPurpose } from '../consent-texts/consent-text.ts';
import type { Category, ConsentState, PersonalConsentRule } from './personal-consent.ts';

/** Names of categories of data. */
export const categoryNames: Record<Category, string> = {
  name: 'фамилия, имя, отчество',
  post: 'должность',
  subject: 'предмет',
  qualification: 'квалификационная категория',
  experience: 'стаж',
  achievements: 'результаты и награды',
  photo: 'фотография',
  contacts: 'рабочие телефон и почта',
};

/** What each consent is called, in one line. */
export const consentTitles: Record<OwnPurpose, string> = {
  data_processing: 'Согласие на обработку персональных данных',
  dissemination: 'Согласие на распространение персональных данных',
  centre_transfer: 'Согласие на передачу данных в ЦНППМ',
};

/** Why it is asked, before the text itself. */
export const consentWhy: Record<OwnPurpose, string> = {
  data_processing:
    'Для работы в школе согласие не нужно. Оно нужно для того, что сверх трудовых отношений: личный телефон и почта, чтобы участники наставничества могли с вами связаться.',
  dissemination:
    'Школа рассказывает на сайте о наставничестве. Ваше имя и другие сведения появятся там, только если вы сами их отметите.',
  centre_transfer:
    'Центр непрерывного повышения мастерства помогает составить индивидуальный маршрут. Для этого школа передаёт туда имя, должность и профессиональные дефициты.',
};

/** What ends on the day of the withdrawal. */
export const stopsToday: Record<OwnPurpose, string> = {
  data_processing:
    'Школа с сегодняшнего дня не пользуется вашим личным телефоном и почтой для наставничества. Они будут удалены из карточки.',
  dissemination: 'Ваши сведения исчезают со страницы наставничества сразу, как только вы нажмёте кнопку.',
  centre_transfer:
    'Тьютор и руководитель центра узнают об этом сразу и перестают видеть содержание вашего маршрута: им остаётся только то, что он есть и как продвигается. Сам маршрут остаётся у вас; дадите согласие снова — центр снова его увидит.',
};

/** Names of states. */
export const consentStateNames: Record<ConsentState, string> = {
  given: 'действует',
  outdated: 'действует, текст обновился',
  withdrawn: 'отозвано',
  replaced: 'заменено новым',
};

/** Tones of states. */
export const consentStateTones: Record<ConsentState, Tone> = {
  given: 'ok',
  outdated: 'warn',
  withdrawn: 'grey',
  replaced: 'grey',
};

/** One sentence per rule. */
export const personalConsentSentences: Record<PersonalConsentRule, string> = {
  'consent-already-given': 'Это согласие уже действует. Обновите страницу.',
  'consent-text-changed': 'Пока вы читали, текст согласия изменился. Прочитайте новый и подпишите, если согласны.',
  'consent-not-in-force': 'Это согласие уже не действует: его отозвали или заменили новым.',
  'categories-missing': 'Отметьте хотя бы одно сведение. Если публиковать ничего не хотите, согласие не нужно.',
  'minor-never-published':
    'Сведения о тех, кому нет 18 лет, на сайте не публикуются, поэтому такое согласие не оформляется.',
  'minor-signs-with-guardian':
    'До 18 лет согласие подписывают на бумаге вместе с законным представителем. Распечатайте его и отдайте куратору.',
  'guardian-missing':
    'Человеку нет 18 лет: на бумаге нужна подпись законного представителя. Сначала запишите представителя.',
  'consent-signed-in-future': 'Дата на согласии ещё не наступила.',
  'consent-signed-too-early': 'Согласие подписано больше года назад. Проверьте дату или попросите подписать новое.',
  'withdrawn-in-future': 'Дата отзыва ещё не наступила.',
  'withdrawn-before-given': 'Отзыв не может быть раньше самого согласия. Проверьте дату.',
};

/** Words of the pages. */
export const personalConsentText = {
  documents: 'Мои документы',
  voluntary:
    'Подписывать не обязательно. Если не подпишете, ничего не изменится: об этом никто не узнает, и на работу это не влияет.',
  text: 'Текст согласия',
  signing: 'Подпись',
  signingNote: (name: string) =>
    `Нажимая кнопку, вы ставите простую электронную подпись: система запомнит имя (${name}), время и контрольную сумму текста, который вы видите.`,
  sign: 'Подписать согласие',
  signed: 'Согласие подписано.',
  already: (day: Day) => `Вы подписали это согласие ${formatDayLong(day)}`,
  renewal: 'Текст обновился. Прежнее согласие действует, пока вы не подпишете новое или не отзовёте его.',
  change: 'Вы можете подписать заново с другими отметками: прежнее согласие заменится.',
  openSigned: 'Открыть подписанное',
  categoriesHint: 'Ничего не отмечено заранее. Неотмеченное не публикуется.',
  conditionsHint: 'Например: не передавать другим сайтам, не использовать в рекламе.',
  blank: 'Распечатать для подписи от руки',
  blankDocx: 'То же в DOCX',
  title: 'Согласие',
  manner: 'Как подписано',
  electronic: 'в системе, простой электронной подписью',
  paper: 'на бумаге',
  givenOn: 'Когда подписано',
  operator: 'Кому дано',
  endedOn: 'Когда перестало действовать',
  published: 'Что разрешено публиковать',
  conditions: 'Условия и запреты',
  guardian: 'Законный представитель',
  keptUntil: 'Сколько хранится',
  kept: 'три года после отзыва или окончания, как доказательство, что согласие было',
  pdf: 'Скачать PDF',
  docx: 'Скачать DOCX',
  withdraw: 'Отозвать',
  withdrawTitle: 'Отозвать согласие?',
  withdrawLede: 'Причину называть не нужно. Отзыв ни на что в работе не влияет.',
  stops: 'Что прекратится сегодня',
  term: 'Что будет удалено и когда',
  termText: (day: Day) =>
    `То, что хранилось только по этому согласию, организация уничтожит не позднее ${formatDayLong(day)} и запишет акт.`,
  keeps: 'Что останется по закону',
  keepsText:
    'Приказы, дополнительные соглашения и согласия на наставничество остаются: кадровые документы хранят 50 или 75 лет. Само это согласие и отметка об отзыве хранятся три года. Имя и должность школа обрабатывает как работодатель, для этого согласие не нужно.',
  withdrawSubmit: 'Отозвать согласие',
  withdrawn: 'Согласие отозвано. Оно перестало действовать сейчас.',
  withdrawPaper: 'Записать отзыв с бумаги',
  withdrawPaperTitle: 'Отзыв согласия на бумаге',
  withdrawPaperLede:
    'Заявление об отзыве начинает действовать в день, когда организация его получила. Со страницы сведения исчезнут сразу.',
  withdrawPaperSaved: 'Отзыв записан, срок уничтожения пошёл.',
  ofPerson: (name: string) => `Согласия: ${name}`,
  ofPersonLede:
    'Человек подписывает согласия сам, на странице «Мои документы». Подписанное на бумаге запишите здесь. Отсутствие согласия ни о чём не говорит: просить о нём второй раз не нужно.',
  purpose: 'Согласие',
  state: 'Состояние',
  notGiven: 'не подписано',
  record: 'Записать с бумаги',
  recordTitle: 'Согласие с бумаги',
  recordSaved: 'Согласие записано.',
  recordLede: (name: string) =>
    `${name} подписывает лист от руки. Перенесите дату и отметки с листа; сам лист храните в личном деле.`,
  history: 'Подписанное раньше',
  historyEmpty: 'Других согласий не было.',
  open: 'Открыть',
  guardians: 'Законные представители',
  noGuardian: 'Нужен только тем, кому нет 18 лет. Никто не записан.',
  addGuardian: 'Записать представителя',
  editGuardian: 'Исправить',
  toPerson: 'Карточка',
  hashLine: (hash: string) => `Контрольная сумма документа: ${hash.slice(0, 16)}…`,
  fileName: (title: string, person: string) => `${title}, ${person}`,
  labels: {
    shownHash: 'Контрольная сумма текста',
    categories: 'Что можно публиковать',
    conditions: 'Мои условия и запреты',
    givenOn: 'Дата на согласии',
    guardianId: 'Законный представитель',
    withdrawnOn: 'День, когда получили заявление',
    version: 'Версия',
  },
  lasted: (from: Day, to: Day) => `${formatDay(from)} – ${formatDay(to)}`,
} as const;
