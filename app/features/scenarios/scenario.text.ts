import { counted, plural } from '#app/ui/numbers.ts';
import { refusalWords } from '../matching/matching.text.ts';
import { engineRuleWords } from '../matching/score.text.ts';
import { mentorshipSentences } from '../mentorships/mentorship.text.ts';
import type {
  AimKind,
  CandidateRule,
  FailureCode,
  PinState,
  Pool,
  ScenarioRule,
  ScenarioState,
  Unplaced,
} from './scenario.ts';
import { isPairRule } from './scenario-rules.ts';

/** Names of states. */
export const stateNames: Record<ScenarioState, string> = {
  waiting: 'в очереди',
  solving: 'считается',
  solved: 'готов',
  failed: 'не посчитан',
  published: 'опубликован',
  discarded: 'отложен',
};

/** Whom mentors are sought for. */
export const poolNames: Record<Pool, string> = {
  young: 'молодым педагогам без наставника',
  all: 'всем работающим без наставника',
  requests: 'авторам открытых запросов',
};

/** What comes first. */
export const aimNames: Record<AimKind, { name: string; hint: string }> = {
  coverage: {
    name: 'Сначала больше людей с наставником',
    hint: 'Потом — чтобы никому не достался наставник намного хуже, чем другим, потом — сумма баллов.',
  },
  quality: {
    name: 'Только хорошие пары',
    hint: 'Пары ниже порога не составляются: часть людей может остаться без наставника.',
  },
};

/** One sentence per rule about scenarios. */
export const scenarioSentences: Record<ScenarioRule | 'once-different', string> = {
  'unit-closed': mentorshipSentences['unit-closed'],
  'too-many-scenarios': 'Неопубликованных сценариев уже двадцать. Отложите ненужные и начните новый.',
  'scenario-busy': 'Сценарий ещё считается. Подождите немного и обновите страницу.',
  'scenario-settled': 'Этот сценарий уже опубликован, отложен или не посчитан: изменить его нельзя. Начните новый.',
  'scenario-not-solved': 'Сравнивать можно только посчитанные сценарии.',
  'nothing-to-publish': 'В этом сценарии нет ни одной пары.',
  'nobody-left-to-propose':
    'Пока сценарий лежал, всё изменилось: ни одну из его пар сейчас предложить нельзя. Пересчитайте его.',
  'pin-against-rule': 'Эту пару закрепить нельзя: против неё стоит правило. Оно названо на странице наставляемого.',
  'not-in-scenario': 'Этого человека в сценарии нет. Выберите из списка.',
  'already-pinned-or-banned': 'Об этой паре решение уже записано. Сначала отмените его.',
  'mentee-pinned-twice': 'За этим человеком уже закреплён другой наставник. Сначала отмените то решение.',
  'kind-one-by-one':
    'Такие наставничества составляют по одному: там важны темы обеих сторон, состав группы или само событие.',
  'once-different': 'Эта форма уже отправлена с другими данными. Откройте страницу заново.',
};

/** Why a scenario could not be solved, and what to do. */
export const failureSentences: Record<FailureCode, string> = {
  'nobody-waits': 'Людей без наставника, подходящих под ваш выбор, сейчас нет. Подбирать некому.',
  'nobody-to-mentor': 'В организации никто не работает. Загрузите список работников.',
  'too-many-people': 'С одной из сторон больше трёх тысяч человек. Подбирайте по организациям.',
  'too-heavy': 'Расчёт не уложился в отведённые время и память. Сузьте выбор людей и попробуйте ещё раз.',
  fault: 'Расчёт прервался из-за ошибки программы. Попробуйте ещё раз; если повторится, сообщите администратору.',
};

