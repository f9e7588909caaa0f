import type { Day, Id } from '#db/schema.ts';
import { sideNames } from './mentorship.text.ts';
import { type Answer, type MentorshipState, type Side, UNHELD_STATES } from './mentorship.ts';
import { mentorshipText as t } from './mentorship-pages.text.ts';

/** A thing a mentorship needs before it is in force, and whether it is there. */
export interface ProgressItem {
  state: string;
  tone: 'ok' | 'info' | 'warn' | 'bad' | 'grey';
  text: string;
  /** The order the item is about. */
  orderId: Id | null;
}

interface KnownAnswer {
  side: Side;
  name: string;
  answer: Answer | null;
  answeredOn: Day | null;
  manner: 'electronic' | 'paper' | null;
}

interface KnownOrder {
  id: Id;
  state: string;
  number: string | null;
  registeredOn: Day | null;
}

const NEEDLESS_ORDER: ProgressItem = { state: t.needless, tone: 'grey', text: t.orderNeedless, orderId: null };

/**
 * What is there and what is missing: each consent (or both at once for those who are not told the answers) and the
 * order (BR-01, BR-02).
 */
export function progressOf(
  { state, needsOrder }: { state: MentorshipState; needsOrder: boolean },
  answers: readonly KnownAnswer[],
  orders: readonly KnownOrder[],
): { items: ProgressItem[]; isComplete: boolean } {
  const consents = answers.length > 0 ? answers.map((answer) => consentItem(answer, state)) : [consentsItem(state)];
  const isOver = UNHELD_STATES.some((one) => one === state);
  const order = needsOrder ? orderItem(state, orders[0]) : NEEDLESS_ORDER;
  const items = isOver ? consents : [...consents, order];
  return { items, isComplete: state === 'active' || state === 'closed' || isOver };
}

function consentItem({ side, name, answer, answeredOn, manner }: KnownAnswer, state: MentorshipState): ProgressItem {
  const who = t.consentOf(sideNames[side], name);
  if (answer === null || answeredOn === null || manner === null) {
    const isAwaited = state === 'proposed';
    return {
      state: isAwaited ? t.awaited : t.notAnswered,
      tone: isAwaited ? 'warn' : 'grey',
      text: who,
      orderId: null,
    };
  }
  const text = `${who}, ${t.answerDetail(answeredOn, manner)}`;
  return answer === 'given'
    ? { state: t.given, tone: 'ok', text, orderId: null }
    : { state: t.declined, tone: 'grey', text, orderId: null };
}

function consentsItem(state: MentorshipState): ProgressItem {
  return state === 'proposed'
    ? { state: t.awaited, tone: 'warn', text: t.consents, orderId: null }
    : { state: t.given, tone: 'ok', text: t.consents, orderId: null };
}

function orderItem(state: MentorshipState, order: KnownOrder | undefined): ProgressItem {
  if (!order) {
    const isDone = state === 'active' || state === 'closed';
    if (isDone) return { state: t.orderStates.approved ?? '', tone: 'ok', text: t.order(null, null), orderId: null };
    return {
      state: state === 'proposed' ? t.later : t.missing,
      tone: state === 'proposed' ? 'grey' : 'warn',
      text: t.orderNone,
      orderId: null,
    };
  }
  const tone = order.state === 'approved' ? 'ok' : order.state === 'returned' ? 'bad' : 'info';
  return {
    state: t.orderStates[order.state] ?? order.state,
    tone,
    text: t.order(order.number, order.registeredOn),
    orderId: order.id,
  };
}
