import { formatDay } from '#app/core/dates.ts';
import type { Format, MissingPart } from './mentor-profile.ts';

/** Formats of contact. */
export const formatNames: Record<Format, string> = {
  in_person: 'очно',
  remote: 'дистанционно',
  hybrid: 'и так, и так',
};

/** One sentence per rule about a profile. */
export const profileSentences: Record<'only-owner-opens' | 'pause-is-over', string> = {
  'only-owner-opens': 'Открыть анкету другим организациям может только сам наставник.',
  'pause-is-over': 'Этот день уже прошёл. Укажите день впереди или оставьте поле пустым: тогда пауза без срока.',
};

/** What a profile lacks: what to do, and why it is asked. */
export const missingWords: Record<MissingPart, { todo: string; why: string }> = {
  results: { todo: 'Добавить результат', why: 'без категории или подтверждённого результата пару предложить нельзя' },
  formats: { todo: 'Отметить, как удобно встречаться', why: 'очно, дистанционно или и так, и так' },
  strengths: { todo: 'Отметить сильные стороны', why: 'по ним подбирают наставляемых' },
  slots: { todo: 'Указать свободное время', why: 'чтобы у пары нашлись общие часы' },
  readiness: { todo: 'Отметить готовность', why: 'без неё не предложат дистанционную работу' },
  code: { todo: 'Принять кодекс наставника', why: 'несколько правил, по которым работает пара' },
};

/** Words of the pages of a profile. */
export const profileText = {
  editTitle: 'Что я предлагаю',
  editLede: (name: string) => `${name}. По этим данным подбирают пары. Всё необязательное можно дополнить потом.`,
  saved: 'Анкета сохранена.',
  onBehalf: 'Вы правите анкету за наставника, это видно в журнале. Открыть её другим организациям может только он сам.',
  formatsHint: 'Можно отметить несколько.',
  loadLimitHint:
    'От 0 до 5. Пусто — сколько разрешает организация. Ноль — новых предложений не будет, действующие пары останутся.',
  loadHoursHint: 'Пусто — сколько разрешает организация.',
  subjectsHint: 'Кроме того, что вы преподаёте сами. Через запятую.',
  strengthsHint: 'Например: эксперимент на уроке, работа с родителями, подготовка к олимпиадам.',
  takingOptions: { yes: 'беру', no: 'пока не беру' },
  untilHint: 'Если пауза не навсегда: последний её день. После него приём откроется сам.',
  openHint:
    'Анкету увидят муниципальный координатор и кураторы школ вашего муниципалитета, если у них не найдётся наставника.',
  pauseUntil: (day: string | null) => (day ? `новых не берёт до ${formatDay(day)}` : 'новых пока не берёт'),
  labels: {
    formats: 'Как удобно встречаться',
    loadLimitPeople: 'Сколько человек одновременно',
    loadLimitHours: 'Сколько часов в неделю',
    subjects: 'С какими предметами ещё помогу',
    strengths: 'Сильные стороны своими словами',
    isTaking: 'Новые запросы',
    notTakingUntil: 'До какого дня не беру',
    isOpenOutside: 'Готов помогать другим организациям',
    version: 'Версия',
  },
};
