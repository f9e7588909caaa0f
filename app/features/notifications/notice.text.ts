import { formatDayLong } from '#app/core/dates.ts';
import type { NoticeKind } from './notice.ts';

type Values = Readonly<Record<string, string>>;

/** The sentence of each kind; values come from the act. */
export const noticeSentences: Record<NoticeKind, (values: Values) => string> = {
  'mentorship-proposed': ({ person = '' }) =>
    `Вам предложено наставничество: ${person}. Посмотрите условия и ответьте.`,
  'mentorship-consented': ({ person = '' }) => `Обе стороны согласны: ${person}. Можно готовить приказ.`,
  'mentorship-declined': ({ person = '' }) => `Предложение не подошло: ${person}. Подберите другого наставника.`,
  'mentorship-active': ({ person = '' }) => `Приказ подписан, наставничество началось: ${person}.`,
  'mentorship-member-declined': ({ person = '' }) =>
    `Один из участников не войдёт в группу: ${person}. Остальные продолжают без него.`,
  'mentorship-begun': ({ person = '' }) => `Все согласны, наставничество началось: ${person}.`,
  'mentorship-expired': ({ person = '' }) =>
    `Предложение снято, ответили не все: ${person}. Предложите ещё раз или подберите другого наставника.`,
  'mentorship-ending': ({ person = '', day = '' }) =>
    `Наставничество завершится ${formatDayLong(day)}: ${person}. До этого дня всё продолжается.`,
  'mentorship-kept': ({ person = '' }) => `Наставничество продолжается до срока по приказу: ${person}.`,
  'mentorship-closed': ({ person = '' }) => `Наставничество завершено: ${person}.`,
  'mentorship-withdrawn': ({ person = '' }) => `Предложение отозвано: ${person}. От вас ничего не требуется.`,
  'terms-changed': ({ person = '' }) =>
    `Изменились условия вашей работы наставником: ${person}. Посмотрите, что стало иначе.`,
  'zero-pay-to-decide': ({ person = '' }) =>
    `Работа наставника записана без оплаты: ${person}. Нужно ваше письменное основание.`,
  'zero-pay-decided': ({ person = '' }) => `Руководитель дал основание работы без оплаты: ${person}.`,
  'mentorship-paused': ({ person = '' }) => `Наставничество приостановлено: ${person}. Срок и план сохраняются.`,
  'mentorship-resumed': ({ person = '' }) => `Наставничество возобновлено: ${person}.`,
  'topic-result-told': ({ person = '' }) => `Записан результат темы: ${person}.`,
  'member-invited': ({ person = '' }) =>
    `Вас приглашают в действующее наставничество: ${person}. Посмотрите условия и ответьте.`,
  'member-agreed': ({ person = '' }) => `Приглашённый согласен: ${person}. Запишите приказ, и он войдёт в состав.`,
  'member-declined': ({ person = '' }) => `Приглашение не подошло: ${person}. Пригласите другого.`,
  'members-changed': ({ person = '' }) => `В вашем наставничестве изменился состав: ${person}.`,
  'mentor-replaced': ({ person = '' }) =>
    `Наставником назначен другой: ${person}. Спасибо за вашу работу, она сохранена.`,
  'membership-ended': () => 'Ваше участие в наставничестве завершено. Сделанное сохранено.',
  'order-to-approve': ({ heading = '' }) => `Документ ждёт вашего решения: ${heading}.`,
  'order-approved': ({ heading = '', number = '' }) => `Документ утверждён: ${heading}, № ${number}.`,
  'order-returned': ({ heading = '' }) => `Документ возвращён на доработку: ${heading}.`,
  'act-to-review': ({ heading = '' }) => `Вас просят посмотреть текст документа: ${heading}.`,
  'act-reviewed': ({ heading = '' }) => `Есть ответ о тексте документа: ${heading}.`,
  'act-to-read': ({ heading = '' }) => `Ознакомьтесь с документом: ${heading}.`,
  'programme-approved': ({ person = '' }) => `Программа утверждена: ${person}.`,
  'route-opened': () => 'Открыт ваш индивидуальный образовательный маршрут.',
  'route-tutor-assigned': ({ person = '' }) => `Вам назначен маршрут: ${person}.`,
  'route-step-closed': ({ title = '' }) => `Шаг маршрута закрыт с продуктом: ${title}.`,
  'route-step-noted': ({ title = '' }) => `Тьютор оставил заметку к шагу: ${title}.`,
  'route-corrected': ({ title = '' }) => `Дорожная карта скорректирована: ${title}. Прежняя редакция сохранена.`,
  'route-diagnosed': ({ title = '' }) => `В ваш маршрут внесены результаты диагностики: ${title}.`,
  'route-shift-proposed': ({ from = '' }) =>
    `Вам предлагают перенести начало маршрута на ${from}. Без вашего согласия сроки не изменятся.`,
  'route-shift-answered': ({ person = '', answer = '' }) => `Перенос начала маршрута, ${person}: ${answer}.`,
  'stimulus-to-approve': ({ person = '' }) => `Поощрение ждёт вашего решения: ${person}.`,
  'stimulus-approved': ({ kind = '' }) => `Вам назначено поощрение: ${kind}.`,
  'staff-list-checked': ({ file = '' }) => `Список проверен: ${file}. Посмотрите, что изменится.`,
  'staff-list-applied': ({ file = '' }) => `Список загружен: ${file}.`,
  'component-offered': ({ component = '' }) =>
    `Есть предложение обеспечить у вас компонент «${component}». Примите его или отклоните.`,
  'component-offer-accepted': ({ component = '', unit = '' }) => `${unit}: предложение принято, «${component}».`,
  'component-offer-declined': ({ component = '', unit = '' }) => `${unit}: предложение отклонено, «${component}».`,
  'mentor-asked': () => 'Вас просят о наставничестве. Посмотрите запрос и ответьте: отказ ни на что не влияет.',
  'mentor-volunteered': () => 'Коллега откликнулся на ваш запрос. Посмотрите и решите.',
  'ask-reminder': () => 'Напоминаем: вас просили о наставничестве, ответа ещё ждут.',
  'ask-accepted': () => 'Коллега готов стать наставником. Осталось предложить и оформить наставничество.',
  'ask-passed': () => 'Пока не сложилось. Можно попросить следующего коллегу.',
  'offer-taken': () => 'Ваш отклик приняли. Куратор предложит наставничество, там будут все условия.',
  'outward-asked': () =>
    'Другая организация просит вас стать наставником. Посмотрите и ответьте: отказ ни на что не влияет.',
  'outward-home': () => 'Вашего педагога просят в наставники в другую организацию. Посмотрите и ответьте.',
  'outward-agreed': () => 'Наставник из другой организации согласен. Осталось предложить и оформить наставничество.',
  'outward-passed': () => 'Предложение наставника из другой организации не сложилось. Можно предложить следующего.',
  'survey-opened': () => 'Открыт опрос: нужен ли вам наставник. Ответ занимает минуту.',
  'survey-reminder': () => 'Напоминаем об опросе: нужен ли вам наставник.',
  'request-entered': () => 'Куратор заполнил за вас запрос на наставника. Посмотрите и поправьте, если нужно.',
  'consent-withdrawn': ({ person = '' }) =>
    `Согласие о персональных данных отозвано: ${person}. Данные по нему нужно уничтожить за 30\u00a0дней.`,
  'transfer-withdrawn': ({ person = '' }) =>
    `Отозвано согласие на передачу данных в центр: ${person}. Новых сведений из школы не будет.`,
  'role-granted': ({ role = '' }) => `Вам открыта роль: ${role}.`,
};

/** Words of the notices page. */
export const noticeText = {
  title: 'Уведомления',
  empty: 'Уведомлений пока нет. Здесь появится всё, что касается вас: предложения, решения, сроки.',
  markRead: 'Отметить всё прочитанным',
  marked: 'Уведомления отмечены прочитанными.',
  unread: 'новое',
  open: 'Открыть',
  lede: (unread: number) => (unread === 0 ? 'Непрочитанных нет.' : `Непрочитанных: ${unread}.`),
};
