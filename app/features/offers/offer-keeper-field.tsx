import { HiddenField } from '#app/ui/HiddenField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import type { Id } from '#db/schema.ts';
import { offerText as t } from './offer.text.ts';

/** Whose register an entry goes to: hidden when there is no choice. */
export function OfferKeeperField({ keepers }: { keepers: readonly { id: Id; name: string }[] }) {
  const [only, ...others] = keepers;
  if (only && others.length === 0) return <HiddenField name="unitId" value={only.id} />;
  return (
    <SelectField
      name="unitId"
      label={t.labels.unitId}
      options={keepers.map(({ id, name }) => ({ value: id, text: name }))}
    />
  );
}
