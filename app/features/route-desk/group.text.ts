import { counted } from '#app/ui/numbers.ts';
import type { ProposalState } from './group.queries.server.ts';

/** Names of the states of a proposal. */
export const proposalStateNames: Record<ProposalState, string> = {
  proposed: 'ждёт ответа',
  accepted: 'принято в маршрут',
  declined: 'отклонено',
  withdrawn: 'отозвано',
};

/** Words of group plans and proposals. */
export const groupText = {
  title: 'Предложить нескольким',
  lede: 'Одно предложение сразу нескольким педагогам, не больше двадцати. Каждый сам решит, брать ли его в маршрут.',
  chooseOffer: 'Какое предложение',
  searchOffer: 'Слова в названии',
  choose: 'Выбрать',
  chooseAnother: 'Выбрать другое предложение',
  noOffers: 'Открытых предложений с такими словами нет.',
  offer: (title: string) => `Предложение: ${title}`,
  toPreview: 'Посмотреть, кого это коснётся',
  nobody: 'Вы пока не сопровождаете ни одного маршрута.',
  previewTitle: 'Кого коснётся предложение',
  previewLede: (title: string, from: string, to: string) => `${title}, ${from} – ${to}. Пока ничего не отправлено.`,
  previewEmpty: 'Сначала выберите предложение и отметьте маршруты.',
  fits: 'получит предложение',
  propose: (count: number) => `Предложить: ${counted(count, 'педагогу', 'педагогам', 'педагогам')}`,
  proposed: (count: number) =>
    `Предложение отправлено: ${counted(count, 'педагог', 'педагога', 'педагогов')}. Пока его не увидели, можно отозвать.`,
  back: 'К выбору',
  backToDesk: 'Рабочий стол тьютора',
  recent: 'Недавние предложения',
  recentEmpty: 'Вы ещё никому ничего не предлагали сразу.',
  planTitle: (title: string) => `Предложено: ${title}`,
  planLede: (from: string, to: string, day: string) => `Шаг с ${from} по ${to}, отправлено ${day}.`,
  undo: 'Отозвать у тех, кто ещё не видел',
  undone: (withdrawn: number, seen: number) =>
    seen > 0
      ? `Отозвано: ${withdrawn}. Уже увидели и сами решат: ${seen}.`
      : `Предложение отозвано, его никто не успел увидеть.`,
  seen: 'увидел',
  unseen: 'ещё не видел',
  undoneTag: 'отозвано',
  answers: (accepted: number, declined: number, total: number) =>
    `приняли ${accepted}, отклонили ${declined} из ${total}`,
  columns: {
    person: 'Педагог',
    unit: 'Организация',
    result: 'Что будет',
    state: 'Ответ',
    seen: 'Видел',
    offer: 'Предложение',
    day: 'День',
    answers: 'Ответы',
  },
  proposalTitle: (title: string) => `Тьютор предлагает: ${title}`,
  proposalLede: (tutor: string) =>
    `${tutor} предлагает взять это в ваш маршрут. Решаете вы, отказ ни на что не влияет.`,
  proposalFacts: {
    provider: 'Кто проводит',
    area: 'Область',
    term: 'Срок шага',
    product: 'Ожидаемый продукт',
    hours: 'Часы',
    about: 'Подробнее',
  },
  aboutOffer: 'Страница предложения',
  answer: 'Ответить',
  choices: { accepted: 'Взять в маршрут', declined: 'Не сейчас' },
  accepted: 'Шаг добавлен в дорожную карту. Дни и продукт можно изменить.',
  declined: 'Ответ записан.',
  backToRoute: 'К маршруту',
  correctionReason: (title: string) => `Принято предложение тьютора: ${title}`,
  labels: {
    offerId: 'Предложение',
    area: 'Область',
    startsOn: 'Первый день шага',
    dueOn: 'Срок шага',
    expectedProduct: 'Ожидаемый продукт',
    routeIds: 'Маршруты',
    answer: 'Ваш ответ',
    version: 'Версия',
  },
};
