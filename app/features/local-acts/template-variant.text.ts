import { fieldLabels } from './act-fields.text.ts';
import type { VariantProblem, VariantRule } from './template-variant.ts';

/** One sentence per rule. */
export const variantSentences: Record<VariantRule, string> = {
  'variant-as-standard': 'Текст совпадает со стандартным: свой вариант не нужен.',
  'variant-missing': 'Своего варианта уже нет: документы составляются по стандартному шаблону.',
};

const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** What is wrong with an own text, and what to do. */
export function variantProblemWords({ rule, where }: VariantProblem): string {
  switch (rule) {
    case 'unknown-placeholder':
      return `В тексте есть место «${where}», которого программа не знает. Возьмите название из списка подстановок.`;
    case 'missing-placeholder':
      return `В тексте нет обязательной подстановки {{${where}}} (${fieldLabels[where] ?? where}). Добавьте её.`;
    case 'bad-placeholder':
      return `Подстановка записана с ошибкой: «${cut(where)}». Нужны две фигурные скобки с каждой стороны и название латинскими буквами.`;
    case 'bad-table':
      return `В строке таблицы другое число ячеек, чем в её заголовке: «${cut(where)}».`;
    case 'table-row-alone':
      return `У таблицы нет заголовка с долями ширины, например «| № :1 | Мероприятие:5 |»: «${cut(where)}».`;
    case 'subpoint-alone':
      return `Подпункт стоит без пункта перед ним: «${cut(where)}».`;
    case 'no-header':
      return 'Заголовок шаблона не читается. Вернитесь к стандартному тексту и внесите изменения ещё раз.';
    case 'too-many-lines':
      return 'В тексте слишком много строк. Сократите его.';
  }
}

/** What facts stand for, by placeholder; names of fields are said by their labels. */
const factWords: Readonly<Record<string, string>> = {
  organisation: 'название организации',
  references: 'правовые акты: на основании чего',
  signerPost: 'должность руководителя в подписи',
  signerName: 'инициалы и фамилия руководителя',
  signerGenitive: 'руководитель, в родительном падеже',
  regulationOn: 'дата действующего положения',
  regulationNumber: 'номер действующего положения',
  roadMapOn: 'дата дорожной карты',
  roadMapNumber: 'номер дорожной карты',
  orderOn: 'дата приказа о внедрении',
  orderNumber: 'номер приказа о внедрении',
  forms: 'формы наставничества',
  kinds: 'виды наставничества',
  acquainted: 'список ознакомления',
  assignments: 'закрепления: по одному на пару или группу',
  grounds: 'основания приказа',
  isLabour: 'есть ли работа по статье 351.8 (только для условия)',
  programmeDueOn: 'срок первых результатов',
  indicators: 'показатели периода',
  goals: 'задачи программы',
  doneItems: 'выполненные мероприятия',
  mentorships: 'наставничество этого человека',
  tenureWords: 'стаж наставничества',
  madeOn: 'день составления',
  mentors: 'наставники',
  mentees: 'наставляемые',
  form: 'форма наставничества',
  kind: 'вид наставничества',
  newFrom: 'день, следующий за последним днём прежнего наставника',
  replacementWords: 'слова «и замене наставника», если назначен новый',
  orderWords: 'каким приказом закрепили пару',
  itemsDone: 'сколько мероприятий выполнено',
  itemsAll: 'сколько мероприятий в плане',
  mentorSigns: 'подписи наставников',
  menteeSigns: 'подписи наставляемых',
};

const endings: readonly [string, string][] = [
  ['Genitive', 'в родительном падеже'],
  ['Dative', 'в дательном падеже'],
  ['Accusative', 'в винительном падеже'],
  ['Instrumental', 'в творительном падеже'],
  ['Post', 'должность'],
  ['Signed', 'инициалы и фамилия'],
];

/** What a placeholder stands for, in words. */
export function placeholderWords(name: string): string {
  const told = factWords[name] ?? fieldLabels[name];
  if (told) return told;
  for (const [ending, words] of endings) {
    const base = name.endsWith(ending)
      ? (factWords[name.slice(0, -ending.length)] ?? fieldLabels[name.slice(0, -ending.length)])
      : '';
    if (base) return `${base}, ${words}`;
  }
  return '';
}

/** Words of the pages of own templates. */
export const variantText = {
  title: 'Шаблоны организации',
  lede: 'Документы составляются по стандартным шаблонам. Любой из них можно переписать под себя: уже составленные документы не изменятся.',
  kind: 'Документ',
  state: 'Какой шаблон',
  standard: (version: number) => `стандартный, редакция ${version}`,
  own: (version: number) => `свой, редакция ${version}`,
  outdatedOwn: 'стандартный шаблон с тех пор обновился',
  edit: 'Изменить',
  editTitle: (title: string) => `Шаблон: ${title}`,
  editLede:
    'Каждая строка — отдельная часть документа. Подстановки в двойных фигурных скобках программа заменит данными.',
  labels: { unitId: 'Организация', heading: 'Заголовок к тексту', body: 'Текст шаблона', version: 'Версия' },
  bodyHint:
    'Знаки в начале строки: «1.» — пункт, «1.1.» — подпункт, «#» — раздел, «!» — выделенная строка, «>» — гриф справа, «<» — отметка слева, «@ должность / имя» — подпись, «|» — таблица. «?(имя)» — только если значение есть, «*(имя)» — повторить для каждой строки списка.',
  save: 'Сохранить свой вариант',
  saved: 'Свой вариант сохранён. Новые документы составляются по нему.',
  placeholders: 'Что можно подставить',
  placeholder: 'Подстановка',
  means: 'Что это',
  list: (columns: string) => `список; в строке: ${columns}`,
  required: 'обязательно',
  differences: 'Чем отличается от стандартного',
  noDifferences: 'Текст совпадает со стандартным.',
  removedLine: 'убрано',
  addedLine: 'добавлено',
  end: 'Вернуться к стандартному',
  endTitle: 'Вернуться к стандартному шаблону',
  endLede:
    'Новые документы будут составляться по стандартному шаблону. Ваш текст останется в истории, составленные документы не изменятся.',
  ended: 'Теперь документы составляются по стандартному шаблону.',
  back: 'Шаблоны организации',
  toTemplates: 'Шаблоны',
  noUnit: 'Вы не ведёте шаблоны ни одной организации.',
};
