import type { BundleFailure, BundleFormat, BundleRule, BundleState } from './bundle.ts';

/** One sentence per rule. */
export const bundleSentences: Record<BundleRule, string> = {
  'nothing-to-bundle': 'Собирать пока нечего: нет ни одного утверждённого документа, который вам можно читать.',
  'too-many-papers': 'Документов больше 500, в один сборник они не поместятся. Скачайте их по одному из журнала.',
  'too-many-bundles': 'Три ваших сборника уже готовятся. Дождитесь их или отмените один.',
  'bundle-settled': 'Этот сборник уже готов или отменён.',
  'bundle-of-nothing': 'Выберите организацию и год.',
  'rights-changed': 'С тех пор ваши права изменились: часть документов вам больше не видна. Соберите сборник заново.',
};

/** Why a bundle failed, and what to do. */
export const bundleFailures: Record<BundleFailure, string> = {
  'too-heavy': 'Сборник вышел слишком большим. Соберите документы по парам или в другом виде.',
  'rights-lost': 'Пока сборник готовился, документы перестали быть вам доступны. Обратитесь к куратору.',
  fault: 'Сборник не получился из-за ошибки. Попробуйте ещё раз; если повторится, сообщите администратору.',
};

/** Names of states. */
export const bundleStates: Record<BundleState, string> = {
  waiting: 'в очереди',
  working: 'готовится',
  ready: 'готов',
  failed: 'не получился',
  cancelled: 'отменён',
  expired: 'удалён по сроку',
};

/** Names of formats. */
export const bundleFormats: Record<BundleFormat, string> = {
  pdf: 'Один PDF с содержанием',
  docx: 'Архив ZIP с файлами DOCX',
};

/** Words of the pages of bundles. */
export const bundleText = {
  title: 'Сборники документов',
  lede: 'Все документы пары или года одним файлом. Готовый сборник хранится семь дней, видите его только вы.',
  empty: 'Сборников пока нет.',
  caption: 'Ваши сборники',
  ask: 'Собрать документы за год',
  askMentorship: 'Собрать документы пары',
  newTitle: 'Собрать документы',
  newLede: 'В сборник войдут утверждённые документы, которые вам можно читать.',
  nowhere: 'Собирать документы за год могут руководитель, куратор и кадровик организации.',
  submit: 'Собрать',
  asked: 'Сборник поставлен в очередь. Он готовится сам, страницу можно закрыть.',
  name: 'Сборник',
  state: 'Состояние',
  when: 'Когда',
  papers: 'Документов',
  labels: {
    unitId: 'Организация',
    year: 'Год',
    format: 'Вид',
    mentorshipId: 'Пара',
    version: 'Версия',
  },
  yearHint: 'Календарный год регистрации, например 2026',
  ofYear: (unit: string, year: number) => `${unit}: документы за ${year} год`,
  ofMentorship: (mentors: string, mentees: string) => `${mentors} — ${mentees}: документы наставничества`,
  ofMentorshipShort: 'Документы наставничества',
  waiting: 'Сборник в очереди',
  working: 'Сборник готовится',
  ready: 'Сборник готов',
  readyText: (papers: number, pages: number | null, size: string, until: string) =>
    `Документов: ${papers}${pages === null ? '' : `, страниц: ${pages}`}, ${size}. Хранится до ${until} включительно.`,
  megabytes: (size: string) => `${size} МБ`,
  download: 'Скачать',
  failedTitle: 'Сборник не получился',
  cancelled: 'Сборник отменён.',
  expired: 'Сборник хранился семь дней и удалён. Его можно собрать заново.',
  again: 'Собрать заново',
  cancel: 'Отменить',
  cancelTitle: 'Отменить сборник',
  cancelLede: 'То, что уже сделано, пропадёт. Собрать документы можно будет заново.',
  cancelSubmit: 'Отменить сборник',
  back: 'Сборники документов',
  toActs: 'Документы',
  paperTitles: {
    supplement: 'Дополнительное соглашение к трудовому договору',
    programme: 'Персонализированная программа наставничества',
    numbered: (number: string, day: string) => `№ ${number} от ${day}`,
    since: (day: string) => `с ${day}`,
  },
  zipName: (position: number, title: string) => `${String(position).padStart(3, '0')} ${title}`,
};
