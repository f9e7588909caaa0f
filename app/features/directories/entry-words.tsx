import { Tag } from '#app/ui/Tag.tsx';
import { partyNames, directoryText as t, traitNames } from './directory.text.ts';
import { type Entry, type Party, TRAITS } from './directory.ts';

/** Whether an entry may be chosen today, and whether it is the region's own, as pills. */
export function EntryState({ entry }: { entry: Pick<Entry, 'startedOn' | 'isOff' | 'isRegional'> }) {
  const own = entry.isRegional ? <Tag tone="info">{t.own}</Tag> : null;
  if (entry.startedOn === null)
    return (
      <>
        <Tag>{t.notInForce}</Tag> {own}
      </>
    );
  return (
    <>
      {entry.isOff ? <Tag tone="warn">{t.off}</Tag> : <Tag tone="ok">{t.open}</Tag>} {own}
    </>
  );
}

/** Who stands on which side, in words. */
export function sidesWords(entry: Pick<Entry, 'mentorSides' | 'menteeSides'>): string {
  const words = (parties: readonly Party[]) => parties.map((party) => partyNames[party]).join(t.or);
  return t.sidesOf(words(entry.mentorSides), words(entry.menteeSides));
}

/** What follows from the entry, in words. A kind leaves the question of labour law to the form. */
export function traitWords(entry: Entry): string {
  return TRAITS.filter((trait) => entry.directory === 'form' || trait !== 'underLabourLaw')
    .map((trait) => (entry[trait] ? traitNames[trait].yes : traitNames[trait].no))
    .filter((word) => word !== '')
    .join(', ');
}
