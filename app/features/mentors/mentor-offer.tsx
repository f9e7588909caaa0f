import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/SummaryList.tsx';
import type { Day, Id } from '#db/schema.ts';
import { formatIntervals, slotsOn, WEEKDAYS } from '../mentor-profiles/free-slots.ts';
import { formatNames, profileText } from '../mentor-profiles/mentor-profile.text.ts';
import type { ProfileFacts } from '../mentor-profiles/mentor-profile.ts';
import { slotsText, strengthsText } from '../mentor-profiles/portfolio.text.ts';
import { categoryNames } from '../people/person.text.ts';
import { CATEGORIES, type Category } from '../people/person.ts';
import { areaName } from './mentor-words.ts';
import { mentorText as t } from './mentors.text.ts';

/** What a page shows of the offer. */
export interface ShownOffer {
  category: Category;
  formats: string;
  subjects: string;
  words: string;
  strengths: { area: string; level: string }[];
  slots: { day: string; intervals: string }[];
  isTaking: boolean;
  pause: Day | null;
  /** Only for the owner, the curator and the head. */
  inside: { isOpenOutside: boolean; isReady: boolean; hasCode: boolean } | null;
}

/** The offer as a page shows it. */
export function shownOffer(facts: ProfileFacts, category: string, isInside: boolean): ShownOffer {
  const week = WEEKDAYS.map((day) => ({
    day: slotsText.short[day],
    intervals: formatIntervals(slotsOn(facts.slots, day)),
  }));
  return {
    category: CATEGORIES.find((known) => known === category) ?? 'none',
    formats: facts.formats.map((format) => formatNames[format]).join(', '),
    subjects: facts.subjects.join(', '),
    words: facts.strengthsText,
    strengths: facts.strengths.map(({ areaCode, level }) => ({
      area: areaName(areaCode),
      level: strengthsText.level(level),
    })),
    slots: week.filter(({ intervals }) => intervals !== ''),
    isTaking: facts.isTaking,
    pause: facts.isTaking ? null : facts.notTakingUntil,
    inside: isInside
      ? { isOpenOutside: facts.isOpenOutside, isReady: facts.isReadyRemote, hasCode: facts.hasAcceptedCode }
      : null,
  };
}

/** What a mentor offers, fact by fact, each with the page that changes it. */
export function MentorOffer(props: { id: Id; offer: ShownOffer; canEdit: boolean; isOwn: boolean }) {
  const { id, offer, canEdit, isOwn } = props;
  const change = (href: string) => (canEdit ? { change: { href } } : {});
  const edit = change(paths.mentorProfileEdit(id));
  const rows: SummaryRow[] = [
    { key: t.requests, value: offer.isTaking ? t.takes : profileText.pauseUntil(offer.pause), ...edit },
    { key: t.formats, value: offer.formats, ...edit },
    { key: t.strengths, value: <Strengths strengths={offer.strengths} />, ...change(paths.mentorStrengths(id)) },
    { key: t.words, value: offer.words, ...edit },
    { key: t.subjects, value: offer.subjects, ...edit },
    { key: t.slots, value: <Slots slots={offer.slots} />, ...change(paths.freeSlots(id)) },
    { key: t.category, value: categoryNames[offer.category] },
  ];
  const ready = isOwn ? change(paths.readiness('mentor')) : {};
  if (offer.inside) {
    const { isOpenOutside, isReady, hasCode } = offer.inside;
    rows.push(
      { key: t.readiness, value: isReady ? t.ready : t.notReady, ...ready },
      { key: t.code, value: hasCode ? t.accepted : t.notAccepted, ...ready },
      { key: t.outside, value: isOpenOutside ? t.isOpen : t.isClosed, ...edit },
    );
  }
  return (
    <Card title={t.offer}>
      <SummaryList rows={rows} />
    </Card>
  );
}

function Strengths({ strengths }: { strengths: ShownOffer['strengths'] }) {
  if (strengths.length === 0) return slotsText.none;
  return strengths.map(({ area, level }) => (
    <div key={area}>
      {area} <span className="mute">{level}</span>
    </div>
  ));
}

function Slots({ slots }: { slots: ShownOffer['slots'] }) {
  if (slots.length === 0) return slotsText.none;
  return slots.map(({ day, intervals }) => (
    <div key={day}>
      {day} {intervals}
    </div>
  ));
}