/** Why a candidate is not taken, in words about the person; `load` fills in the places. */
export function ruleWords(
  rule: CandidateRule,
  load: { taken: number; limit: number } = { taken: 0, limit: 0 },
): string {
  if (isPairRule(rule)) return refusalWords[rule](load);
  switch (rule) {
    case 'side-not-for-form':
      return 'Эта форма наставничества не для этих двоих';
    case 'banned':
      return 'Вы запретили эту пару';
    case 'under-threshold':
      return 'Баллов меньше порога';
    case 'mirrored':
      return 'Этот человек сам назначен наставляемому';
    default:
      return engineRuleWords[rule].rule;
  }
}

/** A rule as a count of people: «нет свободных мест — 12». */
export function countedRule(rule: CandidateRule, count: number): string {
  return `${ruleHeadings[rule] ?? ruleWords(rule).toLowerCase()} — ${count}`;
}

const ruleHeadings: Partial<Record<CandidateRule, string>> = {
  'no-capacity': 'нет свободных мест',
  'already-paired': 'уже в паре',
  'mentor-is-mentee': 'сам наставляемый',
  'mentor-young': 'сами молодые педагоги',
  'mentor-post': 'должность не педагогическая',
  'outside-employment': 'срок выходит за время работы',
  'side-not-for-form': 'форма не для них',
  'mentor-without-results': 'нет категории и подтверждённых результатов',
  'not-taking': 'не берут новых наставляемых',
  'no-hours': 'нет свободных часов',
  banned: 'вы запретили',
  'under-threshold': 'баллов меньше порога',
  'no-common-time': 'нет общего свободного времени',
  'format-not-common': 'другой формат работы',
  'direct-subordination': 'прямой руководитель',
  avoided: 'не подходят',
};

/** Why somebody is left without a mentor, in one or two sentences. */
export function unplacedWords({ code, allowed, counts, subject, isPlacedRemotely }: Unplaced): string {
  const first =
    code === 'places-taken'
      ? `${plural(allowed, 'Подходит', 'Подходят', 'Подходят')} ${counted(allowed, 'человек', 'человека', 'человек')}, но все места заняли другие пары.`
      : 'По правилам не подходит никто.';
  const bySubject = subject === null ? '' : ` ${subjectWords(subject)}`;
  const [binding] = counts.filter(([rule]) => rule !== 'mentor-is-mentee' && rule !== 'avoided');
  const rule = code === 'nobody-may' && binding ? ` Чаще всего мешает: ${countedRule(...binding)}.` : '';
  const remote = isPlacedRemotely ? ' Если разрешить дистанционный формат, наставник найдётся.' : '';
  return `${first}${bySubject}${rule}${remote}`;
}

function subjectWords({ name, mentors, free }: NonNullable<Unplaced['subject']>): string {
  if (mentors === 0) return `Предмет «${name}» больше никто не ведёт.`;
  if (free === 0) return `Свободных мест у ведущих предмет «${name}» нет: их ${mentors}, и все заняты или не берут.`;
  return `Предмет «${name}» ведут ${mentors}, места есть у ${free}.`;
}

/** How a pin stands to the answer. */
export const pinStateNames: Record<PinState, string> = {
  counted: 'учтено',
  added: 'учтём при пересчёте',
  dropped: 'отменено, при пересчёте не учтём',
};

/** Why a pin could not be held; whom somebody would rather not have sounds like a place taken. */
export function brokenPinWords(code: CandidateRule | 'not-in-pool' | 'no-place-left'): string {
  if (code === 'not-in-pool') return 'одного из двоих в подборе больше нет';
  return code === 'no-place-left' || code === 'avoided'
    ? 'места для этой пары не нашлось'
    : ruleWords(code).toLowerCase();
}

/** Why a pair was not proposed at publishing. */
export function publishRefusalWords(code: string): string {
  const sentences: Readonly<Record<string, string>> = mentorshipSentences;
  if (code === 'got-another') return 'Этому человеку тем временем предложили другого наставника.';
  return sentences[code] ?? 'Один из двоих больше не работает в организации или недоступен вам.';
}
